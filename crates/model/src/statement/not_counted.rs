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

const BOTH: [NotCounted; 4] = [
    NotCounted {
        what: "Changes of price",
        why: "one price holds for all months; another one is another scenario",
    },
    NotCounted {
        what: "Competitors",
        why: "what they take shows in your own numbers for growth and in the chance lost by a later \
              launch",
    },
    NotCounted {
        what: "Funding rounds, interest and taxes",
        why: "they depend on the company, not on what is built",
    },
    NotCounted {
        what: "What happens after the last month shown",
        why: "it counts only as some months of margin for the customers there are then",
    },
];

const SERVICE: [NotCounted; 3] = [
    NotCounted {
        what: "Marketing",
        why: "take it off what one user brings in, if you wish to count it",
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
        why: "take it off what you keep per unit, if you wish to count it",
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

/// What is not counted for a kind of product.
#[must_use]
pub fn not_counted(kind: Kind) -> Vec<NotCounted> {
    let own = match kind {
        Kind::Service => SERVICE,
        Kind::Hardware => HARDWARE,
    };
    own.into_iter().chain(BOTH).collect()
}
