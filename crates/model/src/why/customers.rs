//! How demand could differ, and how customers react.

use super::{Explained, Worked};
use crate::field::Key;
use crate::statement::{Quantity, Say, Sentence, sentence};

pub(super) fn explained(say: &Say<'_>, key: Key) -> Option<Explained> {
    let input = Quantity::Input;
    let worked = Quantity::Worked;
    let percent = |key| say.full_percent(input(key));
    let when_full = |key, figure, rest: &str| {
        sentence![
            "When it is full: ",
            say.full(input(Key::ResponseLimit)),
            " − ",
            say.full(input(Key::ResponseOk)),
            " = ",
            say.plain(worked(Worked::SlowWhenFull)),
            " seconds too slow; ",
            if key == Key::SlowChurn { "1 − " } else { "" },
            "e^(−",
            percent(key),
            " × ",
            say.plain(worked(Worked::SlowWhenFull)),
            ") = ",
            say.percent3(worked(figure)).strong(),
            rest,
        ]
    };
    Some(match key {
        Key::Size => size(say),
        Key::Speed => Explained::new(
            "Everything in the demand curve happens this many times as fast.",
            sentence![
                "12 ÷ ",
                say.full(input(Key::Speed)),
                " = ",
                say.plain3(worked(Worked::MonthsTo12)).strong(),
                " months after launch demand stands where you put it for month 12.",
            ],
        ),
        Key::SignupLoss => Explained::new(
            "For every second by which a page is too slow, this share of the people who would \
             sign up do not.",
            when_full(key, Worked::SignUpsKept, " of sign-ups still come."),
        ),
        Key::SlowChurn => Explained::new(
            "For every second by which a page is too slow, this share of the users leaves each \
             month, beside those who leave anyway.",
            when_full(key, Worked::LeaveWhenFull, " of users leave a month."),
        ),
        Key::FreezeLoss => Explained::new(
            format!(
                "While the {} stops new features, this share of {} is lost to others who go on.",
                say.words().rebuild,
                say.words().sign_ups
            ),
            sentence![
                "1 − ",
                percent(Key::FreezeLoss),
                " × ",
                percent(Key::Freeze1),
                " of feature work stopped = ",
                say.percent3(worked(Worked::FreezeKept)).strong(),
                format!(" of {} still come.", say.words().sign_ups),
            ],
        ),
        Key::WordOfMouth => Explained::new(
            format!(
                "This share of {} comes through people who have it already; where fewer are \
                 served, fewer come.",
                say.words().sign_ups
            ),
            sentence![
                "1 − ",
                percent(Key::WordOfMouth),
                " + ",
                percent(Key::WordOfMouth),
                " × share served; with half of the demand served ",
                say.percent3(worked(Worked::HalfServed)).strong(),
                format!(" of {} come.", say.words().sign_ups),
            ],
        ),
        Key::Cancel => Explained::new(
            "Orders that wait are cancelled at this rate.",
            sentence![
                "Orders waiting × (1 − ",
                percent(Key::Cancel),
                ") = ",
                say.percent3(worked(Worked::Not(Key::Cancel))).strong(),
                " of them are left a month later.",
            ],
        ),
        Key::Churn => churn(say),
        Key::TerminalMonths => terminal(say),
        _ => return None,
    })
}

fn size(say: &Say<'_>) -> Explained {
    let launch = if *say.outcome.scenario.demand() == crate::demand::Demand::Milestones {
        sentence![say.full_count(Quantity::Input(Key::UsersAtLaunch))]
    } else {
        Sentence::from("launch")
    };
    Explained::new(
        "What demand gains over its start is multiplied by this; the start itself stays.",
        sentence![
            launch.clone(),
            " + ",
            say.full(Quantity::Input(Key::Size)),
            " × (demand as entered − ",
            launch,
            "); 12 months after launch that is ",
            say.count(Quantity::Worked(Worked::WantedMonth12)).strong(),
            ".",
        ],
    )
}

fn churn(say: &Say<'_>) -> Explained {
    let input = Quantity::Input;
    let stays = match Worked::MonthsStayed.of(say.outcome) {
        Some(_) => sentence![
            "; a user stays 1 ÷ ",
            say.full_percent(input(Key::Churn)),
            " = ",
            say.plain(Quantity::Worked(Worked::MonthsStayed)).strong(),
            " months",
        ],
        None => sentence!["; nobody leaves"],
    };
    Explained::new(
        "This share of users leaves each month whatever you build; sign-ups have to replace them \
         before demand can grow.",
        sentence![
            "Sign-ups = demand − ",
            say.percent3(Quantity::Worked(Worked::Not(Key::Churn))),
            " of the demand a month before",
            stays,
            ".",
        ],
    )
}

fn terminal(say: &Say<'_>) -> Explained {
    let input = Quantity::Input;
    let plan = say.shown();
    let name = Sentence::from(say.built(plan)).capitalised();
    let value = say
        .money3(Quantity::Worked(Worked::Terminal(plan)))
        .strong();
    let months = say.full(input(Key::TerminalMonths));
    if say.is_service() {
        return Explained::new(
            "Users who are there at the end are worth this many months of what they bring in.",
            sentence![
                name,
                ": ",
                months,
                " × ",
                say.full_money(input(Key::UserMargin)),
                " × ",
                say.count(Quantity::UsersEnd(plan)),
                " users = ",
                value,
                " in ",
                say.month(input(Key::Horizon)),
                ".",
            ],
        );
    }
    Explained::new(
        "The last month's sales are worth this many months of what they leave; orders worked off \
         from before do not count.",
        sentence![
            name,
            ": ",
            months,
            " × what the orders shipped in ",
            say.month(input(Key::Horizon)),
            " leave after the cost of the units = ",
            value,
            ".",
        ],
    )
}
