//! Words inside a panel go where nothing is in their way.

use crate::charts::labels::first_free;
use crate::charts::mark::{Mark, Words};
use crate::charts::shape::{Frame, Point};
use crate::charts::text::Anchor;

/// The distance between lines of words inside a panel.
pub const LINE: f64 = 15.0;

/// A place for words: the x at which they stand, which part of them stands there, and the first baseline.
pub type Place = (f64, Anchor, f64);

/// The space inside a panel that is taken.
#[derive(Clone, Debug, Default)]
pub struct Taken {
    lines: Vec<Frame>,
    words: Vec<Frame>,
}

impl Taken {
    /// By a line through `points`, with so much air.
    pub fn line(&mut self, points: &[Point], air: f64) {
        self.lines.extend(points.windows(2).map(|pair| {
            let (from, to) = (pair[0], pair[1]);
            let (left, right) = (from.x.min(to.x) - air, from.x.max(to.x) + air);
            let (top, bottom) = (from.y.min(to.y) - air, from.y.max(to.y) + air);
            Frame::new(left, top, right, bottom)
        }));
    }

    /// By words that stand already, such as labels that reach into the panel.
    pub fn marks(&mut self, marks: &[Mark]) {
        self.words
            .extend(marks.iter().filter_map(|mark| match mark {
                Mark::Words(words) => Some(words.around()),
                _ => None,
            }));
    }

    /// Sets a line of words into the first of several places inside `room` where it covers neither words nor lines.
    pub fn set_free(&mut self, line: &Words, places: &[Place], room: &Frame) -> Option<Words> {
        let stands = |place: &Place| {
            let words = standing(std::slice::from_ref(line), place).pop()?;
            let frame = words.frame();
            let is_inside = frame.left >= room.left
                && frame.right <= room.right
                && frame.top >= room.top
                && frame.bottom <= room.bottom;
            let mut taken = self.words.iter().chain(&self.lines);
            (is_inside && !taken.any(|other| other.overlaps(&frame))).then_some(words)
        };
        let words = places.iter().find_map(stands)?;
        self.words.push(words.around());
        Some(words)
    }

    /// Sets words, one line below the other, into the first of several places that is free; where none is, into the
    /// one in which they cover the least of the lines. They never cover other words, nor leave `room`: words that
    /// find no such place are left out, as the description and the table have them too.
    pub fn set(&mut self, lines: &[Words], places: &[Place], room: &Frame) -> Vec<Words> {
        let free = |place: &Place| {
            let words = standing(lines, place);
            let frame = words.iter().map(Words::frame).reduce(around_both)?;
            let is_inside = frame.left >= room.left
                && frame.right <= room.right
                && frame.top >= room.top
                && frame.bottom <= room.bottom;
            let is_free = !self.words.iter().any(|other| other.overlaps(&frame));
            (is_inside && is_free).then_some((words, frame))
        };
        let (blocks, frames): (Vec<Vec<Words>>, Vec<Frame>) =
            places.iter().filter_map(free).unzip();
        let best = first_free(&frames, &self.lines).and_then(|index| blocks.get(index));
        let words = best.cloned().unwrap_or_default();
        self.words.extend(words.iter().map(Words::around));
        words
    }
}

fn standing(lines: &[Words], place: &Place) -> Vec<Words> {
    let (x, anchor, y) = *place;
    let line = |(index, line): (usize, &Words)| Words {
        at: Point::new(x, y + LINE * index as f64),
        anchor,
        ..line.clone()
    };
    lines.iter().enumerate().map(line).collect()
}

fn around_both(a: Frame, b: Frame) -> Frame {
    Frame {
        left: a.left.min(b.left),
        top: a.top.min(b.top),
        right: a.right.max(b.right),
        bottom: a.bottom.max(b.bottom),
    }
}
