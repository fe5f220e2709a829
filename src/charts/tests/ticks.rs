use super::*;
use proptest::prelude::*;

#[test]
fn ticks_are_few_and_round() {
    #[track_caller]
    fn check(ticks: Ticks, values: &[f64]) {
        assert_eq!(ticks.values, values);
        assert_eq!(
            (ticks.low, ticks.high),
            (values[0], values[values.len() - 1]),
            "covering"
        );
    }
    check(Ticks::covering(0.0, 10_000.0), &[0.0, 5_000.0, 10_000.0]);
    check(
        Ticks::covering(0.0, 6_460.0),
        &[0.0, 2_500.0, 5_000.0, 7_500.0],
    );
    check(Ticks::covering(0.0, 0.6), &[0.0, 0.2, 0.4, 0.6]);
    check(Ticks::covering(-0.3, 0.3), &[-0.4, -0.2, 0.0, 0.2, 0.4]);
    check(Ticks::covering(-1.15e6, 1.4e6), &[-2e6, 0.0, 2e6]);
    check(Ticks::covering(10_000.0, 0.0), &[0.0, 5_000.0, 10_000.0]);
    check(Ticks::covering(0.0, 0.0), &[0.0, 0.5, 1.0]);
    check(Ticks::covering(200.0, 200.0), &[0.0, 100.0, 200.0]);
    check(Ticks::covering(-7.0, -7.0), &[-7.5, -5.0, -2.5, 0.0]);
    check(Ticks::covering(f64::NAN, f64::INFINITY), &[0.0, 0.5, 1.0]);
}

#[test]
fn a_snug_axis_leaves_no_empty_half() {
    let ticks = Ticks::snug(-1.15e6, 1.4e6);
    assert_eq!(ticks.values, [-1e6, 0.0, 1e6]);
    assert!(ticks.low > -1.3e6 && ticks.high < 1.6e6, "{ticks:?}");
    let ticks = Ticks::snug(-1.15e6, 1.9e6);
    assert_eq!((ticks.high, ticks.values), (2e6, vec![-1e6, 0.0, 1e6, 2e6]));
    assert_eq!(
        Ticks::snug(0.0, 9_900.0).low,
        0.0,
        "zero needs no air below it"
    );
}

#[test]
fn users_are_counted_in_whole_numbers() {
    for (high, values) in [
        (0.0, [0.0, 1.0, 2.0].as_slice()),
        (1.0, &[0.0, 1.0, 2.0]),
        (3.0, &[0.0, 1.0, 2.0, 3.0]),
    ] {
        assert_eq!(Ticks::whole(0.0, high).values, values, "up to {high}");
    }
    assert_eq!(Ticks::whole(0.0, 99.5).values, [0.0, 50.0, 100.0]);
}

#[test]
fn months_are_named_as_in_the_mock_ups() {
    #[track_caller]
    fn check(horizon: u32, width: f64, labels: &str) {
        let ticks: Vec<String> = month_ticks(horizon, width)
            .into_iter()
            .map(|tick| tick.label)
            .collect();
        assert_eq!(ticks.join(" "), labels);
    }
    check(36, 750.0, "start month 6 12 18 24 30 36");
    check(36, 220.0, "start month 12 24 36");
    check(6, 750.0, "start month 1 2 3 4 5 6");
    check(12, 220.0, "start month 6 12");
    check(24, 750.0, "start month 6 12 18 24");
    check(37, 750.0, "start month 6 12 18 24 30 37");
    check(40, 750.0, "start month 6 12 18 24 30 36 40");
    check(120, 750.0, "start month 12 24 36 48 60 72 84 96 108 120");
    check(120, 110.0, "start month 120");
    check(0, 750.0, "start");
    check(36, f64::NAN, "start month 36");
    check(36, 0.0, "start month 36");
}

fn any_finite() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>().prop_filter("finite", |value| value.is_finite()),
        -1e7..1e7,
        -1.0..1.0,
        Just(0.0),
        Just(f64::MAX),
        Just(f64::MIN),
        Just(f64::MIN_POSITIVE),
        Just(5e-324),
        Just(-5e-324)
    ]
}

/// Pairs as they come, and pairs so close that rounding decides.
fn any_ends() -> impl Strategy<Value = (f64, f64)> {
    prop_oneof![
        (any_finite(), any_finite()),
        any_finite().prop_map(|value| (value, value)),
        (any_finite(), -1e-6..1e-6).prop_map(|(value, part)| (value, value + value * part)),
    ]
    .prop_filter("finite", |ends| ends.0.is_finite() && ends.1.is_finite())
}

fn check_axis(ticks: &Ticks, low: f64, high: f64) -> Result<(), TestCaseError> {
    let (low, high) = (low.min(high), low.max(high));
    prop_assert!(
        ticks.low <= low && ticks.high >= high,
        "{:?} includes {}..{}",
        ticks,
        low,
        high
    );
    prop_assert!(COUNT.contains(&ticks.values.len()), "{:?}", ticks);
    prop_assert!(ticks.low.is_finite() && ticks.high.is_finite());
    prop_assert!(
        ticks.values.windows(2).all(|pair| pair[0] < pair[1]),
        "rising: {:?}",
        ticks
    );
    prop_assert!(
        ticks
            .values
            .iter()
            .all(|value| (ticks.low..=ticks.high).contains(value)),
        "{:?}",
        ticks
    );
    if low < 0.0 && high > 0.0 {
        prop_assert!(ticks.values.contains(&0.0), "zero is named: {:?}", ticks);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_axis_holds_its_data((low, high) in any_ends()) {
        for ticks in [Ticks::covering(low, high), Ticks::snug(low, high), Ticks::whole(low, high)] {
            check_axis(&ticks, low, high)?;
        }
        // Beyond that the next round number may not be a number.
        if low.abs() < 1e300 && high.abs() < 1e300 {
            for ticks in [Ticks::covering(low, high), Ticks::whole(low, high)] {
                let ends = (ticks.values.first().copied(), ticks.values.last().copied());
                prop_assert_eq!(ends, (Some(ticks.low), Some(ticks.high)), "the ticks cover the data");
            }
        }
    }

    #[test]
    fn months_rise_to_the_horizon_without_touching(horizon in 1_u32..=240, width in 100.0..1500.0) {
        let ticks = month_ticks(horizon, width);
        prop_assert_eq!(ticks.last().map(|tick| tick.month), Some(horizon));
        prop_assert!(ticks.len() <= 12, "{}", ticks.len());
        for pair in ticks.windows(2) {
            let apart = width * f64::from(pair[1].month - pair[0].month) / f64::from(horizon);
            prop_assert!(apart >= MONTHS_APART, "{:?}", pair);
        }
    }
}
