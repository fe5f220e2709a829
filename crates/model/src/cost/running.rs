/// Hosting, or the line on which units are made.
#[derive(Clone, Copy, Debug)]
pub struct Running {
    fixed: [f64; 3],
    per_user: f64,
}

impl Running {
    /// Money a month by capacity level, and per user and month.
    #[must_use]
    pub fn new(fixed: [f64; 3], per_user: f64) -> Self {
        Self { fixed, per_user }
    }

    /// Money of a month of which `life` is the part after launch, with this many users on average.
    #[inline]
    #[must_use]
    pub fn month(&self, life: f64, level: usize, users: f64) -> f64 {
        self.fixed[level] * life + self.per_user * users
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_the_level_and_the_users() {
        let running = Running::new([500.0, 1000.0, 4000.0], 0.5);
        assert_eq!(running.month(0.5, 1, 300.0), 650.0);
        assert_eq!(running.month(0.0, 2, 0.0), 0.0);
    }
}
