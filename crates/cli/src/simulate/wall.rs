//! Section 14.2: the wall.

use headroom_model::futures::{Rebuild, Times, Wall};
use headroom_model::warning::LEVELS;
use serde_json::{Map, Value, json};

use super::{spread, times};

pub(super) fn report(wall: &Wall) -> Value {
    let crossings = |number: fn(&Times) -> Option<f64>| {
        let levels = LEVELS.iter().zip(&wall.crossings);
        let rows = levels.map(|(level, at)| (format!("{level:.2}"), json!(number(at))));
        rows.collect::<Map<_, _>>()
    };
    let mut alarm = times(&wall.alarm);
    alarm["share_defined"] = json!(wall.alarm_share);
    json!({
        "wall": times(&wall.wall),
        "share_within_horizon": wall.share_within_horizon,
        "share_never": wall.share_never,
        "share_within_12_months_of_launch": wall.share_within_12_months,
        "last_start": times(&wall.last_start),
        "share_too_late_at_launch": wall.too_late_at_launch,
        "share_too_late_at_project_start": wall.too_late_at_start,
        "alarm": alarm,
        "crossings_yours": crossings(|at| at.yours),
        "crossings_P50": crossings(|at| at.p50),
        "wanted_after_launch": {
            "6": spread(&wall.wanted[0]),
            "12": spread(&wall.wanted[1]),
        },
        "rebuild_MVP_late": rebuild(&wall.late),
        "rebuild_MVP_watch": rebuild(&wall.watched),
    })
}

fn rebuild(rebuild: &Rebuild) -> Value {
    json!({
        "share": rebuild.share,
        "in_time": rebuild.in_time,
        "start": times(&rebuild.start),
        "end": times(&rebuild.end),
    })
}
