//! What growth does: what the extra work prevents, the price of being right, the reactions, the
//! room, and what waiting costs.

use super::parts::{event, investment, many, money, noun, recommends_scalable, with_range};
use super::{Audience, Board, Length};
use crate::field::Key;
use crate::futures::{GrowthPart, Reaction};
use crate::statement::cards::is_noticed;
use crate::statement::quantity::{Drawn, Edge, Growth, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, listed, sentence};
use crate::strategy::Strategy;
use crate::values::RULE_OF_THUMB;
use crate::warning::LEVELS;

/// Below this a share of futures is none.
const NONE: f64 = 0.005;

fn growth(growth: Growth) -> Quantity {
    Quantity::Growth(growth)
}

/// When the simple version is full in the middle future, else with the numbers given.
fn wall(say: &Say<'_>, edge: Edge) -> Quantity {
    if say.outcome.futures.is_some() {
        Quantity::Drawn(Drawn::Wall(edge))
    } else {
        Quantity::Wall
    }
}

/// Whether the simple version fills up within the months shown.
fn fills_up(say: &Say<'_>) -> bool {
    let horizon = f64::from(say.outcome.scenario.horizon());
    let at = wall(say, Edge::Middle).of(say.outcome);
    at.is_some_and(|month| month <= horizon)
}

fn full_at_launch(say: &Say<'_>) -> bool {
    // Both are sums of the same numbers in another order.
    const SAME: f64 = 1e-6;
    say.value(wall(say, Edge::Middle)) <= say.value(Quantity::Launch(Strategy::MvpLive)) + SAME
}

/// "month 11 (range: 7 to 20)"; with the numbers given "month 11 with our numbers".
fn wall_month(say: &Say<'_>) -> Sentence {
    if say.outcome.futures.is_some() {
        say.month_range(|edge| Quantity::Drawn(Drawn::Wall(edge)))
    } else {
        sentence![say.month(Quantity::Wall).strong(), " with our numbers"]
    }
}

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
            " that is due from the day of the launch.",
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
        return Some(vec![
            "In the middle future success with an MVP has no price of its own.".into(),
        ]);
    }
    let mut said = vec![sentence![
        "In the middle future success with an MVP has a price: ",
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
        "With our numbers success with an MVP has a price: ",
        listed(parts),
        ".",
    ]])
}

/// Acting late against building the scalable version from the start.
fn late_against_early(say: &Say<'_>) -> Option<Sentence> {
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
    if say.value(growth(Growth::Full)) < NONE {
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

/// How many can be supported, from when more is needed, and by when work must start.
pub(super) fn room(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let start = if say.is_service() {
        sentence!["With the simple version we can support about "]
    } else {
        sentence!["With the simple version we can make about "]
    };
    let can = sentence![start, many(say, Quantity::Input(Key::Capacity))];
    let mut said = Vec::new();
    if !fills_up(say) {
        let by_what = if say.outcome.futures.is_some() {
            "in the middle future"
        } else {
            "with our numbers"
        };
        said.push(sentence![
            can,
            format!("; {by_what} that is enough for the "),
            say.horizon(),
            " shown.",
        ]);
    } else if full_at_launch(say) {
        said.push(sentence![can, "; we need more from the day of the launch."]);
    } else {
        said.push(sentence![
            can,
            "; we expect to need more from ",
            wall_month(say),
            "."
        ]);
        said.push(last_start(say));
    }
    if board.says(Length::HalfMinute) {
        said.push(scalable_room(say));
        said.extend(too_late(say));
    }
    if board.says(Length::Page) {
        said.extend(rule_of_thumb(say));
        if board.audience == Audience::Engineering {
            said.extend(crossings(say));
        }
    }
    Some(said)
}

/// By when work must start to be in time, and how full the simple version is then.
fn last_start(say: &Say<'_>) -> Sentence {
    let rebuild = say.words().rebuild;
    let drawn = say.outcome.futures.is_some();
    let (start, level) = if drawn {
        (
            growth(Growth::LastStart(Edge::Middle)),
            growth(Growth::JustInTime(Edge::Middle)),
        )
    } else {
        (Quantity::LastStart, Quantity::WarningLevel)
    };
    let launch = Quantity::Launch(Strategy::MvpLive);
    if start.of(say.outcome).is_none_or(|start| start < 0.0) {
        return sentence![format!(
            "To be in time, the {rebuild} would have to start before the project does: it is too \
             late to act."
        )];
    }
    if say.value(start) < say.value(launch) {
        return sentence![
            format!("To be in time, the {rebuild} would have to start in "),
            say.month(start).strong(),
            ", before the launch in ",
            say.month(launch),
            ": for the simple version it is too late to act.",
        ];
    }
    let at = level
        .of(say.outcome)
        .map(|_| sentence![", at ", say.percent(level).strong(), of_room(say)]);
    sentence![
        format!("To be in time, the {rebuild} must start by "),
        say.month(start).strong(),
        at,
        ".",
    ]
}

fn of_room(say: &Say<'_>) -> &'static str {
    if say.is_service() {
        " of its room"
    } else {
        " of what it can make"
    }
}

fn scalable_room(say: &Say<'_>) -> Sentence {
    let room = Quantity::Room(1);
    if say.is_service() {
        sentence!["The scalable version carries about ", many(say, room), "."]
    } else {
        sentence!["The scalable version makes about ", many(say, room), "."]
    }
}

/// In how many futures it is too late already.
fn too_late(say: &Say<'_>) -> Option<Sentence> {
    let share = growth(Growth::TooLateAtLaunch);
    let value = share.of(say.outcome)?;
    let rebuild = say.words().rebuild;
    (value >= NONE).then(|| {
        sentence![
            "In ",
            say.chance(share).strong(),
            format!(
                " of the futures in which people want the product, a {rebuild} that starts at \
                     launch is already too late."
            ),
        ]
    })
}

/// The usual alarm beside the level that is just in time.
fn rule_of_thumb(say: &Say<'_>) -> Option<Sentence> {
    let level = growth(Growth::JustInTime(Edge::Middle));
    let level = if say.outcome.futures.is_some() {
        level
    } else {
        Quantity::WarningLevel
    };
    let value = level.of(say.outcome)?;
    let thumb = say.percent(Quantity::RuleOfThumb);
    let of_room = of_room(say);
    Some(if value < RULE_OF_THUMB {
        sentence![
            "The usual alarm at ",
            thumb,
            of_room,
            " comes too late for this growth; ",
            say.percent(level).strong(),
            " is just in time.",
        ]
    } else {
        sentence![
            "The usual alarm at ",
            thumb,
            of_room,
            " is early enough for this growth."
        ]
    })
}

/// When the usual levels are reached, with the numbers given.
fn crossings(say: &Say<'_>) -> Option<Sentence> {
    let horizon = f64::from(say.outcome.scenario.horizon());
    let shown = (0_u8..).zip(LEVELS).filter(|(place, level)| {
        let at = Quantity::Crossing(*place).of(say.outcome);
        *level < 1.0 && at.is_some_and(|at| at <= horizon)
    });
    let parts: Vec<Sentence> = shown
        .map(|(place, _)| {
            sentence![
                say.percent(Quantity::CrossingLevel(place)),
                " in ",
                say.month(Quantity::Crossing(place)),
            ]
        })
        .collect();
    if parts.is_empty() {
        return None;
    }
    Some(if say.is_service() {
        sentence!["With our numbers it is full to ", listed(parts), "."]
    } else {
        sentence![
            "With our numbers orders reach ",
            listed(parts),
            " of what it can make."
        ]
    })
}

/// What waiting until it hurts costs more than acting on the warning.
pub(super) fn waiting(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let more = |edge| growth(Growth::Waiting(edge));
    let share = growth(Growth::WaitingCostsMore);
    share.of(say.outcome)?;
    if say.value(growth(Growth::Full)) < NONE {
        return None;
    }
    let mut said = if say.value(more(Edge::Middle)) < 0.005 {
        vec![sentence![
            "In the middle future waiting until it hurts costs no more than acting on the warning",
            say.range(more, |more| say.money(more)),
            ".",
        ]]
    } else {
        vec![sentence![
            "In the middle future waiting until it hurts costs ",
            money(say, more),
            " more than acting on the warning.",
        ]]
    };
    if board.says(Length::HalfMinute) {
        said.push(sentence![
            "It costs more in ",
            say.chance(share).strong(),
            " of the futures in which people want the product.",
        ]);
    }
    if board.says(Length::Page) {
        said.extend(late_against_early(say));
        said.extend(what_it_consists_of(say));
    }
    Some(said)
}

/// The parts of the mean of acting late against acting early.
fn what_it_consists_of(say: &Say<'_>) -> Option<Sentence> {
    let mean = growth(Growth::LateMinusEarlyMean);
    mean.of(say.outcome)?;
    let rebuild = say.words().rebuild;
    let parts: Vec<Sentence> = GrowthPart::ALL
        .into_iter()
        .filter(|part| !say.is_no_money(growth(Growth::LateMinusEarlyPart(*part))))
        .map(|part| {
            let what = match part {
                GrowthPart::Work => format!("{rebuild} and other work "),
                GrowthPart::Drag => "time lost in old code ".to_owned(),
                GrowthPart::Serving if say.is_service() => "hosting ".to_owned(),
                GrowthPart::Serving => "line and units ".to_owned(),
                GrowthPart::Lost => "lost revenue ".to_owned(),
            };
            sentence![what, say.signed(growth(Growth::LateMinusEarlyPart(part)))]
        })
        .collect();
    (!parts.is_empty()).then(|| {
        sentence![
            "On average over those futures that is ",
            say.signed(mean).strong(),
            ": ",
            listed(parts),
            ".",
        ]
    })
}
