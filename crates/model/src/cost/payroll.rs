use crate::math::overlap;

/// The team after the launch of the simple version: the same for every strategy, because all ship
/// the same features (the same-roadmap rule).
#[derive(Clone, Copy, Debug)]
pub struct Payroll {
    a_month: f64,
    from: f64,
    until: f64,
}

impl Payroll {
    /// `a_month` money between two points in time, months from the start.
    #[must_use]
    pub fn new(a_month: f64, from: f64, until: f64) -> Self {
        Self {
            a_month,
            from,
            until,
        }
    }

    /// Money of the month that ends at `t`.
    #[inline]
    #[must_use]
    pub fn month(&self, t: f64) -> f64 {
        self.a_month * overlap(t - 1.0, t, self.from, self.until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_parts_of_months_at_both_ends() {
        let payroll = Payroll::new(100.0, 0.5, 2.25);
        let months: Vec<f64> = (1..5).map(|t| payroll.month(f64::from(t))).collect();
        assert_eq!(months, [50.0, 100.0, 25.0, 0.0]);
    }
}
