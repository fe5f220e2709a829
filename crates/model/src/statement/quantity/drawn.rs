//! The quantities that only the simulated futures know.

use crate::field::Key;
use crate::futures::{Futures, Spread, Times};
use crate::strategy::{Choice, Strategy};

/// Where in the range of nine futures in ten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its low end.
    Low,
    /// The middle future.
    Middle,
    /// Its high end.
    High,
}

impl Edge {
    pub(super) fn of(self, spread: &Spread) -> f64 {
        match self {
            Self::Low => spread.p5,
            Self::Middle => spread.p50,
            Self::High => spread.p95,
        }
    }

    pub(super) fn of_times(self, times: &Times) -> Option<f64> {
        match self {
            Self::Low => times.p5,
            Self::Middle => times.p50,
            Self::High => times.p95,
        }
    }
}

/// A number that only the simulated futures know.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Drawn {
    /// How many futures were drawn.
    Draws,
    /// The seed of the draws.
    Seed,
    /// Two standard errors of the average lead over another option.
    TwoStandardErrors(Choice),
    /// By how much the best option ends ahead of another if people want it.
    AheadBy(Choice, Edge),
    /// By how much it ends behind it.
    BehindBy(Choice, Edge),
    /// Share of the futures in which people want it in which the best option is ahead of another.
    AheadIfWanted(Choice),
    /// Share of all futures in which it is.
    AheadInAll(Choice),
    /// What the best option loses in the middle future in which nobody wants it.
    LossIfUnwanted,
    /// Share of all futures in which an option loses money.
    LosesMoney(Choice),
    /// What it typically loses there.
    TypicalLoss(Choice),
    /// Cash that an option needs if people want it.
    CashNeeded(Choice, Edge),
    /// It needs more than this in one of ten of all futures.
    CashNeededOneInTen(Choice),
    /// When the simple version is full.
    Wall(Edge),
    /// Chance that an MVP is rebuilt in full within the months shown.
    RebuildShare(Strategy),
    /// When that rebuild starts.
    RebuildStart(Strategy, Edge),
    /// When it ends.
    RebuildEnd(Strategy, Edge),
    /// Most of its room that the scalable version uses.
    PeakUse(Edge),
    /// What it is worth to know whether a quick fix is enough.
    KnowingQuickFix,
    /// What it is worth to know whether the right thing was made scalable.
    KnowingWrongBet,
    /// What it is worth to know an input.
    KnowingInput(Key),
    /// What it is worth to know everything.
    KnowingEverything,
}

impl Drawn {
    /// The same number elsewhere in its range; a number without a range is itself.
    #[must_use]
    pub fn at(self, edge: Edge) -> Self {
        match self {
            Self::AheadBy(than, _) => Self::AheadBy(than, edge),
            Self::BehindBy(than, _) => Self::BehindBy(than, edge),
            Self::CashNeeded(choice, _) => Self::CashNeeded(choice, edge),
            Self::Wall(_) => Self::Wall(edge),
            Self::RebuildStart(strategy, _) => Self::RebuildStart(strategy, edge),
            Self::RebuildEnd(strategy, _) => Self::RebuildEnd(strategy, edge),
            Self::PeakUse(_) => Self::PeakUse(edge),
            other => other,
        }
    }

    /// Its value; `None` where the futures have no such number.
    pub(super) fn of(self, futures: &Futures) -> Option<f64> {
        let finding_out = &futures.finding_out;
        let wall = &futures.fixed.wall;
        let rebuild = |strategy: Strategy| match strategy {
            Strategy::MvpLate => Some(&wall.late),
            Strategy::MvpWatch => Some(&wall.watched),
            _ => None,
        };
        Some(match self {
            Self::Draws => f64::from(futures.draws),
            Self::Seed => f64::from(futures.seed),
            Self::TwoStandardErrors(than) => 2.0 * futures.against(than)?.standard_error,
            Self::AheadBy(than, edge) => edge.of(&futures.against(than)?.lead_if_wanted),
            Self::BehindBy(than, edge) => -edge.of(&futures.against(than)?.lead_if_wanted),
            Self::AheadIfWanted(than) => futures.against(than)?.ahead_if_wanted,
            Self::AheadInAll(than) => futures.against(than)?.ahead_all_futures,
            Self::LossIfUnwanted => -futures.if_unwanted.value.p50,
            Self::LosesMoney(choice) => futures.option(choice)?.loses_money,
            Self::TypicalLoss(choice) => futures.option(choice)?.typical_loss,
            Self::CashNeeded(choice, edge) => {
                let [low, middle, high] = futures.option(choice)?.cash_needed;
                match edge {
                    Edge::Low => low,
                    Edge::Middle => middle,
                    Edge::High => high,
                }
            }
            Self::CashNeededOneInTen(choice) => futures.option(choice)?.cash_needed_p90,
            Self::Wall(edge) => edge.of_times(&wall.wall)?,
            Self::RebuildShare(strategy) => rebuild(strategy)?.share,
            Self::RebuildStart(strategy, edge) => edge.of_times(&rebuild(strategy)?.start)?,
            Self::RebuildEnd(strategy, edge) => edge.of_times(&rebuild(strategy)?.end)?,
            Self::PeakUse(edge) => edge.of(&futures.fixed.cards.peak_share_of_room),
            Self::KnowingQuickFix => finding_out.quick_fix,
            Self::KnowingWrongBet => finding_out.wrong_bet,
            Self::KnowingInput(key) => {
                let known = finding_out.ranges.iter().find(|worth| worth.key == key);
                known?.value
            }
            Self::KnowingEverything => finding_out.everything,
        })
    }
}
