use crate::math::overlap;

/// A step up the ladder: a full rebuild, a quick fix, tooling, or an extension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Money in all, spread evenly over the months.
    pub cost: f64,
    /// Months from start to end.
    pub months: f64,
    /// Share of feature work that stops meanwhile.
    pub freeze: f64,
    /// Expected share of users (hardware: of units shipped on the lowest level) lost when it takes
    /// effect.
    pub incident: f64,
    /// Whether the code is renewed: the debt starts anew.
    pub renews_code: bool,
}

/// A step under way.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Running {
    /// The step.
    pub step: Step,
    /// Start, months from the start of the project.
    pub start: f64,
    /// End.
    pub end: f64,
}

impl Step {
    /// Starts the step at a point in time.
    #[must_use]
    pub fn started(self, start: f64) -> Running {
        Running {
            step: self,
            start,
            end: start + self.months,
        }
    }
}

impl Running {
    /// Part of the month that ends at `t` in which the work goes on.
    #[inline]
    #[must_use]
    pub fn share(&self, t: f64) -> f64 {
        overlap(t - 1.0, t, self.start, self.end)
    }

    /// Money for a part of the work, in months.
    #[inline]
    #[must_use]
    pub fn cost(&self, months: f64) -> f64 {
        self.step.cost * months / (self.end - self.start)
    }

    /// Money still to be paid after `t`: no free lunch at the edge of the horizon.
    #[must_use]
    pub fn unpaid(&self, t: f64) -> f64 {
        self.cost((self.end - t.max(self.start)).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_paid_evenly_and_what_is_left_is_owed() {
        let step = Step {
            cost: 400.0,
            months: 2.5,
            freeze: 1.0,
            incident: 0.01,
            renews_code: true,
        };
        let running = step.started(3.0);
        assert_eq!(running.cost(running.share(4.0)), 160.0);
        assert_eq!(running.cost(running.share(6.0)), 80.0);
        assert_eq!(running.share(3.0), 0.0);
        assert_eq!(running.unpaid(5.0), 80.0);
        assert_eq!(running.unpaid(3.0), 400.0);
        assert_eq!(running.unpaid(7.0), 0.0);
    }
}
