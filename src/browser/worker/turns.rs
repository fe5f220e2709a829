//! Long work as many short tasks, so that whoever does it stays reachable between them.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{MessageChannel, MessagePort};

use super::time_line::now;
use crate::simulate::{Reply, Work};

/// The length of a task, milliseconds: half a frame at 60 a second.
const TASK: f64 = 8.0;

/// Draws between two looks at the clock.
const DRAWS: u32 = 32;

/// Repeats a task as long as it says that there is more to do.
pub(super) struct Turns {
    bell: Bell,
    _task: Closure<dyn FnMut()>,
}

/// What makes the next turn come.
#[derive(Clone)]
struct Bell {
    port: MessagePort,
    rung: Rc<Cell<bool>>,
}

impl Bell {
    fn ring(&self) {
        if !self.rung.replace(true) {
            // A port of our own takes every message.
            let _ = self.port.post_message(&JsValue::NULL);
        }
    }
}

impl Turns {
    /// Nothing runs until the first [`Turns::wake`].
    pub(super) fn new(mut task: impl FnMut() -> bool + 'static) -> Result<Self, JsValue> {
        let channel = MessageChannel::new()?;
        let bell = Bell {
            port: channel.port1(),
            rung: Rc::default(),
        };
        let next = bell.clone();
        let task = Closure::<dyn FnMut()>::new(move || {
            next.rung.set(false);
            if task() {
                next.ring();
            }
        });
        let heard = task.as_ref().unchecked_ref();
        channel.port2().set_onmessage(Some(heard));
        Ok(Self { bell, _task: task })
    }

    /// Makes a turn come, soon.
    pub(super) fn wake(&self) {
        self.bell.ring();
    }
}

/// One task's worth of work.
pub(super) fn task(work: &mut Work) -> Option<Reply> {
    let end = now() + TASK;
    while !work.is_done() {
        if let Some(reply) = work.step(DRAWS) {
            return Some(reply);
        }
        if now() >= end {
            break;
        }
    }
    None
}
