//! Saving the open scenario with every change, and undo and redo.

use std::collections::BTreeMap;

use headroom_model::scenario_file::Document;
use leptos::prelude::*;

use super::told::Offer;
use super::{Inner, Role, Scenarios, Unsaved, new_id, newest, put, sort};
use crate::browser::storage;
use crate::browser::storage::locks::How;
use crate::form::Form;
use crate::keep::branches;
use crate::keep::history::History;
use crate::keep::record::Record;
use crate::keep::saver::{NotSaved, Saved, Saver, make_room, next_generation};
use crate::keep::store::{Store as _, Trouble};
use crate::keep::words::Saving;
use crate::keep::{Both, HISTORIES};

impl Scenarios {
    /// Takes note of what the form says now; called on every change.
    pub(super) fn follow(self, scenario: Both) {
        let is_news = self.with_inner(|inner| *inner.history.present() != scenario);
        if !is_news {
            return;
        }
        if self.role.get_untracked() == Role::Reader {
            // Nothing here can be changed; what slipped through is not shown as if it were kept.
            let kept = self.with_inner(|inner| inner.history.present().clone());
            return self.form.update(|form| form.take(&kept));
        }
        let mut began = false;
        self.inner.update_value(|inner| {
            inner.is_changed = true;
            began = inner.history.record(scenario);
        });
        self.show_steps();
        self.save();
        if began {
            self.save_history();
        }
    }

    /// Ends a step: a field was left, a slider let go. A person's gesture, too.
    pub fn seal(self) {
        let mut first = false;
        self.inner.update_value(|inner| {
            first = !inner.asked_to_persist;
            inner.asked_to_persist = true;
        });
        if first {
            storage::ask_to_persist();
        }
        self.end_step();
    }

    /// Ends a step, and stores what can be undone.
    pub(super) fn end_step(self) {
        if self.role.get_untracked() == Role::Reader {
            return;
        }
        self.inner.update_value(|inner| inner.history.seal());
        self.save_history();
    }

    /// Goes back a step.
    pub fn undo(self) {
        self.step(History::undo);
    }

    /// Goes forward a step that was undone.
    pub fn redo(self) {
        self.step(History::redo);
    }

    fn step(self, step: impl FnOnce(&mut History) -> Option<&Both>) {
        if self.role.get_untracked() == Role::Reader {
            return;
        }
        let mut to = None;
        self.inner
            .update_value(|inner| to = step(&mut inner.history).cloned());
        if let Some(scenario) = to {
            self.form.update(|form| form.take(&scenario));
            self.show_steps();
            self.save();
            self.save_history();
        }
    }

    pub(super) fn show_steps(self) {
        let (undoes, redoes) = if self.role.get_untracked() == Role::Reader {
            (None, None)
        } else {
            self.with_inner(|inner| (inner.history.undoes(), inner.history.redoes()))
        };
        self.undoes.set(undoes);
        self.redoes.set(redoes);
    }

    fn save_history(self) {
        let is_kept = self
            .saving
            .with_untracked(|saving| !matches!(saving, Saving::Untouched | Saving::Not(_)));
        if !is_kept {
            return;
        }
        self.with_inner(|inner| {
            let key = format!("{HISTORIES}{}", inner.savers[0].id());
            let text = inner.history.to_text();
            // A history that finds no room is the first thing to do without.
            let _ = inner.stores.local.set(&key, &text);
            let _ = inner.stores.indexed.set(&key, &text);
        });
        self.flush();
    }

    /// Stores the open scenario in both places.
    pub fn save(self) {
        if self.role.get_untracked() == Role::Reader {
            return;
        }
        let scenario = self.form.with_untracked(Form::both);
        let mut savers = self.with_inner(|inner| inner.savers.clone());
        let record = Record {
            generation: next_generation(&savers),
            deleted: false,
            scenario,
        };
        if record.generation == 1 {
            self.opens_next_time(savers[0].id());
        }
        if self.with_inner(|inner| !inner.asked_for_lock) {
            self.ask_for_lock(How::IfAvailable);
        }
        let saved = self.write(&mut savers, &record);
        self.inner.update_value(|inner| inner.savers = savers);
        self.show_in_list(&record);
        let anew = saved.contains(&Ok(Saved::Anew));
        if anew {
            self.opens_next_time(&self.open.get_untracked());
            self.tell("Somebody removed what this browser had stored. This scenario was stored again; others may be gone.", Offer::Nothing);
        }
        self.saving.set(match &saved {
            [Ok(_) | Err(NotSaved::Trouble(_)), Ok(_)] => Saving::Pending,
            [Ok(_), Err(NotSaved::Trouble(trouble))] => Saving::Partly(trouble.clone()),
            [Err(why), _] | [_, Err(why)] => Saving::Not(why.clone()),
        });
        if matches!(saved, [Err(NotSaved::NewerGeneration { .. }), _]) {
            return self.keep_both("Another tab had changed this scenario, too.");
        }
        if let [Ok(_), Err(NotSaved::Trouble(_))] = &saved {
            self.with_inner(|inner| {
                let id = inner.savers[0].id();
                // Where this finds no room, the next start takes the state with more generations.
                let _ = branches::goes_on_alone(&*inner.stores.local, id, inner.opened_at);
            });
        }
        if saved.iter().any(Result::is_ok) {
            self.save_the_others();
        }
        let [in_local, in_indexed] = saved;
        if in_indexed.is_ok() {
            self.inner
                .update_value(|inner| inner.not_in_local = in_local.err());
            self.flush();
        } else if in_local.is_ok() {
            self.on_disk.set(record.generation);
        }
    }

    pub(super) fn write(
        self,
        savers: &mut [Saver; 2],
        record: &Record,
    ) -> [Result<Saved, NotSaved>; 2] {
        self.with_inner(|inner| {
            let (local, indexed) = (&*inner.stores.local, &*inner.stores.indexed);
            let [first, second] = savers;
            let mut in_local = first.save(local, record);
            let is_full = in_local == Err(NotSaved::Trouble(Trouble::Full));
            if is_full && make_room(local, indexed, first.id()) {
                in_local = first.save(local, record);
            }
            // What somebody newer has stored is overwritten nowhere.
            let in_indexed = match &in_local {
                Ok(_) | Err(NotSaved::Trouble(_)) => second.save(indexed, record),
                Err(why) => Err(why.clone()),
            };
            [in_local, in_indexed]
        })
    }

    /// Stores what could not be stored before, now that something could.
    fn save_the_others(self) {
        let mut waiting = BTreeMap::new();
        self.inner
            .update_value(|inner| waiting = std::mem::take(&mut inner.unsaved));
        for (id, mut unsaved) in waiting {
            let record = Record {
                generation: next_generation(&unsaved.savers),
                deleted: false,
                scenario: unsaved.scenario.clone(),
            };
            let saved = self.write(&mut unsaved.savers, &record);
            if saved.iter().all(Result::is_err) {
                self.inner.update_value(|inner| {
                    inner.unsaved.insert(id, unsaved);
                });
            }
        }
    }

    /// Whether the open scenario is nowhere but on this page.
    pub(super) fn is_at_risk(self) -> bool {
        let is_stored = self
            .saving
            .with_untracked(|saving| !matches!(saving, Saving::Not(_)));
        if is_stored {
            return false;
        }
        let is_example = || {
            self.form.with_untracked(|form| {
                form.both() == Both::from(Document::of_example(form.example()))
            })
        };
        let (is_changed, never_stored) =
            self.with_inner(|inner| (inner.is_changed, newest(&inner.savers) == 0));
        is_changed || never_stored && !is_example()
    }

    /// Keeps the open scenario on this page where it could not be stored and another is opened.
    pub(super) fn keep_unsaved(self) {
        if !self.is_at_risk() {
            return;
        }
        let id = self.open.get_untracked();
        let scenario = self.form.with_untracked(Form::both);
        self.inner.update_value(|inner| {
            let unsaved = Unsaved {
                scenario,
                history: inner.history.clone(),
                savers: inner.savers.clone(),
            };
            inner.unsaved.insert(id, unsaved);
        });
    }

    /// Somebody has written a newer generation: what is here becomes a scenario of its own.
    pub(super) fn keep_both(self, why: &str) {
        let mut scenario = self.form.with_untracked(Form::both);
        let other = self.open.get_untracked();
        scenario.shown.name = self.free_name(scenario.shown.title());
        // What is here is the copy; nothing of it is left under the other's id.
        self.saving.set(Saving::Untouched);
        self.show(&new_id(), &scenario, 0);
        self.save();
        self.remember();
        self.tell(
            &format!("{why} Both are kept: this one is a copy under its own name."),
            Offer::Back(other),
        );
    }

    fn show_in_list(self, record: &Record) {
        let id = self.open.get_untracked();
        let title = record.scenario.shown.title().to_owned();
        let is_shown = self.list.with_untracked(|list| {
            list.iter()
                .any(|listed| listed.id == id && listed.title == title && !listed.deleted)
        });
        if !is_shown {
            self.list.update(|list| {
                put(list, id, title);
                sort(list);
            });
        }
    }

    /// Writes to the disk what waits, and says how the open scenario is stored then.
    pub(super) fn flush(self) {
        let told = move |written| self.settle(written);
        self.with_inner(|inner| inner.stores.indexed.flush(told));
    }

    fn settle(self, written: Result<(), Trouble>) {
        let known = self
            .inner
            .try_with_value(|inner| (inner.savers[1].generation(), inner.not_in_local.clone()));
        // The page may be gone by now.
        let Some((generation, local)) = known else {
            return;
        };
        if self
            .saving
            .with_untracked(|saving| *saving == Saving::Untouched)
        {
            return;
        }
        if let Some(format) = self.with_inner(Inner::newer_program) {
            return self
                .saving
                .set(Saving::Not(NotSaved::NewerProgram { format }));
        }
        if written.is_ok() && local.is_none() {
            self.with_inner(|inner| {
                let _ = branches::is_joined(&*inner.stores.local, inner.savers[0].id());
            });
        }
        self.saving.set(match (written, local) {
            (Ok(()), None) => Saving::Saved,
            (Ok(()), Some(NotSaved::Trouble(trouble))) => Saving::Partly(trouble),
            (_, Some(why)) => Saving::Not(why),
            (Err(trouble), None) => Saving::Partly(trouble),
        });
        self.on_disk.set(generation);
    }
}
