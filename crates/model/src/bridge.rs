//! The money bridge: what the lead of one option over another consists of.
//! Source: model specification, section 14.4. Exact and independent of any order.

use crate::projection::{Component, Parts};
use crate::strategy::Choice;

/// One bar of the bridge, money in today's value.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BridgePart {
    /// The component of the value.
    pub component: Component,
    /// What it adds to the lead in the futures in which people want it, times their chance.
    pub wanted: f64,
    /// What it adds in the others, times their chance.
    pub unwanted: f64,
}

impl BridgePart {
    /// What it adds to the lead.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.wanted + self.unwanted
    }
}

/// The lead of the better option over the other, part by part.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Bridge {
    /// The option that leads.
    pub better: Choice,
    /// The option that it is compared with.
    pub than: Choice,
    /// The parts; they add up to the lead.
    pub parts: [BridgePart; 9],
}

impl Bridge {
    /// From the expected parts of both options, if wanted and if not; building nothing has none.
    #[must_use]
    pub fn new(
        p: f64,
        (better, good, bad): (Choice, &Parts, &Parts),
        (than, other_good, other_bad): (Choice, &Parts, &Parts),
    ) -> Self {
        let parts = Component::ALL.map(|component| BridgePart {
            component,
            wanted: p * (good.signed(component) - other_good.signed(component)),
            unwanted: (1.0 - p) * (bad.signed(component) - other_bad.signed(component)),
        });
        Self {
            better,
            than,
            parts,
        }
    }

    /// The lead.
    #[must_use]
    pub fn sum(&self) -> f64 {
        self.parts.iter().map(BridgePart::total).sum()
    }
}
