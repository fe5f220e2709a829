//! What reading a range gives, and the sentences that tell the visitor.

use std::fmt;

use super::Reading;
use super::reading::{about, timed, with_unit};
use crate::field::Shape;
use crate::text::decimal::Decimal;
use crate::text::expect::{Expect, Family};
use crate::text::write;

/// A best guess with its range. Low is below high, and best lies within them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The low end, as it is stored.
    pub low: f64,
    /// The best guess, as it is stored.
    pub best: f64,
    /// The high end, as it is stored.
    pub high: f64,
}

/// What a text means in a field that takes a number or a range.
#[derive(Clone, Debug, PartialEq)]
pub enum RangeReading {
    /// It is one number, or not even that.
    One(Reading),
    /// It is a range; the echo says how it was understood.
    Range(RangeEcho),
    /// It has two meanings: the visitor chooses.
    Ask(RangeQuestion),
    /// It is half of a range: the last valid one stays.
    Incomplete(RangeIncomplete),
    /// It is no range for this field.
    Problem(RangeProblem),
}

impl RangeReading {
    /// The range, if the text is one.
    #[must_use]
    pub fn estimate(&self) -> Option<Estimate> {
        match self {
            Self::Range(echo) => Some(echo.estimate),
            _ => None,
        }
    }

    /// The best guess, whether it came alone or in a range.
    #[must_use]
    pub fn best(&self) -> Option<f64> {
        match self {
            Self::One(reading) => reading.value(),
            _ => self.estimate().map(|estimate| estimate.best),
        }
    }

    /// The sentence to show at the field; `None` for a number in the page's own format.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        match self {
            Self::One(reading) => reading.sentence(),
            Self::Range(echo) => Some(echo.to_string()),
            Self::Ask(question) => Some(question.to_string()),
            Self::Incomplete(incomplete) => Some(incomplete.to_string()),
            Self::Problem(problem) => Some(problem.to_string()),
        }
    }
}

/// Where the best guess of a range comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Best {
    Typed,
    /// The middle on the scale of this shape.
    Middle(Shape),
    /// The plain middle, because an end has no place on the scale.
    PlainMiddle,
}

/// How a range was understood. Its `Display` is one sentence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RangeEcho {
    /// The range.
    pub estimate: Estimate,
    /// The field's unit.
    pub expect: Expect,
    pub(super) best: Best,
    /// Whether a unit of time was converted.
    pub(super) converted: bool,
    /// Whether a currency was typed, which is not used.
    pub(super) money: bool,
    /// Whether shares may have been meant that were typed as small percentages.
    pub(super) perhaps_percent: bool,
}

impl RangeEcho {
    fn span(&self, low: f64, high: f64) -> String {
        let family = self.expect.family;
        match family {
            Family::Months | Family::Weeks | Family::Seconds if self.converted => {
                let low = write::plain(low, write::Precision::Table);
                let high = write::plain(high, write::Precision::Table);
                format!("about {low} to {}", timed(&high, family))
            }
            Family::Months | Family::Weeks | Family::Seconds => {
                let low = write::field(low, self.expect);
                format!("{low} to {}", with_unit(high, self.expect))
            }
            _ => format!(
                "{} to {}",
                with_unit(low, self.expect),
                with_unit(high, self.expect)
            ),
        }
    }
}

impl fmt::Display for RangeEcho {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Estimate { low, best, high } = self.estimate;
        let span = self.span(low, high);
        let guess = if self.converted {
            about(best, self.expect.family)
        } else {
            with_unit(best, self.expect)
        };
        match self.best {
            Best::Typed => write!(f, "Read as {guess}, likely {span}")?,
            Best::Middle(shape) => {
                let middle = match shape {
                    Shape::Normal => "the middle",
                    Shape::Lognormal => "the middle by ratio",
                    Shape::LogitNormal => "the middle by odds",
                };
                write!(
                    f,
                    "Read as {span}, with {middle}, {guess}, as the best guess"
                )?;
            }
            Best::PlainMiddle => {
                write!(
                    f,
                    "Read as {span}, with the middle, {guess}, as the best guess"
                )?;
            }
        }
        if self.money {
            f.write_str(", in the currency of this page")?;
        }
        if self.perhaps_percent {
            let times = |value: f64| {
                Decimal::of(value).map_or(value, |decimal| decimal.shifted(2).to_f64())
            };
            let other = self.span(times(low), times(high));
            return write!(f, ": did you mean {other}?");
        }
        f.write_str(".")
    }
}

/// A text that can mean two ranges. Its `Display` is one sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeQuestion {
    /// The two ranges, in the order of the numbers' own questions.
    pub readings: [Estimate; 2],
    /// What was typed, fit to be shown.
    pub shown: String,
    /// The field's unit.
    pub expect: Expect,
    /// Whether the best guess was typed.
    pub(super) best_typed: bool,
}

impl RangeQuestion {
    /// The texts that give either range without a question, as labels for the two choices and as
    /// the field's new text.
    #[must_use]
    pub fn choices(&self) -> [String; 2] {
        self.readings.map(|Estimate { low, best, high }| {
            let [low, best, high] = [low, best, high].map(|it| write::field(it, self.expect));
            if self.best_typed {
                format!("{best} ({low} to {high})")
            } else {
                format!("{low} to {high}")
            }
        })
    }
}

impl fmt::Display for RangeQuestion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [first, second] = self.choices();
        let shown = &self.shown;
        write!(f, "“{shown}” can mean {first} or {second}: which one?")
    }
}

/// Half of a range. Its `Display` is one sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RangeIncomplete {
    /// The field's unit.
    pub expect: Expect,
}

impl fmt::Display for RangeIncomplete {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let examples = examples(self.expect.family);
        write!(
            f,
            "Not finished: the rest of the range follows, such as {examples}."
        )
    }
}

/// A text that is no range for the field. Its `Display` is one sentence with a valid example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeProblem {
    /// What is wrong.
    pub kind: RangeProblemKind,
    /// What was typed, fit to be shown.
    pub shown: String,
    /// The field's unit.
    pub expect: Expect,
}

/// What is wrong with a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeProblemKind {
    /// It holds several numbers that make no range: "20, 30", "1/2".
    NotARange,
    /// The low end is above the high end.
    Reversed,
    /// Both ends are the same.
    NoWidth,
    /// The best guess lies outside the ends.
    BestOutside,
}

impl fmt::Display for RangeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let what = match self.kind {
            RangeProblemKind::NotARange => "is neither one number nor a range",
            RangeProblemKind::Reversed => "has a low end that is above its high end",
            RangeProblemKind::NoWidth => "has a low end that is also its high end",
            RangeProblemKind::BestOutside => "has its best guess outside its range",
        };
        let examples = examples(self.expect.family);
        write!(f, "“{}” {what}: try {examples}.", self.shown)
    }
}

/// Two valid ranges for a sentence that asks for another text.
const fn examples(family: Family) -> &'static str {
    match family {
        Family::Number => "1,000 to 3,000 or 2k (1k to 3k)",
        Family::Money => "100k to 200k or 150k (100k to 200k)",
        Family::Share => "20-30% or 25% (20-30)",
        Family::SmallShare => "1-3% or 2% (1-3)",
        Family::Multiple => "200-300% or 250% (200-300)",
        Family::Months => "3 to 6 months or 4 (3 to 6)",
        Family::Weeks => "8 to 14 weeks or 10 (8 to 14)",
        Family::Seconds => "3 to 5 s or 4 (3 to 5)",
        Family::Factor => "5 to 20 or 10 (5 to 20)",
    }
}
