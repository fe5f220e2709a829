//! Consistency checks: numbers that say the same thing twice, and capacity that nobody will use.

use crate::field::Key;
use crate::projection::Projection;
use crate::scenario::Scenario;

/// What the inputs imply about each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Checks {
    /// The break-even chance of the cost-only arithmetic: premium over rebuild cost; `None` if a
    /// rebuild costs nothing.
    pub article_break_even: Option<f64>,
    /// Rebuild cost as a multiple of the build cost implied by its months times the team.
    pub rebuild_multiple_implied: f64,
    /// Weeks of delay that the premium implies.
    pub premium_weeks: f64,
    /// Build weeks implied by the article's 2 to 3 weeks of delay and the premium; `None` without
    /// a premium.
    pub build_weeks_implied: Option<(f64, f64)>,
    /// Highest utilisation of the scalable version on the user's path.
    pub scalable_peak: f64,
    /// Highest utilisation of the over-built version on the user's path.
    pub over_built_peak: f64,
}

impl Checks {
    /// From the inputs and the paths of the scalable and the over-built version.
    #[must_use]
    pub fn of(s: &Scenario, scalable: &Projection, over_built: &Projection) -> Self {
        let ratio = |a: f64, b: f64| (b > 0.0).then(|| a / b);
        let premium = s[Key::Premium];
        Self {
            article_break_even: ratio(premium, s[Key::RebuildCost]),
            rebuild_multiple_implied: s[Key::RebuildMonths] * s[Key::Payroll] / s[Key::BuildCost],
            premium_weeks: premium * s[Key::BuildWeeks],
            build_weeks_implied: ratio(2.0, premium).zip(ratio(3.0, premium)),
            scalable_peak: peak(scalable) / (s[Key::Multiple1] * s[Key::Capacity]),
            over_built_peak: peak(over_built) / (s[Key::Multiple2] * s[Key::Capacity]),
        }
    }
}

fn peak(path: &Projection) -> f64 {
    path.months
        .iter()
        .map(|month| month.users)
        .fold(0.0, f64::max)
}
