//! What is recommended, and by which step of the rule. Source: model specification, section 7.

use serde::{Deserialize, Serialize};

use crate::decision::{self, BreakEven, Line, Regret, Segment};
use crate::field::Key;
use crate::scenario::Scenario;
use crate::strategy::{Choice, Strategy};
use crate::values::Plan;
use crate::world::World;

/// A lead below this share of the build cost is too close to call.
pub const TOO_CLOSE: f64 = 0.05;

/// An option that runs out of cash in more than this share of all futures is passed over.
pub const SHORT_OF_CASH: f64 = 0.1;

/// By which step of the rule the recommendation was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecidedBy {
    /// Highest expected value.
    Value,
    /// Too close to call: the smaller worst regret of the two.
    Regret,
    /// The first ones need more cash than there is in too many futures.
    Cash,
    /// Finding out is worth more than it costs.
    FindOut,
}

impl DecidedBy {
    /// The step of the rule, 1 to 4.
    #[must_use]
    pub fn step(self) -> u8 {
        match self {
            Self::Value => 1,
            Self::Regret => 2,
            Self::Cash => 3,
            Self::FindOut => 4,
        }
    }
}

/// What is recommended, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// The options by expected value.
    pub order: Vec<Line<Choice>>,
    /// The first.
    pub best: Choice,
    /// The second.
    pub next_best: Choice,
    /// Average lead of the first over the second, today's money.
    pub lead: f64,
    /// Standard error of the lead; 0 without a simulation.
    pub standard_error: f64,
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

/// What only a simulation knows about the options.
pub(crate) trait Evidence {
    /// Standard error of the lead of one option over another.
    fn standard_error(&self, better: Choice, than: Choice) -> f64;
    /// Share of all futures in which an option needs more cash than there is.
    fn short_of_cash(&self, option: Choice) -> f64;
}

/// The plans at the best guesses: no standard error, and the worlds are the only futures.
pub(crate) struct AtBestGuesses<'a> {
    pub scenario: &'a Scenario,
    pub plans: &'a [Plan; 5],
}

impl Evidence for AtBestGuesses<'_> {
    fn standard_error(&self, _: Choice, _: Choice) -> f64 {
        0.0
    }

    fn short_of_cash(&self, option: Choice) -> f64 {
        let (Some(cash), Some(strategy)) = (self.scenario.cash(), option.strategy()) else {
            return 0.0;
        };
        let plan = &self.plans[strategy as usize];
        let success = self.scenario[Key::Success] * plan.in_time;
        let worlds = World::ALL.into_iter().zip(plan.low_points);
        let wanted: f64 = worlds
            .filter(|(_, low_point)| -low_point > cash)
            .map(|(world, _)| world.chance(self.scenario))
            .sum();
        let unwanted = f64::from(u8::from(-plan.unwanted_low_point > cash));
        success * wanted + (1.0 - success) * unwanted
    }
}

impl Verdict {
    pub(crate) fn of(
        scenario: &Scenario,
        lines: &[Line<Choice>],
        regrets: &[Regret<Choice>],
        evidence: &impl Evidence,
    ) -> Self {
        let p = scenario[Key::Success];
        let order = decision::order(lines, p);
        // Five strategies at least: there is always a second.
        let (first, second) = (order[0], order[1]);
        let lead = first.value(p) - second.value(p);
        let standard_error = evidence.standard_error(first.option, second.option);
        let threshold = threshold(scenario, standard_error);
        let too_close = lead < threshold;
        let by_value = if too_close {
            safer(regrets, first.option, second.option)
        } else {
            first.option
        };
        let affordable = affordable(by_value, &order, evidence);
        let recommended = affordable.unwrap_or(by_value);
        let decided_by = match (recommended == by_value, too_close) {
            (false, _) => DecidedBy::Cash,
            (true, true) => DecidedBy::Regret,
            (true, false) => DecidedBy::Value,
        };
        let next_other = order
            .iter()
            .find(|line| !line.option.same_product(first.option))
            .map(|line| (line.option, first.value(p) - line.value(p)));
        let (down, up) = decision::break_even(lines, p);
        let (cheapest, least_loss) = cheapest(lines);
        let loss = |choice: Choice| {
            lines
                .iter()
                .find(|line| line.option == choice)
                .map_or(0.0, |line| line.bad)
        };
        Self {
            best: first.option,
            next_best: second.option,
            lead,
            standard_error,
            threshold,
            too_close,
            recommended,
            decided_by,
            next_other,
            down,
            up,
            best_by_p: decision::upper_edge(lines),
            build_nothing_below: build_nothing_below(lines),
            cheapest,
            lost_more_than_cheapest: least_loss - loss(recommended),
            order,
        }
    }

    /// The strategy in front of the others in every drawing: the recommended one, unless it is too
    /// close to call.
    #[must_use]
    pub fn leader(&self) -> Option<Strategy> {
        self.recommended.strategy().filter(|_| !self.too_close)
    }

    /// The fourth step of the rule: whether to find out first, for what it is worth and its price.
    #[must_use]
    pub fn with_price(mut self, worth: f64, price: f64) -> Self {
        if worth > price {
            self.decided_by = DecidedBy::FindOut;
        }
        self
    }
}

/// The lead below which it is too close to call.
pub(crate) fn threshold(scenario: &Scenario, standard_error: f64) -> f64 {
    (2.0 * standard_error).max(TOO_CLOSE * scenario[Key::BuildCost])
}

/// Of two options the one with the smaller worst regret, the first of equals.
fn safer(regrets: &[Regret<Choice>], first: Choice, second: Choice) -> Choice {
    let contenders: Vec<_> = [first, second]
        .into_iter()
        .filter_map(|option| regrets.iter().copied().find(|r| r.option == option))
        .collect();
    decision::minimax(&contenders).map_or(first, |regret| regret.option)
}

/// The first option for which the cash is enough: the given one, else the next in the order.
/// Building nothing needs none.
fn affordable(first: Choice, order: &[Line<Choice>], evidence: &impl Evidence) -> Option<Choice> {
    let others = order.iter().map(|line| line.option).filter(|o| *o != first);
    std::iter::once(first)
        .chain(others)
        .find(|option| evidence.short_of_cash(*option) <= SHORT_OF_CASH)
}

/// The strategy with the largest value if nobody wants it, the first of equals, and that value.
pub(crate) fn cheapest(lines: &[Line<Choice>]) -> (Strategy, f64) {
    let strategies = lines
        .iter()
        .filter_map(|line| Some((line.option.strategy()?, line.bad)));
    strategies
        .reduce(|best, next| if next.1 > best.1 { next } else { best })
        .unwrap_or((Strategy::MvpLive, 0.0))
}

/// The smallest chance of success at which some strategy is worth something: min of -VB/(VG-VB).
fn build_nothing_below(lines: &[Line<Choice>]) -> f64 {
    let strategies = lines.iter().filter(|line| line.option != Choice::Nothing);
    let worth_it = strategies.filter_map(|line| {
        if line.bad >= 0.0 {
            Some(0.0)
        } else {
            (line.good > 0.0).then(|| -line.bad / (line.good - line.bad))
        }
    });
    worth_it.fold(1.0, f64::min)
}
