//! Which paths of a draw another value of an input changes; all others are known from the draw.
//!
//! A rule may only say "no" where the path cannot depend on the input: the input belongs to another
//! strategy, or to something that does not happen on that path. What happens up to the first
//! time that an input counts does not depend on it, so the path of the draw tells.

use crate::field::{Key, Kind};
use crate::scenario::Scenario;
use crate::simulation::{Draw, PATHS, Trace, WANTED, unwanted, wanted, wanted_from};
use crate::strategy::Strategy;

/// What an input needs in order to count on a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counts {
    /// Nothing: it may always count.
    Always,
    /// Nowhere: the chances of worlds and the price of delay only weigh paths.
    Nowhere,
    /// Only for one strategy.
    For(Strategy),
    /// Where people want the product.
    Wanted,
    /// Where anybody is served slower than is harmless (service).
    Slow,
    /// Where anybody waits (hardware).
    Backlog,
    /// Where features stop.
    Frozen,
    /// Where a full rebuild starts.
    FullRebuild,
    /// Where a quick fix starts.
    QuickFix,
    /// Where any step up starts.
    Step,
    /// On the lowest level of capacity.
    Lowest,
}

fn counts(kind: Kind, key: Key) -> Counts {
    let service = kind == Kind::Service;
    match key {
        Key::QuickFix | Key::WrongBet | Key::DelayPenalty => Counts::Nowhere,
        Key::Premium => Counts::For(Strategy::Msp),
        Key::OverPremium => Counts::For(Strategy::Over),
        Key::Size | Key::Speed => Counts::Wanted,
        Key::Capacity | Key::WordOfMouth | Key::Churn if service => Counts::Wanted,
        Key::SignupLoss | Key::SlowChurn if service => Counts::Slow,
        Key::Cancel if !service => Counts::Backlog,
        Key::Yield0 | Key::FieldFailure0 if !service => Counts::Lowest,
        Key::FreezeLoss => Counts::Frozen,
        Key::RebuildCost
        | Key::RebuildMonths
        | Key::Freeze1
        | Key::IncidentChance
        | Key::IncidentLoss => Counts::FullRebuild,
        Key::QuickFixCost | Key::QuickFixMonths => Counts::QuickFix,
        Key::ExtensionCost | Key::ExtensionMonths | Key::Freeze2 => Counts::Step,
        _ => Counts::Always,
    }
}

impl Counts {
    /// On a path of a draw; `harmless` = the wait in the draw that does no harm.
    fn on(self, place: usize, path: &Trace, harmless: f64) -> bool {
        let steps_up = path.first_rebuild.is_some();
        // A version that made the right thing scalable needs neither a full rebuild nor a quick fix.
        let fixed_by = |fix: usize| {
            let mvps = [Strategy::MvpLate, Strategy::MvpWatch].map(|mvp| wanted(mvp, fix));
            let bets = [Strategy::Msp, Strategy::Over].map(|bet| wanted(bet, 2 + fix));
            steps_up && mvps.into_iter().chain(bets).any(|fixed| fixed == place)
        };
        match self {
            Self::Always => true,
            Self::Nowhere => false,
            Self::For(strategy) => {
                place == unwanted(strategy) || wanted_from(strategy.level()).contains(&place)
            }
            Self::Wanted => place < WANTED,
            Self::Slow => place < WANTED && path.longest_wait > harmless,
            Self::Backlog => path.longest_wait > 0.0,
            Self::Frozen => path.frozen > 0.0,
            Self::FullRebuild => fixed_by(0),
            Self::QuickFix => fixed_by(1),
            Self::Step => steps_up,
            Self::Lowest => place != wanted(Strategy::Over, 0) && place != unwanted(Strategy::Over),
        }
    }
}

/// The paths that another value of an input can change; `scenario` is that of the draw.
pub(super) fn touched(scenario: &Scenario, key: Key, draw: &Draw) -> [bool; PATHS] {
    let counts = counts(scenario.kind(), key);
    let harmless = scenario[Key::ResponseOk];
    let mut touched = [false; PATHS];
    for (place, (touched, path)) in touched.iter_mut().zip(&draw.paths).enumerate() {
        *touched = counts.on(place, path, harmless);
    }
    touched
}
