//! How much other futures of the same scenario moved the answer.

use super::quantity::{Drawn, Quantity};
use super::say::Say;
use super::span::{Sentence, sentence};
use super::verdict::{State, headline};
use crate::outcome::Outcome;
use crate::text::write::Currency;

/// The answer over other futures, compared with the one before.
#[must_use]
pub fn other_futures(before: &Outcome, now: &Outcome, currency: Currency) -> Sentence {
    let (earlier, say) = (Say::new(before, currency), Say::new(now, currency));
    // The numbers of the earlier answer are no figures of this one.
    let plain = |sentence: Sentence| sentence.plain();
    let seeds = sentence![
        "Seed ",
        say.full_count(Quantity::Drawn(Drawn::Seed)),
        " instead of ",
        plain(sentence![earlier.full_count(Quantity::Drawn(Drawn::Seed))]),
        ": ",
    ];
    if before.verdict.best != now.verdict.best {
        let was = plain(sentence![earlier.plan(before.verdict.best)]);
        return sentence![
            seeds,
            say.plan(now.verdict.best),
            " leads instead of ",
            was,
            ": so close is it.",
        ];
    }
    let lead = sentence![
        seeds,
        "the average lead is ",
        say.signed(Quantity::Lead),
        " instead of ",
        plain(sentence![earlier.signed(Quantity::Lead)]),
    ];
    let [state_before, state] = [State::of(before), State::of(now)];
    if state_before == state {
        sentence![lead, "; the answer stays."]
    } else {
        let was = headline(&earlier, state_before);
        sentence![lead, "; the answer was: ", was]
    }
}
