//! Month by month: what one strategy costs and earns in one state of the world.
//!
//! One implementation of the month serves a single path and every draw of a simulation:
//! it allocates nothing and its product (service or hardware) is known at compile time. Month `t`
//! is the time (t-1, t] since the start of the project, flows at its end. Source: model
//! specification, section 5.

mod calendar;
mod hardware;
mod ladder;
mod path;
mod service;

pub use calendar::Calendar;
pub(crate) use calendar::Frame;
pub use path::{Component, Parts, Projection};

use crate::cost::{Drag, Running};
use crate::field::{Key, Kind};
use crate::scenario::Scenario;
use crate::strategy::Strategy;
use crate::world::{Market, World};
pub(crate) use hardware::Hardware;
use ladder::Ladder;
pub(crate) use ladder::Rungs;
pub(crate) use service::Service;

/// What a month is like for a product: input of [`Product::month`].
#[derive(Clone, Copy, Debug)]
pub(crate) struct Situation<'a> {
    /// What it is like for everyone.
    frame: &'a Frame,
    /// Share of feature work stopped, times the part of the month.
    freeze: f64,
    /// Capacity level.
    level: usize,
    /// Code level.
    code: usize,
    /// Whether people want it.
    market: Market,
}

/// What the product does in a month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Served {
    /// Users at the end of the month; hardware: units shipped in it.
    users: f64,
    /// What the running cost depends on: average users (none for hardware).
    average_users: f64,
    /// Users or demand as a share of capacity.
    utilisation: f64,
    /// Response time in seconds; hardware: lead time in months.
    wait: f64,
    /// Orders waiting at the end of the month (hardware).
    backlog: f64,
    revenue: f64,
    lost_revenue: f64,
    unit_cost: f64,
    /// What this month's business would be worth per month of terminal value.
    terminal_base: f64,
}

/// What distinguishes a service from hardware.
pub(crate) trait Product {
    /// What it carries from month to month.
    type State: Copy;

    /// For a strategy.
    fn new(scenario: &Scenario, strategy: Strategy) -> Self;

    /// Before the first month.
    fn start(&self) -> Self::State;

    /// A step up takes effect: what is lost, as money booked in this month's unit cost.
    fn step_up(&self, state: &mut Self::State, incident: f64) -> f64;

    /// One month.
    fn month(&self, state: &mut Self::State, situation: &Situation<'_>) -> Served;
}

/// One month of a projection. Money undiscounted.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Month {
    /// Demand at the end of the month.
    pub demand: f64,
    /// Users at the end of the month; hardware: units shipped in it.
    pub users: f64,
    /// Capacity level, 0 to 2.
    pub level: usize,
    /// Users (hardware: demand) as a share of capacity.
    pub utilisation: f64,
    /// Response time in seconds; hardware: lead time in months.
    pub wait: f64,
    /// Share of feature work stopped.
    pub freeze: f64,
    /// Revenue.
    pub revenue: f64,
    /// Revenue of the demand that was not served.
    pub lost_revenue: f64,
    /// Cost of the units shipped, a recall included (hardware).
    pub unit_cost: f64,
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
    /// Orders waiting at the end of the month (hardware).
    pub backlog: f64,
    /// Revenue minus all costs.
    pub net: f64,
}

/// How a projection ended.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Ending {
    /// Start and end of the first step up.
    pub first_rebuild: Option<(f64, f64)>,
    /// Steps that have taken effect by the end.
    pub rebuilds: u32,
    /// What the business is worth at the end, undiscounted.
    pub terminal: f64,
    /// The unpaid rest of a running rebuild, undiscounted.
    pub committed: f64,
}

/// What does not change from month to month.
pub(crate) struct Terms<P> {
    product: P,
    market: Market,
    launch: f64,
    terminal_months: f64,
    /// Money of the whole build.
    build: f64,
    drag: Drag,
    running: Running,
    rungs: Rungs,
}

/// A path under way: all that is carried from month to month. A copy is a fork: what has happened
/// so far is shared, what follows is not.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Path<S> {
    state: S,
    ladder: Ladder,
    ending: Ending,
    /// What the last month's business is worth per month of terminal value.
    last: f64,
    /// Months done.
    time: f64,
}

impl<P: Product> Terms<P> {
    /// Before the first month.
    pub(crate) fn start(&self) -> Path<P::State> {
        Path {
            state: self.product.start(),
            ladder: Ladder::start(&self.rungs, self.launch),
            ending: Ending::default(),
            last: 0.0,
            time: 0.0,
        }
    }

    /// Runs the months 1 to T; `record` sees every month.
    fn run(&self, calendar: &Calendar, mut record: impl FnMut(&Month)) -> Ending {
        let mut path = self.start();
        for frame in calendar.frames() {
            let month = self.step(&mut path, frame);
            if month.utilisation >= self.rungs.alarm && self.may_start(&path, frame) {
                self.start_step(&mut path, &self.rungs);
            }
            record(&month);
        }
        self.ending(&path)
    }

    /// One month. Always in line: who looks at a month only in part pays only for that part.
    #[inline(always)]
    pub(crate) fn step(&self, path: &mut Path<P::State>, frame: &Frame) -> Month {
        path.time = frame.time;
        let mut recall = 0.0;
        if let Some(step) = path.ladder.take_effect(path.time) {
            recall = self.product.step_up(&mut path.state, step.incident);
            path.ending.rebuilds += 1;
        }
        let ladder = &path.ladder;
        let work = ladder.work(frame.time);
        let situation = Situation {
            frame,
            freeze: work.freeze,
            level: ladder.level,
            code: ladder.code,
            market: self.market,
        };
        let served = self.product.month(&mut path.state, &situation);
        path.last = served.terminal_base;
        let mut month = Month {
            demand: frame.now,
            users: served.users,
            level: ladder.level,
            utilisation: served.utilisation,
            wait: served.wait,
            freeze: work.freeze,
            revenue: served.revenue,
            lost_revenue: served.lost_revenue,
            unit_cost: served.unit_cost + recall,
            build: self.build * frame.build,
            payroll: frame.payroll,
            drag: self
                .drag
                .month(frame.time, frame.life, ladder.code, ladder.code_since),
            run: self
                .running
                .month(frame.life, ladder.level, served.average_users),
            rebuild: work.cost,
            backlog: served.backlog,
            net: 0.0,
        };
        month.net = month.revenue
            - month.unit_cost
            - month.build
            - month.payroll
            - month.drag
            - month.run
            - month.rebuild;
        month
    }

    /// Whether a step could be started at the end of the month: people want it, it is launched, no
    /// step is under way, and there is a higher level.
    #[inline]
    pub(crate) fn may_start(&self, path: &Path<P::State>, frame: &Frame) -> bool {
        frame.may_start && path.ladder.is_free()
    }

    /// Starts the next step up at the end of the month, with the rungs of the path's world.
    #[inline]
    pub(crate) fn start_step(&self, path: &mut Path<P::State>, rungs: &Rungs) {
        path.ladder.start_step(rungs, path.time);
        path.ending.first_rebuild = path.ending.first_rebuild.or(path.ladder.window());
    }

    /// The rungs of the world for which the terms are.
    pub(crate) fn rungs(&self) -> &Rungs {
        &self.rungs
    }

    /// How a path ends that has come to the horizon.
    pub(crate) fn ending(&self, path: &Path<P::State>) -> Ending {
        let terminal = match self.market {
            Market::Wanted => self.terminal_months * path.last,
            Market::Unwanted => 0.0,
        };
        Ending {
            terminal,
            committed: path.ladder.unpaid(path.time),
            ..path.ending
        }
    }
}

/// A strategy in a state of the world, ready to run.
pub struct Run<'a> {
    /// The inputs.
    pub scenario: &'a Scenario,
    /// The strategy.
    pub strategy: Strategy,
    /// Which of the coin flips.
    pub world: World,
    /// Whether people want it.
    pub market: Market,
    /// The utilisation at which the watched MVP starts its rebuild.
    pub alarm_watch: f64,
}

impl Run<'_> {
    /// Launch, months from the start of the project.
    #[must_use]
    pub fn launch(&self) -> f64 {
        self.strategy.launch(self.scenario)
    }

    /// Runs all months; `record` sees every one.
    pub fn each_month(&self, calendar: &Calendar, record: impl FnMut(&Month)) -> Ending {
        match self.scenario.kind() {
            Kind::Service => self.terms::<Service>().run(calendar, record),
            Kind::Hardware => self.terms::<Hardware>().run(calendar, record),
        }
    }

    pub(crate) fn terms<P: Product>(&self) -> Terms<P> {
        let s = self.scenario;
        let rungs = Rungs::new(self);
        let by_level = |keys: [Key; 3]| keys.map(|key| s[key]);
        Terms {
            product: P::new(s, self.strategy),
            market: self.market,
            launch: self.launch(),
            terminal_months: s[Key::TerminalMonths],
            build: s[Key::BuildCost] * (1.0 + self.strategy.premium(s)) + rungs.entry_cost,
            drag: Drag::new(
                s[Key::Payroll],
                by_level(Key::DRAG_NEW),
                by_level(Key::DRAG_OLD),
                s[Key::DebtRamp],
            ),
            running: Running::new(by_level(Key::RUN_FIXED), s[Key::RunPerUser]),
            rungs,
        }
    }
}
