//! How many can be supported and until when, and what waiting costs.

use super::growth::late_against_early;
use super::parts::{NONE, fills_up, full_at_launch, growth, many, money, wall_month};
use super::{Audience, Board, Length};
use crate::field::Key;
use crate::futures::GrowthPart;
use crate::statement::quantity::{Edge, Growth, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, listed, sentence};
use crate::strategy::Strategy;
use crate::values::RULE_OF_THUMB;
use crate::warning::LEVELS;

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
    if board.says(Length::Page) && can_be_in_time(say) {
        said.extend(rule_of_thumb(say));
        if board.audience == Audience::Engineering {
            said.extend(crossings(say));
        }
    }
    Some(said)
}

/// Whether there is a time after the launch at which a rebuild can start and be in time.
fn can_be_in_time(say: &Say<'_>) -> bool {
    let start = if say.outcome.futures.is_some() {
        growth(Growth::LastStart(Edge::Middle))
    } else {
        Quantity::LastStart
    };
    let launch = say.value(Quantity::Launch(Strategy::MvpLive));
    fills_up(say) && !full_at_launch(say) && say.value(start) >= launch
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
    let same_month = say.month(start).text == say.month(launch).text;
    if say.value(start) < say.value(launch) && same_month {
        return sentence![
            format!("To be in time, the {rebuild} would have to start before the launch in "),
            say.month(launch).strong(),
            ": for the simple version it is too late to act.",
        ];
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
    if board.says(Length::Page)
        && let Some(late) = late_against_early(say)
    {
        said.push(late);
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
            "On average over all futures in which people want the product that is ",
            say.signed(mean).strong(),
            ": ",
            listed(parts),
            ".",
        ]
    })
}
