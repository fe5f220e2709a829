//! Consistency checks as sentences: what the inputs imply about each other.

use super::quantity::Quantity;
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;

/// What is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Check {
    /// The weeks that the premium implies.
    PremiumWeeks,
    /// The rebuild cost that its months and the team imply.
    RebuildCost,
    /// The break-even by cost alone.
    CostAlone,
    /// The room of a version that is used.
    Room(Strategy),
}

/// A check in words.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckWords {
    /// What is checked.
    pub check: Check,
    /// What it says.
    pub sentence: Sentence,
    /// Whether it deserves a second look.
    pub doubtful: bool,
    /// The inputs it speaks about.
    pub inputs: &'static [Key],
}

/// Two statements of the same thing differ when one is this many times the other.
const FAR: f64 = 1.25;
/// More of its room than this, and it is too small.
const FULL: f64 = 1.005;
/// Less of its room than this, and nobody needs it.
const IDLE: f64 = 0.1;

/// The checks of an outcome, as a page lists them.
#[must_use]
pub fn checks(outcome: &Outcome, currency: Currency) -> Vec<Sentence> {
    let checks = check_words(outcome, currency).into_iter();
    checks.map(|check| check.sentence).collect()
}

/// The checks of an outcome, each with the inputs it speaks about.
#[must_use]
pub fn check_words(outcome: &Outcome, currency: Currency) -> Vec<CheckWords> {
    let say = Say::new(outcome, currency);
    let mut checks = vec![premium_weeks(&say), rebuild_cost(&say)];
    checks.extend(cost_alone(&say));
    checks.extend([room(&say, Strategy::Msp), room(&say, Strategy::Over)]);
    checks
}

fn premium_weeks(say: &Say<'_>) -> CheckWords {
    let weeks = Quantity::WeeksMore(Strategy::Msp);
    let rest = if say.value(weeks) > 0.0 {
        sentence![" means ", say.weeks(weeks).strong(), " more until launch."]
    } else {
        sentence![" means the same launch date as the simple version."]
    };
    CheckWords {
        check: Check::PremiumWeeks,
        sentence: sentence![
            "An extra of ",
            say.percent3(Quantity::Input(Key::Premium)),
            " for the scalable version also",
            rest,
        ],
        doubtful: false,
        inputs: &[Key::Premium, Key::BuildWeeks],
    }
}

fn rebuild_cost(say: &Say<'_>) -> CheckWords {
    let said = say.value(Quantity::Input(Key::RebuildCost));
    let implied = say.value(Quantity::RebuildImplied);
    let doubtful = said > FAR * implied || implied > FAR * said;
    let implied = say.plain(Quantity::RebuildImplied).strong();
    let said = say.plain(Quantity::Input(Key::RebuildCost)).strong();
    let verdict = if implied.text == said.text {
        sentence![", which is what you say."]
    } else {
        sentence!["; you say ", times(said), "."]
    };
    CheckWords {
        check: Check::RebuildCost,
        sentence: sentence![
            Sentence::from(say.months(Quantity::Input(Key::RebuildMonths))).capitalised(),
            " of the team at ",
            say.money3(Quantity::Input(Key::Payroll)),
            " a month: ",
            times(implied),
            " what the simple version costs",
            verdict,
        ],
        doubtful,
        inputs: &[
            Key::RebuildMonths,
            Key::Payroll,
            Key::RebuildCost,
            Key::BuildCost,
        ],
    }
}

/// A multiple: "1.6 times", "1 time".
fn times(figure: Span) -> Sentence {
    let noun = if figure.text == "1" {
        " time"
    } else {
        " times"
    };
    sentence![figure, noun]
}

fn cost_alone(say: &Say<'_>) -> Option<CheckWords> {
    let from = say.outcome.checks.article_break_even?;
    let [now, later] = [Key::Premium, Key::RebuildCost].map(Quantity::Input);
    let pays = if from <= 1.0 {
        sentence![
            " it pays from a chance of success of ",
            say.in_hundred(Quantity::CostBreakEven).strong(),
            ".",
        ]
    } else {
        sentence![" it does not pay at any chance of success."]
    };
    Some(CheckWords {
        check: Check::CostAlone,
        sentence: sentence![
            "By cost alone, ",
            say.percent3(now),
            " now against ",
            say.percent3(later),
            " later,",
            pays,
        ],
        doubtful: false,
        inputs: &[Key::Premium, Key::RebuildCost],
    })
}

fn room(say: &Say<'_>, strategy: Strategy) -> CheckWords {
    let used = Quantity::PeakUse(strategy);
    let value = say.value(used);
    let name = say.plan(Choice::Build(strategy));
    let (rest, doubtful) = if value > FULL {
        (" of its room: more than it was built for", true)
    } else if value < IDLE {
        (" of its room; nobody needs the rest", true)
    } else {
        (" of its room", false)
    };
    CheckWords {
        check: Check::Room(strategy),
        sentence: sentence![
            "At its peak ",
            name,
            " uses ",
            say.percent(used).strong(),
            rest,
            ".",
        ],
        doubtful,
        inputs: match strategy {
            Strategy::Over => &[Key::Capacity, Key::Multiple2],
            _ => &[Key::Capacity, Key::Multiple1],
        },
    }
}
