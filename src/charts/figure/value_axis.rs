//! The y axis of a panel.

use super::Scene;
use crate::charts::mark::{Mark, Tone, Words};
use crate::charts::scale::Linear;
use crate::charts::shape::{Frame, Point};
use crate::charts::text::{self, Anchor, SMALL, Weight};
use crate::charts::ticks::Ticks;

/// The ticks of a y axis and what is written at them.
pub struct ValueAxis {
    ticks: Ticks,
    labels: Vec<String>,
}

impl ValueAxis {
    /// An axis whose ticks are written by `label`, which also gets the largest of them without its sign.
    pub fn new(ticks: Ticks, label: impl Fn(f64, f64) -> String) -> Self {
        let sizes = ticks.values.iter().map(|tick| tick.abs());
        let largest = sizes.fold(0.0, f64::max);
        let labels = ticks
            .values
            .iter()
            .map(|tick| label(*tick, largest))
            .collect();
        Self { ticks, labels }
    }

    /// The width of its widest label.
    pub fn widest(&self) -> f64 {
        let widths = self
            .labels
            .iter()
            .map(|label| text::width(label, SMALL, Weight::Regular));
        widths.fold(0.0, f64::max)
    }

    /// Whether it ends below a value.
    pub fn is_below(&self, value: f64) -> bool {
        self.ticks.high < value
    }

    /// Whether it begins above a value.
    pub fn is_above(&self, value: f64) -> bool {
        value < self.ticks.low
    }

    /// Where values are in a panel.
    pub fn scale(&self, frame: &Frame) -> Linear {
        Linear::new((self.ticks.low, self.ticks.high), (frame.bottom, frame.top))
    }

    /// Its grid lines with their labels; zero is in ink.
    pub fn grid(&self, scene: &Scene, frame: &Frame) -> Vec<Mark> {
        let scale = self.scale(frame);
        let mut marks = Vec::new();
        for (value, label) in self.ticks.values.iter().zip(&self.labels) {
            let y = scale.position(*value);
            let class = if *value == 0.0 { "zero" } else { "grid" };
            let (left, right) = (Point::new(frame.left, y), Point::new(frame.right, y));
            marks.push(Mark::line(left, right, class));
            let at = Point::new(scene.layout.tick_x, text::baseline(y, SMALL));
            let label = Words::new(at, SMALL, Tone::Quiet, Weight::Regular, label);
            // A label that is too wide reaches over the panel, so that nothing is cut off.
            let label = if label.width() <= at.x {
                label.anchored(Anchor::End)
            } else {
                let at = Point::new(0.0, at.y);
                Words { at, ..label }.with_halo()
            };
            marks.push(Mark::Words(label));
        }
        marks
    }
}
