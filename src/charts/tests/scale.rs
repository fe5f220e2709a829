use super::*;
use proptest::prelude::*;

#[test]
fn the_months_and_the_money_of_the_mock_up_lie_where_it_draws_them() {
    let months = Linear::new((0.0, 36.0), (46.0, 796.0));
    for (month, x) in [(0.0, 46.0), (6.0, 171.0), (11.1, 277.25), (36.0, 796.0)] {
        assert!((months.position(month) - x).abs() < 1e-9, "month {month}");
    }
    let money = Linear::new((-1.2e6, 2e6), (214.0, 38.0));
    for (value, y) in [(2e6, 38.0), (1e6, 93.0), (0.0, 148.0), (-1e6, 203.0)] {
        assert!((money.position(value) - y).abs() < 1e-9, "{value}");
    }
}

#[test]
fn outside_values_follow_the_clamping_rule() {
    let scale = Linear::new((0.0, 10.0), (0.0, 100.0));
    assert_eq!(scale.position(20.0), 200.0);
    assert_eq!(scale.position(f64::MAX), 100.0 + FAR);
    assert_eq!(scale.position(f64::NEG_INFINITY), -FAR);
    assert_eq!(scale.position_inside(20.0), 100.0);
    assert_eq!(scale.value(-5.0), 0.0);
    assert_eq!(scale.span(8.0, 14.0), Some((80.0, 20.0)));
    assert_eq!(scale.span(12.0, 14.0), None);
    assert!(scale.position(f64::NAN).is_nan());
}

#[test]
fn a_single_value_is_drawn_in_the_middle() {
    let scale = Linear::new((5.0, 5.0), (0.0, 100.0));
    assert_eq!(scale.position(5.0), 50.0);
    assert_eq!(scale.value(20.0), 5.0);
}

#[test]
fn sliders_give_round_values() {
    #[track_caller]
    fn check(slider: Slider, step: u16, value: f64) {
        assert_eq!(slider.value(step), value);
        assert_eq!(slider.step(value), step, "back again");
    }
    check(Slider::even(0.0, 1.0), 300, 0.3);
    check(Slider::even(0.0, 0.6), 417, 0.25);
    check(Slider::even(0.0, 12.0), 333, 4.0);
    check(Slider::log(1.0, 1e6), 500, 1000.0);
    check(Slider::log(1.0, 1e6), 0, 1.0);
    check(Slider::log(0.0, 1e6), 0, 0.0);
    check(Slider::log(0.0, 1e6), STEPS, 1e6);
    check(Slider::log(0.0, 1e6), 500, 30_600.0);
    check(Slider::log(-1.0, 1.0), 500, 0.0);
}

#[test]
fn typed_values_beyond_the_slider_and_odd_ranges_are_taken_quietly() {
    let slider = Slider::log(10.0, 1000.0);
    assert_eq!(slider.step(1e9), STEPS);
    assert_eq!(slider.step(-5.0), 0);
    assert_eq!(slider.step(f64::NAN), 0);
    assert_eq!(Slider::log(7.0, 7.0).value(400), 7.0);
    assert_eq!(Slider::log(0.0, 0.0).value(400), 0.0);
    assert_eq!(Slider::log(1000.0, 10.0), slider, "ends in the wrong order");
    assert_eq!(Slider::even(f64::NAN, f64::INFINITY).value(3), 0.0);
    assert_eq!(Slider::even(0.0, 1.0).value(u16::MAX), 1.0);
}

fn any_finite() -> impl Strategy<Value = f64> {
    prop_oneof![any::<f64>(), -1e6..1e6, Just(0.0)].prop_filter("finite", |value| value.is_finite())
}

proptest! {
    #[test]
    fn a_position_is_always_a_number(
        domain in (any_finite(), any_finite()), range in (-1e4..1e4, -1e4..1e4), value in any_finite()
    ) {
        let scale = Linear::new(domain, range);
        prop_assert!(scale.position(value).is_finite());
        prop_assert!(scale.position_inside(value).is_finite());
        prop_assert!(scale.value(value).is_finite());
    }

    #[test]
    fn the_inverse_finds_the_value_again(
        low in -1e9..1e9, length in 1e-3..1e9, left in 0.0..200.0, width in 50.0..1500.0, share in 0.0..=1.0
    ) {
        let value = low + length * share;
        for scale in [Linear::new((low, low + length), (left, left + width)), Linear::new((low + length, low), (left, left + width))] {
            let tolerance = 1e-9 * (low.abs() + length);
            prop_assert!((scale.value(scale.position(value)) - value).abs() <= tolerance);
        }
    }

    #[test]
    fn a_slider_stays_where_it_was_put(
        low in prop_oneof![Just(0.0), 1e-3..1e3], ratio in 1.5..1e6, even in any::<bool>(), step in 0..=STEPS
    ) {
        let high = (low + 1.0) * ratio;
        let slider = if even { Slider::even(low, high) } else { Slider::log(low, high) };
        let value = slider.value(step);
        prop_assert!((low..=high).contains(&value));
        prop_assert_eq!(slider.step(value), step);
    }

    #[test]
    fn a_slider_never_leaves_its_range(low in any_finite(), high in any_finite(), value in any_finite(), step in any::<u16>()) {
        for slider in [Slider::even(low, high), Slider::log(low, high)] {
            prop_assert!(slider.step(value) <= STEPS);
            prop_assert!(slider.value(step).is_finite());
            prop_assert!((low.min(high)..=low.max(high)).contains(&slider.value(step)));
        }
    }
}
