//! The futures of an outcome run once more, one plain projection each, and every number that rests
//! on them worked out from those: no weight, quantile, present value or date of the engine is used.

use super::super::{Drawn, Edge, Growth, PerUnit, Quantity};
use crate::field::Key;
use crate::futures::{GrowthPart, Reaction};
use crate::outcome::Outcome;
use crate::projection::{Component, Month, Projection, Run};
use crate::scenario::Scenario;
use crate::simulation::{Simulation, set_draw};
use crate::strategy::{Choice, Strategy};
use crate::world::{Market, World};

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

/// A draw with all its paths.
struct Future {
    scenario: Scenario,
    wanted: [[Projection; 4]; 5],
    unwanted: [Projection; 5],
    /// Months after launch at which the simple version is full; infinite if never.
    wall: f64,
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

    fn growth(&self, growth: Growth) -> Option<Number> {
        let s = &self.outcome.scenario;
        match growth {
            Growth::PathFeatureless(d) => return plain(frozen(self.path(d))),
            Growth::PathFewerAtEnd => {
                return plain(
                    at_end(self.path(Strategy::Msp)) - at_end(self.path(Strategy::MvpLate)),
                );
            }
            Growth::Room(level, edge) => {
                let times = [1.0, s[Key::Multiple1], s[Key::Multiple2]][usize::from(level)];
                let simple = match (edge, s.range(Key::Capacity)) {
                    (Edge::Middle, _) => s[Key::Capacity],
                    (Edge::Low, range) => range?.low,
                    (Edge::High, range) => range?.high,
                };
                return plain(times * simple);
            }
            _ => {}
        }
        self.has_futures()?;
        let price = |d: Strategy| move |future: &Future, world: usize| future.price(d, world);
        let differs = |d: Strategy, part: Option<usize>| {
            self.wanted(|future, world| {
                let late = future.parts_of_price(Strategy::MvpLate, world);
                let other = future.parts_of_price(d, world);
                match part {
                    Some(part) => late[part] - other[part],
                    None => late.iter().sum::<f64>() - other.iter().sum::<f64>(),
                }
            })
        };
        let fewer = |d: usize| {
            move |future: &Future, world: usize| {
                at_end(&future.wanted[MSP][world]) - at_end(&future.wanted[d][world])
            }
        };
        let of = |d: Strategy, number: fn(&Projection) -> f64| {
            self.wanted(|future, world| number(&future.wanted[d as usize][world]))
        };
        let last_start = |future: &Future| future.wall - future.lead();
        let in_reaction = |reaction: Reaction, number: &dyn Fn(&Future, usize) -> f64| {
            let mut numbers = Vec::new();
            for future in &self.futures {
                for (world, chance) in future.chances().into_iter().enumerate() {
                    let fix = World::ALL[world].quick_fix;
                    let happens = match reaction {
                        Reaction::LiveWithIt => true,
                        Reaction::Patch => fix,
                        Reaction::RebuildLate | Reaction::ActOnWarning => !fix,
                    };
                    if happens && chance > 0.0 {
                        numbers.push((number(future, world), chance));
                    }
                }
            }
            numbers
        };
        let reacts = |reaction: Reaction| match reaction {
            Reaction::LiveWithIt => Strategy::MvpLive,
            Reaction::Patch | Reaction::RebuildLate => Strategy::MvpLate,
            Reaction::ActOnWarning => Strategy::MvpWatch,
        };
        match growth {
            Growth::LastStart(edge) => plain(at(
                edge,
                &self.each(|future| future.launch() + last_start(future)),
            )?),
            Growth::JustInTime(edge) => {
                let mut levels = self.each(|future| {
                    let start = last_start(future);
                    future.scenario.curve().at(start) / future.scenario[Key::Capacity]
                });
                let mut starts = self.futures.iter().map(last_start);
                levels.retain(|_| starts.next().is_some_and(|at| (0.0..1e9).contains(&at)));
                plain(at(edge, &levels)?)
            }
            Growth::TooLateAtLaunch => self.above_zero(&self.each(|future| -last_start(future))),
            Growth::Full => self.above_zero(&self.each(|future| {
                future.scenario[Key::Horizon] - future.launch() - future.wall.min(1e9)
            })),
            Growth::TooLateAtLaunchCount | Growth::FullCount => {
                let share = match growth {
                    Growth::FullCount => Growth::Full,
                    _ => Growth::TooLateAtLaunch,
                };
                let share = self.growth(share)?;
                let draws = count(self.futures.len());
                Some(Number {
                    least: share.least * draws,
                    most: share.most * draws,
                    money: false,
                })
            }
            Growth::FullAfterLaunch(edge) => plain(at(edge, &self.each(|future| future.wall))?),
            Growth::PeakUsers(edge) => plain(at(edge, &of(Strategy::Msp, most_users))?),
            Growth::LongestWaitBefore(d, edge) => plain(at(
                edge,
                &of(d, |path| longest(path, |month| month.level == 0)),
            )?),
            Growth::LongestWait(d, edge) => {
                plain(at(edge, &of(d, |path| longest(path, |_| true)))?)
            }
            Growth::Price(d, edge) => money(at_of_sums(edge, &self.wanted(price(d)))?),
            Growth::LateMinusEarly(edge) => money(at_of_sums(edge, &differs(Strategy::Msp, None))?),
            Growth::LateMinusEarlyMean => money(mean(&differs(Strategy::Msp, None))),
            Growth::LateMinusEarlyPart(part) => {
                let part = match part {
                    GrowthPart::Work => 0,
                    GrowthPart::Drag => 1,
                    GrowthPart::Serving => 2,
                    GrowthPart::Lost => 3,
                };
                money(mean(&differs(Strategy::Msp, Some(part))))
            }
            Growth::LateCostsMore => self.above_zero(&differs(Strategy::Msp, None)),
            Growth::Waiting(edge) => money(at_of_sums(edge, &differs(Strategy::MvpWatch, None))?),
            Growth::WaitingCostsMore => self.above_zero(&differs(Strategy::MvpWatch, None)),
            Growth::PaidLate(edge) => money(at(edge, &of(Strategy::MvpLate, paid_for_work))?),
            Growth::PaidEarly(edge) => {
                let more = self.wanted(|future, world| {
                    let build = |d: usize| -> f64 {
                        let months = future.wanted[d][world].months.iter();
                        months.map(|month| month.build).sum()
                    };
                    build(MSP) - build(LATE)
                });
                money(at(edge, &more)?)
            }
            Growth::PaidEarlyLater(edge) => money(at(edge, &of(Strategy::Msp, paid_for_work))?),
            Growth::Featureless(d, edge) => plain(at(edge, &of(d, frozen))?),
            Growth::LostRevenue(d, edge) => {
                let lost = self.wanted(|future, world| {
                    let path = &future.wanted[d as usize][world];
                    discounted(&future.scenario, path, |month| month.lost_revenue)
                });
                money(at(edge, &lost)?)
            }
            Growth::FewerAtEnd(edge) => plain(at(edge, &self.wanted(fewer(LATE)))?),
            Growth::UsersAtEnd(d, edge) => plain(at(edge, &of(d, at_end))?),
            Growth::Happens(reaction) => {
                let happen = in_reaction(reaction, &|_, _| 1.0);
                plain(self.weight(&happen) / count(self.futures.len()))
            }
            Growth::ReactionPrice(reaction, edge) => money(at_of_sums(
                edge,
                &in_reaction(reaction, &price(reacts(reaction))),
            )?),
            Growth::ReactionFeatureless(reaction, edge) => {
                let d = reacts(reaction) as usize;
                let months =
                    in_reaction(reaction, &|future, world| frozen(&future.wanted[d][world]));
                plain(at(edge, &months)?)
            }
            Growth::ReactionFewer(reaction, edge) => {
                let d = reacts(reaction) as usize;
                plain(at(edge, &in_reaction(reaction, &fewer(d)))?)
            }
            Growth::ReactionWait(reaction, edge) => {
                let d = reacts(reaction) as usize;
                let waits = in_reaction(reaction, &|future, world| {
                    longest(&future.wanted[d][world], |_| true)
                });
                plain(at(edge, &waits)?)
            }
            Growth::PathFeatureless(_) | Growth::PathFewerAtEnd | Growth::Room(..) => None,
        }
    }

    /// By the net of the register: `p q C - c - k p N` for `N` units.
    fn per_unit(&self, per_unit: PerUnit) -> Option<Number> {
        let s = &self.outcome.scenario;
        let shipped = |d: Strategy| -> f64 {
            let months = self.path(d).months.iter();
            months.map(|month| month.users).sum()
        };
        let p = s[Key::Success];
        let k = s[Key::ExtraParts] / s[Key::Yield1];
        let now = s[Key::Premium] * s[Key::BuildCost];
        let redesign = s[Key::BuildCost] * s[Key::RebuildCost] * (1.0 - s[Key::OwnShare]);
        // The worlds in which no quick fix is enough and the right thing was made scalable.
        let q = World::ALL
            .into_iter()
            .filter(|world| !world.quick_fix && !world.wrong_bet)
            .map(|world| chance(s, world))
            .sum::<f64>();
        match per_unit {
            PerUnit::Extra => money(k),
            PerUnit::ExtraTotal => money(k * shipped(Strategy::Msp)),
            PerUnit::Now => money(now),
            PerUnit::NowPerSuccess => money(now / p),
            PerUnit::SpentByVolume => money((now + k * p * shipped(Strategy::Msp)) / p),
            PerUnit::Avoided => money(redesign),
            PerUnit::AvoidedOnAverage => money(q * redesign),
            PerUnit::Chance => plain(q),
            PerUnit::BreakEven => {
                let units = (p * q * redesign - now) / (k * p);
                Some(Number {
                    least: units * (1.0 - 1e-9),
                    most: units * (1.0 + 1e-9),
                    money: true,
                })
            }
            PerUnit::Volume => plain(shipped(Strategy::Msp)),
            PerUnit::Shipped(d) => plain(shipped(d)),
            PerUnit::CostPerUnit(d) => {
                let months = self.path(d).months.iter();
                money(months.map(|month| month.unit_cost).sum::<f64>() / shipped(d))
            }
        }
    }
}

impl Future {
    fn chances(&self) -> [f64; 4] {
        World::ALL.map(|world| chance(&self.scenario, world))
    }

    fn launch(&self) -> f64 {
        self.scenario[Key::BuildWeeks] * 12.0 / 52.0
    }

    /// Months from the alarm to the end of a rebuild.
    fn lead(&self) -> f64 {
        self.scenario[Key::RebuildMonths] + self.scenario[Key::Lag]
    }

    /// The chance that a launch is not too late.
    fn in_time(&self, d: Strategy) -> f64 {
        let later = self.launch() * premium(&self.scenario, d);
        (1.0 - self.scenario[Key::DelayPenalty]).powf(later)
    }

    fn good(&self, d: Strategy, world: usize) -> f64 {
        let m = self.in_time(d);
        let (wanted, unwanted) = (&self.wanted[d as usize][world], &self.unwanted[d as usize]);
        m * value(&self.scenario, wanted) + (1.0 - m) * value(&self.scenario, unwanted)
    }

    fn good_of(&self, choice: Choice, world: usize) -> f64 {
        choice.strategy().map_or(0.0, |d| self.good(d, world))
    }

    fn bad_of(&self, choice: Choice) -> f64 {
        let worth = |d: Strategy| value(&self.scenario, &self.unwanted[d as usize]);
        choice.strategy().map_or(0.0, worth)
    }

    /// The price of growth. Model specification, section 14.5: work, drag, serving, lost.
    fn parts_of_price(&self, d: Strategy, world: usize) -> [f64; 4] {
        let s = &self.scenario;
        let (own, late) = (&self.wanted[d as usize][world], &self.wanted[LATE][world]);
        let pv = |path: &Projection, number: fn(&Month) -> f64| discounted(s, path, number);
        let rest = own.ending.committed * at_the_end(s, own);
        let serving = |path: &Projection| pv(path, |m| m.run) + pv(path, |m| m.unit_cost);
        [
            pv(own, |m| m.build) - pv(late, |m| m.build) + pv(own, |m| m.rebuild) + rest,
            pv(own, |m| m.drag),
            serving(own) - serving(late),
            pv(late, |m| m.revenue) + pv(late, |m| m.lost_revenue) - pv(own, |m| m.revenue),
        ]
    }

    fn price(&self, d: Strategy, world: usize) -> f64 {
        self.parts_of_price(d, world).iter().sum()
    }
}

fn path(s: &Scenario, strategy: Strategy, world: World, market: Market, alarm: f64) -> Projection {
    Projection::of(&Run {
        scenario: s,
        strategy,
        world,
        market,
        alarm_watch: alarm,
    })
}

fn chance(s: &Scenario, world: World) -> f64 {
    let (fix, wrong) = (s[Key::QuickFix], s[Key::WrongBet]);
    let fix = if world.quick_fix { fix } else { 1.0 - fix };
    let wrong = if world.wrong_bet { wrong } else { 1.0 - wrong };
    fix * wrong
}

fn premium(s: &Scenario, d: Strategy) -> f64 {
    match d {
        Strategy::Msp => s[Key::Premium],
        Strategy::Over => s[Key::OverPremium],
        _ => 0.0,
    }
}

/// When demand first reaches so many, in months after launch; looked for up to month 600 of the
/// curve as entered.
fn reached(s: &Scenario, users: f64) -> f64 {
    let enough = |tau: f64| s.curve().at(tau) >= users * (1.0 - 1e-12);
    if enough(0.0) {
        return 0.0;
    }
    let step = 0.1 / s[Key::Speed];
    let mut from = 0.0;
    for number in 1..=6_000_u32 {
        let to = f64::from(number) * step;
        if enough(to) {
            let (mut low, mut high) = (from, to);
            for _ in 0..60 {
                let middle = f64::midpoint(low, high);
                if enough(middle) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
            return high;
        }
        from = to;
    }
    f64::INFINITY
}

/// What money at the end of month `t` is worth today.
fn factor(s: &Scenario, t: f64) -> f64 {
    (1.0 + s[Key::DiscountRate]).powf(-t / 12.0)
}

fn discounted(s: &Scenario, path: &Projection, number: impl Fn(&Month) -> f64) -> f64 {
    let months = (1_u32..).zip(&path.months);
    months
        .map(|(t, month)| number(month) * factor(s, f64::from(t)))
        .sum()
}

fn at_the_end(s: &Scenario, path: &Projection) -> f64 {
    factor(s, count(path.months.len()))
}

fn value(s: &Scenario, path: &Projection) -> f64 {
    let end = (path.ending.terminal - path.ending.committed) * at_the_end(s, path);
    discounted(s, path, |month| month.net) + end
}

/// A component of the value in today's money, with its sign.
fn present(s: &Scenario, path: &Projection, component: Component) -> f64 {
    match component {
        Component::Terminal => path.ending.terminal * at_the_end(s, path),
        Component::Rest => -path.ending.committed * at_the_end(s, path),
        _ => discounted(s, path, |month| component_of(month, component)),
    }
}

fn component_of(month: &Month, component: Component) -> f64 {
    match component {
        Component::Revenue => month.revenue,
        Component::Build => -month.build,
        Component::Payroll => -month.payroll,
        Component::Drag => -month.drag,
        Component::Run => -month.run,
        Component::Rebuild => -month.rebuild,
        Component::UnitCost => -month.unit_cost,
        Component::Terminal | Component::Rest => 0.0,
    }
}

/// The lowest point of the cash, never above nothing.
fn lowest(path: &Projection) -> f64 {
    let mut cash = 0.0;
    let mut lowest: f64 = 0.0;
    for month in &path.months {
        cash += month.net;
        lowest = lowest.min(cash);
    }
    lowest
}

fn longest(path: &Projection, counts: impl Fn(&Month) -> bool) -> f64 {
    let months = path.months.iter().filter(|month| counts(month));
    months.map(|month| month.wait).fold(0.0, f64::max)
}

fn most_users(path: &Projection) -> f64 {
    path.months.iter().map(|m| m.users).fold(0.0, f64::max)
}

fn at_end(path: &Projection) -> f64 {
    path.months.last().map_or(0.0, |month| month.users)
}

fn frozen(path: &Projection) -> f64 {
    path.months.iter().map(|month| month.freeze).sum()
}

fn paid_for_work(path: &Projection) -> f64 {
    path.months.iter().map(|month| month.rebuild).sum::<f64>() + path.ending.committed
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn count(items: usize) -> f64 {
    items as f64
}

fn mean(numbers: &[(f64, f64)]) -> f64 {
    let weight: f64 = numbers.iter().map(|(_, weight)| weight).sum();
    numbers.iter().map(|(x, weight)| x * weight).sum::<f64>() / weight
}

fn at(edge: Edge, numbers: &[(f64, f64)]) -> Option<Number> {
    between(numbers, place(edge))
}

/// The same for values and their differences, which are added up in an order of their own: numbers
/// that are equal but for rounding may or may not count as one, which moves a quantile beside them
/// up to the numbers next to it.
fn at_of_sums(edge: Edge, numbers: &[(f64, f64)]) -> Option<Number> {
    let place = place(edge);
    let groups = groups(numbers, noise(numbers));
    let above = groups.iter().position(|group| group.at >= place);
    let above = above.or(groups.len().checked_sub(1))?;
    let [low, high] = [&groups[above.saturating_sub(1)], &groups[above]];
    if low.members == 1 && high.members == 1 {
        return between(numbers, place);
    }
    Some(Number {
        least: low.value,
        most: high.value,
        money: true,
    })
}

fn place(edge: Edge) -> f64 {
    match edge {
        Edge::Low => 0.05,
        Edge::Middle => 0.5,
        Edge::High => 0.95,
    }
}

/// What rounding can make of numbers of this size.
fn noise(numbers: &[(f64, f64)]) -> f64 {
    let finite = numbers.iter().map(|(x, _)| *x).filter(|x| x.is_finite());
    1e-11 * finite.fold(1e-9, |most: f64, x| most.max(x.abs()))
}

/// A quantile, whether or not numbers that differ by rounding alone count as the same.
fn between(numbers: &[(f64, f64)], place: f64) -> Option<Number> {
    let [a, b] = [0.0, noise(numbers)].map(|noise| quantile(numbers, place, noise));
    let (a, b) = (a?, b?);
    Some(Number {
        least: a.min(b),
        most: a.max(b),
        money: false,
    })
}

/// Numbers that count as one.
struct Group {
    value: f64,
    /// The middle of its weight, as a share of all.
    at: f64,
    members: usize,
}

fn groups(numbers: &[(f64, f64)], noise: f64) -> Vec<Group> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: f64 = sorted.iter().map(|(_, weight)| weight).sum();
    let mut groups = Vec::new();
    let mut before = 0.0;
    let mut rest = &sorted[..];
    while let Some((first, _)) = rest.first() {
        let alike = |x: f64| x == *first || x - first <= noise;
        let members = rest.iter().take_while(|(x, _)| alike(*x)).count();
        let weight: f64 = rest[..members].iter().map(|(_, weight)| weight).sum();
        groups.push(Group {
            value: *first,
            at: (before + weight / 2.0) / total,
            members,
        });
        before += weight;
        rest = &rest[members..];
    }
    groups
}

/// Model specification, section 6, by sorting: every value lies in the middle of its weight, and
/// straight lines join them. `None` where it touches infinity.
fn quantile(numbers: &[(f64, f64)], place: f64, noise: f64) -> Option<f64> {
    let groups = groups(numbers, noise);
    let above = groups.iter().position(|group| group.at >= place);
    let found = match above {
        None => groups.last()?.value,
        Some(0) => groups[0].value,
        Some(above) => {
            let (low, high) = (&groups[above - 1], &groups[above]);
            low.value + (high.value - low.value) * (place - low.at) / (high.at - low.at)
        }
    };
    found.is_finite().then_some(found)
}
