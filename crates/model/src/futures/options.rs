//! What each option is worth over all futures. Source: model specification, sections 6, 7, 14.3.

use serde::{Deserialize, Serialize};

use super::wall::one_quantile;
use crate::quantile::{P5_P50_P95, Weighted, quantiles};
use crate::simulation::{Draw, Draws, Trace, felt, standard_error};
use crate::strategy::{Choice, Strategy};

/// An option over all futures, those in which nobody wants it included.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct OptionFutures {
    /// The option.
    pub option: Choice,
    /// Expected value, today's money.
    pub value: f64,
    /// Value: low end of nine futures in ten, middle, high end.
    pub values: [f64; 3],
    /// Share of all futures with a negative value.
    pub loses_money: f64,
    /// The median loss among those; 0 if there are none.
    pub typical_loss: f64,
    /// Cash needed if people want it: low end of nine futures in ten, middle, high end.
    pub cash_needed: [f64; 3],
    /// More is needed in one of ten of all futures.
    pub cash_needed_p90: f64,
    /// Share of all futures in which more is needed than there is; `None` if there is no limit.
    pub cash_short: Option<f64>,
}

impl OptionFutures {
    pub(crate) fn of(draws: &Draws, option: Choice, value: f64, p: f64, cash: Option<f64>) -> Self {
        let Some(strategy) = option.strategy() else {
            return Self::nothing(cash);
        };
        let values = all_futures(draws, strategy, p, |path| path.value);
        let losses: Vec<Weighted> = values
            .iter()
            .filter(|(value, _)| *value < 0.0)
            .map(|(value, weight)| (-value, *weight))
            .collect();
        let need = |path: &Trace| -path.low_point;
        let all_needs = all_futures(draws, strategy, p, need);
        let or_zero = |quantile: Option<f64>| quantile.unwrap_or(0.0);
        Self {
            option,
            value,
            values: quantiles(&values, P5_P50_P95).map(or_zero),
            loses_money: weight_of(&losses),
            typical_loss: or_zero(one_quantile(&losses, 0.5)),
            cash_needed: quantiles(&draws.of_strategy(strategy, need), P5_P50_P95).map(or_zero),
            cash_needed_p90: or_zero(one_quantile(&all_needs, 0.9)),
            cash_short: cash.map(|cash| share_above(&all_needs, cash)),
        }
    }

    /// Building nothing costs nothing and earns nothing.
    fn nothing(cash: Option<f64>) -> Self {
        Self {
            option: Choice::Nothing,
            value: 0.0,
            values: [0.0; 3],
            loses_money: 0.0,
            typical_loss: 0.0,
            cash_needed: [0.0; 3],
            cash_needed_p90: 0.0,
            cash_short: cash.map(|_| 0.0),
        }
    }
}

/// A number over all futures: weights p m P(world) / n if people want it in time, (1 - p m) / n if
/// not.
pub(crate) fn all_futures(
    draws: &Draws,
    strategy: Strategy,
    p: f64,
    number: impl Fn(&Trace) -> f64,
) -> Vec<Weighted> {
    let weight = draws.weight();
    let mut numbers = Vec::with_capacity(4 * draws.len());
    for draw in &draws.list {
        let success = p * draw.in_time[strategy as usize];
        for (place, chance) in felt(strategy, &draw.chances) {
            numbers.push((number(&draw.paths[place]), success * chance * weight));
        }
        numbers.push((number(draw.unwanted(strategy)), (1.0 - success) * weight));
    }
    numbers.retain(|(_, weight)| *weight > 0.0);
    numbers
}

fn weight_of(numbers: &[Weighted]) -> f64 {
    numbers.iter().map(|(_, weight)| weight).sum()
}

fn share_above(numbers: &[Weighted], limit: f64) -> f64 {
    let above = numbers.iter().filter(|(x, _)| *x > limit);
    above.map(|(_, weight)| weight).sum()
}

/// Value of an option in a draw, over its worlds: if people would want it, and if not.
pub(crate) fn worth(draw: &Draw, option: Choice) -> (f64, f64) {
    option
        .strategy()
        .map_or((0.0, 0.0), |s| (draw.good(s), draw.bad(s)))
}

/// Value of an option in a world of a draw in which people would want it.
pub(crate) fn good_in(draw: &Draw, option: Choice, world: usize) -> f64 {
    option.strategy().map_or(0.0, |s| draw.good_in(s, world))
}

/// The average lead of one option over another in a draw.
pub(crate) fn lead_in(draw: &Draw, p: f64, better: Choice, than: Choice) -> f64 {
    let ((good, bad), (other_good, other_bad)) = (worth(draw, better), worth(draw, than));
    p * (good - other_good) + (1.0 - p) * (bad - other_bad)
}

/// Standard error of the lead.
pub(crate) fn lead_error(draws: &Draws, p: f64, better: Choice, than: Choice) -> f64 {
    standard_error(&draws.rotation_means(|draw| lead_in(draw, p, better, than)))
}
