//! A scenario: every input has a value and nothing invalid can exist.

use crate::demand::{Curve, Demand};
use crate::field::{FIELDS, Key, Kind, Special};
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

/// When the watched MVP starts its rebuild.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Watch {
    /// At the level with the highest expected value, found by a sweep.
    Best,
    /// At this utilisation.
    At(f64),
}

/// A complete, valid set of inputs for one kind of product.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    kind: Kind,
    values: [f64; Key::COUNT],
    demand: Demand,
    curve: Curve,
}

impl Scenario {
    /// The defaults of a kind.
    #[must_use]
    pub fn preset(kind: Kind) -> Self {
        let mut values = [0.0; Key::COUNT];
        for key in Key::ALL {
            values[key as usize] = key.default_for(kind);
        }
        let milestones = [Key::UsersAtLaunch, Key::UsersMonth6, Key::UsersMonth12]
            .map(|key| values[key as usize]);
        let curve = Curve::preset(milestones, values[Key::Ceiling as usize]);
        Self {
            kind,
            values,
            demand: Demand::Milestones,
            curve,
        }
    }

    /// The defaults of a kind with changes; every fault is reported, none is mended.
    ///
    /// # Errors
    /// All problems found, in the order of the list of inputs.
    pub fn with(
        kind: Kind,
        changes: impl IntoIterator<Item = (Key, f64)>,
        demand: Demand,
    ) -> Result<Self, Vec<Problem>> {
        let mut scenario = Self::preset(kind);
        scenario.demand = demand;
        let mut problems = Vec::new();
        for (key, value) in changes {
            match check(kind, key, value) {
                // Minus zero is zero.
                Ok(()) => scenario.values[key as usize] = value + 0.0,
                Err(fault) => problems.push(Problem { key, fault }),
            }
        }
        match Curve::new(&scenario.demand, |key| scenario[key]) {
            Ok(curve) => scenario.curve = curve,
            Err(undefined) => problems.push(scenario.without_curve(undefined)),
        }
        problems.extend(scenario.conflicts());
        problems.sort_by_key(|problem| problem.key);
        if problems.is_empty() {
            Ok(scenario)
        } else {
            Err(problems)
        }
    }

    /// The same scenario with other values.
    ///
    /// # Errors
    /// All problems found, in the order of the list of inputs.
    pub fn changed(
        &self,
        changes: impl IntoIterator<Item = (Key, f64)>,
    ) -> Result<Self, Vec<Problem>> {
        let mine = Field::all(self.kind).map(|key| (key, self[key]));
        Self::with(self.kind, mine.chain(changes), self.demand.clone())
    }

    fn without_curve(&self, undefined: crate::demand::Undefined) -> Problem {
        match self.demand {
            Demand::Milestones => {
                let month_12 = self[Key::UsersMonth12];
                Problem {
                    key: Key::Ceiling,
                    fault: Fault::CeilingTooLow { month_12 },
                }
            }
            _ => Problem {
                key: Key::UsersAtLaunch,
                fault: Fault::Demand(undefined),
            },
        }
    }

    /// What does not fit together although each value is allowed.
    fn conflicts(&self) -> Vec<Problem> {
        let mut found = Vec::new();
        if self.kind == Kind::Service && self[Key::ResponseEmpty] >= self[Key::ResponseLimit] {
            let limit = self[Key::ResponseLimit];
            found.push(Problem {
                key: Key::ResponseEmpty,
                fault: Fault::EmptyNotFaster { limit },
            });
        }
        if self[Key::Multiple2] < self[Key::Multiple1] {
            let multiple_1 = self[Key::Multiple1];
            found.push(Problem {
                key: Key::Multiple2,
                fault: Fault::BigNotBigger { multiple_1 },
            });
        }
        found
    }

    /// The kind of product.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The shape of demand.
    #[must_use]
    pub fn demand(&self) -> &Demand {
        &self.demand
    }

    /// The demand curve with its size and speed.
    #[must_use]
    pub fn curve(&self) -> &Curve {
        &self.curve
    }

    /// When the watched MVP starts its rebuild.
    #[must_use]
    pub fn watch(&self) -> Watch {
        let level = self[Key::AlarmWatch];
        if level.is_finite() {
            Watch::At(level)
        } else {
            Watch::Best
        }
    }

    /// The cash there is, or `None` if it is unlimited.
    #[must_use]
    pub fn cash(&self) -> Option<f64> {
        Some(self[Key::Cash]).filter(|cash| cash.is_finite())
    }

    /// Whether building nothing is one of the options.
    #[must_use]
    pub fn nothing_allowed(&self) -> bool {
        self[Key::NothingAllowed] != 0.0
    }

    /// The number of months projected.
    #[must_use]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to be whole and within 6 to 120"
    )]
    pub fn horizon(&self) -> u32 {
        self[Key::Horizon] as u32
    }

    /// Inputs that differ from the defaults of the kind.
    pub fn changes(&self) -> impl Iterator<Item = Key> {
        Field::all(self.kind).filter(|key| self[*key] != key.default_for(self.kind))
    }
}

impl std::ops::Index<Key> for Scenario {
    type Output = f64;

    fn index(&self, key: Key) -> &f64 {
        &self.values[key as usize]
    }
}

/// The inputs of a kind.
struct Field;

impl Field {
    fn all(kind: Kind) -> impl Iterator<Item = Key> {
        FIELDS
            .iter()
            .filter(move |field| field.preset(kind).is_some())
            .map(|field| field.key)
    }
}

/// Whether one value is allowed by itself.
///
/// # Errors
/// The fault.
pub fn check(kind: Kind, key: Key, value: f64) -> Result<(), Fault> {
    let field = key.field();
    if field.preset(kind).is_none() {
        return Err(Fault::NotUsed);
    }
    let stands_for_a_word = matches!(field.special, Special::Best | Special::Unlimited);
    if stands_for_a_word && value == f64::INFINITY {
        return Ok(());
    }
    if !value.is_finite() {
        return Err(Fault::NotANumber);
    }
    let (low, high) = field.allowed;
    if value < low || value > high {
        return Err(Fault::Outside { low, high });
    }
    let whole = matches!(field.special, Special::Whole | Special::YesNo);
    if whole && value != value.trunc() {
        return Err(Fault::NotWhole);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn defaults_are_valid() {
        for kind in Kind::ALL {
            let preset = Scenario::preset(kind);
            assert_eq!(
                Scenario::with(kind, [], Demand::Milestones),
                Ok(preset.clone())
            );
            assert_eq!(preset.changed([]), Ok(preset));
        }
    }

    #[test]
    fn every_fault_is_reported_at_its_input() {
        let problems = Scenario::with(
            Kind::Service,
            [
                (Key::Success, 1.2),
                (Key::Ceiling, 1999.0),
                (Key::Horizon, 7.5),
                (Key::Price, 10.0),
                (Key::BuildCost, f64::NAN),
            ],
            Demand::Milestones,
        )
        .unwrap_err();
        let keys: Vec<Key> = problems.iter().map(|problem| problem.key).collect();
        assert_eq!(
            keys,
            [
                Key::Success,
                Key::Ceiling,
                Key::Price,
                Key::BuildCost,
                Key::Horizon
            ]
        );
        assert_eq!(
            problems[0].sentence(),
            "This must lie between 0% and 100%."
        );
        assert_eq!(
            problems[1].to_string(),
            "demand.K: The most there could ever be must be more than the 2,000 after 12 months."
        );
    }

    #[test]
    fn words_in_the_place_of_numbers() {
        let preset = Scenario::preset(Kind::Service);
        assert_eq!(preset.watch(), Watch::Best);
        assert_eq!(preset.cash(), None);
        assert_eq!(
            check(Kind::Service, Key::BuildCost, f64::INFINITY),
            Err(Fault::NotANumber)
        );
        let fixed = preset
            .changed([(Key::AlarmWatch, 0.65), (Key::Cash, 9e5)])
            .unwrap();
        assert_eq!(fixed.watch(), Watch::At(0.65));
        assert_eq!(fixed.cash(), Some(9e5));
    }
}
