//! Lines, steps and areas as the `d` of an SVG path, and their clipping to a panel.
//!
//! Coordinates are rounded to a tenth of a pixel. A point that is not finite breaks a line, so that a path
//! never contains anything but numbers.

use super::scale::{FAR, Linear};
use super::shape::Point;

/// The points of a series of (month, value) pairs.
#[must_use]
pub fn project(series: &[(f64, f64)], x: &Linear, y: &Linear) -> Vec<Point> {
    series
        .iter()
        .map(|(month, value)| Point::new(x.position(*month), y.position(*value)))
        .collect()
}

/// A line through the points.
#[must_use]
pub fn line(points: &[Point]) -> String {
    let mut path = Pen::default();
    for piece in pieces(points) {
        path.line(piece);
    }
    path.d
}

/// Several lines in one path, such as the pieces that [`clip_line`] leaves.
#[must_use]
pub fn lines(pieces: &[Vec<Point>]) -> String {
    let mut path = Pen::default();
    for piece in pieces {
        path.line(piece);
    }
    path.d
}

/// A line that keeps its height until the next point and then steps to it: room that grows all at once.
#[must_use]
pub fn steps(points: &[Point]) -> String {
    let mut path = Pen::default();
    for piece in pieces(points) {
        let mut height = None;
        for point in piece {
            match height {
                None => path.move_to(*point),
                Some(y) => {
                    path.line_to(Point::new(point.x, y));
                    path.line_to(*point);
                }
            }
            height = Some(point.y);
        }
    }
    path.d
}

/// A closed area through the points.
#[must_use]
pub fn area(points: &[Point]) -> String {
    let mut path = Pen::default();
    let finite: Vec<Point> = points
        .iter()
        .copied()
        .filter(|point| point.is_finite())
        .collect();
    if finite.len() > 2 {
        path.line(&finite);
        path.d.push('Z');
    }
    path.d
}

/// A range over time: one line's low and high edge at each x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BandPoint {
    /// The position in time.
    pub x: f64,
    /// The position of the high value, which is further up.
    pub upper: f64,
    /// The position of the low value.
    pub lower: f64,
}

/// A band ready to be drawn inside its panel.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// The `d` of the filled area.
    pub fill: String,
    /// The `d` of the upper edge, where it is inside.
    pub upper: String,
    /// The `d` of the lower edge, where it is inside.
    pub lower: String,
    /// Whether the upper edge ends outside the panel: then its end value is printed with an arrow.
    pub upper_ends_outside: bool,
    /// Whether the lower edge ends outside the panel.
    pub lower_ends_outside: bool,
}

/// The band between two edges, clipped to the heights `top` to `bottom`.
#[must_use]
pub fn band(points: &[BandPoint], top: f64, bottom: f64) -> Band {
    let upper: Vec<Point> = points
        .iter()
        .map(|point| Point::new(point.x, point.upper))
        .collect();
    let lower: Vec<Point> = points
        .iter()
        .map(|point| Point::new(point.x, point.lower))
        .collect();
    let outline: Vec<Point> = upper.iter().chain(lower.iter().rev()).copied().collect();
    let ends_outside =
        |edge: &[Point]| edge.last().is_some_and(|end| end.y < top || end.y > bottom);
    Band {
        fill: area(&clip_area(&outline, top, bottom)),
        upper: lines(&clip_line(&upper, top, bottom)),
        lower: lines(&clip_line(&lower, top, bottom)),
        upper_ends_outside: ends_outside(&upper),
        lower_ends_outside: ends_outside(&lower),
    }
}

/// The pieces of a line that lie between the heights `top` and `bottom`.
#[must_use]
pub fn clip_line(points: &[Point], top: f64, bottom: f64) -> Vec<Vec<Point>> {
    let mut clipped: Vec<Vec<Point>> = Vec::new();
    for piece in pieces(points) {
        let mut current: Vec<Point> = Vec::new();
        for pair in piece.windows(2) {
            let Some((from, to)) = clip_segment(pair[0], pair[1], top, bottom) else {
                clipped.extend(finished(&mut current));
                continue;
            };
            if current.last() != Some(&from) {
                clipped.extend(finished(&mut current));
                current.push(from);
            }
            current.push(to);
        }
        clipped.extend(finished(&mut current));
    }
    clipped
}

fn finished(piece: &mut Vec<Point>) -> Option<Vec<Point>> {
    let piece = std::mem::take(piece);
    (!piece.is_empty()).then_some(piece)
}

fn clip_segment(from: Point, to: Point, top: f64, bottom: f64) -> Option<(Point, Point)> {
    let outside = |a: f64, b: f64| (a < top && b < top) || (a > bottom && b > bottom);
    if outside(from.y, to.y) {
        return None;
    }
    // An end that is inside is kept as it is, so that neighbouring pieces meet exactly.
    let inside = |end: Point| {
        if end.y < top {
            crossing(from, to, top)
        } else if end.y > bottom {
            crossing(from, to, bottom)
        } else {
            end
        }
    };
    Some((inside(from), inside(to)))
}

/// The part of a polygon between the heights `top` and `bottom` (Sutherland and Hodgman: one edge at a time).
#[must_use]
pub fn clip_area(polygon: &[Point], top: f64, bottom: f64) -> Vec<Point> {
    let finite: Vec<Point> = polygon
        .iter()
        .copied()
        .filter(|point| point.is_finite())
        .collect();
    let below_top = clip_half(&finite, top, |y| y >= top);
    clip_half(&below_top, bottom, |y| y <= bottom)
}

fn clip_half(polygon: &[Point], edge: f64, inside: impl Fn(f64) -> bool) -> Vec<Point> {
    let mut kept = Vec::with_capacity(polygon.len() + 2);
    let previous = polygon.iter().cycle().skip(polygon.len().saturating_sub(1));
    for (from, to) in previous.zip(polygon) {
        if inside(from.y) != inside(to.y) {
            kept.push(crossing(*from, *to, edge));
        }
        if inside(to.y) {
            kept.push(*to);
        }
    }
    kept
}

/// Where a segment that is known to cross the height `y` crosses it.
fn crossing(from: Point, to: Point, y: f64) -> Point {
    let share = (y - from.y) / (to.y - from.y);
    let share = if share.is_finite() {
        share.clamp(0.0, 1.0)
    } else {
        0.0
    };
    Point::new(from.x + (to.x - from.x) * share, y)
}

/// The height of a line at `x`, between two of its points; `None` beside the line.
#[must_use]
pub fn height_at(points: &[Point], x: f64) -> Option<f64> {
    points
        .windows(2)
        .find(|pair| pair[0].x <= x && x <= pair[1].x)
        .map(|pair| {
            let length = pair[1].x - pair[0].x;
            if length > 0.0 {
                pair[0].y + (pair[1].y - pair[0].y) * (x - pair[0].x) / length
            } else {
                pair[0].y
            }
        })
}

/// The runs of finite points.
fn pieces(points: &[Point]) -> impl Iterator<Item = &[Point]> {
    points
        .split(|point| !point.is_finite())
        .filter(|piece| !piece.is_empty())
}

/// A coordinate as it is written: tenths of a pixel.
fn tenths(value: f64) -> i64 {
    // Far inside i64, because of the clamp; `as` makes 0 of NaN.
    (value.clamp(-10.0 * FAR, 10.0 * FAR) * 10.0).round() as i64
}

/// Writes a path, leaving out points that rounding makes equal to the one before.
#[derive(Default)]
struct Pen {
    d: String,
    at: Option<(i64, i64)>,
}

impl Pen {
    fn line(&mut self, points: &[Point]) {
        for (index, point) in points.iter().enumerate() {
            if index == 0 {
                self.move_to(*point);
            } else {
                self.line_to(*point);
            }
        }
    }

    fn move_to(&mut self, point: Point) {
        self.write('M', (tenths(point.x), tenths(point.y)));
    }

    fn line_to(&mut self, point: Point) {
        let (x, y) = (tenths(point.x), tenths(point.y));
        match self.at {
            Some(at) if at == (x, y) => {}
            _ => self.write('L', (x, y)),
        }
    }

    fn write(&mut self, command: char, at: (i64, i64)) {
        self.d.push(command);
        self.number(at.0);
        self.d.push(' ');
        self.number(at.1);
        self.at = Some(at);
    }

    fn number(&mut self, tenths: i64) {
        if tenths < 0 {
            self.d.push('-');
        }
        self.d.push_str(&(tenths / 10).unsigned_abs().to_string());
        if tenths % 10 != 0 {
            self.d.push('.');
            self.d.push_str(&(tenths % 10).unsigned_abs().to_string());
        }
    }
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/path.rs"]
mod tests;
