//! The corpus of the fuzz targets, run again by every test: what was once found stays found.
#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzzed/link.rs"]
mod link;
#[path = "fuzzed/loader.rs"]
mod loader;
#[path = "fuzzed/numbers.rs"]
mod numbers;
#[path = "fuzzed/told.rs"]
mod told;

/// Runs a check over every file of a corpus.
fn replay(target: &str, check: fn(&[u8])) {
    let folder = format!("{}/../../fuzz/corpus/{target}", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(&folder).expect("the corpus is there");
    let mut checked = 0;
    for file in files {
        let file = file.expect("the corpus can be listed").path();
        check(&std::fs::read(file).expect("a file of the corpus can be read"));
        checked += 1;
    }
    assert!(checked >= 50, "{checked} files in {folder}");
}

#[test]
fn any_text_in_a_field_has_an_answer() {
    replay("numbers", numbers::check);
}

/// [L12 I17] Any bytes as a file.
#[test]
fn any_bytes_are_a_scenario_or_a_sentence() {
    replay("loader", loader::check);
}

/// [L7 L12 I17] Any text as a link, and any bytes inside one.
#[test]
fn any_link_is_a_scenario_or_a_sentence() {
    replay("link", link::check);
}
