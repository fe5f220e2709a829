//! Starts what this file was loaded for: the page, or its simulation in the background.

use headroom::browser::{Place, place};

fn main() {
    console_error_panic_hook::set_once();
    match place() {
        Place::Page => wasm_bindgen_futures::spawn_local(headroom::start()),
        Place::Worker(scope) => headroom::browser::serve(&scope),
    }
}
