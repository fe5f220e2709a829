//! What was typed: the one writable state of the page, and the rows that show it.

mod document;
mod entry;
mod field;
mod in_place;
mod likely;
mod market_test;
mod panel;
mod range_part;
mod ranges;
mod row;
mod state;
mod table;

pub use entry::{Entry, Standing};
pub use in_place::InPlace;
pub use likely::Likely;
pub use market_test::{MarketTestTexts, Part};
pub use panel::InputPanel;
pub use ranges::{End, RangeEntry};
pub use state::Form;
pub use table::InputsOnPaper;
