//! Headroom, the page: the only code that knows Leptos and the browser.

use leptos::prelude::*;

pub mod browser;
pub mod charts;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    view! { <main><h1>"Headroom"</h1></main> }
}
