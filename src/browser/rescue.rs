//! What the program and `boot.js` tell each other about faults. `boot.js` outlives the program: it shows
//! what a person can do when the program has stopped, and counts how often in a row that happened.

use std::panic::PanicHookInfo;
use std::sync::atomic::{AtomicBool, Ordering};

use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// Whether to start without what is stored: a person asked for that, or the program has stopped twice
/// in a row.
#[must_use]
pub fn safe_mode() -> bool {
    global("headroomSafeMode").is_truthy()
}

/// Says that the page is there: what `boot.js` shows until then goes.
pub fn is_shown() {
    tell("headroomIsShown", &[]);
}

/// Says that the program has answered: whatever stopped it before does not stop it now. Only the first
/// call says so.
pub fn is_well() {
    static SAID: AtomicBool = AtomicBool::new(false);
    if !SAID.swap(true, Ordering::Relaxed) {
        tell("headroomIsWell", &[]);
    }
}

/// Has every panic written to the console and told to `boot.js`, which shows it for a report.
pub fn report_panics() {
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        console_error_panic_hook::hook(panic);
        tell("headroomPanicked", &[panic.to_string()]);
    }));
}

/// Calls a function of `boot.js`, if it is there; in a worker it is not.
fn tell(name: &str, words: &[String]) {
    if let Some(function) = global(name).dyn_ref::<Function>() {
        let words = words.iter().map(|word| JsValue::from_str(word)).collect();
        // It throws nothing, and nobody is left to be told.
        let _ = Reflect::apply(function, &JsValue::UNDEFINED, &words);
    }
}

/// A value that `boot.js` may have left.
fn global(name: &str) -> JsValue {
    Reflect::get(&js_sys::global(), &JsValue::from_str(name)).unwrap_or_default()
}
