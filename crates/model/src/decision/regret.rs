//! If you turn out to be wrong: what you would wish you had back.

use super::Line;

/// Regret of an option in the two states of the market.
#[derive(Clone, Copy, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Regret<T> {
    /// The option.
    pub option: T,
    /// Best value if people want it minus the option's.
    pub wanted: f64,
    /// Best value if nobody wants it minus the option's.
    pub unwanted: f64,
}

impl<T> Regret<T> {
    /// The worse of the two.
    #[must_use]
    pub fn worst(&self) -> f64 {
        self.wanted.max(self.unwanted)
    }
}

/// The regret of every option.
#[must_use]
pub fn regrets<T: Copy>(lines: &[Line<T>]) -> Vec<Regret<T>> {
    let highest =
        |value: fn(&Line<T>) -> f64| lines.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
    let (good, bad) = (highest(|line| line.good), highest(|line| line.bad));
    let regret = |line: &Line<T>| Regret {
        option: line.option,
        wanted: good - line.good,
        unwanted: bad - line.bad,
    };
    lines.iter().map(regret).collect()
}

/// The option with the smallest worst regret, the first of equals.
#[must_use]
pub fn minimax<T: Copy>(regrets: &[Regret<T>]) -> Option<Regret<T>> {
    regrets.iter().copied().reduce(|best, next| {
        if next.worst() < best.worst() {
            next
        } else {
            best
        }
    })
}
