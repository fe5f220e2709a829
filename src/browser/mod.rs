//! Every effect on the outside of the page: focus, theme, downloads, dates, the address, the worker.

mod announce;
mod backup;
mod download;
mod paper;
mod rescue;
pub mod scenarios;
mod share;
pub mod storage;
mod theme;
mod view;
pub mod width;
mod worker;

pub use announce::after_a_pause;
pub use backup::{days_since_backup, remember_backup};
pub use download::offer_file;
pub use paper::{on_paper, print};
pub use rescue::{is_shown, is_well, report_panics, safe_mode};
pub use scenarios::{Listed, Notice, Offer, Role, Scenarios};
pub use share::{Address, copy};
pub use theme::{Theme, apply_theme, remembered_theme};
pub use view::{View, current_view};
pub use worker::{HalfGrowth, Place, Simulated, Where, place, serve, simulated};

use wasm_bindgen::JsCast as _;

/// The build that is running: version and commit.
#[must_use]
pub fn build_id() -> &'static str {
    option_env!("HEADROOM_BUILD").unwrap_or(env!("CARGO_PKG_VERSION"))
}

/// Puts the focus on an element, if it is there.
pub fn focus(id: &str) {
    let element = leptos::prelude::document().get_element_by_id(id);
    if let Some(element) =
        element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok())
    {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Does something each time that a value becomes another one.
pub fn when_changed<T>(value: leptos::prelude::Signal<T>, act: impl Fn(T) + 'static)
where
    T: Clone + PartialEq + Send + Sync + 'static,
{
    use leptos::prelude::{Effect, Get as _};
    Effect::new(move |before: Option<T>| {
        let now = value.get();
        if before.is_some_and(|before| before != now) {
            act(now.clone());
        }
        now
    });
}

/// Puts the focus back on what opened a part of the page, so that it is not lost when the part goes.
pub fn focus_opener(id: &str) {
    let document = leptos::prelude::document();
    let find = |more: &str| {
        let query = format!("[aria-controls=\"{id}\"]{more}");
        document.query_selector(&query).ok().flatten()
    };
    let opener = find("[aria-expanded=\"true\"]").or_else(|| find(""));
    if let Some(opener) = opener.and_then(|found| found.dyn_into::<web_sys::HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = opener.focus();
    }
}

/// Today in the visitor's calendar, as year-month-day.
#[must_use]
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:04}-{:02}-{:02}",
        now.get_full_year(),
        now.get_month() + 1,
        now.get_date()
    )
}

/// Puts the focus on an element once the page has been redrawn.
pub fn focus_soon(id: &'static str) {
    leptos::prelude::request_animation_frame(move || focus(id));
}
