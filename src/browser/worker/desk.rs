//! The page's side: asks, keeps what comes back for the newest ask, and finds someone else to do the
//! work when a worker is not there, dies or does not answer.

use std::cell::RefCell;
use std::rc::{Rc, Weak};
use std::sync::Arc;
use std::time::Duration;

use headroom_model::outcome::Outcome;
use headroom_model::scenario::Scenario;
use headroom_model::statement::half_growth;
use js_sys::Uint8Array;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::hands::{Hand, Hired, InPage};
use super::time_line::mark;
use crate::browser::{build_id, is_well};
use crate::simulate::{Ask, Found, Reply};

/// After this time without an answer the page stops showing the one before.
const OVERDUE: Duration = Duration::from_millis(300);

/// A worker that has not answered after this time hangs. The first answer takes a fraction of a
/// second even on a slow phone.
const PATIENCE: Duration = Duration::from_secs(10);

/// A worker that has not started after this time does not start: its files are those of the page,
/// but a slow connection may have to bring them once more.
const START: Duration = Duration::from_secs(30);

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
    /// Where it runs.
    pub place: ReadSignal<Where>,
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
    let (place, set_place) = signal(Where::Worker);
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
        set_place,
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
    Simulated {
        latest,
        half_growth,
        overdue,
        place,
        retry,
    }
}

/// Asks, and keeps what comes back.
pub(super) struct Desk {
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
    set_place: WriteSignal<Where>,
}

impl Desk {
    /// Gets somebody to do the work.
    fn hire(&mut self) {
        self.sent = None;
        match Hired::start(&self.me) {
            Ok(hired) => self.hand = Hand::Worker(hired),
            Err(_) => self.work_here(),
        }
        self.say();
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
        self.say();
    }

    fn ask(&mut self, ask: Ask) {
        if self.asked.as_ref() == Some(&ask) {
            return;
        }
        self.asked = Some(ask);
        self.await_answer();
        self.send();
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
            Hand::Worker(hired) if hired.ready => hired.ask(&ask),
            Hand::Page(here) => here.ask(ask.clone()),
            Hand::Worker(_) => return,
            // What is asked is answered all the same, with the numbers alone.
            Hand::Nobody => return is_well(),
        }
        self.sent = Some(ask);
        self.watch();
    }

    /// Says where it runs now.
    fn say(&self) {
        let place = match &self.hand {
            Hand::Worker(_) => Where::Worker,
            Hand::Page(_) => Where::Page,
            Hand::Nobody => Where::Nowhere,
        };
        self.set_place.set(place);
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
    pub(super) fn lost(&mut self) {
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
            self.say();
        } else {
            self.work_here();
        }
    }

    /// Takes a message of the worker.
    pub(super) fn heard(&mut self, message: &JsValue) {
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
    pub(super) fn take(&mut self, reply: Reply) {
        let Reply { ask, found, done } = reply;
        let is_first = self.sent.as_ref() == Some(&ask);
        let is_newest = self.asked.as_ref() == Some(&ask);
        if !is_first && !is_newest {
            mark("headroom: late answer dropped");
            return;
        }
        match found {
            Found::Futures(futures) => {
                mark("headroom: answer");
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
                if let Some(outcome) = latest.take_if(|latest| latest.scenario == ask.scenario) {
                    let outcome = Arc::unwrap_or_clone(outcome);
                    *latest = Some(Arc::new(outcome.with_change(change)));
                }
            }),
        }
        if done {
            self.restarts = 1;
        }
    }

    /// Whoever was waited for has answered.
    fn answered(&mut self) {
        self.sent = None;
        self.waits = self.waits.wrapping_add(1);
        if let Some(late) = self.late.take() {
            late.clear();
        }
        self.set_overdue.set(false);
        is_well();
    }
}
