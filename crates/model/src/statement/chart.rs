//! The words of the main chart: with the user's numbers, month by month, undiscounted.

use super::caption::{Stop, feature_stop};
use super::quantity::Quantity;
use super::say::Say;
use super::span::{Sentence, sentence};
use crate::field::Key;
use crate::outcome::Outcome;
use crate::strategy::Strategy;
use crate::text::write::Currency;

/// The words of one panel.
#[derive(Clone, Debug, PartialEq)]
pub struct PanelWords {
    /// What it shows.
    pub title: &'static str,
    /// How to read it.
    pub subtitle: Sentence,
}

/// The words of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartWords {
    /// The name of the whole.
    pub title: Sentence,
    /// The panel of money.
    pub money: PanelWords,
    /// The panel of users against room.
    pub users: PanelWords,
    /// The strips of what it feels like.
    pub feel: PanelWords,
    /// When the simple version is full.
    pub wall: Sentence,
    /// The same in a few words.
    pub wall_short: Sentence,
    /// The last moment to start a rebuild in time; `None` where it never fills up.
    pub last_moment: Option<Sentence>,
    /// When it is rebuilt, with early warning and without; `None` where it is not.
    pub rebuild: Option<Sentence>,
    /// The room of the simple, the scalable and the over-built version.
    pub rooms: [Sentence; 3],
    /// What the chart shows, for who cannot see it.
    pub description: Vec<Sentence>,
}

/// The words of the chart of an outcome.
#[must_use]
pub fn chart(outcome: &Outcome, currency: Currency) -> ChartWords {
    let say = Say::new(outcome, currency);
    let service = say.is_service();
    ChartWords {
        title: title(&say),
        money: PanelWords {
            title: "Money so far",
            subtitle: "cash in minus cash out since the start, if people want the product".into(),
        },
        users: PanelWords {
            title: if service {
                "Users and room"
            } else {
                "Units and room"
            },
            subtitle: users(&say),
        },
        feel: PanelWords {
            title: if service {
                "How it feels"
            } else {
                "How long buyers wait"
            },
            subtitle: feel(&say),
        },
        wall: wall(&say),
        wall_short: wall_short(&say),
        last_moment: last_moment(&say),
        rebuild: rebuild(&say),
        rooms: [0, 1, 2].map(|level| {
            let a_month = if service { "" } else { " a month" };
            sentence!["room: ", say.count(Quantity::Room(level)), a_month]
        }),
        description: description(&say),
    }
}

fn title(say: &Say<'_>) -> Sentence {
    let what = if say.is_service() {
        "Money, users and page speed over "
    } else {
        "Money, units and waiting time over "
    };
    sentence![what, say.horizon()]
}

fn users(say: &Say<'_>) -> Sentence {
    if say.is_service() {
        sentence![
            "people who use it, against what each version can carry before pages take ",
            say.seconds(Quantity::Input(Key::ResponseLimit)),
        ]
    } else {
        Sentence::from("units shipped a month, against what each version can make in a month")
    }
}

fn feel(say: &Say<'_>) -> Sentence {
    let rebuild = say.words.rebuild;
    if !say.is_service() {
        return sentence![format!(
            "months that a new order waits; black bar: {rebuild} under way"
        )];
    }
    let noticed = Quantity::Input(Key::ResponseOk);
    sentence![
        "wait per page: instant under ",
        say.seconds(noticed),
        ", slow from ",
        say.seconds(Quantity::Input(Key::ResponseLimit)),
        format!("; black bar: {rebuild} under way"),
    ]
}

/// Where the wall is, as far as a chart is concerned.
enum Wall {
    Never,
    AtLaunch,
    Shown,
    Later,
}

fn place(say: &Say<'_>) -> Wall {
    let horizon = f64::from(say.outcome.scenario.horizon());
    match say.outcome.warning.wall {
        None => Wall::Never,
        Some(_) if say.value(Quantity::Wall) > horizon => Wall::Later,
        Some(wall) if wall <= 0.0 => Wall::AtLaunch,
        Some(_) => Wall::Shown,
    }
}

fn wall(say: &Say<'_>) -> Sentence {
    let month = || say.month(Quantity::Wall);
    let service = say.is_service();
    match place(say) {
        Wall::Never if service => "No wall: the simple version never fills up".into(),
        Wall::Never => "No wall: orders never reach what the simple version can make".into(),
        Wall::Later => sentence!["Wall, ", month(), ": after the ", say.horizon(), " shown"],
        Wall::AtLaunch => sentence![
            "Wall at launch, ",
            month(),
            if service {
                ": the simple version is full from its first day"
            } else {
                ": from the first day more is ordered than it can make"
            },
        ],
        Wall::Shown => sentence![
            "Wall, ",
            month(),
            if service {
                ": the simple version is full"
            } else {
                ": orders reach what the simple version can make"
            },
        ],
    }
}

fn wall_short(say: &Say<'_>) -> Sentence {
    match place(say) {
        Wall::Never => "No wall".into(),
        _ => sentence!["Wall, ", say.month(Quantity::Wall)],
    }
}

/// The last moment to start, in the words that its date allows.
pub(super) fn last_moment(say: &Say<'_>) -> Option<Sentence> {
    let rebuild = say.words.rebuild;
    let start = Quantity::LastStart;
    let at = start.of(say.outcome)?;
    let launch = say.value(Quantity::Launch(Strategy::MvpLive));
    let months = say.months(Quantity::Worked(crate::why::Worked::LeadTime));
    Some(if at >= launch {
        sentence![
            say.month(start).capitalised(),
            format!(": last moment to start a {rebuild} in time, at "),
            say.percent(Quantity::WarningLevel),
            if say.is_service() {
                " full"
            } else {
                " of what can be made"
            },
        ]
    } else if at >= 0.0 {
        sentence![
            format!("Too late already at launch: a {rebuild} of "),
            months,
            " would have to start in ",
            say.month(start),
        ]
    } else {
        sentence![
            format!("Too late from the start: a {rebuild} of "),
            months,
            " is longer than the time until the wall",
        ]
    })
}

/// The months of a rebuild, as far as they are shown.
fn window(say: &Say<'_>, strategy: Strategy) -> Option<Sentence> {
    let end = Quantity::StepEnd(strategy);
    let horizon = f64::from(say.outcome.scenario.horizon());
    let until = if end.of(say.outcome)? > horizon {
        sentence!["past the end"]
    } else {
        sentence!["to ", say.month_number(end)]
    };
    let start = say.month_number(Quantity::StepStart(strategy));
    Some(sentence![start, " ", until])
}

fn rebuild(say: &Say<'_>) -> Option<Sentence> {
    let title = match feature_stop(say.outcome) {
        Stop::All => ", nothing new",
        Stop::Part => ", less that is new",
        Stop::None => "",
    };
    let early = window(say, Strategy::MvpWatch);
    let late = window(say, Strategy::MvpLate);
    let what = Sentence::from(say.words.rebuild).capitalised();
    let start = sentence![what, title, ": from month "];
    Some(match (early, late) {
        (None, None) => return None,
        (Some(early), Some(late)) if early.plain() == late.plain() => {
            sentence![start, early, ", warned or not"]
        }
        (Some(early), Some(late)) => sentence![start, early, " if warned, from ", late, " if not"],
        (Some(early), None) => sentence![start, early, " if warned, not at all if not"],
        (None, Some(late)) => sentence![start, late, " without warning, not at all with it"],
    })
}

fn description(say: &Say<'_>) -> Vec<Sentence> {
    let mut description = vec![sentence![
        "Lines with your numbers, if people want the product, over ",
        say.horizon(),
        ".",
    ]];
    let ends: Vec<Sentence> = say
        .outcome
        .verdict
        .order
        .iter()
        .filter_map(|line| line.option.strategy())
        .map(|strategy| {
            let name = say.built(strategy);
            sentence![name, " ", say.money(Quantity::CashEnd(strategy))]
        })
        .collect();
    description.push(sentence![
        "Cash by ",
        say.month(Quantity::Input(Key::Horizon)),
        ": ",
        listed(ends),
        ".",
    ]);
    let labels = [Some(wall(say)), last_moment(say), rebuild(say)];
    description.extend(
        labels
            .into_iter()
            .flatten()
            .map(|label| sentence![label, "."]),
    );
    description.push(longest_waits(say));
    description.push(if say.is_service() {
        sentence![
            "At the end ",
            say.count(Quantity::WantedEnd),
            " want to use it; the scalable version has ",
            say.count(Quantity::UsersEnd(Strategy::Msp)),
            " users, an MVP with early warning ",
            say.count(Quantity::UsersEnd(Strategy::MvpWatch)),
            ".",
        ]
    } else {
        sentence![
            "At the end ",
            say.count(Quantity::WantedEnd),
            " a month are wanted; the scalable version ships ",
            say.count(Quantity::UsersEnd(Strategy::Msp)),
            ", an MVP with early warning ",
            say.count(Quantity::UsersEnd(Strategy::MvpWatch)),
            ".",
        ]
    });
    description.push(Sentence::from(
        "The table below the chart holds every value.",
    ));
    description
}

fn longest_waits(say: &Say<'_>) -> Sentence {
    let wait = |strategy| {
        let longest = Quantity::LongestWait(strategy);
        if say.is_service() {
            say.seconds(longest)
        } else {
            say.months(longest)
        }
    };
    let plans = [Strategy::MvpLate, Strategy::MvpWatch, Strategy::Msp];
    let waits = plans.map(|strategy| sentence![say.built(strategy), " ", wait(strategy)]);
    sentence!["Longest wait: ", listed(waits.to_vec()), "."]
}

/// Phrases in a row: "a, b and c".
pub(super) fn listed(phrases: Vec<Sentence>) -> Sentence {
    let mut list = Sentence::default();
    let last = phrases.len().saturating_sub(1);
    for (place, phrase) in phrases.into_iter().enumerate() {
        match place {
            0 => {}
            _ if place == last => list.push(" and "),
            _ => list.push(", "),
        }
        list.push(phrase);
    }
    list
}
