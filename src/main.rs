//! Starts what this file was loaded for: the page, or its simulation in the background.

use headroom::browser::{Place, place, report_panics};

fn main() {
    report_panics();
    match place() {
        Place::Page => {
            #[cfg(feature = "faults")]
            headroom::faults::install();
            wasm_bindgen_futures::spawn_local(headroom::start());
        }
        Place::Worker(scope) => headroom::browser::serve(&scope),
    }
}
