//! Saving a scenario: the new generation beside the old ones, read back, and only then counted.

use headroom_model::scenario_file::FORMAT;

use super::record::{self, Record, SLOTS};
use super::shelf::{newer_format, set_aside};
use super::store::{Store, Trouble};
use super::{FORMAT_KEY, HISTORIES};

/// What is known of one scenario in one store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Saver {
    id: String,
    generation: u64,
    /// Whether the store has ever held it, as far as this saver knows.
    was_there: bool,
    /// A record of which the store did not say whether it is there.
    doubtful: Option<String>,
}

/// The generation after those of all savers of a scenario, in a slot that holds the newest one of
/// none of them.
#[must_use]
pub fn next_generation(savers: &[Saver]) -> u64 {
    let newest = savers.iter().map(Saver::generation).max().unwrap_or(0);
    let is_free = |generation: &u64| {
        savers
            .iter()
            .all(|saver| saver.generation == 0 || saver.generation % SLOTS != generation % SLOTS)
    };
    (newest + 1..=newest + SLOTS)
        .find(is_free)
        .unwrap_or(newest + 1)
}

/// What came of saving.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is there.
    Done,
    /// It is there again: somebody had removed what was stored.
    Anew,
}

/// Why nothing was saved; what was stored before is as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotSaved {
    /// The store could not do it.
    Trouble(Trouble),
    /// A newer program has saved here; this one writes nothing.
    NewerProgram {
        /// Its format.
        format: u64,
    },
    /// Another tab has saved a newer generation of this scenario.
    NewerGeneration {
        /// That generation.
        generation: u64,
    },
}

impl From<Trouble> for NotSaved {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// Takes away, where a store is full, what can be undone in scenarios other than `but`, as far as another store has
/// it, too; whether there was any.
pub fn make_room(full: &dyn Store, other: &dyn Store, but: &str) -> bool {
    let own = format!("{HISTORIES}{but}");
    let mut made = false;
    for key in full.keys().unwrap_or_default() {
        if !key.starts_with(HISTORIES) || key == own {
            continue;
        }
        let is_in_both = match (full.get(&key), other.get(&key)) {
            (Ok(Some(here)), Ok(Some(there))) => here == there,
            _ => false,
        };
        made |= is_in_both && full.remove(&key).is_ok();
    }
    made
}

impl Saver {
    /// Goes on after a generation; 0 = there is none.
    #[must_use]
    pub fn after(id: &str, generation: u64) -> Self {
        Self {
            id: id.into(),
            generation,
            was_there: false,
            doubtful: None,
        }
    }

    /// Goes on after a generation that was read, and knows whether this store has the scenario.
    #[must_use]
    pub fn in_store(store: &dyn Store, id: &str, generation: u64) -> Self {
        let has = |slot| matches!(store.get(&record::key(id, slot)), Ok(Some(_)));
        Self {
            was_there: (0..SLOTS).any(has),
            ..Self::after(id, generation)
        }
    }

    /// The scenario's id.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The last generation that was saved or found.
    #[must_use]
    pub fn generation(&self) -> u64 {
        self.generation
    }

    /// Saves a generation, see [`next_generation`].
    ///
    /// # Errors
    /// Why nothing was saved.
    pub fn save(&mut self, store: &dyn Store, record: &Record) -> Result<Saved, NotSaved> {
        if let Some(format) = newer_format(store)? {
            return Err(NotSaved::NewerProgram { format });
        }
        let newest = self.newest(store)?;
        let stored = newest.as_ref().map(|(generation, _)| *generation);
        if let Some((generation, text)) = newest.filter(|(stored, _)| *stored > self.generation) {
            if self.doubtful.as_ref() != Some(&text) {
                return Err(NotSaved::NewerGeneration { generation });
            }
            self.generation = generation;
        }
        let was_removed = self.was_there && stored.is_none();
        // Before the record, so that no older program meets one it cannot read without knowing why.
        let written = store.get(FORMAT_KEY)?;
        let is_lower = |text: String| text.parse::<u64>().is_ok_and(|format| format < FORMAT);
        if written.is_none_or(is_lower) {
            store.set(FORMAT_KEY, &FORMAT.to_string())?;
        }
        let (key, text) = (record::key(&self.id, record.generation), record.to_text());
        // What cannot be read is not written over.
        if let Some(there) = store
            .get(&key)?
            .filter(|there| Record::generation_of(there).is_none())
        {
            set_aside(store, &key, &there)?;
        }
        self.doubtful = Some(text.clone());
        store.set(&key, &text)?;
        if store.get(&key)?.as_deref() != Some(&text) {
            return Err(Trouble::Refused("what was written is not there".into()).into());
        }
        self.generation = record.generation;
        self.doubtful = None;
        self.was_there = true;
        Ok(if was_removed {
            Saved::Anew
        } else {
            Saved::Done
        })
    }

    /// The newest generation that is stored, with its text.
    fn newest(&self, store: &dyn Store) -> Result<Option<(u64, String)>, Trouble> {
        let mut newest: Option<(u64, String)> = None;
        for slot in 0..SLOTS {
            let Some(text) = store.get(&record::key(&self.id, slot))? else {
                continue;
            };
            if let Some(generation) = Record::generation_of(&text) {
                newest = newest.max(Some((generation, text)));
            }
        }
        Ok(newest)
    }
}

#[cfg(test)]
#[path = "tests/saver.rs"]
mod tests;
