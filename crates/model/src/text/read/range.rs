//! A range from one text: "20-30%", "20 to 30", "25% (20-30)", "20, 25, 30".

use super::parts::{self, Parts};
use super::range_reading::Best;
use super::reading::shown;
use super::{
    Estimate, Incomplete, Missing, Note, ProblemKind, RangeEcho, RangeIncomplete, RangeProblem,
    RangeProblemKind, RangeQuestion, RangeReading, Reading, number,
};
use crate::field::Shape;
use crate::text::decimal::Decimal;
use crate::text::expect::Expect;

/// Reads a number, or a range, from what was typed into a field. Where the best guess is not typed
/// it is put in the middle on the scale of `shape`, at three significant digits.
#[must_use]
pub fn range(text: &str, expect: Expect, shape: Shape) -> RangeReading {
    let one = number(text, expect);
    if matches!(
        one,
        Reading::Exact(_) | Reading::Understood { .. } | Reading::Ask(_)
    ) {
        return RangeReading::One(one);
    }
    let problem = |kind| {
        RangeReading::Problem(RangeProblem {
            kind,
            shown: shown(text),
            expect,
        })
    };
    let incomplete = RangeReading::Incomplete(RangeIncomplete { expect });
    match parts::split(text) {
        Parts::Whole => match one {
            Reading::Problem(one) if one.kind == ProblemKind::SeveralNumbers => {
                problem(RangeProblemKind::NotARange)
            }
            other => RangeReading::One(other),
        },
        Parts::Half => incomplete,
        Parts::Other => problem(RangeProblemKind::NotARange),
        Parts::Ends(ends) => {
            let reader = Reader::new(&ends, expect);
            let found = reader.read(|[low, high]| {
                let (best, from) = middle(low, high, shape);
                (Estimate { low, best, high }, from)
            });
            found
                .unwrap_or_else(|stop| stop.reading(problem, incomplete))
                .shown_as(text)
        }
        Parts::Three(three) => {
            let reader = Reader::new(&three, expect);
            let found =
                reader.read(|[low, best, high]| (Estimate { low, best, high }, Best::Typed));
            found
                .unwrap_or_else(|stop| stop.reading(problem, incomplete))
                .shown_as(text)
        }
    }
}

impl RangeReading {
    fn shown_as(mut self, text: &str) -> Self {
        if let Self::Ask(question) = &mut self {
            question.shown = shown(text);
        }
        self
    }
}

/// Why parts make no range.
enum Stop {
    Part(Reading),
    Kind(RangeProblemKind),
}

impl Stop {
    fn reading(
        self,
        problem: impl Fn(RangeProblemKind) -> RangeReading,
        incomplete: RangeReading,
    ) -> RangeReading {
        match self {
            Self::Part(Reading::Incomplete(Incomplete {
                missing: Missing::Everything | Missing::Number,
                ..
            })) => incomplete,
            Self::Part(reading) => RangeReading::One(reading),
            Self::Kind(kind) => problem(kind),
        }
    }
}

/// The parts of a range, with the unit of one part also at those that have none, and as typed.
struct Reader<const N: usize> {
    shared: [String; N],
    typed: [String; N],
    expect: Expect,
}

impl<const N: usize> Reader<N> {
    fn new(parts: &[String; N], expect: Expect) -> Self {
        let typed = parts.clone().map(|part| part.trim().to_owned());
        let tails = typed.clone().map(|part| parts::tail(&part));
        // A closing bracket belongs to its own number.
        let mut units = tails
            .iter()
            .filter(|tail| !tail.is_empty() && !tail.contains(')'));
        let mut shared = typed.clone();
        if let Some(unit) = units.next() {
            for (part, tail) in shared.iter_mut().zip(&tails) {
                if tail.is_empty() && parts::has_number(part) {
                    part.push(' ');
                    part.push_str(unit);
                }
            }
        }
        Self {
            shared,
            typed,
            expect,
        }
    }

    /// The range with the shared unit; as typed where that makes none ("500 to 2k").
    fn read(&self, estimate: impl Fn([f64; N]) -> (Estimate, Best)) -> Result<RangeReading, Stop> {
        let shared = self.read_as(&self.shared, &estimate);
        match shared {
            Err(Stop::Kind(_)) if self.shared != self.typed => {
                let typed = self.read_as(&self.typed, &estimate);
                if typed.is_ok() { typed } else { shared }
            }
            shared => shared,
        }
    }

    fn read_as(
        &self,
        parts: &[String; N],
        estimate: &impl Fn([f64; N]) -> (Estimate, Best),
    ) -> Result<RangeReading, Stop> {
        let mut readings = [const { Reading::Exact(0.0) }; N];
        for (reading, part) in readings.iter_mut().zip(parts) {
            let read = number(part, self.expect);
            if matches!(read, Reading::Incomplete(_) | Reading::Problem(_)) {
                return Err(Stop::Part(read));
            }
            *reading = read;
        }
        let [first, second] = [0, 1].map(|choice| {
            let values = readings.each_ref().map(|reading| match reading {
                Reading::Ask(question) => question.readings[choice],
                other => other.value().unwrap_or_default(),
            });
            checked(estimate(values))
        });
        match (first, second) {
            (Ok((first, best)), Ok((second, _))) if first != second => {
                Ok(RangeReading::Ask(RangeQuestion {
                    readings: [first, second],
                    shown: String::new(),
                    expect: self.expect,
                    best_typed: best == Best::Typed,
                }))
            }
            (Ok((found, best)), _) | (Err(_), Ok((found, best))) => {
                Ok(RangeReading::Range(self.echo(&readings, found, best)))
            }
            (Err(kind), Err(_)) => Err(Stop::Kind(kind)),
        }
    }

    fn echo(&self, readings: &[Reading; N], estimate: Estimate, best: Best) -> RangeEcho {
        let note = |reading: &Reading| match reading {
            Reading::Understood { echo, .. } => Some(echo.note),
            _ => None,
        };
        let any = |wanted: Note| readings.iter().any(|reading| note(reading) == Some(wanted));
        RangeEcho {
            estimate,
            expect: self.expect,
            best,
            converted: any(Note::Converted),
            money: any(Note::CurrencyOfThePage),
            perhaps_percent: readings
                .iter()
                .all(|reading| matches!(note(reading), Some(Note::PerhapsPercent { .. }))),
        }
    }
}

fn checked((estimate, best): (Estimate, Best)) -> Result<(Estimate, Best), RangeProblemKind> {
    let Estimate {
        low,
        best: guess,
        high,
    } = estimate;
    if low == high {
        Err(RangeProblemKind::NoWidth)
    } else if low > high {
        Err(RangeProblemKind::Reversed)
    } else if !(low..=high).contains(&guess) {
        Err(RangeProblemKind::BestOutside)
    } else {
        Ok((estimate, best))
    }
}

/// The middle between two ends on the scale of a shape, at three significant digits where these
/// lie between the ends.
fn middle(low: f64, high: f64, shape: Shape) -> (f64, Best) {
    let (shape, from) = if shape.holds(low) && shape.holds(high) {
        (shape, Best::Middle(shape))
    } else {
        (Shape::Normal, Best::PlainMiddle)
    };
    let exact = shape.from_scale(0.5 * shape.to_scale(low) + 0.5 * shape.to_scale(high));
    let exact = if exact.is_normal() { exact } else { 0.0 };
    let round = Decimal::of(exact).map(|decimal| decimal.rounded_to(3, i32::MIN).to_f64());
    let is_between = |value: &f64| low < *value && *value < high;
    match round.filter(is_between) {
        Some(round) => (round, from),
        None if low <= high => (exact.clamp(low, high), from),
        None => (exact, from),
    }
}
