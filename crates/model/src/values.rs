//! What each strategy is worth at the best guesses: in every world, if wanted and if not.

use crate::field::Key;
use crate::math::{monthly_rate, pow};
use crate::projection::{Calendar, Parts, Projection, Run};
use crate::scenario::{Scenario, Watch};
use crate::strategy::{Strategy, first_launch};
use crate::world::{Market, World};

/// The alarm of the usual rule of thumb: act at 60-70 % of capacity.
pub const RULE_OF_THUMB: f64 = 0.65;

/// The alarm levels tried for the watched MVP.
pub const ALARM_LEVELS: [f64; 16] = [
    0.20, 0.25, 0.30, 0.35, 0.40, 0.45, 0.50, 0.55, 0.60, 0.65, 0.70, 0.75, 0.80, 0.85, 0.90, 0.95,
];

/// Values within this share of the build cost count as equal when alarm levels are compared.
const TIE: f64 = 1e-9;

/// What one strategy costs and earns in the worlds, at the best guesses.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The strategy.
    pub strategy: Strategy,
    /// The single path with the user's numbers: wanted, no quick fix, no wrong bet.
    pub path: Projection,
    /// Chance that the launch is not too late, relative to the launch of the simple version.
    pub in_time: f64,
    /// Net present value by world, in the order of [`World::ALL`].
    pub worlds: [f64; 4],
    /// Lowest cash by world, 0 or below.
    pub low_points: [f64; 4],
    /// Net present value if nobody wants it.
    pub unwanted: f64,
    /// Lowest cash if nobody wants it.
    pub unwanted_low_point: f64,
    /// Expected present values by component given that people would want it; a launch that comes
    /// too late is part of them.
    pub good: Parts,
    /// Present values by component if nobody wants it.
    pub bad: Parts,
}

impl Plan {
    /// The strategy with the watched MVP's alarm at `alarm_watch`.
    #[must_use]
    pub fn of(scenario: &Scenario, strategy: Strategy, alarm_watch: f64) -> Self {
        let launch = strategy.launch(scenario);
        let wanted = Calendar::new(scenario, launch, Market::Wanted);
        let run = |world, market| Run {
            scenario,
            strategy,
            world,
            market,
            alarm_watch,
        };
        let mut seen: Vec<(World, Projection)> = Vec::with_capacity(3);
        let mut expected = Parts::default();
        let mut values = [0.0; 4];
        let mut low_points = [0.0; 4];
        for (index, world) in World::ALL.into_iter().enumerate() {
            let felt = felt_by(strategy, world);
            let at = seen
                .iter()
                .position(|(known, _)| *known == felt)
                .unwrap_or_else(|| {
                    seen.push((felt, Projection::with(&run(felt, Market::Wanted), &wanted)));
                    seen.len() - 1
                });
            let path = &seen[at].1;
            values[index] = path.value();
            low_points[index] = path.low_point;
            expected.add_parts(&path.present, world.chance(scenario));
        }
        let path = seen.swap_remove(0).1;
        let failure = Projection::of(&run(World::default(), Market::Unwanted));
        let in_time = pow(
            1.0 - scenario[Key::DelayPenalty],
            launch - first_launch(scenario),
        );
        let mut good = Parts::default();
        good.add_parts(&expected, in_time);
        good.add_parts(&failure.present, 1.0 - in_time);
        Self {
            strategy,
            in_time,
            worlds: values,
            low_points,
            unwanted: failure.value(),
            unwanted_low_point: failure.low_point,
            good,
            bad: failure.present,
            path,
        }
    }
}

/// The world as a strategy feels it: an MVP has no wrong bet, an MSP or over-built version with the
/// right bet needs no quick fix, and who lives with it has neither.
#[must_use]
pub fn felt_by(strategy: Strategy, world: World) -> World {
    match strategy {
        Strategy::MvpLive => World::default(),
        Strategy::MvpLate | Strategy::MvpWatch => World {
            wrong_bet: false,
            ..world
        },
        Strategy::Msp | Strategy::Over if world.wrong_bet => world,
        Strategy::Msp | Strategy::Over => World::default(),
    }
}

/// The value of the watched MVP by alarm level.
#[derive(Clone, Debug, PartialEq)]
pub struct Sweep {
    /// Expected value if people want it, by [`ALARM_LEVELS`].
    pub wanted: [f64; 16],
    /// Value if nobody wants it; the alarm does not matter then.
    pub unwanted: f64,
    /// The level with the highest value; the higher of equals.
    pub best: f64,
}

impl Sweep {
    /// Tries all levels at the best guesses.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let launch = first_launch(scenario);
        let calendar = Calendar::new(scenario, launch, Market::Wanted);
        let strategy = Strategy::MvpWatch;
        let value = |alarm_watch: f64, world: World| {
            let run = Run {
                scenario,
                strategy,
                world,
                market: Market::Wanted,
                alarm_watch,
            };
            present_value(&run, &calendar)
        };
        let fix = scenario[Key::QuickFix];
        let quick = World {
            quick_fix: true,
            wrong_bet: false,
        };
        let wanted = ALARM_LEVELS
            .map(|level| (1.0 - fix) * value(level, World::default()) + fix * value(level, quick));
        let market = Market::Unwanted;
        let failed = Calendar::new(scenario, launch, market);
        let world = World::default();
        let run = Run {
            scenario,
            strategy,
            world,
            market,
            alarm_watch: f64::INFINITY,
        };
        let unwanted = present_value(&run, &failed);
        Self {
            wanted,
            unwanted,
            best: best_level(&wanted, scenario[Key::BuildCost]),
        }
    }

    /// Expected value at the best level for a chance of success.
    #[must_use]
    pub fn best_value(&self, p: f64) -> f64 {
        let highest = ALARM_LEVELS
            .iter()
            .position(|level| *level == self.best)
            .unwrap_or(0);
        p * self.wanted[highest] + (1.0 - p) * self.unwanted
    }
}

/// The alarm level with the highest value, the higher of equals (within 1e-9 of the build cost).
#[must_use]
pub fn best_level(values: &[f64; 16], build_cost: f64) -> f64 {
    let highest = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let equal = |(value, _): &(&f64, f64)| **value >= highest - TIE * build_cost;
    values
        .iter()
        .zip(ALARM_LEVELS)
        .filter(equal)
        .map(|(_, level)| level)
        .fold(0.0, f64::max)
}

/// The alarm level of the watched MVP that a scenario asks for.
#[must_use]
pub fn alarm_watch(scenario: &Scenario, sweep: &Sweep) -> f64 {
    match scenario.watch() {
        Watch::Best => sweep.best,
        Watch::At(level) => level,
    }
}

/// Net present value of a run without keeping its months.
fn present_value(run: &Run<'_>, calendar: &Calendar) -> f64 {
    let discount = 1.0 / (1.0 + monthly_rate(run.scenario[Key::DiscountRate]));
    let mut factor = 1.0;
    let mut value = 0.0;
    let ending = run.each_month(calendar, |month| {
        factor *= discount;
        value += factor * month.net;
    });
    value + factor * (ending.terminal - ending.committed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_levels_go_to_the_higher() {
        let mut values = [1.0; 16];
        values[0] = 1.0 + 1e-7;
        assert_eq!(best_level(&values, 150_000.0), 0.95);
        values[3] = 2.0;
        assert_eq!(best_level(&values, 150_000.0), 0.35);
    }

    #[test]
    fn worlds_that_do_not_matter_are_the_same_world() {
        let [neither, fix, wrong, both] = World::ALL;
        assert_eq!(
            World::ALL.map(|w| felt_by(Strategy::MvpLive, w)),
            [neither; 4]
        );
        assert_eq!(
            World::ALL.map(|w| felt_by(Strategy::MvpLate, w)),
            [neither, fix, neither, fix]
        );
        assert_eq!(
            World::ALL.map(|w| felt_by(Strategy::Msp, w)),
            [neither, neither, wrong, both]
        );
    }
}
