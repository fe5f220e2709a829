use super::*;
use crate::math::ln;
use crate::scenario::Scenario;

fn close(a: f64, b: f64) {
    assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} is not {b}");
}

#[test]
fn size_and_speed_transform_value_and_time() {
    let scenario = Scenario::preset(Kind::Service)
        .changed([(Key::Size, 2.0), (Key::Speed, 0.5)])
        .unwrap();
    let curve = scenario.curve();
    close(curve.at(0.0), 100.0);
    close(curve.at(12.0), 100.0 + 2.0 * 400.0);
    close(curve.months_to(900.0).unwrap(), 12.0);
}

#[test]
fn demand_that_fades_is_allowed_and_never_negative() {
    let scenario = Scenario::preset(Kind::Service)
        .changed([
            (Key::UsersMonth12, 120.0),
            (Key::Ceiling, 150.0),
            (Key::Size, 3.0),
        ])
        .unwrap();
    let curve = scenario.curve();
    assert!((0..200).all(|tau| curve.at(f64::from(tau)) >= 0.0));
    assert_eq!(curve.months_to(5000.0), None);
    close(curve.months_to(1300.0).unwrap(), 6.0);
}

#[test]
fn bass_starts_at_launch_users_and_peaks_where_published() {
    // Peak of new users at ln(q/p)/(p+q): Bass 1969.
    let (p, q) = (0.03 / 12.0, 0.38 / 12.0);
    let curve = Demand::Bass {
        launch: 1.0,
        market: 1e6,
        innovation: p,
        imitation: q,
    }
    .curve()
    .unwrap();
    close(curve.at(0.0), 1.0);
    let peak = ln(q / p) / (p + q);
    let gain = |tau: f64| curve.at(tau + 0.5) - curve.at(tau - 0.5);
    assert!(gain(peak) > gain(peak - 2.0) && gain(peak) > gain(peak + 2.0));
    close(curve.months_to(curve.at(17.0)).unwrap(), 17.0);
}

#[test]
fn points_grow_steadily_between_and_stay_flat_after() {
    let curve = Demand::Points {
        months: vec![0.0, 2.0, 4.0],
        users: vec![100.0, 400.0, 200.0],
    }
    .curve()
    .unwrap();
    close(curve.at(1.0), 200.0);
    close(curve.at(3.0), 400.0 * 0.5f64.sqrt());
    close(curve.at(99.0), 200.0);
    close(curve.months_to(200.0).unwrap(), 1.0);
    assert_eq!(curve.months_to(401.0), None);
}

#[test]
fn undefined_curves_say_why() {
    let undefined = |demand: Demand| demand.curve().unwrap_err();
    let through = |a, b, c| Demand::LogisticThrough {
        launch: a,
        month_6: b,
        month_12: c,
    };
    assert_eq!(
        undefined(through(100.0, 300.0, 2000.0)),
        Undefined::NotSlowing
    );
    assert_eq!(
        undefined(through(100.0, 90.0, 2000.0)),
        Undefined::NotSlowing
    );
    let points = |months, users| Demand::Points { months, users };
    assert_eq!(
        undefined(points(vec![1.0, 2.0], vec![1.0, 2.0])),
        Undefined::Points
    );
    assert_eq!(
        undefined(points(vec![0.0, 2.0], vec![1.0])),
        Undefined::Points
    );
    assert_eq!(
        undefined(points(vec![0.0, 2.0], vec![0.0, 2.0])),
        Undefined::Users
    );
    assert_eq!(
        undefined(Demand::Exponential {
            launch: 10.0,
            growth: -1.0
        }),
        Undefined::Rate
    );
    assert_eq!(
        undefined(Demand::Logistic {
            launch: 10.0,
            ceiling: 10.0,
            rate: 0.1
        }),
        Undefined::Ceiling
    );
}
