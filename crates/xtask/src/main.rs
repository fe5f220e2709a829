//! Builds, serves and tests Headroom.
fn main() {}
