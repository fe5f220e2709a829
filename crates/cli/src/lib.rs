//! The calculator on the command line: a file in, JSON or CSV out.

mod input;
mod report;
mod simulate;

pub use input::{File, InputError, read, read_file};
pub use report::{months_csv, project, warn};
pub use simulate::{Extent, simulate};
