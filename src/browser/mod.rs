//! Every effect on the outside of the program.

pub mod width;
