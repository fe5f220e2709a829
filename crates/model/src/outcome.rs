//! The one result that every surface reads: verdict, charts, tables, words, files and print.

use serde::{Deserialize, Serialize};

use crate::bridge::Bridge;
use crate::checks::Checks;
use crate::decision::{self, Line, Regret};
use crate::field::Key;
use crate::futures::Futures;
use crate::projection::Parts;
use crate::scenario::Scenario;
use crate::sensitivity::WhatWouldChange;
use crate::strategy::{Choice, Strategy};
use crate::values::{Plan, Sweep, alarm_watch};
use crate::verdict::{AtBestGuesses, Evidence};
use crate::warning::Warning;

pub use crate::verdict::{DecidedBy, TOO_CLOSE, Verdict};

/// What it is worth to know beforehand whether people want it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Information {
    /// For certain, with all options.
    pub success: f64,
    /// For certain, if something is built in any case.
    pub success_build_anyway: f64,
    /// From a test that is right eight times in ten.
    pub test_80_20: f64,
}

/// The options compared: at the best guesses, or over many futures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The chance of success.
    pub p: f64,
    /// All options as lines over the chance of success.
    pub lines: Vec<Line<Choice>>,
    /// What is recommended.
    pub verdict: Verdict,
    /// What finding out is worth.
    pub information: Information,
    /// What one would wish to have back.
    pub regrets: Vec<Regret<Choice>>,
    /// The best option over the next best, part by part.
    pub bridge: Bridge,
    /// The same against the best other product, where the next best is the same product.
    pub bridge_other: Option<Bridge>,
}

impl Decision {
    /// From the expected parts of the strategies, in the order of [`Strategy::ALL`], if people
    /// would want it (a late launch included) and if they do not.
    pub(crate) fn of(
        scenario: &Scenario,
        (good, bad): (&[Parts; 5], &[Parts; 5]),
        evidence: &impl Evidence,
    ) -> Self {
        let p = scenario[Key::Success];
        let lines = lines(good, bad, scenario.nothing_allowed());
        let regrets = decision::regrets(&lines);
        let verdict = Verdict::of(scenario, &lines, &regrets, evidence);
        let parts = |choice: Choice| {
            choice.strategy().map_or(Default::default(), |strategy| {
                (good[strategy as usize], bad[strategy as usize])
            })
        };
        let bridge = |than: Choice| {
            let (good, bad) = parts(verdict.best);
            let (other_good, other_bad) = parts(than);
            Bridge::new(
                p,
                (verdict.best, &good, &bad),
                (than, &other_good, &other_bad),
            )
        };
        let next_other = verdict.next_other.map(|(choice, _)| choice);
        Self {
            p,
            information: Information::of(&lines, p),
            bridge: bridge(verdict.next_best),
            bridge_other: next_other
                .filter(|other| *other != verdict.next_best)
                .map(bridge),
            lines,
            verdict,
            regrets,
        }
    }

    /// An option's values; building nothing is worth nothing.
    #[must_use]
    pub fn line(&self, choice: Choice) -> Line<Choice> {
        line(&self.lines, choice)
    }

    /// Expected value of an option at the chance of success.
    #[must_use]
    pub fn value(&self, choice: Choice) -> f64 {
        self.line(choice).value(self.p)
    }

    /// The chance of success at which the best option and another are worth the same.
    #[must_use]
    pub fn p_star(&self, other: Choice) -> Option<f64> {
        decision::p_star(&self.line(other), &self.line(self.verdict.best))
    }
}

impl Information {
    fn of(lines: &[Line<Choice>], p: f64) -> Self {
        let built: Vec<_> = lines
            .iter()
            .copied()
            .filter(|line| line.option != Choice::Nothing)
            .collect();
        Self {
            success: decision::evpi(lines, p),
            success_build_anyway: decision::evpi(&built, p),
            test_80_20: decision::evsi(lines, p, 0.8, 0.2),
        }
    }
}

/// Everything that follows from a scenario.
///
/// The fields of the decision (`lines` to `bridge_other`) are those that the recommendation rests
/// on: over the simulated futures where there are any, else at the best guesses. `yours` is always
/// at the best guesses. There is one alarm level of the watched MVP: beside a simulation, the best
/// over its draws is used for the single paths too.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it follows from.
    pub scenario: Scenario,
    /// The alarm levels of the watched MVP at the best guesses.
    pub sweep: Sweep,
    /// The alarm level used.
    pub alarm_watch: f64,
    /// The strategies with the user's numbers, in the order of [`Strategy::ALL`].
    pub plans: [Plan; 5],
    /// All options as lines over the chance of success.
    pub lines: Vec<Line<Choice>>,
    /// What is recommended.
    pub verdict: Verdict,
    /// What finding out is worth.
    pub information: Information,
    /// What one would wish to have back.
    pub regrets: Vec<Regret<Choice>>,
    /// The best option over the next best, part by part.
    pub bridge: Bridge,
    /// The same against the best other product, where the next best is the same product.
    pub bridge_other: Option<Bridge>,
    /// The dates of the simple version.
    pub warning: Warning,
    /// What the inputs imply about each other.
    pub checks: Checks,
    /// The decision at the best guesses.
    pub yours: Decision,
    /// The simulated futures, once there are any.
    pub futures: Option<Futures>,
    /// What would change the answer over those futures, as far as it is known.
    pub change: Option<WhatWouldChange>,
}

impl Outcome {
    /// Everything at the best guesses, before any simulation.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let sweep = Sweep::of(scenario);
        let alarm = alarm_watch(scenario, &sweep);
        Self::new(scenario, sweep, alarm, None)
    }

    /// Everything, with the simulated futures of the same scenario.
    #[must_use]
    pub fn with(scenario: &Scenario, futures: Futures) -> Self {
        let sweep = Sweep::of(scenario);
        let alarm = futures.alarm_watch;
        Self::new(scenario, sweep, alarm, Some(futures))
    }

    fn new(scenario: &Scenario, sweep: Sweep, alarm: f64, futures: Option<Futures>) -> Self {
        let plans = Strategy::ALL.map(|strategy| Plan::of(scenario, strategy, alarm));
        let (good, bad) = (
            plans.each_ref().map(|p| p.good),
            plans.each_ref().map(|p| p.bad),
        );
        let yours = Decision::of(
            scenario,
            (&good, &bad),
            &AtBestGuesses {
                scenario,
                plans: &plans,
            },
        );
        let decision = futures.as_ref().map_or(&yours, |futures| &futures.decision);
        let Decision {
            p: _,
            lines,
            verdict,
            information,
            regrets,
            bridge,
            bridge_other,
        } = decision.clone();
        Self {
            warning: Warning::of(scenario),
            checks: Checks::of(
                scenario,
                &plans[Strategy::Msp as usize].path,
                &plans[Strategy::Over as usize].path,
            ),
            scenario: scenario.clone(),
            sweep,
            alarm_watch: alarm,
            plans,
            lines,
            verdict,
            information,
            regrets,
            bridge,
            bridge_other,
            yours,
            futures,
            change: None,
        }
    }

    /// The same with what would change the answer over its futures.
    #[must_use]
    pub fn with_change(self, change: WhatWouldChange) -> Self {
        Self {
            change: Some(change),
            ..self
        }
    }

    /// Whether another outcome is about the same kind of product.
    #[must_use]
    pub fn is_of_kind(&self, other: &Self) -> bool {
        self.scenario.kind() == other.scenario.kind()
    }

    /// A strategy's plan.
    #[must_use]
    pub fn plan(&self, strategy: Strategy) -> &Plan {
        &self.plans[strategy as usize]
    }

    /// An option's values; building nothing is worth nothing.
    #[must_use]
    pub fn line(&self, choice: Choice) -> Line<Choice> {
        line(&self.lines, choice)
    }

    /// The chance of success at which the best option and another are worth the same.
    #[must_use]
    pub fn p_star(&self, other: Choice) -> Option<f64> {
        decision::p_star(&self.line(other), &self.line(self.verdict.best))
    }
}

fn line(lines: &[Line<Choice>], choice: Choice) -> Line<Choice> {
    let known = lines.iter().copied().find(|line| line.option == choice);
    known.unwrap_or(Line {
        option: choice,
        good: 0.0,
        bad: 0.0,
    })
}

fn lines(good: &[Parts; 5], bad: &[Parts; 5], nothing_allowed: bool) -> Vec<Line<Choice>> {
    let built = Strategy::ALL.into_iter().map(|strategy| Line {
        option: Choice::Build(strategy),
        good: good[strategy as usize].value(),
        bad: bad[strategy as usize].value(),
    });
    let nothing = Line {
        option: Choice::Nothing,
        good: 0.0,
        bad: 0.0,
    };
    built.chain(nothing_allowed.then_some(nothing)).collect()
}
