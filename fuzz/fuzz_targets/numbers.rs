//! The reader of fields: whatever is typed has an answer, and what a field shows reads back.
#![no_main]

use libfuzzer_sys::fuzz_target;

// The same check runs over the corpus in `cargo test`.
#[path = "../../crates/model/tests/fuzzed/numbers.rs"]
mod numbers;

fuzz_target!(|data: &[u8]| numbers::check(data));
