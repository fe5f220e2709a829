use super::*;
use proptest::prelude::*;

fn points(pairs: &[(f64, f64)]) -> Vec<Point> {
    pairs.iter().map(|(x, y)| Point::new(*x, *y)).collect()
}

#[test]
fn lines_are_written_in_tenths_of_a_pixel() {
    #[track_caller]
    fn check(pairs: &[(f64, f64)], d: &str) {
        assert_eq!(line(&points(pairs)), d);
    }
    check(&[(46.0, 148.0), (66.833, 151.54)], "M46 148L66.8 151.5");
    check(&[(-0.04, -0.05), (-0.3, 12.06)], "M0 -0.1L-0.3 12.1");
    check(&[(1.0, 1.0), (1.01, 1.02), (2.0, 2.0)], "M1 1L2 2");
    check(
        &[(0.0, 0.0), (1.0, f64::NAN), (2.0, 2.0), (3.0, 3.0)],
        "M0 0M2 2L3 3",
    );
    check(&[(0.0, 1e300)], "M0 10000000");
    check(&[], "");
}

#[test]
fn room_steps_up_at_once() {
    let room = points(&[(94.1, 348.2), (379.3, 263.9), (796.0, 263.9)]);
    assert_eq!(
        steps(&room),
        "M94.1 348.2L379.3 348.2L379.3 263.9L796 263.9"
    );
}

#[test]
fn a_line_is_cut_at_the_frame() {
    let line = points(&[(0.0, 50.0), (10.0, -50.0), (20.0, 50.0), (30.0, 60.0)]);
    assert_eq!(
        lines(&clip_line(&line, 0.0, 100.0)),
        "M0 50L5 0M15 0L20 50L30 60"
    );
    let through = points(&[(0.0, -50.0), (30.0, 250.0)]);
    assert_eq!(lines(&clip_line(&through, 0.0, 100.0)), "M5 0L15 100");
    assert!(clip_line(&points(&[(0.0, -1.0), (9.0, -2.0)]), 0.0, 100.0).is_empty());
    let along = points(&[(0.0, 0.0), (9.0, 0.0)]);
    assert_eq!(clip_line(&along, 0.0, 100.0), vec![along.clone()]);
}

#[test]
fn a_band_that_leaves_its_panel_is_cut_and_says_so() {
    let at = |x, upper, lower| BandPoint { x, upper, lower };
    let clipped = band(&[at(0.0, 50.0, 50.0), at(10.0, -50.0, 90.0)], 0.0, 100.0);
    assert_eq!(clipped.upper, "M0 50L5 0");
    assert_eq!(clipped.lower, "M0 50L10 90");
    assert_eq!(clipped.fill, "M0 50L5 0L10 0L10 90L0 50Z");
    assert!(clipped.upper_ends_outside && !clipped.lower_ends_outside);
    assert_eq!(band(&[], 0.0, 100.0), Band::default());
}

#[test]
fn the_height_of_a_line_is_read_between_its_points() {
    let line = points(&[(0.0, 10.0), (10.0, 20.0), (10.0, 40.0), (20.0, 60.0)]);
    for (x, height) in [
        (0.0, Some(10.0)),
        (5.0, Some(15.0)),
        (15.0, Some(50.0)),
        (21.0, None),
        (f64::NAN, None),
    ] {
        assert_eq!(height_at(&line, x), height, "at {x}");
    }
}

fn any_points() -> impl Strategy<Value = Vec<Point>> {
    let coordinate = || prop_oneof![8 => -500.0..1500.0, 1 => any::<f64>()];
    prop::collection::vec(
        (coordinate(), coordinate()).prop_map(|(x, y)| Point::new(x, y)),
        0..40,
    )
}

/// Whether a path has nothing but commands and plain numbers.
fn is_plain(d: &str) -> bool {
    let plain = |letter: char| "MLZ -.0123456789".contains(letter);
    d.chars().all(plain) && (d.is_empty() || d.starts_with('M'))
}

proptest! {
    #[test]
    fn paths_hold_nothing_but_numbers(points in any_points(), top in -100.0..100.0, height in 0.0..600.0) {
        let bottom = top + height;
        for d in [line(&points), steps(&points), area(&points), lines(&clip_line(&points, top, bottom))] {
            prop_assert!(is_plain(&d), "{}", d);
        }
    }

    #[test]
    fn series_of_any_finite_values_can_be_drawn(
        values in prop::collection::vec(any::<f64>().prop_filter("finite", |value| value.is_finite()), 1..40),
        low in -1e9..1e9, span in 0.0..1e9
    ) {
        let x = Linear::new((0.0, 40.0), (46.0, 796.0));
        let y = Linear::new((low, low + span), (214.0, 38.0));
        let series: Vec<(f64, f64)> = values.iter().enumerate().map(|(month, value)| (month as f64, *value)).collect();
        let points = project(&series, &x, &y);
        prop_assert!(points.iter().all(|point| point.is_finite()));
        prop_assert!(is_plain(&line(&points)));
    }

    #[test]
    fn clipping_keeps_everything_inside(points in any_points(), top in -100.0..100.0, height in 0.0..600.0) {
        let bottom = top + height;
        for point in clip_line(&points, top, bottom).iter().flatten().chain(&clip_area(&points, top, bottom)) {
            prop_assert!(point.x.is_finite() && (top..=bottom).contains(&point.y), "{:?}", point);
        }
    }

    #[test]
    fn what_is_inside_is_not_touched(ys in prop::collection::vec(0.0..=100.0, 2..30)) {
        let points: Vec<Point> = ys.iter().enumerate().map(|(x, y)| Point::new(x as f64, *y)).collect();
        prop_assert_eq!(clip_line(&points, 0.0, 100.0), vec![points.clone()]);
        prop_assert_eq!(clip_area(&points, 0.0, 100.0), points);
    }
}
