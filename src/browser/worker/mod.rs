//! The simulation in the background: a worker of the site, the page's side of it, and the page's own
//! slices where there is no worker.

mod desk;
mod hands;
mod serve;
mod time_line;
mod turns;

pub use desk::{HalfGrowth, Simulated, Where, simulated};
pub use serve::serve;

use wasm_bindgen::JsCast as _;
use web_sys::DedicatedWorkerGlobalScope;

/// What the program was loaded as.
#[derive(Debug)]
pub enum Place {
    /// The page.
    Page,
    /// A worker of the page.
    Worker(DedicatedWorkerGlobalScope),
}

/// What the program was loaded as.
#[must_use]
pub fn place() -> Place {
    js_sys::global()
        .dyn_into()
        .map_or(Place::Page, Place::Worker)
}
