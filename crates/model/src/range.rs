//! Ranges: low, best, high. "Nine chances in ten that the truth lies between low and high; as
//! likely above as below best." Source: model specification, section 6.

use crate::field::{Range, Shape};
use crate::math::{exp, ln};
use crate::normal::{self, Z90};

impl Shape {
    /// A value on the scale on which the range is built.
    #[must_use]
    pub fn to_scale(self, value: f64) -> f64 {
        match self {
            Self::Normal => value,
            Self::Lognormal => ln(value),
            Self::LogitNormal => ln(value / (1.0 - value)),
        }
    }

    /// The value at a place of the scale.
    #[must_use]
    pub fn from_scale(self, place: f64) -> f64 {
        match self {
            Self::Normal => place,
            Self::Lognormal => exp(place),
            Self::LogitNormal => 1.0 / (1.0 + exp(-place)),
        }
    }

    /// Whether a value has a place on the scale: above 0 for the logarithmic scale, between 0 and 1
    /// for the logit scale.
    #[must_use]
    pub fn holds(self, value: f64) -> bool {
        self.to_scale(value).is_finite()
    }
}

impl Range {
    /// The value `z` standard deviations from best.
    #[must_use]
    pub fn at(&self, best: f64, z: f64) -> f64 {
        self.on_scale(best).value(z)
    }

    /// The value with chance `u` below it, 0 < u < 1.
    #[must_use]
    pub fn quantile(&self, best: f64, u: f64) -> f64 {
        self.at(best, normal::quantile(u))
    }

    /// Chance that the truth lies below `value`.
    #[must_use]
    pub fn share_below(&self, best: f64, value: f64) -> f64 {
        normal::cdf(self.distance(best, value))
    }

    /// How many standard deviations `value` lies from best.
    #[must_use]
    pub fn distance(&self, best: f64, value: f64) -> f64 {
        let scale = |x| self.shape.to_scale(x);
        let from_best = scale(value) - scale(best);
        let width = if from_best < 0.0 {
            scale(best) - scale(self.low)
        } else {
            scale(self.high) - scale(best)
        };
        if from_best == 0.0 {
            0.0
        } else {
            Z90 * from_best / width
        }
    }

    /// The range about another best guess, as wide as before on its scale; `None` where the new
    /// best guess has no place on the scale, e.g. a chance of 0 or 1: then it is certain.
    #[must_use]
    pub fn moved(&self, best: f64, to: f64) -> Option<Self> {
        if best == to {
            return Some(*self);
        }
        let scale = |x| self.shape.to_scale(x);
        let moved = |end: f64| match self.shape {
            // A plain scale has no width of its own: it keeps the proportions.
            Shape::Normal => end * (to / best),
            _ => self
                .shape
                .from_scale(scale(end) + (scale(to) - scale(best))),
        };
        let range = Self {
            low: moved(self.low),
            high: moved(self.high),
            shape: self.shape,
        };
        let possible = range.shape.holds(to)
            && [range.low, range.high]
                .into_iter()
                .all(|end| range.shape.holds(end));
        (possible && range.low < range.high).then_some(range)
    }

    /// The range on its scale, ready to be drawn from many times.
    #[must_use]
    pub fn on_scale(&self, best: f64) -> OnScale {
        let scale = |x| self.shape.to_scale(x);
        OnScale {
            shape: self.shape,
            best,
            place: scale(best),
            below: (scale(best) - scale(self.low)) / Z90,
            above: (scale(self.high) - scale(best)) / Z90,
        }
    }
}

/// A range on its scale.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OnScale {
    shape: Shape,
    best: f64,
    place: f64,
    below: f64,
    above: f64,
}

impl OnScale {
    /// The value `z` standard deviations from best.
    #[inline]
    #[must_use]
    pub fn value(&self, z: f64) -> f64 {
        if z == 0.0 {
            return self.best;
        }
        let deviation = if z < 0.0 { self.below } else { self.above };
        self.shape.from_scale(self.place + z * deviation)
    }
}

/// The value with chance `u` below it of a triangular distribution.
#[must_use]
pub fn triangular(low: f64, mode: f64, high: f64, u: f64) -> f64 {
    let width = high - low;
    let rising = (mode - low) / width;
    if u < rising {
        low + (u * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - u) * width * (high - mode)).sqrt()
    }
}

/// The value with chance `u` below it of a PERT distribution: a beta distribution with shapes
/// 1 + 4 (mode - low) / width and 1 + 4 (high - mode) / width.
#[must_use]
pub fn pert(low: f64, mode: f64, high: f64, u: f64) -> f64 {
    let width = high - low;
    let a = 1.0 + 4.0 * (mode - low) / width;
    let b = 1.0 + 4.0 * (high - mode) / width;
    low + width * beta_quantile(a, b, u)
}

/// Inverse of the regularised incomplete beta function, by bisection to the last digit.
fn beta_quantile(a: f64, b: f64, u: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if beta_share(a, b, middle) < u {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// The regularised incomplete beta function I_x(a, b) by Lentz's continued fraction.
/// Source: Press and others, Numerical Recipes, section 6.4.
fn beta_share(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_share(b, a, 1.0 - x);
    }
    let log_beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let front = exp(a * ln(x) + b * ln(1.0 - x) - log_beta) / a;
    let keep_off_zero = |value: f64| if value.abs() < 1e-300 { 1e-300 } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / keep_off_zero(1.0 - (a + b) * x / (a + 1.0));
    let mut fraction = d;
    for step in 1..300 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for term in [even, odd] {
            d = 1.0 / keep_off_zero(1.0 + term * d);
            c = keep_off_zero(1.0 + term / c);
            change = c * d;
            fraction *= change;
        }
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    front * fraction
}

#[cfg(test)]
mod tests {
    use super::*;

    const RANGES: [(Range, f64); 3] = [
        (
            Range {
                low: 0.2,
                high: 0.3,
                shape: Shape::Normal,
            },
            0.25,
        ),
        (
            Range {
                low: 0.35,
                high: 2.5,
                shape: Shape::Lognormal,
            },
            1.0,
        ),
        (
            Range {
                low: 0.05,
                high: 0.5,
                shape: Shape::LogitNormal,
            },
            0.2,
        ),
    ];

    #[test]
    fn ends_and_best_are_the_chances_that_they_are_meant_to_be() {
        for (range, best) in RANGES {
            assert_eq!(range.quantile(best, 0.5), best);
            assert!((range.quantile(best, 0.05) - range.low).abs() < 1e-12);
            assert!((range.quantile(best, 0.95) - range.high).abs() < 1e-12);
            for u in [0.01, 0.3, 0.5, 0.77] {
                assert!((range.share_below(best, range.quantile(best, u)) - u).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn a_range_moves_with_its_best_guess() {
        let [(normal, _), (size, _), (share, _)] = RANGES;
        let moved = size.moved(1.0, 2.0).unwrap();
        assert!((moved.low - 0.7).abs() < 1e-15 && (moved.high - 5.0).abs() < 1e-14);
        let moved = normal.moved(0.25, 0.5).unwrap();
        assert!((moved.low - 0.4).abs() < 1e-15 && (moved.high - 0.6).abs() < 1e-15);
        let moved = share.moved(0.2, 0.5).unwrap();
        assert!(0.0 < moved.low && moved.low < 0.5 && 0.5 < moved.high && moved.high < 1.0);
        assert_eq!(share.moved(0.2, 1.0), None);
        assert_eq!(size.moved(1.0, 0.0), None);
        assert_eq!(normal.moved(0.25, 0.0), None);
    }

    /// Closed forms: Beta(2, 1) has share x^2 and Beta(1, 1) is even.
    #[test]
    fn the_beta_distribution_has_its_closed_forms() {
        for u in [0.1, 0.5, 0.9] {
            assert!((beta_quantile(2.0, 1.0, u) - u.sqrt()).abs() < 1e-14);
            assert!((beta_quantile(1.0, 1.0, u) - u).abs() < 1e-14);
            assert!((beta_quantile(1.0, 2.0, u) - (1.0 - (1.0 - u).sqrt())).abs() < 1e-14);
        }
    }
}
