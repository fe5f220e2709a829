//! At which alarm the watched simple version is compared, and what the rule of thumb would do.

use super::quantity::{Drawn, Quantity};
use super::say::Say;
use super::span::{Sentence, sentence};
use crate::outcome::Outcome;
use crate::scenario::Watch;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;
use crate::values::RULE_OF_THUMB;

/// The alarm of the watched simple version, with the rule of thumb beside it; `None` before futures
/// are drawn, because the alarm is chosen over them.
#[must_use]
pub fn alarm(outcome: &Outcome, currency: Currency) -> Option<Sentence> {
    outcome.futures.as_ref()?;
    let say = Say::new(outcome, currency);
    let watched = Choice::Build(Strategy::MvpWatch);
    let whose = match outcome.scenario.watch() {
        Watch::Best => "its best alarm, ",
        Watch::At(_) => "the alarm you set, ",
    };
    let of_what = if say.is_service() {
        " of its room"
    } else {
        " of what it can make"
    };
    let start = sentence![
        "The simple version with early warning is compared at ",
        whose,
        say.percent(Quantity::AlarmWatch),
        of_what,
        ", where it is worth ",
        say.money3(Quantity::Value(watched)),
        " on average",
    ];
    if outcome.alarm_watch == RULE_OF_THUMB {
        return Some(sentence![start, "; that is the usual rule of thumb, too."]);
    }
    Some(sentence![
        start,
        "; at the usual rule of thumb, ",
        say.percent(Quantity::Drawn(Drawn::RuleOfThumb)),
        ", it would be worth ",
        say.money3(Quantity::Drawn(Drawn::ValueAtRuleOfThumb)),
        ".",
    ])
}
