//! Parts that still add up to their total after rounding.

use super::{Currency, Decimal, MILLION, Sign, amount, own_size};

/// The largest number of steps that is counted exactly in an `f64`.
const MOST_STEPS: f64 = 9_007_199_254_740_992.0;

/// Rounds the parts of a total to multiples of `step` so that they add up to the rounded total.
///
/// The total is rounded half away from zero. Every part is rounded down, and the steps that are
/// then missing go to the parts with the largest remainders (the earlier one where two are equal),
/// so no part is off by a whole step. Parts may be negative. The result holds multiples of `step`
/// in the same order, and the rounded total beside them.
///
/// `None` if the parts do not add up to the total (beyond the noise of adding), if anything is not
/// finite, if `step` is not above zero, or beyond 2^53 steps: then no rounding could be honest.
#[must_use]
pub fn rounded_parts(parts: &[f64], total: f64, step: f64) -> Option<(Vec<f64>, f64)> {
    let exact = exact_steps(parts, total, step)?;
    let total = (total / step).round();
    let counts = shared_out(&exact, total)?;
    let parts = counts.into_iter().map(|count| count * step).collect();
    Some((parts, total * step))
}

/// The parts in steps, if they add up to the total.
fn exact_steps(parts: &[f64], total: f64, step: f64) -> Option<Vec<f64>> {
    const NOISE: f64 = 1e-9;
    let in_steps = |value: f64| {
        let steps = value / step;
        (step > 0.0 && steps.abs() <= MOST_STEPS).then_some(steps)
    };
    let total = in_steps(total)?;
    let exact: Vec<f64> = parts
        .iter()
        .map(|&part| in_steps(part))
        .collect::<Option<_>>()?;
    let size: f64 = exact.iter().map(|steps| steps.abs()).sum();
    let gap = (exact.iter().sum::<f64>() - total).abs();
    (gap <= NOISE * (1.0 + size)).then_some(exact)
}

/// Whole steps for each part that add up to this whole total.
///
/// Parts are few, so the next largest remainder is looked up afresh: a sort would be more code.
fn shared_out(exact: &[f64], total: f64) -> Option<Vec<f64>> {
    const TAKEN: f64 = -1.0;
    let mut counts: Vec<f64> = exact.iter().map(|steps| steps.floor()).collect();
    let mut remainders: Vec<f64> = exact.iter().map(|steps| steps - steps.floor()).collect();
    let mut missing = total - counts.iter().sum::<f64>();
    while missing >= 1.0 {
        let largest = remainders.iter().copied().fold(TAKEN, f64::max);
        let mut both = counts.iter_mut().zip(&mut remainders);
        let (count, remainder) = both.find(|(_, rest)| **rest == largest)?;
        if *remainder == TAKEN {
            return None;
        }
        *count += 1.0;
        *remainder = TAKEN;
        missing -= 1.0;
    }
    (missing == 0.0).then_some(counts)
}

/// A column of amounts of money that adds up as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The parts in their order, with their signs.
    pub parts: Vec<String>,
    /// The total, with the same digits that [`money`](super::money) shows in tables.
    pub total: String,
}

/// The largest size in which an amount needs two decimals at most: three, as in `1.234M`, could be
/// taken for thousands.
fn size_of(decimal: &Decimal) -> i32 {
    let mut size = own_size(decimal);
    while size > 0 && decimal.clone().shifted(-size).places() > 2 {
        size -= 3;
    }
    if size < MILLION { 0 } else { size }
}

/// The texts of parts and total such that the shown parts add up to the shown total, which has
/// three significant figures.
///
/// `None` where [`rounded_parts`] has no answer: say "rounded" beside the column then.
#[must_use]
pub fn money_column(parts: &[f64], total: f64, currency: Currency, sign: Sign) -> Option<Column> {
    let largest = parts
        .iter()
        .fold(0.0, |most: f64, part| most.max(part.abs()));
    let scale = if total == 0.0 { largest } else { total };
    // The place of the third digit of the rounded total, but no finer than a cent.
    let rounded = Decimal::of(scale)?.rounded_to(3, -2);
    let place = rounded.magnitude().saturating_sub(3).max(-2);
    let step = Decimal::from_digits("1", "", place).to_f64();
    let exact = exact_steps(parts, total, step)?;
    let total = Decimal::of(total)?
        .rounded_at(place)
        .shifted(-place)
        .to_f64();
    let counts = shared_out(&exact, total)?;
    let text = |count: f64| {
        let decimal = Decimal::of(count)?.shifted(place);
        Some(amount(&decimal, currency.symbol(), size_of(&decimal), sign))
    };
    Some(Column {
        parts: counts.into_iter().map(text).collect::<Option<_>>()?,
        total: text(total)?,
    })
}
