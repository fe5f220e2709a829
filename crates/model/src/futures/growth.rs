//! Acting late against acting early: the price of growth. Source: model specification, section
//! 14.5.

use serde::{Deserialize, Serialize};

use super::spread::Spread;
use crate::projection::Parts;
use crate::quantile::Weighted;
use crate::simulation::{Draw, Draws, Trace};
use crate::strategy::Strategy;

/// A part of the price of growth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GrowthPart {
    /// Rebuild, quick fix, tooling and extension, and the premium of the scalable version.
    Work,
    /// Team time lost to debt.
    Drag,
    /// Running it and making units, beyond what the MVP that is rebuilt late costs.
    Serving,
    /// Revenue that an MVP with unlimited room would have earned.
    Lost,
}

impl GrowthPart {
    /// All parts.
    pub const ALL: [Self; 4] = [Self::Work, Self::Drag, Self::Serving, Self::Lost];

    /// The key in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::Drag => "drag",
            Self::Serving => "serving",
            Self::Lost => "lost",
        }
    }

    /// The part in a future, against the MVP that is rebuilt late in the same future.
    fn of(self, own: &Parts, late: &Parts) -> f64 {
        match self {
            Self::Work => own.build - late.build + own.rebuild + own.rest,
            Self::Drag => own.drag,
            Self::Serving => own.run + own.unit_cost - late.run - late.unit_cost,
            Self::Lost => late.revenue + late.lost_revenue - own.revenue,
        }
    }
}

/// The price of growth, discounted: its parts, in the order of [`GrowthPart::ALL`], and their sum.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Price {
    /// The parts.
    pub parts: [Spread; 4],
    /// The sum.
    pub total: Spread,
}

/// The price of acting late minus the price of acting otherwise, future by future.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// The difference.
    pub price: Price,
    /// Share of futures in which acting late costs more.
    pub share_late_costs_more: f64,
}

/// Acting late against acting early, if people want the product.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActingLate {
    /// Price of growth of the MVP that is never rebuilt.
    pub live: Price,
    /// Of the one that waits until it hurts.
    pub late: Price,
    /// Of the watched one.
    pub watched: Price,
    /// Of the scalable version.
    pub early: Price,
    /// Late minus early.
    pub late_minus_early: Difference,
    /// Late minus watched.
    pub late_minus_watched: Difference,
    /// Work alone, as paid: of the MVP that waits until it hurts.
    pub paid_late: Spread,
    /// Work alone, as paid: of the scalable version now.
    pub paid_early: Spread,
    /// Work alone, as paid: of the scalable version later.
    pub paid_early_later: Spread,
    /// Months without features by strategy, in the order of [`Strategy::ALL`].
    pub months_without_features: [Spread; 5],
}

/// The parts of a price or of a difference in a future.
type InFuture<'a> = &'a dyn Fn(&Draw, usize) -> [f64; 4];

impl ActingLate {
    pub(crate) fn of(draws: &Draws, yours: &Draw) -> Self {
        let price = |strategy| {
            let parts = move |draw: &Draw, world| price_in(draw, world, strategy);
            Price::of(&draws.wanted(parts), parts(yours, 0))
        };
        let difference = |strategy| {
            let parts = move |draw: &Draw, world| {
                let late = price_in(draw, world, Strategy::MvpLate);
                let own = price_in(draw, world, strategy);
                [0, 1, 2, 3].map(|part| late[part] - own[part])
            };
            Difference::of(draws, yours, &parts)
        };
        let spread = |strategy: Strategy, number: fn(&Trace) -> f64| {
            let mine = number(yours.wanted(strategy, 0));
            Spread::of(&draws.of_strategy(strategy, number), mine)
        };
        let premium = |draw: &Draw, world| {
            draw.wanted(Strategy::Msp, world).build_paid
                - draw.wanted(Strategy::MvpLate, world).build_paid
        };
        Self {
            live: price(Strategy::MvpLive),
            late: price(Strategy::MvpLate),
            watched: price(Strategy::MvpWatch),
            early: price(Strategy::Msp),
            late_minus_early: difference(Strategy::Msp),
            late_minus_watched: difference(Strategy::MvpWatch),
            paid_late: spread(Strategy::MvpLate, |path| path.rebuild_paid),
            paid_early: Spread::of(&draws.wanted(premium), premium(yours, 0)),
            paid_early_later: spread(Strategy::Msp, |path| path.rebuild_paid),
            months_without_features: Strategy::ALL
                .map(|strategy| spread(strategy, |path| path.frozen)),
        }
    }
}

pub(super) fn price_in(draw: &Draw, world: usize, strategy: Strategy) -> [f64; 4] {
    let own = &draw.wanted(strategy, world).present;
    let late = &draw.wanted(Strategy::MvpLate, world).present;
    GrowthPart::ALL.map(|part| part.of(own, late))
}

impl Price {
    fn of(futures: &[([f64; 4], f64)], yours: [f64; 4]) -> Self {
        let spread = |number: &dyn Fn(&[f64; 4]) -> f64| {
            let numbers: Vec<Weighted> = futures
                .iter()
                .map(|(parts, weight)| (number(parts), *weight))
                .collect();
            Spread::of(&numbers, number(&yours))
        };
        Self {
            parts: [0, 1, 2, 3].map(|part| spread(&|parts| parts[part])),
            total: spread(&|parts| parts.iter().sum()),
        }
    }
}

impl Difference {
    fn of(draws: &Draws, yours: &Draw, parts: InFuture<'_>) -> Self {
        let futures = draws.wanted(parts);
        let dearer = futures
            .iter()
            .filter(|(parts, _)| parts.iter().sum::<f64>() > 0.0)
            .map(|(_, weight)| weight);
        Self {
            share_late_costs_more: dearer.sum(),
            price: Price::of(&futures, parts(yours, 0)),
        }
    }
}
