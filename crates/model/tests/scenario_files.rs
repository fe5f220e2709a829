//! Scenario files of every version of the format, frozen: each with the result that it must give.
//!
//! `data/scenarios/v<version>/NAME.json` or `NAME.link` is as the program of its time wrote it;
//! `NAME.expected.json` has the expected values. Nothing here is ever rewritten; a new version adds a
//! folder. The values of `pilot-alarm-65` are those of the specification's case D12.

#![cfg(not(target_family = "wasm"))]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use headroom_model::field::{Field, Shape};
use headroom_model::outcome::Outcome;
use headroom_model::scenario_file::{Document, FORMAT, LoadError};
use headroom_model::strategy::{Choice, Strategy};
use serde_json::Value;

fn folder(version: u64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/scenarios/v{version}"))
}

/// The files of a version: name, and document as read.
fn fixtures(version: u64) -> Vec<(String, Result<Document, LoadError>)> {
    let entries = fs::read_dir(folder(version)).expect("every version has its folder");
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("it can be read").path();
        let name = path
            .file_name()
            .and_then(|name| name.to_str())
            .expect("a plain name");
        let (stem, kind) = name.split_once('.').expect("a name with a dot");
        let read = match kind {
            "json" => Document::from_file(&fs::read(&path).expect("it can be read")),
            "link" => Document::from_link(&fs::read_to_string(&path).expect("it is text")),
            _ => continue,
        };
        found.push((stem.to_owned(), read));
    }
    found
}

fn expected(version: u64, stem: &str) -> Value {
    let path = folder(version).join(format!("{stem}.expected.json"));
    let text =
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).expect("it is JSON")
}

#[track_caller]
fn check_document(document: &Document, expected: &Value) {
    let scenario = document.scenario().expect("it is finished");
    let outcome = Outcome::of(&scenario);
    let strategies = [
        ("MVP_live", Strategy::MvpLive),
        ("MVP_late", Strategy::MvpLate),
        ("MVP_watch", Strategy::MvpWatch),
        ("MSP", Strategy::Msp),
        ("OVER", Strategy::Over),
    ];
    let mut checked = 0;
    for (name, strategy) in strategies {
        if let Some(value) = expected[name].as_f64() {
            let actual = outcome.yours.value(Choice::Build(strategy));
            assert!(
                (actual - value).abs() <= 1e-9 * value.abs(),
                "{name}: {actual} is not {value}"
            );
            checked += 1;
        }
    }
    for (name, value) in expected["inputs"].as_object().into_iter().flatten() {
        let key = Field::named(name).expect("an input").key;
        assert_eq!(Some(scenario[key]), value.as_f64(), "{name}");
        checked += 1;
    }
    for (name, range) in expected["ranges"].as_object().into_iter().flatten() {
        let key = Field::named(name).expect("an input").key;
        let actual = scenario.range(key);
        let written = actual.map(|range| (range.low, range.high, range.shape));
        let wanted = range.as_array().map(|range| {
            let shape = range[2].as_str().and_then(Shape::named);
            (
                range[0].as_f64().expect("low"),
                range[1].as_f64().expect("high"),
                shape.expect("a shape"),
            )
        });
        assert_eq!(written, wanted, "{name}");
        checked += 1;
    }
    for (name, text) in [("name", &document.name), ("notes", &document.notes)] {
        if let Some(wanted) = expected[name].as_str() {
            assert_eq!(text, wanted);
            checked += 1;
        }
    }
    assert!(checked > 3, "too little is expected");
}

/// [L11 I13] Every version has files, each with an expected result, and gives it.
#[test]
fn files_of_every_version_give_their_results() {
    for version in 0..=FORMAT {
        let fixtures = fixtures(version);
        assert!(!fixtures.is_empty(), "version {version} has no file");
        for (stem, document) in fixtures {
            let document = document.unwrap_or_else(|error| panic!("v{version}/{stem}: {error}"));
            check_document(&document, &expected(version, &stem));
        }
    }
}

/// No folder beyond the present version: a new version raises `FORMAT`.
#[test]
fn there_are_no_files_of_unknown_versions() {
    let parent = folder(0).parent().expect("a parent").to_owned();
    let names: BTreeSet<String> = fs::read_dir(parent)
        .expect("it can be read")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let wanted = (0..=FORMAT).map(|version| format!("v{version}")).collect();
    assert_eq!(names, wanted);
}

/// [L22] Files of the present version are written as the very bytes they were read from.
#[test]
fn the_present_version_is_written_as_it_was() {
    for entry in fs::read_dir(folder(FORMAT)).expect("it can be read") {
        let path = entry.expect("an entry").path();
        let name = path.to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("it is text");
        if name.ends_with(".link") {
            let document = Document::from_link(&text).expect("it is a link");
            assert_eq!(document.to_link().as_deref(), Ok(text.trim_end()), "{name}");
        } else if !name.ends_with(".expected.json") {
            let document = Document::from_file(text.as_bytes()).expect("it is a file");
            assert_eq!(document.to_file(), text, "{name}");
        }
    }
}
