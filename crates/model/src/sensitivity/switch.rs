//! Switch points: the values of an input at which another option becomes the best. Section 14.7.

use serde::{Deserialize, Serialize};

use super::{About, Gap, Input, Needed};
use crate::field::Key;
use crate::strategy::Choice;

/// Equal cells into which the interval is cut.
const CELLS: u32 = 16;
/// How often a cell is halved.
const HALVINGS: u32 = 16;

/// A value at which the best option changes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Switch {
    /// The value of the input.
    pub value: f64,
    /// The best option just below.
    pub best_below: Choice,
    /// The best option just above.
    pub best_above: Choice,
    /// Chance that the input lies below; `None` without a range.
    pub chance_below: Option<f64>,
    /// For the size of demand: users twelve months after launch.
    pub users_month_12: Option<f64>,
}

/// All switch points of an input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SwitchPoints {
    /// The input.
    pub key: Key,
    /// What was searched.
    pub interval: [f64; 2],
    /// The switch points, ascending; none = no switch point.
    pub switches: Vec<Switch>,
    /// The best options at the ends of the interval.
    pub best_at_ends: [Choice; 2],
    /// Chance that another option is the best one; `None` without a range.
    pub chance_other_best: Option<f64>,
    /// Whether a switch point lies between low and high; `None` without a range.
    pub inside_range: Option<bool>,
    /// How far the nearest switch point lies from the best guess, in standard deviations of the
    /// range; `None` without one, or where it lies at an end of the scale, as a chance of 0 does.
    pub distance: Option<f64>,
}

impl SwitchPoints {
    /// The most decisive first: by the chance that another option is best, then by distance.
    pub fn sort(rows: &mut [Self]) {
        rows.sort_by(|a, b| {
            let chance = |row: &Self| row.chance_other_best.unwrap_or(-1.0);
            let distance = |row: &Self| row.distance.unwrap_or(f64::INFINITY);
            let by_chance = chance(b).total_cmp(&chance(a));
            by_chance.then(distance(a).total_cmp(&distance(b)))
        });
    }
}

/// A change of the best option between two places of the scale.
struct Change {
    value: f64,
    below: Gap,
    above: Gap,
}

pub(super) fn switch_points(about: &About<'_>, input: &Input) -> Result<SwitchPoints, Needed> {
    let interval = input.interval();
    let (changes, starts_ahead) = if input.key == Key::Success {
        of_success(about)
    } else {
        search(about, input, interval)?
    };
    let ends = if input.key == Key::Success {
        let edge = &about.decision.verdict.best_by_p;
        let end = |stretch: Option<&crate::decision::Segment<Choice>>| {
            stretch.map_or(about.decision.verdict.best, |stretch| stretch.option)
        };
        [end(edge.first()), end(edge.last())]
    } else {
        let [low, high] = interval;
        [about.gap(input, low)?.best, about.gap(input, high)?.best]
    };
    let curve = about.simulation.scenario().curve();
    let switches: Vec<Switch> = changes
        .iter()
        .map(|change| Switch {
            value: change.value,
            best_below: change.below.best,
            best_above: change.above.best,
            chance_below: input
                .range
                .map(|range| range.share_below(input.best, change.value)),
            users_month_12: (input.key == Key::Size)
                .then(|| curve.with_size(change.value).at(12.0)),
        })
        .collect();
    let inside_range = input.range.map(|range| {
        let inside = |switch: &Switch| (range.low..=range.high).contains(&switch.value);
        switches.iter().any(inside)
    });
    Ok(SwitchPoints {
        key: input.key,
        interval,
        best_at_ends: ends,
        chance_other_best: input.range.map(|_| other_best(&switches, starts_ahead)),
        inside_range,
        distance: switches
            .iter()
            .map(|switch| input.distance(switch.value).abs())
            .filter(|distance| distance.is_finite())
            .reduce(f64::min),
        switches,
    })
}

/// For the chance of success the break-evens are known without a search.
fn of_success(about: &About<'_>) -> (Vec<Change>, bool) {
    let verdict = &about.decision.verdict;
    let own = |lead: f64, best| Gap { lead, best };
    let down = verdict.down.map(|at| Change {
        value: at.p,
        below: own(0.0, at.to),
        above: own(1.0, verdict.best),
    });
    let up = verdict.up.map(|at| Change {
        value: at.p,
        below: own(1.0, verdict.best),
        above: own(0.0, at.to),
    });
    let starts_ahead = down.is_none();
    (down.into_iter().chain(up).collect(), starts_ahead)
}

/// Cuts the interval into cells and halves those whose ends differ; says whether the option that
/// is best now is ahead at the low end.
fn search(
    about: &About<'_>,
    input: &Input,
    [low, high]: [f64; 2],
) -> Result<(Vec<Change>, bool), Needed> {
    let shape = input.shape();
    let (from, to) = (shape.to_scale(low), shape.to_scale(high));
    // The ends themselves, not what rounding makes of them.
    let value = |place: f64| {
        if place <= from {
            low
        } else if place >= to {
            high
        } else {
            shape.from_scale(place)
        }
    };
    let gap = |place: f64| about.gap(input, value(place));
    let place = |cell: u32| from + (to - from) * (f64::from(cell) / f64::from(CELLS));
    let first = gap(from)?;
    let mut changes = Vec::new();
    let mut below = first;
    for cell in 0..CELLS {
        let above = gap(place(cell + 1))?;
        if below.ahead() != above.ahead() {
            let ends = [(place(cell), below), (place(cell + 1), above)];
            let (middle, below, above) = halve(ends, gap)?;
            changes.push(Change {
                value: value(middle),
                below,
                above,
            });
        }
        below = above;
    }
    Ok((changes, first.ahead()))
}

fn halve(
    [mut low, mut high]: [(f64, Gap); 2],
    gap: impl Fn(f64) -> Result<Gap, Needed>,
) -> Result<(f64, Gap, Gap), Needed> {
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low.0 + high.0);
        let at = gap(middle)?;
        if at.ahead() == low.1.ahead() {
            low = (middle, at);
        } else {
            high = (middle, at);
        }
    }
    Ok((0.5 * (low.0 + high.0), low.1, high.1))
}

/// Chance of lying where the option that is best now is not.
fn other_best(switches: &[Switch], starts_ahead: bool) -> f64 {
    let ends = switches.iter().filter_map(|switch| switch.chance_below);
    let mut ahead = starts_ahead;
    let mut from = 0.0;
    let mut behind = 0.0;
    for end in ends.chain([1.0]) {
        if !ahead {
            behind += end - from;
        }
        ahead = !ahead;
        from = end;
    }
    behind
}
