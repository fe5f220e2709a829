//! Printing: the dialogue, and when the page is put on paper.

use leptos::ev::{afterprint, beforeprint};
use leptos::prelude::*;

/// Opens the browser's print dialogue.
pub fn print() {
    // A browser without a print dialogue does nothing.
    let _ = window().print();
}

/// Whether the page is being put on paper.
#[must_use]
pub fn on_paper() -> ReadSignal<bool> {
    let (on_paper, set_on_paper) = signal(false);
    // The page listens as long as it lives.
    let _ = window_event_listener(beforeprint, move |_| set_on_paper.set(true));
    let _ = window_event_listener(afterprint, move |_| set_on_paper.set(false));
    on_paper
}
