//! Numbers that only a formula needs.

use crate::capacity::ResponseCurve;
use crate::field::Key;
use crate::math::{exp, monthly_rate, pow};
use crate::outcome::Outcome;
use crate::scenario::Scenario;
use crate::strategy::{Strategy, first_launch};
use crate::values::{ALARM_LEVELS, RULE_OF_THUMB};

/// An intermediate result of a formula, computed as the engine computes it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Worked {
    /// Growth a month from launch to month 6.
    GrowthFirst,
    /// Growth a month from month 6 to month 12.
    GrowthSecond,
    /// Minus the growth a month after month 12 while the ceiling is far.
    Slowing,
    /// Users who want it 12 months after launch.
    WantedMonth12,
    /// Months after launch at which the demand entered for month 12 is there.
    MonthsTo12,
    /// Revenue a month at the end of the path.
    RevenueAtEnd(Strategy),
    /// What a premium costs.
    PremiumMoney(Strategy),
    /// The build without what it costs to enter its level.
    BuildOnly(Strategy),
    /// A rebuild without what it costs to enter the next level.
    RebuildBought,
    /// A rebuild per month of work.
    RebuildPerMonth,
    /// Months without new features in a rebuild.
    FrozenMonths,
    /// Months without new features in an extension.
    FrozenMonthsExtension,
    /// A quick fix.
    QuickFixCost,
    /// An extension of the scalable version.
    ExtensionCost,
    /// Share of the chance of success that a launch leaves.
    ChanceLeft(Strategy),
    /// Months by which a version is launched later than the simple one.
    LaterBy(Strategy),
    /// Value of the MVP with early warning if a full rebuild is needed.
    NeedsRebuild,
    /// The same if a quick fix is enough.
    QuickFixWillDo,
    /// The same on average.
    RebuildOrFix,
    /// Value of the scalable version if the right thing was made scalable.
    RightBet,
    /// The same if the wrong thing was.
    WrongBet,
    /// The same on average.
    RightOrWrong,
    /// The chance that none of this happens: one minus an input.
    Not(Key),
    /// Seconds too slow when it is full.
    SlowWhenFull,
    /// Share of sign-ups that come although it is full.
    SignUpsKept,
    /// Share of users that leave in a month because it is full.
    LeaveWhenFull,
    /// Share of sign-ups that come during a rebuild.
    FreezeKept,
    /// Share of sign-ups that come if half of those who want it are served.
    HalfServed,
    /// Months a user stays.
    MonthsStayed,
    /// What the business is worth at the end, undiscounted, path.
    Terminal(Strategy),
    /// Months of pay within the horizon.
    PayMonths,
    /// The team after launch, undiscounted.
    PaySum,
    /// Debt a month when the code is new, by level.
    DebtNew(u8),
    /// Debt a month when the code is old, by level.
    DebtOld(u8),
    /// Team time lost to debt in simple code that is a year old.
    DebtAfterYear,
    /// Users or orders at which an alarm level is reached, on a level of room.
    AlarmAt(Alarm, u8),
    /// Interest a month.
    MonthlyInterest,
    /// What one unit of money at the end is worth now.
    WorthNow,
    /// The team in a failure.
    FailurePay,
    /// Month in which a failure is stopped.
    FailureStop,
    /// A good unit around unit 50, returns included, by level.
    UnitCost(u8),
    /// A good unit around unit 50 without returns, by level.
    GoodUnit(u8),
    /// Returns per unit, by level.
    ReturnsPerUnit(u8),
    /// Extra parts per good unit, returns included.
    ExtraPerUnit,
    /// Expected share lost in a data move, or of units recalled.
    IncidentShare,
    /// Replacing a recalled unit.
    RecalledUnit,
    /// Assembly by hand around unit 100.
    AssemblyAt100,
    /// Wait at twice the users that fill the simple version.
    WaitAtDouble,
    /// Hosting for users at the end of the path.
    HostingAtEnd(Strategy),
    /// Months from the early warning to the end of the rebuild.
    LeadTime,
    /// Users who want it (hardware: orders a month) at the last moment to start a rebuild in time.
    WantedAtLastStart,
    /// Value of the MVP with early warning if people want it, with the alarm of the rule of thumb.
    GoodAtRuleOfThumb,
    /// Month of the lowest cash, path.
    LowPointMonth(Strategy),
    /// Most users of a version (hardware: units shipped in a month), path.
    Peak(Strategy),
}

/// Which alarm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// Of the MVP rebuilt late.
    Late,
    /// Of the MVP with early warning.
    Watch,
    /// Of the scalable version.
    Scalable,
}

impl Worked {
    /// Its value; `None` where the outcome has no such number.
    #[must_use]
    pub fn of(self, outcome: &Outcome) -> Option<f64> {
        let s = &outcome.scenario;
        let users_at_end = |strategy| {
            let months = &outcome.plan(strategy).path.months;
            months.last().map(|month| month.users)
        };
        let value = match self {
            Self::GrowthFirst => growth(s[Key::UsersAtLaunch], s[Key::UsersMonth6]),
            Self::GrowthSecond => growth(s[Key::UsersMonth6], s[Key::UsersMonth12]),
            Self::Slowing => -s.curve().logistic_rate()?,
            Self::WantedMonth12 => s.curve().at(12.0),
            Self::MonthsTo12 => 12.0 / s[Key::Speed],
            Self::RevenueAtEnd(strategy) => {
                let each = s[Key::UserMargin] + s[Key::Price];
                each * users_at_end(strategy)?
            }
            Self::PremiumMoney(strategy) => strategy.premium(s) * s[Key::BuildCost],
            Self::BuildOnly(strategy) => s[Key::BuildCost] * (1.0 + strategy.premium(s)),
            Self::RebuildBought => bought(s, Key::RebuildCost),
            Self::RebuildPerMonth => {
                (bought(s, Key::RebuildCost) + s[Key::Entry1]) / s[Key::RebuildMonths]
            }
            Self::FrozenMonths => s[Key::Freeze1] * s[Key::RebuildMonths],
            Self::FrozenMonthsExtension => s[Key::Freeze2] * s[Key::ExtensionMonths],
            Self::QuickFixCost => bought(s, Key::QuickFixCost) + s[Key::Entry1],
            Self::ExtensionCost => bought(s, Key::ExtensionCost) + s[Key::Entry2],
            Self::ChanceLeft(strategy) => outcome.plan(strategy).in_time,
            Self::LaterBy(strategy) => strategy.launch(s) - first_launch(s),
            Self::NeedsRebuild => outcome.plan(Strategy::MvpWatch).worlds[0],
            Self::QuickFixWillDo => outcome.plan(Strategy::MvpWatch).worlds[1],
            Self::RebuildOrFix => {
                let worlds = outcome.plan(Strategy::MvpWatch).worlds;
                mixed(s[Key::QuickFix], worlds[1], worlds[0])
            }
            Self::RightBet => outcome.plan(Strategy::Msp).worlds[0],
            Self::WrongBet => wrong_bet(outcome),
            Self::RightOrWrong => mixed(
                s[Key::WrongBet],
                wrong_bet(outcome),
                outcome.plan(Strategy::Msp).worlds[0],
            ),
            Self::Not(key) => 1.0 - s[key],
            Self::SlowWhenFull => slow_when_full(s),
            Self::SignUpsKept => exp(-s[Key::SignupLoss] * slow_when_full(s)),
            Self::LeaveWhenFull => 1.0 - exp(-s[Key::SlowChurn] * slow_when_full(s)),
            Self::FreezeKept => 1.0 - s[Key::FreezeLoss] * s[Key::Freeze1],
            Self::HalfServed => 1.0 - s[Key::WordOfMouth] + s[Key::WordOfMouth] * 0.5,
            Self::MonthsStayed => Some(1.0 / s[Key::Churn]).filter(|months| months.is_finite())?,
            Self::Terminal(strategy) => outcome.plan(strategy).path.ending.terminal,
            Self::PayMonths => pay_months(s),
            Self::PaySum => s[Key::Payroll] * pay_months(s),
            Self::DebtNew(level) => s[Key::Payroll] * s[Key::DRAG_NEW[usize::from(level)]],
            Self::DebtOld(level) => s[Key::Payroll] * s[Key::DRAG_OLD[usize::from(level)]],
            Self::DebtAfterYear => {
                let (new, old) = (s[Key::DragNew0], s[Key::DragOld0]);
                new + (old - new) * (12.0 / s[Key::DebtRamp]).min(1.0)
            }
            Self::AlarmAt(alarm, level) => {
                let used = match alarm {
                    Alarm::Late => s[Key::AlarmLate],
                    Alarm::Watch => outcome.alarm_watch,
                    Alarm::Scalable => s[Key::AlarmMsp],
                };
                let multiple = if level == 0 { 1.0 } else { s[Key::Multiple1] };
                used * multiple * s[Key::Capacity]
            }
            Self::MonthlyInterest => monthly_rate(s[Key::DiscountRate]),
            Self::WorthNow => pow(1.0 + s[Key::DiscountRate], -s[Key::Horizon] / 12.0),
            Self::FailurePay => s[Key::Payroll] * s[Key::FailureMonths],
            Self::FailureStop => first_launch(s) + s[Key::FailureMonths],
            Self::UnitCost(level) => good_unit(s, level) + returns(s, level),
            Self::GoodUnit(level) => good_unit(s, level),
            Self::ReturnsPerUnit(level) => returns(s, level),
            Self::ExtraPerUnit => {
                s[Key::ExtraParts] / s[Key::Yield1] * (1.0 + s[Key::FieldFailure1])
            }
            Self::IncidentShare => s[Key::IncidentChance] * s[Key::IncidentLoss],
            Self::RecalledUnit => s[Key::PartsCost] + s[Key::Assembly0] + s[Key::ReturnHandling],
            Self::AssemblyAt100 => s[Key::Assembly0] * s[Key::Learning],
            Self::WaitAtDouble => {
                let full = s[Key::Capacity];
                let (empty, limit) = (s[Key::ResponseEmpty], s[Key::ResponseLimit]);
                let sharp = s[Key::QuadraticShare];
                ResponseCurve::from_capacity(empty, limit, full, sharp).seconds(2.0 * full)
            }
            Self::HostingAtEnd(strategy) => s[Key::RunPerUser] * users_at_end(strategy)?,
            Self::LeadTime => s[Key::RebuildMonths] + s[Key::Lag],
            Self::WantedAtLastStart => {
                let start = outcome.warning.last_start.filter(|start| *start >= 0.0)?;
                s.curve().at(start)
            }
            Self::GoodAtRuleOfThumb => {
                let mut levels = ALARM_LEVELS.iter();
                let place = levels.position(|level| *level == RULE_OF_THUMB)?;
                let sweep = outcome.futures.as_ref().map(|futures| &futures.sweep);
                sweep.unwrap_or(&outcome.sweep.wanted)[place]
            }
            Self::Peak(strategy) => {
                let months = outcome.plan(strategy).path.months.iter();
                months.map(|month| month.users).fold(0.0, f64::max)
            }
            Self::LowPointMonth(strategy) => {
                let path = &outcome.plan(strategy).path;
                let months = (1_u32..).zip(&path.cash);
                let lowest = months.min_by(|(_, a), (_, b)| a.total_cmp(b));
                f64::from(lowest.filter(|(_, cash)| **cash < 0.0)?.0)
            }
        };
        Some(value)
    }
}

fn growth(from: f64, to: f64) -> f64 {
    pow(to / from, 1.0 / 6.0) - 1.0
}

/// Work that is a multiple of the build cost, as far as it is paid for.
fn bought(s: &Scenario, multiple: Key) -> f64 {
    s[multiple] * s[Key::BuildCost] * (1.0 - s[Key::OwnShare])
}

fn mixed(chance: f64, then: f64, otherwise: f64) -> f64 {
    chance * then + (1.0 - chance) * otherwise
}

fn wrong_bet(outcome: &Outcome) -> f64 {
    let worlds = outcome.plan(Strategy::Msp).worlds;
    mixed(outcome.scenario[Key::QuickFix], worlds[3], worlds[2])
}

fn slow_when_full(s: &Scenario) -> f64 {
    (s[Key::ResponseLimit] - s[Key::ResponseOk]).max(0.0)
}

fn pay_months(s: &Scenario) -> f64 {
    (s[Key::Horizon] - first_launch(s)).max(0.0)
}

/// A good unit around unit 50, where the assembly cost is stated.
fn good_unit(s: &Scenario, level: u8) -> f64 {
    let extra = if level > 0 { s[Key::ExtraParts] } else { 0.0 };
    let level = usize::from(level);
    (s[Key::PartsCost] + extra + s[Key::ASSEMBLY[level]]) / s[Key::YIELD[level]]
}

fn returns(s: &Scenario, level: u8) -> f64 {
    let failures = s[Key::FIELD_FAILURE[usize::from(level)]];
    failures * (good_unit(s, level) + s[Key::ReturnHandling])
}
