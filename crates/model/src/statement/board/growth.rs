//! What growth does: what the extra work prevents, the price of being right, and the reactions.

use super::parts::{
    EitherWay, event, fills_up, full_at_launch, growth, if_wanted, investment, many, money,
    more_or_less, only_a_quick_fix, recommends_scalable, wall_month, when_full, with_range,
};
use super::{Audience, Board, Length};
use crate::field::Key;
use crate::futures::Reaction;
use crate::statement::cards::is_noticed;
use crate::statement::quantity::{Drawn, Edge, Growth, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, Span, listed, sentence};
use crate::strategy::Strategy;

/// What the extra work now prevents later.
pub(super) fn prevention(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let investment = investment(board);
    let extra = match &investment {
        Some(investment) => {
            sentence!["an extra ", investment.clone(), " for the scalable version",]
        }
        None => sentence!["the scalable version"],
    };
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
            " shown, so ",
            extra,
            " prevents nothing that we expect.",
        ]]);
    }
    let rebuild = say.words().rebuild;
    if only_a_quick_fix(say) {
        return Some(vec![sentence![
            when_full(say),
            "a quick fix is enough, so ",
            extra,
            format!(" prevents no {rebuild}."),
        ]]);
    }
    let start = match investment {
        Some(investment) => sentence!["Investing ", investment, " in the scalable version now "],
        None => sentence!["At no extra cost before launch the scalable version "],
    };
    let prevents = if recommends_scalable(board) {
        "prevents "
    } else {
        "would prevent "
    };
    let mut said = if full_at_launch(say) {
        vec![sentence![
            start,
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
            sentence![start, prevents, event(board), reach, "."],
            match if_wanted(say) {
                Some(wanted) => sentence![
                    wanted.capitalised(),
                    ", we expect that in ",
                    wall_month(say),
                    "."
                ],
                None => sentence!["We expect that in ", wall_month(say), "."],
            },
        ]
    };
    if board.says(Length::HalfMinute) {
        said.extend(how_likely(say));
    }
    if board.says(Length::Page) {
        if board.audience == Audience::Cfo {
            said.extend(as_paid(say));
        }
        said.extend(room_of_the_scalable(say));
    }
    Some(said)
}

/// How often a full rebuild is called for, and why it is not elsewhere.
fn how_likely(say: &Say<'_>) -> Option<Sentence> {
    let share = Quantity::Drawn(Drawn::RebuildShare(Strategy::MvpLate));
    share.of(say.outcome)?;
    let rebuild = say.words().rebuild;
    let fixed = say.value(Quantity::Input(Key::QuickFix)) > 0.0;
    let slower = say.value(growth(Growth::Full)) < 1.0;
    let otherwise = match (fixed, slower) {
        (true, true) => "; else a quick fix is enough, or growth is slower",
        (true, false) => "; else a quick fix is enough",
        (false, true) => "; else growth is slower",
        (false, false) => "",
    };
    Some(sentence![
        format!("An MVP needs the full {rebuild} in "),
        say.chance(share).strong(),
        " of the futures in which people want the product",
        otherwise,
        ".",
    ])
}

/// The work of acting late in the middle future, which a quick fix or slower growth may spare.
fn as_paid(say: &Say<'_>) -> Option<Sentence> {
    say.outcome.futures.as_ref()?;
    Some(sentence![
        say.fitting("In the middle future the later work of an MVP rebuilt late costs "),
        money(say, |edge| growth(Growth::PaidLate(edge))),
        ", as it is paid.",
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
            of_features(say),
        ]
    });
    let customers = is_noticed(say, fewer(Edge::Middle)).then(|| {
        let range = || fewer_or_more(say).range(say, fewer);
        sentence![
            many(say, fewer(Edge::Middle)),
            " fewer",
            long(board, range),
            " than with the scalable version",
        ]
    });
    let paid = (say.value(price(Edge::Middle)) >= 0.005).then(|| {
        sentence![
            say.money(price(Edge::Middle)).strong(),
            " more",
            long(board, || either_cost(say).range(say, price)),
            " than with room for all",
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
        let early = |edge| growth(Growth::Price(Strategy::Msp, edge));
        if !either_cost(say).is_below(say, early(Edge::Middle)) {
            said.push(sentence![
                "With the scalable version it is ",
                say.money(early(Edge::Middle)).strong(),
                either_cost(say).range(say, early),
                ".",
            ]);
        }
    }
    Some(said)
}

/// Months in which the team builds no features; where it stops in part, so much of its work.
fn of_features(say: &Say<'_>) -> &'static str {
    let stops = say.outcome.scenario[Key::Freeze1];
    if stops > 0.0 && stops < 1.0 {
        " of feature work lost"
    } else {
        " without new features"
    }
}

/// Customers, or units, fewer than with the scalable version.
fn fewer_or_more<'a>(say: &'a Say<'_>) -> EitherWay<impl Fn(Quantity) -> Span + 'a> {
    EitherWay {
        size: |quantity| say.size_of_count(quantity),
        ways: ["more", "fewer"],
        zero: 0.5,
    }
}

/// A price that may be a gain.
fn either_cost<'a>(say: &'a Say<'_>) -> EitherWay<impl Fn(Quantity) -> Span + 'a> {
    EitherWay {
        size: |quantity| say.size_of_money(quantity),
        ways: ["gained", "lost"],
        zero: 0.005,
    }
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
        parts.push(sentence![say.months(frozen).strong(), of_features(say)]);
    }
    if say.value(fewer) >= 0.5 {
        parts.push(sentence![
            many(say, fewer),
            " fewer than with the scalable version"
        ]);
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
        "Taken future by future, acting late costs ",
        more_or_less(say, more),
        " than building the scalable version from the start; it costs more in ",
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
    let happens = |reaction| say.value(growth(Growth::Happens(reaction))) > 0.0;
    if board.length == Length::Line {
        return Some(vec![in_one(say)]);
    }
    let mut said = Vec::new();
    for reaction in Reaction::ALL {
        if happens(reaction) {
            said.push(reaction_words(board, reaction, price(reaction)));
        }
    }
    if board.says(Length::Page) && happens(Reaction::Patch) && !only_a_quick_fix(say) {
        said.push("Nobody knows beforehand whether a quick fix is enough.".into());
    }
    Some(said)
}

/// All reactions in a sentence. Each happens in other futures, so that each has its own middle.
fn in_one(say: &Say<'_>) -> Sentence {
    let [live, patch, late, act] = Reaction::ALL;
    let happens = |reaction| say.value(growth(Growth::Happens(reaction))) > 0.0;
    let cost = |reaction| costs(say, growth(Growth::ReactionPrice(reaction, Edge::Middle)));
    let patched = happens(patch).then(|| {
        let share = say.chance(growth(Growth::Happens(patch)));
        sentence![
            "; a quick fix ",
            cost(patch),
            " where it is enough (",
            share,
            ")"
        ]
    });
    let otherwise = if patched.is_some() {
        "; otherwise a "
    } else {
        "; a "
    };
    let rebuild = say.words().rebuild;
    let rebuilt = happens(late).then(|| {
        sentence![
            otherwise,
            format!("late {rebuild} "),
            cost(late),
            " and one on the warning ",
            cost(act),
        ]
    });
    sentence![
        Sentence::from(when_full(say)),
        "living with it ",
        cost(live),
        patched,
        rebuilt,
        ", each in the middle of its futures.",
    ]
}

/// "costs $540,000"; what is below zero is gained.
fn costs(say: &Say<'_>, price: Quantity) -> Sentence {
    let verb = if either_cost(say).is_below(say, price) {
        "gains us "
    } else {
        "costs "
    };
    sentence![verb, say.size_of_money(price).strong()]
}

fn reaction_words(
    board: &Board<'_>,
    reaction: Reaction,
    price: impl Fn(Edge) -> Quantity,
) -> Sentence {
    let say = &board.say;
    let rebuild = say.words().rebuild;
    let start = match reaction {
        Reaction::LiveWithIt => sentence!["If we live with it, success "],
        Reaction::Patch => sentence![
            "If a quick fix is enough (",
            say.chance(growth(Growth::Happens(reaction))),
            "), it ",
        ],
        Reaction::RebuildLate => {
            sentence![format!("If we must {rebuild} and do it late, it ")]
        }
        Reaction::ActOnWarning => sentence![format!("If we {rebuild} on the warning, it ")],
    };
    let rest = match board.audience {
        Audience::Product => fewer_of(say, reaction),
        Audience::Engineering => featureless_of(say, reaction),
        Audience::Ceo | Audience::Cfo => None,
    };
    sentence![
        start,
        costs(say, price(Edge::Middle)),
        either_cost(say).range(say, price),
        rest,
        "."
    ]
}

fn fewer_of(say: &Say<'_>, reaction: Reaction) -> Option<Sentence> {
    let fewer = growth(Growth::ReactionFewer(reaction, Edge::Middle));
    (say.value(fewer) >= 0.5).then(|| sentence![" and ", many(say, fewer), " fewer"])
}

fn featureless_of(say: &Say<'_>, reaction: Reaction) -> Option<Sentence> {
    let months = growth(Growth::ReactionFeatureless(reaction, Edge::Middle));
    (say.value(months) >= 0.25)
        .then(|| sentence![" and ", say.months(months).strong(), of_features(say)])
}
