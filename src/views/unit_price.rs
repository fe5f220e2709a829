//! When the extra parts of hardware stop paying.

use headroom_model::statement::{UnitPriceWords, unit_price};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use crate::answer::why::{Asking, WhyOf};
use crate::charts::view::UnitPriceFigure;
use crate::sentence::{Paragraph, Spans};

/// The section; nothing for a service.
#[component]
pub fn UnitPriceSection(
    /// What is needed to answer and to explain.
    asking: Asking,
) -> impl IntoView {
    let outcome = asking.outcome;
    let currency = asking.currency;
    let money: Signal<Currency> = currency.into();
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
    let all = Signal::derive(move || {
        words.with(|words| {
            let said = words.iter().flat_map(|words| {
                let caption = words.caption.iter();
                [&words.trade, &words.break_even, &words.cost]
                    .into_iter()
                    .chain(caption)
            });
            said.cloned().collect::<Vec<_>>()
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
                    <UnitPriceFigure outcome currency=money />
                    <div class="beside">
                        <p class="note"><Paragraph sentences=caption /></p>
                        <p class="note" id="cost-per-unit"><Spans sentence=cost /></p>
                        <WhyOf what="the volume at which the extra parts stop paying" sentences=all id="unit-price-why" asking />
                    </div>
                </div>
            </section>
        </Show>
    }
}
