//! What must hold for everything that is drawn.

use crate::charts::mark::{Mark, Words};

/// The words among marks.
pub fn words(marks: &[Mark]) -> Vec<&Words> {
    let words = marks.iter().filter_map(|mark| match mark {
        Mark::Words(words) => Some(words),
        _ => None,
    });
    words.collect()
}

/// Stops unless every coordinate is a number and everything lies inside the drawing.
#[track_caller]
pub fn check_inside(marks: &[Mark], width: f64, height: f64) {
    // Half a pixel for rounding, and as much for a line's own width.
    const AIR: f64 = 1.0;
    let inside =
        |x: f64, y: f64| (-AIR..=width + AIR).contains(&x) && (-AIR..=height + AIR).contains(&y);
    for mark in marks {
        let is_inside = match mark {
            Mark::Area { frame, .. } => {
                inside(frame.left, frame.top) && inside(frame.right, frame.bottom)
            }
            Mark::Line { segment, .. } => {
                inside(segment.from.x, segment.from.y) && inside(segment.to.x, segment.to.y)
            }
            Mark::Path { d, .. } => {
                let numbers = d
                    .split(['M', 'L', 'Z', ' '])
                    .filter(|part| !part.is_empty());
                let numbers: Vec<f64> = numbers.map(|part| part.parse().expect(d)).collect();
                numbers.chunks(2).all(|at| inside(at[0], at[1]))
            }
            Mark::Ring { at, radius, .. } => {
                inside(at.x - radius, at.y - radius) && inside(at.x + radius, at.y + radius)
            }
            Mark::Words(words) => {
                let frame = words.frame();
                assert!(!words.text().trim().is_empty(), "words that say nothing");
                inside(frame.left, frame.top) && inside(frame.right, frame.bottom)
            }
        };
        assert!(is_inside, "outside {width} x {height}: {mark:?}");
    }
}

/// Stops if two lines of words lie over each other.
#[track_caller]
pub fn check_apart(marks: &[Mark]) {
    let words = words(marks);
    for (index, one) in words.iter().enumerate() {
        for other in words.iter().skip(index + 1) {
            let shared = one.frame().intersection(&other.frame());
            let touching =
                shared.is_none_or(|shared| shared.width() < 1.0 || shared.height() < 1.0);
            assert!(touching, "“{}” lies over “{}”", one.text(), other.text());
        }
    }
}
