//! What stands in a field: its text, read.

use headroom_model::field::{Key, Special};
use headroom_model::scenario::{Problem, check, has_range};
use headroom_model::text::read::{self, Estimate, ProblemKind, RangeReading, Reading};
use headroom_model::text::write;

use super::ranges::is_users;
use super::state::Form;

/// How the text of an input stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Standing {
    /// It is a number that can be used.
    Fine,
    /// It can mean two things.
    Asked {
        /// The question.
        question: String,
        /// The texts that say either, to be put into the field.
        choices: [String; 2],
    },
    /// It is not finished yet.
    Unfinished(String),
    /// It cannot be used: a sentence that says why.
    Wrong(String),
}

/// An input with what stands in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The number, if the text is one; the best guess, if it is a range.
    pub value: Option<f64>,
    /// How the text stands.
    pub standing: Standing,
    /// What was understood, where it was not literal, and other remarks.
    pub notes: Vec<String>,
}

impl Entry {
    fn fine(value: f64) -> Self {
        Self {
            value: Some(value),
            standing: Standing::Fine,
            notes: Vec::new(),
        }
    }

    fn without_value(standing: Standing) -> Self {
        Self {
            value: None,
            standing,
            notes: Vec::new(),
        }
    }
}

impl Form {
    /// What stands in a field.
    #[must_use]
    pub fn entry(&self, key: Key) -> Entry {
        if !self.is_typed(key) {
            return Entry::fine(self.example().value(key));
        }
        if let Some(value) = word(key.field().special, &self.text(key)) {
            return Entry::fine(value);
        }
        let reading = self.reading(key);
        let said = reading.sentence();
        let Some(number) = reading.best() else {
            return Entry::without_value(standing(key, reading));
        };
        if let Err(fault) = check(self.kind(), key, number) {
            let problem = Problem { key, fault };
            let example = self.original(key);
            let sentence = format!("{} For example: {example}.", problem.sentence());
            return Entry::without_value(Standing::Wrong(sentence));
        }
        let beyond = self.beyond_slider(key, number);
        Entry {
            notes: said.into_iter().chain(beyond).collect(),
            ..Entry::fine(number)
        }
    }

    /// The range that was typed into a field, if it holds one.
    pub(super) fn estimate(&self, key: Key) -> Option<Estimate> {
        (self.is_typed(key) && has_range(key))
            .then(|| self.reading(key).estimate())
            .flatten()
    }

    /// The text of a field with a range in it taken down to its best guess.
    #[must_use]
    pub fn best_text(&self, key: Key) -> String {
        match self.estimate(key) {
            Some(estimate) => self.written(key, estimate.best),
            None => self.text(key),
        }
    }

    fn reading(&self, key: Key) -> RangeReading {
        let text = self.text(key);
        let expect = key.field().expect(self.kind());
        if has_range(key) {
            read::range(&text, expect, key.shape(self.kind()))
        } else {
            RangeReading::One(read::number(&text, expect))
        }
    }

    fn beyond_slider(&self, key: Key, value: f64) -> Option<String> {
        let (low, high) = key.field().sensible;
        let end = |end: f64| write::field_with_sign(end, key.field().expect(self.kind()));
        if value < low {
            Some(format!(
                "Below the slider's {}. It is used as typed.",
                end(low)
            ))
        } else if value > high {
            Some(format!(
                "Above the slider's {}. It is used as typed.",
                end(high)
            ))
        } else {
            None
        }
    }
}

/// How a text stands that is no number and no range.
fn standing(key: Key, reading: RangeReading) -> Standing {
    let sentence = reading.sentence().unwrap_or_default();
    match reading {
        RangeReading::One(Reading::Ask(question)) => Standing::Asked {
            question: sentence,
            choices: question.choices(),
        },
        RangeReading::Ask(question) => Standing::Asked {
            question: sentence,
            choices: question.choices(),
        },
        RangeReading::Incomplete(_) | RangeReading::One(Reading::Incomplete(_)) => {
            Standing::Unfinished(sentence)
        }
        RangeReading::One(Reading::Problem(problem))
            if problem.kind == ProblemKind::SeveralNumbers && is_users(key) =>
        {
            Standing::Wrong(format!(
                "{sentence} Its range follows from how big demand turns out and how fast it grows."
            ))
        }
        _ => Standing::Wrong(sentence),
    }
}

/// The number behind a word that may stand in the place of one.
fn word(special: Special, text: &str) -> Option<f64> {
    let text = text.trim().to_lowercase();
    match (special, text.as_str()) {
        (Special::Best, "best") | (Special::Unlimited, "" | "unlimited" | "none") => {
            Some(f64::INFINITY)
        }
        (Special::YesNo, "yes") => Some(1.0),
        (Special::YesNo, "no") => Some(0.0),
        _ => None,
    }
}
