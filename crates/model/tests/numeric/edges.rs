//! Zero, minus zero, less than nothing, hardly anything, and far too much, for every input.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::demand::Demand;
use headroom_model::field::{FIELDS, Field, Key, Kind, Range, Shape, Special};
use headroom_model::outcome::Outcome;
use headroom_model::scenario::{Fault, Inputs, Problem, Scenario};
use headroom_model::simulation::Simulation;
use headroom_model::table::months_csv;
use headroom_model::text::{read, write};

fn changed(kind: Kind, key: Key, value: f64) -> Result<Scenario, Vec<Problem>> {
    Scenario::preset(kind).changed([(key, value)])
}

/// What stands below the field, word for word; there is no scenario, and so no number.
#[track_caller]
fn is_refused(kind: Kind, key: Key, value: f64, sentence: &str) {
    let problems = changed(kind, key, value).expect_err("this is out of the question");
    let said: Vec<_> = problems
        .iter()
        .map(|problem| (problem.key, problem.sentence()))
        .collect();
    assert_eq!(said, [(key, sentence.to_owned())], "{value}");
}

/// Every number of the months, as they are saved.
fn is_computed(scenario: &Scenario) -> bool {
    let table = months_csv(&Outcome::of(scenario));
    let mut cells = table.lines().skip(1).flat_map(|line| {
        let cells = line.split(',').skip(1);
        cells.filter(|cell| *cell != "none" && *cell != headroom_model::VERSION)
    });
    cells.all(|cell| cell.parse::<f64>().is_ok_and(f64::is_finite))
}

/// [N1]
#[test]
fn what_would_divide_by_nothing_is_a_problem_at_its_field() {
    let service = [
        (
            Key::UsersAtLaunch,
            0.0,
            "This must lie between 1 and 1,000,000,000.",
        ),
        (
            Key::UsersMonth6,
            0.0,
            "This must lie between 1 and 1,000,000,000.",
        ),
        (
            Key::Capacity,
            0.0,
            "This must lie between 2 and 1,000,000,000.",
        ),
        (
            Key::Capacity,
            1.0,
            "This must lie between 2 and 1,000,000,000.",
        ),
        (
            Key::BuildCost,
            0.0,
            "This must lie between 1 and 10,000,000,000.",
        ),
        (Key::BuildWeeks, 0.0, "This must lie between 0.1 and 520."),
        (
            Key::RebuildMonths,
            0.0,
            "This must lie between 0.1 and 120.",
        ),
        (Key::DebtRamp, 0.0, "This must lie between 0.1 and 600."),
        (
            Key::ResponseLimit,
            0.0,
            "This must lie between 0.001 and 3,600.",
        ),
        (
            Key::Multiple1,
            0.0,
            "This must lie between 1 and 1,000,000.",
        ),
        (Key::Horizon, 0.0, "This must lie between 6 and 120."),
        (Key::AlarmLate, 0.0, "This must lie between 1% and 1,000%."),
    ];
    for (key, value, sentence) in service {
        is_refused(Kind::Service, key, value, sentence);
    }
    let hardware = [
        (Key::Yield0, 0.0, "This must lie between 1% and 100%."),
        (
            Key::ToolingMonths,
            0.0,
            "This must lie between 0.1 and 120.",
        ),
        (Key::Learning, 0.0, "This must lie between 0.5 and 1."),
    ];
    for (key, value, sentence) in hardware {
        is_refused(Kind::Hardware, key, value, sentence);
    }
}

/// A rate of minus a hundred per cent leaves nothing to divide by; beyond, signs turn. [N1]
#[test]
fn minus_a_hundred_per_cent_is_a_problem_at_its_field() {
    for value in [-1.0, -1.5, -0.01] {
        is_refused(
            Kind::Service,
            Key::DiscountRate,
            value,
            "This must lie between 0% and 1,000%.",
        );
        is_refused(
            Kind::Service,
            Key::Churn,
            value,
            "This must lie between 0% and 100%.",
        );
        is_refused(
            Kind::Service,
            Key::Premium,
            value,
            "This must lie between 0% and 2,000%.",
        );
    }
    let shrinking = |growth| Demand::Exponential {
        launch: 100.0,
        growth,
    };
    let problems = Scenario::with(Kind::Service, [], shrinking(-1.0)).expect_err("nobody is left");
    assert_eq!(problems[0].key, Key::UsersAtLaunch);
    assert!(
        problems[0]
            .sentence()
            .starts_with("Growth must be above -100")
    );
    let almost = Scenario::with(Kind::Service, [], shrinking(-0.999_999)).expect("a few are left");
    assert!(is_computed(&almost));
}

/// [N1 N2]
#[test]
fn zero_and_less_are_refused_at_the_field_or_computed() {
    let (mut refused, mut computed) = (0, 0);
    for kind in Kind::ALL {
        for field in Field::of(kind) {
            let (low, high) = field.allowed;
            for value in [0.0, -0.0, -1.0, -1e-320, -1e300, low, high] {
                let allowed = (low..=high).contains(&value);
                match changed(kind, field.key, value) {
                    Ok(scenario) => {
                        assert!(allowed, "{} {value}", field.name);
                        assert!(is_computed(&scenario), "{} {value}", field.name);
                        let kept = scenario[field.key];
                        assert_eq!(kept.to_bits(), (value + 0.0).to_bits(), "{}", field.name);
                        computed += 1;
                    }
                    Err(problems) => {
                        let expected = Fault::Outside { low, high };
                        let at_the_field = problems.iter().any(|problem| problem.key == field.key);
                        // The ends of the range may not fit to another input.
                        let as_expected = allowed || problems[0].fault == expected;
                        assert!(as_expected, "{} {value}: {problems:?}", field.name);
                        assert!(allowed || at_the_field, "{} {value}", field.name);
                        refused += 1;
                    }
                }
            }
        }
    }
    assert!(refused > 300 && computed > 250, "{refused} {computed}");
}

/// "0% (0 to 100%)" is a range like any other: what would change the answer searches all of it. [N1 N2]
#[test]
fn a_best_guess_of_nothing_may_have_a_range() {
    let range = Range {
        low: 0.0,
        high: 1.0,
        shape: Shape::Normal,
    };
    let inputs = Inputs {
        values: vec![(Key::RebuildCost, 0.0)],
        ranges: vec![(Key::RebuildCost, Some(range))],
        ..Inputs::preset(Kind::Service)
    };
    let scenario = Scenario::new(inputs).expect("it is valid");
    let simulation = Simulation::run(&scenario, 4, 1);
    let changes = simulation.what_would_change(&simulation.futures().decision);
    let rows = changes.switch_points.iter();
    let row = rows.filter(|row| row.key == Key::RebuildCost);
    assert_eq!(
        row.map(|row| row.interval).collect::<Vec<_>>(),
        [[0.0, 1.0]]
    );
    let tornado = changes.tornado.expect("everything is known");
    let bars = tornado.bars.iter();
    let bar = bars.filter(|bar| bar.key == Key::RebuildCost);
    let leads: Vec<f64> = bar.flat_map(|bar| bar.leads).collect();
    assert_eq!(leads.len(), 2);
    assert!(leads.iter().all(|lead| lead.is_finite()), "{leads:?}");
}

/// [N8]
#[test]
fn numbers_too_small_or_too_large_are_refused_or_computed() {
    let denormal = 1e-320;
    assert!(denormal > 0.0 && denormal < f64::MIN_POSITIVE);
    for kind in Kind::ALL {
        for field in Field::of(kind) {
            for value in [denormal, f64::MIN_POSITIVE, 1e-300] {
                if let Ok(scenario) = changed(kind, field.key, value) {
                    assert!(is_computed(&scenario), "{} {value}", field.name);
                }
            }
            for value in [999_999_999_999_999_999_999.0, 1e308 * 10.0, f64::MAX] {
                let is_a_word = value == f64::INFINITY
                    && matches!(field.special, Special::Best | Special::Unlimited);
                let result = changed(kind, field.key, value);
                assert_eq!(result.is_ok(), is_a_word, "{} {value}", field.name);
            }
        }
    }
}

/// The form, files and the command line all check against this one table. [N8]
#[test]
fn every_input_has_limits_that_its_field_can_show_and_read() {
    for field in &FIELDS {
        let (low, high) = field.allowed;
        assert!(0.0 <= low && low < high && high <= 1e12, "{}", field.name);
        for kind in Kind::ALL {
            let Some(preset) = field.preset(kind) else {
                continue;
            };
            assert!(changed(kind, field.key, preset.best).is_ok());
            for limit in [low, high] {
                let shown = write::field(limit, field.expect(kind));
                let read = read::number(&shown, field.expect(kind));
                assert_eq!(read.value(), Some(limit), "{}: {shown}", field.name);
            }
        }
    }
}
