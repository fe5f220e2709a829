//! What would change your mind: a row for each number that can change the answer.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::statement::{Change, ChangeRow, changes_of_mind};
use headroom_model::text::write::Currency;
use leptos::prelude::*;

use super::bridge::text_class;
use super::draw;
use crate::charts::flip_strip::FlipStrip;
use crate::charts::mark::Hue;
use crate::charts::words;
use crate::sentence::Paragraph;

/// How many rows are shown at first.
const FIRST: usize = 8;

/// The numbers that can change the answer, the most decisive first: at which value, to what, how likely that is, and a
/// strip with the range. What is not known yet is said to be computed. The heading is the caller's.
#[component]
pub fn ChangesOfMind(
    /// The result that is explained.
    #[prop(into)]
    outcome: Signal<Arc<Outcome>>,
    /// How amounts are written.
    #[prop(into)]
    currency: Signal<Currency>,
) -> impl IntoView {
    let said = Memo::new(move |_| changes_of_mind(&outcome.read(), currency.get()));
    let subtitle = Signal::derive(move || said.read().subtitle.clone());
    let closing = Signal::derive(move || said.read().closing.clone());
    let rows = move |from: usize, most: usize| {
        let outcome = outcome.read();
        said.with(|said| {
            let rows = said.rows.iter().skip(from).take(most);
            rows.map(|row| self::row(&outcome, row)).collect_view()
        })
    };
    let count = Memo::new(move |_| said.read().rows.len());
    let rest = move || count.get().saturating_sub(FIRST);
    view! {
        <div class="flips">
            <p class="flip-note">
                <Paragraph sentences=subtitle />
            </p>
            <Show when=move || count.get() != 0>
                <p class="flip-key" aria-hidden="true">{move || said.read().key.plain()}</p>
                <ul class="flip-list">{move || rows(0, FIRST)}</ul>
            </Show>
            <Show when=move || rest() != 0>
                <details class="flip-more">
                    <summary>{move || words::more_rows(rest())}</summary>
                    <ul class="flip-list">{move || rows(FIRST, usize::MAX)}</ul>
                </details>
            </Show>
            <p class="flip-note">
                <Paragraph sentences=closing />
            </p>
        </div>
    }
}

fn row(outcome: &Outcome, row: &ChangeRow) -> impl IntoView + use<> {
    let strip = FlipStrip::of(outcome, row);
    let change = |change: &Change| {
        let class = text_class(change.becomes.hue.and_then(Hue::of_choice));
        view! {
            <span class="flip-change">
                <b>{change.condition.plain()}</b>
                ": "
                <span class=class>{change.becomes.text.clone()}</span>
            </span>
            " "
        }
    };
    view! {
        <li class="flip">
            <span class="flip-name">{row.label}</span>
            " "
            <span class="flip-if">{row.changes.iter().map(change).collect_view()}</span>
            " "
            <span class="flip-you">{row.yours.plain()}</span>
            " "
            <span class="flip-chance">{row.chance.plain()}</span>
            <svg
                class="flip-strip"
                aria-hidden="true"
                viewBox=format!("0 0 {} {}", FlipStrip::WIDTH, FlipStrip::HEIGHT)
                width=FlipStrip::WIDTH
                height=FlipStrip::HEIGHT
            >
                {draw(strip.marks.iter())}
            </svg>
        </li>
    }
}
