//! Early warning in words: when the simple version fills up, and when work must start.

use super::quantity::Quantity;
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::scenario::Watch;
use crate::strategy::{Choice, Strategy};
use crate::text::write::{Currency, Noun};
use crate::values::RULE_OF_THUMB;
use crate::warning::LEVELS;

/// When a share of the room is used.
#[derive(Clone, Debug, PartialEq)]
pub struct WarningRow {
    /// The share.
    pub level: Span,
    /// When it is used: a month, or "never".
    pub when: Span,
}

/// Early warning in words.
#[derive(Clone, Debug, PartialEq)]
pub struct WarningWords {
    /// What can be supported, from when more is needed, and when work must start.
    pub summary: Vec<Sentence>,
    /// The dates of the levels of [`LEVELS`].
    pub rows: Vec<WarningRow>,
    /// The level at which the MVP with early warning starts, beside the last moment.
    pub level: Sentence,
}

/// Early warning of an outcome.
#[must_use]
pub fn warning(outcome: &Outcome, currency: Currency) -> WarningWords {
    let say = Say::new(outcome, currency);
    let rows = (0_u8..).zip(LEVELS).map(|(place, _)| WarningRow {
        level: say.percent(Quantity::CrossingLevel(place)),
        when: match Quantity::Crossing(place).of(outcome) {
            Some(_) => say.month(Quantity::Crossing(place)),
            None => Span::words("never"),
        },
    });
    WarningWords {
        summary: summary(&say),
        rows: rows.collect(),
        level: level(&say),
    }
}

fn summary(say: &Say<'_>) -> Vec<Sentence> {
    let can = if say.is_service() {
        sentence![
            "The simple version carries about ",
            say.counted(Quantity::Input(Key::Capacity), Noun::USERS)
                .strong(),
        ]
    } else {
        sentence![
            "The simple version makes about ",
            say.counted(Quantity::Input(Key::Capacity), Noun::UNITS)
                .strong(),
            " a month",
        ]
    };
    let need = match say.outcome.warning.wall {
        None => sentence!["; with your numbers more is never needed."],
        Some(wall) if wall <= 0.0 => {
            sentence!["; with your numbers more is needed from the day of the launch."]
        }
        Some(_) => sentence![
            "; with your numbers more is needed from ",
            say.month(Quantity::Wall).strong(),
            ".",
        ],
    };
    let mut summary = vec![sentence![can, need]];
    summary.extend(last_moment(say).map(|label| sentence![label, "."]));
    summary
}

/// The last moment to start, in the words that its date allows.
fn last_moment(say: &Say<'_>) -> Option<Sentence> {
    let rebuild = say.words.rebuild;
    let start = Quantity::LastStart;
    let at = start.of(say.outcome)?;
    let launch = say.value(Quantity::Launch(Strategy::MvpLive));
    let months = say.months(Quantity::Worked(crate::why::Worked::LeadTime));
    Some(if at >= launch {
        sentence![
            say.month(start).capitalised(),
            format!(": last moment to start a {rebuild} in time, at "),
            say.percent(Quantity::WarningLevel),
            if say.is_service() {
                " full"
            } else {
                " of what can be made"
            },
        ]
    } else if at >= 0.0 {
        sentence![
            format!("Too late already at launch: a {rebuild} of "),
            months,
            " would have to start in ",
            say.month(start),
        ]
    } else {
        sentence![
            format!("Too late from the start: a {rebuild} of "),
            months,
            " is longer than the time until the wall",
        ]
    })
}

fn level(say: &Say<'_>) -> Sentence {
    let start = Quantity::StepStart(Strategy::MvpWatch);
    let level = say.percent(Quantity::AlarmWatch).strong();
    match start.of(say.outcome) {
        Some(_) => sentence![
            "The MVP with early warning starts its ",
            say.words.rebuild,
            " at ",
            level,
            ", in ",
            say.month(start),
            ".",
        ],
        None => sentence![
            "The MVP with early warning would start its ",
            say.words.rebuild,
            " at ",
            level,
            ", which is not reached within ",
            say.horizon(),
            ".",
        ],
    }
}

/// At which alarm the watched MVP is compared, and what it would be worth at the rule of thumb.
#[must_use]
pub fn alarm(outcome: &Outcome, currency: Currency) -> Option<Sentence> {
    let say = Say::new(outcome, currency);
    let room = if say.is_service() {
        " of its room"
    } else {
        " of what it can make"
    };
    let whose = match outcome.scenario.watch() {
        Watch::Best => "its best alarm",
        Watch::At(_) => "the alarm that you gave",
    };
    let start = sentence![
        Sentence::from(say.built(Strategy::MvpWatch)).capitalised(),
        format!(" is compared at {whose}, "),
        say.percent(Quantity::AlarmWatch).strong(),
        room,
        ": worth ",
        say.money3(Quantity::Value(Choice::Build(Strategy::MvpWatch))),
        " on average",
    ];
    if outcome.alarm_watch == RULE_OF_THUMB {
        return Some(sentence![start, ". That is the rule of thumb, too."]);
    }
    let thumb = Quantity::ValueAtRuleOfThumb;
    thumb.of(outcome)?;
    Some(sentence![
        start,
        ". By the rule of thumb, ",
        say.percent(Quantity::RuleOfThumb),
        ", it would be ",
        say.money3(thumb),
        ".",
    ])
}
