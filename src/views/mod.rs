//! The views of the page.

mod decide;
mod frame;

pub use frame::App;
