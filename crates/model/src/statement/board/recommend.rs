//! What to do, and what is asked for.

use super::parts::{enough_cash, investment, month};
use super::{Audience, Board, Length};
use crate::field::Key;
use crate::statement::finding_out::decision;
use crate::statement::quantity::{Drawn, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::statement::verdict::{
    State, among_one_product, cash_decides, chance_beside_own, changes, headline, is_certain, lead,
    never_enough, own_chance, passed_over, product, with_the_cash,
};
use crate::strategy::{Choice, Strategy};

pub(super) fn recommendation(board: &Board<'_>) -> Vec<Sentence> {
    let say = &board.say;
    let headline = Sentence::from(headline(say, board.state));
    let mut said = match find_out_first(board) {
        Some(first) => vec![
            first,
            sentence!["Without the test: ", headline.lower_case()].strong(),
        ],
        None => vec![headline.strong()],
    };
    let builds = board.state != State::Clear(Choice::Nothing);
    match board.length {
        Length::Line => said.extend(in_short(board)),
        Length::HalfMinute => {
            said.extend(in_short(board));
            if builds && !cash_decides(say) {
                said.extend(confidence(board));
            }
        }
        Length::Page => {
            said.extend(lead(say, board.state));
            if builds && !cash_decides(say) {
                if board.state != State::TooClose {
                    said.push(ahead(board));
                }
                said.extend(loses_on_average(board));
                said.extend(confidence(board));
            }
            said.extend(on_average(board));
        }
    }
    said
}

/// The fourth step of the rule: the market test comes first where it is worth more than its price.
fn find_out_first(board: &Board<'_>) -> Option<Sentence> {
    match decision(&board.say, board.test) {
        (Some(sentence), true) => Some(sentence),
        _ => None,
    }
}

/// What speaks for it, in a breath; that it loses money or that there is not the cash for it is
/// never left out.
fn in_short(board: &Board<'_>) -> Vec<Sentence> {
    let say = &board.say;
    if cash_decides(say) {
        let mut short = lead(say, board.state);
        short.truncate(1);
        let recommended = say.outcome.verdict.recommended;
        if say.is_negative(Quantity::Value(recommended)) {
            short.push(with_the_cash(say, recommended));
        }
        return short;
    }
    if board.state == State::Clear(Choice::Nothing) {
        return vec![nothing_in_short(say)];
    }
    let mut short = vec![lead_and_break_even(board)];
    short.extend(loses_on_average(board));
    short.extend(never_enough(say));
    short
}

/// Why nothing is to be built.
fn nothing_in_short(say: &Say<'_>) -> Sentence {
    let pays = match changes(say) {
        [_, Some(_)] => sentence![
            "building pays from ",
            chance_beside_own(say, Quantity::BreakEvenAbove).strong(),
        ],
        [Some(_), None] => sentence![
            "building pays below ",
            chance_beside_own(say, Quantity::BreakEvenBelow).strong(),
        ],
        [None, None] => "at no chance of success does a plan earn its money back".into(),
    };
    sentence![
        say.assumed,
        " ",
        own_chance(say),
        ": at that chance of success even the best plan loses ",
        say.money(Quantity::AverageLoss(say.outcome.verdict.next_best))
            .strong(),
        " on average; ",
        pays,
        ".",
    ]
}

/// The average lead, and from when it is the best plan: one sentence.
fn lead_and_break_even(board: &Board<'_>) -> Sentence {
    let say = &board.say;
    let (lead, subject, rival) = compared(board);
    let rival = product_or_plan(board, rival);
    let start = if say.is_no_money(lead) {
        sentence![subject, " is worth as much on average as ", rival]
    } else if board.audience == Audience::Cfo {
        sentence![
            subject,
            " is worth ",
            say.money3(lead).strong(),
            " more on average than ",
            rival,
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
            say.money(lead).strong(),
            " ahead of ",
            rival,
            " on average",
        ]
    };
    // Of the ways to run the simple version one may be best in places: that is not its break-even.
    let is_of_the_subject = !(is_product(board) && among_one_product(say));
    let best = (is_of_the_subject && !only_if_certain_of_failure(board))
        .then(|| between(board))
        .flatten()
        .map(|between| {
            let own = own_chance(say);
            sentence![
                ", and best if the chance of success is ",
                between,
                " (we assume ",
                own,
                ")"
            ]
        });
    sentence![start.capitalised(), best, "."]
}

/// That even the best plan loses money on average.
fn loses_on_average(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let best = say.outcome.verdict.best;
    let subject = match board.state {
        State::TooClose => sentence![say.plan(best)],
        _ => sentence!["it"],
    };
    say.is_negative(Quantity::Value(best)).then(|| {
        sentence![
            "On average ",
            subject,
            " loses ",
            say.money(Quantity::AverageLoss(best)).strong(),
            "; no other version loses less.",
        ]
    })
}

fn is_product(board: &Board<'_>) -> bool {
    matches!(board.state, State::Product(_))
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
        State::Product(_) if !among_one_product(say) => sentence!["The simple version"],
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
    let at = |quantity| chance_beside_own(say, quantity).strong();
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
fn on_average(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let unwanted = !is_certain(say);
    if board.audience == Audience::Cfo {
        return Some(sentence![
            "“On average” means in today's money, at ",
            say.typed(Key::DiscountRate),
            ", over ",
            say.horizon(),
            unwanted.then_some(", with the futures in which nobody wants the product"),
            ".",
        ]);
    }
    unwanted
        .then(|| "“On average” also counts the futures in which nobody wants the product.".into())
}

/// What is asked for.
pub(super) fn ask(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let verdict = &say.outcome.verdict;
    let mut said = Vec::new();
    match (board.state, verdict.recommended) {
        _ if find_out_first(board).is_some() => {
            let price = board.test.price.unwrap_or_default();
            said.push(sentence![
                "Please approve ",
                say.full_money(Quantity::Given(price)).strong(),
                " for the market test; what we build follows from its result.",
            ]);
        }
        (State::TooClose, _) => said.push(sentence![
            "We ask for a decision between ",
            say.plan(verdict.best),
            " and ",
            say.plan(verdict.next_best),
            "; the numbers do not tell them apart.",
        ]),
        (_, Choice::Nothing) => said.push(ask_for_no_budget(say)),
        (_, Choice::Build(strategy)) => {
            said.push(sentence![
                "Please approve ",
                say.full_money(Quantity::BuildTotal(strategy)).strong(),
                " for the build and a launch in ",
                month(say, Quantity::Launch(strategy)),
                ".",
            ]);
            if strategy == Strategy::Msp && board.says(Length::HalfMinute) {
                said.extend(investment(board).map(|more| {
                    sentence![
                        "That is ",
                        more,
                        " more than for the simple version, launched in ",
                        month(say, Quantity::Launch(Strategy::MvpLive)),
                        ".",
                    ]
                }));
            }
            said.extend(needs_more_cash(say));
        }
    }
    let builds = verdict.recommended != Choice::Nothing;
    if board.says(Length::Page) && builds && find_out_first(board).is_none() {
        said.push(if say.is_service() {
            "And for a monthly report on how full we are.".into()
        } else {
            "And for a monthly report on orders, units shipped and waiting time.".into()
        });
    }
    Some(said)
}

/// What has to change before something is built: the cash, what is known of demand, or the terms.
fn ask_for_no_budget(say: &Say<'_>) -> Sentence {
    if cash_decides(say) {
        let plan = passed_over(say);
        let Some(enough) = enough_cash(say, plan) else {
            return sentence![
                "We ask for more cash: with enough of it we could build ",
                say.plan(plan),
                "."
            ];
        };
        return sentence![
            "We ask for ",
            enough.strong(),
            " in cash in place of ",
            say.typed(Key::Cash),
            ": with that we could build ",
            say.plan(plan),
            ".",
        ];
    }
    if changes(say).iter().any(Option::is_some) {
        return "We ask for no budget to build yet, and for a fresh look as soon as we know more \
                about demand."
            .into();
    }
    "We ask for no budget to build. Price, cost or growth has to get better first; a better chance \
     of success is not enough."
        .into()
}

/// That the cash there is is not enough for any plan, where one is to be built in any case.
fn needs_more_cash(say: &Say<'_>) -> Option<Sentence> {
    never_enough(say)?;
    let recommended = say.outcome.verdict.recommended;
    Some(match enough_cash(say, recommended) {
        Some(enough) => sentence![
            "It takes ",
            enough.strong(),
            " in cash to be safe in nine futures of ten; we have ",
            say.typed(Key::Cash),
            ".",
        ],
        None => sentence![
            "It takes more cash than the ",
            say.typed(Key::Cash),
            " we have."
        ],
    })
}
