//! What happens outside: other tabs, a page that comes back, a store that answers late.

use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::{PageTransitionEvent, StorageEvent};

use super::told::Offer;
use super::{Inner, Role, Scenarios, newest};
use crate::browser::storage::locks::{self, How, Lock};
use crate::form::Form;
use crate::keep::history::History;
use crate::keep::record::{self, Record};
use crate::keep::saver::{NotSaved, Saver, next_generation};
use crate::keep::shelf::Shelf;
use crate::keep::words::Saving;
use crate::keep::{FORMAT_KEY, RECORDS};

impl Scenarios {
    pub(super) fn ask_for_lock(self, how: How) {
        self.inner.update_value(|inner| inner.asked_for_lock = true);
        let (id, opening) =
            self.with_inner(|inner| (inner.savers[0].id().to_owned(), inner.opening));
        locks::ask(&id, how, move |lock| {
            let is_late = !self.is_opening(opening);
            match lock {
                Lock::Held(release) if is_late => release.release(),
                _ if is_late => {}
                Lock::Held(release) => {
                    self.inner.update_value(|inner| inner.lock = Some(release));
                    if how == How::Wait {
                        self.after_reading(move || self.becomes(Role::Writer));
                    } else {
                        self.becomes(Role::Writer);
                    }
                }
                Lock::NotThere => self.becomes(Role::Writer),
                Lock::Elsewhere | Lock::Taken => {
                    self.becomes(Role::Reader);
                    // Once the other tab is closed, this one writes again.
                    self.ask_for_lock(How::Wait);
                }
            }
        });
    }

    fn becomes(self, role: Role) {
        self.role.set(role);
        self.show_steps();
    }

    /// Whether the scenario that was open then still is.
    fn is_opening(self, opening: u64) -> bool {
        self.inner
            .try_with_value(|inner| inner.opening == opening)
            .unwrap_or(false)
    }

    /// Reads what other tabs have put on the disk, shows what they have stored of the open scenario, and goes on.
    fn after_reading(self, then: impl FnOnce() + 'static) {
        let (indexed, opening) =
            self.with_inner(|inner| (Rc::clone(&inner.stores.indexed), inner.opening));
        spawn_local(async move {
            indexed.refresh().await;
            if self.is_opening(opening) {
                self.follow_other_tab(&self.open.get_untracked());
                then();
            }
        });
    }

    /// Takes the open scenario over from the tab that writes it, as that one left it.
    pub fn take_over(self) {
        self.after_reading(move || self.ask_for_lock(How::Steal));
    }

    /// Shows what another tab has stored of the open scenario, with what can be undone in it.
    fn follow_other_tab(self, id: &str) {
        let shelf = self.shelf();
        let Some(record) = shelf.scenarios.get(id) else {
            return;
        };
        let known = self.with_inner(|inner| inner.savers[0].generation());
        let is_reader = self.role.get_untracked() == Role::Reader;
        // A reader's history is that of the writer, also where the scenario is the same.
        if record.generation < known || (record.generation == known && !is_reader) {
            return;
        }
        if !is_reader && self.is_at_risk() {
            return self.keep_both("Another tab had changed this scenario, too.");
        }
        let mut form = self.form.get_untracked();
        form.take(&record.scenario);
        let generation = record.generation;
        let present = form.both();
        let mut history = self
            .stored_history(id)
            .unwrap_or_else(|| History::of(present.clone()));
        history.resume(present);
        self.inner.update_value(|inner| {
            inner.history = history;
            inner.savers = [Saver::after(id, generation), Saver::after(id, generation)];
        });
        self.form.set(form);
        self.show_steps();
        self.on_disk.set(generation);
    }

    /// IndexedDB has answered after all, after the page had started without it.
    fn store_arrived(self) {
        let open = self.open.get_untracked();
        let there = self.with_inner(|inner| Shelf::look(&[&*inner.stores.indexed]));
        let found = there.scenarios.get(&open).cloned();
        let (opened_at, is_changed) = self.with_inner(|inner| (inner.opened_at, inner.is_changed));
        self.refresh();
        match found.filter(|record| record.generation > opened_at) {
            Some(_) if !is_changed => self.open_stored(&open),
            // Both went on from the same state.
            Some(record) => {
                let known = self.with_inner(|inner| newest(&inner.savers));
                self.keep_both("This browser gave out a newer state of this scenario late.");
                let known = known.max(record.generation);
                let mut savers = [Saver::after(&open, known), Saver::after(&open, known)];
                let record = Record {
                    generation: next_generation(&savers),
                    ..record
                };
                let saved = self.write(&mut savers, &record);
                if let [Err(why), Err(_)] = saved {
                    let said = Saving::Not(why).banner().unwrap_or_default();
                    self.tell(&said, Offer::Nothing);
                }
                self.flush();
                self.refresh();
            }
            None if is_changed => self.save(),
            // A page that had nothing to open opens what was opened last.
            None if opened_at == 0 => self.open_last(&self.shelf()),
            None => {}
        }
        self.keep_branches();
    }

    pub(super) fn listen(self) {
        Effect::new(move || self.follow(self.form.with(Form::both)));
        // The page listens as long as it lives.
        let _ = window_event_listener_untyped("storage", move |event| {
            use wasm_bindgen::JsCast as _;
            if let Some(event) = event.dyn_ref::<StorageEvent>() {
                self.heard(event.key().as_deref());
            }
        });
        let _ = window_event_listener_untyped("pageshow", move |event| {
            use wasm_bindgen::JsCast as _;
            if event
                .dyn_ref::<PageTransitionEvent>()
                .is_some_and(PageTransitionEvent::persisted)
            {
                self.came_back();
            }
        });
        let _ = window_event_listener(ev::change, move |_| self.seal());
        // The page may be left, or ended, in the middle of a word.
        let _ = window_event_listener_untyped("pagehide", move |_| self.end_step());
        let _ = window_event_listener_untyped("visibilitychange", move |_| {
            if document().hidden() {
                self.end_step();
            }
        });
        let _ = window_event_listener(ev::beforeunload, move |event| {
            if self.is_at_risk() || self.with_inner(|inner| !inner.unsaved.is_empty()) {
                event.prevent_default();
            }
        });
        let indexed = self.with_inner(|inner| Rc::clone(&inner.stores.indexed));
        indexed.when_late(move || self.store_arrived());
        self.listen_to_address();
        self.listen_to_drops();
    }

    /// Another tab has stored something; `None` = everything was removed.
    fn heard(self, key: Option<&str>) {
        let Some(key) = key else { return };
        if key == FORMAT_KEY
            && let Some(format) = self.with_inner(Inner::newer_program)
        {
            self.saving
                .set(Saving::Not(NotSaved::NewerProgram { format }));
        }
        if !key.starts_with(RECORDS) {
            return;
        }
        let open = self.open.get_untracked();
        if record::id_of(key) == Some(&open) && self.role.get_untracked() == Role::Reader {
            self.follow_other_tab(&open);
        }
        self.refresh();
    }

    /// The page came back from the browser's memory: much may have happened since.
    fn came_back(self) {
        self.inner.update_value(|inner| {
            inner.opening += 1;
            if let Some(lock) = inner.lock.take() {
                lock.release();
            }
        });
        self.after_reading(move || {
            let shelf = self.shelf();
            if let Some(format) = shelf.newer_format {
                self.saving
                    .set(Saving::Not(NotSaved::NewerProgram { format }));
            }
            self.show_list(&shelf);
            self.ask_for_lock(How::IfAvailable);
        });
    }
}
