//! What could go wrong, what to find out first, and what would change the advice.

use super::parts::built;
use super::{Board, Length};
use crate::field::Key;
use crate::statement::finding_out::most_worth_finding_out;
use crate::statement::quantity::{Drawn, Edge, Growth, Quantity};
use crate::statement::sensitivity::{ChangeRow, changes_of_mind};
use crate::statement::span::{Sentence, sentence};
use crate::statement::verdict::loses_money;
use crate::strategy::{Choice, Strategy};

/// What could go wrong.
pub(super) fn risk(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    say.outcome.futures.as_ref()?;
    let strategy = built(board);
    let choice = Choice::Build(strategy);
    let condition = match say.outcome.verdict.recommended {
        Choice::Build(_) if !say.outcome.verdict.too_close => sentence![],
        _ => sentence![" with ", say.plan(choice)],
    };
    let mut said = vec![loses_money(say, choice, condition)];
    if board.says(Length::HalfMinute) {
        let wrong = Quantity::Input(Key::WrongBet);
        if strategy == Strategy::Msp && say.value(wrong) > 0.0 {
            said.push(sentence![
                "With a chance of ",
                say.in_hundred(wrong).strong(),
                " we make the wrong part scalable and ",
                say.words().rebuild,
                " anyway.",
            ]);
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

/// What to find out first, and for how much at most.
pub(super) fn finding_out(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let ranked = most_worth_finding_out(say);
    let (worth, what) = ranked.first()?;
    let mut said = vec![sentence![
        "Finding out first ",
        what.clone(),
        aside(what),
        " is worth up to ",
        say.money(*worth).strong(),
        "; do not pay more.",
    ]];
    if board.says(Length::HalfMinute) {
        let test = Quantity::MarketTest {
            hit: 0.8,
            false_alarm: 0.2,
        };
        let right = sentence![
            "A market test that is right ",
            say.percent(Quantity::Given(0.8)),
            " of the time",
        ];
        if say.is_no_money(test) {
            said.push(sentence![right, " could not change the decision."]);
        } else {
            said.push(sentence![
                right,
                " is worth up to ",
                say.money(test).strong(),
                ".",
            ]);
        }
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
    Some(said)
}

/// The comma that closes an aside.
fn aside(what: &Sentence) -> &'static str {
    if what.plain().contains(", ") { "," } else { "" }
}

/// What would change the advice.
pub(super) fn change(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let words = changes_of_mind(say.outcome, say.currency);
    if !words.complete {
        return None;
    }
    let most = match board.length {
        Length::Line => 1,
        Length::HalfMinute => 3,
        Length::Page => 6,
    };
    let mut said: Vec<Sentence> = words
        .rows
        .iter()
        .take(most)
        .filter_map(change_words)
        .collect();
    if said.is_empty() {
        return Some(vec![
            "No single number that was tried changes the advice.".into(),
        ]);
    }
    let verdict = &say.outcome.verdict;
    if verdict.recommended != verdict.best {
        said.push(sentence![
            "Here the advice is the plan that is worth most on average, ",
            say.plan(verdict.best),
            ".",
        ]);
    }
    Some(said)
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
