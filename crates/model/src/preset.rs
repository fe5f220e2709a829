//! Examples to start from: a kind with changes. A starting point, not a parameter.

use crate::field::{Key, Kind, Range};
use crate::scenario::{Inputs, Problem, Scenario};

/// An example to start from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Example {
    /// Its key in files and in the form.
    pub key: &'static str,
    /// Its name in a list.
    pub name: &'static str,
    /// Its name in a sentence: "changed from the SaaS example".
    pub short: &'static str,
    /// The kind of product.
    pub kind: Kind,
    /// What differs from the defaults of the kind.
    pub changes: &'static [(Key, f64)],
    /// Low and high of the ranges that differ from the default's, moved along with the best guess.
    pub ranges: &'static [(Key, f64, f64)],
    /// Whether it is only read from older files and links, and no longer offered.
    pub retired: bool,
}

/// The examples, the one that opens first at the front. Files and links name them by their keys and
/// hold what differs from them: none is ever changed or taken away, see [`Example::offered`].
pub static EXAMPLES: [Example; 7] = [
    Example {
        key: "saas",
        name: "The article's SaaS example, demand already shows",
        short: "the SaaS example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.5)],
        ranges: &[],
        retired: false,
    },
    Example {
        key: "pilot",
        name: "Pilot with first customers",
        short: "the pilot example",
        kind: Kind::Service,
        changes: &[],
        ranges: &[],
        retired: false,
    },
    Example {
        key: "idea",
        name: "An idea",
        short: "the idea example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.18)],
        ranges: &[],
        retired: false,
    },
    Example {
        key: "long_shot",
        name: "A long shot",
        short: "the long-shot example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.08)],
        ranges: &[],
        retired: false,
    },
    Example {
        key: "full_rebuild",
        name: "Full rebuild, 9 months",
        short: "the nine-month example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.5), (Key::RebuildMonths, 9.0)],
        ranges: &[],
        retired: true,
    },
    Example {
        key: "full_rebuild_6_12",
        name: "Full rebuild, 6-12 months",
        short: "the full-rebuild example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.5), (Key::RebuildMonths, 9.0)],
        ranges: &[(Key::RebuildMonths, 6.0, 12.0)],
        retired: false,
    },
    Example {
        key: "hardware",
        name: "Connected device, 50 to 5,000 units",
        short: "the hardware example",
        kind: Kind::Hardware,
        changes: &[],
        ranges: &[],
        retired: false,
    },
];

impl Example {
    /// The example with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<&'static Self> {
        EXAMPLES.iter().find(|example| example.key == key)
    }

    /// The examples to choose from.
    pub fn offered() -> impl Iterator<Item = &'static Self> {
        EXAMPLES.iter().filter(|example| !example.retired)
    }

    /// The example that a kind of product opens with.
    #[must_use]
    pub fn first(kind: Kind) -> &'static Self {
        Self::offered()
            .find(|example| example.kind == kind)
            .unwrap_or(&EXAMPLES[0])
    }

    /// The value of an input in this example.
    #[must_use]
    pub fn value(&self, key: Key) -> f64 {
        let changed = self.changes.iter().find(|(changed, _)| *changed == key);
        changed.map_or_else(|| key.default_for(self.kind), |(_, value)| *value)
    }

    /// The best guess about which the example states the range of an input, with that range;
    /// `None` = certain.
    #[must_use]
    pub fn stated_range(&self, key: Key) -> Option<(f64, Range)> {
        let default = key.field().preset(self.kind)?.range;
        match self.ranges.iter().find(|(own, _, _)| *own == key) {
            Some((_, low, high)) => {
                let (low, high) = (*low, *high);
                let shape = key.shape(self.kind);
                Some((self.value(key), Range { low, high, shape }))
            }
            None => Some((key.default_for(self.kind), default?)),
        }
    }

    /// The range of an input about a best guess; `None` = certain.
    #[must_use]
    pub fn range_about(&self, key: Key, best: f64) -> Option<Range> {
        let (stated_at, range) = self.stated_range(key)?;
        range.moved(stated_at, best)
    }

    /// What the example is made of. Its own ranges stand about the example's best guesses: whoever
    /// changes a best guess takes [`Self::range_about`] it.
    #[must_use]
    pub fn inputs(&self) -> Inputs {
        let own = self.ranges.iter().map(|(key, _, _)| *key);
        Inputs {
            values: self.changes.to_vec(),
            ranges: own
                .map(|key| (key, self.range_about(key, self.value(key))))
                .collect(),
            ..Inputs::preset(self.kind)
        }
    }

    /// The example as a scenario.
    ///
    /// # Errors
    /// None for the examples of this list; a test holds that.
    pub fn scenario(&self) -> Result<Scenario, Vec<Problem>> {
        Scenario::new(self.inputs())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outcome::Outcome;
    use crate::strategy::{Choice, Strategy};

    fn best(key: &str) -> Outcome {
        Outcome::of(&Example::with_key(key).unwrap().scenario().unwrap())
    }

    /// What wins, from the product's list of presets; with the user's numbers, before any futures
    /// are drawn, the idea is just above the point where a scalable version pays.
    #[test]
    fn what_wins_is_what_the_product_says() {
        let msp = Choice::Build(Strategy::Msp);
        let saas = best("saas");
        assert_eq!(saas.verdict.best, msp);
        assert!(!saas.verdict.too_close);
        assert_eq!(best("pilot").verdict.best, msp);
        assert_eq!(best("idea").verdict.best, Choice::Build(Strategy::MvpWatch));
        assert_eq!(best("long_shot").verdict.best, Choice::Nothing);
        assert_eq!(best("full_rebuild").verdict.best, msp);
        assert_eq!(best("full_rebuild_6_12").verdict.best, msp);
    }

    /// The product's list calls the connected device close, and over the futures of the page it is
    /// (`crates/model/tests/simulation.rs`). With the user's numbers alone an MVP that is redesigned
    /// early leads: they know nothing of the demand that could be bigger.
    #[test]
    fn the_connected_device_is_the_default_of_its_kind() {
        let hardware = Example::with_key("hardware").unwrap();
        assert_eq!(
            hardware.scenario().unwrap(),
            Scenario::preset(Kind::Hardware)
        );
        assert_eq!(Example::first(Kind::Hardware), hardware);
        assert_eq!(Example::first(Kind::Service), &EXAMPLES[0]);
        let outcome = best("hardware");
        assert_eq!(outcome.verdict.best, Choice::Build(Strategy::MvpWatch));
        assert!((outcome.verdict.lead - 59_000.0).abs() < 1_000.0);
    }

    /// The article's 6 to 12 months, which the older example did not carry: its range was that of
    /// four months, moved.
    #[test]
    fn a_full_rebuild_takes_six_to_twelve_months() {
        let example = Example::with_key("full_rebuild_6_12").unwrap();
        let scenario = example.scenario().unwrap();
        let range = scenario.range(Key::RebuildMonths).unwrap();
        assert_eq!((range.low, range.high), (6.0, 12.0));
        let wider = example.range_about(Key::RebuildMonths, 18.0).unwrap();
        assert!((wider.low - 12.0).abs() < 1e-9 && (wider.high - 24.0).abs() < 1e-9);
        let older = Example::with_key("full_rebuild").unwrap();
        let range = older.scenario().unwrap().range(Key::RebuildMonths).unwrap();
        assert!((range.low - 5.625).abs() < 1e-9 && (range.high - 14.4).abs() < 1e-9);
        assert!(Example::offered().all(|offered| offered != older));
    }

    #[test]
    fn an_example_gives_the_value_of_every_input() {
        let idea = Example::with_key("idea").unwrap();
        assert_eq!(idea.value(Key::Success), 0.18);
        assert_eq!(idea.value(Key::BuildCost), 150_000.0);
        let scenario = idea.scenario().unwrap();
        assert!(
            Key::ALL
                .iter()
                .all(|key| scenario[*key] == idea.value(*key))
        );
    }
}
