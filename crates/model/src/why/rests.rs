//! The inputs that a quantity rests on. A test holds that each of them moves it, and that no other of
//! the first screen does.

use crate::field::{Field, Key, Kind};
use crate::futures::Reaction;
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
        // Nearly all inputs play a part: these first, then the others of the first screen.
        let most = |keys: &[Key]| {
            let first_screen = Field::of(kind).filter(|field| field.tier == 1);
            let others = first_screen.map(|field| field.key);
            let mut all = keys.to_vec();
            all.extend(others.filter(|key| !keys.contains(key)));
            Rests {
                keys: all,
                and_others: true,
            }
        };
        let and_others = |rests: Rests| Rests {
            and_others: true,
            ..rests
        };
        match quantity {
            Quantity::Input(key) => only(&[key]),
            Quantity::SwitchPoint(key, _) => {
                let mut rests = most(&[]);
                rests.keys.retain(|other| *other != key);
                rests
            }
            Quantity::ChanceOtherBest(key) => most(&[key]),
            Quantity::CashShort(_) | Quantity::CashEnough(_) => most(&[Key::Cash]),
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
            Quantity::Wall | Quantity::Drawn(Drawn::Wall(_)) => {
                demand_and(&[Key::Capacity, Key::BuildWeeks])
            }
            Quantity::Growth(Growth::Full | Growth::FullCount) => {
                demand_and(&[Key::Capacity, Key::BuildWeeks, Key::Horizon])
            }
            Quantity::WallAfterLaunch | Quantity::Growth(Growth::FullAfterLaunch(_)) => {
                demand_and(&[Key::Capacity])
            }
            Quantity::Crossing(_) => demand_and(&[Key::Capacity, Key::BuildWeeks]),
            Quantity::LastStart | Quantity::Growth(Growth::LastStart(_)) => {
                demand_and(&[Key::Capacity, Key::BuildWeeks, Key::RebuildMonths, Key::Lag])
            }
            Quantity::WarningLevel
            | Quantity::Growth(
                Growth::JustInTime(_) | Growth::TooLateAtLaunch | Growth::TooLateAtLaunchCount,
            ) => demand_and(&[Key::Capacity, Key::RebuildMonths, Key::Lag]),
            Quantity::Room(level) | Quantity::Growth(Growth::Room(level, _)) => match level {
                0 => only(&[Key::Capacity]),
                1 => only(&[Key::Capacity, Key::Multiple1]),
                _ => only(&[Key::Capacity, Key::Multiple2]),
            },
            Quantity::Growth(Growth::Happens(Reaction::LiveWithIt)) => only(&[]),
            Quantity::Growth(Growth::Happens(_)) => only(&[Key::QuickFix]),
            // How slow pages, or waiting orders, hold back growth before the alarm plays a part, and
            // the best alarm rests on everything.
            Quantity::Drawn(Drawn::RebuildShare(strategy)) => and_others(demand_and(&[
                Key::Capacity,
                alarm(strategy),
                Key::QuickFix,
                Key::BuildWeeks,
                Key::Horizon,
            ])),
            Quantity::Drawn(Drawn::RebuildStart(strategy, _)) => and_others(demand_and(&[
                Key::Capacity,
                alarm(strategy),
                Key::QuickFix,
                Key::BuildWeeks,
            ])),
            Quantity::Drawn(Drawn::RebuildEnd(strategy, _)) => and_others(demand_and(&[
                Key::Capacity,
                alarm(strategy),
                Key::RebuildMonths,
                Key::QuickFix,
                Key::BuildWeeks,
            ])),
            Quantity::Growth(Growth::PaidEarly(_)) => match kind {
                Kind::Service => only(&[Key::Premium, Key::BuildCost, Key::Entry1, Key::Entry0]),
                Kind::Hardware => only(&[Key::Premium, Key::BuildCost]),
            },
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
            Quantity::PerUnit(PerUnit::ExtraTotal) => most(&[Key::ExtraParts, Key::Yield1]),
            Quantity::PerUnit(PerUnit::SpentByVolume) => most(&[
                Key::ExtraParts,
                Key::Yield1,
                Key::Premium,
                Key::BuildCost,
                Key::Success,
            ]),
            Quantity::RebuildImplied => only(&[Key::RebuildMonths, Key::Payroll, Key::BuildCost]),
            Quantity::Drawn(Drawn::Draws | Drawn::Seed) => only(&[]),
            _ => most(&[]),
        }
    }
}

/// The input that says when an MVP starts its rebuild.
fn alarm(strategy: Strategy) -> Key {
    match strategy {
        Strategy::MvpWatch => Key::AlarmWatch,
        _ => Key::AlarmLate,
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
