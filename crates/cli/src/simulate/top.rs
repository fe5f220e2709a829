//! The keys of D14, at the top of the report.

use headroom_model::field::Key;
use headroom_model::futures::Futures;
use headroom_model::simulation::Simulation;
use headroom_model::strategy::{Choice, Strategy};
use headroom_model::values::{ALARM_LEVELS, RULE_OF_THUMB};
use serde_json::{Map, Value, json};

use super::verdict::{best_by_p, break_even, finding_out, keys, p_star};

pub(super) fn report(simulation: &Simulation, futures: &Futures) -> Map<String, Value> {
    let p = simulation.scenario()[Key::Success];
    let decision = &futures.decision;
    let verdict = &decision.verdict;
    let msp = Choice::Build(Strategy::Msp);
    let against_msp = |than| simulation.compare(decision, msp, than);
    let over_late = against_msp(Choice::Build(Strategy::MvpLate));
    let mut report = Map::new();
    for option in futures
        .options
        .iter()
        .filter(|o| o.option != Choice::Nothing)
    {
        let [low, middle, high] = option.values;
        report.insert(
            option.option.key().into(),
            json!({
                "EV": option.value,
                "q05": low,
                "q50": middle,
                "q95": high,
                "loses_money": option.loses_money,
                "typical_loss": option.typical_loss,
            }),
        );
    }
    let watched_bad = decision.line(Choice::Build(Strategy::MvpWatch)).bad;
    let at_65 = ALARM_LEVELS
        .iter()
        .zip(futures.sweep)
        .find(|(level, _)| **level == RULE_OF_THUMB);
    let at_65 = at_65.map(|(_, good)| p * good + (1.0 - p) * watched_bad);
    let msp_better: Map<String, Value> = decision
        .lines
        .iter()
        .filter(|line| line.option != msp)
        .map(|line| {
            let ahead = against_msp(line.option).ahead_if_wanted;
            (line.option.key().to_owned(), json!(ahead))
        })
        .collect();
    let sweep: Vec<Value> = ALARM_LEVELS
        .iter()
        .zip(futures.sweep)
        .map(|(level, good)| json!([level, p * good + (1.0 - p) * watched_bad]))
        .collect();
    let ranges = &futures.finding_out.ranges;
    let mean_draws: Map<String, Value> = simulation
        .drawn()
        .iter()
        .filter_map(|key| ranges.iter().find(|range| range.key == *key))
        .map(|range| (range.key.field().name.to_owned(), json!(range.mean)))
        .collect();
    let rest = [
        ("draws", json!(futures.draws)),
        ("seed", json!(futures.seed)),
        ("engine", json!(env!("CARGO_PKG_VERSION"))),
        ("alarm_watch", json!(futures.alarm_watch)),
        ("alarm_sweep", json!(sweep)),
        ("EV_MVP_watch_at_65", json!(at_65)),
        ("order", json!(keys(verdict))),
        ("lead", json!(verdict.lead)),
        ("lead_se", json!(verdict.standard_error)),
        ("too_close", json!(verdict.too_close)),
        ("ahead_if_wanted", json!(futures.lead().ahead_if_wanted)),
        ("break_even", break_even(verdict)),
        ("best_by_p", best_by_p(verdict)),
        ("dEV_MSP_MVP_late", json!(over_late.lead)),
        ("se", json!(over_late.standard_error)),
        ("p_star", p_star(futures)),
        ("P_MSP_better", Value::Object(msp_better)),
        ("mean_draws", Value::Object(mean_draws)),
    ];
    report.extend(rest.map(|(key, value)| (key.to_owned(), value)));
    report.extend(finding_out(futures));
    report
}
