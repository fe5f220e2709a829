//! What the result leaves out, and why. Source: model specification, sections 2, 5 and 13.

use crate::field::Kind;

/// Something that is not counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCounted {
    /// What it is.
    pub what: &'static str,
    /// Why it is left out, and where it can be put in by hand.
    pub why: &'static str,
}

impl NotCounted {
    /// Both in one sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        format!("{}: {}.", self.what, self.why)
    }
}

const BOTH: [NotCounted; 3] = [
    NotCounted {
        what: "Changes of price",
        why: "one price holds for all months; another one is another scenario",
    },
    NotCounted {
        what: "Competitors",
        why: "what they take shows in the numbers for growth and in the chance lost by a later \
              launch",
    },
    NotCounted {
        what: "Funding rounds, interest and taxes",
        why: "they depend on the company, not on what is built",
    },
];

const SERVICE: [NotCounted; 3] = [
    NotCounted {
        what: "Marketing",
        why: "to count it, take it off what one user brings in",
    },
    NotCounted {
        what: "Outages and breaches",
        why: "only a data move that goes wrong is counted",
    },
    NotCounted {
        what: "The mood of a team that rebuilds for months",
        why: "no good number for it is known",
    },
];

const HARDWARE: [NotCounted; 3] = [
    NotCounted {
        what: "Marketing",
        why: "to count it, take it off the price of a unit",
    },
    NotCounted {
        what: "Stock and payment terms",
        why: "a unit is paid for in the month in which it is shipped",
    },
    NotCounted {
        what: "Parts that cannot be had",
        why: "the units that can be made in a month are the only limit",
    },
];

/// What is not counted for a kind of product, in words that fit who decides and who is told.
#[must_use]
pub fn not_counted(kind: Kind) -> Vec<NotCounted> {
    let (own, worth_after) = match kind {
        Kind::Service => (
            SERVICE,
            "it counts only as some months of margin for the customers there are then",
        ),
        Kind::Hardware => (
            HARDWARE,
            "it counts only as some months of what the sales of the last month leave",
        ),
    };
    let after = NotCounted {
        what: "What happens after the last month shown",
        why: worth_after,
    };
    own.into_iter().chain(BOTH).chain([after]).collect()
}
