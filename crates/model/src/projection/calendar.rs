//! The months of a project as they are for every strategy that is launched at the same time: demand,
//! the part of the month after launch, the team. Laid out once, so that the month itself only does
//! what differs from path to path.

use crate::cost::{Build, Payroll};
use crate::field::Key;
use crate::math::overlap;
use crate::scenario::Scenario;
use crate::strategy::first_launch;
use crate::world::Market;

/// One month.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// End of the month, months since the start of the project.
    pub time: f64,
    /// Demand at the end of the month before.
    pub before: f64,
    /// One over it; 0 before launch.
    pub per_before: f64,
    /// Demand at the end of the month.
    pub now: f64,
    /// Average demand times the part of the month in which the product is live.
    pub wanted: f64,
    /// Demand at launch, in the month of the launch.
    pub launch: Option<f64>,
    /// Part of the month in which the product is live.
    pub life: f64,
    /// Share of the build that is paid in the month.
    pub build: f64,
    /// The team's pay.
    pub payroll: f64,
    /// Whether a step up the ladder may start at the end of the month.
    pub may_start: bool,
}

/// The months 1 to T; of a failure, those in which anything happens.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Calendar {
    frames: Vec<Frame>,
}

impl Calendar {
    /// For a launch date, over the horizon of the scenario.
    #[must_use]
    pub fn new(scenario: &Scenario, launch: f64, market: Market) -> Self {
        let mut calendar = Self::default();
        calendar.fill(scenario, launch, market);
        calendar
    }

    /// The same in the place of what was there: a simulation allocates once, not in every draw.
    pub(crate) fn fill(&mut self, s: &Scenario, launch: f64, market: Market) {
        let curve = s.curve();
        self.lay_out(s, launch, market, |_, tau| curve.shape(tau));
    }

    /// The same if people want it and the curve before size is known: at the ends of the months from
    /// 0.
    pub(crate) fn fill_along(&mut self, s: &Scenario, launch: f64, shape: &[f64]) {
        self.lay_out(s, launch, Market::Wanted, |month, _| shape[month]);
    }

    /// `shape` gives the curve before size, by month and by time since launch.
    fn lay_out(
        &mut self,
        s: &Scenario,
        launch: f64,
        market: Market,
        shape: impl Fn(usize, f64) -> f64,
    ) {
        let first = first_launch(s);
        let (life_end, payroll_end) = match market {
            Market::Wanted => (f64::INFINITY, f64::INFINITY),
            Market::Unwanted => (
                launch + s[Key::FailureMonths],
                first + s[Key::FailureMonths],
            ),
        };
        let build = Build::new(1.0, launch);
        let payroll = Payroll::new(s[Key::Payroll], first, payroll_end);
        let curve = s.curve();
        let at_launch = curve.at_launch();
        let demand = |month: usize, t: f64| match market {
            _ if t < launch || t > life_end => 0.0,
            Market::Wanted => curve.sized(shape(month, t - launch)),
            Market::Unwanted => at_launch,
        };
        let mut before = demand(0, 0.0);
        self.frames.clear();
        // A failure is shut down and paid for: nothing happens after that.
        let over = life_end.max(payroll_end).max(launch);
        let months = (1..=s.horizon()).map(f64::from);
        for (month, time) in (1..).zip(months.take_while(|time| time - 1.0 < over)) {
            let now = demand(month, time);
            let is_launch = time - 1.0 < launch && launch <= time;
            let start = if is_launch { at_launch } else { before };
            let average = match market {
                Market::Wanted => (start + now) / 2.0,
                Market::Unwanted => start.max(now),
            };
            let life = overlap(time - 1.0, time, launch, life_end);
            self.frames.push(Frame {
                time,
                before,
                per_before: if before > 0.0 { 1.0 / before } else { 0.0 },
                now,
                wanted: life * average,
                launch: is_launch.then_some(at_launch),
                life,
                build: build.month(time),
                payroll: payroll.month(time),
                may_start: market == Market::Wanted && time >= launch,
            });
            before = now;
        }
    }

    /// The months.
    pub(crate) fn frames(&self) -> &[Frame] {
        &self.frames
    }
}
