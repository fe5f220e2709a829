//! The watched MVP at every alarm level, in the same draw.
//!
//! Two levels give the same path if no utilisation at which a step could start lies between them.
//! So a path is run once for all levels from the one that is tried up to the lowest utilisation at
//! which its alarm sounded.

use crate::projection::{Path, Product, Terms};
use crate::values::ALARM_LEVELS;

use super::paths::LEVELS;

/// A path at the month in which an alarm first sounds.
#[derive(Clone, Copy, Debug)]
struct Fork<S> {
    /// Months done.
    months: usize,
    /// Utilisation at which it sounded.
    utilisation: f64,
    /// The path so far.
    path: Path<S>,
    /// Its present value so far.
    value: f64,
}

/// Where the watched MVP leaves the MVP that is never rebuilt, by alarm level.
pub(crate) struct Forks<S> {
    found: [Option<Fork<S>>; LEVELS],
    next: usize,
}

impl<S: Copy> Forks<S> {
    /// None so far; `wanted` = whether any are to be found at all.
    pub(crate) fn new(wanted: bool) -> Self {
        Self {
            found: [const { None }; LEVELS],
            next: if wanted { 0 } else { LEVELS },
        }
    }

    /// Notes a month of the trunk: the levels that sound for the first time leave it here.
    #[inline]
    pub(crate) fn note(&mut self, utilisation: f64, months: usize, path: &Path<S>, value: f64) {
        while self.next < LEVELS && utilisation >= ALARM_LEVELS[self.next] {
            self.found[self.next] = Some(Fork {
                months,
                utilisation,
                path: *path,
                value,
            });
            self.next += 1;
        }
    }

    /// The value by alarm level; `worth` runs the rest of a path and says the lowest utilisation at
    /// which its alarm sounded, `never` is the value without any alarm.
    pub(crate) fn values<P: Product<State = S>>(
        &self,
        terms: &Terms<P>,
        never: f64,
        worth: impl Fn(&Terms<P>, Path<S>, f64, usize, f64) -> (f64, f64),
    ) -> [f64; LEVELS] {
        let mut values = [never; LEVELS];
        let mut known_up_to = f64::NEG_INFINITY;
        let mut known = never;
        for (level, (fork, value)) in ALARM_LEVELS.iter().zip(self.found.iter().zip(&mut values)) {
            let Some(fork) = fork else { break };
            if *level > known_up_to {
                let (worth, lowest) = worth(terms, fork.path, fork.value, fork.months, *level);
                known = worth;
                known_up_to = lowest.min(fork.utilisation);
            }
            *value = known;
        }
        values
    }
}
