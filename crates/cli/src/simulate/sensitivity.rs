//! Sections 14.7 and 14.8: switch points and tornado.

use headroom_model::field::Key;
use headroom_model::futures::Futures;
use headroom_model::sensitivity::{SwitchPoints, WhatWouldChange};
use serde_json::{Map, Value, json};

pub(super) fn switch_points(futures: &Futures, changes: &WhatWouldChange) -> Value {
    let rows: Map<String, Value> = changes
        .switch_points
        .iter()
        .map(|row| (name(row.key), switches(row)))
        .collect();
    let mut sorted = changes.switch_points.clone();
    SwitchPoints::sort(&mut sorted);
    let order: Vec<String> = sorted.iter().map(|row| name(row.key)).collect();
    json!({ "best": futures.decision.verdict.best.key(), "rows": rows, "order": order })
}

fn switches(row: &SwitchPoints) -> Value {
    let switches: Vec<Value> = row
        .switches
        .iter()
        .map(|switch| {
            let mut report = json!({
                "value": switch.value,
                "best_below": switch.best_below.key(),
                "best_above": switch.best_above.key(),
            });
            if let Some(chance) = switch.chance_below {
                report["P_below"] = json!(chance);
            }
            if let Some(users) = switch.users_month_12 {
                report["users_month_12"] = json!(users);
            }
            report
        })
        .collect();
    json!({
        "interval": row.interval,
        "switch": switches,
        "best_at_ends": row.best_at_ends.map(|option| option.key()),
        "P_other_best": row.chance_other_best,
        "inside_range": row.inside_range,
    })
}

pub(super) fn tornado(changes: &WhatWouldChange) -> Value {
    let Some(tornado) = &changes.tornado else {
        return Value::Null;
    };
    let rows: Map<String, Value> = tornado
        .bars
        .iter()
        .map(|bar| {
            let [low, high] = bar.leads;
            let [best_low, best_high] = bar.best.map(|option| option.key());
            let row = json!({
                "low": low,
                "high": high,
                "best_low": best_low,
                "best_high": best_high,
            });
            (name(bar.key), row)
        })
        .collect();
    let order: Vec<String> = tornado.bars.iter().map(|bar| name(bar.key)).collect();
    json!({ "best": tornado.best.key(), "base": tornado.lead, "rows": rows, "order": order })
}

fn name(key: Key) -> String {
    key.field().name.to_owned()
}
