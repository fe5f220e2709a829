//! What can be wrong with an input, in sentences for a person.

use crate::field::{Key, Kind};
use crate::text::write;

/// What is wrong with an input: one closed list, each with a sentence for a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// The number is not finite.
    NotANumber,
    /// The number lies outside the values for which the model is defined.
    Outside {
        /// Lowest value allowed.
        low: f64,
        /// Highest value allowed.
        high: f64,
    },
    /// Only whole numbers are possible.
    NotWhole,
    /// The kind of product does not have this input.
    NotUsed,
    /// The ceiling must be above the users after twelve months.
    CeilingTooLow {
        /// Users after twelve months.
        month_12: f64,
    },
    /// The wait when empty must be below the wait that defines capacity.
    EmptyNotFaster {
        /// The wait that defines capacity, seconds.
        limit: f64,
    },
    /// The big level must carry at least as much as the scalable one.
    BigNotBigger {
        /// The multiple of the scalable level.
        multiple_1: f64,
    },
    /// The demand curve is not defined for its numbers.
    Demand(crate::demand::Undefined),
    /// The range is impossible.
    Range(RangeFault),
    /// The correlation is impossible.
    Correlation,
}

/// What is wrong with a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RangeFault {
    /// An end is not finite.
    NotANumber,
    /// The best guess lies outside low to high.
    BestOutside {
        /// The best guess.
        best: f64,
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
    },
    /// Low and high are the same.
    NoWidth,
    /// Low is above high.
    Reversed,
    /// A logarithmic range needs numbers above 0.
    NotPositive,
    /// A range of a share needs numbers between 0 and 1, the ends excluded.
    NotAShare,
    /// This input has no range: it is a choice, or demand's size and speed stand for it.
    NotARange,
}

/// An input with a fault.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The input.
    pub key: Key,
    /// What is wrong with it.
    pub fault: Fault,
}

impl Problem {
    /// One sentence without the name of the input, e.g. for the line below its field.
    #[must_use]
    pub fn sentence(&self) -> String {
        match &self.fault {
            Fault::NotANumber => "This must be a number.".into(),
            Fault::Outside { low, high } => {
                format!(
                    "This must lie between {} and {}.",
                    bound(self.key, *low),
                    bound(self.key, *high)
                )
            }
            Fault::NotWhole => "This must be a whole number.".into(),
            Fault::NotUsed => "This kind of product does not have this input.".into(),
            Fault::CeilingTooLow { month_12 } => format!(
                "The most there could ever be must be more than the {} after 12 months.",
                bound(Key::UsersMonth12, *month_12)
            ),
            Fault::EmptyNotFaster { limit } => format!(
                "The wait when empty must be shorter than the {limit} seconds at which the version counts as full."
            ),
            Fault::BigNotBigger { multiple_1 } => format!(
                "The over-built version must carry at least as much as the scalable one, which carries {multiple_1} times the simple one."
            ),
            Fault::Demand(undefined) => undefined.to_string(),
            Fault::Range(fault) => self.range_sentence(*fault),
            Fault::Correlation => {
                "A correlation needs two different inputs with ranges and a strength between -1 and 1."
                    .into()
            }
        }
    }

    fn range_sentence(&self, fault: RangeFault) -> String {
        let shown = |value| bound(self.key, value);
        match fault {
            RangeFault::NotANumber => "Low and high of the range must be numbers.".into(),
            RangeFault::BestOutside { best, low, high } => format!(
                "The best guess {} lies outside its range of {} to {}.",
                shown(best),
                shown(low),
                shown(high)
            ),
            RangeFault::NoWidth => "Low and high of the range must differ.".into(),
            RangeFault::Reversed => "Low must be below high.".into(),
            RangeFault::NotPositive => "All three numbers of this range must be above 0.".into(),
            RangeFault::NotAShare => {
                "All three numbers of this range must lie between 0% and 100%, neither included."
                    .into()
            }
            RangeFault::NotARange => "This input cannot have a range.".into(),
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.key.field().name, self.sentence())
    }
}

impl std::error::Error for Problem {}

/// A bound as a reader expects it.
fn bound(key: Key, value: f64) -> String {
    write::field_with_sign(value, key.field().unit(Kind::Service).expect(0.5))
}
