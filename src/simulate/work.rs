//! The work behind an answer: a first one from few draws, then from all, then what would change it.

use headroom_model::futures::Fixed;
use headroom_model::outcome::Decision;
use headroom_model::scenario::Scenario;
use headroom_model::sensitivity::{Sensitivity, WhatWouldChange};
use headroom_model::simulation::{FIRST, Simulation};
use headroom_model::statement::half_growth;

use super::job::{Ask, Found, Reply};

/// Work on an [`Ask`], under way.
#[derive(Debug)]
pub struct Work {
    ask: Ask,
    /// The first draws, kept for a quick answer to another chance and for a first look at what
    /// would change the answer.
    first: Draws,
    /// All draws, once the first have been answered.
    all: Option<Draws>,
    /// The first draws of the scenario with half the growth, if it has one.
    half: Option<Draws>,
    stage: Stage,
}

/// Draws with what they say.
#[derive(Clone, Debug)]
struct Draws {
    simulation: Simulation,
    fixed: Option<Fixed>,
    decision: Option<Decision>,
    sensitivity: Sensitivity,
}

/// What comes next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The answer of the first draws.
    First,
    /// The answer of all.
    All,
    /// The answer if growth is half of what was said.
    HalfGrowth,
    /// What would change it, by the first draws.
    FirstChange,
    /// What would change it, by all.
    AllChange,
    Done,
}

impl Draws {
    fn new(ask: &Ask, per_rotation: u32) -> Self {
        Self {
            simulation: Simulation::new(&ask.scenario, per_rotation, ask.seed),
            fixed: None,
            decision: None,
            sensitivity: Sensitivity::new(),
        }
    }

    /// The same draws and more.
    fn refined(&self, per_rotation: u32) -> Self {
        let mut simulation = self.simulation.clone();
        simulation.refine(per_rotation);
        Self {
            simulation,
            fixed: None,
            decision: None,
            sensitivity: Sensitivity::new(),
        }
    }

    fn scenario(&self) -> &Scenario {
        self.simulation.scenario()
    }

    /// Goes over to a scenario with the same draws, if it is one.
    fn take(&mut self, scenario: &Scenario) -> bool {
        let options_change =
            self.simulation.scenario().nothing_allowed() != scenario.nothing_allowed();
        if !self.simulation.take(scenario) {
            return false;
        }
        self.decision = None;
        if options_change {
            self.sensitivity = Sensitivity::new();
        }
        true
    }

    /// Up to `draws` more; the futures once all are there.
    fn answer(&mut self, draws: u32) -> Option<Found> {
        if !self.simulation.advance(draws) {
            return None;
        }
        let fixed = match &self.fixed {
            Some(fixed) => fixed.clone(),
            None => self.fixed.insert(self.simulation.fixed()).clone(),
        };
        let futures = self.simulation.futures_with(fixed);
        self.decision = Some(futures.decision.clone());
        Some(Found::Futures(Box::new(futures)))
    }

    /// Up to `draws` more for what would change a decision; all of it once it is known.
    fn change(&mut self, decision: &Decision, draws: u32) -> Option<WhatWouldChange> {
        let known = self.sensitivity.advance(&self.simulation, decision, draws);
        known.then(|| self.sensitivity.answers(&self.simulation, decision))
    }
}

impl Work {
    /// Nothing done yet.
    #[must_use]
    pub fn new(ask: Ask) -> Self {
        Self {
            first: Draws::new(&ask, FIRST.min(ask.per_rotation)),
            all: None,
            half: None,
            stage: Stage::First,
            ask,
        }
    }

    /// Whoever works, or nobody yet, goes over to an ask.
    pub fn turn_to(work: &mut Option<Self>, ask: Ask) {
        *work = Some(match work.take() {
            Some(work) => work.turned_to(ask),
            None => Self::new(ask),
        });
    }

    /// Goes over to another ask; draws that hold for it are kept.
    #[must_use]
    fn turned_to(mut self, ask: Ask) -> Self {
        if ask == self.ask {
            return self;
        }
        let same_draws = ask.seed == self.ask.seed && self.first.take(&ask.scenario);
        if !same_draws {
            return Self::new(ask);
        }
        self.all = self.all.and_then(|mut all| {
            let enough = ask.per_rotation >= self.ask.per_rotation;
            (enough && all.take(&ask.scenario)).then_some(all)
        });
        if let Some(all) = &mut self.all
            && ask.per_rotation > self.ask.per_rotation
        {
            *all = all.refined(ask.per_rotation);
        }
        let all_answered = self.all.as_ref().is_some_and(|all| all.fixed.is_some());
        self.stage = if all_answered {
            Stage::All
        } else {
            Stage::First
        };
        self.ask = ask;
        self
    }

    /// What is worked on.
    #[must_use]
    pub fn ask(&self) -> &Ask {
        &self.ask
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// Whether the first answer is still to come: it is what people wait for.
    #[must_use]
    pub fn is_urgent(&self) -> bool {
        self.stage == Stage::First
    }

    /// Makes up to `draws` draws, and a reply where they complete one.
    pub fn step(&mut self, draws: u32) -> Option<Reply> {
        let found = match self.stage {
            Stage::First => {
                let found = self.first.answer(draws)?;
                self.stage = Stage::All;
                found
            }
            Stage::All => {
                let all = self
                    .all
                    .get_or_insert_with(|| self.first.refined(self.ask.per_rotation));
                let found = all.answer(draws)?;
                self.stage = Stage::HalfGrowth;
                found
            }
            Stage::HalfGrowth => {
                let Some(scenario) = half_growth(&self.ask.scenario) else {
                    self.stage = Stage::FirstChange;
                    return None;
                };
                let kept = self.half.take().filter(|half| *half.scenario() == scenario);
                let half = self.half.insert(kept.unwrap_or_else(|| {
                    let ask = Ask {
                        scenario,
                        ..self.ask.clone()
                    };
                    Draws::new(&ask, FIRST.min(ask.per_rotation))
                }));
                let Some(Found::Futures(futures)) = half.answer(draws) else {
                    return None;
                };
                self.stage = Stage::FirstChange;
                Found::HalfGrowth(futures)
            }
            Stage::FirstChange => {
                let Some(decision) = self.decision() else {
                    self.stage = Stage::Done;
                    return None;
                };
                let change = self.first.change(&decision, draws)?;
                self.stage = Stage::AllChange;
                // It rests on the first draws only.
                Found::Change(WhatWouldChange {
                    complete: false,
                    ..change
                })
            }
            Stage::AllChange => {
                let decision = self.decision();
                let (Some(decision), Some(all)) = (decision, &mut self.all) else {
                    self.stage = Stage::Done;
                    return None;
                };
                let change = all.change(&decision, draws)?;
                self.stage = Stage::Done;
                Found::Change(change)
            }
            Stage::Done => return None,
        };
        Some(Reply {
            ask: self.ask.clone(),
            found,
            done: self.is_done(),
        })
    }

    fn decision(&self) -> Option<Decision> {
        self.all.as_ref().and_then(|all| all.decision.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use headroom_model::field::Key;
    use headroom_model::field::Kind;
    use headroom_model::futures::Futures;

    /// Inputs of which another value needs no new draws.
    const WITHOUT_NEW_DRAWS: [Key; 3] = [Key::Success, Key::Cash, Key::NothingAllowed];

    fn ask(changes: &[(Key, f64)]) -> Ask {
        let scenario = Scenario::preset(Kind::Service).changed(changes.iter().copied());
        Ask {
            scenario: scenario.expect("the changes are valid"),
            seed: 1,
            per_rotation: 80,
        }
    }

    /// All replies that are left, in slices.
    fn replies(work: &mut Work, slice: u32) -> Vec<Reply> {
        let mut found = Vec::new();
        while !work.is_done() {
            found.extend(work.step(slice));
        }
        found
    }

    fn futures(reply: &Reply) -> &Futures {
        match &reply.found {
            Found::Futures(futures) => futures,
            Found::HalfGrowth(_) | Found::Change(_) => panic!("no futures"),
        }
    }

    #[test]
    fn the_answer_comes_first_from_few_draws_then_from_all() {
        let mut work = Work::new(ask(&[]));
        assert!(work.is_urgent());
        let found = replies(&mut work, 100);
        assert_eq!(found.len(), 5);
        assert_eq!(futures(&found[0]).draws, 512);
        assert_eq!(futures(&found[1]).draws, 640);
        assert!(found.iter().all(|reply| reply.ask == ask(&[])));
        let done: Vec<bool> = found.iter().map(|reply| reply.done).collect();
        assert_eq!(done, [false, false, false, false, true]);
        let direct = Simulation::run(&ask(&[]).scenario, 80, 1);
        assert_eq!(*futures(&found[1]), direct.futures());
        let slow = half_growth(&ask(&[]).scenario).expect("there is growth to halve");
        let slow = Simulation::run(&slow, FIRST, 1).futures();
        assert_eq!(found[2].found, Found::HalfGrowth(Box::new(slow)));
        let change = direct.what_would_change(&futures(&found[1]).decision);
        assert_eq!(found[4].found, Found::Change(change));
    }

    #[test]
    fn another_chance_is_answered_from_the_draws_that_there_are() {
        for key in WITHOUT_NEW_DRAWS {
            let value = if key == Key::Cash { 500_000.0 } else { 0.0 };
            let changed = ask(&[(key, value)]);
            let direct = Simulation::run(&changed.scenario, 80, 1).futures();

            let mut work = Work::new(ask(&[]));
            replies(&mut work, 1000);
            let mut work = work.turned_to(changed.clone());
            let reply = work.step(0).expect("no draw is needed");
            assert_eq!(reply.ask, changed);
            assert_eq!(*futures(&reply), direct, "{key:?}");

            // In the middle of the refinement, the first draws answer at once.
            let mut work = Work::new(ask(&[]));
            while work.is_urgent() {
                work.step(64);
            }
            work.step(64);
            let mut work = work.turned_to(changed.clone());
            let quick = work.step(0).expect("no draw is needed");
            assert_eq!(futures(&quick).draws, 512);
            let found = replies(&mut work, 1000);
            assert_eq!(*futures(&found[0]), direct, "{key:?}");
        }
    }

    #[test]
    fn other_inputs_and_another_seed_start_anew() {
        let mut work = Work::new(ask(&[]));
        replies(&mut work, 1000);
        let mut other = ask(&[(Key::Premium, 0.3)]);
        work = work.turned_to(other.clone());
        assert!(work.is_urgent());
        other.seed = 2;
        work = work.turned_to(other.clone());
        let found = replies(&mut work, 1000);
        let direct = Simulation::run(&other.scenario, 80, 2).futures();
        assert_eq!(*futures(&found[1]), direct);
    }

    #[test]
    fn more_draws_are_added_to_those_that_there_are() {
        let mut work = Work::new(ask(&[]));
        replies(&mut work, 1000);
        let mut finer = ask(&[]);
        finer.per_rotation = 100;
        work = work.turned_to(finer.clone());
        let found = replies(&mut work, 1000);
        let last = found
            .iter()
            .rfind(|reply| matches!(reply.found, Found::Futures(_)))
            .expect("there are futures");
        let direct = Simulation::run(&finer.scenario, 100, 1).futures();
        assert_eq!(*futures(last), direct);
    }
}
