//! What it is worth to find out, and what drives the lead. Source: model specification, section 7.

use serde::{Deserialize, Serialize};

use super::options::{good_in, lead_in, worth};
use crate::decision::Line;
use crate::field::Key;
use crate::quantile::Weighted;
use crate::simulation::{Draw, Draws, Simulation, count};
use crate::strategy::Choice;

/// What finding out is worth, over the futures.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FindingOut {
    /// Everything at once.
    pub everything: f64,
    /// Whether a quick fix is enough: an early load test.
    pub quick_fix: f64,
    /// Whether the right thing was made scalable; an upper bound on waiting for a pivot to show.
    pub wrong_bet: f64,
    /// The true value of each input that is drawn, the most valuable first.
    pub ranges: Vec<RangeWorth>,
}

/// What one uncertain input does to the lead.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct RangeWorth {
    /// The input.
    pub key: Key,
    /// Value of knowing it; a few thousand are noise of the bins.
    pub value: f64,
    /// Share of the variance of the lead that it explains by itself (first-order Sobol index).
    pub share: f64,
    /// Whether the lead rises or falls with it (Spearman's rank correlation).
    pub direction: f64,
    /// Its mean over the draws.
    pub mean: f64,
}

/// Worlds in which the answer is no, and in which it is yes.
const QUICK_FIX: [[usize; 2]; 2] = [[0, 2], [1, 3]];
const WRONG_BET: [[usize; 2]; 2] = [[0, 1], [2, 3]];

impl FindingOut {
    pub(crate) fn of(simulation: &Simulation, lines: &[Line<Choice>], p: f64) -> Self {
        let draws = simulation.draws();
        let options: Vec<Choice> = lines.iter().map(|line| line.option).collect();
        let now = highest(lines.iter().map(|line| line.value(p)));
        let everything = draws.mean(|draw| all_known(draw, &options, p)) - now;
        let (best, next) = first_two(lines, p);
        let leads: Vec<f64> = draws
            .list
            .iter()
            .map(|draw| lead_in(draw, p, best, next))
            .collect();
        let values: Vec<Vec<f64>> = options
            .iter()
            .map(|option| {
                let value = |draw: &Draw| {
                    let (good, bad) = worth(draw, *option);
                    p * good + (1.0 - p) * bad
                };
                draws.list.iter().map(value).collect()
            })
            .collect();
        let rank_of_lead = ranks(&leads, &order_of(&leads));
        let columns = simulation.drawn().len();
        let drawn = simulation.drawn().iter().enumerate();
        let mut ranges: Vec<RangeWorth> = drawn
            .map(|(column, key)| {
                let values_of_key = draws.values.iter().skip(column).step_by(columns);
                let inputs: Vec<f64> = values_of_key.copied().collect();
                let sorted = order_of(&inputs);
                RangeWorth {
                    key: *key,
                    value: (best_by_bin(&sorted, &values) - now).max(0.0),
                    share: first_order(&sorted, &leads),
                    direction: correlation(&ranks(&inputs, &sorted), &rank_of_lead),
                    mean: inputs.iter().sum::<f64>() / count(inputs.len().max(1)),
                }
            })
            .collect();
        ranges.sort_by(|a, b| b.value.total_cmp(&a.value));
        Self {
            everything: everything.max(0.0),
            quick_fix: (world_known(draws, lines, p, QUICK_FIX) - now).max(0.0),
            wrong_bet: (world_known(draws, lines, p, WRONG_BET) - now).max(0.0),
            ranges,
        }
    }
}

fn highest(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::NEG_INFINITY, f64::max)
}

fn first_two(lines: &[Line<Choice>], p: f64) -> (Choice, Choice) {
    let order = crate::decision::order(lines, p);
    (order[0].option, order[1].option)
}

/// The value of a draw if everything is known: the best option in every world.
fn all_known(draw: &Draw, options: &[Choice], p: f64) -> f64 {
    let good: f64 = draw
        .chances
        .iter()
        .enumerate()
        .map(|(world, chance)| {
            chance * highest(options.iter().map(|option| good_in(draw, *option, world)))
        })
        .sum();
    let bad = highest(options.iter().map(|option| worth(draw, *option).1));
    p * good + (1.0 - p) * bad
}

/// The value if the answer to one of the two coin flips is known beforehand.
fn world_known(draws: &Draws, lines: &[Line<Choice>], p: f64, answers: [[usize; 2]; 2]) -> f64 {
    let answers = answers.into_iter().map(|worlds| {
        let chance = draws.mean(|draw| worlds.iter().map(|k| draw.chances[*k]).sum());
        highest(lines.iter().map(|line| {
            let good = draws.mean(|draw| {
                let worlds = worlds.iter();
                worlds
                    .map(|k| draw.chances[*k] * good_in(draw, line.option, *k))
                    .sum()
            });
            p * good + (1.0 - p) * chance * line.bad
        }))
    });
    answers.sum()
}

/// The places of numbers in ascending order; equal numbers stay in theirs.
fn order_of(numbers: &[f64]) -> Vec<usize> {
    // Numbers and places together: a comparison that looks them up elsewhere takes several times as
    // long.
    let mut sorted: Vec<(f64, usize)> = numbers.iter().copied().zip(0..).collect();
    sorted.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    sorted.into_iter().map(|(_, place)| place).collect()
}

/// Bins of equal size for so many draws: max(8, root of n / 2).
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the root of a count"
)]
fn bins(draws: usize) -> usize {
    let half_root = (count(draws).sqrt() / 2.0).round() as usize;
    half_root.max(8).min(draws.max(1))
}

fn in_bins(sorted: &[usize]) -> impl Iterator<Item = &[usize]> {
    let bins = bins(sorted.len());
    (0..bins).map(move |bin| &sorted[bin * sorted.len() / bins..(bin + 1) * sorted.len() / bins])
}

/// The mean of the best option per bin (Strong & Oakley 2011): a regression by steps, no nested
/// simulation.
fn best_by_bin(sorted: &[usize], values: &[Vec<f64>]) -> f64 {
    let sums = in_bins(sorted).map(|bin| {
        highest(
            values
                .iter()
                .map(|option| bin.iter().map(|place| option[*place]).sum()),
        )
    });
    sums.sum::<f64>() / count(sorted.len())
}

/// First-order Sobol index from the same bins: (SSB - (bins - 1) MSW) / SST, not below 0.
fn first_order(sorted: &[usize], output: &[f64]) -> f64 {
    let draws = count(output.len());
    let mean = output.iter().sum::<f64>() / draws;
    let total: f64 = output.iter().map(|x| (x - mean) * (x - mean)).sum();
    let bins = count(bins(sorted.len()));
    let mut between = 0.0;
    for bin in in_bins(sorted) {
        let size = count(bin.len());
        let of_bin = bin.iter().map(|place| output[*place]).sum::<f64>() / size;
        between += size * (of_bin - mean) * (of_bin - mean);
    }
    let spare = draws - bins;
    if total <= 0.0 || spare <= 0.0 {
        return 0.0;
    }
    let within = (total - between) / spare;
    ((between - (bins - 1.0) * within) / total).max(0.0)
}

/// Ranks of numbers whose order is known; equal numbers share the mean of theirs. Their correlation
/// is Spearman's.
fn ranks(numbers: &[f64], sorted: &[usize]) -> Vec<f64> {
    let mut ranks = vec![0.0; numbers.len()];
    let mut start = 0;
    while start < sorted.len() {
        let value = numbers[sorted[start]];
        let equal = sorted[start..]
            .iter()
            .take_while(|place| numbers[**place] == value);
        let end = start + equal.count();
        for place in &sorted[start..end] {
            ranks[*place] = count(start + end - 1) / 2.0;
        }
        start = end;
    }
    ranks
}

fn correlation(x: &[f64], y: &[f64]) -> f64 {
    let draws = count(x.len());
    let mean = |numbers: &[f64]| numbers.iter().sum::<f64>() / draws;
    let (mean_x, mean_y) = (mean(x), mean(y));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for (x, y) in x.iter().zip(y) {
        let (dx, dy) = (x - mean_x, y - mean_y);
        xy += dx * dy;
        xx += dx * dx;
        yy += dy * dy;
    }
    if xx > 0.0 && yy > 0.0 {
        xy / (xx * yy).sqrt()
    } else {
        0.0
    }
}

/// Whether one option is at least as good as another over all futures, whatever the taste for risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dominance {
    /// At every amount, the chance of staying below it is no larger.
    First,
    /// The same for the sum of those chances up to every amount: for whoever dislikes risk.
    Second,
}

/// Whether the numbers `better` dominate `than`; both are weighted and sum to one.
pub(crate) fn dominance(better: &[Weighted], than: &[Weighted]) -> Option<Dominance> {
    let signed = better
        .iter()
        .map(|(x, weight)| (*x, -weight))
        .chain(than.iter().copied());
    let mut steps: Vec<Weighted> = signed.collect();
    steps.sort_by(|a, b| a.0.total_cmp(&b.0));
    let widest = steps.iter().fold(1.0_f64, |most, (x, _)| most.max(x.abs()));
    let (mut gap, mut area) = (0.0_f64, 0.0_f64);
    let (mut first, mut second, mut differs) = (true, true, false);
    let mut index = 0;
    while index < steps.len() {
        let here = steps[index].0;
        while index < steps.len() && steps[index].0 == here {
            gap += steps[index].1;
            index += 1;
        }
        differs |= gap.abs() > 1e-9;
        first &= gap > -1e-9;
        if index < steps.len() {
            area += gap * (steps[index].0 - here);
            second &= area > -1e-9 * widest;
        }
    }
    match (differs, first, second) {
        (true, true, _) => Some(Dominance::First),
        (true, false, true) => Some(Dominance::Second),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sampling::RSequence;

    /// Ishigami & Homma 1990 with a = 7, b = 0.1: first-order indices 0.3139, 0.4424 and 0.
    #[test]
    fn first_order_indices_are_those_of_ishigami() {
        use std::f64::consts::PI;
        let points = RSequence::new(3, 1, 1);
        let draws: Vec<Vec<f64>> = (1..=8192)
            .map(|i| points.point(0, i).map(|u| PI * (2.0 * u - 1.0)).collect())
            .collect();
        let output: Vec<f64> = draws
            .iter()
            .map(|x| {
                let (s1, s2) = (libm::sin(x[0]), libm::sin(x[1]));
                s1 + 7.0 * s2 * s2 + 0.1 * x[2] * x[2] * x[2] * x[2] * s1
            })
            .collect();
        for (input, expected) in [0.3139, 0.4424, 0.0].into_iter().enumerate() {
            let column: Vec<f64> = draws.iter().map(|x| x[input]).collect();
            let found = first_order(&order_of(&column), &output);
            assert!((found - expected).abs() < 0.03, "{input}: {found}");
        }
    }

    /// One number known, the other option worth nothing: the bins find the textbook value.
    #[test]
    fn the_value_of_a_number_is_that_of_a_normal_lead() {
        let points = RSequence::new(1, 1, 1);
        let leads: Vec<f64> = (1..=4096)
            .flat_map(|i| points.point(0, i))
            .map(|u| 0.5 + 2.0 * crate::normal::quantile(u.clamp(1e-9, 1.0 - 1e-9)))
            .collect();
        let options = [leads.clone(), vec![0.0; leads.len()]];
        let known = best_by_bin(&order_of(&leads), &options);
        let expected = 0.5 + crate::decision::evpi_of_normal(0.5, 2.0);
        assert!((known - expected).abs() < 0.01, "{known} {expected}");
    }

    #[test]
    fn ranks_share_ties_and_correlate() {
        let ranks = |numbers: &[f64]| ranks(numbers, &order_of(numbers));
        let spearman = |x: &[f64], y: &[f64]| correlation(&ranks(x), &ranks(y));
        assert_eq!(ranks(&[3.0, 1.0, 3.0, 2.0]), [2.5, 0.0, 2.5, 1.0]);
        assert_eq!(spearman(&[1.0, 2.0, 3.0], &[1.0, 8.0, 27.0]), 1.0);
        assert_eq!(spearman(&[1.0, 2.0, 3.0], &[3.0, 2.0, 1.0]), -1.0);
        assert_eq!(spearman(&[1.0, 1.0], &[3.0, 2.0]), 0.0);
    }

    #[test]
    fn dominance_by_definition() {
        let sure = [(10.0, 1.0)];
        let risky = [(0.0, 0.5), (20.0, 0.5)];
        let poorer = [(-1.0, 0.5), (20.0, 0.5)];
        assert_eq!(dominance(&sure, &risky), Some(Dominance::Second));
        assert_eq!(dominance(&risky, &sure), None);
        assert_eq!(dominance(&risky, &poorer), Some(Dominance::First));
        assert_eq!(dominance(&sure, &sure), None);
    }
}
