use crate::math::{larger, smaller};

/// Debt: team time lost because of the code, priced as extra labour to keep up.
#[derive(Clone, Copy, Debug)]
pub struct Drag {
    payroll: f64,
    new: [f64; 3],
    old: [f64; 3],
    ramp: f64,
}

impl Drag {
    /// Monthly payroll, the share lost by level when the code is new and when it is old, and the
    /// months between the two.
    #[must_use]
    pub fn new(payroll: f64, new: [f64; 3], old: [f64; 3], ramp: f64) -> Self {
        Self {
            payroll,
            new,
            old,
            ramp,
        }
    }

    /// Money of the month that ends at `t`, of which `life` is the part after launch, with code of
    /// `level` that is counted from `code_since`.
    #[inline]
    #[must_use]
    pub fn month(&self, t: f64, life: f64, level: usize, code_since: f64) -> f64 {
        let age = larger(t - 0.5 - code_since, 0.0);
        let (new, old) = (self.new[level], self.old[level]);
        self.payroll * life * (new + (old - new) * smaller(age / self.ramp, 1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rises_with_the_age_of_the_code_and_then_stays() {
        let drag = Drag::new(1000.0, [0.0, 0.125, 0.25], [0.25, 0.125, 0.5], 10.0);
        assert_eq!(drag.month(1.0, 1.0, 0, 2.0), 0.0);
        assert_eq!(drag.month(6.0, 1.0, 0, 0.5), 125.0);
        assert_eq!(drag.month(90.0, 1.0, 0, 0.5), 250.0);
        assert_eq!(drag.month(6.0, 0.5, 2, 0.5), 187.5);
    }
}
