//! The quantities that sentences state, each recomputed from the outcome.

mod drawn;
mod growth;
mod per_unit;

pub use drawn::{Drawn, Edge};
pub use growth::Growth;
pub use per_unit::PerUnit;

use crate::bridge::{Bridge, BridgePart};
use crate::decision;
use crate::field::{Key, Kind};
use crate::outcome::{Outcome, TOO_CLOSE};
use crate::projection::{Component, Projection};
use crate::scenario::Scenario;
use crate::strategy::{Choice, Strategy, first_launch};
use crate::values::RULE_OF_THUMB;
use crate::verdict::{AtBestGuesses, Evidence};
use crate::why::Worked;

/// What a number in a sentence states. Money is in today's value and on average unless it says
/// "path"; a path is the one with the user's numbers if people want it, undiscounted. Times are
/// months since the start of the project unless said otherwise.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quantity {
    /// An input.
    Input(Key),
    /// The alarm level of the watched MVP.
    AlarmWatch,
    /// The average lead of the best option over the next best.
    Lead,
    /// The alarm level that the rule of thumb names.
    RuleOfThumb,
    /// The average value of the watched MVP with the alarm at that level.
    ValueAtRuleOfThumb,
    /// The lead below which it is too close to call.
    Threshold,
    /// The same as a share of the build cost.
    ThresholdShare,
    /// The average lead over the best other product.
    LeadOverOther,
    /// The average value of an option.
    Value(Choice),
    /// What an option loses on average.
    AverageLoss(Choice),
    /// The value of an option if people want it.
    Good(Choice),
    /// The value of an option if nobody wants it.
    Bad(Choice),
    /// What an option loses if nobody wants it.
    Loss(Choice),
    /// By how much the first is ahead of the second if people want it.
    GoodLead(Choice, Choice),
    /// By how much the first is ahead of the second if nobody wants it.
    BadLead(Choice, Choice),
    /// How much more the recommended option loses than the cheapest if nobody wants it.
    MoreThanCheapest,
    /// The chance of success below which another option is best.
    BreakEvenBelow,
    /// The chance of success above which another option is best.
    BreakEvenAbove,
    /// The chance of failure at the lower break-even.
    NotBreakEvenBelow,
    /// The chance of failure at the upper break-even.
    NotBreakEvenAbove,
    /// The chance of success below which nothing that is built is worth it.
    NothingBelow,
    /// The chance that nobody wants it.
    ChanceUnwanted,
    /// What one would wish to have back in the worse case.
    WorstRegret(Choice),
    /// What one would wish to have back if people want it.
    RegretWanted(Choice),
    /// What one would wish to have back if nobody wants it.
    RegretUnwanted(Choice),
    /// What building a version costs until its launch.
    BuildTotal(Strategy),
    /// How much more building the first costs than building the second.
    BuildMore(Strategy, Strategy),
    /// How many weeks longer than the simple version it takes.
    WeeksMore(Strategy),
    /// What a full rebuild costs.
    RebuildCost,
    /// Start of the first step up, path.
    StepStart(Strategy),
    /// End of the first step up, path.
    StepEnd(Strategy),
    /// Launch of a version.
    Launch(Strategy),
    /// When the simple version is full.
    Wall,
    /// The same in months after its launch.
    WallAfterLaunch,
    /// The last moment to start a rebuild in time.
    LastStart,
    /// Its room used at the last moment to start.
    WarningLevel,
    /// When a share of its room is used, by place in [`crate::warning::LEVELS`].
    Crossing(u8),
    /// That share.
    CrossingLevel(u8),
    /// Users that a level carries; hardware: units that it makes a month.
    Room(u8),
    /// Cash at the end, path.
    CashEnd(Strategy),
    /// Lowest cash, path.
    CashLow(Strategy),
    /// Lowest cash, path, as a need.
    CashNeed(Strategy),
    /// Longest wait, path: seconds, hardware months.
    LongestWait(Strategy),
    /// Users (hardware: units a month) at the end, path.
    UsersEnd(Strategy),
    /// Users who would like to use it at the end (hardware: orders a month), path.
    WantedEnd,
    /// A part of the lead.
    Part(Component),
    /// What it takes from the case that people want it, times its chance.
    PartWanted(Component),
    /// What it takes from the case that nobody does, times its chance.
    PartUnwanted(Component),
    /// A part of the lead over the best other product.
    PartOther(Component),
    /// What that takes from the case that people want it, times its chance.
    PartOtherWanted(Component),
    /// What it takes from the case that nobody does, times its chance.
    PartOtherUnwanted(Component),
    /// A part of a version's value on average if people want it, without the chance that a later
    /// launch comes too late; before futures are drawn, path.
    GoodPart(Strategy, Component),
    /// A part of a version's value if nobody wants it.
    BadPart(Strategy, Component),
    /// A part of the cash at the end, path.
    PathSum(Strategy, Component),
    /// The rebuild as a multiple of the build, from its months and the team.
    RebuildImplied,
    /// The chance of success from which the scalable version pays by cost alone.
    CostBreakEven,
    /// Most of its room that a version uses, path.
    PeakUse(Strategy),
    /// By how much an option is worth less on average than the best one.
    GivenUp(Choice),
    /// The chance of success from which an option is worth more than nothing.
    PaysFrom(Choice),
    /// Share of all futures in which an option needs more cash than there is.
    CashShort(Choice),
    /// Share of all futures in which the cash there is is enough for it.
    CashEnough(Choice),
    /// What it is worth to know for certain whether people want it.
    KnowingSuccess,
    /// The same if something is built in any case.
    KnowingSuccessAnyway,
    /// What a market test is worth.
    MarketTest {
        /// How often it says yes if people want the product.
        hit: f64,
        /// How often it says yes if they do not.
        false_alarm: f64,
    },
    /// A number that was given beside the scenario.
    Given(f64),
    /// The chance that an input lies where another option is best.
    ChanceOtherBest(Key),
    /// A value of an input at which another option becomes the best, by its place among those of
    /// the input, ascending. The size of demand goes by users after twelve months.
    SwitchPoint(Key, u8),
    /// A number that only the simulated futures know.
    Drawn(Drawn),
    /// A number of what growth does.
    Growth(Growth),
    /// A number of hardware that goes by the unit.
    PerUnit(PerUnit),
    /// A number that only a formula needs.
    Worked(Worked),
}

impl Quantity {
    /// Its value; `None` where the outcome has no such quantity.
    #[must_use]
    pub fn of(self, outcome: &Outcome) -> Option<f64> {
        let s = &outcome.scenario;
        let verdict = &outcome.verdict;
        let warning = &outcome.warning;
        let line = |choice| outcome.line(choice);
        let path = |strategy: Strategy| &outcome.plan(strategy).path;
        let regret = |choice| outcome.regrets.iter().find(|r| r.option == choice);
        let after_launch = |months: Option<f64>| months.map(|months| first_launch(s) + months);
        let value = match self {
            Self::Input(key) => s[key],
            Self::AlarmWatch => outcome.alarm_watch,
            Self::Lead => verdict.lead,
            Self::RuleOfThumb => RULE_OF_THUMB,
            Self::ValueAtRuleOfThumb => {
                let good = Worked::GoodAtRuleOfThumb.of(outcome)?;
                let p = s[Key::Success];
                p * good + (1.0 - p) * line(Choice::Build(Strategy::MvpWatch)).bad
            }
            Self::Threshold => verdict.threshold,
            Self::ThresholdShare => TOO_CLOSE,
            Self::LeadOverOther => verdict.next_other?.1,
            Self::Value(choice) => line(choice).value(s[Key::Success]),
            Self::AverageLoss(choice) => -line(choice).value(s[Key::Success]),
            Self::Good(choice) => line(choice).good,
            Self::Bad(choice) => line(choice).bad,
            Self::Loss(choice) => -line(choice).bad,
            Self::GoodLead(a, b) => line(a).good - line(b).good,
            Self::BadLead(a, b) => line(a).bad - line(b).bad,
            Self::MoreThanCheapest => verdict.lost_more_than_cheapest,
            Self::BreakEvenBelow => verdict.down?.p,
            Self::BreakEvenAbove => verdict.up?.p,
            Self::NotBreakEvenBelow => 1.0 - verdict.down?.p,
            Self::NotBreakEvenAbove => 1.0 - verdict.up?.p,
            Self::NothingBelow => verdict.build_nothing_below,
            Self::ChanceUnwanted => 1.0 - s[Key::Success],
            Self::WorstRegret(choice) => regret(choice)?.worst(),
            Self::RegretWanted(choice) => regret(choice)?.wanted,
            Self::RegretUnwanted(choice) => regret(choice)?.unwanted,
            Self::BuildTotal(strategy) => build_total(s, strategy),
            Self::BuildMore(a, b) => build_total(s, a) - build_total(s, b),
            Self::WeeksMore(strategy) => strategy.premium(s) * s[Key::BuildWeeks],
            Self::RebuildCost => rebuild_cost(s),
            Self::StepStart(strategy) => path(strategy).ending.first_rebuild?.0,
            Self::StepEnd(strategy) => path(strategy).ending.first_rebuild?.1,
            Self::Launch(strategy) => path(strategy).launch,
            Self::Wall => after_launch(warning.wall)?,
            Self::WallAfterLaunch => warning.wall?,
            Self::LastStart => after_launch(warning.last_start)?,
            Self::WarningLevel => warning.alarm?,
            Self::Crossing(place) => after_launch(*warning.crossings.get(usize::from(place))?)?,
            Self::CrossingLevel(place) => *crate::warning::LEVELS.get(usize::from(place))?,
            Self::Room(level) => room(s, level),
            Self::CashEnd(strategy) => *path(strategy).cash.last()?,
            Self::CashLow(strategy) => path(strategy).low_point,
            Self::CashNeed(strategy) => -path(strategy).low_point,
            Self::LongestWait(strategy) => path(strategy).longest_wait(),
            Self::UsersEnd(strategy) => last(path(strategy))?.users,
            Self::WantedEnd => last(path(Strategy::MvpLive))?.demand,
            Self::Part(component) => part(&outcome.bridge, component)?.total(),
            Self::PartWanted(component) => part(&outcome.bridge, component)?.wanted,
            Self::PartUnwanted(component) => part(&outcome.bridge, component)?.unwanted,
            Self::PartOther(component) => part(outcome.bridge_other.as_ref()?, component)?.total(),
            Self::PartOtherWanted(component) => {
                part(outcome.bridge_other.as_ref()?, component)?.wanted
            }
            Self::PartOtherUnwanted(component) => {
                part(outcome.bridge_other.as_ref()?, component)?.unwanted
            }
            Self::GoodPart(strategy, component) => match &outcome.futures {
                Some(futures) => futures.fixed.money[strategy as usize].wanted,
                None => path(strategy).present,
            }
            .signed(component),
            Self::BadPart(strategy, component) => match &outcome.futures {
                Some(futures) => futures.fixed.money[strategy as usize].unwanted,
                None => outcome.plan(strategy).bad,
            }
            .signed(component),
            Self::PathSum(strategy, component) => path(strategy).sums.signed(component),
            Self::RebuildImplied => outcome.checks.rebuild_multiple_implied,
            Self::CostBreakEven => outcome.checks.article_break_even?,
            Self::PeakUse(Strategy::Msp) => outcome.checks.scalable_peak,
            Self::PeakUse(Strategy::Over) => outcome.checks.over_built_peak,
            Self::PeakUse(_) => return None,
            Self::GivenUp(choice) => {
                let p = s[Key::Success];
                line(verdict.best).value(p) - line(choice).value(p)
            }
            Self::PaysFrom(choice) => pays_from(&line(choice))?,
            Self::CashShort(choice) => cash_short(outcome, choice)?,
            Self::CashEnough(choice) => 1.0 - cash_short(outcome, choice)?,
            Self::KnowingSuccess => outcome.information.success,
            Self::KnowingSuccessAnyway => outcome.information.success_build_anyway,
            Self::MarketTest { hit, false_alarm } => {
                decision::evsi(&outcome.lines, s[Key::Success], hit, false_alarm)
            }
            Self::Given(number) => number,
            Self::ChanceOtherBest(key) => {
                let points = &outcome.change.as_ref()?.switch_points;
                points
                    .iter()
                    .find(|input| input.key == key)?
                    .chance_other_best?
            }
            Self::SwitchPoint(key, place) => switch_point(outcome, key, place)?,
            Self::Drawn(drawn) => drawn.of(outcome.futures.as_ref()?)?,
            Self::Growth(growth) => growth.of(outcome)?,
            Self::PerUnit(per_unit) => per_unit.of(outcome)?,
            Self::Worked(worked) => worked.of(outcome)?,
        };
        // A figure has no minus in front of zero.
        Some(value + 0.0)
    }
}

fn last(path: &Projection) -> Option<&crate::projection::Month> {
    path.months.last()
}

fn part(bridge: &Bridge, component: Component) -> Option<&BridgePart> {
    let mut parts = bridge.parts.iter();
    parts.find(|part| part.component == component)
}

/// A switch point of an input.
fn switch_point(outcome: &Outcome, key: Key, place: u8) -> Option<f64> {
    let mut points = outcome.change.as_ref()?.switch_points.iter();
    let input = points.find(|input| input.key == key)?;
    let value = input.switches.get(usize::from(place))?.value;
    Some(match key {
        Key::Size => outcome.scenario.curve().with_size(value).at(12.0),
        _ => value,
    })
}

/// Where the line of an option crosses zero upwards; `None` where it does not.
fn pays_from(line: &decision::Line<Choice>) -> Option<f64> {
    let crosses = line.bad < 0.0 && line.good > 0.0;
    crosses.then(|| -line.bad / (line.good - line.bad))
}

/// Over the futures, else over the worlds at the best guesses; `None` if there is no limit.
fn cash_short(outcome: &Outcome, choice: Choice) -> Option<f64> {
    outcome.scenario.cash()?;
    if let Some(futures) = &outcome.futures {
        return futures.option(choice)?.cash_short;
    }
    let guesses = AtBestGuesses {
        scenario: &outcome.scenario,
        plans: &outcome.plans,
    };
    Some(guesses.short_of_cash(choice))
}

/// What building a version costs until its launch. A scalable piece of hardware starts on the line
/// of the simple one and is tooled later.
fn build_total(s: &Scenario, strategy: Strategy) -> f64 {
    let tooled_later = s.kind() == Kind::Hardware && strategy == Strategy::Msp;
    let level = if tooled_later { 0 } else { strategy.level() };
    s[Key::BuildCost] * (1.0 + strategy.premium(s)) + s[Key::ENTRY[level]]
}

/// What a full rebuild of the simple version costs.
fn rebuild_cost(s: &Scenario) -> f64 {
    s[Key::RebuildCost] * s[Key::BuildCost] * (1.0 - s[Key::OwnShare]) + s[Key::Entry1]
}

/// Users that a level carries; hardware: units that it makes a month.
fn room(s: &Scenario, level: u8) -> f64 {
    let multiple = match level {
        0 => 1.0,
        1 => s[Key::Multiple1],
        _ => s[Key::Multiple2],
    };
    multiple * s[Key::Capacity]
}
