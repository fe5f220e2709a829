//! Where the money goes. Source: model specification, section 14.9.

use serde::{Deserialize, Serialize};

use crate::projection::Parts;
use crate::simulation::{Draw, Draws, felt};
use crate::strategy::Strategy;

/// A strategy's money by component, discounted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Money {
    /// With the user's numbers.
    pub yours: Parts,
    /// Mean over the futures in which people want it.
    pub wanted: Parts,
    /// Mean over the futures in which they do not.
    pub unwanted: Parts,
}

impl Money {
    pub(crate) fn of(draws: &Draws, yours: &Draw, strategy: Strategy) -> Self {
        let mut money = Self {
            yours: yours.wanted(strategy, 0).present,
            ..Self::default()
        };
        let weight = draws.weight();
        for draw in &draws.list {
            for (place, chance) in felt(strategy, &draw.chances) {
                money
                    .wanted
                    .add_parts(&draw.paths[place].present, chance * weight);
            }
            money
                .unwanted
                .add_parts(&draw.unwanted(strategy).present, weight);
        }
        money
    }
}

/// Expected money if people would want it, a launch that comes too late included.
pub(crate) fn good_parts(draws: &Draws, strategy: Strategy) -> Parts {
    let mut good = Parts::default();
    let weight = draws.weight();
    for draw in &draws.list {
        let in_time = draw.in_time[strategy as usize];
        for (place, chance) in felt(strategy, &draw.chances) {
            good.add_parts(&draw.paths[place].present, in_time * chance * weight);
        }
        good.add_parts(&draw.unwanted(strategy).present, (1.0 - in_time) * weight);
    }
    good
}
