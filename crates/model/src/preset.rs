//! Examples to start from: a kind with changes. A starting point, not a parameter.

use crate::demand::Demand;
use crate::field::{Key, Kind};
use crate::scenario::Scenario;

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
}

/// The examples, the one that opens first at the front.
pub static EXAMPLES: [Example; 5] = [
    Example {
        key: "saas",
        name: "Software service, the article's example: demand already shows",
        short: "the SaaS example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.5)],
    },
    Example {
        key: "pilot",
        name: "Software service: a pilot with first customers",
        short: "the pilot example",
        kind: Kind::Service,
        changes: &[],
    },
    Example {
        key: "idea",
        name: "Software service: an idea",
        short: "the idea example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.18)],
    },
    Example {
        key: "long_shot",
        name: "Software service: a long shot",
        short: "the long-shot example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.08)],
    },
    Example {
        key: "full_rebuild",
        name: "Software service: a full rebuild of 6 to 12 months",
        short: "the full-rebuild example",
        kind: Kind::Service,
        changes: &[(Key::Success, 0.5), (Key::RebuildMonths, 9.0)],
    },
];

impl Example {
    /// The example with this key.
    #[must_use]
    pub fn with_key(key: &str) -> Option<&'static Self> {
        EXAMPLES.iter().find(|example| example.key == key)
    }

    /// The value of an input in this example.
    #[must_use]
    pub fn value(&self, key: Key) -> f64 {
        let changed = self.changes.iter().find(|(changed, _)| *changed == key);
        changed.map_or_else(|| key.default_for(self.kind), |(_, value)| *value)
    }

    /// The example as a scenario.
    ///
    /// # Errors
    /// None for the examples of this list; a test holds that.
    pub fn scenario(&self) -> Result<Scenario, Vec<crate::scenario::Problem>> {
        Scenario::with(self.kind, self.changes.iter().copied(), Demand::Milestones)
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
