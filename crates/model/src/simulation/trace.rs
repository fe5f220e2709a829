//! What is kept of a path: all that the page asks about it, or only its worth.

use crate::math::{larger, smaller};
use crate::projection::{Ending, Month, Parts};

/// Something that is kept of a path, month by month. A copy is a fork.
pub(crate) trait Keep: Copy + Default {
    /// Whether cash, users and wait are kept for every month.
    const MONTHS: bool;

    /// Adds a month, with its discount factor.
    fn month(&mut self, month: &Month, discount: f64);

    /// Adds what is settled at the horizon.
    fn settle(&mut self, ending: &Ending, discount: f64);

    /// Present value so far.
    fn value(&self) -> f64;

    /// Cash so far, undiscounted.
    fn cash(&self) -> f64;
}

/// Net present value only.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Worth(f64);

impl Keep for Worth {
    const MONTHS: bool = false;

    #[inline]
    fn month(&mut self, month: &Month, discount: f64) {
        self.0 += discount * month.net;
    }

    fn settle(&mut self, ending: &Ending, discount: f64) {
        self.0 += discount * (ending.terminal - ending.committed);
    }

    fn value(&self) -> f64 {
        self.0
    }

    fn cash(&self) -> f64 {
        0.0
    }
}

/// All that the page asks about a path.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Trace {
    /// Net present value.
    pub value: f64,
    /// Present values by component, end included.
    pub present: Parts,
    /// Running sum of net cash, undiscounted.
    cash: f64,
    /// Lowest point of the cash, 0 or below.
    pub low_point: f64,
    /// Paid for rebuild, quick fix, tooling and extension, and still owed at the horizon,
    /// undiscounted.
    pub rebuild_paid: f64,
    /// Paid for the build, undiscounted.
    pub build_paid: f64,
    /// Revenue of the demand that was not served, undiscounted.
    pub lost_revenue: f64,
    /// Users at the end of the last month.
    pub users_at_end: f64,
    /// Most users of any month.
    pub peak_users: f64,
    /// Longest wait of any month.
    pub longest_wait: f64,
    /// Longest wait of the months on the lowest level.
    pub longest_wait_before: f64,
    /// Months of feature work lost.
    pub frozen: f64,
    /// Start and end of the first step up.
    pub first_rebuild: Option<(f64, f64)>,
}

impl Keep for Trace {
    const MONTHS: bool = true;

    #[inline]
    fn month(&mut self, month: &Month, discount: f64) {
        self.value += discount * month.net;
        self.present.add(month, discount);
        self.cash += month.net;
        self.low_point = smaller(self.low_point, self.cash);
        self.rebuild_paid += month.rebuild;
        self.build_paid += month.build;
        self.lost_revenue += month.lost_revenue;
        self.users_at_end = month.users;
        self.peak_users = larger(self.peak_users, month.users);
        self.longest_wait = larger(self.longest_wait, month.wait);
        if month.level == 0 {
            self.longest_wait_before = larger(self.longest_wait_before, month.wait);
        }
        self.frozen += month.freeze;
    }

    fn settle(&mut self, ending: &Ending, discount: f64) {
        self.value += discount * (ending.terminal - ending.committed);
        self.present.settle(ending, discount);
        self.rebuild_paid += ending.committed;
        self.first_rebuild = ending.first_rebuild;
    }

    fn value(&self) -> f64 {
        self.value
    }

    fn cash(&self) -> f64 {
        self.cash
    }
}
