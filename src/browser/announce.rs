//! What is said to those who cannot see the page change.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

/// Whoever types or moves a slider is not interrupted.
const PAUSE: Duration = Duration::from_millis(1500);

/// A text once it has stayed the same for a while; empty until it changes for the first time.
#[must_use]
pub fn after_a_pause(text: Signal<String>) -> Signal<String> {
    let said = RwSignal::new(String::new());
    let mut say = debounce(PAUSE, move |text: String| {
        // The page may be gone by now.
        let _ = said.try_set(text);
    });
    Effect::new(move |first: Option<()>| {
        let text = text.get();
        if first.is_some() {
            say(text);
        }
    });
    said.into()
}
