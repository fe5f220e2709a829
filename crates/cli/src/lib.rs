//! The calculator on the command line: a file in, JSON or CSV out.

mod input;
mod report;

pub use input::{InputError, read};
pub use report::{months_csv, project, warn};
