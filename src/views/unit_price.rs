//! When the extra parts of hardware stop paying.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::statement::{UnitPriceWords, unit_price};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use crate::charts::view::UnitPriceFigure;
use crate::sentence::{Paragraph, Spans};

/// The section; nothing for a service.
#[component]
pub fn UnitPriceSection(
    /// The result.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
    /// How amounts are written.
    #[prop(into)]
    currency: Signal<Currency>,
) -> impl IntoView {
    let words = Memo::new(move |_| outcome.with(|outcome| unit_price(outcome, currency.get())));
    let is_shown = Memo::new(move |_| words.with(Option::is_some));
    let part = move |which: fn(&UnitPriceWords) -> headroom_model::statement::Sentence| {
        Signal::derive(move || words.with(|words| words.as_ref().map(which).unwrap_or_default()))
    };
    let caption = Signal::derive(move || {
        words.with(|words| {
            words
                .as_ref()
                .map(|words| words.caption.clone())
                .unwrap_or_default()
        })
    });
    let heading = part(|words| words.heading.clone());
    let trade = part(|words| words.trade.clone());
    let cost = part(|words| words.cost.clone());
    view! {
        <Show when=move || is_shown.get()>
            <section class="sec" id="unit-price" aria-labelledby="unit-price-heading">
                <h2 id="unit-price-heading"><Spans sentence=heading /></h2>
                <p class="sub" id="unit-price-trade"><Spans sentence=trade /></p>
                <div class="two uneven">
                    <UnitPriceFigure outcome currency />
                    <div class="beside">
                        <p class="note"><Paragraph sentences=caption /></p>
                        <p class="note" id="cost-per-unit"><Spans sentence=cost /></p>
                    </div>
                </div>
            </section>
        </Show>
    }
}
