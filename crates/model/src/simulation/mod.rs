//! Many futures: the same months over draws of all uncertain inputs.
//!
//! A [`Simulation`] is made in slices of any size, with the same digits whatever their size, and
//! can be refined: more draws are added to those that there are. Source: model specification,
//! sections 6 and 7.

mod draws;
mod paths;
mod place;
mod sweep;
mod trace;

pub(crate) use draws::{
    Draw, Draws, MONTHS_KEPT_FOR, chances, count, felt, in_time, standard_error, values,
};
pub(crate) use paths::{Asked, Paths};
pub(crate) use place::{PATHS, WANTED, unwanted, wanted, wanted_from};
pub(crate) use trace::{Trace, Worth};

use crate::field::Key;
use crate::sampling::{ROTATIONS, Sampler};
use crate::scenario::{Scenario, Watch};
use crate::values::{Sweep, best_level};

/// Draws of each rotation for a first answer.
pub const FIRST: u32 = 64;
/// Draws of each rotation for the answer.
pub const REFINED: u32 = 512;
/// Draws of each rotation on request.
pub const FINE: u32 = 4096;

/// A simulation under way.
#[derive(Clone, Debug)]
pub struct Simulation {
    scenario: Scenario,
    seed: u32,
    per_rotation: u32,
    sampler: Sampler,
    paths: Paths<Trace>,
    draws: Draws,
    /// The alarm for which the watched MVP's paths hold, and for how many of the draws.
    watched: (f64, usize),
}

impl Simulation {
    /// A simulation of `per_rotation` draws in each of the eight rotations.
    #[must_use]
    pub fn new(scenario: &Scenario, per_rotation: u32, seed: u32) -> Self {
        let alarm = match scenario.watch() {
            Watch::At(level) => level,
            // A good guess spares a second run; the best level is known after all draws.
            Watch::Best => Sweep::of(scenario).best,
        };
        Self {
            sampler: Sampler::new(scenario, seed),
            paths: Paths::new(scenario),
            scenario: scenario.clone(),
            seed,
            per_rotation: per_rotation.max(1),
            draws: Draws::default(),
            watched: (alarm, 0),
        }
    }

    /// Runs all of it at once.
    #[must_use]
    pub fn run(scenario: &Scenario, per_rotation: u32, seed: u32) -> Self {
        let mut simulation = Self::new(scenario, per_rotation, seed);
        simulation.finish();
        simulation
    }

    /// Asks for more draws in each rotation; those that there are stay.
    pub fn refine(&mut self, per_rotation: u32) {
        self.per_rotation = self.per_rotation.max(per_rotation);
    }

    /// Takes another scenario if its draws are the same: only the chance of success, the cash there
    /// is, or whether building nothing is allowed may differ. Says whether it did.
    pub fn take(&mut self, scenario: &Scenario) -> bool {
        let same_draws = [Key::Success, Key::Cash, Key::NothingAllowed]
            .into_iter()
            .fold(self.scenario.clone(), |mut mine, key| {
                mine.take_choice(key, scenario);
                mine
            });
        if same_draws != *scenario {
            return false;
        }
        self.scenario = same_draws;
        true
    }

    /// Makes up to `most` draws; says whether all are made.
    pub fn advance(&mut self, most: u32) -> bool {
        let target = self.target();
        let mut left = most;
        while left > 0 && self.draws.len() < target {
            self.draw_next();
            left -= 1;
        }
        if self.draws.len() < target {
            return false;
        }
        let alarm = self.best_alarm();
        if alarm != self.watched.0 {
            self.watched = (alarm, 0);
        }
        while left > 0 && self.watched.1 < self.draws.len() {
            self.rewatch_next();
            left -= 1;
        }
        self.watched.1 == self.draws.len()
    }

    /// Makes all draws.
    pub fn finish(&mut self) {
        while !self.advance(u32::MAX) {}
    }

    /// Whether all draws are made.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.draws.len() >= self.target() && self.watched.1 == self.draws.len()
    }

    /// What is simulated.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The seed.
    #[must_use]
    pub fn seed(&self) -> u32 {
        self.seed
    }

    /// Draws made so far.
    #[must_use]
    pub fn draws_made(&self) -> usize {
        self.draws.len()
    }

    /// The inputs that are drawn.
    #[must_use]
    pub fn drawn(&self) -> &[Key] {
        self.sampler.keys()
    }

    /// The alarm of the watched MVP for which its paths hold.
    #[must_use]
    pub fn alarm_watch(&self) -> f64 {
        self.watched.0
    }

    pub(crate) fn draws(&self) -> &Draws {
        &self.draws
    }

    fn target(&self) -> usize {
        // A usize has 32 bits in the browser.
        let per_rotation = usize::try_from(self.per_rotation).unwrap_or(usize::MAX);
        per_rotation.saturating_mul(ROTATIONS)
    }

    fn draw_next(&mut self) {
        let number = self.draws.len();
        let mut values = Vec::with_capacity(self.sampler.keys().len());
        let incident = self
            .sampler
            .draw(u32::try_from(number).unwrap_or(u32::MAX), &mut values);
        self.set(&values, incident);
        self.paths.run(&Asked::all(self.watched.0, true));
        self.draws.reserve(self.target(), &values, &self.paths);
        self.draws.push(&values, &self.paths);
        if self.watched.1 == number {
            self.watched.1 += 1;
        }
    }

    /// Runs the watched MVP of the next draw again, with the alarm that has become the best.
    fn rewatch_next(&mut self) {
        let number = self.watched.1;
        let mut values = Vec::with_capacity(self.sampler.keys().len());
        let incident = self
            .sampler
            .draw(u32::try_from(number).unwrap_or(u32::MAX), &mut values);
        self.set(&values, incident);
        self.paths.run(&Asked::watched(self.watched.0));
        self.draws.rewatch(number, &self.paths);
        self.watched.1 += 1;
    }

    fn set(&mut self, values: &[f64], incident: bool) {
        set_draw(
            &mut self.paths.scenario,
            self.sampler.keys(),
            values,
            incident,
        );
    }

    /// The alarm level with the highest value over the draws, unless one was given.
    fn best_alarm(&self) -> f64 {
        match self.scenario.watch() {
            Watch::At(level) => level,
            Watch::Best => best_level(&self.sweep(), self.scenario[Key::BuildCost]),
        }
    }

    /// Value of the watched MVP by alarm level if people want it.
    pub(crate) fn sweep(&self) -> [f64; 16] {
        let mut values = [0.0; 16];
        for (level, value) in values.iter_mut().enumerate() {
            *value = self.draws.mean(|draw| draw.watched_at(level));
        }
        values
    }

    /// The values drawn in a draw.
    pub(crate) fn values_of(&self, number: usize) -> &[f64] {
        let columns = self.sampler.keys().len();
        &self.draws.values[number * columns..(number + 1) * columns]
    }
}

/// Puts the values of a draw into a scenario.
pub(crate) fn set_draw(scenario: &mut Scenario, keys: &[Key], values: &[f64], incident: bool) {
    for (key, value) in keys.iter().zip(values) {
        scenario.draw(*key, *value);
    }
    scenario.draw(Key::IncidentChance, f64::from(u8::from(incident)));
}
