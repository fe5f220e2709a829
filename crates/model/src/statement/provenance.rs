//! Where a result comes from, to stand beside it and on everything that leaves the page.

use super::quantity::{Drawn, Quantity};
use super::say::Say;
use super::span::{Sentence, sentence};
use super::verdict::State;
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
