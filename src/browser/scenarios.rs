//! The scenarios of this browser: which is open, how it is stored, what can be undone. What happens
//! outside (stores, other tabs, the address) comes in here; the form is the only state it writes.

mod address;
mod files;

use headroom_model::preset::Example;
use headroom_model::scenario_file::Document;
use leptos::ev;
use leptos::prelude::*;
use web_sys::{PageTransitionEvent, StorageEvent};

use super::storage::locks::{self, Lock, Release};
use super::storage::{self, Stores};
use crate::form::Form;
use crate::keep::history::History;
use crate::keep::record::{self, Record};
use crate::keep::saver::{NotSaved, Saved, Saver, next_generation};
use crate::keep::shelf::{SetAside, Shelf, all_set_aside, newer_format, set_aside};
use crate::keep::store::{Store, Trouble};
use crate::keep::words::{self, Saving};
use crate::keep::{Both, HISTORIES, OPEN, RECORDS};

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

/// Something to be told, until it is dismissed.
#[derive(Clone, Debug, PartialEq)]
pub struct Notice {
    /// Which it is.
    pub number: u64,
    /// What is told.
    pub text: String,
    /// More, one a line.
    pub details: Vec<String>,
    /// What can be done about it.
    pub offer: Offer,
}

/// What a notice offers.
#[derive(Clone, Debug, PartialEq)]
pub enum Offer {
    /// Only to be dismissed.
    Nothing,
    /// To open this scenario again.
    Back(String),
    /// To bring this deleted scenario back.
    Restore(String),
    /// To download what could not be read.
    SetAside(Vec<String>),
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
    /// Counts the openings, so that what was asked before is known to be late.
    opening: u64,
    /// Counts the notices.
    told: u64,
}

impl Inner {
    fn both(&self) -> [&dyn Store; 2] {
        [&*self.stores.local, &*self.stores.indexed]
    }

    /// Whether a newer program has stored something here: this one then writes nothing.
    fn newer_program(&self) -> bool {
        self.both()
            .into_iter()
            .any(|store| matches!(newer_format(store), Ok(Some(_))))
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
                opening: 0,
                told: 0,
            }),
        };
        this.tell_about(&shelf, safe_mode);
        this.show_list(&shelf);
        if !safe_mode {
            this.open_last(&shelf);
        }
        this.open_address();
        this.listen();
        this
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

    fn tell_about(self, shelf: &Shelf, safe_mode: bool) {
        if safe_mode {
            self.tell(
                "Headroom started without your scenarios, because it had stopped before. They are still stored. Reload the page to open them again.",
                Offer::Nothing,
            );
        }
        if !shelf.set_aside.is_empty() {
            let lines = |aside: &SetAside| format!("{}: {}", aside.key, aside.why);
            let texts = shelf
                .set_aside
                .iter()
                .map(|aside| format!("{}\n{}", aside.key, aside.text));
            self.tell_more(
                "Some stored data could not be read. They were set aside, not deleted, and everything else was opened.",
                shelf.set_aside.iter().map(lines).collect(),
                Offer::SetAside(texts.collect()),
            );
            self.flush();
        }
        if let Some(format) = shelf.newer_format {
            self.saving
                .set(Saving::Not(NotSaved::NewerProgram { format }));
        } else if self.with_inner(|inner| {
            inner.stores.local.keys().is_err() && inner.stores.indexed.keys().is_err()
        }) {
            self.saving
                .set(Saving::Not(NotSaved::Trouble(Trouble::Unavailable)));
        }
    }

    fn tell(self, text: &str, offer: Offer) {
        self.tell_more(text, Vec::new(), offer);
    }

    fn tell_more(self, text: &str, details: Vec<String>, offer: Offer) {
        let mut number = 0;
        self.inner.update_value(|inner| {
            inner.told += 1;
            number = inner.told;
        });
        self.notices.update(|notices| {
            notices.push(Notice {
                number,
                text: text.into(),
                details,
                offer,
            });
        });
    }

    /// Takes a notice away.
    pub fn dismiss(self, number: u64) {
        self.notices
            .update(|notices| notices.retain(|notice| notice.number != number));
    }

    fn with_inner<T>(self, read: impl FnOnce(&Inner) -> T) -> T {
        self.inner.with_value(read)
    }

    fn shelf(self) -> Shelf {
        self.with_inner(|inner| Shelf::read(&inner.both()))
    }

    fn show_list(self, shelf: &Shelf) {
        let listed = |(id, record): (&String, &Record)| Listed {
            id: id.clone(),
            title: record.scenario.shown.title().into(),
            deleted: record.deleted,
        };
        let mut list: Vec<Listed> = shelf.scenarios.iter().map(listed).collect();
        list.sort_by_cached_key(|listed| listed.title.to_lowercase());
        self.list.set(list);
    }

    /// Reads the stores again: another tab may have changed them.
    pub fn refresh(self) {
        self.show_list(&self.shelf());
    }

    /// Opens a stored scenario, by its id, as one that a person chose.
    pub fn choose(self, id: &str) {
        self.open_stored(id);
        address::remember(id);
    }

    fn open_stored(self, id: &str) {
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
        let mut form = Form::from_both(scenario);
        let present = form.both();
        let stored = self.with_inner(|inner| {
            let key = format!("{HISTORIES}{id}");
            let mends = !inner.newer_program();
            let mut stores = inner.both().into_iter();
            stores.find_map(|store| history_in(store, &key, mends))
        });
        let mut history = stored.unwrap_or_else(|| History::of(present.clone()));
        history.record(present);
        history.seal();
        self.inner.update_value(|inner| {
            inner.opening += 1;
            inner.asked_for_lock = false;
            if let Some(lock) = inner.lock.take() {
                lock.release();
            }
            inner.history = history;
            inner.savers = [Saver::after(id, generation), Saver::after(id, generation)];
        });
        self.opens_next_time(id);
        self.role.set(Role::Writer);
        self.open.set(id.into());
        form.opening = self.with_inner(|inner| inner.opening);
        self.form.set(form);
        self.show_steps();
        self.ask_for_lock(false);
    }

    /// Remembers what the next start opens: in this tab, and in new ones. Where that cannot be stored,
    /// it starts with the example, and the list has the scenario.
    fn opens_next_time(self, id: &str) {
        self.with_inner(|inner| {
            if !inner.newer_program() {
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
        self.show(&new_id(), &Document::of_example(example).into(), 0);
        self.saving.set(Saving::Untouched);
        self.on_disk.set(0);
    }

    /// Opens what comes from outside as a new scenario, beside all others.
    pub fn open_new(self, scenario: Both, from: &str) {
        self.open_new_as(scenario, from, address::remember);
    }

    fn open_new_as(self, mut scenario: Both, from: &str, remember: impl FnOnce(&str)) {
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
        remember(&self.open.get_untracked());
        let offer = if is_stored {
            Offer::Back(before)
        } else {
            Offer::Nothing
        };
        self.tell_more(&said, details, offer);
    }

    fn free_name(self, wanted: &str) -> String {
        let fits: String = wanted
            .chars()
            .take(headroom_model::scenario_file::NAME_CAP - 6)
            .collect();
        self.list.with_untracked(|list| {
            words::free_name(&fits, |name| {
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
        address::remember(&self.open.get_untracked());
        self.tell(
            "This is a copy; the scenario that it was made of is as it was.",
            Offer::Back(opened),
        );
    }

    /// Deletes a scenario; it can be brought back.
    pub fn delete(self, id: &str) {
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

    /// Takes note of what the form says now; called on every change.
    fn follow(self, scenario: Both) {
        let is_news = self.with_inner(|inner| *inner.history.present() != scenario);
        if !is_news || self.role.get_untracked() == Role::Reader {
            return;
        }
        let mut began = false;
        self.inner
            .update_value(|inner| began = inner.history.record(scenario));
        if began {
            self.save_history();
        }
        self.show_steps();
        self.save();
    }

    /// Ends a step: a field was left, a slider let go. A person's gesture, too.
    pub fn seal(self) {
        let first = self.with_inner(|inner| !inner.asked_to_persist);
        self.inner.update_value(|inner| {
            inner.history.seal();
            inner.asked_to_persist = true;
        });
        if first {
            storage::ask_to_persist();
        }
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

    fn show_steps(self) {
        let (undoes, redoes) =
            self.with_inner(|inner| (inner.history.undoes(), inner.history.redoes()));
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
            self.ask_for_lock(false);
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
            return self.keep_both();
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

    fn write(self, savers: &mut [Saver; 2], record: &Record) -> [Result<Saved, NotSaved>; 2] {
        self.with_inner(|inner| {
            let [first, second] = savers;
            let in_local = first.save(&*inner.stores.local, record);
            // What somebody newer has stored is overwritten nowhere.
            let in_indexed = match &in_local {
                Ok(_) | Err(NotSaved::Trouble(_)) => second.save(&*inner.stores.indexed, record),
                Err(why) => Err(why.clone()),
            };
            [in_local, in_indexed]
        })
    }

    /// Another tab has written a newer generation: what is here becomes a scenario of its own.
    fn keep_both(self) {
        let mut scenario = self.form.with_untracked(Form::both);
        let other = self.open.get_untracked();
        scenario.shown.name = self.free_name(scenario.shown.title());
        self.show(&new_id(), &scenario, 0);
        self.save();
        self.tell("Another tab had changed this scenario, too. Both are kept: this one is a copy under its own name.", Offer::Back(other));
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
                list.retain(|listed| listed.id != id);
                list.push(Listed {
                    id,
                    title,
                    deleted: false,
                });
                list.sort_by_cached_key(|listed| listed.title.to_lowercase());
            });
        }
    }

    /// Writes to the disk what waits, and says how the open scenario is stored then.
    fn flush(self) {
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
        self.saving.set(match (written, local) {
            (Ok(()), None) => Saving::Saved,
            (Ok(()), Some(NotSaved::Trouble(trouble))) => Saving::Partly(trouble),
            (_, Some(why)) => Saving::Not(why),
            (Err(trouble), None) => Saving::Partly(trouble),
        });
        self.on_disk.set(generation);
    }

    fn ask_for_lock(self, steal: bool) {
        self.inner.update_value(|inner| inner.asked_for_lock = true);
        let (id, opening) =
            self.with_inner(|inner| (inner.savers[0].id().to_owned(), inner.opening));
        locks::ask(&id, steal, move |lock| {
            let is_late = self
                .inner
                .try_with_value(|inner| inner.opening != opening)
                .unwrap_or(true);
            match lock {
                Lock::Held(release) if is_late => release.release(),
                _ if is_late => {}
                Lock::Held(release) => {
                    self.inner.update_value(|inner| inner.lock = Some(release));
                    self.role.set(Role::Writer);
                }
                Lock::NotThere => self.role.set(Role::Writer),
                Lock::Elsewhere | Lock::Taken => self.role.set(Role::Reader),
            }
        });
    }

    /// Takes the open scenario over from the tab that writes it, as that one left it.
    pub fn take_over(self) {
        let id = self.open.get_untracked();
        self.follow_other_tab(&id);
        self.ask_for_lock(true);
    }

    /// Shows what another tab has stored of the open scenario.
    fn follow_other_tab(self, id: &str) {
        let shelf = self.shelf();
        let Some(record) = shelf.scenarios.get(id) else {
            return;
        };
        let known = self.with_inner(|inner| inner.savers[0].generation());
        if record.generation <= known {
            return;
        }
        let mut form = self.form.get_untracked();
        form.take(&record.scenario);
        let generation = record.generation;
        self.inner.update_value(|inner| {
            inner.history.record(form.both());
            inner.history.seal();
            inner.savers = [Saver::after(id, generation), Saver::after(id, generation)];
        });
        self.form.set(form);
        self.show_steps();
        self.on_disk.set(generation);
    }

    /// Everything that was ever set aside, and how many characters are stored.
    #[must_use]
    pub fn stored(self) -> (Vec<String>, usize) {
        self.with_inner(|inner| {
            let aside = all_set_aside(&*inner.stores.local).unwrap_or_default();
            (aside, inner.stores.size())
        })
    }

    fn listen(self) {
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
        let _ = window_event_listener(ev::beforeunload, move |event| {
            if matches!(self.saving.get_untracked(), Saving::Not(_))
                && self.undoes.get_untracked().is_some()
            {
                event.prevent_default();
            }
        });
        self.listen_to_address();
        self.listen_to_drops();
    }

    /// Another tab has stored something; `None` = everything was removed.
    fn heard(self, key: Option<&str>) {
        let Some(key) = key else { return };
        if key == crate::keep::FORMAT_KEY {
            let newer = self.with_inner(|inner| newer_format(&*inner.stores.local));
            if let Ok(Some(format)) = newer {
                self.saving
                    .set(Saving::Not(NotSaved::NewerProgram { format }));
            }
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
        let shelf = self.shelf();
        if let Some(format) = shelf.newer_format {
            self.saving
                .set(Saving::Not(NotSaved::NewerProgram { format }));
        }
        self.follow_other_tab(&self.open.get_untracked());
        self.show_list(&shelf);
        self.inner.update_value(|inner| inner.opening += 1);
        self.ask_for_lock(false);
    }
}

/// The history under a key. One that cannot be read is set aside where that `mends` anything, so that the
/// next does not overwrite it; where that fails, it stays where it is until there is a next one.
fn history_in(store: &dyn Store, key: &str, mends: bool) -> Option<History> {
    let text = store.get(key).ok().flatten()?;
    match History::from_text(&text) {
        Ok(history) => Some(history),
        Err(_) => {
            if mends {
                let _ = set_aside(store, key, &text);
            }
            None
        }
    }
}

fn session_storage() -> Option<web_sys::Storage> {
    window().session_storage().ok().flatten()
}

/// An id that no other scenario has.
fn new_id() -> String {
    let part = || js_sys::Math::random().to_bits() >> 12 & 0xff_ffff;
    format!("{:06x}{:06x}", part(), part())
}
