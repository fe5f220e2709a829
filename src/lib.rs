//! Headroom, the page: the only code that knows Leptos and the browser.
//!
//! Data flows one way: [`form`] (what was typed, the one writable state) → [`simulate`] (what is
//! asked, done in a worker) → [`answer`] (derived by the model) → [`views`] and [`charts`] (drawn).
//! [`browser`] holds every effect on the outside. `faults`, only in a build for tests, makes it fail.

pub mod answer;
pub mod browser;
pub mod charts;
#[cfg(feature = "faults")]
pub mod faults;
pub mod form;
pub mod keep;
pub mod sentence;
pub mod simulate;
pub mod views;

pub use views::App;

/// Reads what the browser has stored, then shows the page.
pub async fn start() {
    let safe_mode = browser::safe_mode();
    let found = browser::scenarios::find(safe_mode).await;
    #[cfg(feature = "faults")]
    faults::while_loading();
    leptos::mount::mount_to_body(move || App(views::AppProps { found, safe_mode }));
    browser::is_shown();
}
