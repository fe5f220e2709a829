//! The break-even ladder: how the break-even chance of the scalable version against the MVP that is
//! rebuilt late grows out of the article's arithmetic. Source: model specification, section 14.10.
//!
//! Its steps depend on their order; it illustrates, it does not explain the verdict.

use crate::decision::p_star;
use crate::field::{Key, Kind};
use crate::outcome::Outcome;
use crate::scenario::Scenario;
use crate::strategy::{Choice, Strategy};

/// An effect that is switched on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rung {
    /// Nothing but the premium and the rebuild.
    Article,
    /// A quick fix may be enough.
    QuickFix,
    /// The wrong thing may be made scalable.
    WrongBet,
    /// Debt takes team time.
    Drag,
    /// Hosting or the line costs money.
    RunCost,
    /// Later money counts less.
    Discounting,
    /// The scalable version is launched later.
    LaunchLater,
    /// Slowness, or waiting, loses customers.
    Slowness,
    /// A feature stop loses sign-ups.
    Freeze,
    /// The data move, or a recall, may go wrong.
    Migration,
    /// The business is worth something at the end.
    EndValue,
    /// A later launch is less likely to succeed.
    LearningDelay,
}

impl Rung {
    /// All rungs from the ground.
    pub const ALL: [Self; 12] = [
        Self::Article,
        Self::QuickFix,
        Self::WrongBet,
        Self::Drag,
        Self::RunCost,
        Self::Discounting,
        Self::LaunchLater,
        Self::Slowness,
        Self::Freeze,
        Self::Migration,
        Self::EndValue,
        Self::LearningDelay,
    ];

    /// The key in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::QuickFix => "quick_fix",
            Self::WrongBet => "wrong_bet",
            Self::Drag => "drag",
            Self::RunCost => "run_cost",
            Self::Discounting => "discounting",
            Self::LaunchLater => "launch_later",
            Self::Slowness => "slowness",
            Self::Freeze => "freeze",
            Self::Migration => "migration",
            Self::EndValue => "end_value",
            Self::LearningDelay => "learning_delay",
        }
    }

    /// The inputs that are 0 until this rung.
    fn keys(self, kind: Kind) -> Vec<Key> {
        let service = kind == Kind::Service;
        match self {
            Self::Article => vec![],
            Self::QuickFix => vec![Key::QuickFix, Key::QuickFixCost],
            Self::WrongBet => vec![Key::WrongBet],
            Self::Drag => [Key::DRAG_NEW, Key::DRAG_OLD].concat(),
            Self::RunCost if service => [&Key::RUN_FIXED[..], &[Key::RunPerUser]].concat(),
            Self::RunCost => Key::RUN_FIXED.to_vec(),
            Self::Discounting => vec![Key::DiscountRate],
            Self::LaunchLater if service => vec![Key::UserMargin],
            Self::LaunchLater => [
                &[Key::Price, Key::PartsCost][..],
                &Key::ASSEMBLY,
                &[Key::ReturnHandling, Key::ExtraParts],
            ]
            .concat(),
            Self::Slowness if service => vec![Key::SignupLoss, Key::SlowChurn],
            Self::Slowness => vec![Key::Cancel, Key::WordOfMouth],
            Self::Freeze => vec![Key::FreezeLoss],
            Self::Migration => vec![Key::IncidentChance],
            Self::EndValue => vec![Key::TerminalMonths],
            Self::LearningDelay => vec![Key::DelayPenalty],
        }
    }
}

/// The break-even chance at every rung, at the best guesses. Above 1: never pays at this step; below
/// 0: always; `None`: both are worth the same at any chance, or at none.
#[must_use]
pub fn ladder(scenario: &Scenario) -> [(Rung, Option<f64>); 12] {
    let kind = scenario.kind();
    let mut off: Vec<Key> = Rung::ALL
        .into_iter()
        .flat_map(|rung| rung.keys(kind))
        .collect();
    Rung::ALL.map(|rung| {
        let on = rung.keys(kind);
        off.retain(|key| !on.contains(key));
        (rung, break_even(scenario, &off))
    })
}

fn break_even(scenario: &Scenario, off: &[Key]) -> Option<f64> {
    let mut without = scenario.clone();
    for key in off {
        without.draw(*key, 0.0);
    }
    let outcome = Outcome::of(&without);
    let [late, msp] = [Strategy::MvpLate, Strategy::Msp].map(|s| outcome.line(Choice::Build(s)));
    p_star(&late, &msp)
}
