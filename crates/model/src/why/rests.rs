//! The inputs that a quantity rests on. A test holds that each of them moves it, and that no other of
//! the first screen does.

use super::Worked;
use crate::field::{Field, Key, Kind};
use crate::futures::Reaction;
use crate::statement::{Drawn, Growth, PerUnit, Quantity};
use crate::strategy::{Choice, Strategy};

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

/// What decides how many units are shipped, beside demand.
const SHIPPED: [Key; 4] = [Key::Capacity, Key::BuildWeeks, Key::Premium, Key::Horizon];

impl Rests {
    /// Of a quantity.
    pub(super) fn of(quantity: Quantity, kind: Kind) -> Self {
        let rests = Self::whatever_the_plan(quantity, kind);
        match plans(quantity) {
            Some(plans) => rests.of_plans(plans),
            None => rests,
        }
    }

    /// Without what belongs to other plans than these.
    fn of_plans(mut self, plans: [Choice; 2]) -> Self {
        let builds = |strategy| plans.contains(&Choice::Build(strategy));
        let is_rebuilt = plans
            .iter()
            .any(|plan| !matches!(plan, Choice::Build(Strategy::MvpLive) | Choice::Nothing));
        self.keys.retain(|key| match key {
            Key::Premium => builds(Strategy::Msp),
            Key::RebuildCost | Key::RebuildMonths => is_rebuilt,
            _ => true,
        });
        if builds(Strategy::Over) && self.and_others {
            self.keys.push(Key::OverPremium);
        }
        self
    }

    fn whatever_the_plan(quantity: Quantity, kind: Kind) -> Self {
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
        // What holds if people want the product does not rest on how likely that is.
        let without_success = |mut rests: Rests| {
            rests.keys.retain(|key| *key != Key::Success);
            rests
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
            Quantity::Worked(Worked::WantedMonth12) => demand_and(&[]),
            Quantity::Worked(Worked::LeadTime) => only(&[Key::RebuildMonths, Key::Lag]),
            Quantity::AlarmWatch => without_success(most(&[Key::AlarmWatch])),
            Quantity::Good(_)
            | Quantity::GoodLead(..)
            | Quantity::GoodPart(..)
            | Quantity::RegretWanted(_)
            | Quantity::CashEnd(_)
            | Quantity::CashLow(_)
            | Quantity::CashNeed(_)
            | Quantity::PathSum(..)
            | Quantity::Drawn(
                Drawn::AheadBy(..)
                | Drawn::BehindBy(..)
                | Drawn::AheadIfWanted(_)
                | Drawn::CashNeeded(..),
            )
            | Quantity::Growth(
                Growth::Price(..)
                | Growth::LateMinusEarly(_)
                | Growth::LateMinusEarlyMean
                | Growth::LateMinusEarlyPart(_)
                | Growth::LateCostsMore
                | Growth::Waiting(_)
                | Growth::WaitingCostsMore
                | Growth::LostRevenue(..)
                | Growth::ReactionPrice(..),
            ) => without_success(most(&[])),
            Quantity::Growth(Growth::PaidLate(_) | Growth::PaidEarlyLater(_)) => {
                and_others(demand_and(&[
                    Key::RebuildCost,
                    Key::BuildCost,
                    Key::QuickFix,
                    Key::Capacity,
                    Key::Horizon,
                ]))
            }
            Quantity::PerUnit(PerUnit::Volume | PerUnit::Shipped(_)) => {
                and_others(demand_and(&SHIPPED))
            }
            Quantity::PerUnit(PerUnit::CostPerUnit(strategy)) => {
                let level = strategy.level();
                let mut keys = vec![
                    Key::PartsCost,
                    Key::ASSEMBLY[level],
                    Key::YIELD[level],
                    Key::FIELD_FAILURE[level],
                ];
                if level > 0 {
                    keys.insert(1, Key::ExtraParts);
                }
                Rests {
                    keys,
                    and_others: true,
                }
            }
            Quantity::Bad(choice) | Quantity::Loss(choice) => unwanted(choice.strategy(), kind),
            Quantity::BadPart(strategy, _) => unwanted(Some(strategy), kind),
            // Growth and waits know no money; only the best alarm does.
            Quantity::Growth(
                Growth::Featureless(..)
                | Growth::ReactionFeatureless(..)
                | Growth::PathFeatureless(_),
            ) => and_others(demand_and(&[
                Key::Freeze1,
                Key::RebuildMonths,
                Key::Capacity,
                Key::BuildWeeks,
                Key::Horizon,
            ])),
            Quantity::Growth(
                Growth::LongestWait(..)
                | Growth::LongestWaitBefore(..)
                | Growth::ReactionWait(..)
                | Growth::UsersAtEnd(..)
                | Growth::FewerAtEnd(_)
                | Growth::ReactionFewer(..)
                | Growth::PathFewerAtEnd,
            ) => and_others(demand_and(&[
                Key::Capacity,
                Key::RebuildMonths,
                Key::BuildWeeks,
                Key::Horizon,
            ])),
            Quantity::Growth(Growth::PeakUsers(_)) => and_others(demand_and(&[
                Key::Capacity,
                Key::BuildWeeks,
                Key::Premium,
                Key::Horizon,
            ])),
            Quantity::Drawn(Drawn::PeakUse(_)) | Quantity::PeakUse(Strategy::Msp) => {
                and_others(demand_and(&[
                    Key::Capacity,
                    Key::Multiple1,
                    Key::BuildWeeks,
                    Key::Premium,
                    Key::Horizon,
                ]))
            }
            Quantity::PeakUse(_) => and_others(demand_and(&[
                Key::Capacity,
                Key::Multiple2,
                Key::BuildWeeks,
                Key::OverPremium,
                Key::Horizon,
            ])),
            Quantity::StepStart(strategy) if strategy.is_mvp() => and_others(demand_and(&[
                Key::Capacity,
                alarm(strategy),
                Key::BuildWeeks,
            ])),
            Quantity::StepEnd(strategy) if strategy.is_mvp() => and_others(demand_and(&[
                Key::Capacity,
                alarm(strategy),
                Key::RebuildMonths,
                Key::BuildWeeks,
            ])),
            Quantity::PerUnit(PerUnit::ExtraTotal) => {
                let mut rests = and_others(demand_and(&SHIPPED));
                rests.keys.splice(0..0, [Key::ExtraParts, Key::Yield1]);
                rests
            }
            Quantity::PerUnit(PerUnit::SpentByVolume) => {
                let mut rests = and_others(demand_and(&SHIPPED));
                let first = [Key::ExtraParts, Key::Yield1, Key::BuildCost, Key::Success];
                rests.keys.splice(0..0, first);
                rests
            }
            Quantity::RebuildImplied => only(&[Key::RebuildMonths, Key::Payroll, Key::BuildCost]),
            Quantity::Drawn(Drawn::Draws | Drawn::Seed) => only(&[]),
            _ => most(&[]),
        }
    }
}

/// The plans that a quantity is about, where it is about some only.
fn plans(quantity: Quantity) -> Option<[Choice; 2]> {
    let one = |choice| Some([choice, choice]);
    let built = |strategy| one(Choice::Build(strategy));
    let late = Choice::Build(Strategy::MvpLate);
    match quantity {
        Quantity::Value(choice)
        | Quantity::AverageLoss(choice)
        | Quantity::Good(choice)
        | Quantity::PaysFrom(choice)
        | Quantity::CashShort(choice)
        | Quantity::CashEnough(choice)
        | Quantity::Drawn(
            Drawn::LosesMoney(choice)
            | Drawn::TypicalLoss(choice)
            | Drawn::CashNeeded(choice, _)
            | Drawn::CashNeededOneInTen(choice),
        ) => one(choice),
        Quantity::GoodLead(a, b) => Some([a, b]),
        Quantity::AlarmWatch | Quantity::ValueAtRuleOfThumb => built(Strategy::MvpWatch),
        Quantity::GoodPart(strategy, _)
        | Quantity::PathSum(strategy, _)
        | Quantity::CashEnd(strategy)
        | Quantity::CashLow(strategy)
        | Quantity::CashNeed(strategy) => built(strategy),
        // The price of growth is measured against an MVP that is rebuilt late.
        Quantity::Growth(Growth::Price(strategy, _) | Growth::LostRevenue(strategy, _)) => {
            Some([Choice::Build(strategy), late])
        }
        Quantity::Growth(
            Growth::Waiting(_) | Growth::WaitingCostsMore | Growth::ReactionPrice(..),
        ) => one(late),
        _ => None,
    }
}

/// What is lost if nobody wants it: the build, and the team until one stops.
fn unwanted(strategy: Option<Strategy>, kind: Kind) -> Rests {
    let Some(strategy) = strategy else {
        return Rests {
            keys: Vec::new(),
            and_others: false,
        };
    };
    let mut keys = vec![
        Key::Payroll,
        Key::FailureMonths,
        Key::BuildCost,
        Key::BuildWeeks,
        Key::UsersAtLaunch,
    ];
    keys.push(match kind {
        Kind::Service => Key::UserMargin,
        Kind::Hardware => Key::Price,
    });
    match strategy {
        Strategy::Msp => keys.push(Key::Premium),
        Strategy::Over => keys.push(Key::OverPremium),
        _ => {}
    }
    Rests {
        keys,
        and_others: true,
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
