//! Pieces that several answers share.

use super::{Audience, Board};
use crate::field::Key;
use crate::statement::quantity::{Drawn, Edge, Growth, PerUnit, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, Span, sentence};
use crate::statement::verdict::{CalledFor, called_for, is_certain, own_chance};
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
/// rebuild", "a $375,000 rebuild", "a four-month rebuild without new features".
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
    // Tooling is paid with the scalable version, too: it is not avoided.
    let avoided = if say.is_service() {
        Quantity::RebuildCost
    } else {
        Quantity::PerUnit(PerUnit::Avoided)
    };
    match board.audience {
        Audience::Cfo if !say.is_no_money(avoided) => {
            let cost = say.money3(avoided).strong();
            sentence![with_article(cost), format!(" {rebuild}")]
        }
        Audience::Product if takes_time => {
            let frozen = say.outcome.scenario[Key::Freeze1];
            let meanwhile = if frozen >= 1.0 {
                " without new features"
            } else if frozen > 0.0 {
                " with fewer new features"
            } else {
                ""
            };
            sentence![by_time(), meanwhile]
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

/// A quantity of what growth does.
pub(super) fn growth(growth: Growth) -> Quantity {
    Quantity::Growth(growth)
}

/// When the simple version is full in the middle future, else with the numbers given.
pub(super) fn wall(say: &Say<'_>, edge: Edge) -> Quantity {
    if say.outcome.futures.is_some() {
        Quantity::Drawn(Drawn::Wall(edge))
    } else {
        Quantity::Wall
    }
}

/// Whether the simple version fills up within the months shown.
pub(super) fn fills_up(say: &Say<'_>) -> bool {
    let horizon = f64::from(say.outcome.scenario.horizon());
    let at = wall(say, Edge::Middle).of(say.outcome);
    at.is_some_and(|month| month <= horizon)
}

/// Whether it is full from the day of its launch.
pub(super) fn full_at_launch(say: &Say<'_>) -> bool {
    // Both are sums of the same numbers in another order.
    const SAME: f64 = 1e-6;
    say.value(wall(say, Edge::Middle)) <= say.value(Quantity::Launch(Strategy::MvpLive)) + SAME
}

/// "month 11 (range: 7 to 20)"; with the numbers given "month 11 with our numbers".
pub(super) fn wall_month(say: &Say<'_>) -> Sentence {
    if is_at_once(say, wall(say, Edge::Middle)) {
        return "the first month".into();
    }
    if say.outcome.futures.is_some() {
        say.month_range(|edge| Quantity::Drawn(Drawn::Wall(edge)))
    } else {
        sentence![say.month(Quantity::Wall).strong(), " with our numbers"]
    }
}

/// A month of the time axis; what comes within half a month of the start is "the first month".
pub(super) fn month(say: &Say<'_>, at: Quantity) -> Sentence {
    if is_at_once(say, at) {
        return "the first month".into();
    }
    sentence![say.month(at).strong()]
}

fn is_at_once(say: &Say<'_>, at: Quantity) -> bool {
    say.value(at) < 0.5
}

/// "if people want the product (50 in 100)", for what is expected in those futures alone; nothing
/// where they want it for certain.
pub(super) fn if_wanted(say: &Say<'_>) -> Option<Sentence> {
    if is_certain(say) {
        return None;
    }
    let start = "if people want the product";
    Some(if say.outcome.scenario[Key::Success] > 0.0 {
        sentence![start, " (", own_chance(say), ")"]
    } else {
        sentence![start]
    })
}

/// Whether a quick fix is all that the simple version needs when it is full.
pub(super) fn only_a_quick_fix(say: &Say<'_>) -> bool {
    called_for(say) == CalledFor::QuickFix
}

/// The lead of a sentence about the simple version when there is no room for all.
pub(super) fn when_full(say: &Say<'_>) -> &'static str {
    if say.is_service() {
        "When the simple version is full, "
    } else {
        "When orders exceed what the simple version can make, "
    }
}

/// A figure of either sign: how it is written without one, and the words for its two ways.
pub(super) struct EitherWay<W: Fn(Quantity) -> Span> {
    /// The figure without its sign.
    pub size: W,
    /// What is said of it below and above zero: "less", "more".
    pub ways: [&'static str; 2],
    /// Below this it is written as zero.
    pub zero: f64,
}

impl<W: Fn(Quantity) -> Span> EitherWay<W> {
    /// Whether it is below zero as written.
    pub(super) fn is_below(&self, say: &Say<'_>, quantity: Quantity) -> bool {
        say.value(quantity) <= -self.zero
    }

    /// " (range: $40,000 less to $2.8M more)"; the ways are said only where they differ or both
    /// point down.
    pub(super) fn range(
        &self,
        say: &Say<'_>,
        quantity: impl Fn(Edge) -> Quantity,
    ) -> Option<Sentence> {
        let ends = [Edge::Low, Edge::High].map(quantity);
        let [low, high] = ends.map(|end| (self.size)(end));
        let below = ends.map(|end| self.is_below(say, end));
        if low.text == high.text && below[0] == below[1] {
            return None;
        }
        let [less, more] = self.ways;
        let way = |shown: bool, way: &str| shown.then(|| sentence![" ", way]);
        let mixed = below[0] != below[1];
        Some(sentence![
            " (range: ",
            low,
            way(mixed, less),
            " to ",
            high,
            way(mixed, more),
            way(below[1], less),
            ")"
        ])
    }
}

/// Money that is more or less than another amount: "$540,000 more (range: $40,000 less to $2.8M
/// more)".
pub(super) fn more_or_less(say: &Say<'_>, quantity: impl Fn(Edge) -> Quantity) -> Sentence {
    let either = EitherWay {
        size: |quantity| say.size_of_money(quantity),
        ways: ["less", "more"],
        zero: 0.005,
    };
    let middle = quantity(Edge::Middle);
    let way = either.ways[usize::from(!either.is_below(say, middle))];
    sentence![
        say.size_of_money(middle).strong(),
        " ",
        way,
        either.range(say, quantity)
    ]
}

/// The cash that is enough for a plan: not enough in one of ten of all futures at most.
pub(super) fn enough_cash(say: &Say<'_>, plan: Choice) -> Option<Span> {
    let enough = Quantity::Drawn(Drawn::CashNeededOneInTen(plan));
    enough.of(say.outcome).map(|_| say.money3(enough))
}
