//! What growth does to each plan: the wall, the wait, the price of growth and the customers lost,
//! over the simulated futures in which people want the product.

use super::Edge;
use crate::field::Key;
use crate::futures::{Futures, GrowthPart, Reaction, Spread};
use crate::outcome::Outcome;
use crate::projection::Projection;
use crate::strategy::Strategy;

/// A number of what growth does. Money is in today's value; times are months since the start of the
/// project unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Growth {
    /// The last moment to start a rebuild in time.
    LastStart(Edge),
    /// Share of its room that the simple version then uses.
    JustInTime(Edge),
    /// Share of futures in which that moment lies before the launch.
    TooLateAtLaunch,
    /// How many of the draws these are.
    TooLateAtLaunchCount,
    /// Share of futures in which the simple version fills up within the months shown.
    Full,
    /// How many of the draws these are.
    FullCount,
    /// Months from launch until it is full.
    FullAfterLaunch(Edge),
    /// Most users of the scalable version (hardware: units shipped in a month).
    PeakUsers(Edge),
    /// Longest wait while the simple version is not rebuilt yet: seconds, hardware months.
    LongestWaitBefore(Strategy, Edge),
    /// Longest wait of all months.
    LongestWait(Strategy, Edge),
    /// Price of growth, against an MVP that is rebuilt late and has room without limit.
    Price(Strategy, Edge),
    /// Price of growth of the MVP rebuilt late less that of the scalable version, in each future.
    LateMinusEarly(Edge),
    /// Its mean.
    LateMinusEarlyMean,
    /// A part of its mean.
    LateMinusEarlyPart(GrowthPart),
    /// Share of futures in which it is above zero.
    LateCostsMore,
    /// Price of growth of the MVP rebuilt late less that of the watched one, in each future.
    Waiting(Edge),
    /// Share of futures in which waiting costs more.
    WaitingCostsMore,
    /// Work of the MVP rebuilt late, as paid.
    PaidLate(Edge),
    /// Work of the scalable version before its launch, as paid.
    PaidEarly(Edge),
    /// Work of the scalable version after its launch, as paid.
    PaidEarlyLater(Edge),
    /// Months without new features.
    Featureless(Strategy, Edge),
    /// Revenue lost to slowness, freeze and late launch.
    LostRevenue(Strategy, Edge),
    /// Users (hardware: units a month) at the end that the scalable version has more than the MVP
    /// rebuilt late.
    FewerAtEnd(Edge),
    /// Users at the end (hardware: units shipped in the last month).
    UsersAtEnd(Strategy, Edge),
    /// Share of futures in which a reaction happens.
    Happens(Reaction),
    /// Price of growth of a reaction.
    ReactionPrice(Reaction, Edge),
    /// Months without new features of a reaction.
    ReactionFeatureless(Reaction, Edge),
    /// Users (hardware: units a month) fewer at the end than with the scalable version.
    ReactionFewer(Reaction, Edge),
    /// Longest wait of a reaction: seconds, hardware months.
    ReactionWait(Reaction, Edge),
    /// Months without new features, path.
    PathFeatureless(Strategy),
    /// Users (hardware: units a month) at the end that the scalable version has more than the MVP
    /// rebuilt late, path.
    PathFewerAtEnd,
    /// Users that a level carries (hardware: units that it makes a month) at the low, best or high
    /// number of the range of that input.
    Room(u8, Edge),
}

impl Growth {
    /// The same number elsewhere in its range; a number without a range is itself.
    #[must_use]
    pub fn at(self, edge: Edge) -> Self {
        match self {
            Self::LastStart(_) => Self::LastStart(edge),
            Self::JustInTime(_) => Self::JustInTime(edge),
            Self::FullAfterLaunch(_) => Self::FullAfterLaunch(edge),
            Self::PeakUsers(_) => Self::PeakUsers(edge),
            Self::LongestWaitBefore(plan, _) => Self::LongestWaitBefore(plan, edge),
            Self::LongestWait(plan, _) => Self::LongestWait(plan, edge),
            Self::Price(plan, _) => Self::Price(plan, edge),
            Self::LateMinusEarly(_) => Self::LateMinusEarly(edge),
            Self::Waiting(_) => Self::Waiting(edge),
            Self::PaidLate(_) => Self::PaidLate(edge),
            Self::PaidEarly(_) => Self::PaidEarly(edge),
            Self::PaidEarlyLater(_) => Self::PaidEarlyLater(edge),
            Self::Featureless(plan, _) => Self::Featureless(plan, edge),
            Self::LostRevenue(plan, _) => Self::LostRevenue(plan, edge),
            Self::FewerAtEnd(_) => Self::FewerAtEnd(edge),
            Self::UsersAtEnd(plan, _) => Self::UsersAtEnd(plan, edge),
            Self::ReactionPrice(reaction, _) => Self::ReactionPrice(reaction, edge),
            Self::ReactionFeatureless(reaction, _) => Self::ReactionFeatureless(reaction, edge),
            Self::ReactionFewer(reaction, _) => Self::ReactionFewer(reaction, edge),
            Self::ReactionWait(reaction, _) => Self::ReactionWait(reaction, edge),
            Self::Room(level, _) => Self::Room(level, edge),
            Self::TooLateAtLaunch
            | Self::TooLateAtLaunchCount
            | Self::Full
            | Self::FullCount
            | Self::LateMinusEarlyMean
            | Self::LateMinusEarlyPart(_)
            | Self::LateCostsMore
            | Self::WaitingCostsMore
            | Self::Happens(_)
            | Self::PathFeatureless(_)
            | Self::PathFewerAtEnd => self,
        }
    }

    /// Its value; `None` where the outcome has no such number.
    pub(super) fn of(self, outcome: &Outcome) -> Option<f64> {
        let path = |strategy: Strategy| &outcome.plan(strategy).path;
        match self {
            Self::PathFeatureless(strategy) => {
                let months = &path(strategy).months;
                return Some(months.iter().map(|month| month.freeze).sum());
            }
            Self::PathFewerAtEnd => {
                return Some(at_end(path(Strategy::Msp))? - at_end(path(Strategy::MvpLate))?);
            }
            Self::Room(level, edge) => return room(outcome, level, edge),
            _ => {}
        }
        self.over(outcome.futures.as_ref()?)
    }

    fn over(self, futures: &Futures) -> Option<f64> {
        let fixed = &futures.fixed;
        let (wall, acting, cards) = (&fixed.wall, &fixed.acting_late, &fixed.cards);
        let reacted = |reaction: Reaction| {
            let reacted = &fixed.reactions[reaction as usize];
            (reacted.share > 0.0).then_some(reacted)
        };
        // Each draw weighs the same in a share of draws.
        let count = |share: f64| (share * f64::from(futures.draws)).round();
        let early = &acting.late_minus_early;
        let waiting = &acting.late_minus_watched;
        let spread: (&Spread, Edge) = match self {
            Self::LastStart(edge) => return edge.of_times(&wall.last_start),
            Self::JustInTime(edge) => return edge.of_times(&wall.alarm),
            Self::TooLateAtLaunch => return Some(wall.too_late_at_launch),
            Self::TooLateAtLaunchCount => return Some(count(wall.too_late_at_launch)),
            Self::Full => return Some(wall.share_within_horizon),
            Self::FullCount => return Some(count(wall.share_within_horizon)),
            Self::FullAfterLaunch(edge) => return edge.of_times(&wall.after_launch),
            Self::LateMinusEarlyMean => return Some(early.price.total.mean),
            Self::LateMinusEarlyPart(part) => {
                return Some(early.price.parts[part as usize].mean);
            }
            Self::LateCostsMore => return Some(early.share_late_costs_more),
            Self::WaitingCostsMore => return Some(waiting.share_late_costs_more),
            Self::Happens(reaction) => return Some(fixed.reactions[reaction as usize].share),
            Self::PathFeatureless(_) | Self::PathFewerAtEnd | Self::Room(..) => return None,
            Self::PeakUsers(edge) => (&cards.peak_users, edge),
            Self::LongestWaitBefore(strategy, edge) => (
                &cards.strategies[strategy as usize].longest_wait_before,
                edge,
            ),
            Self::LongestWait(strategy, edge) => {
                (&cards.strategies[strategy as usize].longest_wait, edge)
            }
            Self::Price(strategy, edge) => {
                let price = match strategy {
                    Strategy::MvpLive => &acting.live,
                    Strategy::MvpLate => &acting.late,
                    Strategy::MvpWatch => &acting.watched,
                    Strategy::Msp => &acting.early,
                    Strategy::Over => return None,
                };
                (&price.total, edge)
            }
            Self::LateMinusEarly(edge) => (&early.price.total, edge),
            Self::Waiting(edge) => (&waiting.price.total, edge),
            Self::PaidLate(edge) => (&acting.paid_late, edge),
            Self::PaidEarly(edge) => (&acting.paid_early, edge),
            Self::PaidEarlyLater(edge) => (&acting.paid_early_later, edge),
            Self::Featureless(strategy, edge) => {
                (&acting.months_without_features[strategy as usize], edge)
            }
            Self::LostRevenue(strategy, edge) => {
                (&cards.strategies[strategy as usize].lost_revenue, edge)
            }
            Self::FewerAtEnd(edge) => (&cards.fewer_at_end, edge),
            Self::UsersAtEnd(strategy, edge) => {
                (&cards.strategies[strategy as usize].users_at_end, edge)
            }
            Self::ReactionPrice(reaction, edge) => (&reacted(reaction)?.price, edge),
            Self::ReactionFeatureless(reaction, edge) => {
                (&reacted(reaction)?.months_without_features, edge)
            }
            Self::ReactionFewer(reaction, edge) => (&reacted(reaction)?.fewer_at_end, edge),
            Self::ReactionWait(reaction, edge) => (&reacted(reaction)?.longest_wait, edge),
        };
        let (spread, edge) = spread;
        Some(edge.of(spread))
    }
}

fn at_end(path: &Projection) -> Option<f64> {
    Some(path.months.last()?.users)
}

/// What a level carries; the ends need a range.
fn room(outcome: &Outcome, level: u8, edge: Edge) -> Option<f64> {
    let s = &outcome.scenario;
    let range = s.range(Key::Capacity);
    let simple = match edge {
        Edge::Low => range?.low,
        Edge::Middle => s[Key::Capacity],
        Edge::High => range?.high,
    };
    let multiple = match level {
        0 => 1.0,
        1 => s[Key::Multiple1],
        _ => s[Key::Multiple2],
    };
    Some(multiple * simple)
}
