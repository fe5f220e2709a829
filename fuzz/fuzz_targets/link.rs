//! The loader of links: any text at all, and anything inside a link, is a scenario or a sentence.
#![no_main]

use libfuzzer_sys::fuzz_target;

// The same check runs over the corpus in `cargo test`.
#[path = "../../crates/model/tests/fuzzed/told.rs"]
mod told;

#[path = "../../crates/model/tests/fuzzed/link.rs"]
mod link;

fuzz_target!(|data: &[u8]| link::check(data));
