//! The ladder: levels of capacity and of code, and the steps between them.

use super::Run;
use crate::cost::{RunningStep, Step};
use crate::field::{Key, Kind};
use crate::strategy::Strategy;

/// The rungs of a strategy in a world.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rungs {
    /// The steps from level 0 to 1 and from 1 to 2.
    steps: [Step; 2],
    /// Utilisation at which a step is started; infinite = never.
    pub(super) alarm: f64,
    level: usize,
    code: usize,
    /// Fixed cost of entering the first level, paid with the build.
    pub(super) entry_cost: f64,
}

impl Rungs {
    pub(crate) fn new(run: &Run<'_>) -> Self {
        let s = run.scenario;
        let wrong = run.world.wrong_bet && !run.strategy.is_mvp();
        let built = if wrong { 0 } else { run.strategy.level() };
        let tooling = s.kind() == Kind::Hardware && run.strategy == Strategy::Msp && !wrong;
        let level = if tooling { 0 } else { built };
        let alarm = match run.strategy {
            Strategy::MvpLive => f64::INFINITY,
            Strategy::MvpLate => s[Key::AlarmLate],
            Strategy::MvpWatch => run.alarm_watch,
            Strategy::Msp => s[Key::AlarmMsp],
            Strategy::Over if wrong => s[Key::AlarmMsp],
            Strategy::Over => f64::INFINITY,
        };
        let bought = s[Key::BuildCost] * (1.0 - s[Key::OwnShare]);
        let first = if tooling {
            Step {
                cost: s[Key::Entry1],
                months: s[Key::ToolingMonths],
                freeze: 0.0,
                incident: 0.0,
                renews_code: false,
            }
        } else if run.world.quick_fix {
            Step {
                cost: s[Key::QuickFixCost] * bought + s[Key::Entry1],
                months: s[Key::QuickFixMonths],
                freeze: 0.0,
                incident: 0.0,
                renews_code: false,
            }
        } else {
            Step {
                cost: s[Key::RebuildCost] * bought + s[Key::Entry1],
                months: s[Key::RebuildMonths],
                freeze: s[Key::Freeze1],
                incident: s[Key::IncidentChance] * s[Key::IncidentLoss],
                renews_code: true,
            }
        };
        let extension = Step {
            cost: s[Key::ExtensionCost] * bought + s[Key::Entry2],
            months: s[Key::ExtensionMonths],
            freeze: s[Key::Freeze2],
            incident: 0.0,
            renews_code: true,
        };
        Self {
            steps: [first, extension],
            alarm,
            level,
            code: built,
            entry_cost: s[Key::ENTRY[level]],
        }
    }
}

/// Where a strategy stands on the ladder.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ladder {
    pub(super) level: usize,
    pub(super) code: usize,
    /// When the code was new, months from the start of the project.
    pub(super) code_since: f64,
    running: Option<RunningStep>,
}

/// Work on a step in one month.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Work {
    pub(super) freeze: f64,
    pub(super) cost: f64,
}

impl Ladder {
    pub(super) fn start(rungs: &Rungs, launch: f64) -> Self {
        Self {
            level: rungs.level,
            code: rungs.code,
            code_since: launch,
            running: None,
        }
    }

    /// Ends a step that is finished before the month that ends at `t`.
    #[inline]
    pub(super) fn take_effect(&mut self, t: f64) -> Option<Step> {
        let done = self.running.filter(|running| t - 1.0 >= running.end)?;
        self.running = None;
        self.level += 1;
        if done.step.renews_code {
            self.code = self.level;
            self.code_since = done.end;
        }
        Some(done.step)
    }

    /// Work in the month that ends at `t`.
    #[inline]
    pub(super) fn work(&self, t: f64) -> Work {
        self.running.map_or(Work::default(), |running| {
            let share = running.share(t);
            Work {
                freeze: running.step.freeze * share,
                cost: running.cost(share),
            }
        })
    }

    /// Whether a step could be started: none is under way, and there is a higher level.
    #[inline]
    pub(super) fn is_free(&self) -> bool {
        self.running.is_none() && self.level < 2
    }

    /// Starts the next step at `t`.
    pub(super) fn start_step(&mut self, rungs: &Rungs, t: f64) {
        self.running = Some(rungs.steps[self.level].started(t));
    }

    /// Start and end of the step under way.
    pub(super) fn window(&self) -> Option<(f64, f64)> {
        self.running.map(|running| (running.start, running.end))
    }

    /// Money still owed for the step under way at the end of the horizon.
    pub(super) fn unpaid(&self, t: f64) -> f64 {
        self.running.map_or(0.0, |running| running.unpaid(t))
    }
}
