//! What a version costs, and when more work falls due.

use crate::field::Key;
use crate::futures::Reaction;
use crate::statement::quantity::{Drawn, Edge, Growth, Quantity};
use crate::statement::say::Say;
use crate::statement::span::{Sentence, sentence};
use crate::strategy::Strategy;

/// Below this a share of futures is none.
pub(crate) const NONE: f64 = 0.005;

/// What building it costs, and when more work falls due.
pub(super) fn cost(say: &Say<'_>, strategy: Strategy, subject: Sentence) -> Vec<Sentence> {
    match strategy {
        Strategy::Msp | Strategy::Over => {
            let tooling = (strategy == Strategy::Msp && !say.is_service())
                .then(|| tooling(say))
                .flatten();
            let mut cost = vec![sentence![cost_more(say, strategy, subject), "."]];
            cost.extend(tooling);
            cost
        }
        Strategy::MvpLive | Strategy::MvpLate | Strategy::MvpWatch => {
            let mut cost = vec![sentence![
                subject,
                " costs ",
                say.money3(Quantity::BuildTotal(strategy)).strong(),
                " and takes ",
                say.weeks(Quantity::Input(Key::BuildWeeks)),
                ".",
            ]];
            cost.push(match strategy {
                Strategy::MvpLive => when_full(say),
                _ => when_rebuilt(say, strategy),
            });
            cost
        }
    }
}

/// How much more than the simple version it costs and takes, without a full stop.
pub(super) fn cost_more(say: &Say<'_>, strategy: Strategy, subject: Sentence) -> Sentence {
    let more = Quantity::BuildMore(strategy, Strategy::MvpLive);
    let less = Quantity::BuildMore(Strategy::MvpLive, strategy);
    let longer = say.value(Quantity::WeeksMore(strategy)) > 0.0;
    let weeks = || say.weeks(Quantity::WeeksMore(strategy));
    let cheaper = say.is_negative(more);
    if say.is_no_money(more) || cheaper {
        let costs = if cheaper {
            sentence![
                " costs ",
                say.money3(less).strong(),
                " less than the simple version"
            ]
        } else {
            sentence![" costs no more than the simple version"]
        };
        let time = if longer {
            sentence![", but takes ", weeks(), " longer"]
        } else if cheaper {
            sentence![" and takes no longer"]
        } else {
            sentence![]
        };
        return sentence![subject, costs, time];
    }
    let costs = sentence![subject, " costs ", say.money3(more).strong()];
    if longer {
        sentence![costs, " and ", weeks(), " more than the simple version"]
    } else {
        sentence![costs, " more than the simple version and takes no longer"]
    }
}

/// When a scalable piece of hardware is tooled for volume.
fn tooling(say: &Say<'_>) -> Option<Sentence> {
    let start = Quantity::StepStart(Strategy::Msp);
    start.of(say.outcome)?;
    let cost = if say.is_no_money(Quantity::Input(Key::Entry1)) {
        sentence!["Tooling it for volume"]
    } else {
        sentence![
            "Tooling it for volume, for ",
            say.money3(Quantity::Input(Key::Entry1)),
            ",",
        ]
    };
    Some(sentence![cost, " falls due about ", say.month(start), "."])
}

/// When an MVP is rebuilt, and for how much.
fn when_rebuilt(say: &Say<'_>, strategy: Strategy) -> Sentence {
    let rebuild = say.words.rebuild;
    let start = Quantity::StepStart(strategy);
    if start.of(say.outcome).is_none() {
        return no_rebuild(say);
    }
    if called_for(say) == CalledFor::QuickFix {
        return sentence![
            "A quick fix, from about ",
            say.month(start),
            format!(", is enough; no {rebuild} is called for."),
        ];
    }
    let level = match strategy {
        Strategy::MvpWatch => Quantity::AlarmWatch,
        _ => Quantity::Input(Key::AlarmLate),
    };
    let level = if say.is_service() {
        sentence!["at ", say.percent(level), " of its room"]
    } else {
        sentence![
            "when orders reach ",
            say.percent(level),
            " of what it can make"
        ]
    };
    let since_launch = say.value(start) - say.value(Quantity::Launch(strategy));
    let right_after = if since_launch < 1.0 {
        ", right after launch"
    } else {
        ""
    };
    let months = say.months(Quantity::Input(Key::RebuildMonths));
    let price = if say.is_no_money(Quantity::RebuildCost) {
        sentence![": ", months, " of work at no extra cost"]
    } else {
        sentence![
            ": another ",
            say.money3(Quantity::RebuildCost),
            " and ",
            months,
        ]
    };
    let end = say.value(Quantity::StepEnd(strategy));
    let unfinished = if end > f64::from(say.outcome.scenario.horizon()) {
        sentence![
            ", not finished by ",
            say.month(Quantity::Input(Key::Horizon))
        ]
    } else {
        sentence![]
    };
    sentence![
        format!("Start the {rebuild} "),
        level,
        ", about ",
        say.month(start),
        right_after,
        price,
        unfinished,
        ".",
    ]
}

/// The work that is called for when the simple version is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalledFor {
    /// A rebuild, or a quick fix where that is enough.
    Rebuild,
    /// A quick fix is enough in all futures but a few.
    QuickFix,
}

/// What is called for when the simple version is full.
pub(crate) fn called_for(say: &Say<'_>) -> CalledFor {
    let is_enough = if say.outcome.futures.is_some() {
        let rebuilt = |strategy| say.value(Quantity::Drawn(Drawn::RebuildShare(strategy)));
        let rebuilt = rebuilt(Strategy::MvpLate).max(rebuilt(Strategy::MvpWatch));
        let patched = Quantity::Growth(Growth::Happens(Reaction::Patch));
        rebuilt < NONE && say.value(patched) >= NONE
    } else {
        say.outcome.scenario[Key::QuickFix] > 1.0 - NONE
    };
    if is_enough {
        CalledFor::QuickFix
    } else {
        CalledFor::Rebuild
    }
}

pub(super) fn no_rebuild(say: &Say<'_>) -> Sentence {
    sentence![
        format!(
            "With {} numbers no {} is called for within the ",
            say.whose, say.words.rebuild
        ),
        say.horizon(),
        " shown.",
    ]
}

/// When an MVP that is left as it is is full.
fn when_full(say: &Say<'_>) -> Sentence {
    let wall = say.value(Quantity::Wall);
    let shown = wall <= f64::from(say.outcome.scenario.horizon());
    let full = if say.is_service() {
        "It is full"
    } else {
        "Orders exceed what it can make"
    };
    if !shown {
        let not = if say.is_service() {
            "It does not fill up"
        } else {
            "Orders do not exceed what it can make"
        };
        sentence![not, " within the ", say.horizon(), " shown."]
    } else if say.value(Quantity::WallAfterLaunch) <= 0.0 {
        sentence![full, " from the day of its launch."]
    } else {
        sentence![full, " from ", say.month(Quantity::Wall), "."]
    }
}

/// What building it costs, and when more work falls due in the middle future: one sentence.
pub(super) fn cost_over_futures(say: &Say<'_>, strategy: Strategy) -> Sentence {
    if !strategy.is_mvp() {
        let tooling = (strategy == Strategy::Msp && !say.is_service())
            .then(|| tooling_later(say))
            .flatten();
        return sentence![cost_more(say, strategy, "It".into()), tooling, "."];
    }
    let rest = match strategy {
        Strategy::MvpLive => full_over_futures(say),
        _ => rebuilt_over_futures(say, strategy),
    };
    sentence![
        "It costs ",
        say.money3(Quantity::BuildTotal(strategy)).strong(),
        " and takes ",
        say.weeks(Quantity::Input(Key::BuildWeeks)),
        rest,
        ".",
    ]
}

fn tooling_later(say: &Say<'_>) -> Option<Sentence> {
    let cost = Quantity::Input(Key::Entry1);
    (!say.is_no_money(cost)).then(|| {
        sentence![
            "; tooling it for volume later costs ",
            say.money3(cost),
            " more",
        ]
    })
}

/// A month with its range: "about month 5 (range: 3 to 9)".
fn about(say: &Say<'_>, month: impl Fn(Edge) -> Drawn) -> Sentence {
    sentence![
        "about ",
        say.month_range(|edge| Quantity::Drawn(month(edge)))
    ]
}

fn rebuilt_over_futures(say: &Say<'_>, strategy: Strategy) -> Sentence {
    let rebuild = say.words.rebuild;
    let share = Quantity::Drawn(Drawn::RebuildShare(strategy));
    if called_for(say) == CalledFor::QuickFix {
        return sentence![
            format!("; a quick fix is enough, and no {rebuild} is called for within the "),
            say.horizon(),
            " shown",
        ];
    }
    if say.value(share) < NONE {
        return sentence![
            format!("; no {rebuild} is called for within the "),
            say.horizon(),
            " shown",
        ];
    }
    let level = match strategy {
        Strategy::MvpWatch => Quantity::AlarmWatch,
        _ => Quantity::Input(Key::AlarmLate),
    };
    let level = if say.is_service() {
        sentence![" at ", say.percent(level), " of its room, "]
    } else {
        sentence![
            " when orders reach ",
            say.percent(level),
            " of what it can make, ",
        ]
    };
    let months = say.months(Quantity::Input(Key::RebuildMonths));
    let price = if say.is_no_money(Quantity::RebuildCost) {
        sentence!["takes ", months, " at no extra cost"]
    } else {
        sentence![
            "costs another ",
            say.money3(Quantity::RebuildCost),
            " and ",
            months
        ]
    };
    let end = Quantity::Drawn(Drawn::RebuildEnd(strategy, Edge::Middle));
    let unfinished = (say.value(end) > f64::from(say.outcome.scenario.horizon())).then(|| {
        sentence![
            ", and is not finished by ",
            say.month(Quantity::Input(Key::Horizon)),
        ]
    });
    sentence![
        format!("; the {rebuild}"),
        level,
        about(say, |edge| Drawn::RebuildStart(strategy, edge)),
        ", ",
        price,
        unfinished,
    ]
}

fn full_over_futures(say: &Say<'_>) -> Sentence {
    let wall = Quantity::Drawn(Drawn::Wall(Edge::Middle));
    let shown = f64::from(say.outcome.scenario.horizon());
    let full = wall.of(say.outcome).is_some_and(|wall| wall <= shown);
    match (full, say.is_service()) {
        (true, true) => sentence!["; it is full from ", about(say, Drawn::Wall)],
        (true, false) => sentence![
            "; orders exceed what it can make from ",
            about(say, Drawn::Wall)
        ],
        (false, true) => sentence![
            "; in the middle future it does not fill up within the ",
            say.horizon(),
            " shown"
        ],
        (false, false) => sentence![
            "; in the middle future orders do not exceed what it can make within the ",
            say.horizon(),
            " shown"
        ],
    }
}
