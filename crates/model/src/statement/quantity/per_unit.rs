//! The quantities of hardware that go by the unit.

use crate::outcome::Outcome;
use crate::strategy::Strategy;
use crate::unit_price::{UnitPrice, cost_per_unit, shipped};

/// What extra parts cost and avoid. Money as paid, not discounted; a service has none of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum PerUnit {
    /// Extra parts per good unit.
    Extra,
    /// Extra parts of all units shipped within the horizon, path.
    ExtraTotal,
    /// What the scalable design costs more before the launch.
    Now,
    /// The same for each time that people want the product.
    NowPerSuccess,
    /// What headroom costs by the volume, for each time that people want the product.
    SpentByVolume,
    /// What the redesign costs that it avoids.
    Avoided,
    /// The same on average, if people want the product.
    AvoidedOnAverage,
    /// The chance that the redesign is needed and avoided, if people want the product.
    Chance,
    /// The volume at which the extra parts stop paying, in good units.
    BreakEven,
    /// Good units that the scalable version ships within the horizon, path.
    Volume,
    /// What a unit costs on average over the horizon, path.
    CostPerUnit(Strategy),
    /// Good units that a version ships within the horizon, path.
    Shipped(Strategy),
}

impl PerUnit {
    /// Its value; `None` where the outcome has no such number.
    pub(super) fn of(self, outcome: &Outcome) -> Option<f64> {
        let found = UnitPrice::of(outcome)?;
        let terms = found.terms;
        Some(match self {
            Self::Extra => terms.extra_per_unit,
            Self::ExtraTotal => found.extra_total(),
            Self::Now => terms.now,
            Self::NowPerSuccess => terms.now_per_success()?,
            Self::SpentByVolume => terms.spent_by(found.volume)?,
            Self::Avoided => terms.avoided,
            Self::AvoidedOnAverage => terms.avoided_on_average(),
            Self::Chance => terms.chance,
            Self::BreakEven => found.break_even()?,
            Self::Volume => found.volume,
            Self::Shipped(strategy) => shipped(&outcome.plan(strategy).path),
            Self::CostPerUnit(strategy) => cost_per_unit(&outcome.plan(strategy).path)?,
        })
    }
}
