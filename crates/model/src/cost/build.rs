use crate::math::overlap;

/// The build: spread evenly from the start of the project to the launch.
#[derive(Clone, Copy, Debug)]
pub struct Build {
    launch: f64,
    a_month: f64,
}

impl Build {
    /// `total` money until `launch`, months from the start.
    #[must_use]
    pub fn new(total: f64, launch: f64) -> Self {
        Self {
            launch,
            a_month: total / launch,
        }
    }

    /// Money of the month that ends at `t`.
    #[inline]
    #[must_use]
    pub fn month(&self, t: f64) -> f64 {
        self.a_month * overlap(t - 1.0, t, 0.0, self.launch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_spread_evenly_and_ends_at_launch() {
        let build = Build::new(250.0, 2.5);
        let months: Vec<f64> = (1..5).map(|t| build.month(f64::from(t))).collect();
        assert_eq!(months, [100.0, 100.0, 50.0, 0.0]);
    }
}
