//! A piece of a plan's line, as the key in a table.

use headroom_model::strategy::Choice;
use leptos::prelude::*;

use crate::charts::mark::line_class;

/// A short piece of the line of a choice, to stand before its name. It says nothing that the name does not.
#[component]
pub fn LineSample(
    /// Whose line it is; building nothing has a thin grey one.
    choice: Choice,
    /// Whether it is drawn as the leader's.
    #[prop(default = false)]
    leads: bool,
) -> impl IntoView {
    let class = choice
        .strategy()
        .map_or("ln ln-none", |strategy| line_class(strategy, leads));
    view! {
        <svg class="sw" viewBox="0 0 26 10" width="26" height="10" aria-hidden="true">
            <line class=class x1="0" y1="5" x2="26" y2="5" />
        </svg>
    }
}
