//! The four reactions to a simple version that is full, side by side. Source: model specification,
//! sections 2 and 14.5; the price of growth is that of [`super::ActingLate`].

use serde::{Deserialize, Serialize};

use super::growth::price_in;
use super::spread::Spread;
use crate::quantile::Weighted;
use crate::simulation::{Draw, Draws};
use crate::strategy::Strategy;

/// What one can do when the simple version is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reaction {
    /// Nothing at all.
    LiveWithIt,
    /// A quick fix when it hurts, where that is enough.
    Patch,
    /// A rebuild when it hurts, where a quick fix is not enough.
    RebuildLate,
    /// A rebuild on the early warning, where a quick fix is not enough.
    ActOnWarning,
}

impl Reaction {
    /// All four, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::LiveWithIt,
        Self::Patch,
        Self::RebuildLate,
        Self::ActOnWarning,
    ];

    /// The strategy that reacts so.
    #[must_use]
    pub fn strategy(self) -> Strategy {
        match self {
            Self::LiveWithIt => Strategy::MvpLive,
            Self::Patch | Self::RebuildLate => Strategy::MvpLate,
            Self::ActOnWarning => Strategy::MvpWatch,
        }
    }

    /// Whether a world is one of those in which the strategy reacts so.
    fn happens_in(self, world: usize) -> bool {
        let a_quick_fix_is_enough = world % 2 == 1;
        match self {
            Self::LiveWithIt => true,
            Self::Patch => a_quick_fix_is_enough,
            Self::RebuildLate | Self::ActOnWarning => !a_quick_fix_is_enough,
        }
    }
}

/// What comes of a reaction, over the futures in which people want the product and the strategy
/// reacts so.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reacted {
    /// Share of those futures among all in which people want it; where it is 0, the rest is 0 too.
    pub share: f64,
    /// Price of growth, discounted.
    pub price: Spread,
    /// Months without new features.
    pub months_without_features: Spread,
    /// Users (hardware: units a month) at the end that the scalable version has more.
    pub fewer_at_end: Spread,
    /// Longest wait of all months: seconds, hardware months.
    pub longest_wait: Spread,
}

/// The four reactions, in the order of [`Reaction::ALL`].
pub(crate) fn reactions(draws: &Draws, yours: &Draw) -> [Reacted; 4] {
    Reaction::ALL.map(|reaction| reacted(draws, yours, reaction))
}

fn reacted(draws: &Draws, yours: &Draw, reaction: Reaction) -> Reacted {
    let strategy = reaction.strategy();
    let mine = usize::from(reaction == Reaction::Patch);
    let numbers = |draw: &Draw, world: usize| {
        let path = draw.wanted(strategy, world);
        let scalable = draw.wanted(Strategy::Msp, world);
        [
            price_in(draw, world, strategy).iter().sum(),
            path.frozen,
            scalable.users_at_end - path.users_at_end,
            path.longest_wait,
        ]
    };
    let found: Vec<([f64; 4], f64)> = draws
        .wanted(|draw, world| (reaction.happens_in(world), numbers(draw, world)))
        .into_iter()
        .filter(|((happens, _), _)| *happens)
        .map(|((_, numbers), weight)| (numbers, weight))
        .collect();
    let yours = numbers(yours, mine);
    let spread = |place: usize| {
        let one: Vec<Weighted> = found
            .iter()
            .map(|(numbers, weight)| (numbers[place], *weight))
            .collect();
        Spread::of(&one, yours[place])
    };
    Reacted {
        share: found.iter().map(|(_, weight)| weight).sum(),
        price: spread(0),
        months_without_features: spread(1),
        fewer_at_end: spread(2),
        longest_wait: spread(3),
    }
}

#[cfg(test)]
mod tests {
    use crate::field::{Key, Kind};
    use crate::scenario::Scenario;
    use crate::simulation::Simulation;

    fn over(changes: &[(Key, f64)]) -> crate::futures::Futures {
        let scenario = Scenario::preset(Kind::Service);
        let scenario = scenario.changed(changes.iter().copied()).unwrap();
        Simulation::run(&scenario, 32, 1).futures()
    }

    #[test]
    fn shares_are_the_chances_of_a_quick_fix() {
        let futures = over(&[]);
        let [live, patch, late, watched] = futures.fixed.reactions;
        assert!((live.share - 1.0).abs() < 1e-12);
        assert!((patch.share + late.share - 1.0).abs() < 1e-12);
        assert_eq!(late.share, watched.share);
        // The mean of the chance over its range, 5 to 60 per cent around 25, is near its best guess.
        assert!((0.2..0.35).contains(&patch.share), "{}", patch.share);
    }

    /// Living with it happens in every future, so its price is that of the strategy; late is a mix
    /// of patch and rebuild whose means add up to the mean of the strategy.
    #[test]
    fn prices_are_those_of_the_strategies() {
        let futures = over(&[]);
        let [live, patch, late, _] = futures.fixed.reactions;
        let acting = &futures.fixed.acting_late;
        assert_eq!(live.price, acting.live.total);
        let mixed = patch.share * patch.price.mean + late.share * late.price.mean;
        let whole = acting.late.total.mean;
        assert!((mixed - whole).abs() < 1e-9 * whole, "{mixed} {whole}");
    }

    #[test]
    fn a_reaction_that_never_happens_has_no_numbers() {
        let futures = over(&[(Key::QuickFix, 0.0)]);
        let [_, patch, late, _] = futures.fixed.reactions;
        assert_eq!((patch.share, patch.price.p50), (0.0, 0.0));
        assert!((late.share - 1.0).abs() < 1e-12);
    }
}
