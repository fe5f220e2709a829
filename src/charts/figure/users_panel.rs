//! Users and room: how many use it, how many want to, how many each version carries, and the last moment to start
//! a rebuild. For hardware: units shipped, wanted and possible in a month.

use headroom_model::field::Kind;
use headroom_model::futures::Band;
use headroom_model::outcome::Outcome;
use headroom_model::projection::Month;
use headroom_model::strategy::Strategy;
use headroom_model::text::write::{self, Precision};

use super::band::{DrawnBand, RangeAt, grown, leader_bands, months_of};
use super::clear::Taken;
use super::last_start::last_start;
use super::room_lines::{room_lines, room_words};
use super::stretches::rooms;
use super::value_axis::ValueAxis;
use super::{End, Ends, Scene, Style};
use crate::charts::mark::{Hue, Mark, Tone, line_class};
use crate::charts::path::{line, project};
use crate::charts::scale::Linear;
use crate::charts::shape::Point;
use crate::charts::ticks::Ticks;
use crate::charts::words;

/// Room that is more than this many times the most users is not drawn to scale: the lines would lie flat on the axis.
const DWARFS: f64 = 3.0;
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

/// The axis that holds all users, all demand, and all room that does not dwarf them.
#[must_use]
pub fn axis(outcome: &Outcome) -> ValueAxis {
    let months = outcome.plans.iter().flat_map(|plan| &plan.path.months);
    let most = months.fold(0.0, |most: f64, month| {
        most.max(month.users).max(month.demand)
    });
    let launched = outcome
        .plans
        .iter()
        .any(|plan| is_launched(outcome, plan.strategy));
    let at_launch = if launched {
        outcome.scenario.curve().at_launch()
    } else {
        0.0
    };
    let most = most.max(at_launch);
    let rooms = Strategy::ALL
        .into_iter()
        .flat_map(|strategy| rooms(outcome, strategy));
    let drawn = rooms
        .map(|stretch| stretch.room)
        .filter(|room| *room <= DWARFS * most);
    let most_ranged = leader_bands(outcome).map_or(most, |(_, bands)| {
        let (_, high) = grown((0.0, most), &bands.users);
        high
    });
    let ticks = Ticks::whole(0.0, drawn.fold(most_ranged, f64::max));
    ValueAxis::new(ticks, write::tick)
}

/// Whether a plan is launched within the horizon.
fn is_launched(outcome: &Outcome, strategy: Strategy) -> bool {
    outcome.plan(strategy).path.launch <= f64::from(outcome.scenario.horizon())
}

/// The labels at the line ends: the plans that are launched, demand, and the room of the bigger versions.
#[must_use]
pub fn ends(outcome: &Outcome, axis: &ValueAxis) -> Vec<End> {
    let kind = outcome.scenario.kind();
    let leader = outcome.verdict.leader();
    let launched = |strategy: &Strategy| is_launched(outcome, *strategy);
    let plan = |strategy: Strategy| {
        let last = outcome.plan(strategy).path.months.last();
        let at = last.map_or(0.0, |month| month.users);
        End {
            names: words::names(strategy, kind),
            value: write::count(at, Precision::Table),
            range: String::new(),
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
            range: String::new(),
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
            range: String::new(),
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
    pub fn of(scene: &Scene, axis: &ValueAxis) -> Self {
        let frame = scene.layout.users.frame;
        let users = axis.scale(&frame);
        let mut marks = scene.windows(&frame);
        let band = leader_bands(scene.outcome).and_then(|(strategy, bands)| {
            let ranges = ranges(scene, strategy, &bands.users)?;
            let hue = Hue::of(strategy);
            let band = DrawnBand::of(hue, &ranges, &frame, &scene.months, &users);
            let last = ranges.last().copied()?;
            let wordings = words::band_edges(
                [last.low, last.high].map(|end| write::count(end, Precision::Table)),
                axis.is_below(last.high),
                false,
            );
            Some((hue, band, wordings))
        });
        if let Some((_, band, _)) = &band {
            marks.extend(band.marks.clone());
        }
        marks.extend(axis.grid(scene, &frame));
        let mut taken = Taken::default();
        if let Some((_, band, _)) = &band {
            band.take(&frame, &mut taken);
        }
        marks.extend(room_lines(scene, axis, &mut taken));

        let demand = points(scene, &users, Strategy::MvpLive, |month| month.demand);
        taken.line(&demand, 3.0);
        let d = line(&demand);
        marks.push(Mark::Path {
            d,
            class: "ln ln-demand",
        });
        for strategy in scene.drawing_order() {
            let points = points(scene, &users, strategy, |month| month.users);
            taken.line(&points, 3.0);
            let class = line_class(strategy, scene.leads(strategy));
            let d = line(&points);
            marks.push(Mark::Path { d, class });
        }

        let ends = ends(scene.outcome, axis);
        let ys: Vec<f64> = ends.iter().map(|end| users.position(end.at)).collect();
        let labels = Ends::of(scene, &frame, &ends, &ys, Style::users(scene.layout.wide));
        taken.marks(&labels.marks);
        marks.extend(labels.marks);

        if let Some(x) = scene.wall_x() {
            let (top, bottom) = (Point::new(x, frame.top), Point::new(x, frame.bottom));
            marks.push(Mark::line(top, bottom, "ref"));
            taken.line(&[top, bottom], 2.0);
        }
        marks.extend(room_words(scene, axis, &mut taken));
        marks.extend(last_start(scene, &demand, &mut taken));
        if let Some((hue, band, wordings)) = band {
            marks.extend(band.words(hue, wordings, &frame, &mut taken));
        }
        Self {
            marks,
            ends,
            apart: labels.apart,
        }
    }
}

/// The range of a plan's users from its launch on; `None` if it is launched later than the last month.
fn ranges(scene: &Scene, strategy: Strategy, band: &Band) -> Option<Vec<RangeAt>> {
    if !is_launched(scene.outcome, strategy) {
        return None;
    }
    let month = scene.outcome.plan(strategy).path.launch;
    let start = match scene.kind() {
        Kind::Service => scene.outcome.scenario.curve().at_launch(),
        Kind::Hardware => 0.0,
    };
    let start = RangeAt {
        month,
        low: start,
        high: start,
    };
    Some(months_of(band, start))
}

/// A plan's line from its launch on. Users are there at launch; units only once a month is over.
fn points(
    scene: &Scene,
    users: &Linear,
    strategy: Strategy,
    value: impl Fn(&Month) -> f64,
) -> Vec<Point> {
    let path = &scene.outcome.plan(strategy).path;
    let at_launch = (path.launch, scene.outcome.scenario.curve().at_launch());
    let is_there = scene.kind() == Kind::Service && is_launched(scene.outcome, strategy);
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
