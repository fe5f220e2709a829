//! The workings of the quantities of hardware that go by the unit.

use super::Worked;
use crate::field::Key;
use crate::projection::Component;
use crate::statement::{Figure, Format, PerUnit, Quantity, Say, Sentence, sentence};
use crate::text::write::{Precision, Sign};

/// What a quantity that goes by the unit means, and how it follows.
pub(super) fn explained(say: &Say<'_>, figure: &Figure, per_unit: PerUnit) -> (Sentence, Sentence) {
    (meaning(per_unit).into(), working(say, figure, per_unit))
}

fn meaning(per_unit: PerUnit) -> &'static str {
    match per_unit {
        PerUnit::Extra => "The extra parts of every good unit.",
        PerUnit::BreakEven => {
            "The volume at which the extra parts have cost as much as the redesign that they avoid, \
             on average."
        }
        PerUnit::ExtraTotal => "The extra parts of all units shipped in the months shown.",
        PerUnit::Now => "What the scalable design costs more before the launch.",
        PerUnit::NowPerSuccess => {
            "The same for each time that people want the product: it is spent whether they do or not."
        }
        PerUnit::SpentByVolume => "What the scalable design has cost more by this volume.",
        PerUnit::Avoided => {
            "What a redesign of the simple version costs, without the tooling, which is paid either \
             way."
        }
        PerUnit::AvoidedOnAverage => "The same, times the chance that it is needed and avoided.",
        PerUnit::Chance => {
            "The chance that a quick fix is not enough and that the right thing was made scalable."
        }
        PerUnit::Volume | PerUnit::Shipped(_) => {
            "The good units that are shipped in the months shown, with your numbers, if people want \
             the product."
        }
        PerUnit::CostPerUnit(_) => {
            "Parts, assembly, failures and recalls over the months shown, for each unit shipped."
        }
    }
}

fn working(say: &Say<'_>, figure: &Figure, per_unit: PerUnit) -> Sentence {
    let money = |per_unit| say.money3(Quantity::PerUnit(per_unit));
    let count = |per_unit| say.count(Quantity::PerUnit(per_unit));
    let input = Quantity::Input;
    let shown = || say.figure(figure.quantity, figure.format).strong();
    let equals = || sentence![" = ", shown(), "."];
    let rest = |key| say.percent3(Quantity::Worked(Worked::Not(key)));
    match per_unit {
        PerUnit::Extra => sentence![
            say.full_money(input(Key::ExtraParts)),
            " ÷ ",
            say.full_percent(input(Key::Yield1)),
            " good at once",
            equals(),
        ],
        PerUnit::BreakEven => sentence![
            "(",
            money(PerUnit::AvoidedOnAverage),
            " − ",
            money(PerUnit::NowPerSuccess),
            ") ÷ ",
            money(PerUnit::Extra),
            equals(),
        ],
        PerUnit::ExtraTotal => sentence![
            money(PerUnit::Extra),
            " × ",
            count(PerUnit::Volume),
            " units",
            equals(),
        ],
        PerUnit::Now => sentence![
            say.full_percent(input(Key::Premium)),
            " × ",
            say.full_money(input(Key::BuildCost)),
            equals(),
        ],
        PerUnit::NowPerSuccess => sentence![
            money(PerUnit::Now),
            " ÷ ",
            say.full_percent(input(Key::Success)),
            equals(),
        ],
        PerUnit::SpentByVolume => sentence![
            money(PerUnit::NowPerSuccess),
            " + ",
            money(PerUnit::Extra),
            " × ",
            count(PerUnit::Volume),
            " units",
            equals(),
        ],
        PerUnit::Avoided => {
            let own = input(Key::OwnShare);
            let own = (say.value(own) > 0.0)
                .then(|| sentence![" × (1 − ", say.full_percent(own), " own work)"]);
            sentence![
                say.full_percent(input(Key::RebuildCost)),
                " × ",
                say.full_money(input(Key::BuildCost)),
                own,
                equals(),
            ]
        }
        PerUnit::AvoidedOnAverage => sentence![
            say.percent3(Quantity::PerUnit(PerUnit::Chance)),
            " × ",
            money(PerUnit::Avoided),
            equals(),
        ],
        PerUnit::Chance => sentence![
            "(100% − ",
            say.full_percent(input(Key::QuickFix)),
            ") × (100% − ",
            say.full_percent(input(Key::WrongBet)),
            ") = ",
            rest(Key::QuickFix),
            " × ",
            rest(Key::WrongBet),
            " = ",
            say.percent3(figure.quantity).strong(),
            ".",
        ],
        PerUnit::Volume | PerUnit::Shipped(_) => sentence![
            "What is shipped in each month until ",
            say.month(input(Key::Horizon)),
            ", added up: ",
            shown(),
            ".",
        ],
        PerUnit::CostPerUnit(plan) => sentence![
            say.figure(
                Quantity::PathSum(plan, Component::UnitCost),
                Format::Money(Precision::Table, Sign::Hidden),
            ),
            " ÷ ",
            count(PerUnit::Shipped(plan)),
            " units",
            equals(),
        ],
    }
}
