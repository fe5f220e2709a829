//! The paths of a draw: every strategy in every world that it feels, and if nobody wants it.

use crate::strategy::Strategy;

/// Paths in which people want the product.
pub(crate) const WANTED: usize = 11;

/// All paths of a draw: those and one per starting level in which nobody wants it.
pub(crate) const PATHS: usize = WANTED + 3;

/// The MVP that is never rebuilt: the past of all MVPs.
pub(crate) const TRUNK: usize = 0;

/// The path of a strategy in a world, by the world's place in [`crate::world::World::ALL`]: worlds
/// that a strategy does not feel share a path (see [`crate::values::felt_by`]).
pub(crate) fn wanted(strategy: Strategy, world: usize) -> usize {
    let fixes = [0, 1, 0, 1][world];
    let bets = [0, 0, 1, 2][world];
    match strategy {
        Strategy::MvpLive => TRUNK,
        Strategy::MvpLate => 1 + fixes,
        Strategy::MvpWatch => 3 + fixes,
        Strategy::Msp => 5 + bets,
        Strategy::Over => 8 + bets,
    }
}

/// Where the paths of the strategies that start on a level are, if people want the product.
pub(crate) fn wanted_from(level: usize) -> std::ops::Range<usize> {
    [0..5, 5..8, 8..WANTED][level].clone()
}

/// The path of a strategy if nobody wants the product: one for all MVPs.
pub(crate) fn unwanted(strategy: Strategy) -> usize {
    WANTED + strategy.level()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::felt_by;
    use crate::world::World;

    #[test]
    fn two_worlds_share_a_path_exactly_if_they_feel_the_same() {
        let mut seen = std::collections::BTreeMap::new();
        for strategy in Strategy::ALL {
            for (index, world) in World::ALL.into_iter().enumerate() {
                let felt = (strategy, felt_by(strategy, world));
                let known = seen.entry(wanted(strategy, index)).or_insert(felt);
                assert_eq!(*known, felt);
                assert!(wanted_from(strategy.level()).contains(&wanted(strategy, index)));
            }
        }
        assert_eq!(seen.len(), WANTED);
    }
}
