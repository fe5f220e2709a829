//! What to do, and what is asked for.

use super::parts::investment;
use super::{Audience, Board, Length};
use crate::field::Key;
use crate::statement::quantity::{Drawn, Quantity};
use crate::statement::span::{Sentence, listed, sentence};
use crate::statement::verdict::{
    State, cash_decides, changes, headline, lead, own_chance, product,
};
use crate::strategy::{Choice, Strategy};

pub(super) fn recommendation(board: &Board<'_>) -> Vec<Sentence> {
    let say = &board.say;
    let mut said = vec![Sentence::from(headline(say, board.state)).strong()];
    let short = || -> Vec<Sentence> {
        if cash_decides(say) {
            let mut short = lead(say, board.state);
            short.truncate(1);
            return short;
        }
        if board.state == State::Clear(Choice::Nothing) {
            let mut short = lead(say, board.state);
            short.truncate(2);
            return short;
        }
        in_two(board)
    };
    match board.length {
        Length::Line => said.extend(short()),
        Length::HalfMinute => said.extend(lead(say, board.state)),
        Length::Page => {
            said.extend(lead(say, board.state));
            if !cash_decides(say) && board.state != State::Clear(Choice::Nothing) {
                if board.state != State::TooClose {
                    said.push(ahead(board));
                }
                said.extend(best_if(board));
                said.extend(confidence(board));
            }
            said.push(on_average(board));
        }
    }
    said
}

/// Lead, break-even and confidence in two sentences.
fn in_two(board: &Board<'_>) -> Vec<Sentence> {
    let say = &board.say;
    let (lead, subject, rival) = compared(board);
    let value = if board.audience == Audience::Cfo {
        say.money3(lead)
    } else {
        say.money(lead)
    };
    let start = if say.is_no_money(lead) {
        sentence![
            subject,
            " is worth as much on average as ",
            product_or_plan(board, rival)
        ]
    } else if board.audience == Audience::Cfo {
        sentence![
            subject,
            " is worth ",
            value.strong(),
            " more on average than ",
            product_or_plan(board, rival),
        ]
    } else {
        let only = if board.state == State::TooClose {
            " is only "
        } else {
            " is "
        };
        sentence![
            subject,
            only,
            value.strong(),
            " ahead of ",
            product_or_plan(board, rival),
            " on average",
        ]
    };
    // Where the ways to run the simple version are level, the break-even is that of one of them.
    let best = match board.state {
        State::Product(_) => None,
        _ if only_if_certain_of_failure(board) => None,
        _ => between(board)
            .map(|between| sentence!["is best ", between, " (we assume ", own_chance(say), ")"]),
    };
    let sure = ahead_in(board)
        .map(|(share, of)| sentence!["ends ahead in ", say.chance(share).strong(), of]);
    let second: Vec<Sentence> = best.into_iter().chain(sure).collect();
    let mut said = vec![sentence![start.capitalised(), "."]];
    if !second.is_empty() {
        said.push(sentence!["It ", listed(second), "."]);
    }
    said
}

/// What leads, over what, and by which lead.
fn compared(board: &Board<'_>) -> (Quantity, Sentence, Choice) {
    let say = &board.say;
    let verdict = &say.outcome.verdict;
    match (board.state, verdict.next_other) {
        (State::Product(_), Some((other, _))) => (
            Quantity::LeadOverOther,
            sentence!["the simple version"],
            other,
        ),
        (State::TooClose, _) => (
            Quantity::Lead,
            sentence![say.plan(verdict.best)],
            verdict.next_best,
        ),
        _ => (Quantity::Lead, sentence!["it"], verdict.next_best),
    }
}

/// The average lead over the next best plan, or over the best other product.
fn ahead(board: &Board<'_>) -> Sentence {
    let say = &board.say;
    let (lead, subject, rival) = compared(board);
    if say.is_no_money(lead) {
        return sentence![
            subject.capitalised(),
            " and ",
            product(say, rival),
            " are worth the same on average.",
        ];
    }
    if board.audience == Audience::Cfo {
        return sentence![
            "On average ",
            subject,
            " is worth ",
            say.money3(lead).strong(),
            " more than ",
            product_or_plan(board, rival),
            ", in today's money.",
        ];
    }
    sentence![
        "On average ",
        subject,
        " leaves us ",
        say.money(lead).strong(),
        " better off than ",
        product_or_plan(board, rival),
        ".",
    ]
}

fn product_or_plan(board: &Board<'_>, choice: Choice) -> crate::statement::span::Span {
    match board.state {
        State::Product(_) => product(&board.say, choice),
        _ => board.say.plan(choice),
    }
}

/// The chances of success for which the best plan is the best.
pub(super) fn best_if(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let subject = match board.state {
        State::Clear(_) => sentence!["It"],
        _ => Sentence::from(say.plan(say.outcome.verdict.best)).capitalised(),
    };
    if only_if_certain_of_failure(board) {
        return None;
    }
    let Some(between) = between(board) else {
        return Some(sentence![
            subject,
            " is the best plan at every chance of success."
        ]);
    };
    Some(sentence![
        subject,
        " is the best plan if the chance of success is ",
        between,
        "; we assume ",
        own_chance(say),
        ".",
    ])
}

/// Whether the best plan is the best at no chance of success alone.
fn only_if_certain_of_failure(board: &Board<'_>) -> bool {
    let up = Quantity::BreakEvenAbove.of(board.say.outcome);
    up.is_some_and(|up| up <= 0.0)
}

/// "above 24 in 100"; nothing where the answer is the same at every chance of success.
fn between(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let own = own_chance(say);
    let at = |quantity| {
        let span = say.in_hundred(quantity);
        let fine =
            span.text == own.text && say.value(quantity) != say.outcome.scenario[Key::Success];
        if fine { say.percent3(quantity) } else { span }.strong()
    };
    let (below, above) = (Quantity::BreakEvenBelow, Quantity::BreakEvenAbove);
    match changes(say) {
        [Some(_), Some(_)] => Some(sentence!["between ", at(below), " and ", at(above)]),
        [Some(_), None] => Some(sentence!["above ", at(below)]),
        [None, Some(_)] => Some(sentence!["below ", at(above)]),
        [None, None] => None,
    }
}

/// How often the best plan ends ahead.
fn confidence(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let subject = match board.state {
        State::TooClose => Sentence::from(say.plan(say.outcome.verdict.best)).capitalised(),
        State::Product(_) => "The simple version".into(),
        State::Clear(_) => "It".into(),
    };
    let (share, of) = ahead_in(board)?;
    Some(sentence![
        subject,
        " ends ahead in ",
        say.chance(share).strong(),
        of,
        "."
    ])
}

/// The share of futures in which the best plan ends ahead, and of which futures.
fn ahead_in(board: &Board<'_>) -> Option<(Quantity, &'static str)> {
    let verdict = &board.say.outcome.verdict;
    board.say.outcome.futures.as_ref()?;
    let than = match (board.state, verdict.next_other) {
        (State::Product(_), Some((other, _))) => other,
        _ => verdict.next_best,
    };
    let with_nothing =
        board.state == State::TooClose && [verdict.best, than].contains(&Choice::Nothing);
    Some(if with_nothing {
        (Quantity::Drawn(Drawn::AheadInAll(than)), " of all futures")
    } else {
        let wanted = " of the futures in which people want it";
        (Quantity::Drawn(Drawn::AheadIfWanted(than)), wanted)
    })
}

/// What "on average" means.
fn on_average(board: &Board<'_>) -> Sentence {
    let say = &board.say;
    if board.audience == Audience::Cfo {
        return sentence![
            "“On average” means in today's money, at ",
            say.typed(Key::DiscountRate),
            ", over ",
            say.horizon(),
            ", with the futures in which nobody wants the product.",
        ];
    }
    Sentence::from("“On average” also counts the futures in which nobody wants the product.")
}

/// What is asked for.
pub(super) fn ask(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let verdict = &say.outcome.verdict;
    let mut said = Vec::new();
    match (board.state, verdict.recommended) {
        (State::TooClose, _) => said.push(sentence![
            "We ask for a decision between ",
            say.plan(verdict.best),
            " and ",
            say.plan(verdict.next_best),
            "; the numbers do not tell them apart.",
        ]),
        (_, Choice::Nothing) => said.push(Sentence::from(
            "We ask for no budget to build yet, and for a fresh look as soon as we know more about \
             demand.",
        )),
        (_, Choice::Build(strategy)) => {
            said.push(sentence![
                "Please approve ",
                say.full_money(Quantity::BuildTotal(strategy)).strong(),
                " for the build and a launch in ",
                say.month(Quantity::Launch(strategy)).strong(),
                ".",
            ]);
            if strategy == Strategy::Msp && board.says(Length::HalfMinute) {
                said.extend(investment(board).map(|more| {
                    sentence![
                        "That is ",
                        more,
                        " more than for the simple version, launched in ",
                        say.month(Quantity::Launch(Strategy::MvpLive)),
                        ".",
                    ]
                }));
            }
        }
    }
    if board.says(Length::Page) {
        said.push(if say.is_service() {
            "And for a monthly report on how full we are.".into()
        } else {
            "And for a monthly report on orders, units shipped and waiting time.".into()
        });
    }
    Some(said)
}
