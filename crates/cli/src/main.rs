//! The calculator on the command line.
fn main() {}
