//! The calculator on the command line: a file in, JSON or CSV out.

#![deny(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss
)]

mod input;
mod report;
mod simulate;
mod statements;

pub use input::{File, InputError, read, read_file};
pub use report::{months_csv, project, warn};
pub use simulate::{Extent, simulate};
pub use statements::{Markup, statements};
