//! States of the world: what no plan can know beforehand.

use crate::field::Key;
use crate::scenario::Scenario;

/// A future in which people want the product: two coin flips.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct World {
    /// A quick fix is enough at the wall.
    pub quick_fix: bool,
    /// The MSP or the over-built version made the wrong thing scalable.
    pub wrong_bet: bool,
}

impl World {
    /// The four worlds, always in this order.
    pub const ALL: [Self; 4] = [
        Self {
            quick_fix: false,
            wrong_bet: false,
        },
        Self {
            quick_fix: true,
            wrong_bet: false,
        },
        Self {
            quick_fix: false,
            wrong_bet: true,
        },
        Self {
            quick_fix: true,
            wrong_bet: true,
        },
    ];

    /// The key in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match (self.quick_fix, self.wrong_bet) {
            (false, false) => "patched=0,wrong=0",
            (true, false) => "patched=1,wrong=0",
            (false, true) => "patched=0,wrong=1",
            (true, true) => "patched=1,wrong=1",
        }
    }

    /// Chance of this world given that people want the product.
    #[must_use]
    pub fn chance(self, scenario: &Scenario) -> f64 {
        let share = |happens: bool, key: Key| {
            if happens {
                scenario[key]
            } else {
                1.0 - scenario[key]
            }
        };
        share(self.quick_fix, Key::QuickFix) * share(self.wrong_bet, Key::WrongBet)
    }
}

/// Whether people want the product at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Market {
    /// They do.
    Wanted,
    /// They do not: users stay at the launch number until the product is shut down.
    Unwanted,
}
