//! Horizontal bars, one or several in a row: where the money goes, and the bridge between two plans.

use super::labels::{Placed, right_of};
use super::scale::Linear;
use super::shape::{Frame, Point, Segment};
use super::ticks::Ticks;

/// From this container width on labels stand left of the bars; below it, above them.
pub const BESIDE_FROM: f64 = 520.0;
/// The height of a bar.
const BAR: f64 = 12.0;
/// No bar is drawn thinner: a small amount is still there.
const THINNEST: f64 = 2.0;
/// The height taken by the axis above the first row.
const AXIS: f64 = 26.0;
/// Air between a bar and its value.
const GAP: f64 = 6.0;

/// The end points of bars that start where the one before ends: the steps of a bridge, or the parts of a whole.
#[must_use]
pub fn running(amounts: &[f64]) -> Vec<(f64, f64)> {
    let mut reached = 0.0;
    amounts
        .iter()
        .map(|amount| {
            let from = reached;
            reached += amount;
            (from, reached)
        })
        .collect()
}

/// A row as it is wanted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BarRow {
    /// The bars, each from one value to another.
    pub spans: Vec<(f64, f64)>,
    /// The width of the value written at the end.
    pub value_width: f64,
}

/// The rows of a bridge: one bar for each amount, then one from 0 to their sum, which is what they explain.
/// `value_widths` are those of the values written at the bars, the sum's last.
#[must_use]
pub fn bridge_rows(amounts: &[f64], value_widths: &[f64]) -> Vec<BarRow> {
    let steps = running(amounts);
    let sum = steps.last().map_or(0.0, |step| step.1);
    let widths = value_widths.iter().copied().chain(std::iter::repeat(0.0));
    let spans = steps.into_iter().chain([(0.0, sum)]);
    spans
        .zip(widths)
        .map(|(span, value_width)| BarRow {
            spans: vec![span],
            value_width,
        })
        .collect()
}

/// A row in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedRow {
    /// Where its label begins, on the baseline.
    pub label: Point,
    /// Its bars, in the given order.
    pub bars: Vec<Frame>,
    /// Where its value goes: right of the bars if there is room.
    pub value: Placed,
    /// The baseline of the value.
    pub value_baseline: f64,
    /// The hairline that joins the end of the last bar to the next row.
    pub connector: Option<Segment>,
}

/// A drawing of bars, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct BarLayout {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
    /// Whether labels stand beside the bars.
    pub beside: bool,
    /// The area of the bars; grid lines run over its height.
    pub frame: Frame,
    /// The ticks of the value axis.
    pub ticks: Ticks,
    /// Where a value is drawn.
    pub scale: Linear,
    /// The baseline of the tick labels, above the bars.
    pub tick_baseline: f64,
    /// The rows.
    pub rows: Vec<PlacedRow>,
}

/// Lays rows of bars out in a container of `width` pixels. `label_width` is the width of the widest label. With
/// `joined`, hairlines join each row to the next, as in a bridge (not to the last row, the sum, which starts anew
/// at zero and ends where the row before it does).
#[must_use]
pub fn bars(width: f64, rows: &[BarRow], label_width: f64, joined: bool) -> BarLayout {
    let width = if width.is_finite() {
        width.clamp(200.0, 1500.0)
    } else {
        200.0
    };
    let beside = width >= BESIDE_FROM;
    let widest_value = rows
        .iter()
        .map(|row| row.value_width)
        .fold(0.0, f64::max)
        .min(0.3 * width);
    let left = if beside {
        (label_width + 16.0).max(80.0).min(0.45 * width)
    } else {
        8.0
    };
    // Room for a value right of the longest bar.
    let right = width - widest_value - GAP - 2.0;
    let (pitch, to_bar, to_label) = if beside {
        (25.0, 6.5, 17.0)
    } else {
        (40.0, 23.0, 13.0)
    };

    let ends = rows
        .iter()
        .flat_map(|row| &row.spans)
        .flat_map(|span| [span.0, span.1]);
    let (low, high) = ends
        .filter(|end| end.is_finite())
        .fold((0.0_f64, 0.0_f64), |(low, high), end| {
            (low.min(end), high.max(end))
        });
    let ticks = Ticks::snug(low, high);
    let scale = Linear::new((ticks.low, ticks.high), (left, right));

    let top = |index: usize| AXIS + pitch * index as f64;
    let bottom = top(rows.len());
    let placed = rows.iter().enumerate().map(|(index, row)| {
        let bar_top = top(index) + to_bar;
        let bar = |span: &(f64, f64)| {
            let (from, to) = (at(&scale, span.0), at(&scale, span.1));
            let wide = (to - from).abs().max(THINNEST);
            // A bar that is made thicker grows in its own direction, so that its start stays joined.
            let to = if to < from { from - wide } else { from + wide };
            Frame::new(from, bar_top, to, bar_top + BAR)
        };
        let bars: Vec<Frame> = row.spans.iter().map(bar).collect();
        let zero = at(&scale, 0.0);
        let covered = bars
            .iter()
            .map(|bar| (bar.left, bar.right))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
        let connector = row
            .spans
            .last()
            .filter(|_| joined && index + 2 < rows.len())
            .map(|span| {
                let x = at(&scale, span.1);
                Segment {
                    from: Point::new(x, bar_top + BAR),
                    to: Point::new(x, bar_top + pitch),
                }
            });
        PlacedRow {
            label: Point::new(if beside { 0.0 } else { left }, top(index) + to_label),
            value: right_of(
                covered.unwrap_or((zero, zero)),
                GAP,
                row.value_width,
                (left, width),
            ),
            bars,
            value_baseline: bar_top + BAR - 1.5,
            connector,
        }
    });
    BarLayout {
        rows: placed.collect(),
        width,
        height: bottom + 6.0,
        beside,
        frame: Frame::new(left, AXIS - 6.0, right, bottom),
        ticks,
        scale,
        tick_baseline: 13.0,
    }
}

/// A position; a value that is not a number is drawn at zero.
fn at(scale: &Linear, value: f64) -> f64 {
    scale.position_inside(if value.is_nan() { 0.0 } else { value })
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/bars.rs"]
mod tests;
