//! Rescue files: everything that a browser had stored, as the rescue page offers it when the program
//! has stopped. They are opened like any other file.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::record::{self, Record};
use super::{Both, QUARANTINE};

/// What such a file says of itself; boot/rescue.js writes it.
const MARK: &str = "stored data, as it was";

/// What a rescue file gives back.
#[derive(Clone, Debug, PartialEq)]
pub struct Rescued {
    /// The newest valid generation of every scenario that was not deleted, in the order of their ids.
    pub scenarios: Vec<Both>,
    /// How many records and texts that were set aside could not be read.
    pub left_out: usize,
}

/// How far into a file its mark is looked for, before anything is read.
const HEAD: usize = 1024;

/// The scenarios in a rescue file; `None` if the bytes are no rescue file, a sentence if there is nothing in it.
#[must_use]
pub fn scenarios(bytes: &[u8]) -> Option<Result<Rescued, String>> {
    let head = &bytes[..bytes.len().min(HEAD)];
    head.windows(MARK.len())
        .find(|part| *part == MARK.as_bytes())?;
    let file: Value = serde_json::from_slice(bytes).ok()?;
    let is_ours = file.get("headroom").and_then(Value::as_str) == Some(MARK);
    if !is_ours {
        return None;
    }
    let mut newest: BTreeMap<String, Record> = BTreeMap::new();
    let mut unreadable = BTreeSet::new();
    let mut take = |key: &str, text: &str| {
        let Some(id) = record::id_of(key) else { return };
        let Ok(record) = Record::from_text(text) else {
            unreadable.insert(text.to_owned());
            return;
        };
        let is_newer = newest
            .get(id)
            .is_none_or(|known| known.generation < record.generation);
        if is_newer {
            newest.insert(id.into(), record);
        }
    };
    for place in ["localStorage", "indexedDB"] {
        let records = file.get(place).and_then(|place| place.get("records"));
        for (key, text) in records.and_then(Value::as_object).into_iter().flatten() {
            let text = text.as_str().unwrap_or_default();
            match text.split_once('\n') {
                Some((key_then, text)) if key.starts_with(QUARANTINE) => take(key_then, text),
                _ => take(key, text),
            }
        }
    }
    let scenarios: Vec<Both> = newest
        .into_values()
        .filter(|record| !record.deleted)
        .map(|record| record.scenario)
        .collect();
    if scenarios.is_empty() {
        return Some(Err(
            "There is no scenario in this rescue file that can be read.".into(),
        ));
    }
    Some(Ok(Rescued {
        scenarios,
        left_out: unreadable.len(),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use headroom_model::preset::EXAMPLES;
    use headroom_model::scenario_file::Document;
    use serde_json::json;

    fn text(generation: u64, deleted: bool, name: &str) -> String {
        let document = Document {
            name: name.into(),
            ..Document::of_example(&EXAMPLES[0])
        };
        Record {
            generation,
            deleted,
            scenario: document.into(),
        }
        .to_text()
    }

    /// [U14] What the rescue page saved is opened again, the newest of each scenario.
    #[test]
    fn a_rescue_file_gives_the_newest_of_each_scenario() {
        let file = json!({
            "headroom": MARK,
            "localStorage": { "records": {
                "headroom.v1.s.a.1": text(1, false, "old"),
                "headroom.v1.s.a.2": "half a rec",
                "headroom.v1.s.b.1": text(1, false, "other"),
                "headroom.v1.s.c.1": text(4, true, "deleted"),
                "headroom.q.0": format!("headroom.v1.s.d.1\n{}", text(1, false, "aside")),
                "headroom.theme": "dark",
            }},
            "indexedDB": { "records": { "headroom.v1.s.a.2": text(2, false, "new") } },
        });
        let found = scenarios(file.to_string().as_bytes())
            .expect("it is one")
            .expect("it has some");
        assert_eq!(found.left_out, 1);
        let names: Vec<&str> = found
            .scenarios
            .iter()
            .map(|scenario| scenario.shown.name.as_str())
            .collect();
        assert_eq!(names, ["new", "other", "aside"]);
        assert_eq!(scenarios(b"{\"headroom\": 1}"), None);
        assert!(
            scenarios(json!({"headroom": MARK}).to_string().as_bytes())
                .expect("it is one")
                .is_err()
        );
    }
}
