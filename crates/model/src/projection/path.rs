//! A single path, kept month by month, with its present value by component.

use super::{Calendar, Ending, Month, Run};
use crate::field::Key;
use crate::math::monthly_rate;

/// Money by component. Costs are positive; see [`Parts::value`] for the signs.
#[derive(Clone, Copy, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Parts {
    /// Revenue.
    pub revenue: f64,
    /// Value at the end of the horizon.
    pub terminal: f64,
    /// Building before launch.
    pub build: f64,
    /// The team after launch.
    pub payroll: f64,
    /// Team time lost to debt.
    pub drag: f64,
    /// Hosting or line.
    pub run: f64,
    /// Rebuild, quick fix, tooling, extension.
    pub rebuild: f64,
    /// Unpaid rest of a running rebuild.
    pub rest: f64,
    /// Cost of the units shipped.
    pub unit_cost: f64,
    /// Revenue of the demand that was not served; no part of the value.
    pub lost_revenue: f64,
}

/// A component of the value with its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Component {
    /// Revenue, +.
    Revenue,
    /// Value at the end of the horizon, +.
    Terminal,
    /// Building before launch, -.
    Build,
    /// The team after launch, -.
    Payroll,
    /// Team time lost to debt, -.
    Drag,
    /// Hosting or line, -.
    Run,
    /// Rebuild, quick fix, tooling, extension, -.
    Rebuild,
    /// Unpaid rest of a running rebuild, -.
    Rest,
    /// Cost of the units shipped, -.
    UnitCost,
}

impl Component {
    /// All components in the order of the specification.
    pub const ALL: [Self; 9] = [
        Self::Revenue,
        Self::Terminal,
        Self::Build,
        Self::Payroll,
        Self::Drag,
        Self::Run,
        Self::Rebuild,
        Self::Rest,
        Self::UnitCost,
    ];

    /// The key in files.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Revenue => "revenue",
            Self::Terminal => "terminal",
            Self::Build => "build",
            Self::Payroll => "payroll",
            Self::Drag => "drag",
            Self::Run => "run",
            Self::Rebuild => "rebuild",
            Self::Rest => "rest",
            Self::UnitCost => "unit_cost",
        }
    }
}

impl Parts {
    /// A component as it enters the value: costs are negative.
    #[must_use]
    pub fn signed(&self, component: Component) -> f64 {
        match component {
            Component::Revenue => self.revenue,
            Component::Terminal => self.terminal,
            Component::Build => -self.build,
            Component::Payroll => -self.payroll,
            Component::Drag => -self.drag,
            Component::Run => -self.run,
            Component::Rebuild => -self.rebuild,
            Component::Rest => -self.rest,
            Component::UnitCost => -self.unit_cost,
        }
    }

    /// The value: the sum of the signed components.
    #[must_use]
    pub fn value(&self) -> f64 {
        Component::ALL
            .into_iter()
            .map(|component| self.signed(component))
            .sum()
    }

    /// Adds a month, weighted (1 for undiscounted sums, the discount factor for present values).
    pub fn add(&mut self, month: &Month, weight: f64) {
        self.revenue += weight * month.revenue;
        self.build += weight * month.build;
        self.payroll += weight * month.payroll;
        self.drag += weight * month.drag;
        self.run += weight * month.run;
        self.rebuild += weight * month.rebuild;
        self.unit_cost += weight * month.unit_cost;
        self.lost_revenue += weight * month.lost_revenue;
    }

    /// Adds what is settled at the end of the horizon.
    pub fn settle(&mut self, ending: &Ending, weight: f64) {
        self.terminal += weight * ending.terminal;
        self.rest += weight * ending.committed;
    }

    /// Adds other parts, weighted.
    pub fn add_parts(&mut self, other: &Self, weight: f64) {
        self.revenue += weight * other.revenue;
        self.terminal += weight * other.terminal;
        self.build += weight * other.build;
        self.payroll += weight * other.payroll;
        self.drag += weight * other.drag;
        self.run += weight * other.run;
        self.rebuild += weight * other.rebuild;
        self.rest += weight * other.rest;
        self.unit_cost += weight * other.unit_cost;
        self.lost_revenue += weight * other.lost_revenue;
    }
}

/// A strategy in one state of the world, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Projection {
    /// Launch, months from the start of the project.
    pub launch: f64,
    /// How it ended.
    pub ending: Ending,
    /// The months 1 to T.
    pub months: Vec<Month>,
    /// Running sum of net cash, undiscounted, months 1 to T.
    pub cash: Vec<f64>,
    /// Lowest point of the cash, or 0 if it never falls below.
    pub low_point: f64,
    /// Undiscounted sums over the months.
    pub sums: Parts,
    /// Present values by component, end included.
    pub present: Parts,
}

impl Projection {
    /// Runs all months and keeps them.
    #[must_use]
    pub fn of(run: &Run<'_>) -> Self {
        Self::with(run, &Calendar::new(run.scenario, run.launch(), run.market))
    }

    /// Runs all months with a calendar laid out before.
    #[must_use]
    pub fn with(run: &Run<'_>, calendar: &Calendar) -> Self {
        let s = run.scenario;
        let discount = 1.0 / (1.0 + monthly_rate(s[Key::DiscountRate]));
        let mut factor = 1.0;
        let mut cash = 0.0;
        let mut result = Self {
            launch: run.launch(),
            ending: Ending::default(),
            months: Vec::with_capacity(calendar.frames().len()),
            cash: Vec::with_capacity(calendar.frames().len()),
            low_point: 0.0,
            sums: Parts::default(),
            present: Parts::default(),
        };
        let ending = run.each_month(calendar, |month| {
            factor *= discount;
            cash += month.net;
            result.low_point = result.low_point.min(cash);
            result.sums.add(month, 1.0);
            result.present.add(month, factor);
            result.cash.push(cash);
            result.months.push(*month);
        });
        result.ending = ending;
        result.present.settle(&ending, factor);
        result
    }

    /// Net present value.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.present.value()
    }

    /// The longest wait of all months: seconds, hardware months.
    #[must_use]
    pub fn longest_wait(&self) -> f64 {
        self.months
            .iter()
            .map(|month| month.wait)
            .fold(0.0, f64::max)
    }
}
