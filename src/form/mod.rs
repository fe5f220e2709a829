//! What was typed: the one writable state of the page, and the rows that show it.

mod market_test;
mod panel;
mod row;
mod state;
mod table;

pub use market_test::{MarketTestTexts, Part};
pub use panel::InputPanel;
pub use state::{Entry, Form, Standing};
pub use table::InputsOnPaper;
