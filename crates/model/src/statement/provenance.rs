//! Where a result comes from, to stand beside it and on everything that leaves the page.

use super::quantity::{Drawn, Quantity};
use super::say::Say;
use super::span::{Sentence, sentence};
use super::verdict::{State, headline};
use crate::outcome::Outcome;
use crate::text::write::Currency;

/// Futures, seed, standard error and version of the model: small print, without a full stop.
#[must_use]
pub fn provenance(outcome: &Outcome, currency: Currency) -> Sentence {
    if outcome.futures.is_none() {
        return "with your numbers, no futures drawn yet".into();
    }
    let say = Say::new(outcome, currency);
    let verdict = &outcome.verdict;
    let than = match (State::of(outcome), verdict.next_other) {
        (State::Product(_), Some((other, _))) => other,
        _ => verdict.next_best,
    };
    sentence![
        say.full_count(Quantity::Drawn(Drawn::Draws)),
        " futures, seed ",
        say.full_count(Quantity::Drawn(Drawn::Seed)),
        ", average lead ±",
        say.money(Quantity::Drawn(Drawn::TwoStandardErrors(than))),
        " (two standard errors), model ",
        crate::VERSION,
    ]
}

/// How much other futures of the same scenario moved the answer.
#[must_use]
pub fn other_futures(before: &Outcome, now: &Outcome, currency: Currency) -> Sentence {
    let [before, now] = [before, now].map(|outcome| Say::new(outcome, currency));
    let seed = |say: &Say<'_>| say.full_count(Quantity::Drawn(Drawn::Seed));
    let lead = |say: &Say<'_>| {
        let lead = say.signed(Quantity::Lead);
        sentence![lead, " for ", say.plan(say.outcome.verdict.best)]
    };
    let [was, is] = [&before, &now].map(|say| headline(say, State::of(say.outcome)));
    let answer = if was == is {
        sentence!["the answer stays the same."]
    } else {
        sentence![
            "the answer was “",
            was.trim_end_matches('.').to_owned(),
            "”.",
        ]
    };
    let same_plan = before.outcome.verdict.best == now.outcome.verdict.best;
    let earlier = if same_plan {
        sentence![before.signed(Quantity::Lead)]
    } else {
        lead(&before)
    };
    sentence![
        "The average lead is ",
        lead(&now),
        " with seed ",
        seed(&now),
        ", and was ",
        earlier,
        " with seed ",
        seed(&before),
        "; ",
        answer,
    ]
}
