//! A scenario: every input has a value and nothing invalid can exist.

use crate::demand::{Curve, Demand};
use crate::field::{FIELDS, Key, Kind, Range, Shape, Special};
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

/// When the watched MVP starts its rebuild.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Watch {
    /// At the level with the highest expected value, found by a sweep.
    Best,
    /// At this utilisation.
    At(f64),
}

/// How strongly two uncertain inputs go together.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Correlation {
    /// The input that is drawn first.
    pub first: Key,
    /// The input that follows it.
    pub second: Key,
    /// Between -1 and 1, on the scale of the ranges.
    pub strength: f64,
}

/// The correlations of the presets; our judgement.
pub const CORRELATIONS: [Correlation; 2] = [
    Correlation {
        first: Key::Size,
        second: Key::Speed,
        strength: 0.3,
    },
    Correlation {
        first: Key::RebuildCost,
        second: Key::RebuildMonths,
        strength: 0.6,
    },
];

/// What a scenario is made of, before it is checked. Inputs that are not named have their defaults.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Inputs {
    /// The kind of product.
    pub kind: Kind,
    /// Best guesses.
    pub values: Vec<(Key, f64)>,
    /// The shape of demand.
    pub demand: Demand,
    /// Ranges that were given; `None` = certain. An input that is not named has the range of the
    /// preset, moved along with its best guess.
    pub ranges: Vec<(Key, Option<Range>)>,
    /// Correlations that were given, or `None` for those of the presets.
    pub correlations: Option<Vec<Correlation>>,
}

impl Inputs {
    /// The defaults of a kind.
    #[must_use]
    pub fn preset(kind: Kind) -> Self {
        Self {
            kind,
            values: Vec::new(),
            demand: Demand::Milestones,
            ranges: Vec::new(),
            correlations: None,
        }
    }

    /// Only these ranges, no others; the chance of success keeps its own unless it is named.
    #[must_use]
    pub fn with_only_ranges(mut self, ranges: impl IntoIterator<Item = (Key, Range)>) -> Self {
        let ranges: Vec<_> = ranges.into_iter().collect();
        let others = Key::ALL
            .into_iter()
            .filter(|key| *key != Key::Success && !ranges.iter().any(|(given, _)| given == key));
        let certain = others
            .filter(|key| {
                key.field()
                    .preset(self.kind)
                    .is_some_and(|p| p.range.is_some())
            })
            .map(|key| (key, None));
        let given = ranges.iter().map(|(key, range)| (*key, Some(*range)));
        self.ranges = given.chain(certain).collect();
        self
    }
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

/// Whether a range is possible for an input and its best guess.
///
/// # Errors
/// The fault.
pub fn check_range(kind: Kind, key: Key, best: f64, range: &Range) -> Result<(), Fault> {
    let field = key.field();
    if field.preset(kind).is_none() {
        return Err(Fault::NotUsed);
    }
    if !has_range(key) {
        return Err(Fault::Range(RangeFault::NotARange));
    }
    let (low, high) = (range.low, range.high);
    if !low.is_finite() || !high.is_finite() {
        return Err(Fault::Range(RangeFault::NotANumber));
    }
    if low == high {
        return Err(Fault::Range(RangeFault::NoWidth));
    }
    if low > high {
        return Err(Fault::Range(RangeFault::Reversed));
    }
    if best < low || best > high {
        return Err(Fault::Range(RangeFault::BestOutside { best, low, high }));
    }
    if ![low, best, high].iter().all(|x| range.shape.holds(*x)) {
        return Err(Fault::Range(match range.shape {
            Shape::LogitNormal => RangeFault::NotAShare,
            Shape::Normal | Shape::Lognormal => RangeFault::NotPositive,
        }));
    }
    check(kind, key, low).and(check(kind, key, high))
}

/// Whether an input can have a range: not a choice, and not one of demand's own numbers, for which
/// its size and speed stand.
#[must_use]
pub fn has_range(key: Key) -> bool {
    let milestone = matches!(
        key,
        Key::UsersAtLaunch | Key::UsersMonth6 | Key::UsersMonth12 | Key::Ceiling
    );
    !milestone && key.field().special == Special::None
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
        assert_eq!(problems[0].sentence(), "This must lie between 0% and 100%.");
        assert_eq!(
            problems[1].to_string(),
            "demand.K: The most there could ever be must be more than the 2,000 after 12 months."
        );
    }

    #[test]
    fn impossible_ranges_are_named() {
        let range = |low, high, shape| Range { low, high, shape };
        let (normal, log, logit) = (Shape::Normal, Shape::Lognormal, Shape::LogitNormal);
        let table = [
            (
                Key::Premium,
                range(0.3, 0.4, normal),
                "The best guess 25% lies outside its range of 30% to 40%.",
            ),
            (
                Key::Premium,
                range(0.25, 0.25, normal),
                "Low and high of the range must differ.",
            ),
            (
                Key::Premium,
                range(0.4, 0.1, normal),
                "Low must be below high.",
            ),
            (
                Key::Premium,
                range(f64::NAN, 0.4, normal),
                "Low and high of the range must be numbers.",
            ),
            (
                Key::Size,
                range(-1.0, 3.0, log),
                "All three numbers of this range must be above 0.",
            ),
            (
                Key::QuickFix,
                range(0.0, 0.5, logit),
                "All three numbers of this range must lie between 0% and 100%, neither included.",
            ),
            (
                Key::QuickFix,
                range(-0.1, 0.5, normal),
                "This must lie between 0% and 100%.",
            ),
            (
                Key::Horizon,
                range(30.0, 40.0, normal),
                "This input cannot have a range.",
            ),
            (
                Key::Ceiling,
                range(6000.0, 7000.0, normal),
                "This input cannot have a range.",
            ),
            (
                Key::Price,
                range(100.0, 700.0, log),
                "This kind of product does not have this input.",
            ),
        ];
        for (key, range, sentence) in table {
            let inputs = Inputs {
                ranges: vec![(key, Some(range))],
                ..Inputs::preset(Kind::Service)
            };
            let problems = Scenario::new(inputs).unwrap_err();
            assert_eq!(problems.len(), 1, "{sentence}");
            assert_eq!(problems[0].key, key);
            assert_eq!(problems[0].sentence(), sentence);
        }
        let with_itself = Correlation {
            first: Key::Size,
            second: Key::Size,
            strength: 0.5,
        };
        let inputs = Inputs {
            correlations: Some(vec![with_itself]),
            ..Inputs::preset(Kind::Service)
        };
        assert_eq!(
            Scenario::new(inputs).unwrap_err()[0].fault,
            Fault::Correlation
        );
    }

    #[test]
    fn ranges_move_along_until_they_are_given() {
        let preset = Scenario::preset(Kind::Service);
        let moved = preset.changed([(Key::RebuildMonths, 8.0)]).unwrap();
        let range = moved.range(Key::RebuildMonths).unwrap();
        assert!((range.low - 5.0).abs() < 1e-12 && (range.high - 12.8).abs() < 1e-12);
        let given = Range {
            low: 6.0,
            high: 12.0,
            shape: Shape::Lognormal,
        };
        let inputs = Inputs {
            values: vec![(Key::RebuildMonths, 9.0)],
            ranges: vec![(Key::RebuildMonths, Some(given)), (Key::Premium, None)],
            ..Inputs::preset(Kind::Service)
        };
        let scenario = Scenario::new(inputs.clone()).unwrap();
        assert_eq!(scenario.range(Key::RebuildMonths), Some(given));
        assert_eq!(scenario.range(Key::Premium), None);
        assert_eq!(Scenario::new(scenario.inputs()), Ok(scenario.clone()));
        let only = Inputs::preset(Kind::Service).with_only_ranges([(
            Key::Size,
            Range {
                low: 0.5,
                high: 2.0,
                shape: Shape::Lognormal,
            },
        )]);
        let only = Scenario::new(only).unwrap();
        assert_eq!(crate::sampling::drawn_keys(&only), [Key::Size]);
        assert!(only.range(Key::Success).is_some());
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
