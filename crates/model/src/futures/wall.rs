//! The wall, the last moment to start, and the rebuild. Source: model specification, section 14.2.

use serde::{Deserialize, Serialize};

use super::spread::{Spread, Times};
use crate::quantile::{Weighted, quantiles};
use crate::simulation::{Draw, Draws, Trace};
use crate::strategy::Strategy;
use crate::warning::LEVELS;

/// When the simple version is full. Months since the start of the project unless said otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wall {
    /// When demand reaches the capacity.
    pub wall: Times,
    /// The same, counted from launch.
    pub after_launch: Times,
    /// Share of draws in which it does within the horizon.
    pub share_within_horizon: f64,
    /// Share in which it never does.
    pub share_never: f64,
    /// Share in which it does within twelve months of launch.
    pub share_within_12_months: f64,
    /// The last moment to start a rebuild that is finished at the wall.
    pub last_start: Times,
    /// Share of draws in which it lies before launch.
    pub too_late_at_launch: f64,
    /// Share in which it lies before the start of the project.
    pub too_late_at_start: f64,
    /// The alarm that is just in time, over the draws in which it is not too late at launch.
    pub alarm: Times,
    /// Share of those draws.
    pub alarm_share: f64,
    /// When demand reaches the shares [`LEVELS`] of capacity.
    pub crossings: [Times; LEVELS.len()],
    /// Demand 6 and 12 months after launch.
    pub wanted: [Spread; 2],
    /// The rebuild of the MVP that waits until it hurts.
    pub late: Rebuild,
    /// The rebuild of the watched MVP.
    pub watched: Rebuild,
}

/// When a full rebuild is under way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rebuild {
    /// Chance that one starts within the horizon.
    pub share: f64,
    /// Chance that one starts and ends by the wall.
    pub in_time: f64,
    /// When it starts.
    pub start: Times,
    /// When it ends.
    pub end: Times,
}

impl Wall {
    pub(crate) fn of(draws: &Draws, yours: &Draw, horizon: f64) -> Self {
        let times = |number: fn(&Draw) -> f64| Times::of(&draws.each(number), Some(number(yours)));
        let share =
            |holds: &dyn Fn(&Draw) -> bool| draws.mean(|draw| f64::from(u8::from(holds(draw))));
        let alarms: Vec<Weighted> = draws
            .list
            .iter()
            .filter_map(|draw| Some((draw.dates.alarm?, 1.0)))
            .collect();
        let mut crossings = [Times::default(); LEVELS.len()];
        for (level, crossing) in crossings.iter_mut().enumerate() {
            let at = |draw: &Draw| draw.dates.launch + draw.dates.crossings[level];
            *crossing = Times::of(&draws.each(at), Some(at(yours)));
        }
        let wanted = [0, 1].map(|at| {
            let number = |draw: &Draw| draw.dates.wanted[at];
            Spread::of(&draws.each(number), number(yours))
        });
        Self {
            wall: times(wall),
            after_launch: times(|draw| draw.dates.wall()),
            share_within_horizon: share(&|draw| wall(draw) <= horizon),
            share_never: share(&|draw| draw.dates.wall() == f64::INFINITY),
            share_within_12_months: share(&|draw| draw.dates.wall() <= 12.0),
            last_start: times(|draw| draw.dates.launch + draw.dates.last_start),
            too_late_at_launch: share(&|draw| draw.dates.last_start < 0.0),
            too_late_at_start: share(&|draw| draw.dates.launch + draw.dates.last_start < 0.0),
            alarm: Times::of(&alarms, yours.dates.alarm),
            alarm_share: share(&|draw| draw.dates.alarm.is_some()),
            crossings,
            wanted,
            late: Rebuild::of(draws, yours, Strategy::MvpLate),
            watched: Rebuild::of(draws, yours, Strategy::MvpWatch),
        }
    }
}

fn wall(draw: &Draw) -> f64 {
    draw.dates.launch + draw.dates.wall()
}

impl Rebuild {
    fn of(draws: &Draws, yours: &Draw, strategy: Strategy) -> Self {
        let weight = draws.weight();
        let mut starts = Vec::new();
        let mut ends = Vec::new();
        let mut share = 0.0;
        let mut in_time = 0.0;
        for draw in &draws.list {
            let Some((start, end)) = draw.wanted(strategy, 0).first_rebuild else {
                continue;
            };
            // The worlds in which a quick fix is not enough.
            let chance = (draw.chances[0] + draw.chances[2]) * weight;
            starts.push((start, chance));
            ends.push((end, chance));
            share += chance;
            if end <= wall(draw) {
                in_time += chance;
            }
        }
        let mine: &Trace = yours.wanted(strategy, 0);
        let times = |numbers: &[Weighted], mine: Option<f64>| Times {
            yours: mine,
            ..Times::of(numbers, None)
        };
        Self {
            share,
            in_time,
            start: times(&starts, mine.first_rebuild.map(|(start, _)| start)),
            end: times(&ends, mine.first_rebuild.map(|(_, end)| end)),
        }
    }
}

/// A single quantile of times that may never come.
pub(crate) fn one_quantile(numbers: &[Weighted], place: f64) -> Option<f64> {
    let [found] = quantiles(numbers, [place]);
    found
}
