//! The simulation as a whole: the same digits in slices of any size and on every target, and defined
//! numbers for whatever ranges are allowed.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::field::{Key, Kind};
use headroom_model::futures::Futures;
use headroom_model::outcome::Outcome;
use headroom_model::preset::Example;
use headroom_model::scenario::{Inputs, Scenario};
use headroom_model::simulation::{REFINED, Simulation};

/// [N11]
#[test]
fn slices_of_any_size_give_the_same_digits() {
    for kind in Kind::ALL {
        let scenario = Scenario::preset(kind);
        let at_once = Simulation::run(&scenario, 24, 7).futures();
        for slice in [1, 7, 64, 1000] {
            let mut simulation = Simulation::new(&scenario, 24, 7);
            while !simulation.advance(slice) {}
            assert_eq!(simulation.futures(), at_once, "slices of {slice}");
        }
        let mut refined = Simulation::run(&scenario, 8, 7);
        assert_eq!(refined.draws_made(), 64);
        refined.refine(24);
        assert!(!refined.is_done());
        while !refined.advance(33) {}
        assert_eq!(refined.futures(), at_once, "refined");
        assert_ne!(Simulation::run(&scenario, 24, 8).futures(), at_once);
    }
}

#[test]
fn another_chance_of_success_needs_no_new_draws() {
    let scenario = Scenario::preset(Kind::Service);
    let other = scenario
        .changed([
            (Key::Success, 0.6),
            (Key::Cash, 8e5),
            (Key::NothingAllowed, 0.0),
        ])
        .unwrap();
    let mut simulation = Simulation::run(&scenario, 16, 1);
    assert!(simulation.take(&other));
    assert_eq!(
        simulation.futures(),
        Simulation::run(&other, 16, 1).futures()
    );
    let longer = scenario.changed([(Key::RebuildMonths, 9.0)]).unwrap();
    assert!(!simulation.take(&longer));
}

#[test]
fn the_recommendation_rests_on_the_futures_and_the_paths_share_their_alarm() {
    let scenario = Scenario::preset(Kind::Hardware);
    let alone = Outcome::of(&scenario);
    let outcome = Simulation::run(&scenario, 64, 1).outcome();
    let futures = outcome.futures.as_ref().unwrap();
    assert_eq!(outcome.alarm_watch, futures.alarm_watch);
    assert_eq!(outcome.verdict, futures.decision.verdict);
    assert_ne!(outcome.verdict.best, outcome.yours.verdict.best);
    assert_eq!(alone.verdict, alone.yours.verdict);
}

/// The product's list of examples calls the connected device close: the lead is above what is too close
/// to call, but less than the build premium and a small part of the build.
#[test]
fn the_connected_device_is_close() {
    let example = Example::with_key("hardware").unwrap();
    let scenario = example.scenario().unwrap();
    let verdict = Simulation::run(&scenario, REFINED, 1)
        .futures()
        .decision
        .verdict;
    assert_eq!(verdict.best.key(), "MSP");
    assert_eq!(verdict.next_best.key(), "MVP_watch");
    assert!((verdict.lead - 16_800.0).abs() < 100.0, "{}", verdict.lead);
    assert!((verdict.threshold - 12_500.0).abs() < 0.5);
    assert!(verdict.lead < 0.1 * scenario[Key::BuildCost]);
    let few = Simulation::run(&scenario, 64, 1).futures();
    assert!(few.decision.verdict.too_close);
}

#[test]
fn little_cash_passes_an_option_over() {
    let poor = Scenario::preset(Kind::Service)
        .changed([(Key::Cash, 1e5)])
        .unwrap();
    let verdict = Simulation::run(&poor, 16, 1).futures().decision.verdict;
    assert_eq!(verdict.recommended.key(), "NOTHING");
    assert_eq!(verdict.decided_by.step(), 3);
}

/// FNV-1a over the bits of numbers.
fn digest(numbers: impl Iterator<Item = f64>) -> u64 {
    numbers.fold(0xcbf2_9ce4_8422_2325, |digest, number| {
        number
            .to_bits()
            .to_le_bytes()
            .into_iter()
            .fold(digest, |digest, byte| {
                (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            })
    })
}

fn numbers(futures: &Futures) -> Vec<f64> {
    let text = serde_json::to_value(futures).unwrap();
    let mut numbers = Vec::new();
    collect(&text, &mut numbers);
    numbers
}

fn collect(value: &serde_json::Value, numbers: &mut Vec<f64>) {
    match value {
        serde_json::Value::Object(map) => map.values().for_each(|v| collect(v, numbers)),
        serde_json::Value::Array(list) => list.iter().for_each(|v| collect(v, numbers)),
        serde_json::Value::Number(number) => numbers.extend(number.as_f64()),
        _ => {}
    }
}

/// [N3 N9 N11]
#[test]
fn a_simulation_has_the_same_digits_everywhere() {
    let mut all = Vec::new();
    for kind in Kind::ALL {
        let simulation = Simulation::run(&Scenario::preset(kind), 32, 1);
        all.extend(numbers(&simulation.futures()));
    }
    assert!(all.len() > 5000, "{}", all.len());
    assert_eq!(
        format!("{:016x}", digest(all.into_iter())),
        include_str!("data/simulation-digest.txt").trim()
    );
}

/// [N10]
#[test]
fn results_cross_to_the_page_and_back() {
    let simulation = Simulation::run(&Scenario::preset(Kind::Service), 8, 1);
    let futures = simulation.futures();
    let text = serde_json::to_string(&futures).unwrap();
    assert_eq!(serde_json::from_str::<Futures>(&text).unwrap(), futures);
    let scenario = simulation.scenario();
    let text = serde_json::to_string(scenario).unwrap();
    assert_eq!(&serde_json::from_str::<Scenario>(&text).unwrap(), scenario);
}

/// Without any range every draw is the best guess. [N12]
#[test]
fn certainty_is_a_single_path() {
    let inputs = Inputs {
        values: vec![(Key::IncidentChance, 0.0)],
        ..Inputs::preset(Kind::Service).with_only_ranges([])
    };
    let scenario = Scenario::new(inputs).unwrap();
    let outcome = Simulation::run(&scenario, 1, 1).outcome();
    let futures = outcome.futures.as_ref().unwrap();
    assert_eq!(futures.draws, 8);
    assert_eq!(futures.decision.verdict.standard_error, 0.0);
    for line in &outcome.yours.lines {
        let over = futures.decision.line(line.option);
        assert!((over.good - line.good).abs() < 1e-6 && (over.bad - line.bad).abs() < 1e-6);
    }
    assert!(futures.finding_out.ranges.is_empty());
}

#[cfg(not(target_arch = "wasm32"))]
mod anywhere {
    use super::*;
    use headroom_model::field::{Range, Shape};
    use headroom_model::scenario::{check_range, has_range};
    use proptest::prelude::*;

    fn shape() -> impl Strategy<Value = Shape> {
        prop_oneof![
            Just(Shape::Normal),
            Just(Shape::Lognormal),
            Just(Shape::LogitNormal)
        ]
    }

    /// A range somewhere in what is allowed for an input, by three shares of it.
    fn range(key: Key, shape: Shape, shares: [f64; 3]) -> Option<(f64, Range)> {
        let (lowest, highest) = key.field().allowed;
        let mut ends = shares.map(|share| {
            // Small numbers as likely as large ones.
            lowest + (highest - lowest) * share.powi(6)
        });
        ends.sort_by(f64::total_cmp);
        let [low, best, high] = ends;
        let range = Range { low, high, shape };
        check_range(Kind::Service, key, best, &range)
            .is_ok()
            .then_some((best, range))
    }

    /// Through JSON it stays the same: what is not a number is written as nothing.
    fn is_whole<T>(value: &T) -> Result<(), TestCaseError>
    where
        T: serde::Serialize + serde::de::DeserializeOwned + PartialEq,
    {
        let fail = |error: serde_json::Error| TestCaseError::fail(error.to_string());
        let text = serde_json::to_string(value).map_err(fail)?;
        let back: T = serde_json::from_str(&text).map_err(fail)?;
        prop_assert!(back == *value, "{}", text);
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

        /// [N2 N10 N12]
        #[test]
        fn every_number_is_finite(
            hardware: bool,
            rows in proptest::collection::vec((0..Key::COUNT, shape(), [0.0..1.0, 0.0..1.0, 0.0..1.0]), 1..8),
            seed: u32,
        ) {
            let kind = if hardware { Kind::Hardware } else { Kind::Service };
            let mut inputs = Inputs::preset(kind);
            for (place, shape, shares) in rows {
                let key = Key::ALL[place];
                let used = key.field().preset(kind).is_some() && has_range(key);
                if let Some((best, range)) = range(key, shape, shares).filter(|_| used) {
                    inputs.values.retain(|(known, _)| *known != key);
                    inputs.ranges.retain(|(known, _)| *known != key);
                    inputs.values.push((key, best));
                    inputs.ranges.push((key, Some(range)));
                }
            }
            let Ok(scenario) = Scenario::new(inputs) else { return Ok(()) };
            let simulation = Simulation::run(&scenario, 2, seed);
            let futures = simulation.futures();
            is_whole(&futures)?;
            let changes = simulation.what_would_change(&futures.decision);
            prop_assert!(changes.complete);
            is_whole(&changes)?;
            is_whole(&scenario)?;
        }
    }
}
