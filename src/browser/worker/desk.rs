//! The page's side: asks, keeps what comes back for the newest ask, and finds someone else to do the
//! work when a worker is not there, dies or does not answer.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::Duration;

use headroom_model::outcome::Outcome;
use headroom_model::scenario::Scenario;
use headroom_model::statement::half_growth;
use js_sys::{Reflect, Uint8Array};
use leptos::prelude::*;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{ErrorEvent, MessageEvent, Worker, WorkerOptions, WorkerType};

use super::turns::{Turns, task};
use crate::browser::build_id;
use crate::simulate::{Ask, Found, Reply, Work};

/// After this time without an answer the page stops showing the one before.
const OVERDUE: Duration = Duration::from_millis(300);

/// A worker that has not answered after this time hangs. The first answer takes a fraction of a
/// second even on a slow phone.
const PATIENCE: Duration = Duration::from_secs(10);

/// A worker that has not started after this time does not start: its files are those of the page,
/// but a slow connection may have to bring them once more.
const START: Duration = Duration::from_secs(30);

/// In the page itself, more than the first answer is worked on after a pause of this length.
const QUIET: Duration = Duration::from_millis(600);

/// Where the futures are simulated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// In a worker.
    Worker,
    /// In the page, in slices: there is no worker.
    Page,
    /// Nowhere: it stopped or hung twice.
    Nowhere,
}

/// How the simulation stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Where it runs.
    pub place: Where,
    /// Whether everything is known for the newest ask.
    pub done: bool,
}

/// What the answer would be with half the growth.
#[derive(Clone, Debug)]
pub struct HalfGrowth {
    /// The scenario whose growth is halved.
    pub of: Scenario,
    /// The result.
    pub outcome: Arc<Outcome>,
}

/// The simulated futures, as they come.
#[derive(Clone, Copy, Debug)]
pub struct Simulated {
    /// The last result with futures; its scenario says what it belongs to.
    pub latest: ReadSignal<Option<Arc<Outcome>>>,
    /// The last result for half the growth.
    pub half_growth: ReadSignal<Option<HalfGrowth>>,
    /// Whether the answer to the newest ask is late.
    pub overdue: ReadSignal<bool>,
    /// How the simulation stands.
    pub progress: ReadSignal<Progress>,
    retry: Trigger,
}

impl Simulated {
    /// Tries anew after it was given up.
    pub fn retry(&self) {
        self.retry.notify();
    }
}

/// Simulates whatever is asked, always the newest.
#[must_use]
pub fn simulated(ask: Memo<Option<Ask>>) -> Simulated {
    let (latest, set_latest) = signal(None);
    let (half_growth, set_half_growth) = signal(None);
    let (overdue, set_overdue) = signal(false);
    let (progress, set_progress) = signal(Progress {
        place: Where::Worker,
        done: false,
    });
    let retry = Trigger::new();
    let desk = Rc::new(RefCell::new(Desk {
        hand: Hand::Nobody,
        me: Weak::new(),
        asked: None,
        sent: None,
        fell: false,
        restarts: 1,
        waits: 0,
        late: None,
        set_latest,
        set_half_growth,
        set_overdue,
        set_progress,
    }));
    desk.borrow_mut().me = Rc::downgrade(&desk);
    desk.borrow_mut().hire();
    let desk = StoredValue::new_local(desk);
    // What is asked goes out of the page.
    Effect::new(move || {
        if let Some(ask) = ask.get() {
            desk.with_value(|desk| desk.borrow_mut().ask(ask));
        }
    });
    Effect::new(move |before: Option<()>| {
        retry.track();
        if before.is_some() {
            desk.with_value(|desk| desk.borrow_mut().start_over());
        }
    });
    // Paper shows the numbers that are typed: no answer to earlier ones.
    let _ = window_event_listener(leptos::ev::beforeprint, move |_| set_overdue.set(true));
    Simulated {
        latest,
        half_growth,
        overdue,
        progress,
        retry,
    }
}

/// Who does the work.
enum Hand {
    Worker(Hired),
    Page(InPage),
    Nobody,
}

/// A worker, and what listens to it.
struct Hired {
    worker: Worker,
    /// Whether it has said that it takes messages.
    ready: bool,
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
struct InPage {
    work: Rc<RefCell<Option<Work>>>,
    turns: Rc<Turns>,
    is_quiet: Rc<Cell<bool>>,
    pause: RefCell<Option<TimeoutHandle>>,
}

struct Desk {
    hand: Hand,
    me: Weak<RefCell<Desk>>,
    /// The newest.
    asked: Option<Ask>,
    /// What was passed on and has had no answer yet. What is asked meanwhile waits for it: else a
    /// dragged slider would keep every answer from being finished.
    sent: Option<Ask>,
    /// Whether a worker that ran has fallen: then the page does not try the same work itself.
    fell: bool,
    restarts: u32,
    /// Counts what is waited for, so that a watch knows whether it is still meant.
    waits: u32,
    late: Option<TimeoutHandle>,
    set_latest: WriteSignal<Option<Arc<Outcome>>>,
    set_half_growth: WriteSignal<Option<HalfGrowth>>,
    set_overdue: WriteSignal<bool>,
    set_progress: WriteSignal<Progress>,
}

impl Desk {
    /// Gets somebody to do the work.
    fn hire(&mut self) {
        self.sent = None;
        match Hired::start(&self.me) {
            Ok(hired) => self.hand = Hand::Worker(hired),
            Err(_) => self.work_here(),
        }
        self.say(false);
        self.watch();
    }

    /// Everything as at the start.
    fn start_over(&mut self) {
        self.fell = false;
        self.restarts = 1;
        self.hire();
    }

    /// The page does the work itself.
    fn work_here(&mut self) {
        self.hand = match InPage::new(&self.me) {
            Ok(here) => Hand::Page(here),
            Err(_) => Hand::Nobody,
        };
        self.sent = None;
        self.send();
        self.say(false);
    }

    fn ask(&mut self, ask: Ask) {
        if self.asked.as_ref() == Some(&ask) {
            return;
        }
        self.asked = Some(ask);
        self.await_answer();
        self.send();
        self.say(false);
    }

    /// From now on an answer is awaited, if it is not already.
    fn await_answer(&mut self) {
        if self.late.is_none() {
            let set_overdue = self.set_overdue;
            self.late = set_timeout_with_handle(move || set_overdue.set(true), OVERDUE).ok();
        }
    }

    /// Passes on what is asked, if nothing is under way.
    fn send(&mut self) {
        if self.sent.is_some() {
            return;
        }
        let Some(ask) = self.asked.clone() else {
            return;
        };
        match &self.hand {
            Hand::Worker(hired) if hired.ready => {
                if let Ok(bytes) = ask.to_bytes() {
                    // Bytes can always be copied; if not, the watch notices.
                    let bytes = Uint8Array::from(bytes.as_slice());
                    let _ = hired.worker.post_message(&bytes);
                }
            }
            Hand::Page(here) => here.ask(ask.clone()),
            Hand::Worker(_) | Hand::Nobody => return,
        }
        self.sent = Some(ask);
        self.watch();
    }

    fn say(&self, done: bool) {
        let place = match &self.hand {
            Hand::Worker(_) => Where::Worker,
            Hand::Page(_) => Where::Page,
            Hand::Nobody => Where::Nowhere,
        };
        self.set_progress.set(Progress { place, done });
    }

    /// Looks after a worker that is to answer.
    fn watch(&mut self) {
        self.waits = self.waits.wrapping_add(1);
        let Hand::Worker(hired) = &self.hand else {
            return;
        };
        let patience = if hired.ready { PATIENCE } else { START };
        let (me, wait) = (self.me.clone(), self.waits);
        set_timeout(
            move || {
                let Some(desk) = me.upgrade() else { return };
                let mut desk = desk.borrow_mut();
                if desk.waits != wait {
                    return;
                }
                if document().hidden() {
                    // A hidden page, and its workers, may be put to sleep: that is no fault.
                    desk.watch();
                } else {
                    desk.lost();
                }
            },
            patience,
        );
    }

    /// The worker could not start, fell, or hangs.
    fn lost(&mut self) {
        let Hand::Worker(hired) = &self.hand else {
            return;
        };
        self.fell |= hired.ready;
        self.hand = Hand::Nobody;
        self.waits = self.waits.wrapping_add(1);
        if self.restarts > 0 {
            self.restarts -= 1;
            self.hire();
        } else if self.fell {
            self.set_overdue.set(true);
            self.say(false);
        } else {
            self.work_here();
        }
    }

    fn heard(&mut self, message: &JsValue) {
        if js_sys::Array::is_array(message) {
            // A worker of another build counts otherwise: it is not listened to.
            let build = js_sys::Array::from(message).get(0).as_string();
            if build.as_deref() != Some(build_id()) {
                return self.lost();
            }
            if let Hand::Worker(hired) = &mut self.hand {
                hired.ready = true;
            }
            self.send();
        } else if message.is_string() {
            self.lost();
        } else {
            match Reply::of_bytes(&Uint8Array::new(message).to_vec()) {
                Ok(reply) => self.take(reply),
                Err(_) => self.lost(),
            }
        }
    }

    /// Takes a result, unless it belongs to an earlier ask.
    fn take(&mut self, reply: Reply) {
        let Reply { ask, found, done } = reply;
        let is_first = self.sent.as_ref() == Some(&ask);
        let is_newest = self.asked.as_ref() == Some(&ask);
        if !is_first && !is_newest {
            note("headroom: late answer dropped");
            return;
        }
        match found {
            Found::Futures(futures) => {
                note("headroom: answer");
                let outcome = Outcome::with(&ask.scenario, *futures);
                self.set_latest.set(Some(Arc::new(outcome)));
                self.answered();
                if !is_newest {
                    self.await_answer();
                    self.send();
                }
            }
            Found::HalfGrowth(futures) => {
                let half = half_growth(&ask.scenario);
                let half = half.map(|half| HalfGrowth {
                    of: ask.scenario,
                    outcome: Arc::new(Outcome::with(&half, *futures)),
                });
                self.set_half_growth.set(half);
            }
            Found::Change(change) => self.set_latest.update(|latest| {
                if let Some(outcome) = latest.take() {
                    let outcome = Arc::unwrap_or_clone(outcome);
                    *latest = Some(Arc::new(outcome.with_change(change)));
                }
            }),
        }
        if done {
            self.restarts = 1;
        }
        self.say(done);
    }

    /// Whoever was waited for has answered.
    fn answered(&mut self) {
        self.sent = None;
        self.waits = self.waits.wrapping_add(1);
        if let Some(late) = self.late.take() {
            late.clear();
        }
        self.set_overdue.set(false);
    }
}

impl Hired {
    fn start(desk: &Weak<RefCell<Desk>>) -> Result<Self, JsValue> {
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
}

impl InPage {
    fn new(desk: &Weak<RefCell<Desk>>) -> Result<Self, JsValue> {
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

    fn ask(&self, ask: Ask) {
        let before = self.work.borrow_mut().take();
        let next = match before {
            Some(work) => work.turned_to(ask),
            None => Work::new(ask),
        };
        *self.work.borrow_mut() = Some(next);
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
    let clock = window().performance();
    let now = || {
        clock
            .as_ref()
            .map_or(f64::INFINITY, web_sys::Performance::now)
    };
    let found = task(work, now);
    (found, wanted(work))
}

/// Leaves a mark on the browser's own time line.
fn note(words: &str) {
    if let Some(clock) = window().performance() {
        // Only for whoever looks at the time line.
        let _ = clock.mark(words);
    }
}
