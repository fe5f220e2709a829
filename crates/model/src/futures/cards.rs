//! The four question cards. Source: model specification, section 14.6. The wall itself is in
//! [`super::Wall`], the prices in [`super::ActingLate`].

use serde::{Deserialize, Serialize};

use super::spread::Spread;
use crate::simulation::{Draw, Draws, Trace};
use crate::strategy::Strategy;

/// What the cards say, over the futures in which people want it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cards {
    /// By strategy, in the order of [`Strategy::ALL`].
    pub strategies: [Card; 5],
    /// Most users of the scalable version; hardware: units shipped in a month.
    pub peak_users: Spread,
    /// The same as a share of its room; may exceed 1.
    pub peak_share_of_room: Spread,
    /// Users at the end: the scalable version's minus those of the MVP that is rebuilt late.
    pub fewer_at_end: Spread,
}

/// What happens to a strategy at the wall.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Card {
    /// Longest wait of all months: seconds, hardware months.
    pub longest_wait: Spread,
    /// Longest wait of the months on the lowest level; for a strategy that starts higher, zero.
    pub longest_wait_before: Spread,
    /// Revenue lost to slowness, freeze and late launch, discounted.
    pub lost_revenue: Spread,
    /// The same, undiscounted.
    pub lost_revenue_undiscounted: Spread,
    /// Users at the end of the horizon.
    pub users_at_end: Spread,
}

impl Cards {
    pub(crate) fn of(draws: &Draws, yours: &Draw) -> Self {
        let spread = |strategy: Strategy, number: fn(&Trace) -> f64| {
            let mine = number(yours.wanted(strategy, 0));
            Spread::of(&draws.of_strategy(strategy, number), mine)
        };
        let share =
            |draw: &Draw, world| draw.wanted(Strategy::Msp, world).peak_users / draw.dates.room;
        let fewer = |draw: &Draw, world| {
            draw.wanted(Strategy::Msp, world).users_at_end
                - draw.wanted(Strategy::MvpLate, world).users_at_end
        };
        Self {
            strategies: Strategy::ALL.map(|strategy| Card {
                longest_wait: spread(strategy, |path| path.longest_wait),
                longest_wait_before: spread(strategy, |path| path.longest_wait_before),
                lost_revenue: spread(strategy, |path| path.present.lost_revenue),
                lost_revenue_undiscounted: spread(strategy, |path| path.lost_revenue),
                users_at_end: spread(strategy, |path| path.users_at_end),
            }),
            peak_users: spread(Strategy::Msp, |path| path.peak_users),
            peak_share_of_room: Spread::of(&draws.wanted(share), share(yours, 0)),
            fewer_at_end: Spread::of(&draws.wanted(fewer), fewer(yours, 0)),
        }
    }
}
