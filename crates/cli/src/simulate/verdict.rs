//! Section 14.3: the verdict and what it rests on.

use headroom_model::futures::{Comparison, Futures, OptionFutures};
use headroom_model::outcome::{Decision, Outcome, Verdict};
use headroom_model::strategy::Choice;
use serde_json::{Map, Value, json};

use super::{keyed, spread};
use crate::report::change;

pub(super) fn report(outcome: &Outcome, futures: &Futures) -> Value {
    let decision = &futures.decision;
    let verdict = &decision.verdict;
    let lead = futures.lead();
    let others = |value: fn(&Comparison) -> Value| {
        keyed(&futures.comparisons, |comparison| comparison.than, value)
    };
    let options =
        |value: fn(&OptionFutures) -> Value| keyed(&futures.options, |option| option.option, value);
    let regret = keyed(
        &decision.regrets,
        |regret| regret.option,
        |regret| {
            json!({
                "wanted": regret.wanted,
                "unwanted": regret.unwanted,
                "worst": regret.worst(),
            })
        },
    );
    let cash_short = outcome
        .scenario
        .cash()
        .map(|_| options(|o| json!(o.cash_short)));
    let rest = [
        ("EV", json!(options(|o| json!(o.value)))),
        ("order", json!(keys(verdict))),
        ("best", json!(verdict.best.key())),
        ("next_best", json!(verdict.next_best.key())),
        ("lead", json!(verdict.lead)),
        ("se", json!(verdict.standard_error)),
        ("threshold", json!(verdict.threshold)),
        ("too_close", json!(verdict.too_close)),
        ("ahead_if_wanted", json!(lead.ahead_if_wanted)),
        ("ahead_all_futures", json!(lead.ahead_all_futures)),
        ("recommended", json!(verdict.recommended.key())),
        ("decided_by_step", json!(verdict.decided_by.step())),
        ("alarm_watch", json!(futures.alarm_watch)),
        ("lead_if_wanted", spread(&lead.lead_if_wanted)),
        ("next_other", next_other(futures)),
        ("if_unwanted", if_unwanted(futures)),
        ("break_even", break_even(verdict)),
        ("best_by_p", best_by_p(verdict)),
        ("build_nothing_below", json!(verdict.build_nothing_below)),
        ("p_star", p_star(futures)),
        ("lead_over", json!(others(|c| json!(c.lead)))),
        ("ahead_of", json!(others(|c| json!(c.ahead_if_wanted)))),
        ("regret", json!(regret)),
        (
            "loses_money",
            json!(options(|o| {
                json!({ "share": o.loses_money, "typical_loss": o.typical_loss })
            })),
        ),
        ("cash_needed", json!(options(cash_needed))),
        ("cash_short", json!(cash_short)),
        ("early_warning", json!(futures.early_warning)),
        ("yours", yours(&outcome.yours)),
    ];
    let mut report: Map<String, Value> = Map::new();
    report.extend(rest.map(|(key, value)| (key.to_owned(), value)));
    report.extend(finding_out(futures));
    Value::Object(report)
}

fn cash_needed(option: &OptionFutures) -> Value {
    let [p5, p50, p95] = option.cash_needed;
    json!({ "P5": p5, "P50": p50, "P95": p95, "P90_all_futures": option.cash_needed_p90 })
}

fn next_other(futures: &Futures) -> Value {
    futures.lead_over_other().map_or(Value::Null, |other| {
        json!({
            "option": other.than.key(),
            "lead": other.lead,
            "se": other.standard_error,
            "threshold": other.threshold,
            "too_close": other.too_close,
            "ahead_if_wanted": other.ahead_if_wanted,
            "ahead_all_futures": other.ahead_all_futures,
        })
    })
}

fn if_unwanted(futures: &Futures) -> Value {
    let unwanted = &futures.if_unwanted;
    json!({
        "value": spread(&unwanted.value),
        "cheapest": unwanted.cheapest.key(),
        "lost_more_than_cheapest": unwanted.lost_more_than_cheapest,
    })
}

/// The decision at the best guesses.
fn yours(decision: &Decision) -> Value {
    let lines = |value: &dyn Fn(&headroom_model::decision::Line<Choice>) -> Value| {
        keyed(&decision.lines, |line| line.option, value)
    };
    let values = keyed(
        &decision.verdict.order,
        |line| line.option,
        |line| json!(decision.value(line.option)),
    );
    json!({
        "EV": values,
        "VG": lines(&|line| json!(line.good)),
        "VF": lines(&|line| json!(line.bad)),
        "order": keys(&decision.verdict),
        "break_even": break_even(&decision.verdict),
        "best_by_p": best_by_p(&decision.verdict),
    })
}

/// What it is worth to find out: at the top of the report and in the verdict.
pub(super) fn finding_out(futures: &Futures) -> Map<String, Value> {
    let information = &futures.decision.information;
    let found = &futures.finding_out;
    let of_ranges = |value: fn(&headroom_model::futures::RangeWorth) -> f64| {
        let ranges = found.ranges.iter();
        let values = ranges.map(|range| (range.key.field().name.to_owned(), json!(value(range))));
        Value::Object(values.collect())
    };
    let rest = [
        ("EVPI_success", json!(information.success)),
        (
            "EVPI_success_build_anyway",
            json!(information.success_build_anyway),
        ),
        ("EVSI_80_20", json!(information.test_80_20)),
        ("EVPI_total", json!(found.everything)),
        ("EVPPI_patch", json!(found.quick_fix)),
        ("EVPPI_wrong", json!(found.wrong_bet)),
        ("EVPPI_ranges", of_ranges(|range| range.value)),
        ("drivers", of_ranges(|range| range.share)),
        ("directions", of_ranges(|range| range.direction)),
    ];
    rest.map(|(key, value)| (key.to_owned(), value))
        .into_iter()
        .collect()
}

pub(super) fn keys(verdict: &Verdict) -> Vec<&'static str> {
    verdict.order.iter().map(|line| line.option.key()).collect()
}

pub(super) fn break_even(verdict: &Verdict) -> Value {
    json!({ "down": change(verdict.down), "up": change(verdict.up) })
}

pub(super) fn best_by_p(verdict: &Verdict) -> Value {
    let stretches = verdict.best_by_p.iter();
    stretches
        .map(|stretch| json!([stretch.from, stretch.to, stretch.option.key()]))
        .collect()
}

pub(super) fn p_star(futures: &Futures) -> Value {
    let p_star = keyed(&futures.comparisons, |c| c.than, |c| json!(c.p_star));
    Value::Object(p_star)
}
