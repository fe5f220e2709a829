//! What could go wrong, what to find out first, and what would change the advice.

use super::parts::{built, enough_cash, only_a_quick_fix};
use super::{Board, Length};
use crate::field::Key;
use crate::statement::MarketTest;
use crate::statement::finding_out::{decision, how_good, most_worth_finding_out};
use crate::statement::quantity::{Drawn, Edge, Growth, Quantity};
use crate::statement::say::Say;
use crate::statement::sensitivity::{ChangeRow, changes_of_mind};
use crate::statement::span::{Sentence, sentence};
use crate::statement::verdict::{State, cash_decides, loses_money, passed_over, product};
use crate::strategy::{Choice, Strategy};

/// What could go wrong.
pub(super) fn risk(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    say.outcome.futures.as_ref()?;
    let strategy = built(board);
    let choice = Choice::Build(strategy);
    let condition = match (board.state, say.outcome.verdict.recommended) {
        (State::TooClose, _) => sentence![" with ", say.plan(choice)],
        (_, Choice::Nothing) => sentence![" if we build ", product(say, choice)],
        (_, Choice::Build(_)) => sentence![],
    };
    let mut said = vec![loses_money(say, choice, condition)];
    if board.says(Length::HalfMinute) {
        if !strategy.is_mvp() {
            said.extend(wrong_bet(say));
        }
        let fix = Quantity::Input(Key::QuickFix);
        if strategy == Strategy::Msp && say.value(fix) > 0.0 {
            said.push(sentence![
                "With a chance of ",
                say.in_hundred(fix).strong(),
                " a quick fix would have been enough.",
            ]);
        }
        if strategy.is_mvp() {
            said.extend(surprised(board));
        }
    }
    if board.says(Length::Page) {
        let full = Quantity::Growth(Growth::Full);
        said.push(if say.is_service() {
            sentence![
                "The simple version fills up within the ",
                say.horizon(),
                " shown in ",
                say.chance(full).strong(),
                " of the futures in which people want the product.",
            ]
        } else {
            sentence![
                "Orders exceed what the simple version can make within the ",
                say.horizon(),
                " shown in ",
                say.chance(full).strong(),
                " of the futures in which people want the product.",
            ]
        });
    }
    Some(said)
}

/// How long people wait if the rebuild is not done in time, or never.
fn surprised(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let never = built(board) == Strategy::MvpLive;
    let wait = if never {
        Quantity::Growth(Growth::LongestWait(Strategy::MvpLive, Edge::Middle))
    } else {
        Quantity::Growth(Growth::LongestWaitBefore(Strategy::MvpLate, Edge::Middle))
    };
    let start = if never {
        "With this plan "
    } else {
        "If we wait until it hurts, "
    };
    if say.is_service() {
        (say.value(wait) >= say.outcome.scenario[Key::ResponseOk]).then(|| {
            sentence![
                start,
                "pages take up to ",
                say.seconds(wait).strong(),
                " in the middle future.",
            ]
        })
    } else {
        (say.value(wait) >= 0.25).then(|| {
            sentence![
                start,
                "buyers wait ",
                say.up_to_months(wait).strong(),
                " in the middle future.",
            ]
        })
    }
}

/// The chance that the wrong thing is made scalable, and what it then takes.
fn wrong_bet(say: &Say<'_>) -> Option<Sentence> {
    let chance = Quantity::Input(Key::WrongBet);
    let rebuild = say.words().rebuild;
    let then = if only_a_quick_fix(say) {
        "then we need the quick fix all the same.".to_owned()
    } else if say.value(Quantity::Input(Key::QuickFix)) > 0.0 {
        format!("then we need the {rebuild}, or a quick fix where that is enough, all the same.")
    } else {
        format!("then we need the {rebuild} all the same.")
    };
    (say.value(chance) > 0.0).then(|| {
        sentence![
            "With a chance of ",
            say.in_hundred(chance).strong(),
            " we make the wrong part scalable; ",
            then,
        ]
    })
}

/// What to find out first, and for how much at most.
pub(super) fn finding_out(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let ranked = most_worth_finding_out(say);
    let (worth, what) = ranked.first()?;
    let mut said = vec![worth_finding_out(say, *worth, what)];
    match decision(say, board.test) {
        (Some(decision), _) => said.push(decision),
        (None, _) if board.says(Length::HalfMinute) => said.push(market_test(board)),
        (None, _) => {}
    }
    if board.says(Length::Page) {
        said.extend(ranked.get(1).map(|(worth, what)| {
            sentence![
                "Next comes ",
                what.clone(),
                ", for up to ",
                say.money(*worth),
                ".",
            ]
        }));
    }
    let everything = Quantity::Drawn(Drawn::KnowingEverything);
    if board.says(Length::Page) && everything.of(say.outcome).is_some() {
        said.push(sentence![
            "Knowing everything would be worth ",
            say.money(everything),
            "; the amounts do not add up.",
        ]);
    }
    if say.outcome.scenario.cash().is_some() {
        said.push("This leaves aside the cash that we have.".into());
    }
    Some(said)
}

fn worth_finding_out(say: &Say<'_>, worth: Quantity, what: &Sentence) -> Sentence {
    // A tighter number is had, not found out.
    let start = if matches!(worth, Quantity::Drawn(Drawn::KnowingInput(_))) {
        what.clone().capitalised()
    } else {
        sentence!["Finding out first ", what.clone(), aside(what)]
    };
    sentence![
        start,
        " is worth up to ",
        say.money(worth).strong(),
        "; do not pay more.",
    ]
}

/// What a market test of which no price is known is worth.
fn market_test(board: &Board<'_>) -> Sentence {
    let say = &board.say;
    let MarketTest {
        hit, false_alarm, ..
    } = board.test;
    let worth = Quantity::MarketTest { hit, false_alarm };
    let test = sentence![
        "A market test that ",
        how_good(say, board.test, "people want it")
    ];
    if say.is_no_money(worth) {
        return sentence![test, " could not change the decision."];
    }
    sentence![test, " is worth up to ", say.money(worth).strong(), "."]
}

/// The comma that closes an aside.
fn aside(what: &Sentence) -> &'static str {
    if what.plain().contains(", ") { "," } else { "" }
}

/// What would change the advice.
pub(super) fn change(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let verdict = &say.outcome.verdict;
    let mut said: Vec<Sentence> = more_cash(say).into_iter().collect();
    let words = changes_of_mind(say.outcome, say.currency);
    if !words.complete {
        return Some(said).filter(|said| !said.is_empty());
    }
    let most = match board.length {
        Length::Line => 1,
        Length::HalfMinute => 2,
        Length::Page => 5,
    };
    let is_news = |row: &&ChangeRow| {
        // Where the cash decides, what is best on average gives way to the advice there is already.
        let becomes = row.changes.first().and_then(|first| first.becomes.hue);
        let other = !cash_decides(say) || becomes != Some(verdict.recommended);
        // The chance of success has its own answer: from when it pays.
        other && row.points.key != Key::Success
    };
    let rows: Vec<&ChangeRow> = words.rows.iter().filter(is_news).collect();
    let (beyond, within): (Vec<&ChangeRow>, Vec<&ChangeRow>) =
        rows.iter().partition(|row| row.yours_is_in);
    let number = said.len();
    if within.is_empty() {
        said.extend(beyond.first().and_then(|row| if_we_knew(say, row)));
    }
    said.extend(within.iter().filter_map(|row| change_words(row)));
    said.truncate(most.max(number));
    if said.is_empty() {
        return Some(vec![
            "No single number that was tried changes the advice.".into(),
        ]);
    }
    if verdict.recommended != verdict.best && said.len() > number {
        said.push(sentence![
            "Here the advice is the plan that is worth most on average, ",
            say.plan(verdict.best),
            ".",
        ]);
    }
    Some(said)
}

/// That more cash changes the advice, where the cash there is decides it.
fn more_cash(say: &Say<'_>) -> Option<Sentence> {
    if !cash_decides(say) {
        return None;
    }
    let plan = passed_over(say);
    let have = say.typed(Key::Cash);
    let could = sentence!["we could build ", say.plan(plan)];
    Some(match enough_cash(say, plan) {
        Some(enough) => sentence![
            "With ",
            enough.strong(),
            " in cash ",
            could,
            " (we have ",
            have,
            ")."
        ],
        None => sentence!["With more cash than the ", have, " we have, ", could, "."],
    })
}

/// "If “Length of the rebuild” falls below 3.95 months, an MVP with early warning is best (we assume
/// 4 months)."
fn change_words(row: &ChangeRow) -> Option<Sentence> {
    let first = row.changes.first()?;
    let own = row.yours.0.last()?;
    Some(sentence![
        "If “",
        row.label,
        "” ",
        first.condition.clone(),
        ", ",
        first.becomes.clone(),
        " is best (we assume ",
        own.clone(),
        ").",
    ])
}

/// The same of a number whose best guess lies beyond the switch point already: the advice rests on
/// its whole range.
fn if_we_knew(say: &Say<'_>, row: &ChangeRow) -> Option<Sentence> {
    let first = row.changes.first()?;
    Some(sentence![
        "If we knew that “",
        row.label,
        "” ",
        first.condition.clone(),
        ", ",
        first.becomes.clone(),
        " would be best; over its whole range ",
        say.plan(say.outcome.verdict.best),
        " still leads on average.",
    ])
}
