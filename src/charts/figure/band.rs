//! The range of the leader over the futures: a pale area, an edge on each side, and words at both.

use headroom_model::futures::{Band, StrategyBands};
use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;

use super::clear::{Place, Taken};
use crate::charts::mark::{Hue, Mark, Tone, Words};
use crate::charts::path::{BandPoint, band, clip_line};
use crate::charts::scale::Linear;
use crate::charts::shape::{Frame, Point};
use crate::charts::text::{Anchor, SMALL, Weight};

/// How far beyond the lines an axis follows the range, as a share of their span: the lines are what is read.
const GROWS: f64 = 0.25;

/// The ranges of the leader; `None` without futures, or if it is too close to call.
#[must_use]
pub fn leader_bands(outcome: &Outcome) -> Option<(Strategy, &StrategyBands)> {
    let futures = outcome.futures.as_ref()?;
    let leader = outcome.verdict.leader()?;
    Some((leader, &futures.fixed.bands.strategies[leader as usize]))
}

/// The ends of an axis for lines between `low` and `high`, moved a little to hold more of a range.
#[must_use]
pub fn grown((low, high): (f64, f64), band: &Band) -> (f64, f64) {
    let finite = |values: &[f64], start: f64, pick: fn(f64, f64) -> f64| {
        let values = values.iter().copied().filter(|value| value.is_finite());
        values.fold(start, pick)
    };
    let more = GROWS * (high - low);
    (
        finite(&band.p5, low, f64::min).max(low - more),
        finite(&band.p95, high, f64::max).min(high + more),
    )
}

/// A month with the low and the high end of a range there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RangeAt {
    /// Months from the start of the project.
    pub month: f64,
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// The months of a band from a point on that all futures share.
#[must_use]
pub fn months_of(band: &Band, start: RangeAt) -> Vec<RangeAt> {
    let ends = band.p5.iter().zip(&band.p95).zip(1_u32..);
    let months = ends.map(|((low, high), month)| RangeAt {
        month: f64::from(month),
        low: *low,
        high: *high,
    });
    let later = months.filter(|at| at.month > start.month);
    let all = std::iter::once(start).chain(later);
    all.filter(|at| at.low.is_finite() && at.high.is_finite())
        .collect()
}

/// A band in its panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DrawnBand {
    /// The area and its edges, clipped to the panel.
    pub marks: Vec<Mark>,
    /// The edges in full: high, low.
    edges: [Vec<Point>; 2],
}

impl DrawnBand {
    /// The band through `ranges` inside `frame`.
    #[must_use]
    pub fn of(
        hue: Hue,
        ranges: &[RangeAt],
        frame: &Frame,
        months: &Linear,
        values: &Linear,
    ) -> Self {
        let point = |at: &RangeAt| BandPoint {
            x: months.position(at.month),
            upper: values.position(at.high),
            lower: values.position(at.low),
        };
        let points: Vec<BandPoint> = ranges.iter().map(point).collect();
        let drawn = band(&points, frame.top, frame.bottom);
        let paths = [
            (drawn.fill, hue.band()),
            (drawn.upper, hue.edge()),
            (drawn.lower, hue.edge()),
        ];
        let paths = paths.into_iter().filter(|(d, _)| !d.is_empty());
        Self {
            marks: paths.map(|(d, class)| Mark::Path { d, class }).collect(),
            edges: [
                points.iter().map(|at| Point::new(at.x, at.upper)).collect(),
                points.iter().map(|at| Point::new(at.x, at.lower)).collect(),
            ],
        }
    }

    /// Marks the edges as taken, so that words keep clear of them.
    pub fn take(&self, frame: &Frame, taken: &mut Taken) {
        for edge in &self.edges {
            for piece in clip_line(edge, frame.top, frame.bottom) {
                taken.line(&piece, 1.0);
            }
        }
    }

    /// The words at the two edges, where they cover nothing: `wordings` of the high and the low edge, longest first.
    #[must_use]
    pub fn words(
        &self,
        hue: Hue,
        wordings: [[String; 2]; 2],
        frame: &Frame,
        taken: &mut Taken,
    ) -> Vec<Mark> {
        let room = frame.width() - 12.0;
        let mut marks = Vec::new();
        for ((edge, wordings), is_high) in self.edges.iter().zip(wordings).zip([true, false]) {
            let words = |wording: String| {
                let at = Point::default();
                Words::new(at, SMALL, Tone::Hue(hue), Weight::Regular, wording).with_halo()
            };
            let fitting = wordings
                .into_iter()
                .map(words)
                .filter(|words| words.width() <= room);
            let wanted: Vec<(Words, Vec<Place>)> = fitting
                .map(|words| {
                    let places = places(edge, is_high, words.width(), frame);
                    (words, places)
                })
                .collect();
            let mut free =
                |(words, places): &(Words, Vec<Place>)| taken.set_free(words, places, frame);
            let placed = wanted.iter().find_map(&mut free);
            // Over lines where nothing is free; the halo keeps them readable.
            let placed = placed.or_else(|| {
                let (words, _) = wanted.last()?;
                let places = places_at_end(edge, is_high, frame);
                // Near the edge over lines rather than far from it over none.
                let (near, far) = places.split_at(NEAR.min(places.len()));
                let words = std::slice::from_ref(words);
                let mut set = |places| taken.set(words, places, frame).pop();
                set(near).or_else(|| set(far))
            });
            marks.extend(placed.map(Mark::Words));
        }
        marks
    }
}

/// The distance of words above and below an edge, to their baseline.
const ABOVE: f64 = -5.0;
const BELOW: f64 = 14.0;
/// How many places at the end of an edge are near it.
const NEAR: usize = 3;
/// Words belong to an edge as long as it does not rise or fall by more than this over their width.
const LEVEL: f64 = 24.0;

/// Places inside the band along an edge for words of a width, from the right. They name its end, so they end in the
/// last third of the axis.
fn places(edge: &[Point], is_high: bool, width: f64, frame: &Frame) -> Vec<Place> {
    let last_third = frame.right - frame.width() / 3.0;
    let xs = (0..40).map(|step| frame.right - 6.0 - 12.0 * f64::from(step));
    let xs: Vec<f64> = xs
        .take_while(|x| *x >= last_third && x - width >= frame.left)
        .collect();
    let side = |aside: f64| {
        xs.iter().filter_map(move |x| {
            // Clear of the edge over the whole width of the words.
            let near = edge
                .iter()
                .filter(|point| (x - width - 8.0..=x + 8.0).contains(&point.x));
            let heights = near.map(|point| point.y.clamp(frame.top, frame.bottom));
            let ends = heights.map(|y| (y, y));
            let (top, bottom) = ends.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
            let y = if is_high {
                bottom + BELOW + aside
            } else {
                top + ABOVE - aside
            };
            (bottom - top <= LEVEL).then_some((*x, Anchor::End, y))
        })
    };
    [0.0, 8.0, 16.0].into_iter().flat_map(side).collect()
}

/// Places at the right end of an edge, where words may lie over lines.
fn places_at_end(edge: &[Point], is_high: bool, frame: &Frame) -> Vec<Place> {
    let Some(end) = edge.last() else {
        return Vec::new();
    };
    let y = end.y.clamp(frame.top, frame.bottom);
    let (inward, outward) = if is_high {
        (y + BELOW, y + ABOVE)
    } else {
        (y + ABOVE, y + BELOW)
    };
    let step = if is_high { 8.0 } else { -8.0 };
    let heights = (0..12).map(|count| inward + step * f64::from(count));
    let heights = heights.chain([outward]);
    let place = |y| (frame.right - 6.0, Anchor::End, y);
    heights.map(place).collect()
}
