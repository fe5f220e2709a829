//! Captions: what the money consists of, and what one would wish to have back.

use super::name::component;
use super::quantity::Quantity;
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::bridge::{Bridge, BridgePart};
use crate::decision::minimax;
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::Choice;
use crate::text::write::Currency;

/// What the money bridge shows: the lead of the best plan, part by part. With `other`, against the
/// best other product; `None` where there is no such bridge.
#[must_use]
pub fn bridge_caption(outcome: &Outcome, other: bool, currency: Currency) -> Option<Vec<Sentence>> {
    let say = Say::new(outcome, currency);
    let bridge = if other {
        outcome.bridge_other.as_ref()?
    } else {
        &outcome.bridge
    };
    let lead = if other {
        Quantity::LeadOverOther
    } else {
        Quantity::Lead
    };
    let mut caption = vec![sentence![
        Sentence::from(say.plan(bridge.better)).capitalised(),
        " against ",
        say.plan(bridge.than),
        ": the parts of the lead of ",
        say.signed(lead).strong(),
        if outcome.futures.is_some() {
            ", on average over the futures and in today's money."
        } else {
            ", on average and in today's money."
        },
    ]];
    caption.push(biggest(&say, bridge, other));
    Some(caption)
}

/// The part that matters most, and the one that matters most the other way.
fn biggest(say: &Say<'_>, bridge: &Bridge, other: bool) -> Sentence {
    let quantity = |part: &BridgePart| {
        if other {
            Quantity::PartOther(part.component)
        } else {
            Quantity::Part(part.component)
        }
    };
    let extreme = |sign: f64| {
        let parts = bridge.parts.iter();
        parts
            .filter(|part| sign * part.total() >= 0.005)
            .reduce(|most, part| {
                if sign * part.total() > sign * most.total() {
                    part
                } else {
                    most
                }
            })
    };
    let named = |part: &BridgePart| {
        let name = component(say, part.component).lower_case();
        sentence![name, " (", say.signed(quantity(part)), ")"]
    };
    match (extreme(1.0), extreme(-1.0)) {
        (None, None) => Sentence::from("In every part the two are the same."),
        (Some(most), None) => sentence!["What speaks for it most: ", named(most), "."],
        (None, Some(least)) => sentence!["What speaks against it most: ", named(least), "."],
        (Some(most), Some(least)) => sentence![
            "What speaks for it most: ",
            named(most),
            "; against it: ",
            named(least),
            ".",
        ],
    }
}

/// Which of its columns a money table shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyView {
    /// The single path, if people want it, as paid.
    Yours,
    /// On average if people want it, in today's money.
    Wanted,
    /// If nobody wants it, in today's money.
    Unwanted,
}

/// What the table of where the money goes shows.
#[must_use]
pub fn money_caption(outcome: &Outcome, view: MoneyView, currency: Currency) -> Sentence {
    let say = Say::new(outcome, currency);
    match view {
        MoneyView::Yours => sentence![
            "With your numbers, if people want the product: money in and out over ",
            say.horizon(),
            ", as paid.",
        ],
        MoneyView::Wanted => sentence![
            if outcome.futures.is_some() {
                "On average over the futures in which people want the product: money in and out over "
            } else {
                "On average, if people want the product: money in and out over "
            },
            say.horizon(),
            ", in today's money",
            (outcome.scenario[Key::DelayPenalty] > 0.0)
                .then_some(", without the chance that a later launch comes too late"),
            ".",
        ],
        MoneyView::Unwanted => sentence![
            "If nobody wants the product and you stop ",
            say.months(Quantity::Input(Key::FailureMonths)),
            if outcome.futures.is_some() {
                " after launch: money in and out, on average over the futures and in today's money."
            } else {
                " after launch: money in and out, in today's money."
            },
        ],
    }
}

/// The words of the table of regrets.
#[derive(Clone, Debug, PartialEq)]
pub struct RegretWords {
    /// Its heading.
    pub title: &'static str,
    /// How to read it.
    pub caption: Vec<Sentence>,
    /// The headings of its columns.
    pub columns: [&'static str; 5],
    /// What stands in the place of a zero.
    pub best: &'static str,
    /// The cells of each option, in the order of the average: if wanted, if not, the worse of the
    /// two, and the average value.
    pub rows: Vec<(Choice, [Span; 4])>,
}

/// The option with the smallest worst regret: the recommended one where several have it.
fn safest(outcome: &Outcome) -> Option<Choice> {
    let least = minimax(&outcome.regrets)?;
    let recommended = outcome.verdict.recommended;
    let as_safe = outcome
        .regrets
        .iter()
        .any(|regret| regret.option == recommended && regret.worst() <= least.worst());
    Some(if as_safe { recommended } else { least.option })
}

/// The words of the table of regrets.
#[must_use]
pub fn regret_words(outcome: &Outcome, currency: Currency) -> RegretWords {
    let say = Say::new(outcome, currency);
    let mut caption = vec![Sentence::from(if outcome.futures.is_some() {
        "How far each plan ends short of the best plan for the case, on average over the futures \
             and in today's money."
    } else {
        "How far each plan ends short of the best plan for the case, in today's money."
    })];
    caption.extend(safest(outcome).map(|choice| {
        sentence![
            "No plan has a smaller worst case than ",
            say.plan(choice),
            ".",
        ]
    }));
    let rows = outcome.verdict.order.iter().map(|line| {
        let choice = line.option;
        let short = |quantity| {
            if say.is_no_money(quantity) {
                Span {
                    text: "best".into(),
                    ..say.money3(quantity)
                }
            } else {
                say.money3(quantity)
            }
        };
        (
            choice,
            [
                short(Quantity::RegretWanted(choice)),
                short(Quantity::RegretUnwanted(choice)),
                say.money3(Quantity::WorstRegret(choice)),
                say.money3(Quantity::Value(choice)),
            ],
        )
    });
    RegretWords {
        title: "If you turn out to be wrong",
        caption,
        columns: [
            "Plan",
            "People want it",
            "Nobody wants it",
            "Worst case",
            "Value on average",
        ],
        best: "best",
        rows: rows.collect(),
    }
}
