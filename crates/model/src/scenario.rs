//! A scenario: every input has a value and nothing invalid can exist.

mod check;
mod fault;
mod inputs;

pub use check::{check, check_range, has_range};
pub use fault::{Fault, Problem, RangeFault};
pub use inputs::{CORRELATIONS, Correlation, Inputs};

use crate::demand::{Curve, Demand};
use crate::field::{FIELDS, Key, Kind, Range};

/// When the watched MVP starts its rebuild.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Watch {
    /// At the level with the highest expected value, found by a sweep.
    Best,
    /// At this utilisation.
    At(f64),
}

/// A complete, valid set of inputs for one kind of product.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "Inputs", into = "Inputs")]
pub struct Scenario {
    kind: Kind,
    values: [f64; Key::COUNT],
    demand: Demand,
    curve: Curve,
    ranges: [Option<Range>; Key::COUNT],
    given_ranges: Vec<(Key, Option<Range>)>,
    correlations: Option<Vec<Correlation>>,
}

impl Scenario {
    /// The defaults of a kind.
    #[must_use]
    pub fn preset(kind: Kind) -> Self {
        let mut values = [0.0; Key::COUNT];
        let mut ranges = [None; Key::COUNT];
        for key in Key::ALL {
            values[key as usize] = key.default_for(kind);
            ranges[key as usize] = key.field().preset(kind).and_then(|preset| preset.range);
        }
        let milestones = [Key::UsersAtLaunch, Key::UsersMonth6, Key::UsersMonth12]
            .map(|key| values[key as usize]);
        let curve = Curve::preset(milestones, values[Key::Ceiling as usize]);
        Self {
            kind,
            values,
            demand: Demand::Milestones,
            curve,
            ranges,
            given_ranges: Vec::new(),
            correlations: None,
        }
    }

    /// The defaults of a kind with changes; ranges move along with their best guesses.
    ///
    /// # Errors
    /// All problems found, in the order of the list of inputs.
    pub fn with(
        kind: Kind,
        changes: impl IntoIterator<Item = (Key, f64)>,
        demand: Demand,
    ) -> Result<Self, Vec<Problem>> {
        Self::new(Inputs {
            values: changes.into_iter().collect(),
            demand,
            ..Inputs::preset(kind)
        })
    }

    /// Checks inputs; every fault is reported, none is mended.
    ///
    /// # Errors
    /// All problems found, in the order of the list of inputs.
    pub fn new(inputs: Inputs) -> Result<Self, Vec<Problem>> {
        let kind = inputs.kind;
        let mut scenario = Self::preset(kind);
        scenario.demand = inputs.demand;
        let mut problems = Vec::new();
        for (key, value) in inputs.values {
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
        problems.extend(scenario.take_ranges(inputs.ranges));
        scenario.correlations = inputs.correlations;
        problems.extend(scenario.wrong_correlations());
        problems.sort_by_key(|problem| problem.key);
        if problems.is_empty() {
            Ok(scenario)
        } else {
            Err(problems)
        }
    }

    /// The same scenario with other values; ranges that were not given move along.
    ///
    /// # Errors
    /// All problems found, in the order of the list of inputs.
    pub fn changed(
        &self,
        changes: impl IntoIterator<Item = (Key, f64)>,
    ) -> Result<Self, Vec<Problem>> {
        let mut inputs = self.inputs();
        inputs.values.extend(changes);
        Self::new(inputs)
    }

    /// What the scenario is made of.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        Inputs {
            kind: self.kind,
            // Infinity stands for the words "best" and "unlimited", which are the defaults.
            values: Field::all(self.kind)
                .map(|key| (key, self[key]))
                .filter(|(_, value)| value.is_finite())
                .collect(),
            demand: self.demand.clone(),
            ranges: self.given_ranges.clone(),
            correlations: self.correlations.clone(),
        }
    }

    /// Takes the given ranges and moves the others along with their best guesses.
    fn take_ranges(&mut self, given: Vec<(Key, Option<Range>)>) -> Vec<Problem> {
        let mut problems = Vec::new();
        for key in Field::all(self.kind) {
            let preset = key.default_for(self.kind);
            let range = self.ranges[key as usize];
            self.ranges[key as usize] = range.and_then(|range| range.moved(preset, self[key]));
        }
        for (key, range) in &given {
            let fault =
                range.and_then(|range| check_range(self.kind, *key, self[*key], &range).err());
            match fault {
                Some(fault) => problems.push(Problem { key: *key, fault }),
                None => self.ranges[*key as usize] = *range,
            }
        }
        self.given_ranges = given;
        problems
    }

    /// Takes a choice that no draw depends on from another scenario, with the range that it has.
    pub(crate) fn take_choice(&mut self, key: Key, from: &Self) {
        self.values[key as usize] = from[key];
        self.ranges[key as usize] = from.ranges[key as usize];
    }

    fn wrong_correlations(&self) -> Vec<Problem> {
        let given = self.correlations.iter().flatten();
        let possible = |pair: &&Correlation| {
            let both = [pair.first, pair.second]
                .iter()
                .all(|key| *key != Key::Success && self.range(*key).is_some());
            both && pair.first != pair.second && pair.strength.abs() < 1.0
        };
        given
            .filter(|pair| !possible(pair))
            .map(|pair| Problem {
                key: pair.first,
                fault: Fault::Correlation,
            })
            .collect()
    }

    /// The range of an input; `None` = certain.
    #[must_use]
    pub fn range(&self, key: Key) -> Option<Range> {
        self.ranges[key as usize]
    }

    /// How uncertain inputs go together; pairs of which one is certain do nothing.
    #[must_use]
    pub fn correlations(&self) -> &[Correlation] {
        self.correlations.as_deref().unwrap_or(&CORRELATIONS)
    }

    /// Puts another value in place without a check, for draws: `value` is within what is allowed.
    pub(crate) fn draw(&mut self, key: Key, value: f64) {
        self.values[key as usize] = value;
        if matches!(key, Key::Size | Key::Speed) {
            self.curve.rescale(self[Key::Size], self[Key::Speed]);
        }
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

impl TryFrom<Inputs> for Scenario {
    type Error = Problem;

    fn try_from(inputs: Inputs) -> Result<Self, Problem> {
        Self::new(inputs).map_err(|mut problems| problems.swap_remove(0))
    }
}

impl From<Scenario> for Inputs {
    fn from(scenario: Scenario) -> Self {
        scenario.inputs()
    }
}

#[cfg(test)]
mod tests;
