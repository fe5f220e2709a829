//! One generation of a scenario as a text: a line about it, then the document, then, on a line of its own, what was
//! typed for the other kind of product, if anything was.
//!
//! The line is `headroom <generation> <live|deleted> <checksum>`; the checksum covers everything
//! else, so that half a record is known for one.

use std::fmt;

use headroom_model::scenario_file::{Document, LoadError};

use super::{Both, RECORDS};

/// How many generations are kept; the two before the newest are whole while it is written.
pub const SLOTS: u64 = 3;

/// A generation of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Counts the changes; the highest is the newest. No clock is asked.
    pub generation: u64,
    /// Whether it was deleted; it can be brought back.
    pub deleted: bool,
    /// The scenario.
    pub scenario: Both,
}

/// Why a text is no record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is damaged, or not ours at all.
    Damaged,
    /// The record is whole, but what is in it is no scenario.
    Document(LoadError),
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged => f.write_str("The stored text is damaged."),
            Self::Document(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Unreadable {}

impl Record {
    /// The text to be stored.
    #[must_use]
    pub fn to_text(&self) -> String {
        let Both { shown, other } = &self.scenario;
        let mut body = shown.to_line();
        if let Some(other) = other {
            body.push('\n');
            body.push_str(&other.to_line());
        }
        let about = about(self.generation, self.deleted);
        let check = checksum(&about, &body);
        format!("{about} {check}\n{body}")
    }

    /// The record in a text.
    ///
    /// # Errors
    /// Why it is none.
    pub fn from_text(text: &str) -> Result<Self, Unreadable> {
        let (generation, deleted, body) = parts(text).ok_or(Unreadable::Damaged)?;
        // A document is one line; older records have no other.
        let (shown, other) = match body.split_once('\n') {
            Some((shown, other)) => (shown, Some(other)),
            None => (body, None),
        };
        let load = |line: &str| Document::from_file(line.as_bytes());
        let scenario = load(shown)
            .and_then(|shown| Both::new(shown, other.map(load).transpose()?))
            .map_err(Unreadable::Document)?;
        Ok(Self {
            generation,
            deleted,
            scenario,
        })
    }

    /// The generation of a stored text, without a look at what is in it.
    #[must_use]
    pub fn generation_of(text: &str) -> Option<u64> {
        parts(text).map(|(generation, _, _)| generation)
    }
}

/// Where a generation is stored.
#[must_use]
pub fn key(id: &str, generation: u64) -> String {
    format!("{RECORDS}{id}.{}", generation % SLOTS)
}

/// The scenario that a key belongs to.
#[must_use]
pub fn id_of(key: &str) -> Option<&str> {
    let (id, slot) = key.strip_prefix(RECORDS)?.rsplit_once('.')?;
    let is_slot = ["0", "1", "2"].contains(&slot);
    (is_slot && !id.is_empty()).then_some(id)
}

fn about(generation: u64, deleted: bool) -> String {
    let state = if deleted { "deleted" } else { "live" };
    format!("headroom {generation} {state}")
}

fn checksum(about: &str, body: &str) -> String {
    let mut hasher = crc32fast::Hasher::new();
    hasher.update(about.as_bytes());
    hasher.update(body.as_bytes());
    format!("{:08x}", hasher.finalize())
}

fn parts(text: &str) -> Option<(u64, bool, &str)> {
    let (head, body) = text.split_once('\n')?;
    let (about, check) = head.rsplit_once(' ')?;
    if checksum(about, body) != check {
        return None;
    }
    let mut words = about.split(' ');
    let (Some("headroom"), Some(generation), Some(state), None) =
        (words.next(), words.next(), words.next(), words.next())
    else {
        return None;
    };
    let deleted = match state {
        "live" => false,
        "deleted" => true,
        _ => return None,
    };
    Some((generation.parse().ok()?, deleted, body))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::form::Form;
    use headroom_model::field::{Key, Kind};
    use headroom_model::preset::EXAMPLES;

    fn record(generation: u64) -> Record {
        Record {
            generation,
            deleted: false,
            scenario: Document::of_example(&EXAMPLES[0]).into(),
        }
    }

    /// A record with something typed for both kinds.
    fn of_both(generation: u64) -> Record {
        let mut form = Form::default();
        form.set(Key::Success, "35".into());
        form.switch_kind();
        form.set(Key::Price, "4oo".into());
        Record {
            scenario: form.both(),
            ..record(generation)
        }
    }

    #[test]
    fn a_record_is_read_as_it_was_written() {
        for deleted in [false, true] {
            let record = Record {
                deleted,
                ..record(17)
            };
            assert_eq!(Record::from_text(&record.to_text()), Ok(record.clone()));
            assert_eq!(Record::generation_of(&record.to_text()), Some(17));
        }
        let both = of_both(17);
        assert_eq!(both.scenario.kind(), Kind::Hardware);
        assert!(both.scenario.other.is_some());
        assert_eq!(Record::from_text(&both.to_text()), Ok(both));
    }

    /// What was stored before there was another kind is one line, and is written as it was.
    #[test]
    fn a_scenario_of_one_kind_is_one_line() {
        let text = record(3).to_text();
        assert_eq!(text.matches('\n').count(), 1);
        let body = text.split_once('\n').map(|(_, body)| body);
        assert_eq!(body, Some(&*Document::of_example(&EXAMPLES[0]).to_line()));
    }

    /// Two scenarios of one kind are no scenario, however whole the record is.
    #[test]
    fn the_other_kind_is_another_one() {
        let line = Document::of_example(&EXAMPLES[0]).to_line();
        let body = format!("{line}\n{line}");
        let about = about(3, false);
        let text = format!("{about} {}\n{body}", checksum(&about, &body));
        let read = Record::from_text(&text);
        assert!(matches!(read, Err(Unreadable::Document(_))), "{read:?}");
    }

    /// [S8] No cut and no changed character of a record gives another one.
    #[test]
    fn half_a_record_is_none() {
        let text = of_both(3).to_text();
        for length in 0..text.len() {
            assert_eq!(Record::from_text(&text[..length]), Err(Unreadable::Damaged));
        }
        for at in 0..text.len() {
            let changed = format!("{}~{}", &text[..at], &text[at + 1..]);
            assert_eq!(
                Record::from_text(&changed),
                Err(Unreadable::Damaged),
                "at {at}"
            );
        }
        for junk in [
            "",
            "\n",
            "null",
            "{}",
            "headroom 1 live 0\n{}",
            "\u{0}\u{ffff}",
        ] {
            assert_eq!(Record::from_text(junk), Err(Unreadable::Damaged));
        }
    }

    /// [S17] Generations are counted, so neither the clock nor two saves at once matter.
    #[test]
    fn slots_follow_the_generations() {
        let keys: Vec<String> = (5..9).map(|generation| key("a.b", generation)).collect();
        assert_eq!(keys[0], keys[3]);
        assert_eq!(id_of(&keys[0]), Some("a.b"));
        for other in [
            "headroom.v1.s.x.3",
            "headroom.v1.s..0",
            "headroom.theme",
            "headroom.v2.s.x.0",
        ] {
            assert_eq!(id_of(other), None);
        }
    }
}
