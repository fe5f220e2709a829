//! The cash there is decides: the first plans need more of it in too many futures.

use super::Fact;
use super::cost::{cost, cost_over_futures};
use super::over_futures::loses_money;
use crate::field::Key;
use crate::outcome::DecidedBy;
use crate::statement::quantity::Quantity;
use crate::statement::say::Say;
use crate::statement::span::{Sentence, Span, sentence};
use crate::strategy::Choice;
use crate::verdict::SHORT_OF_CASH;

/// Whether the recommendation is made by the cash there is.
pub(crate) fn decides(say: &Say<'_>) -> bool {
    say.outcome.verdict.decided_by == DecidedBy::Cash
}

/// The plan that would be recommended if there were cash enough.
pub(crate) fn passed_over(say: &Say<'_>) -> Choice {
    let verdict = &say.outcome.verdict;
    if is_short(say, verdict.best) || !verdict.too_close {
        verdict.best
    } else {
        verdict.next_best
    }
}

fn is_short(say: &Say<'_>, choice: Choice) -> bool {
    say.value(Quantity::CashShort(choice)) > SHORT_OF_CASH
}

/// The sentences under the headline.
pub(super) fn lead(say: &Say<'_>) -> Vec<Sentence> {
    let verdict = &say.outcome.verdict;
    let recommended = verdict.recommended;
    let mut lead = vec![why(say)];
    match recommended {
        Choice::Nothing => {
            lead.push(sentence![
                "With cash enough, ",
                say.plan(verdict.best),
                " would bring ",
                say.money(Quantity::Value(verdict.best)).strong(),
                " on average.",
            ]);
        }
        Choice::Build(strategy) => {
            if say.outcome.futures.is_some() {
                lead.push(cost_over_futures(say, strategy));
            } else {
                lead.extend(cost(say, strategy, "It".into()));
            }
            lead.push(on_average(say, recommended));
            if say.outcome.futures.is_some() {
                lead.push(loses_money(say, recommended, sentence![]));
            }
        }
    }
    lead
}

/// What there is, which plan needs more, and what is left.
fn why(say: &Say<'_>) -> Sentence {
    let passed = passed_over(say);
    let which = if passed == say.outcome.verdict.best {
        ", the best plan on average, needs more in "
    } else {
        ", the safer of the two best plans, needs more in "
    };
    let rest = match say.outcome.verdict.recommended {
        Choice::Nothing => ", and no other plan that pays gets by with it.",
        Choice::Build(_) => "; this is the next plan that gets by with it.",
    };
    sentence![
        Span::words(say.who).capitalised(),
        " have ",
        say.typed(Key::Cash).strong(),
        ": ",
        say.plan(passed),
        which,
        say.of_futures(Quantity::CashShort(passed)),
        " of all futures",
        rest,
    ]
}

/// What the recommended plan brings, and what more cash would add.
pub(crate) fn on_average(say: &Say<'_>, choice: Choice) -> Sentence {
    let value = Quantity::Value(choice);
    let start = if say.is_negative(value) {
        let loss = say.money(Quantity::AverageLoss(choice)).strong();
        sentence!["On average it loses ", loss]
    } else {
        sentence!["On average it brings ", say.money(value).strong()]
    };
    let given_up = Quantity::GivenUp(choice);
    if say.is_no_money(given_up) {
        return sentence![start, "."];
    }
    sentence![
        start,
        ", ",
        say.money(given_up),
        " less than ",
        say.plan(say.outcome.verdict.best),
        ".",
    ]
}

/// No plan gets by with the cash there is, and one is to be built in any case.
pub(crate) fn never_enough(say: &Say<'_>) -> Option<Sentence> {
    let recommended = say.outcome.verdict.recommended;
    let never = !decides(say) && say.outcome.scenario.cash().is_some();
    (never && is_short(say, recommended)).then(|| {
        sentence![
            "No plan gets by with the ",
            say.typed(Key::Cash).strong(),
            format!(" {} have: this one needs more in ", say.who),
            say.of_futures(Quantity::CashShort(recommended)),
            " of all futures.",
        ]
    })
}

/// In the place of the average lead.
pub(super) fn average(say: &Say<'_>) -> Fact {
    let verdict = &say.outcome.verdict;
    let recommended = verdict.recommended;
    let with_more = sentence![
        say.plan(verdict.best),
        " would bring ",
        say.signed(Quantity::Value(verdict.best)),
    ];
    Fact {
        title: "On average",
        figure: sentence![say.signed(Quantity::Value(recommended))],
        text: match recommended {
            Choice::Nothing => sentence!["if you build nothing; with more cash ", with_more, "."],
            _ => sentence![
                "with ",
                say.plan(recommended),
                "; with more cash ",
                with_more,
                ".",
            ],
        },
    }
}

/// In the place of the break-even: from when the plan pays, or without a limit any.
pub(super) fn break_even(say: &Say<'_>, own: Sentence) -> Fact {
    let verdict = &say.outcome.verdict;
    let (choice, subject) = match verdict.recommended {
        Choice::Nothing => (
            verdict.best,
            sentence!["with more cash ", say.plan(verdict.best)],
        ),
        choice => (choice, say.plan(choice).into()),
    };
    let pays = Quantity::PaysFrom(choice);
    let title = "Break-even";
    if pays.of(say.outcome).is_none() {
        let always = if say.is_negative(Quantity::Bad(choice)) {
            " loses money at every chance of success"
        } else {
            " earns its money back at every chance of success"
        };
        return Fact {
            title,
            figure: "None".into(),
            text: sentence![subject, always, "; you said ", own, "."],
        };
    }
    Fact {
        title,
        figure: sentence![say.in_hundred(pays)],
        text: sentence![
            "chance of success from which ",
            subject,
            " beats building nothing; you said ",
            own,
            ".",
        ],
    }
}
