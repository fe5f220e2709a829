//! The arithmetic and the words of Headroom.
