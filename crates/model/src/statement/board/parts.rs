//! Pieces that several answers share.

use super::{Audience, Board};
use crate::field::Key;
use crate::statement::quantity::{Edge, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, Span, sentence};
use crate::strategy::{Choice, Strategy};
use crate::text::write::{Noun, TimeUnit, article};

/// A figure in the middle future with its range.
pub(super) fn with_range(
    say: &Say<'_>,
    quantity: impl Fn(Edge) -> Quantity,
    write: impl Fn(Quantity) -> Span,
) -> Sentence {
    let middle = write(quantity(Edge::Middle)).strong();
    sentence![middle, say.range(quantity, write)]
}

/// Money in the middle future with its range.
pub(super) fn money(say: &Say<'_>, quantity: impl Fn(Edge) -> Quantity) -> Sentence {
    with_range(say, quantity, |quantity| say.money(quantity))
}

/// What is counted: customers of a service, units of a piece of hardware.
pub(super) fn noun(say: &Say<'_>) -> Noun {
    if say.is_service() {
        Noun::CUSTOMERS
    } else {
        Noun::UNITS
    }
}

/// So many customers; for hardware so many units a month.
pub(super) fn many(say: &Say<'_>, quantity: Quantity) -> Sentence {
    let a_month = if say.is_service() { "" } else { " a month" };
    sentence![say.counted(quantity, noun(say)).strong(), a_month]
}

/// A span with "a" or "an" before it, as it is spoken.
pub(super) fn with_article(span: Span) -> Sentence {
    sentence![format!("{} ", article(&span.text)), span]
}

/// The work that falls due when the simple version is full, as an audience counts it: "a four-month
/// rebuild", "a $375,000 rebuild", "four months without new features".
pub(super) fn event(board: &Board<'_>) -> Sentence {
    let say = &board.say;
    let rebuild = say.words().rebuild;
    let months = Quantity::Input(Key::RebuildMonths);
    let takes_time = say.value(months) > 0.0;
    let by_time = || {
        if takes_time {
            let long = say.compound(months, TimeUnit::Months).strong();
            sentence![with_article(long), format!(" {rebuild}")]
        } else {
            Sentence::from(format!("a {rebuild}"))
        }
    };
    match board.audience {
        Audience::Cfo if !say.is_no_money(Quantity::RebuildCost) => {
            let cost = say.money3(Quantity::RebuildCost).strong();
            sentence![with_article(cost), format!(" {rebuild}")]
        }
        Audience::Product if takes_time => {
            let frozen = say.outcome.scenario[Key::Freeze1];
            let meanwhile = if frozen >= 1.0 {
                " without new features"
            } else if frozen > 0.0 {
                " with fewer new features"
            } else {
                return by_time();
            };
            sentence![say.months(months).strong(), meanwhile]
        }
        _ => by_time(),
    }
}

/// What the scalable version takes more than the simple one, as an audience counts it; `None` where
/// it takes nothing more.
pub(super) fn investment(board: &Board<'_>) -> Option<Sentence> {
    let say = &board.say;
    let weeks = Quantity::WeeksMore(Strategy::Msp);
    let money = Quantity::BuildMore(Strategy::Msp, Strategy::MvpLive);
    let takes_time = say.value(weeks) > 0.0;
    let costs = say.value(money) >= 0.005;
    let in_money = costs && (board.audience == Audience::Cfo || !takes_time);
    if in_money {
        Some(sentence![say.money3(money).strong()])
    } else if takes_time {
        Some(sentence![say.weeks(weeks).strong()])
    } else {
        None
    }
}

/// Whether the scalable version is what is recommended.
pub(super) fn recommends_scalable(board: &Board<'_>) -> bool {
    board.state.hue() == Some(Choice::Build(Strategy::Msp))
}

/// The plan that is spoken about as the one to build: the recommended one, else the best that
/// builds something.
pub(super) fn built(board: &Board<'_>) -> Strategy {
    let recommended = board.say.outcome.verdict.recommended;
    recommended.strategy().unwrap_or_else(|| board.say.shown())
}
