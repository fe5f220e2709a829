//! The scenarios of this browser: which is open, how it is stored, what can be undone. What happens
//! outside (stores, other tabs, the address) comes in here; the form is the only state it writes.

mod address;
mod files;
mod saving;
mod tabs;
mod told;

pub use told::{Notice, Offer};

use std::collections::BTreeMap;

use headroom_model::preset::Example;
use headroom_model::scenario_file::Document;
use leptos::prelude::*;

use super::storage::Stores;
use super::storage::locks::{How, Release};
use crate::form::Form;
use crate::keep::branches;
use crate::keep::history::History;
use crate::keep::record::{self, Record, SLOTS};
use crate::keep::saver::{NotSaved, Saver, next_generation};
use crate::keep::shelf::{Shelf, all_set_aside, newer_format, set_aside};
use crate::keep::store::Store;
use crate::keep::words::{self, Saving};
use crate::keep::{Both, HISTORIES, OPEN};

/// A scenario in the list.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its name, or that of its example.
    pub title: String,
    /// Whether it was deleted; it can be brought back.
    pub deleted: bool,
}

/// Whether this tab may write the open scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Role {
    /// It writes.
    #[default]
    Writer,
    /// Another tab writes; this one shows.
    Reader,
}

/// The handle.
#[derive(Clone, Copy)]
pub struct Scenarios {
    /// The form of the open scenario.
    pub form: RwSignal<Form>,
    /// All scenarios, in the order of their names.
    pub list: RwSignal<Vec<Listed>>,
    /// The id of the open one.
    pub open: RwSignal<String>,
    /// How it is stored.
    pub saving: RwSignal<Saving>,
    /// The last generation that is on the disk.
    pub on_disk: RwSignal<u64>,
    /// Whether this tab writes it.
    pub role: RwSignal<Role>,
    /// What is to be told, the newest last.
    pub notices: RwSignal<Vec<Notice>>,
    /// What would be undone.
    pub undoes: RwSignal<Option<String>>,
    /// What would be done again.
    pub redoes: RwSignal<Option<String>>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    stores: Stores,
    savers: [Saver; 2],
    history: History,
    lock: Option<Release>,
    /// Whether the lock of the open scenario was asked for.
    asked_for_lock: bool,
    /// Why the last state is not in localStorage.
    not_in_local: Option<NotSaved>,
    asked_to_persist: bool,
    /// Whether something was changed since the open scenario was opened.
    is_changed: bool,
    /// The generation in which it was opened.
    opened_at: u64,
    /// Scenarios that were left although they could not be stored, by their ids.
    unsaved: BTreeMap<String, Unsaved>,
    /// Counts the openings, so that what was asked before is known to be late.
    opening: u64,
    /// Counts the notices.
    told: u64,
}

/// A scenario that is nowhere but on this page.
struct Unsaved {
    scenario: Both,
    history: History,
    savers: [Saver; 2],
}

impl Inner {
    fn both(&self) -> [&dyn Store; 2] {
        [&*self.stores.local, &*self.stores.indexed]
    }

    /// The format of a newer program that has stored something here: this one then writes nothing.
    fn newer_program(&self) -> Option<u64> {
        let formats = self
            .both()
            .into_iter()
            .filter_map(|store| newer_format(store).ok());
        formats.flatten().max()
    }
}

/// What was found at the start, with where it came from.
#[derive(Clone, Debug)]
pub struct Found {
    stores: Stores,
    shelf: Shelf,
}

/// Opens the stores and reads them; in safe mode nothing is read.
pub async fn find(safe_mode: bool) -> Found {
    let stores = Stores::open().await;
    let shelf = if safe_mode {
        Shelf::default()
    } else {
        Shelf::read(&[&*stores.local, &*stores.indexed])
    };
    Found { stores, shelf }
}

impl Scenarios {
    /// Opens the scenario of the address, else the last one, else the first example.
    #[must_use]
    pub fn start(found: Found, safe_mode: bool) -> Self {
        let Found { stores, shelf } = found;
        let form = Form::default();
        let id = new_id();
        let history = History::of(form.both());
        let this = Self {
            form: RwSignal::new(form),
            list: RwSignal::new(Vec::new()),
            open: RwSignal::new(id.clone()),
            saving: RwSignal::new(Saving::Untouched),
            on_disk: RwSignal::new(0),
            role: RwSignal::new(Role::Writer),
            notices: RwSignal::new(Vec::new()),
            undoes: RwSignal::new(None),
            redoes: RwSignal::new(None),
            inner: StoredValue::new_local(Inner {
                savers: [Saver::after(&id, 0), Saver::after(&id, 0)],
                stores,
                history,
                lock: None,
                asked_for_lock: false,
                not_in_local: None,
                asked_to_persist: false,
                is_changed: false,
                opened_at: 0,
                unsaved: BTreeMap::new(),
                opening: 0,
                told: 0,
            }),
        };
        this.tell_about(&shelf, safe_mode);
        this.show_list(&shelf);
        if !safe_mode {
            this.keep_branches();
        }
        if safe_mode {
            this.offer_link_of_address();
        } else {
            this.open_last(&shelf);
            this.open_address();
        }
        this.listen();
        this
    }

    /// Keeps what a store holds that did not answer while the other went on, as scenarios of their own.
    fn keep_branches(self) {
        let found = self.with_inner(|inner| {
            if inner.newer_program().is_some() {
                return Vec::new();
            }
            branches::found(&*inner.stores.local, &*inner.stores.indexed)
        });
        for (id, beside) in found {
            if let Some(record) = beside.filter(|record| !record.deleted) {
                let title = record.scenario.shown.title().to_owned();
                if !self.store_new(record.scenario) {
                    continue;
                }
                self.tell(
                    &format!("This browser held two states of “{}” that went on without each other. Both are kept, the second as a scenario of its own in the list.", words::shown(&title)),
                    Offer::Nothing,
                );
            }
            self.with_inner(|inner| {
                // Where it cannot be taken away, the same is found again, and kept again.
                let _ = branches::is_joined(&*inner.stores.local, &id);
            });
        }
        self.flush();
    }

    fn open_last(self, shelf: &Shelf) {
        let in_tab = session_storage().and_then(|tab| tab.get_item(OPEN).ok().flatten());
        let in_browser = || {
            self.with_inner(|inner| {
                inner
                    .both()
                    .into_iter()
                    .find_map(|store| store.get(OPEN).ok().flatten())
            })
        };
        let id = in_tab.or_else(in_browser);
        let is_there = |id: &String| {
            let known = shelf.scenarios.get(id);
            known.is_some_and(|record| !record.deleted)
        };
        if let Some(id) = id.filter(is_there) {
            self.open_stored(&id);
        }
    }

    fn with_inner<T>(self, read: impl FnOnce(&Inner) -> T) -> T {
        self.inner.with_value(read)
    }

    fn shelf(self) -> Shelf {
        self.with_inner(|inner| Shelf::look(&inner.both()))
    }

    fn show_list(self, shelf: &Shelf) {
        let listed = |(id, record): (&String, &Record)| Listed {
            id: id.clone(),
            title: record.scenario.shown.title().into(),
            deleted: record.deleted,
        };
        let mut list: Vec<Listed> = shelf.scenarios.iter().map(listed).collect();
        let mut unsaved: Vec<(String, String)> = self.with_inner(|inner| {
            let titled = |(id, unsaved): (&String, &Unsaved)| {
                (id.clone(), unsaved.scenario.shown.title().to_owned())
            };
            inner.unsaved.iter().map(titled).collect()
        });
        if self.is_at_risk() {
            let title = self.form.with_untracked(|form| form.title().to_owned());
            unsaved.push((self.open.get_untracked(), title));
        }
        for (id, title) in unsaved {
            put(&mut list, id, title);
        }
        sort(&mut list);
        self.list.set(list);
    }

    /// Reads the stores again: another tab may have changed them.
    pub fn refresh(self) {
        self.show_list(&self.shelf());
    }

    /// Opens a stored scenario, by its id, as one that a person chose.
    pub fn choose(self, id: &str) {
        self.open_stored(id);
        self.remember();
    }

    fn open_stored(self, id: &str) {
        self.keep_unsaved();
        let mut unsaved = None;
        self.inner
            .update_value(|inner| unsaved = inner.unsaved.remove(id));
        if let Some(unsaved) = unsaved {
            let form = Form::from_both(&unsaved.scenario);
            self.put(id, form, unsaved.history, unsaved.savers);
            self.inner.update_value(|inner| inner.is_changed = true);
            return self.save();
        }
        let shelf = self.shelf();
        let Some(record) = shelf.scenarios.get(id) else {
            return self.tell(
                "This scenario is not stored in this browser any more.",
                Offer::Nothing,
            );
        };
        self.show(id, &record.scenario, record.generation);
        let newer = shelf.newer_format;
        self.saving.set(newer.map_or(Saving::Saved, |format| {
            Saving::Not(NotSaved::NewerProgram { format })
        }));
        self.on_disk.set(record.generation);
    }

    /// Shows a scenario as the open one, with its own history.
    fn show(self, id: &str, scenario: &Both, generation: u64) {
        self.keep_unsaved();
        let form = Form::from_both(scenario);
        let present = form.both();
        let mut history = self
            .stored_history(id)
            .unwrap_or_else(|| History::of(present.clone()));
        history.resume(present);
        let savers = self.with_inner(|inner| {
            inner
                .both()
                .map(|store| Saver::in_store(store, id, generation))
        });
        self.put(id, form, history, savers);
    }

    fn put(self, id: &str, mut form: Form, history: History, savers: [Saver; 2]) {
        self.inner.update_value(|inner| {
            inner.opening += 1;
            inner.is_changed = false;
            inner.asked_for_lock = false;
            if let Some(lock) = inner.lock.take() {
                lock.release();
            }
            inner.history = history;
            inner.opened_at = newest(&savers);
            inner.savers = savers;
        });
        self.opens_next_time(id);
        self.role.set(Role::Writer);
        self.open.set(id.into());
        form.opening = self.with_inner(|inner| inner.opening);
        self.form.set(form);
        self.show_steps();
        self.ask_for_lock(How::IfAvailable);
    }

    /// What can be undone in a scenario, as it is stored. What cannot be read is set aside, and that is told.
    fn stored_history(self, id: &str) -> Option<History> {
        let key = format!("{HISTORIES}{id}");
        let (found, unreadable) = self.with_inner(|inner| {
            let mends = inner.newer_program().is_none();
            let mut unreadable = false;
            let mut stores = inner.both().into_iter();
            let found = stores.find_map(|store| {
                let text = store.get(&key).ok().flatten()?;
                let read = History::from_text(&text);
                if read.is_err() && mends {
                    // Where this fails, it stays where it is until there is a next one.
                    unreadable = set_aside(store, &key, &text).is_ok();
                }
                read.ok()
            });
            (found, unreadable)
        });
        if unreadable {
            self.tell(
                "What could be undone in this scenario could not be read. It was set aside, not deleted; the scenario itself is as you left it.",
                Offer::Nothing,
            );
        }
        found
    }

    /// Remembers what the next start opens: in this tab, and in new ones. Where that cannot be stored,
    /// it starts with the example, and the list has the scenario.
    fn opens_next_time(self, id: &str) {
        self.with_inner(|inner| {
            if inner.newer_program().is_none() {
                let _ = inner.stores.local.set(OPEN, id);
                let _ = inner.stores.indexed.set(OPEN, id);
            }
        });
        if let Some(tab) = session_storage() {
            let _ = tab.set_item(OPEN, id);
        }
    }

    /// Starts a scenario that is not stored before it is changed.
    pub fn new_from(self, example: &'static Example) {
        self.show_new(&new_id(), example);
        self.remember();
    }

    fn show_new(self, id: &str, example: &'static Example) {
        self.show(id, &Document::of_example(example).into(), 0);
        self.saving.set(Saving::Untouched);
        self.on_disk.set(0);
    }

    /// Opens what comes from outside as a new scenario, beside all others.
    pub fn open_new(self, scenario: Both, from: &str) {
        self.open_new_as(scenario, from, Self::remember);
    }

    fn open_new_as(self, mut scenario: Both, from: &str, remember: impl FnOnce(Self)) {
        let before = self.open.get_untracked();
        let said = words::opened(&scenario.shown, from);
        let details = words::differences(&scenario.shown);
        let is_stored = self
            .list
            .with_untracked(|list| list.iter().any(|listed| listed.id == before));
        let wanted = match scenario.shown.name.trim() {
            "" => format!("From {from}"),
            name => name.to_owned(),
        };
        scenario.shown.name = self.free_name(&wanted);
        self.show(&new_id(), &scenario, 0);
        self.save();
        remember(self);
        let offer = if is_stored {
            Offer::Back(before)
        } else {
            Offer::Nothing
        };
        self.tell_more(&said, details, offer);
    }

    /// Stores a scenario without opening it; whether any store took it.
    fn store_new(self, mut scenario: Both) -> bool {
        scenario.shown.name = self.free_name(scenario.shown.title());
        let id = new_id();
        let mut savers = [Saver::after(&id, 0), Saver::after(&id, 0)];
        let record = Record {
            generation: next_generation(&savers),
            deleted: false,
            scenario: scenario.clone(),
        };
        let saved = self.write(&mut savers, &record);
        let title = scenario.shown.title().to_owned();
        let is_stored = saved.iter().any(Result::is_ok);
        if !is_stored {
            let unsaved = Unsaved {
                history: History::of(scenario.clone()),
                scenario,
                savers,
            };
            self.inner.update_value(|inner| {
                inner.unsaved.insert(id.clone(), unsaved);
            });
        }
        // The next one must not take the same name.
        self.list.update(|list| {
            put(list, id, title);
            sort(list);
        });
        is_stored
    }

    fn free_name(self, wanted: &str) -> String {
        self.list.with_untracked(|list| {
            words::free_name(wanted, |name| {
                list.iter()
                    .any(|listed| !listed.deleted && listed.title == name)
            })
        })
    }

    /// A copy of the open scenario, opened.
    pub fn duplicate(self) {
        let mut scenario = self.form.with_untracked(Form::both);
        scenario.shown.name = self.free_name(scenario.shown.title());
        let opened = self.open.get_untracked();
        self.show(&new_id(), &scenario, 0);
        self.save();
        self.remember();
        self.tell(
            "You are now in a copy. The original is as it was.",
            Offer::Back(opened),
        );
    }

    /// Deletes a scenario; it can be brought back.
    pub fn delete(self, id: &str) {
        let is_stored = self.shelf().scenarios.contains_key(id);
        if !is_stored {
            return self.tell(
                "This scenario is not stored, so there is nothing to delete. It is gone when this page is closed.",
                Offer::Nothing,
            );
        }
        let title = self.mark(id, true);
        let Some(title) = title else { return };
        if *id == *self.open.read_untracked() {
            let next = self.list.with_untracked(|list| {
                list.iter()
                    .find(|listed| !listed.deleted && listed.id != id)
                    .map(|listed| listed.id.clone())
            });
            match next {
                Some(next) => self.choose(&next),
                None => self.new_from(&headroom_model::preset::EXAMPLES[0]),
            }
        }
        self.tell(
            &format!("Deleted “{}”.", words::shown(&title)),
            Offer::Restore(id.into()),
        );
    }

    /// Brings a deleted scenario back and opens it.
    pub fn restore(self, id: &str) {
        if self.mark(id, false).is_some() {
            self.notices.update(|notices| {
                notices.retain(|notice| notice.offer != Offer::Restore(id.into()))
            });
            self.choose(id);
        }
    }

    /// Deletes a scenario that was deleted before for good, with what could be undone in it.
    pub fn forget(self, id: &str) {
        let is_deleted =
            |shelf: &Shelf| shelf.scenarios.get(id).is_some_and(|record| record.deleted);
        if !is_deleted(&self.shelf()) {
            return self.refresh();
        }
        let done = self.with_inner(|inner| {
            if let Some(format) = inner.newer_program() {
                return Err(NotSaved::NewerProgram { format });
            }
            for store in inner.both() {
                let slots = (0..SLOTS).map(|slot| record::key(id, slot));
                for key in slots.chain([format!("{HISTORIES}{id}")]) {
                    // A store that is not there has nothing to delete.
                    if matches!(store.get(&key), Ok(Some(_))) {
                        store.remove(&key)?;
                    }
                }
            }
            Ok(())
        });
        if let Err(why) = done {
            let said = Saving::Not(why).banner().unwrap_or_default();
            self.tell(&said, Offer::Nothing);
        }
        self.notices
            .update(|notices| notices.retain(|notice| notice.offer != Offer::Restore(id.into())));
        self.flush();
        self.refresh();
    }

    /// Marks a stored scenario as deleted or not; its title, if that could be stored.
    fn mark(self, id: &str, deleted: bool) -> Option<String> {
        let shelf = self.shelf();
        let known = shelf.scenarios.get(id)?;
        let mut savers = [
            Saver::after(id, known.generation),
            Saver::after(id, known.generation),
        ];
        let record = Record {
            generation: next_generation(&savers),
            deleted,
            scenario: known.scenario.clone(),
        };
        let saved = self.write(&mut savers, &record);
        if let [Err(why), Err(_)] = &saved {
            let said = Saving::Not(why.clone()).banner().unwrap_or_default();
            self.tell(&said, Offer::Nothing);
            return None;
        }
        self.flush();
        self.refresh();
        Some(record.scenario.shown.title().into())
    }

    /// Everything that was ever set aside, and how many characters are stored.
    #[must_use]
    pub fn stored(self) -> (Vec<String>, usize) {
        self.with_inner(|inner| {
            let mut aside: Vec<String> = Vec::new();
            for store in inner.both() {
                for text in all_set_aside(store).unwrap_or_default() {
                    if !aside.contains(&text) {
                        aside.push(text);
                    }
                }
            }
            (aside, inner.stores.size())
        })
    }
}

/// Puts a scenario that is not deleted into the list, in the place of what the list had of it.
fn put(list: &mut Vec<Listed>, id: String, title: String) {
    list.retain(|listed| listed.id != id);
    list.push(Listed {
        id,
        title,
        deleted: false,
    });
}

/// By the names, as a person sorts them.
fn sort(list: &mut [Listed]) {
    list.sort_by_cached_key(|listed| listed.title.to_lowercase());
}

/// The newest generation of a scenario that is known.
fn newest(savers: &[Saver]) -> u64 {
    savers.iter().map(Saver::generation).max().unwrap_or(0)
}

fn session_storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// An id that no other scenario has.
fn new_id() -> String {
    let part = || js_sys::Math::random().to_bits() >> 12 & 0xff_ffff;
    format!("{:06x}{:06x}", part(), part())
}
