//! The ranges of the inputs: what was typed, and what a row shows.

use headroom_model::field::{Key, Range};
use headroom_model::scenario::{Fault, Problem, check, check_range};
use headroom_model::text::Expect;
use headroom_model::text::read;
use headroom_model::text::write::{self, Precision, Sign};

use super::state::Form;

/// What was said about the range of an input.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Said {
    /// Nothing: the range of the presets holds, moved along with the best guess.
    #[default]
    Nothing,
    /// That the input is certain.
    Certain,
    /// Low and high, as texts.
    Ends([String; 2]),
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The value with one chance in twenty below it.
    Low,
    /// The value with one chance in twenty above it.
    High,
}

/// The range of an input with what stands in its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct RangeEntry {
    /// The range; `None` = certain, or not to be read.
    pub range: Option<Range>,
    /// The texts of low and high; empty if there is no range.
    pub ends: [String; 2],
    /// Which of them cannot be used.
    pub wrong: [bool; 2],
    /// A sentence that says why.
    pub problem: Option<String>,
    /// What was understood, where it was not literal.
    pub notes: Vec<String>,
}

/// Whether an input is one of demand's own numbers, for which its size and speed stand.
pub(super) fn is_users(key: Key) -> bool {
    matches!(
        key,
        Key::UsersAtLaunch | Key::UsersMonth6 | Key::UsersMonth12 | Key::Ceiling
    )
}

impl Form {
    /// Types a text into low or high. The other end and the best guess stay as they are shown.
    pub fn set_end(&mut self, key: Key, end: End, text: String) {
        let mut ends = self.range_entry(key).ends;
        ends[end as usize] = text;
        self.keep_best_alone(key);
        let same = ends == self.ends_of_the_example(key);
        self.say(
            key,
            if same {
                Said::Nothing
            } else {
                Said::Ends(ends)
            },
        );
    }

    /// Low and high of a typed range, moved so that they hold a number; `None` where they need not.
    pub(super) fn range_moved_to(&self, key: Key, to: f64) -> Option<[String; 2]> {
        let Said::Ends(_) = self.said(key) else {
            return None;
        };
        let range = self.range_entry(key).range?;
        if (range.low..=range.high).contains(&to) {
            return None;
        }
        let moved = range.moved(self.entry(key).value?, to)?;
        let expect = key.field().expect(self.kind());
        Some([moved.low, moved.high].map(|end| write::field(rounded(end, expect), expect)))
    }

    /// Says that an input is certain.
    pub fn set_certain(&mut self, key: Key) {
        self.keep_best_alone(key);
        let has_none = self.preset_range(key).is_none();
        self.say(
            key,
            if has_none {
                Said::Nothing
            } else {
                Said::Certain
            },
        );
    }

    /// Gives an input the range of the example back; its best guess stays.
    pub fn reset_range(&mut self, key: Key) {
        self.keep_best_alone(key);
        self.say(key, Said::Nothing);
    }

    /// Whether something was said about the range of an input.
    #[must_use]
    pub fn has_own_range(&self, key: Key) -> bool {
        *self.said(key) != Said::Nothing
    }

    /// The range of an input with what stands in its fields.
    #[must_use]
    pub fn range_entry(&self, key: Key) -> RangeEntry {
        let fine = |range, ends| RangeEntry {
            range,
            ends,
            wrong: [false; 2],
            problem: None,
            notes: Vec::new(),
        };
        match self.said(key) {
            Said::Nothing => fine(
                self.range_of_the_example(key, self.best(key)),
                self.ends_of_the_example(key),
            ),
            Said::Certain => fine(None, Default::default()),
            Said::Ends(ends) => self.read_ends(key, ends),
        }
    }

    fn read_ends(&self, key: Key, ends: &[String; 2]) -> RangeEntry {
        let expect = key.field().expect(self.kind());
        let mut entry = RangeEntry {
            range: None,
            ends: ends.clone(),
            wrong: [false; 2],
            problem: None,
            notes: Vec::new(),
        };
        let mut problems = Vec::new();
        let mut values = [None; 2];
        for (place, name) in ["Low end", "High end"].into_iter().enumerate() {
            let reading = read::number(&ends[place], expect);
            values[place] = reading.value();
            let sentence = reading.sentence().map(|said| format!("{name}: {said}"));
            if reading.value().is_some() {
                entry.notes.extend(sentence);
            } else {
                entry.wrong[place] = true;
                problems.extend(sentence);
            }
        }
        if let [Some(low), Some(high)] = values {
            let shape = key.shape(self.kind());
            let range = Range { low, high, shape };
            entry.range = (low < high).then_some(range);
            let best = self.entry(key).value;
            let fault = best.and_then(|best| check_range(self.kind(), key, best, &range).err());
            if let Some(fault) = fault {
                entry.wrong = [low, high].map(|end| check(self.kind(), key, end).is_err());
                if entry.wrong == [false; 2] {
                    entry.wrong = [true; 2];
                }
                problems.push(self.range_problem(key, fault));
            }
        }
        let problem = (!problems.is_empty()).then(|| problems.join(" "));
        if key == Key::Success {
            // Its bounds are never drawn: without them only its bar in the tornado is missing.
            entry.range = entry.range.filter(|_| problem.is_none());
            entry.notes.extend(problem.map(|problem| {
                format!(
                    "{problem} Until then it has no bar in “How far each number moves the lead”."
                )
            }));
        } else {
            entry.problem = problem;
        }
        entry
    }

    fn range_problem(&self, key: Key, fault: Fault) -> String {
        let sentence = Problem { key, fault }.sentence();
        let expect = key.field().expect(self.kind());
        let [low, high] = self
            .suggested(key)
            .map(|end| write::field_with_sign(end, expect));
        format!("{sentence} For example: {low} to {high}.")
    }

    /// A range that is possible: the example's about the best guess, or one a third of the way.
    fn suggested(&self, key: Key) -> [f64; 2] {
        let best = self.best(key);
        let expect = key.field().expect(self.kind());
        if let Some(range) = self.range_of_the_example(key, best) {
            return [range.low, range.high].map(|end| rounded(end, expect));
        }
        let shape = key.shape(self.kind());
        let (lowest, highest) = key.field().sensible;
        let about = if shape.holds(best) {
            [-0.4, 0.4].map(|step| shape.from_scale(shape.to_scale(best) + step))
        } else {
            [0.1, 0.5].map(|share| lowest + share * (highest - lowest))
        };
        about.map(|end| rounded(end, expect))
    }

    pub(super) fn preset_range(&self, key: Key) -> Option<Range> {
        let (_, range) = self.example().stated_range(key)?;
        Some(range)
    }

    /// The range that a scenario has if nothing is said about it.
    pub(super) fn range_of_the_example(&self, key: Key, best: f64) -> Option<Range> {
        self.example().range_about(key, best)
    }

    fn ends_of_the_example(&self, key: Key) -> [String; 2] {
        self.ends_about(key, self.best(key))
    }

    /// The ends of the example's range about a best guess: as they are where it did not move, else
    /// at three significant digits.
    pub(super) fn ends_about(&self, key: Key, best: f64) -> [String; 2] {
        let Some(range) = self.range_of_the_example(key, best) else {
            return Default::default();
        };
        let expect = key.field().expect(self.kind());
        let stated_at = self.example().stated_range(key).map(|(best, _)| best);
        let moved = stated_at != Some(best);
        [range.low, range.high].map(|end| {
            let end = if moved { rounded(end, expect) } else { end };
            write::field(end, expect)
        })
    }

    /// The best guess; the example's, where the text is no number.
    pub(super) fn best(&self, key: Key) -> f64 {
        let typed = self.entry(key).value;
        typed.unwrap_or_else(|| self.example().value(key))
    }

    /// A range that was typed into the field of the best guess is taken apart, once one of its
    /// numbers is changed elsewhere.
    fn keep_best_alone(&mut self, key: Key) {
        if let Some(estimate) = self.estimate(key) {
            self.set_text(key, self.written(key, estimate.best));
        }
    }

    /// Whether an input has no range and is not about to get one.
    #[must_use]
    pub fn is_certain(&self, key: Key) -> bool {
        let entry = self.range_entry(key);
        entry.range.is_none() && entry.problem.is_none()
    }
}

/// A value at three significant digits.
fn rounded(value: f64, expect: Expect) -> f64 {
    let text = if expect.family.is_percent() {
        write::percent(value, Precision::Table, Sign::Minus)
    } else {
        write::plain(value, Precision::Table)
    };
    let read = read::number(&text, expect).value();
    read.filter(|read| *read != 0.0).unwrap_or(value)
}

#[cfg(all(test, not(target_family = "wasm")))]
#[path = "tests/ranges.rs"]
mod tests;
