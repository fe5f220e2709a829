//! Means and quantiles of weighted numbers, by sorting.

use super::Number;
use crate::statement::Edge;

pub(super) fn mean(numbers: &[(f64, f64)]) -> f64 {
    let weight: f64 = numbers.iter().map(|(_, weight)| weight).sum();
    numbers.iter().map(|(x, weight)| x * weight).sum::<f64>() / weight
}

pub(super) fn at(edge: Edge, numbers: &[(f64, f64)]) -> Option<Number> {
    between(numbers, place(edge))
}

/// The same for values and their differences, which are added up in an order of their own: numbers
/// that are equal but for rounding may or may not count as one, which moves a quantile beside them
/// up to the numbers next to it.
pub(super) fn at_of_sums(edge: Edge, numbers: &[(f64, f64)]) -> Option<Number> {
    let place = place(edge);
    let groups = groups(numbers, noise(numbers));
    let above = groups.iter().position(|group| group.at >= place);
    let above = above.or(groups.len().checked_sub(1))?;
    let [low, high] = [&groups[above.saturating_sub(1)], &groups[above]];
    if low.members == 1 && high.members == 1 {
        return between(numbers, place);
    }
    Some(Number {
        least: low.value,
        most: high.value,
        money: true,
    })
}

fn place(edge: Edge) -> f64 {
    match edge {
        Edge::Low => 0.05,
        Edge::Middle => 0.5,
        Edge::High => 0.95,
    }
}

/// What rounding can make of numbers of this size.
fn noise(numbers: &[(f64, f64)]) -> f64 {
    let finite = numbers.iter().map(|(x, _)| *x).filter(|x| x.is_finite());
    1e-11 * finite.fold(1e-9, |most: f64, x| most.max(x.abs()))
}

/// A quantile, whether or not numbers that differ by rounding alone count as the same.
pub(super) fn between(numbers: &[(f64, f64)], place: f64) -> Option<Number> {
    let [a, b] = [0.0, noise(numbers)].map(|noise| quantile(numbers, place, noise));
    let (a, b) = (a?, b?);
    Some(Number {
        least: a.min(b),
        most: a.max(b),
        money: false,
    })
}

/// Numbers that count as one.
struct Group {
    value: f64,
    /// The middle of its weight, as a share of all.
    at: f64,
    members: usize,
}

fn groups(numbers: &[(f64, f64)], noise: f64) -> Vec<Group> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let total: f64 = sorted.iter().map(|(_, weight)| weight).sum();
    let mut groups = Vec::new();
    let mut before = 0.0;
    let mut rest = &sorted[..];
    while let Some((first, _)) = rest.first() {
        let alike = |x: f64| x == *first || x - first <= noise;
        let members = rest.iter().take_while(|(x, _)| alike(*x)).count();
        let weight: f64 = rest[..members].iter().map(|(_, weight)| weight).sum();
        groups.push(Group {
            value: *first,
            at: (before + weight / 2.0) / total,
            members,
        });
        before += weight;
        rest = &rest[members..];
    }
    groups
}

/// Model specification, section 6, by sorting: every value lies in the middle of its weight, and
/// straight lines join them. `None` where it touches infinity.
fn quantile(numbers: &[(f64, f64)], place: f64, noise: f64) -> Option<f64> {
    let groups = groups(numbers, noise);
    let above = groups.iter().position(|group| group.at >= place);
    let found = match above {
        None => groups.last()?.value,
        Some(0) => groups[0].value,
        Some(above) => {
            let (low, high) = (&groups[above - 1], &groups[above]);
            low.value + (high.value - low.value) * (place - low.at) / (high.at - low.at)
        }
    };
    found.is_finite().then_some(found)
}
