//! The workings of the results that need more than one figure.

use super::Explained;
use crate::bridge::Bridge;
use crate::field::Key;
use crate::projection::Component;
use crate::statement::{Quantity, Say, Sentence, changes, component_words, sentence};
use crate::strategy::{Choice, Strategy};

/// The value of an option: p times good plus the rest times bad.
pub(super) fn value(say: &Say<'_>, choice: Choice) -> Sentence {
    if choice == Choice::Nothing {
        return sentence!["Building nothing: ", say.money3(Quantity::Value(choice))];
    }
    sentence![
        Sentence::from(say.plan(choice)).capitalised(),
        ": ",
        say.full_percent(Quantity::Input(Key::Success)),
        " × ",
        say.bracketed(say.money3(Quantity::Good(choice))),
        " + ",
        say.full_percent(Quantity::ChanceUnwanted),
        " × ",
        say.bracketed(say.money3(Quantity::Bad(choice))),
        " = ",
        say.money3(Quantity::Value(choice)),
    ]
}

pub(super) fn lead(say: &Say<'_>) -> Explained {
    let verdict = &say.outcome.verdict;
    Explained::new(
        "What the best plan is worth on average, less what the next best is worth.",
        sentence![
            value(say, verdict.best),
            ". ",
            value(say, verdict.next_best),
            ". Lead: ",
            say.signed(Quantity::Lead).strong(),
            ".",
        ],
    )
}

pub(super) fn break_even(say: &Say<'_>) -> Explained {
    let verdict = &say.outcome.verdict;
    let [down, up] = changes(say);
    let sentence = "The chance of success at which the best plan and another are worth the same: \
                    what one gains if people want it just pays for what it loses if nobody does.";
    let switch = |quantity, to: Choice, which: &str| {
        let best = verdict.best;
        let gain = say.bracketed(say.money3(Quantity::GoodLead(best, to)));
        let loss = say.bracketed(say.money3(Quantity::BadLead(to, best)));
        sentence![
            format!("{which} "),
            say.percent3(quantity).strong(),
            " the answer is ",
            say.plan(to),
            ": ",
            say.percent3(quantity),
            " × ",
            gain,
            " = ",
            say.percent3(match quantity {
                Quantity::BreakEvenBelow => Quantity::NotBreakEvenBelow,
                _ => Quantity::NotBreakEvenAbove,
            }),
            " × ",
            loss,
            ".",
        ]
    };
    let mut working = sentence![];
    if let Some(down) = down {
        working.push(switch(Quantity::BreakEvenBelow, down.to, "Under"));
    }
    if let Some(up) = up {
        if down.is_some() {
            working.push(" ");
        }
        working.push(switch(Quantity::BreakEvenAbove, up.to, "Over"));
    }
    if working.is_empty() {
        working.push("No chance of success from 0 to 100 in 100 changes the answer.");
    }
    Explained::new(sentence, working)
}

/// What a plan loses if nobody wants it, part by part.
pub(super) fn loss_of(say: &Say<'_>, choice: Choice) -> Explained {
    let Some(strategy) = choice.strategy() else {
        return Explained::new(
            "Who builds nothing loses nothing.",
            sentence![
                "Building nothing: ",
                say.money3(Quantity::Loss(choice)).strong(),
                "."
            ],
        );
    };
    let parts = Component::ALL
        .into_iter()
        .filter(|component| !say.is_no_money(Quantity::BadPart(strategy, *component)));
    let mut working = sentence![];
    for component in parts {
        if !working.is_empty() {
            working.push("; ");
        }
        working.push(sentence![
            component_words(say, component),
            " ",
            say.signed(Quantity::BadPart(strategy, component)),
        ]);
    }
    if !working.is_empty() {
        working.push(". ");
    }
    Explained::new(
        if say.is_service() {
            "What you have spent when you stop, less what the few users at launch brought in."
        } else {
            "What you have spent when you stop, less what the few orders at launch brought in."
        },
        sentence![
            working,
            "Sum: ",
            say.signed(Quantity::Bad(choice)).strong(),
            ".",
        ],
    )
}

pub(super) fn wall(say: &Say<'_>) -> Explained {
    let sentence = if say.is_service() {
        "The month in which as many people want to use it as the simple version carries."
    } else {
        "The month in which as many are ordered as can be made by hand."
    };
    let noun = if say.is_service() {
        "users"
    } else {
        "orders a month"
    };
    let room = say.count(Quantity::Room(0));
    let working = match say.outcome.warning.wall {
        None => sentence!["Demand never reaches ", room, format!(" {noun}.")],
        Some(wall) if wall <= 0.0 => sentence![
            "Demand is at ",
            room,
            format!(" {noun} or more on the day of the launch, month "),
            say.plain3(Quantity::Wall).strong(),
            ".",
        ],
        Some(_) => sentence![
            "Demand reaches ",
            room,
            format!(" {noun} "),
            say.plain3(Quantity::WallAfterLaunch),
            " months after launch; launch after ",
            say.plain3(Quantity::Launch(Strategy::MvpLive)),
            " months, together ",
            say.plain3(Quantity::Wall).strong(),
            ".",
        ],
    };
    Explained::new(sentence, working)
}

/// When the room of the simple version is used up.
pub(super) fn when_full(say: &Say<'_>) -> &'static str {
    if say.is_service() {
        "the simple version is full"
    } else {
        "orders exceed what can be made by hand"
    }
}

/// The start of a formula that counts back from that moment.
pub(super) fn full_after(say: &Say<'_>) -> &'static str {
    if say.is_service() {
        "Full after "
    } else {
        "Orders exceed what can be made by hand after "
    }
}

pub(super) fn last_moment(say: &Say<'_>) -> Explained {
    let rebuild = say.words().rebuild;
    let input = Quantity::Input;
    let working = match Quantity::LastStart.of(say.outcome) {
        None => Sentence::from("More is never needed, so there is no last moment."),
        Some(_) => sentence![
            full_after(say),
            say.plain3(Quantity::Wall),
            " − ",
            say.full(input(Key::RebuildMonths)),
            " − ",
            say.full(input(Key::Lag)),
            " from alarm to work = ",
            say.plain3(Quantity::LastStart).strong(),
            " months from the start of the project.",
        ],
    };
    Explained::new(
        format!(
            "A {rebuild} that starts later than this is not finished when {}.",
            when_full(say)
        ),
        working,
    )
}

/// What a component means.
pub(super) fn meaning(say: &Say<'_>, component: Component) -> &'static str {
    let service = say.is_service();
    match component {
        Component::Revenue if service => "What users bring in until the end.",
        Component::Revenue => "What the units shipped bring in until the end.",
        Component::Terminal if service => {
            "What the users who are there at the end are worth after it."
        }
        Component::Terminal => "What the last month's sales are worth after the end.",
        Component::Build => "What is paid until the launch.",
        Component::Payroll => {
            "The team after launch: the same in every plan, but a later launch changes how likely \
             it is that people want it, and so how long the team is paid."
        }
        Component::Drag if service => "Team time lost to working around old code, bought again.",
        Component::Drag => "Team time lost to working around the old design, bought again.",
        Component::Run if service => "Hosting, by what was built and by users.",
        Component::Run => "The line on which units are made.",
        Component::Rebuild if service => "Rebuilds, quick fixes and extensions.",
        Component::Rebuild => "Redesign, quick fixes, tooling and extensions.",
        Component::Rest => "What is still to be paid at the end for work that is under way.",
        Component::UnitCost => "Parts, assembly and returns of the units shipped.",
    }
}

pub(super) fn part(say: &Say<'_>, component: Component) -> Explained {
    let Bridge { better, than, .. } = say.outcome.bridge;
    Explained::new(
        meaning(say, component),
        sentence![
            Sentence::from(say.plan(better)).capitalised(),
            " against ",
            say.plan(than),
            ": ",
            say.signed(Quantity::PartWanted(component)),
            " from the case that people want it, ",
            say.signed(Quantity::PartUnwanted(component)),
            " from the case that nobody does, each times its chance; together ",
            say.signed(Quantity::Part(component)).strong(),
            ".",
        ],
    )
}

pub(super) fn cash(say: &Say<'_>, strategy: Strategy) -> Explained {
    let parts = [
        Component::Revenue,
        Component::Build,
        Component::Payroll,
        Component::Drag,
        Component::Run,
        Component::Rebuild,
        Component::UnitCost,
    ];
    let mut working = sentence![];
    for component in parts {
        let quantity = Quantity::PathSum(strategy, component);
        if say.is_no_money(quantity) {
            continue;
        }
        if !working.is_empty() {
            working.push("; ");
        }
        let name = component_words(say, component);
        working.push(sentence![name, " ", say.signed(quantity)]);
    }
    if !working.is_empty() {
        working.push(". ");
    }
    Explained::new(
        "Cash in minus cash out since the start with your numbers, if people want it, as paid.",
        sentence![
            working,
            "Sum in ",
            say.month(Quantity::Input(Key::Horizon)),
            ": ",
            say.signed(Quantity::CashEnd(strategy)).strong(),
            ".",
        ],
    )
}
