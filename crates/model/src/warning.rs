//! Early warning: when the simple version is full, and when work must start to be in time.
//! Source: model specification, section 9. Times are months after launch unless said otherwise.

use crate::demand::Curve;
use crate::field::Key;
use crate::math::pow;
use crate::scenario::Scenario;

/// The utilisations whose dates are shown.
pub const LEVELS: [f64; 5] = [0.6, 0.65, 0.7, 0.95, 1.0];

/// The dates that matter to whoever watches the simple version fill.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// When demand first reaches each of [`LEVELS`]; `None` = never.
    pub crossings: [Option<f64>; 5],
    /// When demand reaches the capacity; `None` = never.
    pub wall: Option<f64>,
    /// Latest responsible moment: the last time at which a rebuild is finished at the wall. May lie
    /// before launch: then it is too late already.
    pub last_start: Option<f64>,
    /// Utilisation at the last start: the alarm level that is just in time; `None` if it lies
    /// before launch or the wall is never reached.
    pub alarm: Option<f64>,
}

impl Warning {
    /// For the capacity, rebuild time and lag of a scenario.
    #[must_use]
    pub fn of(s: &Scenario) -> Self {
        Self::new(
            s.curve(),
            s[Key::Capacity],
            s[Key::RebuildMonths] + s[Key::Lag],
        )
    }

    /// For a demand curve, a capacity and the months from the alarm to the end of the rebuild.
    #[must_use]
    pub fn new(curve: &Curve, capacity: f64, lead: f64) -> Self {
        let wall = curve.months_to(capacity);
        let last_start = wall.map(|wall| wall - lead);
        let alarm = last_start
            .filter(|start| *start >= 0.0)
            .map(|start| curve.at(start) / capacity);
        let crossings = LEVELS.map(|level| curve.months_to(level * capacity));
        Self {
            crossings,
            wall,
            last_start,
            alarm,
        }
    }
}

/// The utilisation at which work must start to be finished at the wall, for constant growth per
/// month: (1+g)^-(lead).
#[must_use]
pub fn just_in_time(growth: f64, lead: f64) -> f64 {
    pow(1.0 + growth, -lead)
}

/// The fastest constant growth per month for which an alarm level is in time: u^(-1/lead) - 1.
#[must_use]
pub fn safe_growth(alarm: f64, lead: f64) -> f64 {
    pow(alarm, -1.0 / lead) - 1.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Kind;

    /// The table of the specification, section 9.
    #[test]
    fn safe_growth_is_the_table_of_the_specification() {
        let table = [
            (0.60, [18.6, 13.6, 8.9]),
            (0.65, [15.4, 11.4, 7.4]),
            (0.70, [12.6, 9.3, 6.1]),
            (0.95, [1.7, 1.3, 0.9]),
        ];
        for (alarm, growths) in table {
            for (lead, growth) in [3.0, 4.0, 6.0].into_iter().zip(growths) {
                let rounded = (safe_growth(alarm, lead) * 1000.0).round() / 10.0;
                assert_eq!(rounded, growth, "{alarm} {lead}");
                assert!((just_in_time(safe_growth(alarm, lead), lead) - alarm).abs() < 1e-12);
            }
        }
    }

    /// Section 9: 60/65/70/95/100 % at 6.79/7.14/7.46/8.78/9.00 months, start at 5.00, 38.2 %.
    #[test]
    fn the_default_dates_are_those_of_the_specification() {
        let warning = Warning::of(&Scenario::preset(Kind::Service));
        let rounded = |x: Option<f64>| x.map(|x| (x * 100.0).round() / 100.0);
        assert_eq!(
            warning.crossings.map(rounded),
            [Some(6.79), Some(7.14), Some(7.46), Some(8.78), Some(9.0)]
        );
        assert_eq!(rounded(warning.last_start), Some(5.0));
        assert!((warning.alarm.unwrap() - 0.382).abs() < 5e-4);
        let hardware = Warning::of(&Scenario::preset(Kind::Hardware));
        assert_eq!(hardware.wall.map(|x| (x * 10.0).round() / 10.0), Some(4.6));
        assert_eq!(hardware.alarm, None);
    }
}
