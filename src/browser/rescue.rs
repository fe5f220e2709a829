//! What the page around the program knows of earlier failures.

/// Whether the program had stopped before, so that nothing stored is to be opened.
#[must_use]
pub fn safe_mode() -> bool {
    let flag = js_sys::Reflect::get(&leptos::prelude::window(), &"headroomSafeMode".into());
    flag.is_ok_and(|flag| flag.is_truthy())
}
