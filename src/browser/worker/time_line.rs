//! The browser's clock, in the page and in a worker, and marks on its time line.

use wasm_bindgen::JsCast as _;
use web_sys::{Performance, WorkerGlobalScope};

fn performance() -> Option<Performance> {
    match js_sys::global().dyn_into::<WorkerGlobalScope>() {
        Ok(scope) => scope.performance(),
        Err(_) => leptos::prelude::window().performance(),
    }
}

/// Milliseconds since the start; without a clock every task is over at once.
pub(super) fn now() -> f64 {
    performance().map_or(f64::INFINITY, |performance| performance.now())
}

/// Leaves a mark, for whoever looks at the time line: tests and benchmarks.
pub(super) fn mark(words: &str) {
    if let Some(performance) = performance() {
        // Nothing depends on it.
        let _ = performance.mark(words);
    }
}
