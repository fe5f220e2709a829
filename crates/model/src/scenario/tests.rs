use super::*;
use crate::field::Shape;

#[test]
fn defaults_are_valid() {
    for kind in Kind::ALL {
        let preset = Scenario::preset(kind);
        assert_eq!(
            Scenario::with(kind, [], Demand::Milestones),
            Ok(preset.clone())
        );
        assert_eq!(preset.changed([]), Ok(preset));
    }
}

#[test]
fn every_fault_is_reported_at_its_input() {
    let problems = Scenario::with(
        Kind::Service,
        [
            (Key::Success, 1.2),
            (Key::Ceiling, 1999.0),
            (Key::Horizon, 7.5),
            (Key::Price, 10.0),
            (Key::BuildCost, f64::NAN),
        ],
        Demand::Milestones,
    )
    .unwrap_err();
    let keys: Vec<Key> = problems.iter().map(|problem| problem.key).collect();
    assert_eq!(
        keys,
        [
            Key::Success,
            Key::Ceiling,
            Key::Price,
            Key::BuildCost,
            Key::Horizon
        ]
    );
    assert_eq!(problems[0].sentence(), "This must lie between 0% and 100%.");
    assert_eq!(
        problems[1].to_string(),
        "demand.K: The most there could ever be must be more than the 2,000 after 12 months."
    );
}

#[test]
fn impossible_ranges_are_named() {
    let range = |low, high, shape| Range { low, high, shape };
    let (normal, log, logit) = (Shape::Normal, Shape::Lognormal, Shape::LogitNormal);
    let table = [
        (
            Key::Premium,
            range(0.3, 0.4, normal),
            "The best guess 25% lies outside its range of 30% to 40%.",
        ),
        (
            Key::Premium,
            range(0.25, 0.25, normal),
            "Low and high of the range must differ.",
        ),
        (
            Key::Premium,
            range(0.4, 0.1, normal),
            "Low must be below high.",
        ),
        (
            Key::Premium,
            range(f64::NAN, 0.4, normal),
            "Low and high of the range must be numbers.",
        ),
        (
            Key::Size,
            range(-1.0, 3.0, log),
            "All three numbers of this range must be above 0.",
        ),
        (
            Key::QuickFix,
            range(0.0, 0.5, logit),
            "All three numbers of this range must lie between 0% and 100%, neither included.",
        ),
        (
            Key::QuickFix,
            range(-0.1, 0.5, normal),
            "This must lie between 0% and 100%.",
        ),
        (
            Key::Horizon,
            range(30.0, 40.0, normal),
            "This input cannot have a range.",
        ),
        (
            Key::Ceiling,
            range(6000.0, 7000.0, normal),
            "This input cannot have a range.",
        ),
        (
            Key::Price,
            range(100.0, 700.0, log),
            "This kind of product does not have this input.",
        ),
    ];
    for (key, range, sentence) in table {
        let inputs = Inputs {
            ranges: vec![(key, Some(range))],
            ..Inputs::preset(Kind::Service)
        };
        let problems = Scenario::new(inputs).unwrap_err();
        assert_eq!(problems.len(), 1, "{sentence}");
        assert_eq!(problems[0].key, key);
        assert_eq!(problems[0].sentence(), sentence);
    }
    let with_itself = Correlation {
        first: Key::Size,
        second: Key::Size,
        strength: 0.5,
    };
    let inputs = Inputs {
        correlations: Some(vec![with_itself]),
        ..Inputs::preset(Kind::Service)
    };
    assert_eq!(
        Scenario::new(inputs).unwrap_err()[0].fault,
        Fault::Correlation
    );
}

#[test]
fn ranges_move_along_until_they_are_given() {
    let preset = Scenario::preset(Kind::Service);
    let moved = preset.changed([(Key::RebuildMonths, 8.0)]).unwrap();
    let range = moved.range(Key::RebuildMonths).unwrap();
    assert!((range.low - 5.0).abs() < 1e-12 && (range.high - 12.8).abs() < 1e-12);
    let given = Range {
        low: 6.0,
        high: 12.0,
        shape: Shape::Lognormal,
    };
    let inputs = Inputs {
        values: vec![(Key::RebuildMonths, 9.0)],
        ranges: vec![(Key::RebuildMonths, Some(given)), (Key::Premium, None)],
        ..Inputs::preset(Kind::Service)
    };
    let scenario = Scenario::new(inputs.clone()).unwrap();
    assert_eq!(scenario.range(Key::RebuildMonths), Some(given));
    assert_eq!(scenario.range(Key::Premium), None);
    assert_eq!(Scenario::new(scenario.inputs()), Ok(scenario.clone()));
    let only = Inputs::preset(Kind::Service).with_only_ranges([(
        Key::Size,
        Range {
            low: 0.5,
            high: 2.0,
            shape: Shape::Lognormal,
        },
    )]);
    let only = Scenario::new(only).unwrap();
    assert_eq!(crate::sampling::drawn_keys(&only), [Key::Size]);
    assert!(only.range(Key::Success).is_some());
}

#[test]
fn words_in_the_place_of_numbers() {
    let preset = Scenario::preset(Kind::Service);
    assert_eq!(preset.watch(), Watch::Best);
    assert_eq!(preset.cash(), None);
    assert_eq!(
        check(Kind::Service, Key::BuildCost, f64::INFINITY),
        Err(Fault::NotANumber)
    );
    let fixed = preset
        .changed([(Key::AlarmWatch, 0.65), (Key::Cash, 9e5)])
        .unwrap();
    assert_eq!(fixed.watch(), Watch::At(0.65));
    assert_eq!(fixed.cash(), Some(9e5));
}
