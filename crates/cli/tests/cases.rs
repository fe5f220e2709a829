//! The engine's cases (D12, D13) and the warning's (D10) through the program itself: every number.

mod common;

use common::{case, headroom};
use serde_json::{Value, json};

/// Compares every leaf of `expected`; arrays by month are looked up at the months of the case.
fn compare(path: &str, expected: &Value, actual: &Value, rows: Option<&[usize]>) -> usize {
    match expected {
        Value::Object(map) => {
            let rows: Option<Vec<usize>> = map.get("months").map(|months| {
                let months = months.as_array().unwrap().iter();
                months
                    .map(|month| usize::try_from(month.as_u64().unwrap()).unwrap() - 1)
                    .collect()
            });
            let leaves = map.iter().map(|(key, value)| {
                compare(
                    &format!("{path}.{key}"),
                    value,
                    &actual[key],
                    rows.as_deref(),
                )
            });
            leaves.sum()
        }
        Value::Array(list) => {
            let by_month = rows.filter(|rows| rows.len() == list.len());
            let leaves = list.iter().enumerate().map(|(place, value)| {
                let at = by_month.map_or(place, |rows| rows[place]);
                compare(&format!("{path}[{at}]"), value, &actual[at], None)
            });
            leaves.sum()
        }
        Value::Number(number) => {
            let expected = number.as_f64().unwrap();
            let actual = actual
                .as_f64()
                .unwrap_or_else(|| panic!("{path} is {actual}"));
            let close = (actual - expected).abs() <= 1e-6 * expected.abs().max(1e-6);
            assert!(close, "{path}: {actual} is not {expected}");
            1
        }
        _ => {
            assert_eq!(actual, expected, "{path}");
            1
        }
    }
}

fn check_engine(id: &str, numbers: usize) {
    let case = case(id);
    let output = headroom(&["project", "-"], &case["inputs"].to_string());
    assert!(output.status.success());
    let actual: Value = serde_json::from_slice(&output.stdout).unwrap();
    let checked = compare(id, &case["expected"], &actual, None);
    assert_eq!(checked, numbers, "every number of the case");
    assert_eq!(
        actual["MSP"]["cum"].as_array().unwrap().len(),
        36,
        "all months"
    );
}

#[test]
fn d12_service_engine() {
    check_engine("D12", 868);
}

#[test]
fn d13_hardware_engine() {
    check_engine("D13", 998);
}

#[test]
fn d10_warning() {
    let case = case("D10");
    let demand = json!({"kind": "logistic3", "U0": 100, "U6": 500, "U12": 2000});
    let input = json!({"base": "SERVICE", "changes": {"demand": demand, "cap0": 1000, "L1": 4}});
    let output = headroom(&["warn", "-"], &input.to_string());
    let actual: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(compare("D10", &case["expected"], &actual, None), 8);
}

#[test]
fn the_defaults_are_those_of_the_specification() {
    let params: Value =
        serde_json::from_str(include_str!("../../model/tests/data/params.json")).unwrap();
    for base in ["SERVICE", "HARDWARE"] {
        let mut changes = params[base].as_object().unwrap().clone();
        changes.remove("kind");
        let all = json!({"base": base, "changes": changes}).to_string();
        let none = json!({"base": base}).to_string();
        assert_eq!(headroom_cli::read(&all), headroom_cli::read(&none));
    }
}

/// A scenario file of the page gives what the same changes give; half a number is named.
#[test]
fn scenario_files_of_the_page_are_read() {
    let file = include_str!("../../model/tests/data/scenarios/v1/pilot-alarm-65.json");
    let same = r#"{"base": "SERVICE", "changes": {"alarm_watch": 0.65}}"#;
    assert_eq!(headroom_cli::read(file), headroom_cli::read(same));
    let output = headroom(&["project", "-"], file);
    assert_eq!(output.stdout, headroom(&["project", "-"], same).stdout);
    let lines: Vec<&str> = file
        .lines()
        .filter(|line| !line.contains("\"check\""))
        .collect();
    let half = lines
        .join("\n")
        .replace("\"value\": 0.65", "\"text\": \"6o\"")
        .replace("  ],\n}", "  ]\n}");
    let output = headroom(&["project", "-"], &half);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        said.contains("alarm_watch: This must be a number."),
        "{said}"
    );
    let newer = headroom(&["project", "-"], "{\"headroom\": 2}");
    assert!(
        String::from_utf8(newer.stderr)
            .unwrap()
            .contains("newer version")
    );
}

#[test]
fn months_as_csv() {
    let output = headroom(
        &["project", "-", "--format", "csv"],
        r#"{"base": "HARDWARE"}"#,
    );
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("plan,month,demand,users,backlog,"));
    assert_eq!(text.lines().count(), 1 + 5 * 36);
}

#[test]
fn bad_input_ends_with_2_and_one_sentence_that_names_the_key() {
    let table = [
        ("{", "not valid JSON"),
        ("[]", "\"base\" and \"changes\""),
        (r#"{"base": "SERVICES"}"#, "base: "),
        (r#"{"base": "SERVICE", "seed": 1}"#, "seed: "),
        (r#"{"base": "SERVICE", "changes": [1]}"#, "changes: "),
        (r#"{"base": "SERVICE", "changes": {"pp": 1}}"#, "pp: "),
        (
            r#"{"base": "SERVICE", "changes": {"p": "high"}}"#,
            "p: this must be a number",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"p": 1.5}}"#,
            "p: This must lie between 0% and 100%",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"price": 10}}"#,
            "price: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"cash": "none"}}"#,
            "cash: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"alarm_watch": "bset"}}"#,
            "alarm_watch: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"nothing_allowed": 1}}"#,
            "nothing_allowed: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"drag1": [0.1, 0.2]}}"#,
            "drag1: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"C0": 1e999}}"#,
            "not valid JSON",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"demand": {"kind": "cubic"}}}"#,
            "demand.kind: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"demand": {"U13": 1}}}"#,
            "demand.U13: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"demand.K": 2000}}"#,
            "demand.K: ",
        ),
        (
            r#"{"base": "SERVICE", "changes": {"demand": {"kind": "logistic3", "U0": 5, "U6": 4, "U12": 9}}}"#,
            "demand.U0: ",
        ),
    ];
    for (input, named) in table {
        let output = headroom(&["project", "-"], input);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{input}");
        assert!(said.contains(named), "{input}: {said}");
        assert_eq!(said.lines().count(), 1, "{input}: {said}");
        assert!(output.stdout.is_empty(), "{input}");
    }
    assert_eq!(
        headroom(&["project", "no-such-file"], "").status.code(),
        Some(2)
    );
    assert_eq!(
        headroom(&["project", "-", "--format", "xml"], "")
            .status
            .code(),
        Some(2)
    );
    assert_eq!(headroom(&["simulate"], "").status.code(), Some(2));
}

#[test]
fn demand_of_every_kind_is_read() {
    let table = [
        json!({"kind": "milestones", "U0": 50}),
        json!({"kind": "logistic3", "U0": 100, "U6": 500, "U12": 2000}),
        json!({"kind": "logistic", "U0": 100, "K": 6500, "r": 0.3}),
        json!({"kind": "exponential", "U0": 100, "g": 0.1}),
        json!({"kind": "bass", "U0": 100, "M": 6500, "p": 0.03, "q": 0.38}),
        json!({"kind": "points", "taus": [0, 6, 12], "users": [100, 600, 2000]}),
    ];
    let mut seen = Vec::new();
    for demand in table {
        let input = json!({"base": "SERVICE", "changes": {"demand": demand}}).to_string();
        let scenario = headroom_cli::read(&input).unwrap();
        let users = scenario.curve().at(3.5);
        assert!(users > 50.0 && !seen.contains(&users), "{input}");
        seen.push(users);
    }
}
