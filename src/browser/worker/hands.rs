//! Who can do the work: a worker, or the page itself in slices.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::time::Duration;

use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::desk::Desk;
use super::turns::{Turns, task};
use crate::simulate::{Ask, Reply, Work};

/// In the page itself, more than the first answer is worked on after a pause of this length.
const QUIET: Duration = Duration::from_millis(600);

/// Who does the work.
pub(super) enum Hand {
    Worker(Hired),
    Page(InPage),
    Nobody,
}

/// A worker, and what listens to it.
pub(super) struct Hired {
    worker: Worker,
    /// Whether it has said that it takes messages.
    pub(super) ready: bool,
    _heard: Closure<dyn FnMut(MessageEvent)>,
    _failed: Closure<dyn FnMut(ErrorEvent)>,
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// The work in the page.
pub(super) struct InPage {
    work: Rc<RefCell<Option<Work>>>,
    turns: Rc<Turns>,
    is_quiet: Rc<Cell<bool>>,
    pause: RefCell<Option<TimeoutHandle>>,
}

impl Hired {
    /// Starts a worker that reports to the desk.
    pub(super) fn start(desk: &Weak<RefCell<Desk>>) -> Result<Self, JsValue> {
        let file = Reflect::get(&window(), &JsValue::from_str("headroomWorker"))?;
        let file = file.as_string().ok_or(JsValue::NULL)?;
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&file, &options)?;
        let heard = Closure::<dyn FnMut(MessageEvent)>::new({
            let desk = desk.clone();
            move |event: MessageEvent| {
                if let Some(desk) = desk.upgrade() {
                    desk.borrow_mut().heard(&event.data());
                }
            }
        });
        let failed = Closure::<dyn FnMut(ErrorEvent)>::new({
            let desk = desk.clone();
            move |event: ErrorEvent| {
                event.prevent_default();
                if let Some(desk) = desk.upgrade() {
                    desk.borrow_mut().lost();
                }
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        worker.set_onerror(Some(failed.as_ref().unchecked_ref()));
        Ok(Self {
            worker,
            ready: false,
            _heard: heard,
            _failed: failed,
        })
    }

    /// Passes an ask on to the worker.
    pub(super) fn ask(&self, ask: &Ask) {
        if let Ok(bytes) = ask.to_bytes() {
            // Bytes can always be copied; if not, the watch notices.
            let bytes = Uint8Array::from(bytes.as_slice());
            let _ = self.worker.post_message(&bytes);
        }
    }
}

impl InPage {
    /// Reports to the desk.
    pub(super) fn new(desk: &Weak<RefCell<Desk>>) -> Result<Self, JsValue> {
        let work = Rc::new(RefCell::new(None::<Work>));
        let is_quiet = Rc::new(Cell::new(false));
        let turns = Turns::new({
            let (desk, work, is_quiet) = (desk.clone(), Rc::clone(&work), Rc::clone(&is_quiet));
            move || {
                let (found, goes_on) = turn(&work, is_quiet.get());
                if let (Some(reply), Some(desk)) = (found, desk.upgrade()) {
                    desk.borrow_mut().take(reply);
                }
                goes_on
            }
        })?;
        Ok(Self {
            work,
            turns: Rc::new(turns),
            is_quiet,
            pause: RefCell::default(),
        })
    }

    /// Turns to an ask.
    pub(super) fn ask(&self, ask: Ask) {
        Work::turn_to(&mut self.work.borrow_mut(), ask);
        self.is_quiet.set(false);
        self.turns.wake();
        let (turns, is_quiet) = (Rc::clone(&self.turns), Rc::clone(&self.is_quiet));
        let rest = move || {
            is_quiet.set(true);
            turns.wake();
        };
        let pause = set_timeout_with_handle(rest, QUIET).ok();
        if let Some(earlier) = self.pause.replace(pause) {
            earlier.clear();
        }
    }
}

/// One turn in the page, and whether another is wanted: the answer at once, the rest when it is
/// quiet.
fn turn(work: &RefCell<Option<Work>>, is_quiet: bool) -> (Option<Reply>, bool) {
    let mut work = work.borrow_mut();
    let Some(work) = work.as_mut() else {
        return (None, false);
    };
    let wanted = |work: &Work| !work.is_done() && (work.is_urgent() || is_quiet);
    if !wanted(work) {
        return (None, false);
    }
    let found = task(work);
    (found, wanted(work))
}
