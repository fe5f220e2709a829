//! Stretches of months: how much a version carries, and when a rebuild is under way.

use headroom_model::field::Key;
use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;

/// Months over which a version carries the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// Its start, months from the start of the project.
    pub from: f64,
    /// Its end.
    pub to: f64,
    /// Users it carries; hardware: units that can be made in a month.
    pub room: f64,
}

/// How much a plan's version carries, from its launch to the last month. Empty if it is launched later.
#[must_use]
pub fn rooms(outcome: &Outcome, strategy: Strategy) -> Vec<Stretch> {
    let scenario = &outcome.scenario;
    let path = &outcome.plan(strategy).path;
    let multiples = [1.0, scenario[Key::Multiple1], scenario[Key::Multiple2]];
    let mut rooms: Vec<Stretch> = Vec::new();
    for (month, start) in path.months.iter().zip(0_u32..) {
        let (from, to) = (f64::from(start).max(path.launch), f64::from(start + 1));
        if from >= to {
            continue;
        }
        let multiple = multiples.get(month.level).copied().unwrap_or(1.0);
        let room = multiple * scenario[Key::Capacity];
        match rooms.last_mut() {
            Some(last) if last.room == room => last.to = to,
            _ => rooms.push(Stretch { from, to, room }),
        }
    }
    rooms
}

/// How much a plan's version carries at the end of a month; `None` before its launch.
#[must_use]
pub fn room_at(outcome: &Outcome, strategy: Strategy, month: u32) -> Option<f64> {
    let end = f64::from(month);
    let rooms = rooms(outcome, strategy);
    let now = rooms
        .iter()
        .find(|stretch| stretch.from < end && end <= stretch.to);
    now.map(|stretch| stretch.room)
}

/// The months in which a plan's version is rebuilt or extended, from start to end: the first time exactly, later
/// ones in whole months.
#[must_use]
pub fn rebuilds(outcome: &Outcome, strategy: Strategy) -> Vec<(f64, f64)> {
    let path = &outcome.plan(strategy).path;
    let mut spans: Vec<(f64, f64)> = path.ending.first_rebuild.into_iter().collect();
    let first_end = spans.first().map_or(0.0, |span| span.1);
    for (month, start) in path.months.iter().zip(0_u32..) {
        let (from, to) = (f64::from(start), f64::from(start + 1));
        let under_way = month.freeze > 0.0 || month.rebuild > 0.0;
        if !under_way || from < first_end {
            continue;
        }
        match spans.last_mut() {
            Some(last) if last.1 == from && from > first_end => last.1 = to,
            _ => spans.push((from, to)),
        }
    }
    spans
}
