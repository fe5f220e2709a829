//! Outcomes to draw in tests.

use headroom_model::demand::Demand;
use headroom_model::field::{Field, Key, Kind, Special, Spread};
use headroom_model::outcome::Outcome;
use headroom_model::preset::Example;
use headroom_model::scenario::Scenario;
use headroom_model::simulation::Simulation;
use proptest::prelude::*;

/// The example that opens first, with changes.
#[track_caller]
pub fn saas(changes: &[(Key, f64)]) -> Outcome {
    let example = Example::with_key("saas").expect("the first example exists");
    let scenario = example.scenario().expect("it is valid");
    Outcome::of(
        &scenario
            .changed(changes.iter().copied())
            .expect("valid changes"),
    )
}

/// The hardware product with changes.
#[track_caller]
pub fn hardware(changes: &[(Key, f64)]) -> Outcome {
    let scenario = Scenario::preset(Kind::Hardware);
    Outcome::of(
        &scenario
            .changed(changes.iter().copied())
            .expect("valid changes"),
    )
}

/// The same scenario over a few simulated futures.
pub fn simulated(outcome: &Outcome) -> Outcome {
    Simulation::run(&outcome.scenario, 16, 1).outcome()
}

/// The same with everything that would change the answer.
pub fn with_change(outcome: &Outcome, per_rotation: u32) -> Outcome {
    let simulation = Simulation::run(&outcome.scenario, per_rotation, 1);
    let outcome = simulation.outcome();
    let decision = outcome
        .futures
        .as_ref()
        .map(|futures| futures.decision.clone());
    let change = simulation.what_would_change(&decision.expect("it is simulated"));
    outcome.with_change(change)
}

/// A value anywhere in the allowed range of an input, or near its preset.
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
    let ratio = (low.max(1e-9).ln()..=high.ln()).prop_map(move |x| x.exp().clamp(low, high));
    let near = (-1.0..1.0f64).prop_map(move |x| (best * (1.0 + x)).clamp(low, high));
    match field.spread {
        Spread::Log => prop_oneof![ratio, near, Just(low), Just(high)].boxed(),
        Spread::Linear => prop_oneof![low..=high, near, Just(low), Just(high)].boxed(),
    }
}

fn scenario(kind: Kind) -> BoxedStrategy<Scenario> {
    let fields: Vec<&'static Field> = Field::of(kind).collect();
    let values: Vec<_> = fields.iter().map(|field| value(field, kind)).collect();
    // Few changes at a time, so that most scenarios are still of this world.
    let chosen = prop::collection::vec(prop::bool::weighted(0.15), fields.len());
    (values, chosen)
        .prop_filter_map("fits together", move |(values, chosen)| {
            let all = fields.iter().zip(values).zip(chosen);
            let changes = all
                .filter(|(_, chosen)| *chosen)
                .map(|((field, value), _)| (field.key, value));
            Scenario::with(kind, changes.collect::<Vec<_>>(), Demand::Milestones).ok()
        })
        .boxed()
}

/// The outcome of any valid scenario.
pub fn outcome() -> impl Strategy<Value = Outcome> {
    prop_oneof![scenario(Kind::Service), scenario(Kind::Hardware)].prop_map(|s| Outcome::of(&s))
}

/// Any currency.
pub fn currency() -> impl Strategy<Value = headroom_model::text::write::Currency> {
    prop::sample::select(headroom_model::text::write::Currency::ALL.to_vec())
}
