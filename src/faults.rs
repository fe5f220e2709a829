//! Faults on purpose, for the tests of what a person sees when the program stops. Only the site in
//! `target/site/faults` holds this module (feature `faults`); `cargo xtask` refuses it in `dist/`.
//!
//! - `?fault=panic`, `?fault=stack` or `?fault=memory` in the address: the fault happens in a handler of
//!   the event [`EVENT`] at the window.
//! - The word `start` in storage under [`STORED`]: the program panics at once; the word `load`: when it
//!   has read what is stored. Neither happens when it starts without that.

use std::hint::black_box;

use leptos::ev::Custom;
use leptos::prelude::*;

use crate::browser::safe_mode;

/// The event that makes the fault happen. `cargo xtask` knows a site with faults by this text.
pub const EVENT: &str = "headroom-fault-on-purpose";

/// Where storage holds when a start is to fail.
pub const STORED: &str = "headroom.fault";

/// Puts everything in place; may not return.
pub fn install() {
    if let Some(fault) = asked_for() {
        // It listens as long as the page lives.
        drop(window_event_listener(
            Custom::<web_sys::Event>::new(EVENT),
            move |_| fault(),
        ));
    }
    panic_if_stored("start");
}

/// What data that the program cannot bear would do.
pub fn while_loading() {
    panic_if_stored("load");
}

fn panic_if_stored(word: &str) {
    let is_meant = !safe_mode() && stored().as_deref() == Some(word);
    if is_meant {
        panic();
    }
}

/// The fault that the address names.
fn asked_for() -> Option<fn()> {
    let query = window().location().search().ok()?;
    match query.strip_prefix("?fault=")? {
        "panic" => Some(panic),
        "stack" => Some(stack),
        "memory" => Some(memory),
        _ => None,
    }
}

fn stored() -> Option<String> {
    let storage = window().local_storage().ok().flatten()?;
    storage.get_item(STORED).ok().flatten()
}

/// What a slip in the program would do.
fn panic() {
    unreachable!("a fault on purpose");
}

/// Calls itself until the stack is full.
fn stack() {
    black_box(deeper(black_box(0)));
}

fn deeper(depth: u32) -> u32 {
    let room = black_box([depth; 64]);
    if depth == u32::MAX {
        return depth;
    }
    deeper(depth + 1).wrapping_add(room[63])
}

/// Takes memory until there is no more.
fn memory() {
    loop {
        std::mem::forget(black_box(Vec::<u8>::with_capacity(1 << 30)));
    }
}
