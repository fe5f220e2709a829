//! JSON has no word for what is not a number and says `null`. So nothing may be `null` but what has a
//! meaning when it is missing: "never", "at no chance".

use headroom_cli::{Extent, project, simulate, warn};
use headroom_model::field::{Field, Kind};
use headroom_model::scenario::Scenario;
use serde_json::Value;

/// What may be missing: dates that never come, chances at which nothing changes.
const MAY_BE_MISSING: [&str; 9] = [
    "rebuild_start",
    "rebuild_end",
    "down",
    "up",
    "p_star",
    "wall",
    "start",
    "trigger",
    "cross",
];

/// The same over futures, with what needs a limit or a range that was not given.
const MAY_BE_MISSING_OVER_FUTURES: [&str; 6] = [
    "down",
    "up",
    "alarm",
    "cash_short",
    "P_other_best",
    "inside_range",
];

/// The keys on the way to every `null`.
fn nulls(value: &Value, way: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    match value {
        Value::Null => found.push(way.clone()),
        Value::Object(map) => {
            for (key, value) in map {
                way.push(key.clone());
                nulls(value, way, found);
                way.pop();
            }
        }
        Value::Array(list) => list.iter().for_each(|value| nulls(value, way, found)),
        _ => {}
    }
}

#[track_caller]
fn nothing_else_is_missing(report: &Value, may: &[&str], about: &str) {
    let mut found = Vec::new();
    nulls(report, &mut Vec::new(), &mut found);
    for way in found {
        let meant = way.iter().any(|key| may.contains(&key.as_str()));
        assert!(meant, "{about}: {}", way.join("."));
    }
}

/// [N2 N10]
#[test]
fn nothing_is_null_but_what_is_missing() {
    for kind in Kind::ALL {
        for field in Field::of(kind) {
            for end in [field.allowed.0, field.allowed.1] {
                let Ok(scenario) = Scenario::preset(kind).changed([(field.key, end)]) else {
                    continue;
                };
                let about = format!("{} {end}", field.name);
                nothing_else_is_missing(&project(&scenario), &MAY_BE_MISSING, &about);
                nothing_else_is_missing(&warn(&scenario), &MAY_BE_MISSING, &about);
            }
        }
    }
}

/// [N2 N10]
#[test]
fn nothing_in_a_simulation_is_null_but_what_is_missing() {
    for kind in Kind::ALL {
        let report = simulate(&Scenario::preset(kind), 64, 1, Extent::Full);
        nothing_else_is_missing(&report, &MAY_BE_MISSING_OVER_FUTURES, kind.name());
    }
}
