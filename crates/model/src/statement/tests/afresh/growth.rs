//! What growth does, worked out again.

use super::path::{at_end, count, discounted, frozen, longest, most_users, paid_for_work};
use super::quantile::{at, at_of_sums, mean};
use super::{Afresh, Future, LATE, MSP, Number, money, plain};
use crate::field::Key;
use crate::futures::{GrowthPart, Reaction};
use crate::projection::Projection;
use crate::statement::{Edge, Growth};
use crate::strategy::Strategy;
use crate::world::World;

impl Afresh<'_> {
    pub(super) fn growth(&self, growth: Growth) -> Option<Number> {
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
}
