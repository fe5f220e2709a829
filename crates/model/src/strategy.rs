//! Five ways to start, and the choice not to start.

use crate::field::Key;
use crate::scenario::Scenario;

/// A way to build: a starting level, a build premium and an alarm level.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Strategy {
    /// MVP, live with it: no rebuild, no quick fix, whatever happens.
    MvpLive,
    /// MVP, rebuilt when it hurts.
    MvpLate,
    /// MVP with early warning: the real option to scale later.
    MvpWatch,
    /// Minimum scalable product.
    Msp,
    /// Over-built.
    Over,
}

impl Strategy {
    /// All strategies in the order of the specification.
    pub const ALL: [Self; 5] = [
        Self::MvpLive,
        Self::MvpLate,
        Self::MvpWatch,
        Self::Msp,
        Self::Over,
    ];

    /// The key in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        Choice::Build(self).key()
    }

    /// The build premium as a share of the build cost; it lengthens the build by the same share.
    #[must_use]
    pub fn premium(self, scenario: &Scenario) -> f64 {
        match self {
            Self::MvpLive | Self::MvpLate | Self::MvpWatch => 0.0,
            Self::Msp => scenario[Key::Premium],
            Self::Over => scenario[Key::OverPremium],
        }
    }

    /// The level on which the design starts.
    #[must_use]
    pub fn level(self) -> usize {
        match self {
            Self::MvpLive | Self::MvpLate | Self::MvpWatch => 0,
            Self::Msp => 1,
            Self::Over => 2,
        }
    }

    /// Whether this is one of the three ways to run the simple version.
    #[must_use]
    pub fn is_mvp(self) -> bool {
        self.level() == 0
    }

    /// Launch of the own version, months from the start of the project.
    #[must_use]
    pub fn launch(self, scenario: &Scenario) -> f64 {
        first_launch(scenario) * (1.0 + self.premium(scenario))
    }
}

/// Launch of the simple version, months from the start of the project.
#[must_use]
pub fn first_launch(scenario: &Scenario) -> f64 {
    scenario[Key::BuildWeeks] * 12.0 / 52.0
}

/// What can be chosen: a strategy, or building nothing.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
pub enum Choice {
    /// Build in this way.
    Build(Strategy),
    /// Build nothing: worth nothing whether people would want it or not.
    Nothing,
}

impl Choice {
    /// All choices in the order of the specification.
    pub const ALL: [Self; 6] = [
        Self::Build(Strategy::MvpLive),
        Self::Build(Strategy::MvpLate),
        Self::Build(Strategy::MvpWatch),
        Self::Build(Strategy::Msp),
        Self::Build(Strategy::Over),
        Self::Nothing,
    ];

    /// The key in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Build(Strategy::MvpLive) => "MVP_live",
            Self::Build(Strategy::MvpLate) => "MVP_late",
            Self::Build(Strategy::MvpWatch) => "MVP_watch",
            Self::Build(Strategy::Msp) => "MSP",
            Self::Build(Strategy::Over) => "OVER",
            Self::Nothing => "NOTHING",
        }
    }

    /// The strategy, unless nothing is built.
    #[must_use]
    pub fn strategy(self) -> Option<Strategy> {
        match self {
            Self::Build(strategy) => Some(strategy),
            Self::Nothing => None,
        }
    }

    /// Whether both build the same product: all MVPs are one, building nothing is one.
    #[must_use]
    pub fn same_product(self, other: Self) -> bool {
        self.strategy().map(Strategy::level) == other.strategy().map(Strategy::level)
    }
}
