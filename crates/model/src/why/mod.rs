//! "Why?": what a number does, the formula it enters with the numbers filled in, where it comes
//! from and how far that source can be trusted.

mod customers;
mod figure;
mod finding_out;
mod first;
mod further;
mod input;
mod making;
mod meaning;
mod over_futures;
mod per_unit;
mod rests;
mod result;
mod team;
mod worked;

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests;

pub use figure::{Explanation, Used, figure, figures};
pub use input::input;
pub use worked::{Alarm, Worked};

use crate::statement::Sentence;

/// The answer to "why?" beside a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// What it does, in one sentence.
    pub sentence: Sentence,
    /// The formula it enters, with the numbers filled in.
    pub working: Sentence,
    /// Where the value comes from before anyone changes it; for a result, what it rests on.
    pub source: &'static str,
    /// How far that can be trusted.
    pub reliability: &'static str,
    /// The value before anyone changes it, with its unit; empty for a result.
    pub default: String,
}

/// What a number does and the formula it enters.
pub(crate) struct Explained {
    pub sentence: Sentence,
    pub working: Sentence,
}

impl Explained {
    pub(crate) fn new(sentence: impl Into<Sentence>, working: Sentence) -> Self {
        Self {
            sentence: sentence.into(),
            working,
        }
    }
}
