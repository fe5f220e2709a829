//! What goes by the unit, worked out again.

use super::path::chance;
use super::{Afresh, Number, money, plain};
use crate::field::Key;
use crate::statement::PerUnit;
use crate::strategy::Strategy;
use crate::world::World;

impl Afresh<'_> {
    /// By the net of the register: `p q C - c - k p N` for `N` units.
    pub(super) fn per_unit(&self, per_unit: PerUnit) -> Option<Number> {
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
