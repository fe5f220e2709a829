//! When a file was last saved, where the browser lets the page remember it.

use leptos::prelude::window;

const KEY: &str = "headroom.backup";

/// A day in milliseconds.
const DAY: f64 = 86_400_000.0;

/// Remembers that a file was saved just now.
pub fn remember_backup() {
    if let Ok(Some(storage)) = window().local_storage() {
        // Without storage nobody is reminded; the file is there all the same.
        let _ = storage.set_item(KEY, &js_sys::Date::now().to_string());
    }
}

/// Whole days since a file was last saved here; `None` where none was, or it is not known.
#[must_use]
pub fn days_since_backup() -> Option<u32> {
    let storage = window().local_storage().ok().flatten()?;
    let saved: f64 = storage.get_item(KEY).ok().flatten()?.parse().ok()?;
    let days = (js_sys::Date::now() - saved) / DAY;
    // A clock that was set back, or a value that somebody else wrote.
    (days.is_finite() && (0.0..1e6).contains(&days)).then(|| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and a million"
        )]
        let whole = days.floor() as u32;
        whole
    })
}
