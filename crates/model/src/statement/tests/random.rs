//! Whatever the inputs: nothing empty, nothing broken, nothing without its figure.

use super::figures::{Checked, check_break_even, check_figures};
use super::{explained, fault, is_closed, said};
use crate::demand::Demand;
use crate::field::{Field, Key, Kind, Special, Spread};
use crate::outcome::Outcome;
use crate::scenario::Scenario;
use crate::simulation::Simulation;
use crate::text::write::Currency;
use proptest::prelude::*;

/// A value near the preset, on the slider, or anywhere it is allowed.
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
    let near = (-1.0..1.0f64).prop_map(move |x| (best * (1.0 + x)).clamp(low, high));
    let slider = low.max(field.sensible.0)..=high.min(field.sensible.1);
    let far = match field.spread {
        Spread::Log => {
            let least = low.max(1e-9);
            let ratio = least.ln()..=high.ln();
            ratio.prop_map(move |x| x.exp().clamp(low, high)).boxed()
        }
        Spread::Linear => (low..=high).boxed(),
    };
    prop_oneof![4 => near, 4 => slider, 1 => far, 1 => Just(low), 1 => Just(high)].boxed()
}

fn demand() -> impl proptest::strategy::Strategy<Value = Demand> {
    prop_oneof![
        6 => Just(Demand::Milestones),
        1 => (1.0..1e6f64, -0.9..3.0f64)
            .prop_map(|(launch, growth)| Demand::Exponential { launch, growth }),
        1 => (1.0..1e6f64, 1.0..1e6f64)
            .prop_map(|(a, b)| Demand::Points { months: vec![0.0, 9.0], users: vec![a, b] }),
    ]
}

/// Some inputs changed, the others as they are: so that all states come up.
fn scenario(kind: Kind) -> BoxedStrategy<Scenario> {
    let fields: Vec<&'static Field> = Field::of(kind).collect();
    let values: Vec<_> = fields.iter().map(|field| value(field, kind)).collect();
    let share = prop_oneof![Just(0.1), Just(0.3), Just(1.0)];
    let chosen = share.prop_flat_map({
        let count = fields.len();
        move |share| proptest::collection::vec(proptest::bool::weighted(share), count)
    });
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

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 128, max_global_rejects: 100_000, ..ProptestConfig::default()
    })]

    /// [N2]
    #[test]
    fn every_text_is_whole(
        scenario in prop_oneof![scenario(Kind::Service), scenario(Kind::Hardware)],
    ) {
        whole(&Outcome::of(&scenario))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48, max_global_rejects: 100_000, ..ProptestConfig::default()
    })]

    /// [N2]
    #[test]
    fn every_text_over_futures_is_whole(
        scenario in prop_oneof![scenario(Kind::Service), scenario(Kind::Hardware)],
        cash in prop_oneof![2 => Just(f64::INFINITY), 1 => 1e4..2e6f64],
    ) {
        let scenario = scenario.changed([(Key::Cash, cash)]).unwrap_or(scenario);
        whole(&Simulation::run(&scenario, 2, 1).outcome())?;
    }
}

/// Nothing is wrong with any text, and every number in it is recomputed.
pub(super) fn whole(outcome: &Outcome) -> Result<(), TestCaseError> {
    let said = said(outcome, Currency::Dollar);
    let why = explained(outcome, Currency::Dollar);
    let mut checked = Checked::of(outcome);
    for sentence in said.sentences.iter().chain(&why) {
        let text = sentence.plain();
        prop_assert_eq!(fault(&text), None, "{}", text);
        prop_assert!(is_closed(&text), "{}", text);
        check_figures(&mut checked, sentence)?;
    }
    for phrase in &said.phrases {
        let text = phrase.plain();
        prop_assert_eq!(fault(&text), None, "{}", text);
        check_figures(&mut checked, phrase)?;
    }
    check_break_even(outcome)?;
    for sentence in said.all() {
        for span in sentence.0.iter().filter(|span| span.figure.is_none()) {
            let states_a_number = span.text.contains(|c: char| c.is_ascii_digit() || c == '½');
            prop_assert!(!states_a_number, "no figure: {} in {}", span.text, sentence);
        }
    }
    Ok(())
}
