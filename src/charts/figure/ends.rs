//! The labels at the right ends of lines, each with its value: there is no legend.

use super::Scene;
use crate::charts::labels::{EndLabel, GAP, declutter, leader};
use crate::charts::mark::{Mark, Tone, Words};
use crate::charts::shape::{Frame, Point};
use crate::charts::text::{self, Anchor, LABEL, SMALL, Weight};

/// A label that is wanted at the end of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// The name, longest first.
    pub names: [&'static str; 3],
    /// The value, written out.
    pub value: String,
    /// The range of the value over the futures, in brackets; empty if there is none.
    pub range: String,
    /// The value itself, for the height of the label.
    pub at: f64,
    /// The colour.
    pub tone: Tone,
    /// Whether it is the leader's.
    pub leads: bool,
    /// Whether its value is set like its name: a reference, not a plan.
    pub plain: bool,
}

/// How labels are set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// The type size.
    size: f64,
    /// Whether name and value have a line each.
    stacked: bool,
    /// The first of the names that is tried: the narrow drawing has no use for the longest.
    from: usize,
    /// What stands between name and value.
    between: &'static str,
    /// Whether values are strong.
    strong_value: bool,
}

impl Style {
    /// In the money panel.
    #[must_use]
    pub const fn money(wide: bool) -> Self {
        Self {
            size: LABEL,
            stacked: !wide,
            from: if wide { 0 } else { 1 },
            between: " ",
            strong_value: wide,
        }
    }

    /// In the panel of users.
    #[must_use]
    pub const fn users(wide: bool) -> Self {
        Self {
            size: if wide { LABEL } else { SMALL },
            stacked: false,
            from: if wide { 0 } else { 2 },
            between: " ",
            strong_value: true,
        }
    }

    /// Beside the strips.
    #[must_use]
    pub const fn feel(wide: bool) -> Self {
        Self {
            size: if wide { LABEL } else { SMALL },
            stacked: false,
            from: if wide { 0 } else { 1 },
            between: if wide { ": " } else { " " },
            strong_value: false,
        }
    }

    /// The height that a label takes.
    const fn height(&self) -> f64 {
        if self.stacked { 28.0 } else { GAP }
    }

    /// The words of a label, one line or two, with this one of its names.
    fn lines(&self, end: &End, name: usize, ranged: bool) -> Vec<Words> {
        let name = end.names[name.min(2)];
        let weight = |strong| {
            if strong {
                Weight::Strong
            } else {
                Weight::Regular
            }
        };
        let at = Point::default();
        if self.stacked {
            return vec![
                Words::new(at, self.size, end.tone, Weight::Strong, name),
                Words::new(at, self.size, end.tone, weight(false), &end.value),
            ];
        }
        let name = format!("{name}{}", self.between);
        let value = weight(end.leads || (self.strong_value && !end.plain));
        let words = Words::new(at, self.size, end.tone, weight(end.leads), name);
        let words = words.and(value, &end.value);
        vec![if ranged {
            words.and(Weight::Regular, format!(" {}", end.range))
        } else {
            words
        }]
    }

    /// The words of a label with the longest name that fits into `room`. Where none does, the value stands alone: its
    /// colour still says what it belongs to.
    fn fitting(&self, end: &End, room: f64) -> Vec<Words> {
        let ranged = (self.from..=2).filter(|_| !end.range.is_empty());
        let ranged = ranged.map(|name| self.lines(end, name, true));
        let bare = (self.from..=2).map(|name| self.lines(end, name, false));
        let mut wordings = ranged.chain(bare);
        let fits = |lines: &Vec<Words>| lines.iter().all(|line| line.width() <= room);
        wordings.find(fits).unwrap_or_else(|| {
            let at = Point::default();
            vec![Words::new(
                at,
                self.size,
                end.tone,
                Weight::Strong,
                &end.value,
            )]
        })
    }
}

/// The width that labels need for their first names, or for their second ones with a range.
#[must_use]
pub fn needed(ends: &[End], style: Style) -> f64 {
    let lines = ends.iter().flat_map(|end| {
        let bare = style.lines(end, style.from, false);
        let ranged = (!end.range.is_empty()).then(|| style.lines(end, style.from + 1, true));
        bare.into_iter().chain(ranged.into_iter().flatten())
    });
    // Half a pixel for what rounding coordinates to tenths may add.
    lines.map(|line| line.width() + 0.5).fold(0.0, f64::max)
}

/// Labels in their places.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ends {
    /// The words and the hairlines to them.
    pub marks: Vec<Mark>,
    /// The least distance between the middles of two labels.
    pub apart: f64,
}

impl Ends {
    /// Sets labels at the line ends at heights `ys`, inside the heights of `frame` and a little beyond.
    #[must_use]
    pub fn of(scene: &Scene, frame: &Frame, ends: &[End], ys: &[f64], style: Style) -> Self {
        const BEYOND: f64 = 8.0;
        let layout = scene.layout;
        // What lies beyond the axis is labelled just above it, in its order.
        let nearest = |y: &f64| y.clamp(frame.top - 2.0, frame.bottom + 2.0);
        let mut order: Vec<usize> = (0..ys.len()).collect();
        order.sort_by(|a, b| ys[*a].total_cmp(&ys[*b]));
        let wanted: Vec<EndLabel> = order
            .iter()
            .map(|index| EndLabel {
                at: nearest(&ys[*index]),
                height: style.height(),
            })
            .collect();
        let placed = declutter(&wanted, frame.top - BEYOND, frame.bottom + BEYOND);
        let mut marks = Vec::new();
        for (index, middle) in order.iter().zip(&placed.middles) {
            let (Some(end), Some(y)) = (ends.get(*index), ys.get(*index)) else {
                continue;
            };
            if (frame.top - 0.5..=frame.bottom + 0.5).contains(y) {
                let segment = leader(*y, *middle, layout.leader_start, layout.leader_end);
                marks.push(Mark::Line {
                    segment,
                    class: "lead-l",
                });
            }
            marks.extend(set(scene, end, *middle, style).into_iter().map(Mark::Words));
        }
        let mut sorted = placed.middles;
        sorted.sort_by(f64::total_cmp);
        let gaps = sorted.windows(2).map(|pair| pair[1] - pair[0]);
        Self {
            marks,
            apart: gaps.fold(f64::INFINITY, f64::min),
        }
    }
}

/// The words of one label, centred on a height.
#[must_use]
pub fn set(scene: &Scene, end: &End, middle: f64, style: Style) -> Vec<Words> {
    let layout = scene.layout;
    let lines = style.fitting(end, layout.label_room);
    let first = middle - 6.5 * (lines.len() as f64 - 1.0);
    let place = |(index, line): (usize, Words)| {
        let y = text::baseline(first + 13.0 * index as f64, style.size);
        // A label that is too wide in any wording reaches back over the panel, so that nothing is cut off.
        let (x, anchor) = if line.width() <= layout.label_room + 0.5 {
            (layout.label_x, Anchor::Start)
        } else {
            (layout.width, Anchor::End)
        };
        let halo = anchor == Anchor::End;
        Words {
            at: Point::new(x, y),
            anchor,
            halo,
            ..line
        }
    };
    lines.into_iter().enumerate().map(place).collect()
}
