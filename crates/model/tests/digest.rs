//! The same digits natively and on wasm: a digest of a few thousand results.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::demand::Demand;
use headroom_model::field::{Field, Key, Kind, Special};
use headroom_model::outcome::Outcome;
use headroom_model::scenario::Scenario;

/// FNV-1a over the bits of numbers.
struct Digest(u64);

impl Digest {
    fn add(&mut self, number: f64) {
        assert!(number.is_finite());
        for byte in number.to_bits().to_le_bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// Scenarios spread over the inputs by a fixed linear congruence.
fn scenarios(kind: Kind) -> impl Iterator<Item = Scenario> {
    let mut state = 12_345_u32;
    let mut next = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(state >> 8) / f64::from(1_u32 << 24)
    };
    std::iter::from_fn(move || {
        let mut changes = Vec::new();
        for field in Field::of(kind).filter(|field| field.special == Special::None) {
            let best = field.key.default_for(kind);
            let factor = 0.6 + 0.8 * next();
            let (low, high) = field.allowed;
            if field.key != Key::Multiple2 {
                changes.push((field.key, (best * factor).clamp(low, high)));
            }
        }
        Some(Scenario::with(kind, changes, Demand::Milestones))
    })
    .flatten()
}

/// [N3 N9]
#[test]
fn a_few_thousand_results_have_the_same_digits_everywhere() {
    let mut digest = Digest(0xcbf2_9ce4_8422_2325);
    let mut results = 0;
    for kind in Kind::ALL {
        for scenario in scenarios(kind).take(100) {
            let outcome = Outcome::of(&scenario);
            for plan in &outcome.plans {
                for number in plan
                    .worlds
                    .into_iter()
                    .chain([plan.unwanted, plan.good.value()])
                {
                    digest.add(number);
                    results += 1;
                }
                for month in plan.path.months.iter().step_by(7) {
                    digest.add(month.users);
                    digest.add(month.net);
                    digest.add(month.wait);
                    results += 3;
                }
            }
            digest.add(outcome.verdict.lead);
            digest.add(outcome.sweep.best);
            results += 2;
        }
    }
    assert!(results > 4000, "{results}");
    assert_eq!(
        format!("{:016x}", digest.0),
        include_str!("data/digest.txt").trim()
    );
}
