//! Scenarios as they are kept: in files, links and storage. One loader for everything that comes
//! from outside, and one writer.
//!
//! Bytes → size cap → [`decode`] (text, or a link's payload with its checksum) → [`strict`] JSON →
//! version check → [`migrate`] → [`read`] (every part checked) → [`Document`]. Nothing is mended and
//! nothing is replaced by a default; what cannot be used is named with its path.
//!
//! Version 1, frozen: an object with `headroom` (the version), `engine`, `preset`, `name`, `notes`,
//! `inputs` (those that differ from the preset, by their names), `seed`, `futures`, `currency`,
//! `test` and, in files, `check`. The same document is always written as the same bytes. A change of
//! an example or of a default needs a new version whose migration writes the old numbers down.

mod decode;
mod error;
mod link;
mod migrate;
mod read;
mod strict;
mod write;

pub use error::{Foreign, LoadError};
pub use link::{LINK_CAP, LINK_MARK, LINK_WARNING, TooLong, is_link};

use crate::field::{Key, Range};
use crate::preset::Example;
use crate::scenario::{Fault, Problem, Scenario};
use crate::text::write::Currency;

/// The version of the format that this program writes.
pub const FORMAT: u64 = if cfg!(feature = "next_format") { 2 } else { 1 };

/// The most bytes that are read, in files and inside links.
pub const SIZE_CAP: usize = 256 * 1024;

/// The most characters of a name.
pub const NAME_CAP: usize = 200;

/// The most characters of the notes.
pub const NOTES_CAP: usize = 10_000;

/// The most characters of a text typed into a field.
pub const TEXT_CAP: usize = 200;

/// A scenario with its name, its settings, and everything as it was typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    /// The example that it started from.
    pub preset: &'static Example,
    /// Its name; may be empty.
    pub name: String,
    /// What someone wrote down about it.
    pub notes: String,
    /// The inputs that differ from the example, in the order of the list of inputs, each once.
    pub inputs: Vec<(Key, Typed)>,
    /// The seed of the futures.
    pub seed: u32,
    /// Whether eight times as many futures are asked for.
    pub fine: bool,
    /// The currency whose symbol is shown.
    pub currency: Currency,
    /// The market test as typed: chances of a right and a false yes, price.
    pub test: [String; 3],
    /// The version of the program that wrote it.
    pub engine: String,
}

/// What was typed for an input: its number, its text, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The best guess.
    pub best: Number,
    /// What was said about its range.
    pub range: TypedRange,
}

/// A number and the text that was typed for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Number {
    /// The number, if the text is one.
    pub value: Option<f64>,
    /// The text, where it is not the usual one of the number.
    pub text: Option<String>,
}

/// What was typed about a range.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum TypedRange {
    /// Nothing: the example's range holds, moved along with the best guess.
    #[default]
    OfTheExample,
    /// That the input is certain.
    Certain,
    /// Low and high.
    Ends([Number; 2]),
}

impl Document {
    /// An example, unchanged and without a name.
    #[must_use]
    pub fn of_example(preset: &'static Example) -> Self {
        Self {
            preset,
            name: String::new(),
            notes: String::new(),
            inputs: Vec::new(),
            seed: 1,
            fine: false,
            currency: Currency::default(),
            test: ["80".into(), "20".into(), String::new()],
            engine: crate::VERSION.into(),
        }
    }

    /// Its name, or that of its example.
    #[must_use]
    pub fn title(&self) -> &str {
        title(&self.name, self.preset)
    }

    /// The document in a file.
    ///
    /// # Errors
    /// What keeps the bytes from being a document.
    pub fn from_file(bytes: &[u8]) -> Result<Self, LoadError> {
        let text = decode::text(bytes)?;
        read::document(&strict::parse(&text)?)
    }

    /// The document in a link, or in a text that holds one.
    ///
    /// # Errors
    /// What keeps the text from being a document.
    pub fn from_link(text: &str) -> Result<Self, LoadError> {
        link::read(text)
    }

    /// The text of a file: JSON for people, with a checksum.
    #[must_use]
    pub fn to_file(&self) -> String {
        write::file(self)
    }

    /// The same as one line.
    #[must_use]
    pub fn to_line(&self) -> String {
        write::line(self)
    }

    /// The fragment of a link, with its `#`.
    ///
    /// # Errors
    /// How long it would be, if no link can be that long.
    pub fn to_link(&self) -> Result<String, TooLong> {
        link::write(self)
    }

    /// The scenario, where every text is a number and all of them go together.
    ///
    /// # Errors
    /// The inputs that keep it from existing.
    pub fn scenario(&self) -> Result<Scenario, Vec<Problem>> {
        let kind = self.preset.kind;
        let mut inputs = self.preset.inputs();
        let mut unread = Vec::new();
        for (key, typed) in &self.inputs {
            let unclear = |number: &Number| number.value.is_none() && number.text.is_some();
            if unclear(&typed.best) {
                unread.push(unreadable(*key));
            }
            inputs
                .values
                .extend(typed.best.value.map(|value| (*key, value)));
            match &typed.range {
                TypedRange::OfTheExample => {
                    let best = typed.best.value;
                    let best = best.unwrap_or_else(|| self.preset.value(*key));
                    inputs.take_range_of(self.preset, *key, best);
                }
                TypedRange::Certain => inputs.take_range(*key, None),
                TypedRange::Ends([low, high]) => match (low.value, high.value) {
                    (Some(low), Some(high)) => {
                        let shape = key.shape(kind);
                        inputs.take_range(*key, Some(Range { low, high, shape }));
                    }
                    _ => unread.push(unreadable(*key)),
                },
            }
        }
        if unread.is_empty() {
            inputs.ranges.sort_by_key(|(key, _)| *key);
            Scenario::new(inputs)
        } else {
            Err(unread)
        }
    }
}

/// What a scenario is called: its name, or that of its example where it has none.
#[must_use]
pub fn title<'a>(name: &'a str, preset: &'static Example) -> &'a str {
    match name.trim() {
        "" => preset.name,
        name => name,
    }
}

fn unreadable(key: Key) -> Problem {
    Problem {
        key,
        fault: Fault::NotANumber,
    }
}

#[cfg(test)]
mod tests;
