//! The futures of an outcome run once more, one plain projection each, and every number that rests
//! on them worked out from those: no weight, quantile, present value or date of the engine is used.

mod future;
mod growth;
mod path;
mod per_unit;
mod quantile;

use super::super::{Drawn, Edge, Quantity};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::projection::{Component, Projection};
use crate::scenario::Scenario;
use crate::simulation::{Simulation, set_draw};
use crate::strategy::{Choice, Strategy};
use crate::world::{Market, World};
use future::Future;
use path::{
    chance, component_of, count, longest, lowest, most_users, path, premium, present, reached,
    value,
};
use quantile::{at, at_of_sums, between, mean};

/// A number with the least and the most that rounding can make of it: a share of futures in which
/// something is above zero hangs on differences that are zero but for rounding.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    pub least: f64,
    pub most: f64,
    /// Whether it is money, which is as exact as the sums it comes from.
    pub money: bool,
}

impl From<f64> for Number {
    fn from(value: f64) -> Self {
        Self {
            least: value,
            most: value,
            money: false,
        }
    }
}

impl std::ops::Neg for Number {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            least: -self.most,
            most: -self.least,
            ..self
        }
    }
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "what is worked out is one of many that may not be"
)]
fn money(value: impl Into<Number>) -> Option<Number> {
    Some(Number {
        money: true,
        ..value.into()
    })
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "what is worked out is one of many that may not be"
)]
fn plain(value: impl Into<Number>) -> Option<Number> {
    Some(value.into())
}

/// Everything that is worked out again.
pub(super) struct Afresh<'a> {
    outcome: &'a Outcome,
    /// The single paths with the user's numbers.
    yours: [Projection; 5],
    futures: Vec<Future>,
}

const LATE: usize = Strategy::MvpLate as usize;
const MSP: usize = Strategy::Msp as usize;

impl<'a> Afresh<'a> {
    pub(super) fn of(outcome: &'a Outcome) -> Self {
        let alarm = outcome.alarm_watch;
        let mut again = Self {
            outcome,
            yours: Strategy::ALL
                .map(|d| path(&outcome.scenario, d, World::ALL[0], Market::Wanted, alarm)),
            futures: Vec::new(),
        };
        let Some(futures) = &outcome.futures else {
            return again;
        };
        let simulation = Simulation::run(&outcome.scenario, futures.draws / 8, futures.seed);
        for (number, draw) in simulation.draws().list.iter().enumerate() {
            let mut scenario = outcome.scenario.clone();
            let values = simulation.values_of(number);
            set_draw(&mut scenario, simulation.drawn(), values, draw.incident);
            let run = |d, world, market| path(&scenario, d, world, market, alarm);
            again.futures.push(Future {
                wanted: Strategy::ALL
                    .map(|d| World::ALL.map(|world| run(d, world, Market::Wanted))),
                unwanted: Strategy::ALL.map(|d| run(d, World::ALL[0], Market::Unwanted)),
                wall: reached(&scenario, scenario[Key::Capacity]),
                scenario,
            });
        }
        again
    }

    fn has_futures(&self) -> Option<()> {
        (!self.futures.is_empty()).then_some(())
    }

    /// What an option is worth if people want it; a launch that comes too late is part of it.
    pub(super) fn good(&self, choice: Choice) -> f64 {
        let Some(d) = choice.strategy() else {
            return 0.0;
        };
        if self.futures.is_empty() {
            return self.outcome.plan(d).good.value();
        }
        mean(&self.wanted(|future, world| future.good(d, world)))
    }

    /// What it is worth if nobody does.
    pub(super) fn bad(&self, choice: Choice) -> f64 {
        let Some(d) = choice.strategy() else {
            return 0.0;
        };
        if self.futures.is_empty() {
            return self.outcome.plan(d).bad.value();
        }
        mean(&self.each(|future| value(&future.scenario, &future.unwanted[d as usize])))
    }

    /// What a part takes from either case in the lead of the best option over another.
    pub(super) fn parts_of_lead(&self, than: Choice, component: Component) -> [f64; 2] {
        let p = self.outcome.scenario[Key::Success];
        let part = |choice: Choice| {
            let Some(d) = choice.strategy() else {
                return [0.0; 2];
            };
            if self.futures.is_empty() {
                let plan = self.outcome.plan(d);
                return [plan.good.signed(component), plan.bad.signed(component)];
            }
            let failure = |future: &Future| {
                present(&future.scenario, &future.unwanted[d as usize], component)
            };
            let wanted = |future: &Future, world: usize| {
                let m = future.in_time(d);
                let path = &future.wanted[d as usize][world];
                m * present(&future.scenario, path, component) + (1.0 - m) * failure(future)
            };
            [mean(&self.wanted(wanted)), mean(&self.each(failure))]
        };
        let (best, other) = (part(self.outcome.verdict.best), part(than));
        [p * (best[0] - other[0]), (1.0 - p) * (best[1] - other[1])]
    }

    /// What an MVP with early warning is worth if people want it, with another alarm.
    pub(super) fn watched_at(&self, alarm: f64) -> f64 {
        let worth = |s: &Scenario, world: World| {
            value(
                s,
                &path(s, Strategy::MvpWatch, world, Market::Wanted, alarm),
            )
        };
        if self.futures.is_empty() {
            let s = &self.outcome.scenario;
            let worlds = World::ALL.into_iter();
            return worlds.map(|world| chance(s, world) * worth(s, world)).sum();
        }
        mean(&self.wanted(|future, world| worth(&future.scenario, World::ALL[world])))
    }

    /// A number of every draw.
    fn each(&self, number: impl Fn(&Future) -> f64) -> Vec<(f64, f64)> {
        self.futures
            .iter()
            .map(|future| (number(future), 1.0))
            .collect()
    }

    /// A number of every future in which people want the product.
    fn wanted(&self, number: impl Fn(&Future, usize) -> f64) -> Vec<(f64, f64)> {
        let mut numbers = Vec::new();
        for future in &self.futures {
            for (world, chance) in future.chances().into_iter().enumerate() {
                if chance > 0.0 {
                    numbers.push((number(future, world), chance));
                }
            }
        }
        numbers
    }

    /// A number of every future of a strategy, those in which nobody wants the product included.
    fn all(&self, d: Strategy, number: impl Fn(&Scenario, &Projection) -> f64) -> Vec<(f64, f64)> {
        let p = self.outcome.scenario[Key::Success];
        let mut numbers = Vec::new();
        for future in &self.futures {
            let success = p * future.in_time(d);
            let paths = &future.wanted[d as usize];
            for (path, chance) in paths.iter().zip(future.chances()) {
                numbers.push((number(&future.scenario, path), success * chance));
            }
            let failure = &future.unwanted[d as usize];
            numbers.push((number(&future.scenario, failure), 1.0 - success));
        }
        numbers.retain(|(_, weight)| *weight > 0.0);
        numbers
    }

    /// The share of weighted numbers above zero, and its bounds.
    fn above_zero(&self, numbers: &[(f64, f64)]) -> Option<Number> {
        self.has_futures()?;
        let noise = 1e-9
            * numbers
                .iter()
                .fold(1.0, |most: f64, (x, _)| most.max(x.abs()));
        let share = |limit: f64| {
            let above = numbers.iter().filter(|(x, _)| *x > limit);
            above.map(|(_, weight)| weight).sum::<f64>() / self.weight(numbers)
        };
        Some(Number {
            least: share(noise),
            most: share(-noise),
            money: false,
        })
    }

    fn weight(&self, numbers: &[(f64, f64)]) -> f64 {
        numbers.iter().map(|(_, weight)| weight).sum()
    }

    /// The single path with the user's numbers.
    fn path(&self, d: Strategy) -> &Projection {
        &self.yours[d as usize]
    }

    /// A quantity; `None` for one that is not worked out here.
    pub(super) fn number(&self, quantity: Quantity) -> Option<Number> {
        let s = &self.outcome.scenario;
        let launch = s[Key::BuildWeeks] * 12.0 / 52.0;
        let full = || Some(reached(s, s[Key::Capacity])).filter(|wall| wall.is_finite());
        let lead = s[Key::RebuildMonths] + s[Key::Lag];
        match quantity {
            Quantity::Wall => plain(launch + full()?),
            Quantity::WallAfterLaunch => plain(full()?),
            Quantity::LastStart => plain(launch + full()? - lead),
            Quantity::WarningLevel => plain(s.curve().at(full()? - lead) / s[Key::Capacity]),
            Quantity::Crossing(place) => {
                let share = [0.6, 0.65, 0.7, 0.95, 1.0][usize::from(place)];
                let at = reached(s, share * s[Key::Capacity]);
                plain(launch + Some(at).filter(|at| at.is_finite())?)
            }
            Quantity::CashLow(d) => money(lowest(self.path(d))),
            Quantity::CashNeed(d) => money(-lowest(self.path(d))),
            Quantity::CashEnd(d) => {
                let net = self.path(d).months.iter().map(|month| month.net);
                money(net.sum::<f64>())
            }
            Quantity::LongestWait(d) => plain(longest(self.path(d), |_| true)),
            Quantity::UsersEnd(d) => plain(self.path(d).months.last()?.users),
            Quantity::WantedEnd => plain(self.path(Strategy::MvpLive).months.last()?.demand),
            Quantity::StepStart(d) => plain(self.path(d).ending.first_rebuild?.0),
            Quantity::StepEnd(d) => plain(self.path(d).ending.first_rebuild?.1),
            Quantity::PathSum(d, component) => {
                let months = self.path(d).months.iter();
                money(
                    months
                        .map(|month| component_of(month, component))
                        .sum::<f64>(),
                )
            }
            Quantity::PeakUse(d) => {
                let room = match d {
                    Strategy::Msp => s[Key::Multiple1] * s[Key::Capacity],
                    _ => s[Key::Multiple2] * s[Key::Capacity],
                };
                plain(most_users(self.path(d)) / room)
            }
            Quantity::Launch(d) => plain(launch * (1.0 + premium(s, d))),
            Quantity::WeeksMore(d) => plain(premium(s, d) * s[Key::BuildWeeks]),
            Quantity::CashShort(choice) => self.cash_short(choice),
            Quantity::CashEnough(choice) => {
                let short = self.cash_short(choice)?;
                Some(Number {
                    least: 1.0 - short.most,
                    most: 1.0 - short.least,
                    money: false,
                })
            }
            Quantity::GoodPart(d, component) => {
                self.has_futures()?;
                let part = |future: &Future, world: usize| {
                    present(
                        &future.scenario,
                        &future.wanted[d as usize][world],
                        component,
                    )
                };
                money(mean(&self.wanted(part)))
            }
            Quantity::BadPart(d, component) => {
                self.has_futures()?;
                let part = |future: &Future| {
                    present(&future.scenario, &future.unwanted[d as usize], component)
                };
                money(mean(&self.each(part)))
            }
            Quantity::Drawn(drawn) => self.drawn(drawn),
            Quantity::Growth(growth) => self.growth(growth),
            Quantity::PerUnit(per_unit) => self.per_unit(per_unit),
            _ => None,
        }
    }

    fn cash_short(&self, choice: Choice) -> Option<Number> {
        self.has_futures()?;
        let cash = self.outcome.scenario[Key::Cash];
        let Some(d) = choice.strategy() else {
            return plain(0.0);
        };
        self.above_zero(&self.all(d, |_, path| -lowest(path) - cash))
    }

    fn drawn(&self, drawn: Drawn) -> Option<Number> {
        self.has_futures()?;
        let p = self.outcome.scenario[Key::Success];
        let best = self.outcome.verdict.best;
        let horizon = self.outcome.scenario[Key::Horizon];
        let ahead = |than: Choice| {
            self.wanted(|future, world| future.good_of(best, world) - future.good_of(than, world))
        };
        let ahead_unwanted =
            |than: Choice| self.each(|future| future.bad_of(best) - future.bad_of(than));
        let rebuilds = |d: Strategy| {
            self.futures.iter().filter_map(move |future| {
                let (start, end) = future.wanted[d as usize][0].ending.first_rebuild?;
                Some((start, end, 1.0 - future.scenario[Key::QuickFix]))
            })
        };
        match drawn {
            Drawn::AheadBy(than, edge) => money(at_of_sums(edge, &ahead(than))?),
            Drawn::BehindBy(than, edge) => money(-at_of_sums(edge, &ahead(than))?),
            Drawn::AheadIfWanted(than) => self.above_zero(&ahead(than)),
            Drawn::AheadInAll(than) => {
                let (good, bad) = (
                    self.above_zero(&ahead(than))?,
                    self.above_zero(&ahead_unwanted(than))?,
                );
                Some(Number {
                    least: p * good.least + (1.0 - p) * bad.least,
                    most: p * good.most + (1.0 - p) * bad.most,
                    money: false,
                })
            }
            Drawn::TwoStandardErrors(than) => {
                let mut sums = [0.0; 8];
                for (number, future) in self.futures.iter().enumerate() {
                    let good: f64 = (0..4)
                        .zip(future.chances())
                        .map(|(world, chance)| {
                            chance * (future.good_of(best, world) - future.good_of(than, world))
                        })
                        .sum();
                    let bad = future.bad_of(best) - future.bad_of(than);
                    sums[number % 8] += p * good + (1.0 - p) * bad;
                }
                let each = count(self.futures.len()) / 8.0;
                let means = sums.map(|sum| sum / each);
                let mean = means.iter().sum::<f64>() / 8.0;
                let spread: f64 = means.iter().map(|x| (x - mean).powi(2)).sum();
                money(2.0 * (spread / 7.0 / 8.0).sqrt())
            }
            Drawn::LossIfUnwanted => money(-at_of_sums(
                Edge::Middle,
                &self.each(|future| future.bad_of(best)),
            )?),
            Drawn::LosesMoney(choice) => {
                let Some(d) = choice.strategy() else {
                    return plain(0.0);
                };
                self.above_zero(&self.all(d, |s, path| -value(s, path)))
            }
            Drawn::TypicalLoss(choice) => {
                let mut losses = self.all(choice.strategy()?, |s, path| -value(s, path));
                losses.retain(|(loss, _)| *loss > 0.0);
                money(at_of_sums(Edge::Middle, &losses)?)
            }
            Drawn::CashNeeded(choice, edge) => {
                let d = choice.strategy()? as usize;
                let needs = self.wanted(|future, world| -lowest(&future.wanted[d][world]));
                money(at(edge, &needs)?)
            }
            Drawn::CashNeededOneInTen(choice) => {
                let needs = self.all(choice.strategy()?, |_, path| -lowest(path));
                money(between(&needs, 0.9)?)
            }
            Drawn::Wall(edge) => plain(at(
                edge,
                &self.each(|future| future.launch() + future.wall),
            )?),
            Drawn::RebuildShare(d) => {
                let sum: f64 = rebuilds(d).map(|(_, _, chance)| chance).sum();
                plain(sum / count(self.futures.len()))
            }
            Drawn::RebuildStart(d, edge) => {
                let starts: Vec<_> = rebuilds(d)
                    .map(|(start, _, chance)| (start, chance))
                    .collect();
                debug_assert!(starts.iter().all(|(start, _)| *start <= horizon));
                plain(at(edge, &starts)?)
            }
            Drawn::RebuildEnd(d, edge) => {
                let ends: Vec<_> = rebuilds(d).map(|(_, end, chance)| (end, chance)).collect();
                plain(at(edge, &ends)?)
            }
            Drawn::PeakUse(edge) => {
                let used = self.wanted(|future, world| {
                    let s = &future.scenario;
                    most_users(&future.wanted[MSP][world]) / (s[Key::Multiple1] * s[Key::Capacity])
                });
                plain(at(edge, &used)?)
            }
            _ => None,
        }
    }
}
