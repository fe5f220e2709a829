//! The arithmetic and the words of Headroom.

pub mod text;
