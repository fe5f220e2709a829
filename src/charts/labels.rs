//! Where words go: labels at the ends of lines, moved apart as little as possible, and labels beside a mark.

use super::shape::{Frame, Point, Segment};
use super::text::Anchor;

/// The least distance between the middles of two labels of one line.
pub const GAP: f64 = 15.0;

/// A label that wants to stand at the end of its line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct EndLabel {
    /// The height at which the line ends.
    pub at: f64,
    /// The height that the label takes: [`GAP`] for one line of text, more for two.
    pub height: f64,
}

/// Where labels ended up.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decluttered {
    /// The middle of each label, in the order in which they were given.
    pub middles: Vec<f64>,
    /// Whether there was room for all of them. If not, they overlap evenly, and shorter labels are called for.
    pub fits: bool,
}

/// Moves labels apart so that none overlaps another or leaves the heights `top` to `bottom`.
///
/// They keep the order of their lines (and the given order where lines end together), and the sum of the squared
/// shifts is the least possible: with each label measured from the pile below it, this is isotonic regression,
/// solved by pooling neighbours that violate the order and clipping the result to the frame.
#[must_use]
pub fn declutter(labels: &[EndLabel], top: f64, bottom: f64) -> Decluttered {
    let (top, bottom) = (finite(top), finite(bottom).max(finite(top)));
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by(|a, b| finite(labels[*a].at).total_cmp(&finite(labels[*b].at)));
    let sorted: Vec<EndLabel> = order
        .iter()
        .map(|index| tidy(labels[*index], top, bottom))
        .collect();

    // How far each middle is below the first one if all labels touch.
    let mut piled = Vec::with_capacity(sorted.len());
    let mut below = 0.0;
    for (index, label) in sorted.iter().enumerate() {
        if let Some(previous) = index.checked_sub(1).and_then(|index| sorted.get(index)) {
            below += (previous.height + label.height) / 2.0;
        }
        piled.push(below);
    }
    let (Some(first), Some(last)) = (sorted.first(), sorted.last()) else {
        return Decluttered {
            middles: Vec::new(),
            fits: true,
        };
    };
    let highest = top + first.height / 2.0;
    let lowest = bottom - last.height / 2.0 - below;
    let fits = highest <= lowest;

    let placed: Vec<f64> = if fits {
        let wishes = sorted
            .iter()
            .zip(&piled)
            .map(|(label, below)| label.at - below);
        let pooled = pooled(wishes);
        pooled
            .iter()
            .zip(&piled)
            .map(|(wish, below)| wish.clamp(highest, lowest) + below)
            .collect()
    } else {
        squeezed(
            &piled,
            highest,
            bottom - last.height / 2.0,
            (top + bottom) / 2.0,
        )
    };
    let mut middles = vec![0.0; labels.len()];
    for (index, middle) in order.into_iter().zip(placed) {
        middles[index] = middle;
    }
    Decluttered { middles, fits }
}

/// Too many labels: their distances shrink in proportion.
fn squeezed(piled: &[f64], highest: f64, lowest: f64, centre: f64) -> Vec<f64> {
    let all = piled.last().copied().unwrap_or(0.0);
    let room = lowest - highest;
    if all > 0.0 && room > 0.0 {
        piled
            .iter()
            .map(|below| highest + below / all * room)
            .collect()
    } else {
        vec![centre; piled.len()]
    }
}

/// The rising sequence nearest to `wishes`: neighbours in the wrong order share their mean.
fn pooled(wishes: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for wish in wishes {
        let (mut sum, mut count) = (wish, 1);
        while let Some((above, members)) = pools.last().copied() {
            if above / (members as f64) <= sum / (count as f64) {
                break;
            }
            sum += above;
            count += members;
            pools.pop();
        }
        pools.push((sum, count));
    }
    pools
        .into_iter()
        .flat_map(|(sum, count)| std::iter::repeat_n(sum / count as f64, count))
        .collect()
}

/// A line that ends outside the frame is labelled at the frame's edge.
fn tidy(label: EndLabel, top: f64, bottom: f64) -> EndLabel {
    EndLabel {
        at: finite(label.at).clamp(top, bottom),
        height: finite(label.height).clamp(0.0, 1e4),
    }
}

fn finite(value: f64) -> f64 {
    if value.is_finite() {
        value.clamp(-1e7, 1e7)
    } else {
        0.0
    }
}

/// The hairline from the end of a line at height `at` to its label at height `middle`.
#[must_use]
pub fn leader(at: f64, middle: f64, line_end: f64, label_start: f64) -> Segment {
    Segment {
        from: Point::new(line_end, at),
        to: Point::new(label_start, middle),
    }
}

/// Where a text begins, ends or is centred.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placed {
    /// The x of the text.
    pub x: f64,
    /// Which part of the text stands there.
    pub anchor: Anchor,
}

impl Placed {
    /// The space that a text of this width takes, centred on the height `middle`.
    #[must_use]
    pub fn frame(&self, width: f64, middle: f64, height: f64) -> Frame {
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        Frame::new(
            left,
            middle - height / 2.0,
            left + width,
            middle + height / 2.0,
        )
    }
}

/// A text of `width` pixels beside a mark that covers `mark.0` to `mark.1`: to its right if there is room before
/// `room.1`, else to its left, else as far right as it stays inside. `gap` is the air between the two.
#[must_use]
pub fn right_of(mark: (f64, f64), gap: f64, width: f64, room: (f64, f64)) -> Placed {
    if mark.1 + gap + width <= room.1 {
        Placed {
            x: mark.1 + gap,
            anchor: Anchor::Start,
        }
    } else if mark.0 - gap - width >= room.0 {
        Placed {
            x: mark.0 - gap,
            anchor: Anchor::End,
        }
    } else {
        Placed {
            x: room.0.max(room.1 - width),
            anchor: Anchor::Start,
        }
    }
}

/// Like [`right_of`], but to the left if there is room, as the words at the rebuild windows.
#[must_use]
pub fn left_of(mark: (f64, f64), gap: f64, width: f64, room: (f64, f64)) -> Placed {
    if mark.0 - gap - width >= room.0 {
        Placed {
            x: mark.0 - gap,
            anchor: Anchor::End,
        }
    } else {
        right_of(mark, gap, width, room)
    }
}

/// A text of `width` pixels centred on `x`, moved as little as needed to stay inside `room`.
#[must_use]
pub fn centred(x: f64, width: f64, room: (f64, f64)) -> Placed {
    let (first, last) = (room.0 + width / 2.0, room.1 - width / 2.0);
    Placed {
        x: if first <= last {
            x.max(first).min(last)
        } else {
            first
        },
        anchor: Anchor::Middle,
    }
}

/// The index of the first of several places for a label, best first, that is free of `taken`; where none is, the
/// one that covers the least.
#[must_use]
pub fn first_free(places: &[Frame], taken: &[Frame]) -> Option<usize> {
    let covered = |place: &Frame| -> f64 {
        let shared = taken.iter().filter_map(|other| place.intersection(other));
        shared.map(|shared| shared.width() * shared.height()).sum()
    };
    let costs = places.iter().map(covered).enumerate();
    costs
        .min_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(index, _)| index)
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/labels.rs"]
mod tests;
