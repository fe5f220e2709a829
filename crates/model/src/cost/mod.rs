//! One cost a file: what a month of it takes.
//!
//! Month `t` is the time (t-1, t] in months since the start of the project; costs fall at its end.

mod build;
mod drag;
mod payroll;
mod rebuild;
mod running;

pub use build::Build;
pub use drag::Drag;
pub use payroll::Payroll;
pub use rebuild::{Running as RunningStep, Step};
pub use running::Running;
