//! From which chance of success it pays.

use super::parts::{built, only_a_quick_fix};
use super::recommend::best_if;
use super::{Board, Length};
use crate::field::Key;
use crate::statement::quantity::Quantity;
use crate::statement::span::{Sentence, sentence};
use crate::statement::verdict::{State, cash_decides, chance_beside_own, changes, own_chance};
use crate::strategy::Choice;

/// From which chance of success it pays.
pub(super) fn break_even(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let mut said = Vec::new();
    if board.state == State::Clear(Choice::Nothing) && !cash_decides(say) {
        let [_, up] = changes(say);
        let up = up?;
        said.push(sentence![
            "Building pays if the chance of success is above ",
            chance_beside_own(say, Quantity::BreakEvenAbove).strong(),
            ", and then with ",
            say.plan(up.to),
            "; we assume ",
            own_chance(say),
            ".",
        ]);
    } else if cash_decides(say) {
        let choice = Choice::Build(built(board));
        let pays = Quantity::PaysFrom(choice);
        pays.of(say.outcome)?;
        said.push(sentence![
            Sentence::from(say.plan(choice)).capitalised(),
            " pays if the chance of success is above ",
            chance_beside_own(say, pays).strong(),
            "; we assume ",
            own_chance(say),
            ".",
        ]);
    } else {
        said.push(best_if(board)?);
    }
    if board.says(Length::HalfMinute) {
        said.extend(beyond(board));
        said.extend(nothing_below(board));
    }
    if board.says(Length::Page) {
        said.extend(by_cost_alone(board));
    }
    Some(said)
}

/// What is best beyond the break-evens.
fn beyond(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    if cash_decides(say) || board.state == State::Clear(Choice::Nothing) {
        return None;
    }
    let [down, up] = changes(say);
    let below = down.map(|down| sentence!["Below that, ", say.plan(down.to), " is best"]);
    let above = up.map(|up| sentence!["above that, ", say.plan(up.to), " is best"]);
    match (below, above) {
        (Some(below), Some(_)) => Some(sentence![
            below,
            "; above it, ",
            up.map(|up| say.plan(up.to)).map(Sentence::from),
            ".",
        ]),
        (Some(only), None) => Some(sentence![only, "."]),
        (None, Some(only)) => Some(sentence![only.capitalised(), "."]),
        (None, None) => None,
    }
}

fn nothing_below(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let below = say.outcome.verdict.build_nothing_below;
    if below <= 0.0 || board.state == State::Clear(Choice::Nothing) {
        return None;
    }
    let [down, _] = changes(say);
    if down.is_some_and(|down| down.to == Choice::Nothing) {
        return None;
    }
    if below >= 1.0 {
        return Some("No plan earns its money back at any chance of success.".into());
    }
    // Beside a break-even that reads the same it has to be finer.
    let figure = chance_beside_own(say, Quantity::NothingBelow);
    let alike =
        down.is_some() && figure.text == chance_beside_own(say, Quantity::BreakEvenBelow).text;
    let figure = if alike {
        say.percent3(Quantity::NothingBelow)
    } else {
        figure
    };
    Some(sentence![
        "Below ",
        figure.strong(),
        " no plan earns its money back.",
    ])
}

/// The break-even of the work alone: the article's arithmetic.
fn by_cost_alone(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let alone = Quantity::CostBreakEven;
    let share = alone.of(say.outcome)?;
    let rebuild = say.words().rebuild;
    (share > 0.0 && share < 1.0 && !only_a_quick_fix(say)).then(|| {
        sentence![
            "By the cost of the work alone, ",
            say.percent(Quantity::Input(Key::Premium)),
            " now against ",
            say.percent(Quantity::Input(Key::RebuildCost)),
            format!(" for a later {rebuild}, the scalable version pays from "),
            say.in_hundred(alone).strong(),
            ".",
        ]
    })
}
