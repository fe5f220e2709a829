//! What a scenario is made of, before it is checked.

use crate::demand::Demand;
use crate::field::{Key, Kind, Range};
use crate::preset::Example;

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

    /// Gives an input the range that an example states of its own, about another best guess. The
    /// ranges of the kind move along by themselves.
    pub fn take_range_of(&mut self, example: &Example, key: Key, best: f64) {
        if example.ranges.iter().any(|(own, _, _)| *own == key) {
            self.take_range(key, example.range_about(key, best));
        }
    }

    /// Gives an input a range, in the place of one that was given before; `None` = certain.
    pub fn take_range(&mut self, key: Key, range: Option<Range>) {
        self.ranges.retain(|(given, _)| *given != key);
        self.ranges.push((key, range));
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
