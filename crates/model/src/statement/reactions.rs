//! The penalty for being right: what success costs with the MVP, and the four ways to react when it
//! is full, side by side.

use super::board::{Audience, Length, Topic, statement};
use super::cards::stops_in_part;
use super::quantity::{Edge, Growth, Quantity};
use super::say::Say;
use super::span::{Sentence, Span, sentence};
use crate::field::Key;
use crate::futures::Reaction;
use crate::outcome::Outcome;
use crate::strategy::{Choice, Strategy};
use crate::text::write::Currency;

/// What comes of a reaction.
#[derive(Clone, Debug, PartialEq)]
pub struct ReactionRow {
    /// What one does.
    pub name: Sentence,
    /// The plan that does it, for its colour and its line.
    pub plan: Choice,
    /// When it happens.
    pub when: Sentence,
    /// The price of growth, the months without new features, the customers fewer at the end, and
    /// the longest wait: the middle future with its range.
    pub cells: [Sentence; 4],
}

/// The words of the reactions.
#[derive(Clone, Debug, PartialEq)]
pub struct ReactionWords {
    /// The heading.
    pub title: &'static str,
    /// The penalty in sentences, and how to read the table.
    pub penalty: Vec<Sentence>,
    /// How to read the table.
    pub caption: Vec<Sentence>,
    /// The headings of the columns.
    pub columns: [Sentence; 6],
    /// The four reactions, and the scalable version beside them.
    pub rows: Vec<ReactionRow>,
}

/// The penalty for being right and the four reactions; `None` before futures are drawn.
#[must_use]
pub fn reaction_words(outcome: &Outcome, currency: Currency) -> Option<ReactionWords> {
    outcome.futures.as_ref()?;
    let say = Say::new(outcome, currency);
    let penalty = statement(
        outcome,
        currency,
        Topic::Penalty,
        Audience::Ceo,
        Length::HalfMinute,
    );
    let month = say.month(Quantity::Input(Key::Horizon));
    let fewer = if say.is_service() {
        sentence!["Customers fewer in ", month]
    } else {
        sentence!["Units fewer in ", month]
    };
    let wait = if say.is_service() {
        "Longest wait for a page"
    } else {
        "Longest wait for a unit"
    };
    let mut rows: Vec<ReactionRow> = Reaction::ALL
        .into_iter()
        .map(|reaction| row(&say, reaction))
        .collect();
    rows.push(scalable(&say));
    Some(ReactionWords {
        title: "The price of being right",
        penalty: penalty.map(|said| said.sentences).unwrap_or_default(),
        caption: caption(&say, &rows),
        columns: [
            "What you do".into(),
            "Happens in".into(),
            "Price of growth".into(),
            if stops_in_part(&say) {
                "Work on features lost".into()
            } else {
                "Without new features".into()
            },
            fewer,
            wait.into(),
        ],
        rows,
    })
}

fn caption(say: &Say<'_>, rows: &[ReactionRow]) -> Vec<Sentence> {
    let running = if say.is_service() {
        "hosting"
    } else {
        "the line, units"
    };
    let mut caption = vec![
        "In the middle future in which people want the product, with the range.".into(),
        say.fitting(&format!(
            "The price of growth counts all work, {running} and lost revenue in today's money, \
             measured against an MVP rebuilt late that never runs out of room."
        ))
        .into(),
    ];
    let is_below_zero = |place: usize| {
        let cells = rows.iter().map(|row| &row.cells[place]);
        let mut figures = cells.flat_map(Sentence::figures);
        figures.any(|(span, _)| span.text.starts_with('−'))
    };
    if is_below_zero(0) {
        caption.push("A price below zero is a saving.".into());
    }
    if is_below_zero(2) {
        caption.push(
            if say.is_service() {
                "Fewer than none are more customers than with the scalable version."
            } else {
                "Fewer than none are more units than with the scalable version."
            }
            .into(),
        );
    }
    if stops_in_part(say) {
        caption.push(
            say.fitting(
                "A rebuild stops only part of the work on features: the months are the whole months \
                 of it that are lost.",
            )
            .into(),
        );
    }
    caption
}

fn growth(growth: Growth) -> Quantity {
    Quantity::Growth(growth)
}

fn row(say: &Say<'_>, reaction: Reaction) -> ReactionRow {
    let rebuild = say.words().rebuild;
    let name = match reaction {
        Reaction::LiveWithIt => "If we live with it".to_owned(),
        Reaction::Patch => "If we patch".to_owned(),
        Reaction::RebuildLate => format!("If we {rebuild} late"),
        Reaction::ActOnWarning => "If we act on the warning".to_owned(),
    };
    let share = growth(Growth::Happens(reaction));
    let happens = say.value(share) > 0.0;
    let when = match reaction {
        _ if !happens => sentence!["never"],
        Reaction::LiveWithIt => sentence!["any future"],
        Reaction::Patch => sentence![say.chance(share), ": a quick fix is enough"],
        Reaction::RebuildLate | Reaction::ActOnWarning => {
            sentence![say.chance(share), ": a quick fix is not"]
        }
    };
    let cells = if happens {
        [
            cell(
                |edge| growth(Growth::ReactionPrice(reaction, edge)),
                |q| say.money(q),
            ),
            months(say, |edge| {
                growth(Growth::ReactionFeatureless(reaction, edge))
            }),
            cell(
                |edge| growth(Growth::ReactionFewer(reaction, edge)),
                |q| say.rough_count(q),
            ),
            waited(say, |edge| growth(Growth::ReactionWait(reaction, edge))),
        ]
    } else {
        std::array::from_fn(|_| "–".into())
    };
    ReactionRow {
        name: name.into(),
        plan: Choice::Build(reaction.strategy()),
        when,
        cells,
    }
}

fn scalable(say: &Say<'_>) -> ReactionRow {
    let plan = Strategy::Msp;
    ReactionRow {
        name: "The scalable version from the start".into(),
        plan: Choice::Build(plan),
        when: "any future".into(),
        cells: [
            cell(|edge| growth(Growth::Price(plan, edge)), |q| say.money(q)),
            months(say, |edge| growth(Growth::Featureless(plan, edge))),
            "–".into(),
            waited(say, |edge| growth(Growth::LongestWait(plan, edge))),
        ],
    }
}

fn waited(say: &Say<'_>, quantity: impl Fn(Edge) -> Quantity) -> Sentence {
    if !say.is_service() {
        return months(say, quantity);
    }
    let [low, middle, high] = [Edge::Low, Edge::Middle, Edge::High].map(quantity);
    let same = say.seconds(low).text == say.seconds(high).text;
    let range = (!same).then(|| sentence![" (", say.plain(low), " to ", say.plain(high), ")"]);
    sentence![say.seconds(middle).strong(), range]
}

fn months(say: &Say<'_>, quantity: impl Fn(Edge) -> Quantity) -> Sentence {
    let [low, middle, high] = [Edge::Low, Edge::Middle, Edge::High].map(quantity);
    let same = say.months(low).text == say.months(high).text;
    let range = (!same).then(|| {
        sentence![
            " (",
            say.bare_months(low),
            " to ",
            say.bare_months(high),
            ")"
        ]
    });
    sentence![say.months(middle).strong(), range]
}

/// A figure with its range: "$1.1M ($326,000 to $4.1M)".
fn cell(quantity: impl Fn(Edge) -> Quantity, write: impl Fn(Quantity) -> Span) -> Sentence {
    let [low, middle, high] =
        [Edge::Low, Edge::Middle, Edge::High].map(|edge| write(quantity(edge)));
    if low.text == high.text {
        return sentence![middle.strong()];
    }
    sentence![middle.strong(), " (", low, " to ", high, ")"]
}
