//! What would change the answer: the lead as a function of one input, all else as drawn.
//! Source: model specification, sections 14.7 and 14.8.
//!
//! The lines of the options at another value of an input do not depend on the chance of success;
//! they are kept, so that another chance costs next to nothing. Chances of worlds and the price of
//! delay only weigh paths that are known; money enters every value in a straight line, so two
//! values tell all; of everything else the paths that it can change are simulated again.

mod evaluation;
mod switch;
mod tornado;
mod touched;

pub use switch::{Switch, SwitchPoints};
pub use tornado::{Bar, Tornado};

use std::collections::BTreeMap;

use crate::decision::Line;
use crate::field::{Key, Range, Shape};
use crate::outcome::Decision;
use crate::scenario::Scenario;
use crate::simulation::Simulation;
use crate::strategy::Choice;
use evaluation::{Curves, Evaluation};

/// The options at another value of an input.
pub(crate) type Lines = Vec<Line<Choice>>;

/// A value of an input at which the options are not known yet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Needed {
    key: Key,
    value: f64,
}

/// What is known of the lead as a function of the inputs.
#[derive(Clone, Debug, Default)]
pub struct Sensitivity {
    known: BTreeMap<(Key, u64), Lines>,
    running: Option<Evaluation>,
    curves: Curves,
}

/// The answers so far: `None` where draws are still to be made.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct WhatWouldChange {
    /// The tornado, once all its bars are known.
    pub tornado: Option<Tornado>,
    /// Switch points of the inputs that are done, in the order of the inputs.
    pub switch_points: Vec<SwitchPoints>,
    /// Whether all inputs are done.
    pub complete: bool,
}

impl Sensitivity {
    /// Nothing known yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes on with up to `most` draws; says whether everything is known. The simulation must be
    /// done, and must be the same until then; a change of the chance of success alone is welcome.
    pub fn advance(&mut self, simulation: &Simulation, decision: &Decision, most: u32) -> bool {
        let mut left = most;
        loop {
            let Some(needed) = self.needed(simulation, decision) else {
                return true;
            };
            if left == 0 {
                return false;
            }
            let running = self.running.take().filter(|running| running.is_for(needed));
            let mut running = running.unwrap_or_else(|| Evaluation::new(simulation, needed));
            match running.advance(simulation, &mut self.curves, &mut left) {
                Some(lines) => {
                    let at = (needed.key, needed.value.to_bits());
                    self.known.insert(at, lines);
                }
                None => self.running = Some(running),
            }
        }
    }

    /// The answers so far.
    #[must_use]
    pub fn answers(&self, simulation: &Simulation, decision: &Decision) -> WhatWouldChange {
        let about = About {
            simulation,
            decision,
            known: &self.known,
        };
        let inputs = inputs(simulation.scenario(), simulation.drawn());
        let all = inputs.len();
        let switch_points: Vec<_> = inputs
            .iter()
            .filter_map(|input| switch::switch_points(&about, input).ok())
            .collect();
        let tornado = tornado::tornado(&about, &inputs).ok();
        WhatWouldChange {
            complete: switch_points.len() == all && tornado.is_some(),
            tornado,
            switch_points,
        }
    }

    /// The next value at which the options must be known; the tornado comes first.
    fn needed(&self, simulation: &Simulation, decision: &Decision) -> Option<Needed> {
        let about = About {
            simulation,
            decision,
            known: &self.known,
        };
        let inputs = inputs(simulation.scenario(), simulation.drawn());
        if let Err(needed) = tornado::tornado(&about, &inputs) {
            return Some(needed);
        }
        inputs
            .iter()
            .find_map(|input| switch::switch_points(&about, input).err())
    }
}

impl Simulation {
    /// Tornado and switch points, all at once.
    #[must_use]
    pub fn what_would_change(&self, decision: &Decision) -> WhatWouldChange {
        let mut sensitivity = Sensitivity::new();
        while !sensitivity.advance(self, decision, u32::MAX) {}
        sensitivity.answers(self, decision)
    }
}

/// An input whose value is moved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Input {
    pub key: Key,
    pub best: f64,
    pub range: Option<Range>,
}

/// The inputs that are moved: the chance of success, all that are drawn, and the build cost.
fn inputs(scenario: &Scenario, drawn: &[Key]) -> Vec<Input> {
    let build_cost = [Key::BuildCost]
        .into_iter()
        .filter(|key| !drawn.contains(key));
    std::iter::once(Key::Success)
        .chain(drawn.iter().copied())
        .chain(build_cost)
        .map(|key| Input {
            key,
            best: scenario[key],
            range: scenario.range(key),
        })
        .collect()
}

/// An input without a range is looked at from a twentieth to twenty times its best guess.
const WITHOUT_RANGE: f64 = 20.0;

impl Input {
    /// The scale on which the interval is cut.
    pub(crate) fn shape(&self) -> Shape {
        self.range.map_or(Shape::Lognormal, |range| range.shape)
    }

    /// The interval that is searched, within what is allowed.
    pub(crate) fn interval(&self) -> [f64; 2] {
        let (lowest, highest) = self.key.field().allowed;
        let best = self.best;
        let wide = match self.range {
            None => [best / WITHOUT_RANGE, best * WITHOUT_RANGE],
            Some(range) => match range.shape {
                // A best guess of nothing has a range all the same.
                Shape::Normal => [0.0, (4.0 * best).max(range.high)],
                Shape::Lognormal => [range.low, range.high].map(|end| {
                    let ratio = end / best;
                    best * ratio * ratio * ratio
                }),
                Shape::LogitNormal => [0.001, 0.999],
            },
        };
        let within = wide.map(|end| end.clamp(lowest, highest));
        if self.key == Key::Success {
            [0.0, 1.0]
        } else {
            within
        }
    }

    /// How far a value lies from best: standard deviations of the range; without a range as if the
    /// interval were three times as wide as one on its scale.
    pub(crate) fn distance(&self, value: f64) -> f64 {
        let range = self.range.unwrap_or_else(|| {
            let third = libm::cbrt(WITHOUT_RANGE);
            Range {
                low: self.best / third,
                high: self.best * third,
                shape: Shape::Lognormal,
            }
        });
        range.distance(self.best, value)
    }
}

/// What is asked about: the draws, the decision over them, and what is known.
pub(crate) struct About<'a> {
    simulation: &'a Simulation,
    decision: &'a Decision,
    known: &'a BTreeMap<(Key, u64), Lines>,
}

/// The best option against all others at a value of an input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Gap {
    /// Value of the option that is best now, minus the highest of the others.
    pub lead: f64,
    /// The best option there.
    pub best: Choice,
}

impl Gap {
    fn of(lines: &[Line<Choice>], best: Choice, p: f64) -> Self {
        let own = lines.iter().find(|line| line.option == best);
        let own = own.map_or(0.0, |line| line.value(p));
        let other = lines
            .iter()
            .filter(|line| line.option != best)
            .copied()
            .reduce(|first, next| {
                if next.value(p) > first.value(p) {
                    next
                } else {
                    first
                }
            });
        let Some(other) = other else {
            return Self { lead: 0.0, best };
        };
        let lead = own - other.value(p);
        Self {
            lead,
            best: if lead > 0.0 { best } else { other.option },
        }
    }

    /// Whether the option that is best now still is.
    pub(crate) fn ahead(&self) -> bool {
        self.lead > 0.0
    }
}

impl About<'_> {
    fn gap(&self, input: &Input, value: f64) -> Result<Gap, Needed> {
        let best = self.decision.verdict.best;
        if input.key == Key::Success {
            return Ok(Gap::of(&self.decision.lines, best, value));
        }
        Ok(Gap::of(&self.lines(input, value)?, best, self.decision.p))
    }

    fn lines(&self, input: &Input, value: f64) -> Result<Lines, Needed> {
        let key = input.key;
        if !evaluation::is_money(key) {
            return self.simulated(key, value).cloned();
        }
        let [from, to] = input.interval();
        let (start, end) = (self.simulated(key, from)?, self.simulated(key, to)?);
        let share = (value - from) / (to - from);
        let between = |a: f64, b: f64| a + share * (b - a);
        let lines = start.iter().zip(end).map(|(start, end)| Line {
            option: start.option,
            good: between(start.good, end.good),
            bad: between(start.bad, end.bad),
        });
        Ok(lines.collect())
    }

    fn simulated(&self, key: Key, value: f64) -> Result<&Lines, Needed> {
        let known = self.known.get(&(key, value.to_bits()));
        known.ok_or(Needed { key, value })
    }
}
