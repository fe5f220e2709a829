//! From values to positions and back: the axes of the drawings and the sliders of the form.

/// How far outside its range a scale still tells positions apart. A value beyond that is drawn there: far
/// outside every frame, and still a number that every browser draws.
pub const FAR: f64 = 1e6;

/// An axis on which equal differences take equal space.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Linear {
    domain: (f64, f64),
    range: (f64, f64),
}

impl Linear {
    /// The scale that draws the values of `domain` over the positions of `range`. Either may run backwards, as
    /// y does. An end that is not finite counts as 0.
    #[must_use]
    pub fn new(domain: (f64, f64), range: (f64, f64)) -> Self {
        Self {
            domain: (finite(domain.0), finite(domain.1)),
            range: (finite(range.0), finite(range.1)),
        }
    }

    /// Where `value` is drawn. Values outside the domain are drawn outside the range, at most [`FAR`] away.
    /// If the domain is a single value, everything is in the middle. Only NaN gives NaN.
    #[must_use]
    pub fn position(&self, value: f64) -> f64 {
        if value.is_nan() {
            return value;
        }
        let (start, end) = self.range;
        let (low, high) = (start.min(end), start.max(end));
        if start == end {
            return start;
        }
        let share = share(value, self.domain).unwrap_or(0.5);
        mix((start, end), share).clamp(low - FAR, high + FAR)
    }

    /// Like [`Linear::position`], but a value outside the domain is drawn at the nearer end.
    #[must_use]
    pub fn position_inside(&self, value: f64) -> f64 {
        let (low, high) = (
            self.range.0.min(self.range.1),
            self.range.0.max(self.range.1),
        );
        self.position(value).clamp(low, high)
    }

    /// The value drawn at `position`; a position outside the range counts as its nearer end, so that a
    /// pointer beside the drawing still reads a month that exists.
    #[must_use]
    pub fn value(&self, position: f64) -> f64 {
        let share = share(position, self.range).unwrap_or(0.0);
        if share.is_nan() {
            self.domain.0
        } else {
            mix(self.domain, share.clamp(0.0, 1.0))
        }
    }

    /// Start and length of what is drawn between two values, clipped to the range; `None` if nothing is left.
    #[must_use]
    pub fn span(&self, from: f64, to: f64) -> Option<(f64, f64)> {
        let (a, b) = (self.position_inside(from), self.position_inside(to));
        let length = (b - a).abs();
        (length > 0.0).then_some((a.min(b), length))
    }

    /// The values at the two ends.
    #[must_use]
    pub fn domain(&self) -> (f64, f64) {
        self.domain
    }

    /// The positions of the two ends.
    #[must_use]
    pub fn range(&self) -> (f64, f64) {
        self.range
    }
}

/// The number of steps of a slider. Fine enough for each pixel, coarse enough for the arrow keys.
pub const STEPS: u16 = 1000;

/// The part of a logarithmic range from 0 that is drawn almost linearly, as a share of its upper end.
const NEAR_ZERO: f64 = 1e-3;

/// A slider: [`STEPS`] positions over a range of values, evenly or by ratios.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    low: f64,
    high: f64,
    rule: Rule,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Rule {
    Even,
    /// By ratios, for ranges above zero.
    Ratio,
    /// By ratios, but linear near zero: ln(1 + value / shift).
    RatioFromZero {
        shift: f64,
    },
}

impl Slider {
    /// Equal steps for equal differences.
    #[must_use]
    pub fn even(low: f64, high: f64) -> Self {
        let (low, high) = (finite(low), finite(high));
        Self {
            low: low.min(high),
            high: low.max(high),
            rule: Rule::Even,
        }
    }

    /// Equal steps for equal ratios. From 0 the first part (a thousandth of the range) is nearly linear, so
    /// that 0 itself can be reached; a range with negative values is [`Slider::even`].
    #[must_use]
    pub fn log(low: f64, high: f64) -> Self {
        let even = Self::even(low, high);
        let shift = even.high * NEAR_ZERO;
        let rule = if even.low > 0.0 {
            Rule::Ratio
        } else if even.low == 0.0 && shift > 0.0 {
            Rule::RatioFromZero { shift }
        } else {
            Rule::Even
        };
        Self { rule, ..even }
    }

    /// Where `value` lies, from 0 (low end) to 1 (high end); outside values count as the nearer end.
    #[must_use]
    pub fn share(&self, value: f64) -> f64 {
        if value.is_nan() || self.low == self.high {
            return 0.0;
        }
        let value = value.clamp(self.low, self.high);
        let share = match self.rule {
            Rule::Even => share(value, (self.low, self.high)).unwrap_or(0.0),
            Rule::Ratio => (value.ln() - self.low.ln()) / (self.high.ln() - self.low.ln()),
            Rule::RatioFromZero { shift } => (value / shift).ln_1p() / (self.high / shift).ln_1p(),
        };
        if share.is_nan() {
            0.0
        } else {
            share.clamp(0.0, 1.0)
        }
    }

    /// The step nearest to `value`, 0 to [`STEPS`].
    #[must_use]
    pub fn step(&self, value: f64) -> u16 {
        let step = (self.share(value) * f64::from(STEPS)).round();
        // In 0..=STEPS, because a share is in 0..=1.
        step as u16
    }

    /// The roundest value that lies at `step`: moving a slider gives 25 %, not 24.9713 %.
    #[must_use]
    pub fn value(&self, step: u16) -> f64 {
        if step == 0 {
            return self.low;
        }
        if step >= STEPS {
            return self.high;
        }
        let exact = self.exact(f64::from(step) / f64::from(STEPS));
        (1..=9)
            .map(|digits| significant(exact, digits))
            .find(|round| (self.low..=self.high).contains(round) && self.step(*round) == step)
            .unwrap_or(exact)
    }

    fn exact(&self, share: f64) -> f64 {
        let value = match self.rule {
            Rule::Even => mix((self.low, self.high), share),
            Rule::Ratio => mix((self.low.ln(), self.high.ln()), share).exp(),
            Rule::RatioFromZero { shift } => shift * (share * (self.high / shift).ln_1p()).exp_m1(),
        };
        value.clamp(self.low, self.high)
    }
}

fn finite(value: f64) -> f64 {
    if value.is_finite() { value } else { 0.0 }
}

/// How far `value` is along `ends`, 0 at the first and 1 at the second; `None` if they are the same. Works with
/// halves, because the difference of two huge numbers need not be a number.
fn share(value: f64, ends: (f64, f64)) -> Option<f64> {
    let length = ends.1 / 2.0 - ends.0 / 2.0;
    (length != 0.0).then(|| (value / 2.0 - ends.0 / 2.0) / length)
}

/// The value at `share` of the way; exact at both ends.
fn mix(ends: (f64, f64), share: f64) -> f64 {
    let length = ends.1 - ends.0;
    if share == 1.0 {
        ends.1
    } else if length.is_finite() {
        ends.0 + length * share
    } else {
        ends.0 * (1.0 - share) + ends.1 * share
    }
}

/// `value` rounded to so many significant digits. Through text, because that gives 0.3 and not
/// 0.30000000000000004.
fn significant(value: f64, digits: usize) -> f64 {
    format!("{value:.*e}", digits.saturating_sub(1))
        .parse()
        .unwrap_or(value)
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/scale.rs"]
mod tests;
