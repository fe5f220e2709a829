//! The team and its debt, the horizon, and the running cost.

use super::{Explained, Worked};
use crate::field::Key;
use crate::statement::{Quantity, Say, Sentence, sentence};
use crate::strategy::Strategy;

pub(super) fn explained(say: &Say<'_>, key: Key) -> Option<Explained> {
    let input = Quantity::Input;
    let worked = Quantity::Worked;
    let percent = |key| say.full_percent(input(key));
    let rebuild = say.words().rebuild;
    Some(match key {
        Key::Payroll => Explained::new(
            "The team is paid from the launch of the simple version on, the same in every plan; \
             time lost to debt is a share of it.",
            sentence![
                say.full_money(input(Key::Payroll)),
                " × ",
                say.plain3(worked(Worked::PayMonths)),
                " months after launch = ",
                say.money3(worked(Worked::PaySum)).strong(),
                ".",
            ],
        ),
        Key::OwnShare => Explained::new(
            format!(
                "This share of the {rebuild} is done by people you pay anyway and never made up; \
                 only the rest costs money."
            ),
            sentence![
                say.full(input(Key::RebuildCost)),
                " × ",
                say.full_money(input(Key::BuildCost)),
                " × (1 − ",
                percent(Key::OwnShare),
                ") = ",
                say.full_money(worked(Worked::RebuildBought)).strong(),
                " to pay.",
            ],
        ),
        Key::Freeze1 => Explained::new(
            format!(
                "This share of feature work stops during the {rebuild}, and {} are lost with it.",
                say.words().sign_ups
            ),
            sentence![
                percent(Key::Freeze1),
                " × ",
                say.full_months(input(Key::RebuildMonths)),
                " = ",
                say.months(worked(Worked::FrozenMonths)).strong(),
                " without new features.",
            ],
        ),
        Key::DragNew0 => debt(say, 0, true),
        Key::DragNew1 => debt(say, 1, true),
        Key::DragNew2 => debt(say, 2, true),
        Key::DragOld0 => debt(say, 0, false),
        Key::DragOld1 => debt(say, 1, false),
        Key::DragOld2 => debt(say, 2, false),
        Key::DebtRamp => Explained::new(
            format!(
                "Debt grows evenly over this time, counted from the launch or from the last \
                 {rebuild}."
            ),
            sentence![
                if say.is_service() {
                    "Simple code after a year: "
                } else {
                    "A simple design after a year: "
                },
                percent(Key::DragNew0),
                " + (",
                percent(Key::DragOld0),
                " − ",
                percent(Key::DragNew0),
                ") × 12 ÷ ",
                say.full(input(Key::DebtRamp)),
                ", at most all of it = ",
                say.percent3(worked(Worked::DebtAfterYear)).strong(),
                " of the team's time.",
            ],
        ),
        Key::DiscountRate => Explained::new(
            "Money later is worth less than money now, by this much a year.",
            sentence![
                "(1 + ",
                percent(Key::DiscountRate),
                ")^(1/12) − 1 = ",
                say.percent3(worked(Worked::MonthlyInterest)).strong(),
                " a month; money in ",
                say.month(input(Key::Horizon)),
                " counts ",
                say.percent3(worked(Worked::WorthNow)).strong(),
                ".",
            ],
        ),
        Key::Horizon => Explained::new(
            "Money is counted until the end of this month, then what is left is valued.",
            sentence![
                say.full_months(input(Key::Horizon)),
                " from the start of the project, ",
                say.plain3(worked(Worked::PayMonths)).strong(),
                " of them after the launch of the simple version.",
            ],
        ),
        Key::FailureMonths => Explained::new(
            "If nobody wants it, you stop this long after launch; until then the team is paid.",
            sentence![
                say.full(input(Key::FailureMonths)),
                " × ",
                say.full_money(input(Key::Payroll)),
                " = ",
                say.full_money(worked(Worked::FailurePay)).strong(),
                " for the team, until ",
                say.month(worked(Worked::FailureStop)),
                ".",
            ],
        ),
        Key::RunFixed0 => running(say, Key::RunFixed0, "simple"),
        Key::RunFixed1 => running(say, Key::RunFixed1, "scalable"),
        Key::RunFixed2 => running(say, Key::RunFixed2, "over-built"),
        Key::RunPerUser => {
            let plan = say.shown();
            Explained::new(
                "Every user costs this much a month to serve, whatever was built.",
                sentence![
                    Sentence::from(say.built(plan)).capitalised(),
                    " in ",
                    say.month(input(Key::Horizon)),
                    ": ",
                    say.full_money(input(Key::RunPerUser)),
                    " × ",
                    say.count(Quantity::UsersEnd(plan)),
                    " users = ",
                    say.money3(worked(Worked::HostingAtEnd(plan))).strong(),
                    " a month.",
                ],
            )
        }
        _ => return None,
    })
}

fn debt(say: &Say<'_>, level: u8, new: bool) -> Explained {
    let place = usize::from(level);
    let name = ["simple", "scalable", "over-built"][place];
    let what = if say.is_service() { "code" } else { "design" };
    let (key, figure, when) = if new {
        (Key::DRAG_NEW[place], Worked::DebtNew(level), "is new")
    } else {
        (Key::DRAG_OLD[place], Worked::DebtOld(level), "is old")
    };
    Explained::new(
        format!(
            "While the {name} {what} {when}, this share of the team's time goes into working \
             around it, and is bought again."
        ),
        sentence![
            say.full_percent(Quantity::Input(key)),
            " × ",
            say.full_money(Quantity::Input(Key::Payroll)),
            " = ",
            say.full_money(Quantity::Worked(figure)).strong(),
            " a month.",
        ],
    )
}

fn running(say: &Say<'_>, key: Key, name: &str) -> Explained {
    let what = if say.is_service() {
        "Hosting"
    } else {
        "The line"
    };
    let plan = match key {
        Key::RunFixed0 => Strategy::MvpLive,
        Key::RunFixed1 => Strategy::Msp,
        _ => Strategy::Over,
    };
    let from = if key == Key::RunFixed1 && !say.is_service() {
        sentence![" a month, once it is tooled."]
    } else {
        sentence![
            " a month from the launch in ",
            say.month(Quantity::Launch(plan)),
            " on, while it runs on this level.",
        ]
    };
    let more = if say.is_service() {
        " What each user costs comes on top."
    } else {
        ""
    };
    Explained::new(
        format!("{what} of the {name} version costs this much a month.{more}"),
        sentence![say.full_money(Quantity::Input(key)).strong(), from],
    )
}
