//! The strip beside an input that can change the answer: its range and the user's number in the hue of the best option,
//! and where another one is the best a tint and a tick in that one's.

use headroom_model::field::Shape;
use headroom_model::outcome::Outcome;
use headroom_model::statement::ChangeRow;
use headroom_model::strategy::Choice;

use super::mark::{Hue, Mark};
use super::scale::Linear;
use super::shape::{Frame, Point};

/// The air at both ends, which the ring needs.
const AIR: f64 = 7.0;
/// How far the strip reaches beyond what it has to show, as a share of that.
const BEYOND: f64 = 0.12;
/// The radius of the ring.
const RING: f64 = 4.5;

/// A strip, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct FlipStrip {
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
}

impl FlipStrip {
    /// Its width.
    pub const WIDTH: f64 = 280.0;
    /// Its height.
    pub const HEIGHT: f64 = 20.0;

    /// The strip of an input, on the scale of its range: even, by ratios, or that of shares.
    #[must_use]
    pub fn of(outcome: &Outcome, row: &ChangeRow) -> Self {
        let key = row.points.key;
        let yours = outcome.scenario[key];
        let range = outcome.scenario.range(key);
        let shape = range.map_or(Shape::Lognormal, |range| range.shape);
        let place = |value: f64| shape.to_scale(value);
        let switches = row.points.switches.iter().map(|switch| switch.value);
        let away = |value: &f64| (place(*value) - place(yours)).abs();
        let mut nearest: Vec<f64> = switches.collect();
        nearest.sort_by(|a, b| away(a).total_cmp(&away(b)));
        let ends = range.map(|range| [range.low, range.high]);
        // Without a range all points are in view.
        let points = nearest.into_iter().take(range.map_or(usize::MAX, |_| 1));
        let shown = ends.into_iter().flatten().chain(points).chain([yours]);
        let Some(scale) = scale(shown.map(place), row.points.interval.map(place)) else {
            return Self { marks: Vec::new() };
        };
        let at = |value: f64| {
            let x = scale.position_inside(place(value));
            (!x.is_nan()).then_some(x)
        };

        let middle = Self::HEIGHT / 2.0;
        let (left, right) = scale.range();
        let mut marks = vec![Mark::line(
            Point::new(left, middle),
            Point::new(right, middle),
            "grid",
        )];
        let mut ticks = Vec::new();
        for zone in &row.zones {
            let from = zone.from.map_or(Some(left), at);
            let to = zone.to.map_or(Some(right), at);
            let (Some(from), Some(to)) = (from, to) else {
                continue;
            };
            let rival = Hue::of_choice(zone.best);
            if to > from {
                marks.push(Mark::Area {
                    frame: Frame::new(from, middle - 7.0, to, middle + 7.0),
                    class: rival.map_or("b-quiet", Hue::tint),
                });
            }
            let edges = [zone.from, zone.to].into_iter().flatten().filter_map(at);
            for x in edges.filter(|x| *x > left && *x < right) {
                let (top, bottom) = (Point::new(x, middle - 9.0), Point::new(x, middle + 9.0));
                ticks.push(Mark::line(
                    top,
                    bottom,
                    rival.map_or("k-tick k-quiet", Hue::tick),
                ));
            }
        }
        let own = Self::best(outcome);
        let bar = ends.and_then(|[low, high]| Some((at(low)?, at(high)?)));
        if let Some((from, to)) = bar.filter(|(from, to)| to > from) {
            marks.push(Mark::Area {
                frame: Frame::new(from, middle - 4.0, to, middle + 4.0),
                class: own.map_or("f-quiet", Hue::fill),
            });
        }
        marks.extend(ticks);
        marks.extend(at(yours).map(|x| Mark::Ring {
            at: Point::new(x, middle),
            radius: RING,
            class: own.map_or("ring", Hue::ring),
        }));
        Self { marks }
    }

    fn best(outcome: &Outcome) -> Option<Hue> {
        let best: Choice = outcome.verdict.best;
        Hue::of_choice(best)
    }
}

/// The scale that holds what has to be shown and a little more, within what was searched.
fn scale(shown: impl Iterator<Item = f64>, searched: [f64; 2]) -> Option<Linear> {
    let finite = shown.filter(|place| place.is_finite());
    let (low, high) = finite
        .map(|place| (place, place))
        .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
    let more = if high > low {
        BEYOND * (high - low)
    } else {
        1.0
    };
    let [least, most] = searched;
    let start = (low - more).max(if least.is_finite() {
        least.min(low)
    } else {
        low - more
    });
    let end = (high + more).min(if most.is_finite() {
        most.max(high)
    } else {
        high + more
    });
    Some(Linear::new((start, end), (AIR, FlipStrip::WIDTH - AIR)))
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/flip_strip.rs"]
mod tests;
