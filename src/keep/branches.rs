//! Two stores that went on from one state without each other. One of them did not answer for a while: what it holds
//! may be newer than what the other one knew when it went on alone, so that neither is the newer state of the other.

use super::ALONE;
use super::record::{self, Record, SLOTS};
use super::store::{Store, Trouble};

/// Notes that a store goes on alone from a generation, unless it does already.
///
/// # Errors
/// What the store said.
pub fn goes_on_alone(store: &dyn Store, id: &str, from: u64) -> Result<(), Trouble> {
    let key = format!("{ALONE}{id}");
    match store.get(&key)? {
        Some(_) => Ok(()),
        None => store.set(&key, &from.to_string()),
    }
}

/// Takes that note back: the stores hold the same again.
///
/// # Errors
/// What the store said.
pub fn is_joined(store: &dyn Store, id: &str) -> Result<(), Trouble> {
    let key = format!("{ALONE}{id}");
    match store.get(&key)? {
        Some(_) => store.remove(&key),
        None => Ok(()),
    }
}

/// The scenarios of which a store went on alone, each with the state that the other one holds, or that it holds
/// itself, and that is not the one found as the newest; `None` where nothing stands beside it. Nothing is found while
/// the other store is silent.
#[must_use]
pub fn found(alone: &dyn Store, other: &dyn Store) -> Vec<(String, Option<Record>)> {
    if other.keys().is_err() {
        return Vec::new();
    }
    let keys = alone.keys().unwrap_or_default();
    let ids = keys.iter().filter_map(|key| key.strip_prefix(ALONE));
    ids.map(|id| (id.to_owned(), beside(alone, other, id)))
        .collect()
}

fn beside(alone: &dyn Store, other: &dyn Store, id: &str) -> Option<Record> {
    let text = alone.get(&format!("{ALONE}{id}")).ok().flatten()?;
    let from: u64 = text.parse().ok()?;
    let (mine, theirs) = (newest(alone, id)?, newest(other, id)?);
    let went_on = theirs.generation > from && theirs.scenario != mine.scenario;
    let behind = if theirs.generation > mine.generation {
        mine
    } else {
        theirs
    };
    went_on.then_some(behind)
}

/// The newest whole record of a scenario in a store.
fn newest(store: &dyn Store, id: &str) -> Option<Record> {
    let whole = |slot| {
        let text = store.get(&record::key(id, slot)).ok().flatten()?;
        Record::from_text(&text).ok()
    };
    (0..SLOTS)
        .filter_map(whole)
        .max_by_key(|record| record.generation)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keep::store::memory::Memory;
    use headroom_model::preset::EXAMPLES;
    use headroom_model::scenario_file::Document;

    fn put(store: &Memory, generation: u64, name: &str) {
        let document = Document {
            name: name.into(),
            ..Document::of_example(&EXAMPLES[0])
        };
        let record = Record {
            generation,
            deleted: false,
            scenario: document.into(),
        };
        let key = record::key("a", generation);
        store.set(&key, &record.to_text()).expect("it works");
    }

    fn beside_names(alone: &Memory, other: &Memory) -> Vec<Option<String>> {
        found(alone, other)
            .into_iter()
            .map(|(_, record)| record.map(|record| record.scenario.shown.name))
            .collect()
    }

    /// [S6 S10] What the silent store held beyond the state from which the other went on is kept beside it,
    /// whichever counted further.
    #[test]
    fn two_branches_are_both_found() {
        for (here, there, left) in [(6, 9, "here"), (9, 6, "there"), (6, 6, "there")] {
            let (alone, other) = (Memory::default(), Memory::default());
            put(&alone, 4, "common");
            put(&other, there, "there");
            goes_on_alone(&alone, "a", 4).expect("it works");
            put(&alone, here, "here");
            // Only the first such save counts.
            goes_on_alone(&alone, "a", here).expect("it works");
            assert_eq!(beside_names(&alone, &other), [Some(left.to_owned())]);
            is_joined(&alone, "a").expect("it works");
            assert!(found(&alone, &other).is_empty());
        }
    }

    /// [S6 S10] Where the silent store holds nothing newer, there is one line.
    #[test]
    fn one_line_is_no_branch() {
        let (alone, other) = (Memory::default(), Memory::default());
        put(&other, 4, "common");
        put(&alone, 4, "common");
        goes_on_alone(&alone, "a", 4).expect("it works");
        put(&alone, 7, "here");
        assert_eq!(beside_names(&alone, &other), [None]);
        // The same in both after all.
        put(&other, 7, "here");
        assert_eq!(beside_names(&alone, &other), [None]);
        assert_eq!(beside_names(&alone, &Memory::default()), [None]);
        // A store that is silent says nothing either way.
        other.calls.set(0);
        other.fails_at.set(Some(0));
        other.fails_on.set(true);
        assert!(found(&alone, &other).is_empty());
    }
}
