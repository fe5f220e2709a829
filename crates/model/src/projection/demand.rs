//! Demand laid out over the months of a project.

use crate::field::Key;
use crate::scenario::Scenario;
use crate::world::Market;

/// Unconstrained demand at the ends of the months since the start of the project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DemandByMonth {
    /// Demand at launch.
    pub(super) at_launch: f64,
    /// Demand at the ends of the months 0 to T; zero before launch and after the end of a failure.
    pub(crate) users: Vec<f64>,
}

impl DemandByMonth {
    /// For a launch date, over the horizon of the scenario.
    #[must_use]
    pub fn new(scenario: &Scenario, launch: f64, market: Market) -> Self {
        let mut demand = Self::default();
        demand.fill(scenario, launch, market);
        demand
    }

    /// The same in the place of what was there: a simulation allocates once, not in every draw.
    pub(crate) fn fill(&mut self, scenario: &Scenario, launch: f64, market: Market) {
        let curve = scenario.curve();
        let end = match market {
            Market::Wanted => f64::INFINITY,
            Market::Unwanted => launch + scenario[Key::FailureMonths],
        };
        let users = (0..=scenario.horizon())
            .map(f64::from)
            .map(|t| match market {
                _ if t < launch || t > end => 0.0,
                Market::Wanted => curve.at(t - launch),
                Market::Unwanted => curve.at_launch(),
            });
        self.at_launch = curve.at_launch();
        self.users.clear();
        self.users.extend(users);
    }
}
