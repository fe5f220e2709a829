//! The loader of files: any bytes at all are a scenario or a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;

// The same check runs over the corpus in `cargo test`.
#[path = "../../crates/model/tests/fuzzed/told.rs"]
mod told;

#[path = "../../crates/model/tests/fuzzed/loader.rs"]
mod loader;

fuzz_target!(|data: &[u8]| loader::check(data));
