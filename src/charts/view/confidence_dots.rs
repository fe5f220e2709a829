//! Ten dots beside the confidence.

use headroom_model::strategy::Choice;
use leptos::prelude::*;

use super::draw;
use crate::charts::dots::{HEIGHT, WIDTH, dots};
use crate::charts::mark::Hue;

/// Ten dots, as many of them filled as futures in ten. They say nothing that the figure beside them does not.
#[component]
pub fn ConfidenceDots(
    /// How many are filled.
    #[prop(into)]
    filled: Signal<u8>,
    /// The option in whose hue they are; grey if it is too close to call.
    #[prop(into)]
    hue: Signal<Option<Choice>>,
) -> impl IntoView {
    let marks = move || dots(filled.get(), hue.get().and_then(Hue::of_choice));
    view! {
        <svg
            class="chart-inline"
            aria-hidden="true"
            viewBox=format!("0 0 {WIDTH} {HEIGHT}")
            width=WIDTH
            height=HEIGHT
        >
            {move || draw(marks().iter())}
        </svg>
    }
}
