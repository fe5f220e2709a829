//! What is found in the stores at a start: the newest valid generation of every scenario, and what
//! could not be read, set aside where no saving can reach it.

use std::collections::{BTreeMap, BTreeSet};

use headroom_model::scenario_file::{FORMAT, LoadError};

use super::record::{self, Record, Unreadable};
use super::store::{Store, Trouble};
use super::{FORMAT_KEY, QUARANTINE};

/// Everything that was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    /// The newest valid generation by scenario.
    pub scenarios: BTreeMap<String, Record>,
    /// What could not be read: where it is now, and why not. The text itself is untouched.
    pub set_aside: Vec<SetAside>,
    /// The format of a newer program that has saved here.
    pub newer_format: Option<u64>,
    /// The scenarios of which something can be read by a newer program of the same format only.
    pub for_a_newer_program: BTreeSet<String>,
    /// What the stores said, by their place, where they could not be read or did not take what was set aside.
    pub troubles: Vec<(usize, Trouble)>,
}

/// A text that could not be read.
#[derive(Clone, Debug, PartialEq)]
pub struct SetAside {
    /// Where it was found.
    pub key: String,
    /// The text.
    pub text: String,
    /// Why it could not be read.
    pub why: Unreadable,
}

impl Shelf {
    /// Reads the stores at a start, and sets aside what cannot be read; later stores matter where they hold a
    /// newer generation.
    #[must_use]
    pub fn read(stores: &[&dyn Store]) -> Self {
        Self::found_in(stores, true)
    }

    /// Reads the stores and changes nothing: other tabs may be at work.
    #[must_use]
    pub fn look(stores: &[&dyn Store]) -> Self {
        Self::found_in(stores, false)
    }

    fn found_in(stores: &[&dyn Store], mends: bool) -> Self {
        let mut shelf = Self::default();
        let mut whole = Vec::new();
        for (place, store) in stores.iter().enumerate() {
            match newer_format(*store) {
                Ok(format) => {
                    shelf.newer_format = shelf.newer_format.max(format);
                    whole.push((place, *store));
                }
                Err(trouble) => shelf.troubles.push((place, trouble)),
            }
        }
        for (place, store) in whole {
            match store.keys() {
                Ok(keys) => {
                    for key in keys {
                        if let Err(trouble) = shelf.add(store, &key, mends) {
                            shelf.troubles.push((place, trouble));
                        }
                    }
                }
                Err(trouble) => shelf.troubles.push((place, trouble)),
            }
        }
        shelf
    }

    fn add(&mut self, store: &dyn Store, key: &str, mends: bool) -> Result<(), Trouble> {
        if key.starts_with(QUARANTINE) {
            let text = store.get(key)?.unwrap_or_default();
            self.take_back(&text);
            return Ok(());
        }
        let Some(id) = record::id_of(key) else {
            return Ok(());
        };
        let Some(text) = store.get(key)? else {
            return Ok(());
        };
        match Record::from_text(&text) {
            Ok(found) => self.take(id, found),
            // It is whole; a newer program reads it.
            Err(Unreadable::Document(LoadError::TooNew { version })) => {
                self.newer_format = self.newer_format.max(Some(version));
            }
            Err(Unreadable::Document(error)) if error.is_for_a_newer_program() => {
                self.for_a_newer_program.insert(id.into());
            }
            // What a newer program has stored here is not for this one to judge, nor to move.
            Err(_) if self.newer_format.is_some() || !mends => {}
            Err(why) => {
                let known = |aside: &SetAside| aside.text == text && aside.key == key;
                if !self.set_aside.iter().any(known) {
                    self.set_aside.push(SetAside {
                        key: key.into(),
                        text: text.clone(),
                        why,
                    });
                }
                set_aside(store, key, &text)?;
            }
        }
        Ok(())
    }

    /// What was set aside and can be read after all, by a newer program say, is there again.
    fn take_back(&mut self, aside: &str) {
        let found = aside.split_once('\n').and_then(|(key, text)| {
            let id = record::id_of(key)?;
            Some((id, Record::from_text(text).ok()?))
        });
        if let Some((id, record)) = found {
            self.take(id, record);
        }
    }

    fn take(&mut self, id: &str, found: Record) {
        match self.scenarios.get(id) {
            Some(known) if known.generation >= found.generation => {}
            _ => {
                self.scenarios.insert(id.into(), found);
            }
        }
    }
}

/// The format of a newer program that has saved in a store.
///
/// # Errors
/// What the store said.
pub fn newer_format(store: &dyn Store) -> Result<Option<u64>, Trouble> {
    let format = store.get(FORMAT_KEY)?.and_then(|text| text.parse().ok());
    Ok(format.filter(|format| *format > FORMAT))
}

/// Copies a text to where no program writes, and only then takes it from where the next generation
/// would go.
///
/// # Errors
/// What the store said; the text is then still under its key, or aside, or both.
pub fn set_aside(store: &dyn Store, key: &str, text: &str) -> Result<(), Trouble> {
    let aside = format!("{key}\n{text}");
    let mut place = 0_u32;
    loop {
        let to = format!("{QUARANTINE}{place}");
        match store.get(&to)? {
            Some(there) if there == aside => break,
            Some(_) => place = place.saturating_add(1),
            None => {
                store.set(&to, &aside)?;
                if store.get(&to)?.as_deref() != Some(&aside) {
                    return Err(Trouble::Refused("what was written is not there".into()));
                }
                break;
            }
        }
    }
    store.remove(key)
}

/// Everything that was ever set aside in a store.
///
/// # Errors
/// What the store said.
pub fn all_set_aside(store: &dyn Store) -> Result<Vec<String>, Trouble> {
    let mut found = Vec::new();
    for key in store.keys()? {
        if key.starts_with(QUARANTINE) {
            found.extend(store.get(&key)?);
        }
    }
    Ok(found)
}
