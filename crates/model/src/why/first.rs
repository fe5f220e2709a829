//! The inputs of the first screen.

use super::result::full_after;
use super::{Explained, Worked};
use crate::demand::Demand;
use crate::field::Key;
use crate::statement::{Quantity, Say, Sentence, sentence};
use crate::strategy::{Choice, Strategy};

pub(super) fn explained(say: &Say<'_>, key: Key) -> Option<Explained> {
    let input = Quantity::Input;
    Some(match key {
        Key::Success => success(say),
        Key::UsersAtLaunch | Key::UsersMonth6 | Key::UsersMonth12 | Key::Ceiling => {
            demand(say, key)?
        }
        Key::UserMargin => per_user(say),
        Key::Price => per_unit(say),
        Key::BuildCost => build_cost(say),
        Key::Premium => Explained::new(
            "The scalable version costs this much more than the simple one, and takes longer by \
             the same share.",
            premium(say, Key::Premium, Strategy::Msp),
        ),
        Key::RebuildCost => rebuild_cost(say),
        Key::RebuildMonths => rebuild_months(say),
        Key::Capacity => Explained::new(
            if say.is_service() {
                "When this many people use it, a page takes as long as you find bearable; beyond \
                 that, sign-ups are lost and users leave."
            } else {
                "More orders than this wait, and some of those who wait cancel."
            },
            sentence![
                "Room: ",
                say.full_count(input(Key::Capacity)),
                " simple; × ",
                say.full(input(Key::Multiple1)),
                " = ",
                say.count(Quantity::Room(1)).strong(),
                " scalable; × ",
                say.full(input(Key::Multiple2)),
                " = ",
                say.count(Quantity::Room(2)).strong(),
                " over-built.",
            ],
        ),
        _ => return None,
    })
}

/// What the premium of a version comes to.
pub(super) fn premium(say: &Say<'_>, key: Key, strategy: Strategy) -> Sentence {
    let input = Quantity::Input;
    sentence![
        say.full_percent(input(key)),
        " × ",
        say.full_money(input(Key::BuildCost)),
        " = ",
        say.full_money(Quantity::Worked(Worked::PremiumMoney(strategy)))
            .strong(),
        "; ",
        say.full_percent(input(key)),
        " × ",
        say.full_weeks(input(Key::BuildWeeks)),
        " = ",
        say.weeks(Quantity::WeeksMore(strategy)).strong(),
        ".",
    ]
}

fn success(say: &Say<'_>) -> Explained {
    let choice = Choice::Build(say.shown());
    let name = Sentence::from(say.plan(choice)).capitalised();
    Explained::new(
        "What a plan is worth on average: its value if people want it times this chance, plus its \
         value if nobody does times the rest.",
        sentence![
            name,
            ": ",
            say.full_percent(Quantity::Input(Key::Success)),
            " × ",
            say.money3(Quantity::Good(choice)),
            " + ",
            say.full_percent(Quantity::ChanceUnwanted),
            " × ",
            say.bracketed(say.money3(Quantity::Bad(choice))),
            " = ",
            say.money3(Quantity::Value(choice)).strong(),
            ".",
        ],
    )
}

fn demand(say: &Say<'_>, key: Key) -> Option<Explained> {
    if *say.outcome.scenario.demand() != Demand::Milestones {
        return Some(Explained::new(
            "Demand follows another curve in this scenario.",
            Sentence::from("This number enters no formula here."),
        ));
    }
    let input = Quantity::Input;
    let users = |key| say.full_count(input(key));
    let growth = |worked| say.percent(Quantity::Worked(worked)).strong();
    let what = if say.is_service() {
        "users"
    } else {
        "orders a month"
    };
    let first = || {
        sentence![
            "(",
            users(Key::UsersMonth6),
            " ÷ ",
            users(Key::UsersAtLaunch),
            ")^(1/6) − 1 = ",
            growth(Worked::GrowthFirst),
            " growth a month until month 6",
        ]
    };
    let second = || {
        sentence![
            "(",
            users(Key::UsersMonth12),
            " ÷ ",
            users(Key::UsersMonth6),
            ")^(1/6) − 1 = ",
            growth(Worked::GrowthSecond),
            " growth a month until month 12",
        ]
    };
    Some(match key {
        Key::UsersAtLaunch => Explained::new(
            format!(
                "Demand starts here, counted from the launch; if nobody wants the product, it \
                 stays at this number of {what} until you stop."
            ),
            sentence![first(), "."],
        ),
        Key::UsersMonth6 => Explained::new(
            "Demand grows evenly from the launch to this number, and from there on to the next.",
            sentence![first(), "; ", second(), "."],
        ),
        Key::UsersMonth12 => Explained::new(
            "Demand grows evenly from month 6 to this number; after that it slows down towards the \
             most there could be.",
            sentence![second(), "."],
        ),
        Key::Ceiling => Explained::new(
            "After month 12 demand slows down, the more the nearer it comes to this number.",
            sentence![
                users(Key::Ceiling),
                " ÷ (1 + (",
                users(Key::Ceiling),
                " ÷ ",
                users(Key::UsersMonth12),
                " − 1) × e^(",
                say.plain(Quantity::Worked(Worked::Slowing)),
                " × months after month 12)); in ",
                say.month(input(Key::Horizon)),
                " of the project ",
                say.count(Quantity::WantedEnd).strong(),
                format!(" {what}."),
            ],
        ),
        _ => return None,
    })
}

fn per_user(say: &Say<'_>) -> Explained {
    let plan = say.shown();
    Explained::new(
        "Every user brings in this much a month; it is the whole of the revenue.",
        at_end(say, Key::UserMargin, plan, " users"),
    )
}

fn per_unit(say: &Say<'_>) -> Explained {
    let plan = say.shown();
    Explained::new(
        "Every unit shipped brings in this much; its parts, assembly and returns are counted \
         apart.",
        at_end(say, Key::Price, plan, " units"),
    )
}

fn at_end(say: &Say<'_>, key: Key, plan: Strategy, noun: &str) -> Sentence {
    sentence![
        Sentence::from(say.built(plan)).capitalised(),
        " in ",
        say.month(Quantity::Input(Key::Horizon)),
        ": ",
        say.full_money(Quantity::Input(key)),
        " × ",
        say.count(Quantity::UsersEnd(plan)),
        noun,
        " = ",
        say.money3(Quantity::Worked(Worked::RevenueAtEnd(plan)))
            .strong(),
        " a month.",
    ]
}

fn build_cost(say: &Say<'_>) -> Explained {
    let input = Quantity::Input;
    let grown = |key, strategy, name: &str| {
        sentence![
            "× (1 + ",
            say.full_percent(input(key)),
            ") = ",
            say.full_money(Quantity::Worked(Worked::BuildOnly(strategy)))
                .strong(),
            format!(" {name}"),
        ]
    };
    Explained::new(
        format!(
            "The simple version costs this much, spread evenly until its launch; the other \
             versions and the {} are multiples of it.",
            say.words().rebuild
        ),
        sentence![
            say.full_money(input(Key::BuildCost)),
            " simple; ",
            grown(Key::Premium, Strategy::Msp, "scalable"),
            "; ",
            grown(Key::OverPremium, Strategy::Over, "over-built"),
            ".",
        ],
    )
}

fn rebuild_cost(say: &Say<'_>) -> Explained {
    let input = Quantity::Input;
    let s = &say.outcome.scenario;
    let own = (s[Key::OwnShare] > 0.0).then(|| {
        sentence![
            " × (1 − ",
            say.full_percent(input(Key::OwnShare)),
            " own work)",
        ]
    });
    let fixed = (s[Key::Entry1] > 0.0)
        .then(|| sentence![" + ", say.full_money(input(Key::Entry1)), " fixed cost",]);
    let rebuild = say.words().rebuild;
    Explained::new(
        sentence![
            format!("The {rebuild} costs "),
            say.full(input(Key::RebuildCost)),
            " times the simple version, once more.",
        ],
        sentence![
            say.full(input(Key::RebuildCost)),
            " × ",
            say.full_money(input(Key::BuildCost)),
            own,
            fixed,
            " = ",
            say.full_money(Quantity::RebuildCost).strong(),
            ", and ",
            say.full_months(input(Key::RebuildMonths)),
            ".",
        ],
    )
}

fn rebuild_months(say: &Say<'_>) -> Explained {
    let input = Quantity::Input;
    let rebuild = say.words().rebuild;
    let lag = (say.outcome.scenario[Key::Lag] > 0.0)
        .then(|| sentence![" − ", say.full(input(Key::Lag)), " from alarm to work"]);
    let last = match Quantity::LastStart.of(say.outcome) {
        Some(_) => sentence![
            full_after(say),
            say.plain3(Quantity::Wall),
            " − ",
            say.full(input(Key::RebuildMonths)),
            lag,
            " = ",
            say.plain3(Quantity::LastStart).strong(),
            " months from the start of the project, the last moment to begin; ",
        ],
        None => sentence![],
    };
    Explained::new(
        format!(
            "The {rebuild} takes this long, feature work stops meanwhile, and its cost is spread \
             over these months."
        ),
        sentence![
            last,
            say.full_money(Quantity::RebuildCost),
            " ÷ ",
            say.full_months(input(Key::RebuildMonths)),
            " = ",
            say.full_money(Quantity::Worked(Worked::RebuildPerMonth))
                .strong(),
            " a month; ",
            say.full_percent(input(Key::Freeze1)),
            " of ",
            say.full_months(input(Key::RebuildMonths)),
            " = ",
            say.months(Quantity::Worked(Worked::FrozenMonths)).strong(),
            " without new features.",
        ],
    )
}
