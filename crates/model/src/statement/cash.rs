//! The cash that each plan needs, and whether there is enough of it.

use super::quantity::{Drawn, Edge, Quantity};
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use super::verdict::{cash_decides, passed_over};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;
use crate::verdict::SHORT_OF_CASH;

/// The cash that a plan needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CashRow {
    /// The plan.
    pub option: Choice,
    /// In the middle future in which people want it, with its range; before futures are drawn with
    /// the user's numbers.
    pub needed: Sentence,
    /// More than this in one of ten of all futures.
    pub one_in_ten: Option<Span>,
    /// In how many of all futures the cash there is is not enough; `None` without a limit.
    pub short: Option<Span>,
}

/// The words of the cash that each plan needs.
#[derive(Clone, Debug, PartialEq)]
pub struct CashWords {
    /// Its heading.
    pub title: &'static str,
    /// How to read it.
    pub caption: Vec<Sentence>,
    /// The headings of its columns.
    pub columns: [&'static str; 4],
    /// The plans, the best on average first.
    pub rows: Vec<CashRow>,
    /// What the cash there is does to the recommendation.
    pub effect: Sentence,
}

/// The words of the cash that each plan needs.
#[must_use]
pub fn cash_words(outcome: &Outcome, currency: Currency) -> CashWords {
    let say = Say::new(outcome, currency);
    let drawn = outcome.futures.is_some();
    let order = outcome.verdict.order.iter();
    let strategies = order.filter_map(|line| line.option.strategy());
    let mut caption = vec![Sentence::from(if drawn {
        "The most that is spent before money comes back, as paid: in the middle future in which people \
         want the product, with nine futures in ten in brackets, and in all futures."
    } else {
        "The most that is spent before money comes back, as paid: with your numbers, if people want \
         the product."
    })];
    if outcome.scenario.cash().is_some() {
        caption.push(Sentence::from(
            "A plan that needs more than you have in over one of ten futures is passed over.",
        ));
    }
    CashWords {
        title: "Cash you need",
        caption,
        columns: [
            "Plan",
            if drawn {
                "Middle future (range)"
            } else {
                "With your numbers"
            },
            "One future in ten needs over",
            "Not enough in",
        ],
        rows: strategies.map(|strategy| row(&say, strategy)).collect(),
        effect: effect(&say),
    }
}

fn row(say: &Say<'_>, strategy: Strategy) -> CashRow {
    let option = Choice::Build(strategy);
    let at = |edge| Quantity::Drawn(Drawn::CashNeeded(option, edge));
    let (needed, one_in_ten) = if say.outcome.futures.is_some() {
        let [low, middle, high] =
            [Edge::Low, Edge::Middle, Edge::High].map(|edge| say.money3(at(edge)));
        let range = (low.text != high.text).then(|| sentence![" (", low, " to ", high, ")"]);
        let more = Quantity::Drawn(Drawn::CashNeededOneInTen(option));
        (sentence![middle, range], Some(say.money3(more)))
    } else {
        (sentence![say.money3(Quantity::CashNeed(strategy))], None)
    };
    let short = Quantity::CashShort(option);
    CashRow {
        option,
        needed,
        one_in_ten,
        short: short.of(say.outcome).map(|_| say.in_hundred(short)),
    }
}

/// What the cash there is does to the recommendation.
fn effect(say: &Say<'_>) -> Sentence {
    let verdict = &say.outcome.verdict;
    let recommended = verdict.recommended;
    if say.outcome.scenario.cash().is_none() {
        return sentence![
            "No limit given: enter what you have under ",
            say.label(Key::Cash),
            " to see whether it is enough.",
        ];
    }
    let with = sentence!["With ", say.typed(Key::Cash).strong(), " "];
    let plan = say.plan(recommended);
    if cash_decides(say) {
        let passed = passed_over(say);
        return sentence![
            with,
            "the answer is ",
            plan,
            "; without a limit it would be ",
            say.plan(passed),
            ", which needs more in ",
            say.in_hundred(Quantity::CashShort(passed)),
            " of all futures.",
        ];
    }
    let short = Quantity::CashShort(recommended);
    if say.value(short) > SHORT_OF_CASH {
        return sentence![
            with,
            "no plan gets by: ",
            plan,
            " stays the answer, but needs more in ",
            say.in_hundred(short),
            " of all futures.",
        ];
    }
    if recommended == Choice::Nothing {
        return sentence![with, "or with more, building nothing stays the answer."];
    }
    sentence![
        with,
        plan,
        " stays the answer: it needs more in ",
        say.in_hundred(short),
        " of all futures.",
    ]
}
