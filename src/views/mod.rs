//! The views of the page.

mod decide;
mod frame;
mod keeping;
mod scenario_list;
mod share;
mod sheet;
mod unit_price;

pub use frame::{App, AppProps};
pub use keeping::locked;
