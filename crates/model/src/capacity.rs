//! Capacity and response time. Source: model specification, section 4.

use crate::math::larger;

/// Response time R(N) = R1 + A (N-1) + B N (N-1) seconds with N = max(1, users).
///
/// This is the Universal Scalability Law in a closed system: R1 = 1/gamma - Z, A = alpha/gamma,
/// B = beta/gamma.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ResponseCurve {
    /// Seconds for a single user.
    pub r1: f64,
    /// Linear coefficient (contention), seconds per user.
    pub a: f64,
    /// Quadratic coefficient (coherency), seconds per user squared.
    pub b: f64,
}

impl ResponseCurve {
    /// The curve that reaches `limit` seconds exactly at `capacity` users; `quadratic` is the share
    /// of the rise that is quadratic.
    #[must_use]
    pub fn from_capacity(r1: f64, limit: f64, capacity: f64, quadratic: f64) -> Self {
        let rise = limit - r1;
        Self {
            r1,
            a: (1.0 - quadratic) * rise / (capacity - 1.0),
            b: quadratic * rise / (capacity * (capacity - 1.0)),
        }
    }

    /// Seconds at this many users.
    #[inline]
    #[must_use]
    pub fn seconds(&self, users: f64) -> f64 {
        let n = larger(users, 1.0);
        self.r1 + (n - 1.0) * (self.a + self.b * n)
    }

    /// Users at which the response takes `limit` seconds; `None` if it never does.
    #[must_use]
    pub fn capacity(&self, limit: f64) -> Option<f64> {
        if self.b > 0.0 {
            let half = self.a - self.b;
            let root = (half * half - 4.0 * self.b * (self.r1 - self.a - limit)).sqrt();
            return Some((root - half) / (2.0 * self.b)).filter(|users| users.is_finite());
        }
        (self.a > 0.0).then(|| (limit - self.r1) / self.a + 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capacity_inverts_the_curve_for_every_mix() {
        for quadratic in [0.0, 0.3, 1.0] {
            let curve = ResponseCurve::from_capacity(0.1, 4.0, 1000.0, quadratic);
            assert!((curve.seconds(1000.0) - 4.0).abs() < 1e-12);
            assert!((curve.capacity(4.0).unwrap() - 1000.0).abs() < 1e-8);
            assert!((curve.seconds(curve.capacity(2.0).unwrap()) - 2.0).abs() < 1e-12);
        }
        assert_eq!(
            ResponseCurve {
                r1: 0.1,
                a: 0.0,
                b: 0.0
            }
            .capacity(4.0),
            None
        );
    }

    #[test]
    fn an_empty_service_answers_like_one_user() {
        let curve = ResponseCurve::from_capacity(0.1, 4.0, 1000.0, 1.0);
        assert_eq!(curve.seconds(0.0), 0.1);
        assert_eq!(curve.seconds(1.0), 0.1);
    }
}
