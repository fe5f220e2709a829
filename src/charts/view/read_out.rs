//! Reads a month of the main figure out, for the pointer, the keyboard and the ear.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use crate::charts::figure::{Line, reading};
use crate::charts::words;

/// A slider over the months and, beside it, the figures of the month it stands at. Pointing at the drawing moves it.
#[component]
pub fn ReadOut(
    /// The result that is read.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
    /// How amounts are written.
    #[prop(into)]
    currency: Signal<Currency>,
    /// The month that is read, if any.
    month: RwSignal<Option<u32>>,
    /// The last month.
    #[prop(into)]
    horizon: Signal<u32>,
    /// The start of the ids in this figure.
    id: &'static str,
) -> impl IntoView {
    let shown = move || month.get().filter(|month| *month <= horizon.get());
    let read = move || shown().map(|month| reading(&outcome.read(), currency.get(), month));
    let input_id = format!("{id}-month");
    let lines = move || {
        let Some(reading) = read() else {
            return view! { <span class="read-hint">{words::READ_HINT}</span> }.into_any();
        };
        // A line breaks between its figures, never within one.
        let line = |line: Line| {
            let last = line.items.len().saturating_sub(1);
            let items = line.items.into_iter().enumerate().map(|(place, item)| {
                let after = if place == last { "." } else { "," };
                view! { " " <span class="read-item">{item}{after}</span> }
            });
            view! { " " <span class="read-line">{line.name}":"{items.collect_view()}</span> }
        };
        view! {
            <b>{reading.month}"."</b>
            {reading.lines.into_iter().map(line).collect_view()}
        }
        .into_any()
    };
    view! {
        <div class="read-out">
            <label for=input_id.clone()>{words::READ_MONTH}</label>
            <input
                id=input_id.clone()
                type="range"
                min="0"
                step="1"
                max=move || horizon.get().to_string()
                prop:value=move || shown().unwrap_or(0).to_string()
                aria-valuetext=move || words::reading_of(shown().unwrap_or(0))
                on:input:target=move |event| month.set(event.target().value().parse().ok())
            />
            <output for=input_id aria-live="polite">
                {lines}
            </output>
        </div>
    }
}
