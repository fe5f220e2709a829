//! The worker's side: takes what is asked, works on the newest, sends what it finds.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use super::time_line::mark;
use super::turns::{Turns, task};
use crate::browser::build_id;
use crate::simulate::{Ask, Found, Work};

/// Serves the page that started this worker, until the page ends it.
pub fn serve(scope: &DedicatedWorkerGlobalScope) {
    let work = Rc::new(RefCell::new(None::<Work>));
    let turns = Turns::new({
        let (work, scope) = (Rc::clone(&work), scope.clone());
        move || turn(&work, &scope)
    });
    let Ok(turns) = turns else {
        report(scope, "this browser has no message channels");
        return;
    };
    let asked = Closure::<dyn FnMut(MessageEvent)>::new({
        let scope = scope.clone();
        move |event: MessageEvent| {
            let bytes = Uint8Array::new(&event.data()).to_vec();
            match Ask::of_bytes(&bytes) {
                Ok(ask) => {
                    mark("headroom: asked");
                    Work::turn_to(&mut work.borrow_mut(), ask);
                    turns.wake();
                }
                Err(error) => report(&scope, &error.to_string()),
            }
        }
    });
    scope.set_onmessage(Some(asked.as_ref().unchecked_ref()));
    // It serves as long as the worker lives.
    asked.forget();
    send(scope, &ready());
}

/// One turn; whether there is more to do.
fn turn(work: &RefCell<Option<Work>>, scope: &DedicatedWorkerGlobalScope) -> bool {
    let mut work = work.borrow_mut();
    let Some(work) = work.as_mut() else {
        return false;
    };
    if let Some(reply) = task(work) {
        if let Found::Futures(futures) = &reply.found {
            mark(&format!("headroom: {} futures", futures.draws));
        }
        match reply.to_bytes() {
            Ok(bytes) => send(scope, &Uint8Array::from(bytes.as_slice())),
            Err(error) => report(scope, &error.to_string()),
        }
    }
    !work.is_done()
}

/// What the worker says first: that it takes messages, and which build it is.
fn ready() -> JsValue {
    js_sys::Array::of1(&JsValue::from_str(build_id())).into()
}

/// Says that something went wrong.
fn report(scope: &DedicatedWorkerGlobalScope, sentence: &str) {
    send(scope, &JsValue::from_str(sentence));
}

fn send(scope: &DedicatedWorkerGlobalScope, message: &JsValue) {
    // Everything that is sent can be copied; there is nobody else to tell.
    let _ = scope.post_message(message);
}
