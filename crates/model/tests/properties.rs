//! What must hold for every allowed input.
#![cfg(not(target_arch = "wasm32"))]

use headroom_model::demand::Demand;
use headroom_model::field::{FIELDS, Field, Key, Kind, Special, Spread};
use headroom_model::outcome::Outcome;
use headroom_model::projection::{Parts, Projection, Run};
use headroom_model::scenario::Scenario;
use headroom_model::strategy::{Choice, Strategy};
use headroom_model::table::months_csv;
use headroom_model::world::{Market, World};
use proptest::prelude::*;
use proptest::strategy::Strategy as _;

/// A value anywhere in the allowed range: plainly, by ratio, at an end, near the preset, or the
/// word that may stand in its place.
fn value(field: &'static Field, kind: Kind) -> BoxedStrategy<f64> {
    let (low, high) = field.allowed;
    let best = field.preset(kind).map_or(low, |preset| preset.best);
    match field.special {
        Special::YesNo => return prop_oneof![Just(0.0), Just(1.0)].boxed(),
        Special::Whole => return (6u32..=120).prop_map(f64::from).boxed(),
        Special::Best | Special::Unlimited => {
            return prop_oneof![Just(f64::INFINITY), low..=high].boxed();
        }
        Special::None => {}
    }
    let least = low.max(1e-9);
    let ratio = (least.ln()..=high.ln()).prop_map(move |x| x.exp().clamp(low, high));
    let near = (-1.0..1.0f64).prop_map(move |x| (best * (1.0 + x)).clamp(low, high));
    let slider = low.max(field.sensible.0)..=high.min(field.sensible.1);
    match field.spread {
        Spread::Log => prop_oneof![ratio, near, Just(low), Just(high)].boxed(),
        Spread::Linear => prop_oneof![slider, low..=high, near, Just(low), Just(high)].boxed(),
    }
}

fn points() -> impl proptest::strategy::Strategy<Value = Demand> {
    proptest::collection::vec((0.1..20.0f64, 1.0..1e6f64), 2..10).prop_map(|pairs| {
        let mut month = 0.0;
        let (mut months, mut users) = (Vec::new(), Vec::new());
        for (step, count) in pairs {
            months.push(month);
            users.push(count);
            month += step;
        }
        Demand::Points { months, users }
    })
}

fn demand() -> BoxedStrategy<Demand> {
    let users = || 1.0..1e6f64;
    prop_oneof![
        4 => Just(Demand::Milestones),
        1 => (users(), -0.9..3.0f64)
            .prop_map(|(launch, growth)| Demand::Exponential { launch, growth }),
        1 => (users(), 1.001..1e4f64, 0.001..3.0f64).prop_map(|(launch, times, rate)| {
            Demand::Logistic { launch, ceiling: launch * times, rate }
        }),
        1 => (1.0..100.0f64, 1e3..1e7f64, 1e-4..1.0f64, 1e-3..1.0f64).prop_map(
            |(launch, market, innovation, imitation)| {
                Demand::Bass { launch, market, innovation, imitation }
            }
        ),
        1 => points(),
    ]
    .boxed()
}

/// Valid scenarios: every input anywhere in its allowed range, whatever fits together.
fn scenario(kind: Kind) -> BoxedStrategy<Scenario> {
    let fields: Vec<&'static Field> = Field::of(kind).collect();
    let values: Vec<_> = fields.iter().map(|field| value(field, kind)).collect();
    let chosen = proptest::collection::vec(any::<bool>(), fields.len());
    (values, chosen, demand())
        .prop_filter_map("fits together", move |(values, chosen, demand)| {
            let all = fields.iter().zip(values).zip(chosen);
            let changes: Vec<(Key, f64)> = all
                .filter(|(_, chosen)| *chosen)
                .map(|((field, value), _)| (field.key, value))
                .collect();
            Scenario::with(kind, changes, demand).ok()
        })
        .boxed()
}

fn any_scenario() -> BoxedStrategy<Scenario> {
    prop_oneof![scenario(Kind::Service), scenario(Kind::Hardware)].boxed()
}

fn close(a: f64, b: f64, scale: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(scale)
}

fn parts(parts: &Parts) -> [f64; 10] {
    let p = parts;
    [
        p.revenue,
        p.terminal,
        p.build,
        p.payroll,
        p.drag,
        p.run,
        p.rebuild,
        p.rest,
        p.unit_cost,
        p.lost_revenue,
    ]
}

fn path(scenario: &Scenario, strategy: Strategy, world: World) -> Projection {
    Projection::of(&Run {
        scenario,
        strategy,
        world,
        market: Market::Wanted,
        alarm_watch: 0.65,
    })
}

/// The units shipped in a row of the month table.
fn units(heads: &[&str], line: &str) -> f64 {
    let place = heads.iter().position(|head| *head == "users");
    let cell = place.and_then(|place| line.split(',').nth(place));
    cell.and_then(|cell| cell.parse().ok()).unwrap_or(f64::NAN)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, max_global_rejects: 100_000, ..ProptestConfig::default() })]

    /// [N2]
    #[test]
    fn every_output_is_finite(scenario in any_scenario()) {
        let outcome = Outcome::of(&scenario);
        for plan in &outcome.plans {
            for month in &plan.path.months {
                let numbers = [
                    month.demand, month.users, month.utilisation, month.wait, month.freeze,
                    month.revenue, month.lost_revenue, month.unit_cost, month.build, month.payroll,
                    month.drag, month.run, month.rebuild, month.backlog, month.net,
                ];
                prop_assert!(numbers.iter().all(|x| x.is_finite()), "{month:?}");
                prop_assert!(month.users >= 0.0 && month.backlog >= 0.0 && month.level <= 2);
            }
            prop_assert!(parts(&plan.good).iter().all(|x| x.is_finite()));
            prop_assert!(plan.worlds.iter().all(|x| x.is_finite()));
        }
        prop_assert!(outcome.verdict.lead.is_finite() && outcome.verdict.lead >= 0.0);
        prop_assert!((0.0..=1.0).contains(&outcome.verdict.build_nothing_below));
        prop_assert!(outcome.information.success.is_finite());
        let edge = &outcome.verdict.best_by_p;
        prop_assert_eq!((edge[0].from, edge[edge.len() - 1].to), (0.0, 1.0));
    }

    /// [N2 N10]
    #[test]
    fn every_cell_of_the_month_table_is_a_number(scenario in any_scenario()) {
        let outcome = Outcome::of(&scenario);
        let table = months_csv(&outcome);
        let mut lines = table.lines();
        let heads: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
        prop_assert_eq!(lines.clone().count(), 5 * outcome.plans[0].path.months.len());
        for line in lines {
            let cells: Vec<&str> = line.split(',').collect();
            prop_assert_eq!(cells.len(), heads.len(), "{}", line);
            for (head, cell) in heads.iter().zip(cells) {
                match *head {
                    "plan" => prop_assert!(Strategy::ALL.iter().any(|plan| plan.key() == cell)),
                    "seed" => prop_assert_eq!(cell, "none"),
                    "cost_per_unit" if cell == "none" => {
                        prop_assert_eq!(units(&heads, line), 0.0, "{}", line);
                    }
                    "engine" => prop_assert_eq!(cell, headroom_model::VERSION),
                    _ => {
                        let number = cell.parse::<f64>();
                        prop_assert!(number.is_ok_and(f64::is_finite), "{head}: {cell}");
                    }
                }
            }
        }
    }

    /// [N5]
    #[test]
    fn parts_add_to_totals(scenario in any_scenario()) {
        let outcome = Outcome::of(&scenario);
        let scale = outcome.plans.iter().map(|plan| {
            parts(&plan.good).into_iter().chain(parts(&plan.bad)).fold(0.0, |a, b| f64::max(a, b.abs()))
        }).fold(0.0, f64::max);
        for plan in &outcome.plans {
            let expected: f64 = World::ALL.iter().zip(plan.worlds)
                .map(|(world, value)| world.chance(&scenario) * value).sum();
            let good = plan.in_time * expected + (1.0 - plan.in_time) * plan.unwanted;
            prop_assert!(close(plan.good.value(), good, scale));
            prop_assert!(close(plan.bad.value(), plan.unwanted, scale));
            let net: f64 = plan.path.months.iter().map(|month| month.net).sum();
            let sums = &plan.path.sums;
            prop_assert!(close(sums.value(), net, sums.revenue + sums.payroll + sums.build));
            prop_assert!(close(*plan.path.cash.last().unwrap(), net, sums.revenue + sums.payroll));
        }
        let bridge = outcome.bridge.parts.iter().map(|part| part.total().abs()).fold(0.0, f64::max);
        prop_assert!((outcome.bridge.sum() - outcome.verdict.lead).abs() <= 1e-9 * bridge.max(scale));
    }

    #[test]
    fn payroll_is_the_same_for_everything_that_is_built(scenario in any_scenario()) {
        let outcome = Outcome::of(&scenario);
        let payroll: Vec<Vec<f64>> = outcome.plans.iter()
            .map(|plan| plan.path.months.iter().map(|month| month.payroll).collect()).collect();
        prop_assert!(payroll.iter().all(|months| *months == payroll[0]));
        let bad = outcome.plans[0].bad.payroll;
        prop_assert!(outcome.plans.iter().all(|plan| plan.bad.payroll == bad));
    }

    #[test]
    fn users_equal_demand_where_nothing_is_in_the_way(scenario in scenario(Kind::Service)) {
        // No slowness does harm, no freeze, no incident; demand never falls faster than churn.
        let free = scenario.changed([
            (Key::SignupLoss, 0.0), (Key::SlowChurn, 0.0), (Key::FreezeLoss, 0.0),
            (Key::IncidentChance, 0.0),
        ]).unwrap();
        let churn = free[Key::Churn];
        for strategy in Strategy::ALL {
            let path = path(&free, strategy, World::default());
            let slow_enough = path.months.windows(2)
                .all(|pair| pair[1].demand >= pair[0].demand * (1.0 - churn));
            prop_assume!(slow_enough);
            for month in &path.months {
                prop_assert!(close(month.users, month.demand, 0.0), "{month:?}");
            }
            prop_assert!(close(path.sums.lost_revenue, 0.0, 1.0 + path.sums.revenue));
        }
    }

    #[test]
    fn a_higher_premium_never_raises_the_scalable_value(
        scenario in any_scenario(), more in 0.0..2.0f64,
    ) {
        // Growth never turns, no month is worked at a loss, and both launches lie within the
        // horizon: otherwise a later launch is an advantage, or part of the build is never paid. A fixed cost
        // of entry would be paid later, and so discounted more, the longer the build.
        let calm = [
            (Key::AlarmMsp, 10.0), (Key::DelayPenalty, 0.0), (Key::WrongBet, 0.0),
            (Key::Multiple1, 1e6), (Key::Multiple2, 1e6), (Key::Capacity, 1e9),
            (Key::Entry0, 0.0), (Key::Entry1, 0.0),
        ];
        let quiet = scenario.changed(calm).unwrap();
        let dearer = quiet.changed([(Key::Premium, (quiet[Key::Premium] + more).min(20.0))]).unwrap();
        let [a, b] = [&quiet, &dearer].map(|s| path(s, Strategy::Msp, World::default()));
        let margin_ok = match scenario.kind() {
            Kind::Service => {
                quiet[Key::UserMargin] >= quiet[Key::RunPerUser]
                    && a.months.iter().all(|m| m.revenue >= m.run + m.drag)
            }
            Kind::Hardware => a.months.iter().all(|m| m.revenue >= m.unit_cost + m.run + m.drag),
        };
        let demand = |tick: u32| quiet.curve().at(f64::from(tick) / 20.0);
        let rising = (1..20 * quiet.horizon()).all(|tick| demand(tick) >= demand(tick - 1))
            && a.months.windows(2).all(|pair| pair[1].users >= pair[0].users);
        let launched = b.launch <= 0.9 * f64::from(quiet.horizon());
        let roomy = a.months.iter().all(|month| month.utilisation <= 1.0);
        prop_assume!(margin_ok && launched && roomy && rising && quiet[Key::DragOld1] >= quiet[Key::DragNew1]);
        let scale = parts(&a.present).into_iter().fold(0.0, |most, part| f64::max(most, part.abs()));
        prop_assert!(b.value() <= a.value() + 1e-9 * scale);
    }

    #[test]
    fn more_capacity_never_lowers_users(scenario in scenario(Kind::Service), times in 1.0..100.0f64) {
        // Where a month of unbearable slowness drives everybody away, the next is fast again and
        // the monthly steps swing; so waits stay below twenty seconds here.
        let calm = scenario.changed([
            (Key::SignupLoss, scenario[Key::SignupLoss].min(0.15)),
            (Key::SlowChurn, scenario[Key::SlowChurn].min(0.02)),
        ]).unwrap();
        let scenario = calm;
        let more = (scenario[Key::Capacity] * times).min(1e9);
        let bigger = scenario.changed([(Key::Capacity, more)]).unwrap();
        let [small, big] = [&scenario, &bigger]
            .map(|s| path(s, Strategy::MvpLive, World::default()));
        prop_assume!(small.longest_wait() <= 20.0);
        for (a, b) in small.months.iter().zip(&big.months) {
            prop_assert!(b.users >= a.users * (1.0 - 1e-12), "{a:?} {b:?}");
        }
    }

    #[test]
    fn a_scenario_is_its_own_change(scenario in any_scenario()) {
        prop_assert_eq!(&scenario.changed([]).unwrap(), &scenario);
        for key in scenario.changes() {
            prop_assert!(scenario[key] != key.default_for(scenario.kind()));
        }
    }
}

/// [N8]
#[test]
fn values_outside_the_allowed_range_are_refused_for_every_input() {
    for kind in Kind::ALL {
        for field in FIELDS.iter().filter(|field| field.preset(kind).is_some()) {
            let (low, high) = field.allowed;
            for wrong in [low - 1.0, high * 1.1 + 1.0, f64::NAN, f64::NEG_INFINITY] {
                let result = Scenario::preset(kind).changed([(field.key, wrong)]);
                let problems = result.unwrap_err();
                assert_eq!(problems[0].key, field.key, "{} {wrong}", field.name);
                assert!(problems[0].sentence().ends_with('.'));
            }
        }
    }
}

#[test]
fn building_nothing_can_be_ruled_out() {
    let scenario = Scenario::preset(Kind::Service)
        .changed([(Key::NothingAllowed, 0.0), (Key::Success, 0.01)])
        .unwrap();
    let outcome = Outcome::of(&scenario);
    assert!(
        outcome
            .lines
            .iter()
            .all(|line| line.option != Choice::Nothing)
    );
    assert!(outcome.verdict.best != Choice::Nothing);
}
