//! The one result that every surface reads: verdict, charts, tables, words, files and print.

use crate::bridge::Bridge;
use crate::checks::Checks;
use crate::decision::{self, BreakEven, Line, Regret, Segment};
use crate::field::Key;
use crate::projection::Parts;
use crate::scenario::Scenario;
use crate::strategy::{Choice, Strategy};
use crate::values::{Plan, Sweep, alarm_watch};
use crate::warning::Warning;

/// A lead below this share of the build cost is too close to call.
pub const TOO_CLOSE: f64 = 0.05;

/// By which step of the rule the recommendation was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecidedBy {
    /// Highest expected value.
    Value,
    /// Too close to call: the smaller worst regret of the two.
    Regret,
}

/// What is recommended, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The options by expected value.
    pub order: Vec<Line<Choice>>,
    /// The first.
    pub best: Choice,
    /// The second.
    pub next_best: Choice,
    /// Average lead of the first over the second, today's money.
    pub lead: f64,
    /// The lead below which it is too close to call.
    pub threshold: f64,
    /// Whether it is.
    pub too_close: bool,
    /// What the rule recommends.
    pub recommended: Choice,
    /// By which step.
    pub decided_by: DecidedBy,
    /// The best option that builds another product than the first, and the lead over it.
    pub next_other: Option<(Choice, f64)>,
    /// Where the recommendation changes below the chance of success.
    pub down: Option<BreakEven<Choice>>,
    /// Where it changes above.
    pub up: Option<BreakEven<Choice>>,
    /// What is best by chance of success.
    pub best_by_p: Vec<Segment<Choice>>,
    /// The chance of success below which no strategy is worth more than nothing.
    pub build_nothing_below: f64,
    /// The strategy that loses least if nobody wants it.
    pub cheapest: Strategy,
    /// How much more than that the recommended option loses if nobody wants it.
    pub lost_more_than_cheapest: f64,
}

/// What it is worth to know beforehand whether people want it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Information {
    /// For certain, with all options.
    pub success: f64,
    /// For certain, if something is built in any case.
    pub success_build_anyway: f64,
    /// From a test that is right eight times in ten.
    pub test_80_20: f64,
}

/// Everything that follows from a scenario at the best guesses.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// What it follows from.
    pub scenario: Scenario,
    /// The alarm levels of the watched MVP.
    pub sweep: Sweep,
    /// The alarm level used.
    pub alarm_watch: f64,
    /// The strategies, in the order of [`Strategy::ALL`].
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
}

impl Outcome {
    /// Computes everything.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let sweep = Sweep::of(scenario);
        let alarm = alarm_watch(scenario, &sweep);
        let plans = Strategy::ALL.map(|strategy| Plan::of(scenario, strategy, alarm));
        let p = scenario[Key::Success];
        let lines = lines(&plans, scenario.nothing_allowed());
        let regrets = decision::regrets(&lines);
        let verdict = Verdict::of(scenario, &plans, &lines, &regrets);
        let bridge = |than: Choice| {
            let empty = Parts::default();
            let parts = |choice: Choice| match choice.strategy() {
                Some(strategy) => {
                    let plan = &plans[strategy as usize];
                    (plan.good, plan.bad)
                }
                None => (empty, empty),
            };
            let (good, bad) = parts(verdict.best);
            let (other_good, other_bad) = parts(than);
            Bridge::new(
                p,
                (verdict.best, &good, &bad),
                (than, &other_good, &other_bad),
            )
        };
        let built: Vec<_> = lines
            .iter()
            .copied()
            .filter(|line| line.option != Choice::Nothing)
            .collect();
        let information = Information {
            success: decision::evpi(&lines, p),
            success_build_anyway: decision::evpi(&built, p),
            test_80_20: decision::evsi(&lines, p, 0.8, 0.2),
        };
        let next_other = verdict.next_other.map(|(choice, _)| choice);
        Self {
            bridge: bridge(verdict.next_best),
            bridge_other: next_other
                .filter(|other| *other != verdict.next_best)
                .map(bridge),
            warning: Warning::of(scenario),
            checks: Checks::of(
                scenario,
                &plans[Strategy::Msp as usize].path,
                &plans[Strategy::Over as usize].path,
            ),
            scenario: scenario.clone(),
            sweep,
            alarm_watch: alarm,
            lines,
            verdict,
            information,
            regrets,
            plans,
        }
    }

    /// A strategy's plan.
    #[must_use]
    pub fn plan(&self, strategy: Strategy) -> &Plan {
        &self.plans[strategy as usize]
    }

    /// An option's values; building nothing is worth nothing.
    #[must_use]
    pub fn line(&self, choice: Choice) -> Line<Choice> {
        self.lines
            .iter()
            .copied()
            .find(|line| line.option == choice)
            .unwrap_or(Line {
                option: choice,
                good: 0.0,
                bad: 0.0,
            })
    }

    /// The chance of success at which the best option and another are worth the same.
    #[must_use]
    pub fn p_star(&self, other: Choice) -> Option<f64> {
        decision::p_star(&self.line(other), &self.line(self.verdict.best))
    }
}

fn lines(plans: &[Plan; 5], nothing_allowed: bool) -> Vec<Line<Choice>> {
    let built = plans.iter().map(|plan| Line {
        option: Choice::Build(plan.strategy),
        good: plan.good.value(),
        bad: plan.unwanted,
    });
    let nothing = Line {
        option: Choice::Nothing,
        good: 0.0,
        bad: 0.0,
    };
    built.chain(nothing_allowed.then_some(nothing)).collect()
}

impl Verdict {
    fn of(
        scenario: &Scenario,
        plans: &[Plan; 5],
        lines: &[Line<Choice>],
        regrets: &[Regret<Choice>],
    ) -> Self {
        let p = scenario[Key::Success];
        let order = decision::order(lines, p);
        let (first, second) = (order[0], order[1]);
        let lead = first.value(p) - second.value(p);
        let threshold = TOO_CLOSE * scenario[Key::BuildCost];
        let too_close = lead < threshold;
        let contenders: Vec<_> = regrets
            .iter()
            .copied()
            .filter(|regret| [first.option, second.option].contains(&regret.option))
            .collect();
        let safer = decision::minimax(&contenders).map_or(first.option, |regret| regret.option);
        let (recommended, decided_by) = if too_close {
            (safer, DecidedBy::Regret)
        } else {
            (first.option, DecidedBy::Value)
        };
        let next_other = order
            .iter()
            .find(|line| !line.option.same_product(first.option))
            .map(|line| (line.option, first.value(p) - line.value(p)));
        let (down, up) = decision::break_even(lines, p);
        let cheapest = plans.iter().reduce(|best, plan| {
            if plan.unwanted > best.unwanted {
                plan
            } else {
                best
            }
        });
        let cheapest = cheapest.map_or(Strategy::MvpLive, |plan| plan.strategy);
        let lost = |choice: Choice| {
            choice
                .strategy()
                .map_or(0.0, |s| plans[s as usize].unwanted)
        };
        Self {
            best: first.option,
            next_best: second.option,
            lead,
            threshold,
            too_close,
            recommended,
            decided_by,
            next_other,
            down,
            up,
            best_by_p: decision::upper_edge(lines),
            build_nothing_below: build_nothing_below(plans),
            cheapest,
            lost_more_than_cheapest: lost(Choice::Build(cheapest)) - lost(recommended),
            order,
        }
    }
}

/// The smallest chance of success at which some strategy is worth something: min of -VB/(VG-VB).
fn build_nothing_below(plans: &[Plan; 5]) -> f64 {
    let worth_it = plans.iter().filter_map(|plan| {
        let (good, bad) = (plan.good.value(), plan.unwanted);
        if bad >= 0.0 {
            Some(0.0)
        } else {
            (good > 0.0).then(|| -bad / (good - bad))
        }
    });
    worth_it.fold(1.0, f64::min)
}
