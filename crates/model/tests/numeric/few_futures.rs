//! No futures, one, two, all alike, and more than there is room for.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::field::{Key, Kind, Range, Shape};
use headroom_model::futures::Futures;
use headroom_model::scenario::{Inputs, Scenario};
use headroom_model::simulation::Simulation;
use headroom_model::strategy::Strategy;

/// What is not a number cannot be read back from JSON: it is written as nothing.
#[track_caller]
fn is_whole(futures: &Futures) {
    let text = serde_json::to_string(futures).expect("there is nothing that has no text");
    let back: Futures = serde_json::from_str(&text).expect("every number is one");
    assert_eq!(&back, futures);
}

/// [N12]
#[test]
fn no_futures_one_and_two_are_defined() {
    for kind in Kind::ALL {
        let mut simulation = Simulation::new(&Scenario::preset(kind), 1, 1);
        is_whole(&simulation.futures());
        assert_eq!(simulation.futures().draws, 0);
        for draws in 1..=8 {
            simulation.advance(1);
            let futures = simulation.futures();
            assert_eq!(futures.draws, draws);
            is_whole(&futures);
        }
    }
}

/// With a single draw low, middle and high are the same; nothing pretends to a range. [N12]
#[test]
fn one_future_has_no_range() {
    let margin = Range {
        low: 25.0,
        high: 64.0,
        shape: Shape::Lognormal,
    };
    let inputs = Inputs {
        // In one world only.
        values: vec![(Key::QuickFix, 0.0), (Key::WrongBet, 0.0)],
        ..Inputs::preset(Kind::Service).with_only_ranges([(Key::UserMargin, margin)])
    };
    let scenario = Scenario::new(inputs).expect("it is valid");
    let mut simulation = Simulation::new(&scenario, 1, 1);
    simulation.advance(1);
    let bands = simulation.fixed().bands;
    for strategy in Strategy::ALL {
        let users = &bands.strategies[strategy as usize].users;
        assert_eq!(users.p50.len(), 36);
        assert_eq!((&users.p5, &users.p95), (&users.p50, &users.p50));
    }
}

/// Nobody gets fewer draws than one of each rotation. [N12]
#[test]
fn a_simulation_asked_for_none_makes_the_fewest() {
    let scenario = Scenario::preset(Kind::Service);
    let fewest = Simulation::run(&scenario, 0, 3);
    assert_eq!(fewest.draws_made(), 8);
    assert_eq!(fewest.futures(), Simulation::run(&scenario, 1, 3).futures());
    is_whole(&fewest.futures());
}

/// Eight times this many does not fit into 32 bits, and no machine has room for all. [N3]
#[test]
fn far_too_many_are_begun_without_overflow() {
    let scenario = Scenario::preset(Kind::Service);
    let mut simulation = Simulation::new(&scenario, u32::MAX, u32::MAX);
    assert!(!simulation.advance(3) && !simulation.is_done());
    assert_eq!(simulation.draws_made(), 3);
    is_whole(&simulation.futures());
}

/// Out of proportion: a size of demand between a thousandth and a thousand times. [N12]
#[test]
fn heavy_tails_stay_numbers() {
    let (lowest, highest) = Key::Size.field().allowed;
    let inputs = Inputs::preset(Kind::Service).with_only_ranges([(
        Key::Size,
        Range {
            low: lowest.max(1e-3),
            high: highest.min(1e3),
            shape: Shape::Lognormal,
        },
    )]);
    let scenario = Scenario::new(inputs).expect("it is valid");
    let simulation = Simulation::run(&scenario, 8, 1);
    let futures = simulation.futures();
    is_whole(&futures);
    let changes = simulation.what_would_change(&futures.decision);
    let text = serde_json::to_string(&changes).expect("changes have a text");
    let back = serde_json::from_str(&text).expect("every number is one");
    assert_eq!(changes, back);
}
