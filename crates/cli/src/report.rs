//! Results in the keys and shapes of the specification's cases.

use headroom_model::decision::BreakEven;
use headroom_model::field::{Key, Kind};
use headroom_model::outcome::Outcome;
use headroom_model::projection::{Month, Projection};
use headroom_model::scenario::Scenario;
use headroom_model::strategy::Choice;
use headroom_model::values::Plan;
use headroom_model::warning::{LEVELS, Warning};
use headroom_model::world::World;
use serde_json::{Map, Value, json};

/// The projection of every strategy, month by month, and the decision at the best guesses.
#[must_use]
pub fn project(scenario: &Scenario) -> Value {
    let outcome = Outcome::of(scenario);
    let mut report = Map::new();
    for plan in &outcome.plans {
        report.insert(
            plan.strategy.key().into(),
            path(&plan.path, scenario.kind()),
        );
    }
    report.insert("decision".into(), decision(&outcome));
    report.insert(
        "alarm_best".into(),
        json!({
            "level": outcome.sweep.best,
            "EV_MVP_watch": outcome.sweep.best_value(scenario[Key::Success]),
        }),
    );
    Value::Object(report)
}

/// The dates of the simple version, months after launch.
#[must_use]
pub fn warn(scenario: &Scenario) -> Value {
    let warning = Warning::of(scenario);
    let cross = LEVELS.iter().zip(warning.crossings);
    let cross: Map<String, Value> = cross
        .map(|(level, at)| (level_key(*level), json!(at)))
        .collect();
    json!({
        "cross": cross,
        "wall": warning.wall,
        "start": warning.last_start,
        "trigger": warning.alarm,
    })
}

/// `0.6` and `1.0`, as the cases write levels.
fn level_key(level: f64) -> String {
    format!("{level:?}")
}

fn path(path: &Projection, kind: Kind) -> Value {
    let series = |value: fn(&Month) -> f64| path.months.iter().map(value).collect::<Vec<_>>();
    let sums = &path.sums;
    let mut report = json!({
        "launch": path.launch,
        "rebuild_start": path.ending.first_rebuild.map(|(start, _)| start),
        "rebuild_end": path.ending.first_rebuild.map(|(_, end)| end),
        "n_rebuilds": path.ending.rebuilds,
        "npv": path.value(),
        "trough": path.low_point,
        "lost_rev": sums.lost_revenue,
        "terminal": path.ending.terminal,
        "committed": path.ending.committed,
        "sums": {
            "revenue": sums.revenue,
            "build": sums.build,
            "payroll": sums.payroll,
            "drag": sums.drag,
            "run": sums.run,
            "rebuild": sums.rebuild,
            "unitcost": sums.unit_cost,
        },
        "months": (1..=path.months.len()).collect::<Vec<_>>(),
        "demand": series(|month| month.demand),
        "users": series(|month| month.users),
        "level": path.months.iter().map(|month| month.level).collect::<Vec<_>>(),
        "util": series(|month| month.utilisation),
        "latency": series(|month| month.wait),
        "freeze": series(|month| month.freeze),
        "revenue": series(|month| month.revenue),
        "drag": series(|month| month.drag),
        "rebuild": series(|month| month.rebuild),
        "net": series(|month| month.net),
        "cum": path.cash,
    });
    if kind == Kind::Hardware {
        report["unitcost"] = json!(series(|month| month.unit_cost));
        report["backlog"] = json!(series(|month| month.backlog));
    }
    report
}

fn decision(outcome: &Outcome) -> Value {
    let p = outcome.scenario[Key::Success];
    let verdict = &outcome.verdict;
    let mut report = Map::new();
    for plan in &outcome.plans {
        report.insert(plan.strategy.key().into(), values(plan, outcome, p));
    }
    let order: Vec<_> = verdict.order.iter().map(|line| line.option.key()).collect();
    let best_by_p: Vec<_> = verdict
        .best_by_p
        .iter()
        .map(|segment| json!([segment.from, segment.to, segment.option.key()]))
        .collect();
    let p_star: Map<String, Value> = outcome
        .lines
        .iter()
        .filter(|line| line.option != verdict.best)
        .map(|line| (line.option.key().into(), json!(outcome.p_star(line.option))))
        .collect();
    let regret: Map<String, Value> = outcome
        .regrets
        .iter()
        .map(|regret| {
            (
                regret.option.key().into(),
                json!([regret.wanted, regret.unwanted]),
            )
        })
        .collect();
    let rest = [
        ("order", json!(order)),
        ("lead", json!(verdict.lead)),
        (
            "break_even",
            json!({"down": change(verdict.down), "up": change(verdict.up)}),
        ),
        ("best_by_p", json!(best_by_p)),
        ("p_star", Value::Object(p_star)),
        ("EVPI_success", json!(outcome.information.success)),
        (
            "EVPI_success_build_anyway",
            json!(outcome.information.success_build_anyway),
        ),
        ("EVSI_80_20", json!(outcome.information.test_80_20)),
        ("regret", Value::Object(regret)),
    ];
    report.extend(rest.map(|(key, value)| (key.to_owned(), value)));
    Value::Object(report)
}

fn values(plan: &Plan, outcome: &Outcome, p: f64) -> Value {
    let line = outcome.line(Choice::Build(plan.strategy));
    let worlds: Map<String, Value> = World::ALL
        .iter()
        .zip(plan.worlds)
        .map(|(world, value)| (world.key().into(), json!(value)))
        .collect();
    json!({ "W": worlds, "VF": plan.unwanted, "VG": line.good, "EV": line.value(p) })
}

pub(crate) fn change(break_even: Option<BreakEven<Choice>>) -> Value {
    break_even.map_or(Value::Null, |at| json!({ "p": at.p, "to": at.to.key() }))
}

/// The month table: one row per strategy and month.
#[must_use]
pub fn months_csv(scenario: &Scenario) -> String {
    headroom_model::table::months_csv(&Outcome::of(scenario))
}

#[cfg(test)]
mod tests {
    use super::*;
    use headroom_model::strategy::Strategy;

    #[test]
    fn a_watched_mvp_is_where_the_table_says() {
        let csv = months_csv(&Scenario::preset(Kind::Service));
        assert_eq!(csv.lines().count(), 1 + 5 * 36);
        assert!(csv.contains(&format!("{},36,", Strategy::MvpWatch.key())));
    }
}
