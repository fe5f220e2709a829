//! Where the parts of the main figure go: three panels over one time axis, drawn anew for each width.
//!
//! The wide drawing has its notes beside the titles and the wall's label above the first panel; the narrow one
//! has taller panels and notes below the titles. They differ in labels, never in data.

use super::shape::{Frame, Point};
use super::text::{self, SMALL, TITLE, Weight};

/// From this container width on the wide drawing is used. A screen of 800 pixels leaves about 750 for the figure.
pub const WIDE_FROM: f64 = 740.0;
/// The figure is never drawn narrower; below this its box scrolls.
pub const NARROWEST: f64 = 260.0;
/// The figure is never drawn wider.
pub const WIDEST: f64 = 1500.0;

/// The distance between the lines of a note.
const NOTE_LINE: f64 = 15.0;

/// The words above a panel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PanelWords<'a> {
    /// The title, in strong type.
    pub title: &'a str,
    /// The note that says what is measured.
    pub note: &'a str,
}

/// What the figure has to make room for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Needs<'a> {
    /// The words above the three panels: money, users, feel.
    pub words: [PanelWords<'a>; 3],
    /// The width of the widest label of the y axes.
    pub tick_label: f64,
    /// The width of the widest label at the end of a line.
    pub end_label: f64,
    /// How many strips the last panel has: one for each plan.
    pub strips: usize,
}

/// A line of text in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct TextLine {
    /// Where it begins, on its baseline.
    pub at: Point,
    /// What it says.
    pub text: String,
}

/// Title and note of a panel.
#[derive(Clone, Debug, PartialEq)]
pub struct Heading {
    /// The title.
    pub title: TextLine,
    /// The note: beside the title if there is room, else in as many lines below it as it needs.
    pub note: Vec<TextLine>,
}

/// A panel with a y axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The words above it.
    pub heading: Heading,
    /// The area in which its lines are drawn.
    pub frame: Frame,
}

/// The panel of response-time strips.
#[derive(Clone, Debug, PartialEq)]
pub struct StripsPanel {
    /// The words above it.
    pub heading: Heading,
    /// One frame for each strip, from launch or earlier to the last month.
    pub strips: Vec<Frame>,
}

/// The main figure, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct FigureLayout {
    /// Its width: that of the container, within [`NARROWEST`] and [`WIDEST`].
    pub width: f64,
    /// Its height, which follows from the width, the notes and the number of strips.
    pub height: f64,
    /// Whether this is the wide drawing.
    pub wide: bool,
    /// Money so far.
    pub money: Panel,
    /// Users and room.
    pub users: Panel,
    /// How it feels.
    pub feel: StripsPanel,
    /// Where labels of the y axes end.
    pub tick_x: f64,
    /// Where leaders to the labels at the line ends start.
    pub leader_start: f64,
    /// Where leaders end.
    pub leader_end: f64,
    /// Where labels at the line ends begin.
    pub label_x: f64,
    /// How wide a label at a line end may be.
    pub label_room: f64,
    /// The top of the wall's rule in the first panel. In the wide drawing it rises above the frame to its label.
    pub wall_top: f64,
    /// The baseline of the wall's label (its first line).
    pub wall_label: f64,
    /// The height of the time axis.
    pub axis: f64,
    /// The baseline of its labels.
    pub axis_label: f64,
}

/// The distances that differ between the two drawings.
struct Measures {
    left: f64,
    /// The least space right of the panels, and how much of it comes before the labels.
    right: f64,
    before_label: f64,
    /// From the last line of the heading to the frame below it.
    to_money: f64,
    to_users: f64,
    to_strips: f64,
    money: f64,
    users: f64,
    /// From a frame to the next title.
    to_title: [f64; 2],
    strip: f64,
    strip_pitch: f64,
}

const WIDE: Measures = Measures {
    left: 46.0,
    right: 120.0,
    before_label: 14.0,
    to_money: 25.0,
    to_users: 14.0,
    to_strips: 10.0,
    money: 176.0,
    users: 104.0,
    to_title: [26.0, 22.0],
    strip: 18.0,
    strip_pitch: 22.0,
};

const NARROW: Measures = Measures {
    left: 40.0,
    right: 60.0,
    before_label: 13.0,
    to_money: 21.0,
    to_users: 12.0,
    to_strips: 12.0,
    money: 210.0,
    users: 150.0,
    to_title: [28.0, 28.0],
    strip: 20.0,
    strip_pitch: 24.0,
};

/// Lays the main figure out in a container of `width` pixels.
#[must_use]
pub fn figure(width: f64, needs: &Needs) -> FigureLayout {
    let width = if width.is_finite() {
        width.clamp(NARROWEST, WIDEST)
    } else {
        NARROWEST
    };
    let wide = width >= WIDE_FROM;
    let measures = if wide { &WIDE } else { &NARROW };

    // Both margins give way before the panels become too narrow to read.
    let left = margin(measures.left, needs.tick_label + 6.0, 0.24 * width);
    let right = margin(
        measures.right,
        needs.end_label + measures.before_label,
        0.36 * width,
    );
    let (left, right) = (left, width - right);
    let room = if wide { right } else { width };

    let [money_words, users_words, feel_words] = needs.words;
    let (money_heading, last) = heading(money_words, 13.0, room, wide);
    let money = Frame::new(
        left,
        last + measures.to_money,
        right,
        last + measures.to_money + measures.money,
    );
    let wall = if wide {
        (money.top - 14.0, money.top - 6.0)
    } else {
        (money.top, money.top + 14.0)
    };

    let (users_heading, last) =
        heading(users_words, money.bottom + measures.to_title[0], room, wide);
    let users = Frame::new(
        left,
        last + measures.to_users,
        right,
        last + measures.to_users + measures.users,
    );

    let (feel_heading, last) = heading(feel_words, users.bottom + measures.to_title[1], room, wide);
    let strips: Vec<Frame> = (0..needs.strips)
        .map(|index| last + measures.to_strips + measures.strip_pitch * index as f64)
        .map(|top| Frame::new(left, top, right, top + measures.strip))
        .collect();
    let axis = strips.last().map_or(last, |strip| strip.bottom) + 6.0;

    FigureLayout {
        width,
        height: axis + 22.0,
        wide,
        money: Panel {
            heading: money_heading,
            frame: money,
        },
        users: Panel {
            heading: users_heading,
            frame: users,
        },
        feel: StripsPanel {
            heading: feel_heading,
            strips,
        },
        tick_x: left - 6.0,
        leader_start: right + 2.0,
        leader_end: right + 10.0,
        label_x: right + measures.before_label,
        label_room: width - right - measures.before_label,
        wall_top: wall.0,
        wall_label: wall.1,
        axis,
        axis_label: axis + 17.0,
    }
}

/// What is needed, but at least `least` and at most `most`.
fn margin(least: f64, needed: f64, most: f64) -> f64 {
    // `max` and `min` ignore a need that is not a number.
    needed.max(least).min(most)
}

/// A heading whose title stands at the height `top`, and the baseline of its last line.
fn heading(words: PanelWords, top: f64, room: f64, wide: bool) -> (Heading, f64) {
    let title = TextLine {
        at: Point::new(0.0, top),
        text: words.title.to_owned(),
    };
    let beside = (text::width(words.title, TITLE, Weight::Strong) + 20.0).ceil();
    if wide && text::fits(words.note, SMALL, Weight::Regular, room - beside) {
        let note = TextLine {
            at: Point::new(beside, top),
            text: words.note.to_owned(),
        };
        return (
            Heading {
                title,
                note: vec![note],
            },
            top,
        );
    }
    let lines = text::wrap(words.note, SMALL, Weight::Regular, room);
    let baseline = |index: usize| top + 1.0 + NOTE_LINE * (index + 1) as f64;
    let last = lines.len().checked_sub(1).map_or(top, baseline);
    let line = |(index, text)| TextLine {
        at: Point::new(0.0, baseline(index)),
        text,
    };
    (
        Heading {
            title,
            note: lines.into_iter().enumerate().map(line).collect(),
        },
        last,
    )
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/layout.rs"]
mod tests;
