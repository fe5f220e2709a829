//! Weighted quantiles. Source: model specification, section 6.
//!
//! Equal values are merged; sorted ascending, the j-th has the place c_j = (w_1 + ... + w_j) -
//! w_j / 2, divided by the sum of all weights; straight lines join the points (c_j, x_j), flat
//! outside. Infinite values ("never") sort last, and a quantile that touches them is `None`.

use crate::math::{larger, smaller};

/// Low, middle and high of nine chances in ten.
pub const P5_P50_P95: [f64; 3] = [0.05, 0.5, 0.95];

/// A number and its weight.
pub type Weighted = (f64, f64);

/// The quantiles at ascending places between 0 and 1; `None` where there is no number or the
/// quantile touches infinity.
#[must_use]
pub fn quantiles<const N: usize>(numbers: &[Weighted], places: [f64; N]) -> [Option<f64>; N] {
    let mut finite = 0.0;
    let mut never = 0.0;
    for &(value, weight) in numbers {
        if value < f64::INFINITY {
            finite += weight;
        } else {
            never += weight;
        }
    }
    let weights = Weights { finite, never };
    Sorter::default().quantiles(numbers.iter().copied(), weights, places)
}

/// How much all numbers weigh together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Weights {
    /// Those that are not infinite.
    pub finite: f64,
    /// Those that are.
    pub never: f64,
}

/// How many boxes the numbers are put into before the few that matter are sorted.
const BOXES: usize = NOWHERE as usize;
/// The box of the numbers that are infinite.
const NOWHERE: u16 = 512;

/// Finds quantiles without sorting everything, and keeps its memory for the next time.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sorter {
    weights: Vec<f64>,
    /// The box of every number.
    boxed: Vec<u16>,
    asked: Vec<bool>,
    window: Vec<Weighted>,
}

impl Sorter {
    /// See [`quantiles`]; the weights are known, because many columns of numbers share theirs.
    pub(crate) fn quantiles<const N: usize>(
        &mut self,
        numbers: impl Iterator<Item = Weighted> + Clone,
        Weights { finite, never }: Weights,
        places: [f64; N],
    ) -> [Option<f64>; N] {
        let mut low = f64::INFINITY;
        let mut high = f64::NEG_INFINITY;
        for (value, _) in numbers.clone() {
            if value < f64::INFINITY {
                low = smaller(value, low);
                high = larger(value, high);
            }
        }
        if finite <= 0.0 {
            return [None; N];
        }
        let total = finite + never;
        if low == high {
            // A single value: flat on both sides, except towards infinity.
            let end = if never > 0.0 { finite / 2.0 } else { total };
            return places.map(|place| (place * total <= end).then_some(low));
        }
        let boxes = Boxes {
            low,
            scale: lossless(BOXES) / (high - low),
        };
        self.fill(numbers.clone(), &boxes);
        let windows = places.map(|place| self.window_about(place * total));
        self.collect(numbers, &windows);
        let mut found = [None; N];
        for ((found, place), (start, from, to)) in found.iter_mut().zip(places).zip(windows) {
            let box_of = |value: f64| usize::from(boxes.of(value));
            let first = self
                .window
                .partition_point(|(value, _)| box_of(*value) < from);
            let inside = self.window[first..]
                .iter()
                .take_while(|(value, _)| (from..=to).contains(&box_of(*value)));
            *found = between(inside, start, place * total, to + 1 >= BOXES, never);
        }
        found
    }

    fn fill(&mut self, numbers: impl Iterator<Item = Weighted>, boxes: &Boxes) {
        self.weights.clear();
        self.weights.resize(BOXES, 0.0);
        self.boxed.clear();
        self.boxed.extend(numbers.map(|(value, weight)| {
            if value < f64::INFINITY {
                let box_ = boxes.of(value);
                self.weights[usize::from(box_)] += weight;
                box_
            } else {
                NOWHERE
            }
        }));
    }

    /// The boxes that hold the values next to a place, and the weight before them: the box of the
    /// place and the filled ones on both sides.
    fn window_about(&self, place: f64) -> (f64, usize, usize) {
        let filled = |box_: &usize| self.weights[*box_] > 0.0;
        let mut before = 0.0;
        let mut at = 0;
        let mut up_to_at = 0.0;
        for box_ in (0..BOXES).filter(filled) {
            at = box_;
            before = up_to_at;
            up_to_at += self.weights[box_];
            if up_to_at >= place {
                break;
            }
        }
        let from = (0..at).rev().find(filled).unwrap_or(at);
        let to = (at + 1..BOXES).find(filled).unwrap_or(BOXES - 1);
        let start = if from < at {
            before - self.weights[from]
        } else {
            before
        };
        (start, from, to)
    }

    /// Collects and sorts the numbers in the boxes of all windows.
    fn collect(
        &mut self,
        numbers: impl Iterator<Item = Weighted>,
        windows: &[(f64, usize, usize)],
    ) {
        self.asked.clear();
        self.asked.resize(BOXES + 1, false);
        for (_, from, to) in windows {
            self.asked[*from..=*to].fill(true);
        }
        self.window.clear();
        for (number, box_) in numbers.zip(&self.boxed) {
            if self.asked[usize::from(*box_)] {
                self.window.push(number);
            }
        }
        self.window.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
    }
}

/// Equal boxes between the lowest and the highest value.
struct Boxes {
    low: f64,
    scale: f64,
}

impl Boxes {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the number of boxes"
    )]
    #[inline]
    fn of(&self, value: f64) -> u16 {
        (((value - self.low) * self.scale) as u16).min(NOWHERE - 1)
    }
}

fn lossless(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// The value at `place` among sorted values with `before` weight below them.
fn between<'a>(
    sorted: impl Iterator<Item = &'a Weighted>,
    before: f64,
    place: f64,
    last: bool,
    never: f64,
) -> Option<f64> {
    let mut before = before;
    let mut left: Option<Weighted> = None;
    let mut sorted = sorted.peekable();
    while let Some(&(value, mut weight)) = sorted.next() {
        while let Some((_, more)) = sorted.next_if(|next| next.0 == value) {
            weight += more;
        }
        let here = before + weight / 2.0;
        if here >= place {
            let Some((left, at)) = left else {
                return Some(value);
            };
            let share = if here > at {
                (place - at) / (here - at)
            } else {
                1.0
            };
            return Some(left + share * (value - left));
        }
        left = Some((value, here));
        before += weight;
    }
    // Beyond the last value that is not infinite: flat, or on the way to infinity.
    left.map(|(value, _)| value)
        .filter(|_| last && never <= 0.0)
}

/// Mean of weighted numbers; 0 without weight.
#[must_use]
pub fn mean(numbers: &[Weighted]) -> f64 {
    let (sum, weights) = numbers
        .iter()
        .fold((0.0, 0.0), |(sum, weights), (value, weight)| {
            (sum + value * weight, weights + weight)
        });
    if weights > 0.0 { sum / weights } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, word by word.
    fn slowly(numbers: &[Weighted], place: f64) -> Option<f64> {
        let mut sorted: Vec<Weighted> = Vec::new();
        let mut all = numbers.to_vec();
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        for (value, weight) in all {
            match sorted.last_mut() {
                Some(last) if last.0 == value => last.1 += weight,
                _ => sorted.push((value, weight)),
            }
        }
        let total: f64 = sorted.iter().map(|(_, weight)| weight).sum();
        let mut sum = 0.0;
        let points: Vec<Weighted> = sorted
            .iter()
            .map(|(value, weight)| {
                sum += weight;
                ((sum - weight / 2.0) / total, *value)
            })
            .collect();
        let after = points.iter().position(|(c, _)| *c >= place);
        let value = match after {
            Some(0) => points[0].1,
            None => points.last()?.1,
            Some(after) => {
                let ((c0, x0), (c1, x1)) = (points[after - 1], points[after]);
                if place == c1 {
                    x1
                } else {
                    x0 + (place - c0) / (c1 - c0) * (x1 - x0)
                }
            }
        };
        Some(value).filter(|value| value.is_finite())
    }

    /// [N12]
    #[test]
    fn few_numbers_follow_the_definition() {
        let even = [(3.0, 1.0), (1.0, 1.0), (2.0, 1.0)];
        assert_eq!(quantiles(&even, [0.5]), [Some(2.0)]);
        assert_eq!(quantiles(&even, [0.0, 1.0]), [Some(1.0), Some(3.0)]);
        assert_eq!(quantiles(&even, [1.0 / 3.0]), [Some(1.5)]);
        let merged = [(1.0, 1.0), (1.0, 1.0), (5.0, 2.0)];
        assert_eq!(quantiles(&merged, [0.5]), [Some(3.0)]);
        assert_eq!(quantiles(&[], [0.5]), [None]);
        assert_eq!(quantiles(&[(7.0, 0.1)], P5_P50_P95), [Some(7.0); 3]);
    }

    #[test]
    fn never_sorts_last_and_is_none() {
        let numbers = [(1.0, 1.0), (2.0, 1.0), (f64::INFINITY, 2.0)];
        assert_eq!(
            quantiles(&numbers, [0.125, 0.375, 0.4]),
            [Some(1.0), Some(2.0), None]
        );
        assert_eq!(quantiles(&[(f64::INFINITY, 1.0)], [0.5]), [None]);
        assert_eq!(
            quantiles(&[(4.0, 1.0), (f64::INFINITY, 1.0)], [0.1, 0.6]),
            [Some(4.0), None]
        );
    }

    #[test]
    fn many_numbers_follow_the_definition() {
        let mut state = crate::sampling::Mulberry32::new(7);
        for size in [1_usize, 2, 5, 100, 3000] {
            for shape in 0..4 {
                let numbers: Vec<Weighted> = (0..size)
                    .map(|_| {
                        let (u, weight) = (state.next_share(), state.next_share());
                        let value = match shape {
                            0 => u,
                            1 => crate::math::exp(9.0 * u),
                            2 => (u * 6.0).floor(),
                            _ if u > 0.9 => f64::INFINITY,
                            _ => 1e9 * u - 3e8,
                        };
                        (value, weight)
                    })
                    .collect();
                let places = [0.001, 0.05, 0.1, 0.5, 0.77, 0.95, 0.999];
                for (place, found) in places.iter().zip(quantiles(&numbers, places)) {
                    let expected = slowly(&numbers, *place);
                    match (found, expected) {
                        (Some(a), Some(b)) => {
                            assert!(
                                (a - b).abs() <= 1e-9 * b.abs().max(1.0),
                                "{a} {b} {place} {size} {shape}"
                            );
                        }
                        _ => assert_eq!(found, expected, "{place} {size} {shape}"),
                    }
                }
            }
        }
    }
}
