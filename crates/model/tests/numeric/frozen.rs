//! What the file format leaves out: files and links hold what differs from an example, so the
//! examples themselves are frozen with the version of the format.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::field::{Field, Key, Kind, Range, Special};
use headroom_model::preset::EXAMPLES;
use headroom_model::scenario::Scenario;

const FROZEN: &str = include_str!("../data/presets-v1.txt");

const WHAT_TO_DO: &str = "An example or a default is not what version 1 of the file format says. Files \
     and links hold only what differs from them, so every stored scenario would change in silence. \
     Undo the change; or raise the version, give it a migration that writes the old numbers into \
     older files, and freeze the new numbers in crates/model/tests/data/presets-v2.txt beside \
     presets-v1.txt";

fn value(field: &Field, value: f64) -> String {
    match field.special {
        Special::Best if value == f64::INFINITY => "best".to_owned(),
        Special::Unlimited if value == f64::INFINITY => "unlimited".to_owned(),
        _ => format!("{value}"),
    }
}

fn range(range: Option<Range>) -> String {
    range.map_or_else(
        || "certain".to_owned(),
        |Range { low, high, shape }| format!("{low} to {high} {}", shape.name()),
    )
}

fn line(scenario: &Scenario, field: &Field) -> String {
    format!("{} = {}", field.name, value(field, scenario[field.key]))
}

fn correlations(scenario: &Scenario) -> String {
    let name = |key: Key| key.field().name;
    let pairs = scenario.correlations().iter();
    pairs
        .map(|pair| {
            format!(
                "{} with {}: {}\n",
                name(pair.first),
                name(pair.second),
                pair.strength
            )
        })
        .collect()
}

/// Everything that a file may leave out: the inputs of both kinds with their ranges, what goes
/// together, and what each example changes.
fn presets() -> String {
    let mut text = String::new();
    for kind in Kind::ALL {
        let scenario = Scenario::preset(kind);
        text += &format!("\n== {}, {:?}\n", kind.name(), scenario.demand());
        for field in Field::of(kind) {
            let range = range(scenario.range(field.key));
            text += &format!("{}, {range}\n", line(&scenario, field));
        }
        text += &correlations(&scenario);
    }
    for example in &EXAMPLES {
        let (key, kind) = (example.key, example.kind);
        let scenario = example.scenario().expect("an example is valid");
        let usual = Scenario::preset(kind);
        assert_eq!(correlations(&scenario), correlations(&usual));
        text += &format!("\n== {key}, {}, {:?}\n", kind.name(), scenario.demand());
        // Ranges move along with their best guesses; that is arithmetic, not a default.
        let changed = Field::of(kind).filter(|field| scenario[field.key] != usual[field.key]);
        text.extend(changed.map(|field| {
            let is_own = example.ranges.iter().any(|(key, _, _)| *key == field.key);
            let own = is_own.then(|| format!(", {}", range(scenario.range(field.key))));
            line(&scenario, field) + &own.unwrap_or_default() + "\n"
        }));
    }
    text
}

/// [N16]
#[test]
fn the_examples_and_defaults_of_version_1_are_frozen() {
    let now = presets();
    let (_, frozen) = FROZEN
        .split_once("\n\n")
        .expect("a sentence, then the numbers");
    let both = now.trim().lines().zip(frozen.trim().lines());
    for (now, frozen) in both {
        assert_eq!(now, frozen, "{WHAT_TO_DO}");
    }
    assert_eq!(
        now.trim().lines().count(),
        frozen.trim().lines().count(),
        "{WHAT_TO_DO}"
    );
}
