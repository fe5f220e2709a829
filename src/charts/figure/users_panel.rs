//! Users and room: how many use it, how many want to, how many each version carries, and the last moment to start
//! a rebuild. For hardware: units shipped, wanted and possible in a month.

use headroom_model::field::Kind;
use headroom_model::outcome::Outcome;
use headroom_model::strategy::{Strategy, first_launch};
use headroom_model::text::write::{self, Precision};

use super::money_panel::{LINE, block, drawing_order, grid, obstacles};
use super::stretches::{Stretch, rooms};
use super::{End, Ends, Scene, Style};
use crate::charts::mark::{Hue, Mark, Tone, Words, line_class};
use crate::charts::path::{clip_line, height_at, line, lines, project};
use crate::charts::scale::Linear;
use crate::charts::shape::{Frame, Point};
use crate::charts::text::{self, Anchor, SMALL, Weight};
use crate::charts::ticks::Ticks;
use crate::charts::words;

/// Room that is more than this many times the most users is not drawn to scale: the lines would lie flat on the axis.
const DWARFS: f64 = 3.0;
/// How far a room's line is moved down where it would hide behind another.
const NUDGE: f64 = 3.0;
/// The radius of the ring at the last moment to start.
const RING: f64 = 4.5;

/// The panel of users, drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct UsersPanel {
    /// What is drawn, from the bottom up.
    pub marks: Vec<Mark>,
    /// The labels at the line ends: plans, demand, room.
    pub ends: Vec<End>,
    /// The least distance between two of them.
    pub apart: f64,
}

/// The axis of users.
pub struct Axis {
    ticks: Ticks,
    labels: Vec<String>,
}

impl Axis {
    /// The axis that holds all users, all demand, and all room that does not dwarf them.
    #[must_use]
    pub fn of(outcome: &Outcome) -> Self {
        let months = outcome.plans.iter().flat_map(|plan| &plan.path.months);
        let most = months.fold(0.0, |most: f64, month| {
            most.max(month.users).max(month.demand)
        });
        let rooms = Strategy::ALL
            .into_iter()
            .flat_map(|strategy| rooms(outcome, strategy));
        let drawn = rooms
            .map(|stretch| stretch.room)
            .filter(|room| *room <= DWARFS * most);
        let ticks = Ticks::whole(0.0, drawn.fold(most, f64::max));
        let label = |tick: &f64| write::tick(*tick, ticks.high);
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

    fn is_below(&self, room: f64) -> bool {
        self.ticks.high < room
    }
}

/// The labels at the line ends: the plans that are launched, demand, and the room of the bigger versions.
#[must_use]
pub fn ends(outcome: &Outcome, axis: &Axis) -> Vec<End> {
    let kind = outcome.scenario.kind();
    let horizon = f64::from(outcome.scenario.horizon());
    let leader = super::leader(outcome);
    let launched = |strategy: &Strategy| outcome.plan(*strategy).path.launch <= horizon;
    let plan = |strategy: Strategy| {
        let last = outcome.plan(strategy).path.months.last();
        let at = last.map_or(0.0, |month| month.users);
        End {
            names: words::names(strategy),
            value: write::count(at, Precision::Table),
            at,
            tone: Tone::Hue(Hue::of(strategy)),
            leads: leader == Some(strategy),
            plain: false,
        }
    };
    let mut ends: Vec<End> = Strategy::ALL
        .into_iter()
        .filter(launched)
        .map(plan)
        .collect();
    if launched(&Strategy::MvpLive) {
        let last = outcome.plan(Strategy::MvpLive).path.months.last();
        let at = last.map_or(0.0, |month| month.demand);
        ends.push(End {
            names: words::demand(kind),
            value: write::count(at, Precision::Table),
            at,
            tone: Tone::Quiet,
            leads: false,
            plain: false,
        });
    }
    for strategy in [Strategy::Msp, Strategy::Over] {
        ends.extend(rooms(outcome, strategy).last().map(|stretch| End {
            names: ["room:"; 3],
            value: words::room(stretch.room, axis.is_below(stretch.room)),
            at: stretch.room,
            tone: Tone::Hue(Hue::of(strategy)),
            leads: false,
            plain: true,
        }));
    }
    ends
}

impl UsersPanel {
    /// Draws the panel.
    #[must_use]
    pub fn of(scene: &Scene, axis: &Axis) -> Self {
        let frame = scene.layout.users.frame;
        let users = Linear::new((axis.ticks.low, axis.ticks.high), (frame.bottom, frame.top));
        let mut marks = scene.windows(&frame);
        marks.extend(grid(
            scene,
            &frame,
            &users,
            axis.ticks.values.iter().zip(&axis.labels),
        ));
        let mut taken = Vec::new();
        marks.extend(room_lines(scene, axis, &users, &mut taken));

        let demand = points(scene, &users, Strategy::MvpLive, |month| month.demand);
        taken.extend(obstacles(&demand));
        marks.push(Mark::Path {
            d: line(&demand),
            class: "ln ln-demand",
        });
        for strategy in drawing_order(scene) {
            let points = points(scene, &users, strategy, |month| month.users);
            taken.extend(obstacles(&points));
            let class = line_class(strategy, scene.leads(strategy));
            marks.push(Mark::Path {
                d: line(&points),
                class,
            });
        }

        let ends = ends(scene.outcome, axis);
        let ys: Vec<f64> = ends.iter().map(|end| users.position(end.at)).collect();
        let labels = Ends::of(scene, &frame, &ends, &ys, Style::users(scene.layout.wide));
        marks.extend(labels.marks);

        if let Some(x) = scene.wall_x() {
            marks.push(Mark::line(
                Point::new(x, frame.top),
                Point::new(x, frame.bottom),
                "ref",
            ));
            taken.push(Frame::new(x - 2.0, frame.top, x + 2.0, frame.bottom));
        }
        marks.extend(room_words(scene, axis, &users, &mut taken));
        marks.extend(last_start(scene, &demand, &taken));
        Self {
            marks,
            ends,
            apart: labels.apart,
        }
    }
}

/// A plan's line from its launch on. Users are there at launch; units only once a month is over.
fn points(
    scene: &Scene,
    users: &Linear,
    strategy: Strategy,
    value: impl Fn(&headroom_model::projection::Month) -> f64,
) -> Vec<Point> {
    let path = &scene.outcome.plan(strategy).path;
    let at_launch = (path.launch, scene.outcome.scenario.curve().at_launch());
    let is_there = scene.kind() == Kind::Service && path.launch <= scene.horizon();
    let months = path.months.iter().zip(1_u32..);
    let months = months.map(|(month, end)| (f64::from(end), value(month)));
    let launched = months.filter(|(end, _)| *end >= path.launch);
    let series: Vec<(f64, f64)> = is_there
        .then_some(at_launch)
        .into_iter()
        .chain(launched)
        .collect();
    project(&series, &scene.months, users)
}

/// The lines of what each version carries. The rebuilt simple version lies a little lower where it carries the same
/// as the scalable one, so that both can be seen.
fn room_lines(scene: &Scene, axis: &Axis, users: &Linear, taken: &mut Vec<Frame>) -> Vec<Mark> {
    let frame = scene.layout.users.frame;
    let scalable = rooms(scene.outcome, Strategy::Msp);
    let mut marks = Vec::new();
    for strategy in [
        Strategy::Over,
        Strategy::Msp,
        Strategy::MvpLate,
        Strategy::MvpWatch,
    ] {
        let hue = Hue::of(strategy);
        let nudge = |stretch: &Stretch| {
            let same = |other: &Stretch| other.room == stretch.room;
            let hides =
                hue == Hue::Simple && !axis.is_below(stretch.room) && scalable.iter().any(same);
            if hides { NUDGE } else { 0.0 }
        };
        let corners: Vec<Point> = rooms(scene.outcome, strategy)
            .iter()
            .flat_map(|stretch| {
                let y = users.position(stretch.room) + nudge(stretch);
                [stretch.from, stretch.to].map(|month| Point::new(scene.months.position(month), y))
            })
            .collect();
        let pieces = clip_line(&corners, frame.top, frame.bottom);
        taken.extend(pieces.iter().flat_map(|piece| edges(piece)));
        marks.push(Mark::Path {
            d: lines(&pieces),
            class: hue.room(),
        });
    }
    marks
}

/// The space of thin lines.
fn edges(points: &[Point]) -> impl Iterator<Item = Frame> {
    points.windows(2).map(|pair| {
        let (from, to) = (pair[0], pair[1]);
        Frame::new(
            from.x.min(to.x) - 1.0,
            from.y.min(to.y) - 1.0,
            from.x.max(to.x) + 1.0,
            from.y.max(to.y) + 1.0,
        )
    })
}

/// The words at room lines that have none at their end: the simple version before and after its rebuild, and a
/// bigger version before it is extended.
fn room_words(scene: &Scene, axis: &Axis, users: &Linear, taken: &mut Vec<Frame>) -> Vec<Mark> {
    let frame = scene.layout.users.frame;
    let late = rooms(scene.outcome, Strategy::MvpLate);
    let simple = if late.len() > 1 {
        late
    } else {
        rooms(scene.outcome, Strategy::MvpWatch)
    };
    let simple = simple
        .iter()
        .enumerate()
        .map(|(index, stretch)| (Hue::Simple, index > 0, *stretch));
    let bigger = [Strategy::Msp, Strategy::Over]
        .into_iter()
        .flat_map(|strategy| {
            let rooms = rooms(scene.outcome, strategy);
            let earlier = rooms.len().saturating_sub(1);
            rooms
                .into_iter()
                .take(earlier)
                .map(move |stretch| (Hue::of(strategy), false, stretch))
        });
    let mut marks = Vec::new();
    for (hue, rebuilt, stretch) in simple.chain(bigger) {
        let room = words::room(stretch.room, axis.is_below(stretch.room));
        let text = words::room_of_simple(scene.kind(), &room, rebuilt, scene.layout.wide);
        let words = Words::new(
            Point::default(),
            SMALL,
            Tone::Hue(hue),
            Weight::Regular,
            text,
        );
        let y = users.position_inside(stretch.room);
        let x = scene.months.position_inside(stretch.from) + if rebuilt { 4.0 } else { 2.0 };
        let ys = [y - 5.0, y + 15.0, y - 20.0, y + 30.0];
        // Beside its own stretch and nowhere else.
        let end = scene.months.position_inside(stretch.to);
        let xs = (0..8).map(|step| x + 24.0 * f64::from(step));
        let xs = xs.take_while(|at| *at == x || *at < end);
        let places: Vec<(f64, Anchor, f64)> = xs
            .flat_map(|x| ys.map(|y| (x, Anchor::Start, y)))
            .chain(ys.map(|y| (x - 8.0, Anchor::End, y)))
            .collect();
        let placed = block(vec![words.with_halo()], &places, &frame, taken);
        taken.extend(placed.iter().map(around));
        marks.extend(placed.into_iter().map(Mark::Words));
    }
    marks
}

/// The space that words take, with air.
fn around(words: &Words) -> Frame {
    const AIR: f64 = 4.0;
    let frame = words.frame();
    Frame::new(
        frame.left - AIR,
        frame.top - AIR,
        frame.right + AIR,
        frame.bottom + AIR,
    )
}

/// The ring on the demand curve at the last moment to start a rebuild that is finished at the wall.
fn last_start(scene: &Scene, demand: &[Point], taken: &[Frame]) -> Vec<Mark> {
    let warning = &scene.outcome.warning;
    let launch = first_launch(&scene.outcome.scenario);
    let frame = scene.layout.users.frame;
    let Some(month) = warning.last_start.map(|start| launch + start) else {
        return Vec::new();
    };
    let full_at_launch = warning.wall == Some(0.0);
    let too_late = month < 0.0;
    if month > scene.horizon() || (too_late && (full_at_launch || launch > scene.horizon())) {
        return Vec::new();
    }
    let sentence = if too_late {
        words::too_late(scene.kind())
    } else {
        words::last_start(scene.kind(), month, warning.alarm, scene.layout.wide)
    };
    let width = if scene.layout.wide { 160.0 } else { 95.0 };
    let line =
        |line| Words::new(Point::default(), SMALL, Tone::Ink, Weight::Regular, line).with_halo();
    let lines = text::balanced(&sentence, SMALL, Weight::Regular, width)
        .into_iter()
        .map(line);
    let lines: Vec<Words> = lines.collect();
    let height = LINE * (lines.len() as f64 - 1.0);
    let x = scene.months.position_inside(month);
    let on_curve = height_at(demand, x).filter(|_| warning.alarm.is_some());
    let ring = Point::new(x, on_curve.unwrap_or(frame.bottom));
    let heights = (0..16).map(|step| ring.y - 18.0 - height - 7.0 * f64::from(step));
    let places: Vec<(f64, Anchor, f64)> = heights
        .flat_map(|y| {
            [
                (x, Anchor::Middle, y),
                (x - 14.0, Anchor::Middle, y),
                (x + 14.0, Anchor::Middle, y),
                (x + 6.0, Anchor::End, y),
                (x - 6.0, Anchor::Start, y),
            ]
        })
        .chain([(frame.left + 2.0, Anchor::Start, frame.top + 10.0)])
        .collect();
    // The words may rise a little above the panel, and reach left over the labels of the axis.
    let room = Frame::new(frame.left, frame.top - 2.0, frame.right, frame.bottom);
    let placed = block(lines, &places, &room, taken);
    let mut marks = Vec::new();
    if !too_late {
        if let Some(bottom) = placed.last().map(|line| line.frame().bottom) {
            let (from, to) = (
                Point::new(x, ring.y - RING - 1.5),
                Point::new(x, bottom + 1.0),
            );
            if to.y < from.y {
                marks.push(Mark::line(from, to, "lead-l"));
            }
        }
        marks.push(Mark::Ring {
            at: ring,
            radius: RING,
        });
    }
    marks.extend(placed.into_iter().map(Mark::Words));
    marks
}
