//! The watched MVP at every alarm level, in the same draw.
//!
//! Two levels give the same path if no utilisation at which a step could start lies between them.
//! So a path is run once for all levels from the one that is tried up to the lowest utilisation at
//! which its alarm sounded.

use crate::projection::Path;
use crate::values::ALARM_LEVELS;

use super::paths::LEVELS;

/// A path at the month in which an alarm first sounds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fork<S> {
    /// Months done.
    pub months: usize,
    /// Utilisation at which it sounded.
    utilisation: f64,
    /// The path so far.
    pub path: Path<S>,
    /// Its present value so far.
    pub value: f64,
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

    /// The value by alarm level and fix; `worth` runs the rest of the paths that are asked for and
    /// says the lowest utilisation at which their alarms sounded, `never` is the value without any
    /// alarm.
    pub(crate) fn values(
        &self,
        never: f64,
        mut worth: impl FnMut(&Fork<S>, f64, [bool; 2]) -> [(f64, f64); 2],
    ) -> [[f64; 2]; LEVELS] {
        let mut values = [[never; 2]; LEVELS];
        let mut known = [(never, f64::NEG_INFINITY); 2];
        for (level, (fork, value)) in ALARM_LEVELS.iter().zip(self.found.iter().zip(&mut values)) {
            let Some(fork) = fork else { break };
            let asked = known.map(|(_, up_to)| *level > up_to);
            let found = worth(fork, *level, asked);
            for fix in [0, 1] {
                if asked[fix] {
                    let (worth, lowest) = found[fix];
                    known[fix] = (worth, lowest.min(fork.utilisation));
                }
                value[fix] = known[fix].0;
            }
        }
        values
    }
}
