//! All paths of one draw, with a shared past where they have one.
//!
//! The MVPs are one path up to their first alarm, and so are a full rebuild and a quick fix; a path
//! is copied there. The month itself is [`crate::projection`]'s, the same as for a single path.

use super::place::{PATHS, TRUNK, WANTED, unwanted, wanted, wanted_from};
use super::sweep::{Fork, Forks};
use super::trace::Keep;
use crate::field::{Key, Kind};
use crate::math::monthly_rate;
use crate::projection::{Calendar, Hardware, Path, Product, Run, Rungs, Service, Terms};
use crate::scenario::Scenario;
use crate::strategy::Strategy;
use crate::values::ALARM_LEVELS;
use crate::world::{Market, World};

/// Cash, users and wait of a month.
pub(crate) type MonthKept = [f64; 3];

/// Which paths are wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    /// By place.
    pub paths: [bool; PATHS],
    /// The alarm of the watched MVP.
    pub alarm_watch: f64,
    /// Whether all alarm levels are tried.
    pub sweep: bool,
}

impl Asked {
    /// Every path.
    pub(crate) fn all(alarm_watch: f64, sweep: bool) -> Self {
        Self {
            paths: [true; PATHS],
            alarm_watch,
            sweep,
        }
    }

    /// Only the watched MVP, with both fixes.
    pub(crate) fn watched(alarm_watch: f64) -> Self {
        let mut paths = [false; PATHS];
        for world in [0, 1] {
            paths[wanted(Strategy::MvpWatch, world)] = true;
        }
        Self {
            paths,
            alarm_watch,
            sweep: false,
        }
    }

    fn any(&self, mut places: impl Iterator<Item = usize>) -> bool {
        places.any(|place| self.paths[place])
    }

    /// Whether any path of an MVP is wanted after its first alarm.
    fn forks(&self, strategy: Strategy) -> bool {
        self.any([0, 1].map(|world| wanted(strategy, world)).into_iter())
    }
}

/// The curve of demand before size at the ends of the months from 0, by starting level, where it is
/// known.
pub(crate) type Shapes<'a> = [Option<&'a [f64]>; 3];

/// Runs all paths of a draw and keeps what is asked for.
#[derive(Clone, Debug)]
pub(crate) struct Paths<K> {
    /// The inputs of the draw.
    pub scenario: Scenario,
    /// What is kept of every path.
    pub kept: [K; PATHS],
    /// Every month of the paths in which people want it, path by path.
    pub months: Vec<MonthKept>,
    /// Value of the watched MVP by alarm level, with a full rebuild and with a quick fix.
    pub sweep: [[f64; 2]; 16],
    calendars: Calendars,
}

/// What paths of a draw share: the months by launch date, and discount factors.
#[derive(Clone, Debug, Default)]
struct Calendars {
    /// The months by starting level, if people want it.
    wanted: [Calendar; 3],
    /// The months by starting level, if they do not.
    unwanted: [Calendar; 3],
    /// Discount factor of month t at t, from 0.
    discount: Vec<f64>,
    /// The yearly rate for which they hold.
    rate: f64,
}

impl Calendars {
    fn fill(&mut self, s: &Scenario, asked: &Asked, shapes: Shapes<'_>) {
        let starts = [Strategy::MvpLive, Strategy::Msp, Strategy::Over];
        for (level, strategy) in starts.into_iter().enumerate() {
            let launch = strategy.launch(s);
            if asked.any(wanted_from(level)) || (asked.sweep && level == 0) {
                match shapes[level] {
                    Some(shape) => self.wanted[level].fill_along(s, launch, shape),
                    None => self.wanted[level].fill(s, launch, Market::Wanted),
                }
            }
            if asked.paths[unwanted(strategy)] {
                self.unwanted[level].fill(s, launch, Market::Unwanted);
            }
        }
        let months = usize::try_from(s.horizon()).unwrap_or(0) + 1;
        if self.discount.len() == months && self.rate == s[Key::DiscountRate] {
            return;
        }
        self.rate = s[Key::DiscountRate];
        let step = 1.0 / (1.0 + monthly_rate(self.rate));
        let mut factor = 1.0;
        self.discount.clear();
        for _ in 0..months {
            self.discount.push(factor);
            factor *= step;
        }
    }

    fn last(&self) -> usize {
        self.discount.len().saturating_sub(1)
    }
}

impl<K: Keep> Paths<K> {
    pub(crate) fn new(scenario: &Scenario) -> Self {
        Self {
            scenario: scenario.clone(),
            kept: [K::default(); PATHS],
            months: Vec::new(),
            sweep: [[0.0; 2]; 16],
            calendars: Calendars::default(),
        }
    }

    /// Runs the paths with the scenario as it is.
    pub(crate) fn run(&mut self, asked: &Asked) {
        self.run_along(asked, [None; 3]);
    }

    /// The same where the curves before size are known.
    pub(crate) fn run_along(&mut self, asked: &Asked, shapes: Shapes<'_>) {
        self.calendars.fill(&self.scenario, asked, shapes);
        if K::MONTHS {
            self.months.resize(WANTED * self.calendars.last(), [0.0; 3]);
        }
        match self.scenario.kind() {
            Kind::Service => self.run_as::<Service>(asked),
            Kind::Hardware => self.run_as::<Hardware>(asked),
        }
    }

    fn run_as<P: Product>(&mut self, asked: &Asked) {
        if asked.any(wanted_from(0)) || asked.sweep {
            self.mvps::<P>(asked);
        }
        for strategy in [Strategy::Msp, Strategy::Over] {
            if asked.paths[wanted(strategy, 0)] {
                self.right_bet::<P>(strategy);
            }
            if asked.any([2, 3].map(|world| wanted(strategy, world)).into_iter()) {
                self.wrong_bet::<P>(strategy, asked);
            }
        }
        for strategy in [Strategy::MvpLive, Strategy::Msp, Strategy::Over] {
            if asked.paths[unwanted(strategy)] {
                self.failure::<P>(strategy);
            }
        }
    }

    /// A strategy in a world, by the place of the world.
    fn terms<P: Product>(&self, strategy: Strategy, world: usize, market: Market) -> Terms<P> {
        self.as_run(strategy, world, market).terms()
    }

    fn as_run(&self, strategy: Strategy, world: usize, market: Market) -> Run<'_> {
        Run {
            scenario: &self.scenario,
            strategy,
            world: World::ALL[world],
            market,
            alarm_watch: f64::INFINITY,
        }
    }

    /// Starts a path at a place.
    fn start<P: Product>(&mut self, terms: &Terms<P>, place: usize) -> Path<P::State> {
        self.kept[place] = K::default();
        terms.start()
    }

    /// What is kept at `to` continues what is kept at `from` after `months` months.
    fn fork(&mut self, from: usize, to: usize, months: usize) {
        self.kept[to] = self.kept[from];
        if K::MONTHS {
            let last = self.calendars.last();
            let start = from * last;
            self.months.copy_within(start..start + months, to * last);
        }
    }

    /// One month of the path at a place: its utilisation if a step could be started, else minus
    /// infinity.
    #[inline]
    fn month<P: Product>(
        &mut self,
        terms: &Terms<P>,
        path: &mut Path<P::State>,
        level: usize,
        place: usize,
        t: usize,
    ) -> f64 {
        let frame = &self.calendars.wanted[level].frames()[t - 1];
        let month = terms.step(path, frame);
        let kept = &mut self.kept[place];
        kept.month(&month, self.calendars.discount[t]);
        if K::MONTHS {
            let row = [kept.cash(), month.users, month.wait];
            self.months[place * self.calendars.last() + t - 1] = row;
        }
        if terms.may_start(path, frame) {
            month.utilisation
        } else {
            f64::NEG_INFINITY
        }
    }

    fn settle<P: Product>(&mut self, terms: &Terms<P>, path: &Path<P::State>, place: usize) {
        let discount = self.calendars.discount[self.calendars.last()];
        self.kept[place].settle(&terms.ending(path), discount);
    }

    /// The rest of a path after `done` months, with an alarm; of several with the same past at once,
    /// because the next month of one need not wait for that of another.
    fn finish<P: Product, const N: usize>(
        &mut self,
        terms: &Terms<P>,
        mut paths: [Path<P::State>; N],
        rungs: [&Rungs; N],
        (level, places): (usize, [usize; N]),
        (done, alarm): (usize, f64),
    ) {
        let last = self.calendars.last();
        let frames = self.calendars.wanted[level].frames()[done..].iter();
        let discount = &self.calendars.discount[done + 1..];
        let mut kept = places.map(|place| self.kept[place]);
        for (t, (frame, discount)) in (done..).zip(frames.zip(discount)) {
            for i in 0..N {
                let month = terms.step(&mut paths[i], frame);
                kept[i].month(&month, *discount);
                if K::MONTHS {
                    self.months[places[i] * last + t] = [kept[i].cash(), month.users, month.wait];
                }
                if terms.may_start(&paths[i], frame) && month.utilisation >= alarm {
                    terms.start_step(&mut paths[i], rungs[i]);
                }
            }
        }
        for i in 0..N {
            self.kept[places[i]] = kept[i];
            self.settle(terms, &paths[i], places[i]);
        }
    }

    /// A path that has come to its first alarm goes on with a full rebuild and with a quick fix.
    fn both_fixes<P: Product>(
        &mut self,
        asked: &Asked,
        terms: &Terms<P>,
        fixes: &[Rungs; 2],
        path: Path<P::State>,
        (level, places): (usize, [usize; 2]),
        (done, alarm): (usize, f64),
    ) {
        self.fork(places[0], places[1], done);
        let paths = [0, 1].map(|fix| {
            let mut path = path;
            terms.start_step(&mut path, &fixes[fix]);
            path
        });
        if places.iter().all(|place| asked.paths[*place]) {
            let rungs = [&fixes[0], &fixes[1]];
            self.finish(terms, paths, rungs, (level, places), (done, alarm));
            return;
        }
        for fix in [0, 1] {
            if asked.paths[places[fix]] {
                let (path, place) = ([paths[fix]], [places[fix]]);
                self.finish(terms, path, [&fixes[fix]], (level, place), (done, alarm));
            }
        }
    }

    /// All MVPs: the trunk is never rebuilt, the others leave it at their first alarm.
    fn mvps<P: Product>(&mut self, asked: &Asked) {
        let terms = self.terms::<P>(Strategy::MvpLate, 0, Market::Wanted);
        let fixes =
            [0, 1].map(|world| Rungs::new(&self.as_run(Strategy::MvpLate, world, Market::Wanted)));
        let mut path = self.start(&terms, TRUNK);
        let alarms = [
            (Strategy::MvpLate, self.scenario[Key::AlarmLate]),
            (Strategy::MvpWatch, asked.alarm_watch),
        ];
        let mut left = alarms.map(|(strategy, _)| (!asked.forks(strategy), None));
        let mut forks = Forks::new(asked.sweep);
        for t in 1..=self.calendars.last() {
            let utilisation = self.month(&terms, &mut path, 0, TRUNK, t);
            for ((strategy, alarm), (done, fork)) in alarms.iter().zip(&mut left) {
                if !*done && utilisation >= *alarm {
                    *done = true;
                    *fork = Some((t, path));
                    self.fork(TRUNK, wanted(*strategy, 0), t);
                }
            }
            forks.note(utilisation, t, &path, self.kept[TRUNK].value());
            if !asked.paths[TRUNK] && !asked.sweep && left[0].0 && left[1].0 {
                break;
            }
        }
        self.settle(&terms, &path, TRUNK);
        let last = self.calendars.last();
        for ((strategy, alarm), (_, fork)) in alarms.into_iter().zip(left) {
            if !asked.forks(strategy) {
                continue;
            }
            let places = [0, 1].map(|world| wanted(strategy, world));
            match fork {
                Some((t, path)) => {
                    self.both_fixes(asked, &terms, &fixes, path, (0, places), (t, alarm));
                }
                None => places
                    .into_iter()
                    .for_each(|place| self.fork(TRUNK, place, last)),
            }
        }
        if asked.sweep {
            let never = self.kept[TRUNK].value();
            let nothing = (never, f64::INFINITY);
            self.sweep = forks.values(never, |fork, alarm, asked| match asked {
                [true, true] => self.worth(&terms, fork, [&fixes[0], &fixes[1]], alarm),
                [true, false] => {
                    let [full] = self.worth(&terms, fork, [&fixes[0]], alarm);
                    [full, nothing]
                }
                [false, true] => {
                    let [fix] = self.worth(&terms, fork, [&fixes[1]], alarm);
                    [nothing, fix]
                }
                [false, false] => [nothing; 2],
            });
        }
    }

    /// What an MVP is worth that starts a step at a fork, and the lowest utilisation at which its
    /// alarm sounded later; by rungs, side by side.
    fn worth<P: Product, const N: usize>(
        &self,
        terms: &Terms<P>,
        fork: &Fork<P::State>,
        rungs: [&Rungs; N],
        alarm: f64,
    ) -> [(f64, f64); N] {
        let mut paths = [fork.path; N];
        let mut found = [(fork.value, f64::INFINITY); N];
        for i in 0..N {
            terms.start_step(&mut paths[i], rungs[i]);
        }
        let discount = &self.calendars.discount[fork.months + 1..];
        let frames = &self.calendars.wanted[0].frames()[fork.months..];
        for (frame, discount) in frames.iter().zip(discount) {
            for i in 0..N {
                let month = terms.step(&mut paths[i], frame);
                let (value, lowest) = &mut found[i];
                *value += discount * month.net;
                if terms.may_start(&paths[i], frame) && month.utilisation >= alarm {
                    *lowest = lowest.min(month.utilisation);
                    terms.start_step(&mut paths[i], rungs[i]);
                }
            }
        }
        let discount = self.calendars.discount[self.calendars.last()];
        for i in 0..N {
            let ending = terms.ending(&paths[i]);
            found[i].0 += discount * (ending.terminal - ending.committed);
        }
        found
    }

    /// A scalable or over-built version that made the right thing scalable.
    fn right_bet<P: Product>(&mut self, strategy: Strategy) {
        let terms = self.terms::<P>(strategy, 0, Market::Wanted);
        let place = wanted(strategy, 0);
        let path = self.start(&terms, place);
        let alarm = match strategy {
            Strategy::Over => f64::INFINITY,
            _ => self.scenario[Key::AlarmMsp],
        };
        let (path, rungs) = ([path], [terms.rungs()]);
        self.finish(&terms, path, rungs, (strategy.level(), [place]), (0, alarm));
    }

    /// One that made the wrong thing scalable: it is rebuilt like an MVP.
    fn wrong_bet<P: Product>(&mut self, strategy: Strategy, asked: &Asked) {
        let places = [2, 3].map(|world| wanted(strategy, world));
        let fixes = [2, 3].map(|world| Rungs::new(&self.as_run(strategy, world, Market::Wanted)));
        let terms = self.terms::<P>(strategy, 2, Market::Wanted);
        let alarm = self.scenario[Key::AlarmMsp];
        let level = strategy.level();
        let mut path = self.start(&terms, places[0]);
        let last = self.calendars.last();
        for t in 1..=last {
            if self.month(&terms, &mut path, level, places[0], t) >= alarm {
                self.both_fixes(asked, &terms, &fixes, path, (level, places), (t, alarm));
                return;
            }
        }
        self.settle(&terms, &path, places[0]);
        self.fork(places[0], places[1], last);
    }

    /// Nobody wants it: a dozen months, the same for all versions that start on a level.
    fn failure<P: Product>(&mut self, strategy: Strategy) {
        let terms = self.terms::<P>(strategy, 0, Market::Unwanted);
        let mut path = terms.start();
        let mut kept = K::default();
        let frames = self.calendars.unwanted[strategy.level()].frames();
        for (frame, &discount) in frames.iter().zip(&self.calendars.discount[1..]) {
            let month = terms.step(&mut path, frame);
            kept.month(&month, discount);
        }
        let discount = self.calendars.discount[self.calendars.last()];
        kept.settle(&terms.ending(&path), discount);
        self.kept[unwanted(strategy)] = kept;
    }
}

/// The number of alarm levels.
pub(crate) const LEVELS: usize = ALARM_LEVELS.len();
