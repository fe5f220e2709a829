//! What growth does: what the extra work prevents, the price of being right, and the reactions.

use super::parts::{
    event, fills_up, full_at_launch, growth, investment, many, money, noun, recommends_scalable,
    wall_month, with_range,
};
use super::{Audience, Board, Length};
use crate::field::Key;
use crate::futures::Reaction;
use crate::statement::cards::is_noticed;
use crate::statement::quantity::{Drawn, Edge, Growth, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, listed, sentence};
use crate::strategy::Strategy;

/// What the extra work now prevents later.
pub(super) fn prevention(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let investment = investment(board)?;
    if !fills_up(say) {
        let by_what = if say.outcome.futures.is_some() {
            "In the middle future"
        } else {
            "With our numbers"
        };
        return Some(vec![sentence![
            by_what,
            if say.is_service() {
                " the simple version does not fill up within the "
            } else {
                " orders do not exceed what the simple version can make within the "
            },
            say.horizon(),
            " shown, so an extra ",
            investment,
            " now prevents nothing that we expect.",
        ]]);
    }
    let prevents = if recommends_scalable(board) {
        " now prevents "
    } else {
        " now would prevent "
    };
    let mut said = if full_at_launch(say) {
        vec![sentence![
            "Investing ",
            investment,
            prevents,
            event(board),
            " due from the day of the launch.",
        ]]
    } else {
        let room = Quantity::Input(Key::Capacity);
        let reach = if say.is_service() {
            sentence![" when we reach ", many(say, room)]
        } else {
            sentence![" when orders reach ", say.count(room).strong(), " a month"]
        };
        vec![
            sentence!["Investing ", investment, prevents, event(board), reach, "."],
            sentence!["We expect that in ", wall_month(say), "."],
        ]
    };
    if board.says(Length::HalfMinute) {
        said.extend(how_likely(say));
        said.extend(wrong_bet(say));
    }
    if board.says(Length::Page) {
        said.extend(as_paid(say));
        said.extend(room_of_the_scalable(say));
    }
    Some(said)
}

/// How often a full rebuild is called for.
fn how_likely(say: &Say<'_>) -> Option<Sentence> {
    let share = Quantity::Drawn(Drawn::RebuildShare(Strategy::MvpLate));
    share.of(say.outcome)?;
    let rebuild = say.words().rebuild;
    Some(sentence![
        format!("An MVP needs the full {rebuild} in "),
        say.chance(share).strong(),
        " of the futures in which people want the product; else a quick fix is enough, or growth is \
         slower.",
    ])
}

/// The chance that the wrong thing is made scalable.
fn wrong_bet(say: &Say<'_>) -> Option<Sentence> {
    let chance = Quantity::Input(Key::WrongBet);
    let rebuild = say.words().rebuild;
    (say.value(chance) > 0.0).then(|| {
        sentence![
            "With a chance of ",
            say.in_hundred(chance),
            format!(" we make the wrong part scalable; then the {rebuild} comes all the same."),
        ]
    })
}

/// The work alone, as paid.
fn as_paid(say: &Say<'_>) -> Option<Sentence> {
    say.outcome.futures.as_ref()?;
    let later = growth(Growth::PaidEarlyLater(Edge::Middle));
    let later = (!say.is_no_money(later)).then(|| sentence![" and ", say.money(later), " later"]);
    Some(sentence![
        "The work alone, as it is paid, is ",
        say.money(growth(Growth::PaidEarly(Edge::Middle))).strong(),
        " now",
        later,
        " with the scalable version, against ",
        money(say, |edge| growth(Growth::PaidLate(edge))),
        say.fitting(" for an MVP rebuilt late."),
    ])
}

fn room_of_the_scalable(say: &Say<'_>) -> Option<Sentence> {
    say.outcome.futures.as_ref()?;
    let used = |edge| Quantity::Drawn(Drawn::PeakUse(edge));
    Some(sentence![
        "At its peak the scalable version uses ",
        with_range(say, used, |used| say.percent(used)),
        if say.is_service() {
            " of its room."
        } else {
            " of what it can make."
        },
    ])
}

/// The months, customers and money that success costs with the MVP: the penalty for being right.
pub(super) fn penalty(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    if say.outcome.futures.is_none() {
        return with_our_numbers(board);
    }
    let late = Strategy::MvpLate;
    let price = |edge| growth(Growth::Price(late, edge));
    let no_features = |edge| growth(Growth::Featureless(late, edge));
    let fewer = |edge| growth(Growth::FewerAtEnd(edge));
    let months = (say.value(no_features(Edge::Middle)) >= 0.25).then(|| {
        sentence![
            say.months(no_features(Edge::Middle)).strong(),
            long(board, || say.range_of_months(no_features)),
            " without new features",
        ]
    });
    let customers = is_noticed(say, fewer(Edge::Middle)).then(|| {
        let figure = sentence![
            say.counted(fewer(Edge::Middle), noun(say)).strong(),
            long(board, || say.range(fewer, |fewer| say.rough_count(fewer))),
        ];
        if say.is_service() {
            sentence![figure, " lost"]
        } else {
            sentence![figure, " a month not sold"]
        }
    });
    let paid = (say.value(price(Edge::Middle)) >= 0.005).then(|| {
        sentence![
            say.money(price(Edge::Middle)).strong(),
            long(board, || say.range(price, |price| say.money(price))),
        ]
    });
    let parts = match board.audience {
        Audience::Ceo => [months, customers, paid],
        Audience::Cfo => [paid, months, customers],
        Audience::Product => [customers, months, paid],
        Audience::Engineering => [months, paid, customers],
    };
    let parts: Vec<Sentence> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return Some(vec![sentence![
            "In the middle future success with ",
            say.built(late),
            " has no price of its own.",
        ]]);
    }
    let mut said = vec![sentence![
        "In the middle future success with ",
        say.built(late),
        " has a price: ",
        listed(parts),
        ".",
    ]];
    if board.says(Length::HalfMinute) {
        said.push("It is paid only if people want the product.".into());
    }
    if board.says(Length::Page) {
        said.push(sentence![
            "With the scalable version it is ",
            money(say, |edge| growth(Growth::Price(Strategy::Msp, edge))),
            ".",
        ]);
        said.extend(late_against_early(say));
    }
    Some(said)
}

/// A range where there is room for it: three ranges in one line are hard to read.
fn long(board: &Board<'_>, range: impl Fn() -> Option<Sentence>) -> Option<Sentence> {
    match board.length {
        Length::Line => None,
        _ => range(),
    }
}

/// Before futures are drawn: the rebuild, its months and the customers lost on the single path.
fn with_our_numbers(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let late = Strategy::MvpLate;
    Quantity::StepStart(late).of(say.outcome)?;
    let frozen = growth(Growth::PathFeatureless(late));
    let fewer = growth(Growth::PathFewerAtEnd);
    let mut parts = vec![event(board)];
    if say.value(frozen) >= 0.25 && board.audience != Audience::Product {
        parts.push(sentence![
            say.months(frozen).strong(),
            " without new features"
        ]);
    }
    if say.value(fewer) >= 0.5 {
        let lost = if say.is_service() {
            " lost"
        } else {
            " not sold"
        };
        parts.push(sentence![many(say, fewer), lost]);
    }
    Some(vec![sentence![
        "With our numbers success with ",
        say.built(late),
        " has a price: ",
        listed(parts),
        ".",
    ]])
}

/// Acting late against building the scalable version from the start.
pub(super) fn late_against_early(say: &Say<'_>) -> Option<Sentence> {
    let more = |edge| growth(Growth::LateMinusEarly(edge));
    let share = growth(Growth::LateCostsMore);
    share.of(say.outcome)?;
    if say.value(more(Edge::Middle)) < 0.005 {
        return None;
    }
    Some(sentence![
        "Acting late costs ",
        money(say, more),
        " more than building the scalable version from the start; it costs more in ",
        say.chance(share).strong(),
        " of the futures in which people want the product.",
    ])
}

/// The four reactions to a simple version that is full.
pub(super) fn reactions(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    say.outcome.futures.as_ref()?;
    if !fills_up(say) {
        return None;
    }
    let price = |reaction| move |edge| growth(Growth::ReactionPrice(reaction, edge));
    let [live, patch, late, act] = Reaction::ALL;
    let happens = |reaction| say.value(growth(Growth::Happens(reaction))) > 0.0;
    if board.length == Length::Line {
        let cost = |reaction| say.money(price(reaction)(Edge::Middle)).strong();
        let mut parts = vec![sentence![cost(live), " if we live with it"]];
        if happens(late) {
            let rebuild = say.words().rebuild;
            parts.push(sentence![cost(late), format!(" if we {rebuild} late")]);
            parts.push(sentence![cost(act), " if we act on the warning"]);
        }
        return Some(vec![sentence![
            "When it is full, success costs ",
            listed(parts),
            ", in the middle future.",
        ]]);
    }
    let mut said = Vec::new();
    for reaction in Reaction::ALL {
        if happens(reaction) {
            said.push(reaction_words(board, reaction, price(reaction)));
        }
    }
    if board.says(Length::Page) && happens(patch) {
        said.push("Nobody knows beforehand whether a quick fix is enough.".into());
    }
    Some(said)
}

fn reaction_words(
    board: &Board<'_>,
    reaction: Reaction,
    price: impl Fn(Edge) -> Quantity,
) -> Sentence {
    let say = &board.say;
    let rebuild = say.words().rebuild;
    let start = match reaction {
        Reaction::LiveWithIt => sentence!["If we live with it, success costs "],
        Reaction::Patch => sentence![
            "If a quick fix is enough (",
            say.chance(growth(Growth::Happens(reaction))),
            "), it costs ",
        ],
        Reaction::RebuildLate => {
            sentence![format!("If we must {rebuild} and do it late, it costs ")]
        }
        Reaction::ActOnWarning => sentence![format!("If we {rebuild} on the warning, it costs ")],
    };
    let rest = match board.audience {
        Audience::Product => fewer_of(say, reaction),
        Audience::Engineering => featureless_of(say, reaction),
        Audience::Ceo | Audience::Cfo => None,
    };
    sentence![start, money(say, price), rest, "."]
}

fn fewer_of(say: &Say<'_>, reaction: Reaction) -> Option<Sentence> {
    let fewer = growth(Growth::ReactionFewer(reaction, Edge::Middle));
    (say.value(fewer) >= 0.5).then(|| sentence![" and ", many(say, fewer), " fewer"])
}

fn featureless_of(say: &Say<'_>, reaction: Reaction) -> Option<Sentence> {
    let months = growth(Growth::ReactionFeatureless(reaction, Edge::Middle));
    (say.value(months) >= 0.25).then(|| {
        sentence![
            " and ",
            say.months(months).strong(),
            " without new features"
        ]
    })
}
