//! The small bar beside the break-even.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use leptos::prelude::*;

use super::draw;
use crate::charts::best_by_chance::BestByChance;

/// Chances of success from 0 to 100 %: a stretch in the hue of the option that is best there, a tick where the answer
/// changes, a ring at the user's own chance.
#[component]
pub fn ChanceBar(
    /// The result that is drawn.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
) -> impl IntoView {
    let bar = Memo::new(move |_| BestByChance::of(&outcome.read()));
    view! {
        <svg
            class="chart-inline"
            role="img"
            aria-label=move || bar.read().sentence.clone()
            viewBox=format!("0 0 {} {}", BestByChance::WIDTH, BestByChance::HEIGHT)
            width=BestByChance::WIDTH
            height=BestByChance::HEIGHT
        >
            {move || draw(bar.read().marks.iter())}
        </svg>
    }
}
