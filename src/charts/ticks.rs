//! The few round values named along an axis.

use super::text::Anchor;

/// An axis: the values at its ends, which include all data, and the values that get a tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// The value at the lower end of the axis.
    pub low: f64,
    /// The value at the upper end of the axis.
    pub high: f64,
    /// Three to six round values inside the axis, rising; 0 is among them if the axis spans it.
    pub values: Vec<f64>,
}

/// Where an axis ends.
#[derive(Clone, Copy, PartialEq)]
enum Ends {
    /// At the ticks around the data.
    AtTicks,
    /// At a tick if it is near, else just beyond the data.
    NearData,
}

/// An axis of [`Ends::NearData`] is carried on to a tick that is at most so many steps away.
const NEAR: f64 = 0.35;
/// Air beyond the data, as a share of their span, where the axis does not end at a tick.
const AIR: f64 = 0.05;
/// The most and fewest ticks of an axis.
const COUNT: std::ops::RangeInclusive<usize> = 3..=6;

impl Ticks {
    /// An axis that begins and ends at a tick: the ticks cover the data.
    #[must_use]
    pub fn covering(low: f64, high: f64) -> Self {
        Self::best(widened(low, high), Ends::AtTicks, false)
    }

    /// An axis that ends at the data where the next tick would leave much of the panel empty. Money that runs
    /// from −$1.15M to $1.4M gets −$1M, 0 and $1M, and no room down to −$2M.
    #[must_use]
    pub fn snug(low: f64, high: f64) -> Self {
        Self::best(widened(low, high), Ends::NearData, false)
    }

    /// Like [`Ticks::covering`], with whole numbers only: there is no half user.
    #[must_use]
    pub fn whole(low: f64, high: f64) -> Self {
        let (low, high) = widened(low, high);
        let (low, high) = (low.floor(), high.ceil());
        let high = if high - low < 2.0 { low + 2.0 } else { high };
        Self::best((low, high), Ends::AtTicks, true)
    }

    fn best(data: (f64, f64), ends: Ends, whole: bool) -> Self {
        // Quarters first: the span of two huge numbers need not be a number.
        let rough = data.1 / 4.0 - data.0 / 4.0;
        let exponent = rough.log10().floor() as i32;
        let steps = (exponent - 2..=exponent + 2)
            .flat_map(|exponent| {
                [10, 20, 25, 50].map(|tenths| Step {
                    tenths,
                    exponent: exponent - 1,
                })
            })
            .filter(|step| !whole || step.is_whole());
        let candidates = steps.filter_map(|step| step.axis(data, ends));
        let best = candidates
            .min_by(|a, b| a.0.total_cmp(&b.0))
            .map(|(_, ticks)| ticks);
        best.unwrap_or_else(|| match ends {
            Ends::NearData => Self::best(data, Ends::AtTicks, whole),
            // Only where doubles run out: the ends and the middle, not round but in order.
            Ends::AtTicks => Self {
                low: data.0,
                high: data.1,
                values: vec![data.0, data.0 / 2.0 + data.1 / 2.0, data.1],
            },
        })
    }
}

/// A distance between ticks: 1, 2, 2.5 or 5 times a power of ten. Kept as integers so that a tick is the
/// double nearest to its decimal, 0.3 and not 0.30000000000000004.
#[derive(Clone, Copy)]
struct Step {
    tenths: i64,
    exponent: i32,
}

impl Step {
    fn tick(self, index: i64) -> f64 {
        format!("{}e{}", self.tenths.saturating_mul(index), self.exponent)
            .parse()
            .unwrap_or(f64::INFINITY)
    }

    fn is_whole(self) -> bool {
        self.exponent >= 0 || (self.exponent == -1 && self.tenths % 10 == 0)
    }

    /// The index of the last tick that is not above `value`.
    fn floor(self, value: f64) -> i64 {
        let index = (value / self.tick(1)).floor() as i64;
        if self.tick(index) > value {
            index - 1
        } else if self.tick(index + 1) <= value {
            index + 1
        } else {
            index
        }
    }

    /// The axis with this step and what it costs to read; `None` if it has too few or too many ticks.
    fn axis(self, data: (f64, f64), ends: Ends) -> Option<(f64, Ticks)> {
        let first = self.floor(data.0);
        let below_high = self.floor(data.1);
        let last = if self.tick(below_high) < data.1 {
            below_high + 1
        } else {
            below_high
        };
        if last.saturating_sub(first) > 8 {
            return None;
        }
        let (low, high) = match ends {
            Ends::AtTicks => (self.tick(first), self.tick(last)),
            Ends::NearData => {
                let air = (data.1 - data.0) * AIR;
                let near = self.tick(1) * NEAR;
                let (low, high) = (self.tick(first), self.tick(last));
                (
                    if data.0 - low <= near {
                        low
                    } else {
                        data.0 - air
                    },
                    if high - data.1 <= near {
                        high
                    } else {
                        data.1 + air
                    },
                )
            }
        };
        let (low, high) = (or_else(low, data.0), or_else(high, data.1));
        let values: Vec<f64> = (first..=last)
            .map(|index| self.tick(index))
            .filter(|tick| tick.is_finite() && (low..=high).contains(tick))
            .collect();
        if !COUNT.contains(&values.len()) {
            return None;
        }
        let crowding = match values.len() {
            3 | 4 => 0.0,
            5 => 0.15,
            _ => 0.5,
        };
        let quarters = if self.tenths == 25 { 0.05 } else { 0.0 };
        let empty = ((high / 2.0 - low / 2.0) / (data.1 / 2.0 - data.0 / 2.0)) - 1.0;
        Some((crowding + quarters + empty, Ticks { low, high, values }))
    }
}

fn or_else(value: f64, instead: f64) -> f64 {
    if value.is_finite() { value } else { instead }
}

/// The data's ends in order, and apart. A single value is shown from zero; zero alone from 0 to 1.
fn widened(low: f64, high: f64) -> (f64, f64) {
    let (low, high) = (or_else(low, 0.0), or_else(high, 0.0));
    let (low, high) = (low.min(high), low.max(high));
    let largest = low.abs().max(high.abs());
    if largest < 1e-290 {
        (
            if low < 0.0 { -1.0 } else { 0.0 },
            if high > 0.0 || low >= 0.0 { 1.0 } else { 0.0 },
        )
    } else if high / 2.0 - low / 2.0 <= largest * 1e-9 {
        (low.min(0.0), high.max(0.0))
    } else {
        (low, high)
    }
}

/// A tick of the time axis.
#[derive(Clone, Debug, PartialEq)]
pub struct MonthTick {
    /// Months from the start of the project.
    pub month: u32,
    /// What is written under it: "start", then "month 6", then bare numbers.
    pub label: String,
    /// Which part of the label stands under the tick; the first begins there, so that it stays in the drawing.
    pub anchor: Anchor,
}

/// The least space between two month labels that are both bare numbers.
const MONTHS_APART: f64 = 30.0;
/// The least space between "month 12" and the bare number after it.
const SECOND_MONTH_APART: f64 = 42.0;
/// The least space between ticks, which leaves room for "start" beside "month 12".
const FIRST_MONTH_APART: f64 = 60.0;

/// The ticks of a time axis of `horizon` months that is `width` pixels wide. The last month always has one.
#[must_use]
pub fn month_ticks(horizon: u32, width: f64) -> Vec<MonthTick> {
    let apart = |months: u32| {
        if horizon == 0 {
            0.0
        } else {
            width * f64::from(months) / f64::from(horizon)
        }
    };
    let usual = match horizon {
        0..=6 => 1,
        7..=12 => 2,
        13..=18 => 3,
        19..=48 => 6,
        49..=120 => 12,
        _ => 24,
    };
    let steps = [1, 2, 3, 6, 12, 24, 60, 120];
    let step = steps
        .into_iter()
        .find(|step| *step >= usual && apart(*step) >= FIRST_MONTH_APART);
    let mut months: Vec<u32> = match step {
        Some(step) => (0..horizon).step_by(step as usize).collect(),
        None => vec![0],
    };
    let needed = if months.len() == 2 {
        SECOND_MONTH_APART
    } else {
        MONTHS_APART
    };
    if months.len() > 1
        && months
            .last()
            .is_some_and(|last| apart(horizon - last) < needed)
    {
        months.pop();
    }
    if horizon > 0 {
        months.push(horizon);
    }
    let label = |index: usize, month: u32| match index {
        0 => "start".to_owned(),
        1 => format!("month {month}"),
        _ => month.to_string(),
    };
    let anchor = |index: usize| {
        if index == 0 {
            Anchor::Start
        } else {
            Anchor::Middle
        }
    };
    let tick = |(index, month)| MonthTick {
        month,
        label: label(index, month),
        anchor: anchor(index),
    };
    months.into_iter().enumerate().map(tick).collect()
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/ticks.rs"]
mod tests;
