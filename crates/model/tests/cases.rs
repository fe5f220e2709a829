//! The given cases with exact expected numbers, as data: `data/cases.json` is a copy of the
//! specification's. The engine's own cases (D12, D13) are run through the command line.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::capacity::ResponseCurve;
use headroom_model::decision::{self, Line};
use headroom_model::demand::{Curve, Demand};
use headroom_model::field::Field;
use headroom_model::field::{Key, Kind, Range, Shape};
use headroom_model::math::{monthly_rate, net_present_value, pow};
use headroom_model::outcome::Outcome;
use headroom_model::queueing;
use headroom_model::range;
use headroom_model::sampling::{Mulberry32, RSequence};
use headroom_model::scenario::Scenario;
use headroom_model::strategy::{Choice, Strategy};
use headroom_model::warning::Warning;
use serde_json::{Map, Value};

/// A case: its inputs and every number that is expected.
struct Case {
    inputs: Value,
    expected: Value,
    checked: usize,
    tolerance: f64,
}

#[track_caller]
fn case(id: &str) -> Case {
    let all: Value = serde_json::from_str(include_str!("data/cases.json")).unwrap();
    let case = all["cases"]
        .as_array()
        .unwrap()
        .iter()
        .find(|case| case["id"] == id)
        .unwrap();
    let tolerance = case["tolerance"].as_str().unwrap();
    let relative = tolerance
        .trim_start_matches("rel ")
        .trim_start_matches("abs ")
        .split(' ')
        .next()
        .unwrap();
    Case {
        inputs: case["inputs"].clone(),
        expected: case["expected"].clone(),
        checked: 0,
        tolerance: relative.parse().unwrap(),
    }
}

impl Case {
    fn input(&self, key: &str) -> f64 {
        self.inputs[key].as_f64().unwrap()
    }

    fn map(&self, key: &str) -> Map<String, Value> {
        self.expected[key].as_object().unwrap().clone()
    }

    #[track_caller]
    fn number(&mut self, expected: &Value, actual: Option<f64>) {
        self.checked += 1;
        let Some(expected) = expected.as_f64() else {
            assert!(
                expected.is_null() && actual.is_none(),
                "{actual:?} is not {expected}"
            );
            return;
        };
        let actual = actual.unwrap();
        let close = (actual - expected).abs() <= self.tolerance * expected.abs();
        assert!(close, "{actual} is not {expected} to {}", self.tolerance);
    }

    #[track_caller]
    fn key(&mut self, key: &str, actual: f64) {
        let expected = self.expected[key].clone();
        self.number(&expected, Some(actual));
    }

    /// Numbers by a key that is itself a number.
    #[track_caller]
    fn table(&mut self, key: &str, actual: impl Fn(f64) -> Option<f64>) {
        for (at, expected) in self.map(key) {
            self.number(&expected, actual(at.parse().unwrap()));
        }
    }

    /// Every number of the case was looked at.
    #[track_caller]
    fn done(self) {
        assert_eq!(
            self.checked,
            leaves(&self.expected),
            "not every number was checked"
        );
    }
}

fn leaves(value: &Value) -> usize {
    match value {
        Value::Object(map) => map.values().map(leaves).sum(),
        Value::Array(list) => list.iter().map(leaves).sum(),
        Value::String(_) => 0,
        _ => 1,
    }
}

#[test]
fn d02_response_time() {
    let mut case = case("D02");
    let curve = ResponseCurve::from_capacity(
        case.input("R1"),
        case.input("Rmax"),
        case.input("cap"),
        case.input("k"),
    );
    case.key("A", curve.a);
    case.key("B", curve.b);
    case.table("R", |users| Some(curve.seconds(users)));
    case.done();
}

#[test]
fn d03_queues() {
    let mut case = case("D03");
    let (load, arrivals, service) = (case.input("a"), case.input("lam"), case.input("S"));
    assert_eq!(case.input("c"), 3.0);
    case.key("C", queueing::erlang_c(3, load).unwrap());
    case.key("R", queueing::response(3, arrivals, service).unwrap());
    case.table("mm1_stretch", |utilisation| {
        Some(queueing::stretch(utilisation))
    });
    case.done();
}

/// The list of inputs against the specification's own: keys, tiers, defaults, ranges, shapes.
#[test]
fn the_list_of_inputs_is_the_specifications() {
    let params: Value = serde_json::from_str(include_str!("data/params.json")).unwrap();
    for kind in Kind::ALL {
        let mut seen = 0;
        for entry in params["PARAMETERS"][kind.name()].as_array().unwrap() {
            let name = entry["key"].as_str().unwrap();
            let levels = entry["best"].as_array();
            for level in 0..levels.map_or(1, Vec::len) {
                let own = entry["by_level"].get(level.to_string());
                let (key, best) = match levels {
                    Some(list) => (format!("{name}_{level}"), &list[level]),
                    None => (name.to_owned(), &entry["best"]),
                };
                let field = Field::named(&key).unwrap_or_else(|| panic!("{key} is missing"));
                let preset = field
                    .preset(kind)
                    .unwrap_or_else(|| panic!("{key} is unused"));
                let expected = match best {
                    Value::Bool(yes) => f64::from(u8::from(*yes)),
                    Value::Number(number) => number.as_f64().unwrap(),
                    // No cash given, or the computed alarm level.
                    _ => f64::INFINITY,
                };
                assert_eq!(preset.best, expected, "{key}");
                assert_eq!(
                    u64::from(field.tier),
                    entry["tier"].as_u64().unwrap(),
                    "{key}"
                );
                let range = if levels.is_some() { own } else { Some(entry) };
                let range = range.filter(|range| range.get("low").is_some());
                assert_eq!(range.is_some(), preset.range.is_some(), "{key}");
                if let Some((expected, range)) = range.zip(preset.range) {
                    assert_eq!(expected["low"], range.low, "{key}");
                    assert_eq!(expected["high"], range.high, "{key}");
                    assert_eq!(expected["shape"], range.shape.name(), "{key}");
                }
                seen += 1;
            }
        }
        assert_eq!(
            seen,
            Field::of(kind).count(),
            "no input but the specification's"
        );
    }
}

#[test]
fn d04_logistic_through_three_points() {
    let mut case = case("D04");
    let (launch, month_6, month_12) = (case.input("U0"), case.input("U6"), case.input("U12"));
    let curve = Demand::LogisticThrough {
        launch,
        month_6,
        month_12,
    }
    .curve()
    .unwrap();
    case.key("K", curve.ceiling().unwrap());
    case.key("r", curve.logistic_rate().unwrap());
    case.table("D", |tau| Some(curve.at(tau)));
    case.table("months_to", |users| curve.months_to(users));
    let same = Demand::Logistic {
        launch,
        ceiling: curve.ceiling().unwrap(),
        rate: curve.logistic_rate().unwrap(),
    };
    assert!((same.curve().unwrap().at(9.0) - curve.at(9.0)).abs() < 1e-9);
    case.done();
}

#[test]
fn d05_discounting() {
    let mut case = case("D05");
    let monthly = monthly_rate(case.input("annual"));
    case.key("monthly", monthly);
    case.key("pv_of_1000_at_month_36", 1000.0 * pow(1.0 + monthly, -36.0));
    let flows = [-40_000.0, 5000.0, 8000.0, 12_000.0, 30_000.0];
    case.key("npv_8pct", net_present_value(0.08, &flows));
    case.done();
}

#[test]
fn d06_plant_decision() {
    let mut case = case("D06");
    let p = case.input("p");
    let line = |option: &'static str| Line {
        option,
        good: case.inputs["good"][option].as_f64().unwrap(),
        bad: case.inputs["bad"][option].as_f64().unwrap(),
    };
    let lines = ["large", "small", "nothing"].map(line);
    let regrets = decision::regrets(&lines);
    for line in lines {
        let expected = case.expected["EV"][line.option].clone();
        case.number(&expected, Some(line.value(p)));
    }
    for regret in &regrets {
        let expected = case.expected["max_regret"][regret.option].clone();
        case.number(&expected, Some(regret.worst()));
    }
    case.key("EVPI", decision::evpi(&lines, p));
    assert_eq!(
        case.expected["best"],
        decision::best(&lines, p).unwrap().option
    );
    assert_eq!(
        case.expected["minimax_regret"],
        decision::minimax(&regrets).unwrap().option
    );
    case.done();
}

#[test]
fn d07_article_arithmetic_through_the_whole_engine() {
    let mut case = case("D07");
    let off = [
        Key::UserMargin,
        Key::RunFixed0,
        Key::RunFixed1,
        Key::RunFixed2,
        Key::RunPerUser,
        Key::DragNew0,
        Key::DragNew1,
        Key::DragNew2,
        Key::DragOld0,
        Key::DragOld1,
        Key::DragOld2,
        Key::TerminalMonths,
        Key::DiscountRate,
        Key::DelayPenalty,
        Key::SignupLoss,
        Key::SlowChurn,
        Key::FreezeLoss,
        Key::IncidentChance,
        Key::NothingAllowed,
    ];
    let given = [
        (Key::Premium, "a"),
        (Key::RebuildCost, "b"),
        (Key::WrongBet, "wrong"),
        (Key::QuickFix, "patch"),
        (Key::Success, "p"),
        (Key::BuildCost, "C0"),
    ];
    let changes = off
        .map(|key| (key, 0.0))
        .into_iter()
        .chain(given.map(|(key, name)| (key, case.input(name))));
    let scenario = Scenario::with(Kind::Service, changes, Demand::Milestones).unwrap();
    let outcome = Outcome::of(&scenario);
    let lines = [Strategy::MvpLate, Strategy::Msp].map(|s| outcome.line(Choice::Build(s)));
    case.key("p_star", decision::p_star(&lines[0], &lines[1]).unwrap());
    case.key(
        "EVPI_success",
        decision::evpi(&lines, scenario[Key::Success]),
    );
    assert!((outcome.checks.article_break_even.unwrap() - 0.1).abs() < 1e-15);
    case.done();
}

#[test]
fn d10_early_warning() {
    let mut case = case("D10");
    let demand = Demand::LogisticThrough {
        launch: 100.0,
        month_6: 500.0,
        month_12: 2000.0,
    };
    assert_eq!(case.inputs["demand"], "logistic3 100/500/2000");
    let (capacity, lead) = (case.input("cap"), case.input("lead"));
    let scenario = Scenario::with(
        Kind::Service,
        [(Key::Capacity, capacity), (Key::RebuildMonths, lead)],
        demand,
    )
    .unwrap();
    let warning = Warning::of(&scenario);
    let levels = headroom_model::warning::LEVELS;
    case.table("cross", |level| {
        let at = levels.iter().position(|known| *known == level).unwrap();
        warning.crossings[at]
    });
    case.key("wall", warning.wall.unwrap());
    case.key("start", warning.last_start.unwrap());
    case.key("trigger", warning.alarm.unwrap());
    case.done();
}

#[test]
fn d15_milestones() {
    let mut case = case("D15");
    let changes = [
        (Key::UsersAtLaunch, case.input("U0")),
        (Key::UsersMonth6, case.input("U6")),
        (Key::UsersMonth12, case.input("U12")),
        (Key::Ceiling, case.input("K")),
    ];
    let scenario = Scenario::with(Kind::Service, changes, Demand::Milestones).unwrap();
    let curve: &Curve = scenario.curve();
    case.key("r", curve.logistic_rate().unwrap());
    case.table("D", |tau| Some(curve.at(tau)));
    case.table("months_to", |users| curve.months_to(users));
    case.done();
}

#[test]
fn d08_ranges() {
    let mut case = case("D08");
    let us: Vec<f64> = serde_json::from_value(case.inputs["u"].clone()).unwrap();
    let three =
        |key: &str| -> [f64; 3] { serde_json::from_value(case.inputs[key].clone()).unwrap() };
    let range = |key: &str| {
        let input = &case.inputs[key];
        let number = |end: &str| input[end].as_f64().unwrap();
        let range = Range {
            low: number("low"),
            high: number("high"),
            shape: Shape::named(input["shape"].as_str().unwrap()).unwrap(),
        };
        (range, number("best"))
    };
    let [pert, triangular] = ["pert", "triangular"].map(three);
    let ranges = ["premium", "size", "wrong"].map(range);
    for (place, u) in us.into_iter().enumerate() {
        let found = [
            range::pert(pert[0], pert[1], pert[2], u),
            range::triangular(triangular[0], triangular[1], triangular[2], u),
        ];
        let found = found
            .into_iter()
            .chain(ranges.map(|(range, best)| range.quantile(best, u)));
        for (key, found) in ["pert", "triangular", "premium", "size", "wrong"]
            .iter()
            .zip(found)
        {
            let expected = case.expected[key][place].clone();
            case.number(&expected, Some(found));
        }
    }
    case.done();
}

#[test]
fn d09_generator_and_sequence() {
    let mut case = case("D09");
    let whole = |key: &str| u32::try_from(case.inputs[key].as_u64().unwrap()).unwrap();
    let (seed, rotations, dimensions) = (whole("seed"), whole("reps"), whole("d"));
    let mut stream = Mulberry32::new(seed);
    for place in 0..4 {
        let expected = case.expected["mulberry32_seed1_first4"][place].clone();
        case.number(&expected, Some(stream.next_share()));
    }
    let points = RSequence::new(
        usize::try_from(dimensions).unwrap(),
        usize::try_from(rotations).unwrap(),
        seed,
    );
    for (place, index) in [(0, 1), (1, 2)] {
        for (dimension, u) in points.point(0, index).enumerate() {
            let expected = case.expected["rseq_first2"][place][dimension].clone();
            case.number(&expected, Some(u));
        }
    }
    case.done();
}
