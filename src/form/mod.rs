//! What was typed: the one writable state of the page, and the rows that show it.

mod entry;
mod field;
mod panel;
mod range_part;
mod ranges;
mod row;
mod state;
mod table;

pub use entry::{Entry, Standing};
pub use panel::InputPanel;
pub use ranges::{End, Likely, RangeEntry};
pub use state::Form;
pub use table::InputsOnPaper;
