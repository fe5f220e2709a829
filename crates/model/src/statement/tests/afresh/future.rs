//! A draw with all its paths.

use super::LATE;
use super::path::{at_the_end, chance, discounted, premium, value};
use crate::field::Key;
use crate::projection::{Month, Projection};
use crate::scenario::Scenario;
use crate::strategy::{Choice, Strategy};
use crate::world::World;

/// A draw with all its paths.
pub(super) struct Future {
    pub scenario: Scenario,
    pub wanted: [[Projection; 4]; 5],
    pub unwanted: [Projection; 5],
    /// Months after launch at which the simple version is full; infinite if never.
    pub wall: f64,
}

impl Future {
    pub(super) fn chances(&self) -> [f64; 4] {
        World::ALL.map(|world| chance(&self.scenario, world))
    }

    pub(super) fn launch(&self) -> f64 {
        self.scenario[Key::BuildWeeks] * 12.0 / 52.0
    }

    /// Months from the alarm to the end of a rebuild.
    pub(super) fn lead(&self) -> f64 {
        self.scenario[Key::RebuildMonths] + self.scenario[Key::Lag]
    }

    /// The chance that a launch is not too late.
    pub(super) fn in_time(&self, d: Strategy) -> f64 {
        let later = self.launch() * premium(&self.scenario, d);
        (1.0 - self.scenario[Key::DelayPenalty]).powf(later)
    }

    pub(super) fn good(&self, d: Strategy, world: usize) -> f64 {
        let m = self.in_time(d);
        let (wanted, unwanted) = (&self.wanted[d as usize][world], &self.unwanted[d as usize]);
        m * value(&self.scenario, wanted) + (1.0 - m) * value(&self.scenario, unwanted)
    }

    pub(super) fn good_of(&self, choice: Choice, world: usize) -> f64 {
        choice.strategy().map_or(0.0, |d| self.good(d, world))
    }

    pub(super) fn bad_of(&self, choice: Choice) -> f64 {
        let worth = |d: Strategy| value(&self.scenario, &self.unwanted[d as usize]);
        choice.strategy().map_or(0.0, worth)
    }

    /// The price of growth. Model specification, section 14.5: work, drag, serving, lost.
    pub(super) fn parts_of_price(&self, d: Strategy, world: usize) -> [f64; 4] {
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

    pub(super) fn price(&self, d: Strategy, world: usize) -> f64 {
        self.parts_of_price(d, world).iter().sum()
    }
}
