//! How many can be supported and until when, and what waiting costs.

use super::growth::late_against_early;
use super::parts::{
    fills_up, full_at_launch, growth, many, more_or_less, only_a_quick_fix, wall_month,
};
use super::{Audience, Board, Length};
use crate::field::Key;
use crate::futures::GrowthPart;
use crate::statement::quantity::{Edge, Growth, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, Span, listed, sentence};
use crate::statement::verdict::{NONE, is_certain};
use crate::strategy::{Choice, Strategy};
use crate::values::RULE_OF_THUMB;
use crate::warning::LEVELS;

/// How many can be supported, from when more is needed, and by when work must start.
pub(super) fn room(board: &Board<'_>) -> Option<Vec<Sentence>> {
    let say = &board.say;
    let start = if say.is_service() {
        sentence!["The simple version carries about "]
    } else {
        sentence!["The simple version can make about "]
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
        let wanted = (!is_certain(say)).then_some("if people want the product, ");
        said.push(sentence![
            can,
            "; ",
            wanted,
            "we expect to need more from ",
            wall_month(say),
            "."
        ]);
        said.push(last_start(board));
    }
    if board.says(Length::HalfMinute) {
        said.push(scalable_room(say));
        if fills_up(say) && !full_at_launch(say) && !only_a_quick_fix(say) {
            said.extend(too_late(say));
        }
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
    let rebuilt = fills_up(say) && !full_at_launch(say) && !only_a_quick_fix(say);
    rebuilt && say.value(start) >= launch
}

/// By when work must start to be in time, and how full the simple version is then.
fn last_start(board: &Board<'_>) -> Sentence {
    let say = &board.say;
    let rebuild = say.words().rebuild;
    if only_a_quick_fix(say) {
        return "Then a quick fix is enough.".into();
    }
    let drawn = say.outcome.futures.is_some();
    let (start, level) = if drawn {
        (
            growth(Growth::LastStart(Edge::Middle)),
            growth(Growth::JustInTime(Edge::Middle)),
        )
    } else {
        (Quantity::LastStart, Quantity::WarningLevel)
    };
    let acts = match board.state.hue() {
        Some(Choice::Build(strategy)) => strategy == Strategy::MvpWatch,
        _ => false,
    };
    let launch = Quantity::Launch(Strategy::MvpLive);
    let before_launch = |start| start < say.value(launch);
    if start.of(say.outcome).is_none_or(before_launch) {
        let full = if say.is_service() {
            "it is full"
        } else {
            "orders exceed what it can make"
        };
        let shortens = acts.then_some("; starting early only shortens the wait");
        return sentence![
            format!("No {rebuild} of the simple version can be done before {full}"),
            shortens,
            ".",
        ];
    }
    let at = level
        .of(say.outcome)
        .map(|_| sentence![", at ", say.percent(level).strong(), of_room(say)]);
    let to_be_in_time = if acts {
        format!("To be in time, the {rebuild} must start by ")
    } else {
        format!("To be in time, a {rebuild} of it would have to start by ")
    };
    sentence![to_be_in_time, say.month(start).strong(), at, "."]
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
    let mut months: Vec<(Span, Vec<Sentence>)> = Vec::new();
    for (place, _) in shown {
        let month = say.month(Quantity::Crossing(place));
        let level = sentence![say.percent(Quantity::CrossingLevel(place))];
        match months.last_mut() {
            Some((last, levels)) if last.text == month.text => levels.push(level),
            _ => months.push((month, vec![level])),
        }
    }
    let parts: Vec<Sentence> = months
        .into_iter()
        .map(|(month, levels)| sentence![listed(levels), " in ", month])
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
            "Taken future by future, waiting until it hurts costs no more in the middle than acting \
             on the warning.",
        ]]
    } else {
        vec![sentence![
            "Taken future by future, waiting until it hurts costs ",
            more_or_less(say, more),
            " than acting on the warning.",
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
                GrowthPart::Drag if say.is_service() => "time lost in old code ".to_owned(),
                GrowthPart::Drag => "time lost to the old design ".to_owned(),
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
