//! The tornado: the lead at the low and the high end of every range. Section 14.8.

use serde::{Deserialize, Serialize};

use super::{About, Input, Needed};
use crate::field::Key;
use crate::strategy::Choice;

/// One bar: the lead over the best of the others at the ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// The input.
    pub key: Key,
    /// Low and high of the input.
    pub ends: [f64; 2],
    /// The lead there.
    pub leads: [f64; 2],
    /// The best option there.
    pub best: [Choice; 2],
}

impl Bar {
    /// How long the bar is.
    #[must_use]
    pub fn length(&self) -> f64 {
        (self.leads[1] - self.leads[0]).abs()
    }
}

/// All bars, the longest first, about the lead of the best option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// The best option.
    pub best: Choice,
    /// Its lead over the next best: the centre line.
    pub lead: f64,
    /// The bars; a page shows the first ten.
    pub bars: Vec<Bar>,
}

pub(super) fn tornado(about: &About<'_>, inputs: &[Input]) -> Result<Tornado, Needed> {
    let mut bars = Vec::with_capacity(inputs.len());
    for input in inputs {
        let Some(range) = input.range else { continue };
        let ends = [range.low, range.high];
        let gaps = [about.gap(input, ends[0])?, about.gap(input, ends[1])?];
        bars.push(Bar {
            key: input.key,
            ends,
            leads: gaps.map(|gap| gap.lead),
            best: gaps.map(|gap| gap.best),
        });
    }
    bars.sort_by(|a, b| b.length().total_cmp(&a.length()));
    Ok(Tornado {
        best: about.decision.verdict.best,
        lead: about.decision.verdict.lead,
        bars,
    })
}
