//! Starts what this file was loaded for: the page, or its simulation in the background.

use headroom::browser::{Place, place};

fn main() {
    console_error_panic_hook::set_once();
    match place() {
        Place::Page => leptos::mount::mount_to_body(headroom::App),
        Place::Worker(scope) => headroom::browser::serve(&scope),
    }
}
