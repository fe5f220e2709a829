//! Money so far: the cash of every plan with the user's numbers, the wall and the rebuild windows.

use headroom_model::outcome::Outcome;
use headroom_model::strategy::{Strategy, first_launch};
use headroom_model::text::write::{self, Currency, Precision, Sign};

use super::{End, Ends, Scene, Style, wall};
use crate::charts::labels::{first_free, right_of};
use crate::charts::mark::{Hue, Mark, Tone, Words, line_class};
use crate::charts::path::{line, project};
use crate::charts::scale::Linear;
use crate::charts::shape::{Frame, Point};
use crate::charts::text::{self, Anchor, SMALL, Weight};
use crate::charts::ticks::Ticks;
use crate::charts::words;

/// The distance between lines of words inside a panel.
pub const LINE: f64 = 15.0;

/// The money panel, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyPanel {
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
    /// The labels at the line ends, in the order of the strategies.
    pub ends: Vec<End>,
    /// The least distance between two of them.
    pub apart: f64,
}

/// The axis of money.
pub struct Axis {
    ticks: Ticks,
    labels: Vec<String>,
}

impl Axis {
    /// The axis that holds the cash of every plan, and zero.
    #[must_use]
    pub fn of(outcome: &Outcome, currency: Currency) -> Self {
        let cash = outcome.plans.iter().flat_map(|plan| &plan.path.cash);
        let ends = cash.fold((0.0, 0.0), |(low, high), cash| {
            (f64::min(low, *cash), f64::max(high, *cash))
        });
        let ticks = Ticks::snug(ends.0, ends.1);
        let largest = ticks
            .values
            .iter()
            .fold(0.0, |most: f64, tick| most.max(tick.abs()));
        let label = |tick: &f64| write::money_tick(*tick, largest, currency);
        Self {
            labels: ticks.values.iter().map(label).collect(),
            ticks,
        }
    }

    /// The width of its widest label.
    #[must_use]
    pub fn widest(&self) -> f64 {
        let widths = self.labels.iter();
        widths
            .map(|label| text::width(label, SMALL, Weight::Regular))
            .fold(0.0, f64::max)
    }
}

/// The labels at the line ends.
#[must_use]
pub fn ends(outcome: &Outcome, currency: Currency) -> Vec<End> {
    let leader = super::leader(outcome);
    let end = |strategy: Strategy| {
        let cash = outcome.plan(strategy).path.cash.last().copied();
        let at = cash.unwrap_or(0.0);
        End {
            names: words::names(strategy),
            value: write::money(at, currency, Precision::Table, Sign::Minus),
            at,
            tone: Tone::Hue(Hue::of(strategy)),
            leads: leader == Some(strategy),
            plain: false,
        }
    };
    Strategy::ALL.map(end).to_vec()
}

impl MoneyPanel {
    /// Draws the panel. A later range for the leader belongs between the windows and the axis: pale areas below
    /// everything, and its two words into `taken`.
    #[must_use]
    pub fn of(scene: &Scene, axis: &Axis) -> Self {
        let frame = scene.layout.money.frame;
        let money = Linear::new((axis.ticks.low, axis.ticks.high), (frame.bottom, frame.top));
        let mut marks = scene.windows(&frame);
        marks.extend(grid(
            scene,
            &frame,
            &money,
            axis.ticks.values.iter().zip(&axis.labels),
        ));

        let mut taken = Vec::new();
        for strategy in drawing_order(scene) {
            let cash = &scene.outcome.plan(strategy).path.cash;
            let months = cash
                .iter()
                .zip(1_u32..)
                .map(|(cash, month)| (f64::from(month), *cash));
            let series: Vec<(f64, f64)> = std::iter::once((0.0, 0.0)).chain(months).collect();
            let points = project(&series, &scene.months, &money);
            taken.extend(obstacles(&points));
            let class = line_class(strategy, scene.leads(strategy));
            marks.push(Mark::Path {
                d: line(&points),
                class,
            });
        }

        let ends = ends(scene.outcome, scene.currency);
        let ys: Vec<f64> = ends.iter().map(|end| money.position(end.at)).collect();
        let labels = Ends::of(scene, &frame, &ends, &ys, Style::money(scene.layout.wide));
        marks.extend(labels.marks);

        let (wall, label) = wall_marks(scene, &frame, &taken);
        taken.extend(label);
        marks.extend(wall);
        marks.extend(window_words(scene, &frame, &taken));
        Self {
            marks,
            ends,
            apart: labels.apart,
        }
    }
}

/// The plans from the bottom up: the leader's line lies on top.
pub fn drawing_order(scene: &Scene) -> impl Iterator<Item = Strategy> {
    let leader = super::leader(scene.outcome);
    let others = [
        Strategy::Over,
        Strategy::Msp,
        Strategy::MvpLive,
        Strategy::MvpLate,
        Strategy::MvpWatch,
    ];
    others
        .into_iter()
        .filter(move |strategy| leader != Some(*strategy))
        .chain(leader)
}

/// The grid lines of a panel with their labels; zero is in ink.
pub fn grid<'a>(
    scene: &Scene,
    frame: &Frame,
    scale: &Linear,
    ticks: impl Iterator<Item = (&'a f64, &'a String)>,
) -> Vec<Mark> {
    let tick_x = scene.layout.tick_x;
    let mut marks = Vec::new();
    for (value, label) in ticks {
        let y = scale.position(*value);
        let class = if *value == 0.0 { "zero" } else { "grid" };
        marks.push(Mark::line(
            Point::new(frame.left, y),
            Point::new(frame.right, y),
            class,
        ));
        let at = Point::new(tick_x, text::baseline(y, SMALL));
        let label = Words::new(at, SMALL, Tone::Quiet, Weight::Regular, label);
        marks.push(Mark::Words(label.anchored(Anchor::End)));
    }
    marks
}

/// The space that a line takes, so that words can keep clear of it.
pub fn obstacles(points: &[Point]) -> impl Iterator<Item = Frame> {
    const AIR: f64 = 3.0;
    points.windows(2).map(|pair| {
        let (from, to) = (pair[0], pair[1]);
        let (top, bottom) = (from.y.min(to.y) - AIR, from.y.max(to.y) + AIR);
        Frame::new(from.x - AIR, top, to.x + AIR, bottom)
    })
}

/// A block of words, one line below the other, in the first of several places that is free. A place is the x at
/// which the words stand, which part of them stands there, and the first baseline.
pub fn block(
    lines: Vec<Words>,
    places: &[(f64, Anchor, f64)],
    room: &Frame,
    taken: &[Frame],
) -> Vec<Words> {
    let at = |place: &(f64, Anchor, f64)| -> Vec<Words> {
        let (x, anchor, y) = *place;
        let line = |(index, line): (usize, &Words)| Words {
            at: Point::new(x, y + LINE * index as f64),
            anchor,
            ..line.clone()
        };
        lines.iter().enumerate().map(line).collect()
    };
    let around = |words: &[Words]| -> Option<Frame> {
        let frames = words.iter().map(Words::frame);
        frames.reduce(|a, b| Frame {
            left: a.left.min(b.left),
            top: a.top.min(b.top),
            right: a.right.max(b.right),
            bottom: a.bottom.max(b.bottom),
        })
    };
    let inside = |frame: &Frame| {
        frame.left >= room.left
            && frame.right <= room.right
            && frame.top >= room.top
            && frame.bottom <= room.bottom
    };
    let blocks: Vec<(Vec<Words>, Frame)> = places
        .iter()
        .filter_map(|place| {
            let words = at(place);
            let frame = around(&words)?;
            inside(&frame).then_some((words, frame))
        })
        .collect();
    let frames: Vec<Frame> = blocks.iter().map(|block| block.1).collect();
    first_free(&frames, taken).map_or_else(Vec::new, |index| blocks[index].0.clone())
}

/// The wall's rule and label, and the space that the label takes inside the panel.
fn wall_marks(scene: &Scene, frame: &Frame, taken: &[Frame]) -> (Vec<Mark>, Vec<Frame>) {
    let layout = scene.layout;
    let launch = first_launch(&scene.outcome.scenario);
    let said = words::wall(scene.outcome, wall(scene.outcome), launch);
    let x = scene.wall_x();
    let mut marks = Vec::new();
    if let Some(x) = x {
        let top = Point::new(x, layout.wall_top);
        marks.push(Mark::line(top, Point::new(x, frame.bottom), "ref"));
    }
    let label = |text: &str| Words::new(Point::default(), SMALL, Tone::Ink, Weight::Strong, text);
    if layout.wide {
        let words = label(&said.strong).and(Weight::Regular, said.rest);
        let mark = x.unwrap_or(frame.left - 6.0);
        let placed = right_of((mark, mark), 6.0, words.width(), (0.0, frame.right));
        let at = Point::new(placed.x, layout.wall_label);
        let words = Words {
            at,
            anchor: placed.anchor,
            ..words
        };
        marks.push(Mark::Words(words));
        return (marks, Vec::new());
    }
    // Narrow: in short lines beside the rule, or in a corner where there is no rule.
    let lines: Vec<Words> = text::wrap(&said.strong, SMALL, Weight::Strong, 60.0)
        .iter()
        .map(|line| label(line).with_halo())
        .collect();
    let heights = || (0..12).map(|step| layout.wall_label + 12.0 * f64::from(step));
    let places: Vec<(f64, Anchor, f64)> = match x {
        Some(x) => heights()
            .flat_map(|y| [(x - 5.0, Anchor::End, y), (x + 5.0, Anchor::Start, y)])
            .collect(),
        None => heights()
            .flat_map(|y| {
                [
                    (frame.left + 4.0, Anchor::Start, y),
                    (frame.right - 4.0, Anchor::End, y),
                ]
            })
            .collect(),
    };
    let words = block(lines, &places, frame, taken);
    let frames = words.iter().map(Words::frame).collect();
    marks.extend(words.into_iter().map(Mark::Words));
    (marks, frames)
}

/// The words at the rebuild windows: beside them where nothing is in the way.
fn window_words(scene: &Scene, frame: &Frame, taken: &[Frame]) -> Vec<Mark> {
    let window = |strategy| {
        let window = scene.outcome.plan(strategy).path.ending.first_rebuild;
        window.filter(|(from, _)| *from < scene.horizon())
    };
    let (watched, late) = (window(Strategy::MvpWatch), window(Strategy::MvpLate));
    let lines = words::windows(&scene.outcome.scenario, watched, late, scene.layout.wide);
    let edges = [watched, late].into_iter().flatten();
    let Some((from, to)) = edges.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else {
        return Vec::new();
    };
    let (from, to) = (
        scene.months.position_inside(from),
        scene.months.position_inside(to),
    );
    let lines = lines.into_iter().enumerate().map(|(index, line)| {
        let weight = if index == 0 {
            Weight::Strong
        } else {
            Weight::Regular
        };
        Words::new(
            Point::default(),
            SMALL,
            Tone::Hue(Hue::Simple),
            weight,
            line,
        )
        .with_halo()
    });
    let heights = || (0..20).map(|step| frame.top + 16.0 + 8.0 * f64::from(step));
    let left = heights().map(|y| (from - 7.0, Anchor::End, y));
    let right = heights().map(|y| (to + 7.0, Anchor::Start, y));
    let wall = scene.wall_x();
    let beside_wall = heights().filter_map(|y| Some((wall? + 5.0, Anchor::Start, y)));
    // Where the windows fill the panel the words lie over them.
    let over = heights().map(|y| (frame.left + 6.0, Anchor::Start, y));
    let far = heights().map(|y| (frame.right - 6.0, Anchor::End, y));
    let places: Vec<(f64, Anchor, f64)> = left
        .chain(right)
        .chain(beside_wall)
        .chain(over)
        .chain(far)
        .collect();
    let mut taken = taken.to_vec();
    if let Some(x) = scene.wall_x() {
        taken.push(Frame::new(x - 2.0, frame.top, x + 2.0, frame.bottom));
    }
    let words = block(lines.collect(), &places, frame, &taken);
    words.into_iter().map(Mark::Words).collect()
}
