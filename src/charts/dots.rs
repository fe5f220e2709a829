//! Ten dots beside the confidence, some of them filled.

use super::mark::{Hue, Mark};
use super::shape::Point;

/// How many dots there are.
pub const DOTS: u8 = 10;
/// The distance between the middles of two.
const PITCH: f64 = 13.0;
/// The radius of a dot.
const RADIUS: f64 = 4.5;
/// The width of all of them.
pub const WIDTH: f64 = PITCH * DOTS as f64;
/// Their height.
pub const HEIGHT: f64 = PITCH;

/// Ten dots, the first `filled` of them in a hue; grey where there is none.
#[must_use]
pub fn dots(filled: u8, hue: Option<Hue>) -> Vec<Mark> {
    let dot = |index: u8| Mark::Ring {
        at: Point::new(PITCH * (f64::from(index) + 0.5), HEIGHT / 2.0),
        radius: RADIUS,
        class: match hue {
            _ if index >= filled => "dot",
            Some(hue) => hue.fill(),
            None => "f-quiet",
        },
    };
    (0..DOTS).map(dot).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_dots_are_filled_as_asked_for() {
        for filled in [0, 6, 10, 255] {
            let marks = dots(filled, Some(Hue::Scalable));
            let is_filled = |mark: &&Mark| matches!(mark, Mark::Ring { class: "f-msp", .. });
            assert_eq!(marks.len(), 10);
            assert_eq!(
                marks.iter().filter(is_filled).count(),
                usize::from(filled.min(10))
            );
            for mark in &marks {
                let Mark::Ring { at, radius, .. } = mark else {
                    unreachable!("only dots")
                };
                assert!(at.x - radius >= 0.0 && at.x + radius <= WIDTH);
                assert!(at.y - radius >= 0.0 && at.y + radius <= HEIGHT);
            }
        }
    }
}
