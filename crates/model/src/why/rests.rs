//! The inputs that a quantity rests on. A test holds that each of them moves it, and that no other of
//! the first screen does.

use crate::field::{Field, Key, Kind};
use crate::statement::{Drawn, Growth, PerUnit, Quantity};
use crate::strategy::Strategy;

/// The inputs that a quantity rests on.
pub(super) struct Rests {
    /// The inputs, the most important first.
    pub keys: Vec<Key>,
    /// Whether nearly all others play a part, too.
    pub and_others: bool,
}

const DEMAND: [Key; 6] = [
    Key::UsersAtLaunch,
    Key::UsersMonth6,
    Key::UsersMonth12,
    Key::Ceiling,
    Key::Size,
    Key::Speed,
];

impl Rests {
    /// Of a quantity.
    pub(super) fn of(quantity: Quantity, kind: Kind) -> Self {
        let only = |keys: &[Key]| Rests {
            keys: keys.to_vec(),
            and_others: false,
        };
        let demand_and = |keys: &[Key]| {
            let mut all = DEMAND.to_vec();
            all.extend(keys);
            Rests {
                keys: all,
                and_others: false,
            }
        };
        match quantity {
            Quantity::Input(key)
            | Quantity::SwitchPoint(key, _)
            | Quantity::ChanceOtherBest(key) => only(&[key]),
            Quantity::ChanceUnwanted => only(&[Key::Success]),
            Quantity::ThresholdShare | Quantity::RuleOfThumb | Quantity::CrossingLevel(_) => {
                only(&[])
            }
            Quantity::Given(_) => only(&[]),
            Quantity::BuildTotal(strategy) => only(build_keys(strategy, kind)),
            Quantity::BuildMore(a, b) => {
                let mut keys = build_keys(a, kind).to_vec();
                let others = build_keys(b, kind).iter();
                let others: Vec<Key> = others.filter(|key| !keys.contains(key)).copied().collect();
                keys.extend(others);
                only(&keys)
            }
            Quantity::WeeksMore(Strategy::Over) => only(&[Key::OverPremium, Key::BuildWeeks]),
            Quantity::WeeksMore(_) => only(&[Key::Premium, Key::BuildWeeks]),
            Quantity::Launch(Strategy::Msp) => only(&[Key::BuildWeeks, Key::Premium]),
            Quantity::Launch(Strategy::Over) => only(&[Key::BuildWeeks, Key::OverPremium]),
            Quantity::Launch(_) => only(&[Key::BuildWeeks]),
            Quantity::RebuildCost => {
                only(&[Key::RebuildCost, Key::BuildCost, Key::OwnShare, Key::Entry1])
            }
            Quantity::CostBreakEven => only(&[Key::Premium, Key::RebuildCost]),
            Quantity::Wall | Quantity::Drawn(Drawn::Wall(_)) | Quantity::Growth(Growth::Full) => {
                demand_and(&[Key::Capacity, Key::BuildWeeks])
            }
            Quantity::WallAfterLaunch | Quantity::Growth(Growth::FullAfterLaunch(_)) => {
                demand_and(&[Key::Capacity])
            }
            Quantity::Crossing(_) => demand_and(&[Key::Capacity, Key::BuildWeeks]),
            Quantity::LastStart | Quantity::Growth(Growth::LastStart(_)) => {
                demand_and(&[Key::Capacity, Key::BuildWeeks, Key::RebuildMonths, Key::Lag])
            }
            Quantity::WarningLevel
            | Quantity::Growth(Growth::JustInTime(_) | Growth::TooLateAtLaunch) => {
                demand_and(&[Key::Capacity, Key::RebuildMonths, Key::Lag])
            }
            Quantity::Room(level) | Quantity::Growth(Growth::Room(level, _)) => match level {
                0 => only(&[Key::Capacity]),
                1 => only(&[Key::Capacity, Key::Multiple1]),
                _ => only(&[Key::Capacity, Key::Multiple2]),
            },
            Quantity::Growth(Growth::Happens(_)) => only(&[Key::QuickFix]),
            Quantity::Drawn(
                Drawn::RebuildShare(_) | Drawn::RebuildStart(..) | Drawn::RebuildEnd(..),
            ) => demand_and(&[
                Key::Capacity,
                Key::QuickFix,
                Key::RebuildMonths,
                Key::AlarmLate,
                Key::AlarmWatch,
            ]),
            Quantity::PerUnit(PerUnit::Extra) => only(&[Key::ExtraParts, Key::Yield1]),
            Quantity::PerUnit(PerUnit::Now) => only(&[Key::Premium, Key::BuildCost]),
            Quantity::PerUnit(PerUnit::NowPerSuccess) => {
                only(&[Key::Premium, Key::BuildCost, Key::Success])
            }
            Quantity::PerUnit(PerUnit::Avoided) => {
                only(&[Key::RebuildCost, Key::BuildCost, Key::OwnShare])
            }
            Quantity::PerUnit(PerUnit::Chance) => only(&[Key::QuickFix, Key::WrongBet]),
            Quantity::PerUnit(PerUnit::AvoidedOnAverage) => only(&[
                Key::RebuildCost,
                Key::BuildCost,
                Key::OwnShare,
                Key::QuickFix,
                Key::WrongBet,
            ]),
            Quantity::PerUnit(PerUnit::BreakEven) => only(&[
                Key::Success,
                Key::BuildCost,
                Key::Premium,
                Key::RebuildCost,
                Key::OwnShare,
                Key::QuickFix,
                Key::WrongBet,
                Key::ExtraParts,
                Key::Yield1,
            ]),
            Quantity::Drawn(Drawn::Draws | Drawn::Seed) => only(&[]),
            _ => Rests {
                keys: Field::of(kind)
                    .filter(|field| field.tier == 1)
                    .map(|field| field.key)
                    .collect(),
                and_others: true,
            },
        }
    }
}

/// A scalable piece of hardware starts on the line of the simple one and is tooled later.
fn build_keys(strategy: Strategy, kind: Kind) -> &'static [Key] {
    match (strategy, kind) {
        (Strategy::Msp, Kind::Service) => &[Key::BuildCost, Key::Premium, Key::Entry1],
        (Strategy::Msp, Kind::Hardware) => &[Key::BuildCost, Key::Premium, Key::Entry0],
        (Strategy::Over, _) => &[Key::BuildCost, Key::OverPremium, Key::Entry2],
        _ => &[Key::BuildCost, Key::Entry0],
    }
}
