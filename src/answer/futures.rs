//! Which futures the answer rests on, and the way to others.

use std::sync::Arc;

use headroom_model::outcome::Outcome;
use headroom_model::simulation::{FINE, REFINED};
use headroom_model::statement::{self, Sentence};
use headroom_model::text::write::{self, Currency, Precision};
use leptos::prelude::*;

use super::Answer;
use crate::browser::{Simulated, Where};
use crate::form::Form;
use crate::sentence::Spans;

/// The futures, their seed, the standard error and the engine; other futures and more of them.
#[component]
pub fn FuturesLine(
    /// The form, which holds the seed.
    form: RwSignal<Form>,
    /// The answer.
    answer: Memo<Answer>,
    /// The currency.
    currency: Memo<Currency>,
) -> impl IntoView {
    let origin = Signal::derive(move || {
        answer.with(|answer| statement::provenance(&answer.outcome, currency.get()))
    });
    let before = RwSignal::new(None::<Arc<Outcome>>);
    let other = move |_| {
        before.set(Some(
            answer.with_untracked(|answer| Arc::clone(&answer.outcome)),
        ));
        form.update(|form| form.seed = form.next_seed());
    };
    let moved = Signal::derive(move || {
        before.with(|before| {
            let before = before.as_ref()?;
            answer.with(|answer| moved(before, &answer.outcome, currency.get()))
        })
    });
    let seed = move || format!("Draw other futures (seed {})", form.with(Form::next_seed));
    let count = |per_rotation: u32| {
        let futures = write::count(f64::from(8 * per_rotation), Precision::Exact);
        format!("{futures} futures")
    };
    let fine = move || form.with(|form| form.fine);
    let locked = crate::views::locked();
    view! {
        <div class="futures">
            <span id="origin"><Spans sentence=origin /></span>
            <button type="button" class="link" id="other-futures" disabled=locked on:click=other>{seed}</button>
            <button
                type="button"
                class="link"
                id="more-futures"
                disabled=locked
                aria-pressed=move || fine().to_string()
                on:click=move |_| form.update(|form| form.fine = !form.fine)
            >
                {move || {
                    if fine() {
                        format!("Back to {}", count(REFINED))
                    } else {
                        format!("Draw {}", count(FINE))
                    }
                }}
            </button>
            <span class="moved" role="status">
                {move || moved.get().map(|sentence| view! { <Spans sentence=Signal::stored(sentence) /> })}
            </span>
        </div>
    }
}

/// How much other futures of the same scenario moved the answer.
fn moved(before: &Outcome, now: &Outcome, currency: Currency) -> Option<Sentence> {
    let seeds = [before, now].map(|outcome| outcome.futures.as_ref().map(|futures| futures.seed));
    let draws = [before, now].map(|outcome| outcome.futures.as_ref().map(|futures| futures.draws));
    let is_other =
        seeds.iter().all(Option::is_some) && seeds[0] != seeds[1] && draws[0] == draws[1];
    (is_other && before.scenario == now.scenario)
        .then(|| statement::other_futures(before, now, currency))
}

/// What a person has to know about how the futures are simulated; nothing as long as all is well.
#[component]
pub fn ProgressNote(
    /// The simulation.
    simulated: Simulated,
) -> impl IntoView {
    let place = Memo::new(move |_| simulated.place.get());
    view! {
        <div role="status" class="said-aside">
            {move || match place.get() {
                Where::Worker => ().into_any(),
                Where::Page => view! {
                    <p class="muted" id="in-page">
                        "This browser does not let the page compute in the background, so it computes between your keystrokes. The figures are the same; they may come a little later."
                    </p>
                }.into_any(),
                Where::Nowhere => view! {
                    <p class="stale-note" id="nowhere">
                        "The futures could not be simulated: the computation stopped twice. The answer below is with your numbers alone, without ranges. "
                        <button type="button" class="link" on:click=move |_| simulated.retry()>"Try again"</button>
                    </p>
                }.into_any(),
            }}
        </div>
    }
}
