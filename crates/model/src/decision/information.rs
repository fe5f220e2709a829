//! What it is worth to find out.

use super::{Line, best};

/// Expected value of perfect information on success: p max good + (1-p) max bad - max EV.
#[must_use]
pub fn evpi<T: Copy>(lines: &[Line<T>], p: f64) -> f64 {
    let Some(known) = best(lines, p) else {
        return 0.0;
    };
    let highest =
        |value: fn(&Line<T>) -> f64| lines.iter().map(value).fold(f64::NEG_INFINITY, f64::max);
    (p * highest(|line| line.good) + (1.0 - p) * highest(|line| line.bad) - known.value(p)).max(0.0)
}

/// Expected value of sample information: a test that says yes with chance `hit` if people want the
/// product and with chance `false_alarm` if they do not.
#[must_use]
pub fn evsi<T: Copy>(lines: &[Line<T>], p: f64, hit: f64, false_alarm: f64) -> f64 {
    let Some(known) = best(lines, p) else {
        return 0.0;
    };
    let after = |good: f64, bad: f64| {
        lines
            .iter()
            .map(|line| p * good * line.good + (1.0 - p) * bad * line.bad)
            .fold(f64::NEG_INFINITY, f64::max)
    };
    let yes = after(hit, false_alarm);
    let no = after(1.0 - hit, 1.0 - false_alarm);
    (yes + no - known.value(p)).max(0.0)
}

/// Value of perfect information on a normally distributed lead: sd x unit normal loss of mean / sd.
/// Source: Raiffa & Schlaifer, Applied Statistical Decision Theory (1961), table of L(D).
#[must_use]
pub fn evpi_of_normal(mean: f64, sd: f64) -> f64 {
    let z = mean.abs() / sd;
    sd * (crate::normal::pdf(z) - z * crate::normal::cdf(-z))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Raiffa & Schlaifer's table of the unit normal loss.
    #[test]
    fn the_normal_loss_is_that_of_the_table() {
        for (z, loss) in [
            (0.0, 0.3989),
            (0.5, 0.1978),
            (1.0, 0.08332),
            (2.0, 0.008491),
        ] {
            assert!((evpi_of_normal(z, 1.0) - loss).abs() < 5e-5, "{z}");
            assert!((evpi_of_normal(-z * 7.0, 7.0) - 7.0 * loss).abs() < 4e-4);
        }
    }

    #[test]
    fn a_perfect_test_is_worth_perfect_information_and_a_coin_nothing() {
        let lines = [
            Line {
                option: 1,
                good: 200.0,
                bad: -180.0,
            },
            Line {
                option: 2,
                good: 100.0,
                bad: -20.0,
            },
            Line {
                option: 3,
                good: 0.0,
                bad: 0.0,
            },
        ];
        assert_eq!(evsi(&lines, 0.5, 1.0, 0.0), evpi(&lines, 0.5));
        assert_eq!(evsi(&lines, 0.5, 0.5, 0.5), 0.0);
        assert_eq!(evpi::<u8>(&[], 0.5), 0.0);
    }
}
