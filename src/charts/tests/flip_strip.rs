use super::*;
use crate::charts::tests::marks::check_inside;
use crate::charts::tests::scenarios::{hardware, outcome, saas, with_change};
use headroom_model::field::Key;
use headroom_model::sensitivity::{Switch, SwitchPoints, WhatWouldChange};
use headroom_model::statement::changes_of_mind;
use headroom_model::strategy::Strategy;
use headroom_model::text::write::Currency;
use proptest::prelude::*;

const MSP: Choice = Choice::Build(Strategy::Msp);
const WATCH: Choice = Choice::Build(Strategy::MvpWatch);

/// The strip of an input of the example in which the scalable version is the best now.
fn strip(key: Key, interval: [f64; 2], switches: &[(f64, Choice, Choice)]) -> FlipStrip {
    let mut outcome = saas(&[(Key::Success, 0.3)]);
    outcome.verdict.best = MSP;
    let switches = switches
        .iter()
        .map(|(value, best_below, best_above)| Switch {
            value: *value,
            best_below: *best_below,
            best_above: *best_above,
            chance_below: None,
            users_month_12: None,
        });
    let points = SwitchPoints {
        key,
        interval,
        switches: switches.collect(),
        best_at_ends: [MSP, MSP],
        chance_other_best: None,
        inside_range: None,
        distance: Some(1.0),
    };
    let outcome = outcome.with_change(WhatWouldChange {
        tornado: None,
        switch_points: vec![points],
        complete: true,
    });
    let row = changes_of_mind(&outcome, Currency::Dollar).rows.remove(0);
    let strip = FlipStrip::of(&outcome, &row);
    check_inside(&strip.marks, FlipStrip::WIDTH, FlipStrip::HEIGHT);
    strip
}

fn area(strip: &FlipStrip, wanted: &str) -> Option<Frame> {
    strip.marks.iter().find_map(|mark| match mark {
        Mark::Area { frame, class } if *class == wanted => Some(*frame),
        _ => None,
    })
}

fn ring(strip: &FlipStrip) -> Point {
    let ring = strip.marks.iter().find_map(|mark| match mark {
        Mark::Ring {
            at,
            class: "ring k-msp",
            ..
        } => Some(*at),
        _ => None,
    });
    ring.expect("a ring in the hue of the best")
}

fn ticks(strip: &FlipStrip) -> Vec<f64> {
    let ticks = strip.marks.iter().filter_map(|mark| match mark {
        Mark::Line { segment, class } if class.starts_with("k-tick") => Some(segment.from.x),
        _ => None,
    });
    ticks.collect()
}

#[test]
fn the_zone_of_the_rival_ends_at_the_switch_point() {
    // 10 to 60 %, 30 % said; below 25 % the MVP with early warning is the best.
    let strip = strip(Key::Success, [0.0, 1.0], &[(0.25, WATCH, MSP)]);
    let (bar, zone) = (
        area(&strip, "f-msp").unwrap(),
        area(&strip, "b-mvp").unwrap(),
    );
    let tick = ticks(&strip);
    assert_eq!(tick.len(), 1);
    assert_eq!(zone.right, tick[0]);
    assert!(zone.left < bar.left && bar.left < tick[0] && tick[0] < ring(&strip).x);
    // On the scale of shares 25 % lies at 0.748 of the way from 10 to 30 %.
    let logit = |share: f64| (share / (1.0 - share)).ln();
    let share = (logit(0.25) - logit(0.1)) / (logit(0.3) - logit(0.1));
    let drawn = (tick[0] - bar.left) / (ring(&strip).x - bar.left);
    assert!((drawn - share).abs() < 1e-9, "{drawn} instead of {share}");
}

#[test]
fn a_point_outside_the_range_is_in_view_and_zones_on_both_sides_too() {
    let far = strip(Key::Capacity, [200.0, 5000.0], &[(4000.0, MSP, WATCH)]);
    let bar = area(&far, "f-msp").unwrap();
    assert!(bar.right < ticks(&far)[0]);
    assert!(area(&far, "b-mvp").unwrap().right <= FlipStrip::WIDTH);

    let both = strip(
        Key::UserMargin,
        [1.0, 400.0],
        &[(35.0, Choice::Nothing, MSP), (50.0, MSP, WATCH)],
    );
    assert!(area(&both, "b-quiet").is_some() && area(&both, "b-mvp").is_some());
    assert_eq!(ticks(&both).len(), 2);
}

#[test]
fn an_input_without_a_range_has_a_ring_and_no_bar() {
    let strip = strip(Key::BuildCost, [7_500.0, 3e6], &[(105_271.0, WATCH, MSP)]);
    assert_eq!(area(&strip, "f-msp"), None);
    assert!(ticks(&strip)[0] < ring(&strip).x);
}

#[track_caller]
fn check(outcome: &Outcome) {
    for row in changes_of_mind(outcome, Currency::Dollar).rows {
        let strip = FlipStrip::of(outcome, &row);
        assert!(!strip.marks.is_empty(), "{row:?}");
        check_inside(&strip.marks, FlipStrip::WIDTH, FlipStrip::HEIGHT);
    }
}

#[test]
fn the_examples_are_drawn_inside() {
    check(&with_change(&saas(&[]), 2));
    check(&with_change(&hardware(&[]), 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_strip_is_drawn_inside(outcome in outcome()) {
        let short = outcome.scenario.changed([(Key::Horizon, outcome.scenario[Key::Horizon].min(24.0))]);
        let outcome = short.map(|scenario| Outcome::of(&scenario)).unwrap_or(outcome);
        check(&with_change(&outcome, 1));
    }
}
