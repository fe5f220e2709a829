//! The options with one input at another value in every draw.

use super::touched::touched;
use super::{Lines, Needed};
use crate::decision::Line;
use crate::field::Key;
use crate::scenario::Scenario;
use crate::simulation::{Asked, Draw, PATHS, Paths, Simulation, Worth, chances, in_time, set_draw};
use crate::simulation::{unwanted, values, wanted};
use crate::strategy::{Choice, Strategy};

/// Inputs that only enter as money, in a straight line: no month happens otherwise because of them.
pub(super) fn is_money(key: Key) -> bool {
    MONEY.contains(&key)
}

const MONEY: [Key; 27] = [
    Key::UserMargin,
    Key::Price,
    Key::BuildCost,
    Key::RebuildCost,
    Key::TerminalMonths,
    Key::Payroll,
    Key::OwnShare,
    Key::DragNew0,
    Key::DragNew1,
    Key::DragNew2,
    Key::DragOld0,
    Key::DragOld1,
    Key::DragOld2,
    Key::PartsCost,
    Key::ExtraParts,
    Key::QuickFixCost,
    Key::ExtensionCost,
    Key::Entry0,
    Key::Entry1,
    Key::Entry2,
    Key::RunFixed0,
    Key::RunFixed1,
    Key::RunFixed2,
    Key::RunPerUser,
    Key::Assembly0,
    Key::ReturnHandling,
    Key::FieldFailure0,
];

/// The curve of demand before size in every draw: it costs as much as the paths, and only the speed
/// and the launch dates change it. Laid out draw by draw, by starting level, by month from 0.
#[derive(Clone, Debug, Default)]
pub(super) struct Curves {
    heights: Vec<f64>,
}

impl Curves {
    /// Heights of a level in a draw.
    fn of_draw(&self, months: usize, number: usize, level: usize) -> &[f64] {
        &self.heights[(number * LAUNCHES.len() + level) * months..][..months]
    }

    /// Adds a draw, unless it is there.
    fn add(&mut self, s: &Scenario, months: usize, number: usize) {
        if self.heights.len() > number * LAUNCHES.len() * months {
            return;
        }
        for strategy in LAUNCHES {
            let launch = strategy.launch(s);
            let heights = (0..=s.horizon()).map(f64::from).map(|time| {
                if time < launch {
                    0.0
                } else {
                    s.curve().shape(time - launch)
                }
            });
            self.heights.extend(heights);
        }
    }
}

/// One strategy of every starting level, for its launch date.
const LAUNCHES: [Strategy; 3] = [Strategy::MvpLive, Strategy::Msp, Strategy::Over];

/// Whether the curve before size is the same at another value of an input, by starting level.
fn same_curves(key: Key) -> [bool; 3] {
    match key {
        Key::Speed | Key::BuildWeeks => [false; 3],
        Key::Premium => [true, false, true],
        Key::OverPremium => [true, true, false],
        _ => [true; 3],
    }
}

/// Whether another value of an input changes the chances that launches come in time.
fn moves_launch(key: Key) -> bool {
    matches!(
        key,
        Key::DelayPenalty | Key::Premium | Key::OverPremium | Key::BuildWeeks
    )
}

/// Values of the paths of a draw, with the weights of its worlds.
struct Weighed {
    paths: [f64; PATHS],
    chances: [f64; 4],
    in_time: [f64; 5],
}

/// Sums over the draws.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    good: [f64; 5],
    bad: [f64; 5],
}

impl Sums {
    fn add(&mut self, draw: &Weighed) {
        for strategy in Strategy::ALL {
            let index = strategy as usize;
            let bad = draw.paths[unwanted(strategy)];
            let worlds = draw.chances.iter().enumerate();
            let good: f64 = worlds
                .map(|(world, chance)| chance * draw.paths[wanted(strategy, world)])
                .sum();
            let in_time = draw.in_time[index];
            self.good[index] += in_time * good + (1.0 - in_time) * bad;
            self.bad[index] += bad;
        }
    }

    fn lines(&self, weight: f64, nothing_allowed: bool) -> Lines {
        let built = Strategy::ALL.into_iter().map(|strategy| Line {
            option: Choice::Build(strategy),
            good: self.good[strategy as usize] * weight,
            bad: self.bad[strategy as usize] * weight,
        });
        let nothing = Line {
            option: Choice::Nothing,
            good: 0.0,
            bad: 0.0,
        };
        built.chain(nothing_allowed.then_some(nothing)).collect()
    }
}

/// A simulation with one input at another value, under way.
#[derive(Clone, Debug)]
pub(super) struct Evaluation {
    needed: Needed,
    paths: Paths<Worth>,
    next: usize,
    sums: Sums,
}

impl Evaluation {
    pub(super) fn new(simulation: &Simulation, needed: Needed) -> Self {
        Self {
            needed,
            paths: Paths::new(simulation.scenario()),
            next: 0,
            sums: Sums::default(),
        }
    }

    pub(super) fn is_for(&self, needed: Needed) -> bool {
        self.needed == needed
    }

    /// Goes on with up to `left` draws; the options once all draws are made.
    pub(super) fn advance(
        &mut self,
        simulation: &Simulation,
        curves: &mut Curves,
        left: &mut u32,
    ) -> Option<Lines> {
        let draws = simulation.draws();
        while self.next < draws.len() {
            if *left == 0 {
                return None;
            }
            *left -= 1;
            let draw = &draws.list[self.next];
            let paths = self.paths_of(simulation, draw, curves);
            let scenario = &self.paths.scenario;
            self.sums.add(&Weighed {
                paths,
                chances: chances(scenario),
                in_time: if moves_launch(self.needed.key) {
                    in_time(scenario)
                } else {
                    draw.in_time
                },
            });
            self.next += 1;
        }
        Some(
            self.sums
                .lines(draws.weight(), simulation.scenario().nothing_allowed()),
        )
    }

    /// Values of the paths of the next draw; those that the input cannot change are those of the draw.
    fn paths_of(
        &mut self,
        simulation: &Simulation,
        draw: &Draw,
        curves: &mut Curves,
    ) -> [f64; PATHS] {
        let Needed { key, value } = self.needed;
        let values_drawn = simulation.values_of(self.next);
        let scenario = &mut self.paths.scenario;
        set_draw(scenario, simulation.drawn(), values_drawn, draw.incident);
        let months = usize::try_from(scenario.horizon()).unwrap_or(0) + 1;
        curves.add(scenario, months, self.next);
        scenario.draw(key, value);
        let asked = Asked {
            paths: touched(scenario, key, draw),
            alarm_watch: simulation.alarm_watch(),
            sweep: false,
        };
        let same = same_curves(key);
        let shapes =
            [0, 1, 2].map(|level| same[level].then(|| curves.of_draw(months, self.next, level)));
        self.paths.run_along(&asked, shapes);
        let run = values(&self.paths.kept);
        let mut paths = values(&draw.paths);
        for ((known, run), touched) in paths.iter_mut().zip(run).zip(asked.paths) {
            if touched {
                *known = run;
            }
        }
        paths
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::{Field, Kind, Special};
    use crate::outcome::Outcome;

    /// What is taken from the draw, and what is run along a curve that is kept, has the digits of
    /// all paths run afresh: for every input that can have a range, and both kinds of product.
    #[test]
    fn only_paths_that_an_input_can_change_are_run_again() {
        for kind in Kind::ALL {
            let simulation = Simulation::run(&Scenario::preset(kind), 6, 1);
            let mut curves = Curves::default();
            let mut known = 0;
            for field in Field::of(kind).filter(|field| field.special == Special::None) {
                let best = simulation.scenario()[field.key];
                let (lowest, highest) = field.allowed;
                for factor in [0.6, 1.5] {
                    let key = field.key;
                    let value = (best * factor).clamp(lowest, highest);
                    let mut evaluation = Evaluation::new(&simulation, Needed { key, value });
                    let mut afresh = Paths::<Worth>::new(simulation.scenario());
                    for (number, draw) in simulation.draws().list.iter().enumerate() {
                        evaluation.next = number;
                        let paths = evaluation.paths_of(&simulation, draw, &mut curves);
                        let drawn = simulation.values_of(number);
                        let scenario = &mut afresh.scenario;
                        set_draw(scenario, simulation.drawn(), drawn, draw.incident);
                        scenario.draw(key, value);
                        afresh.run(&Asked::all(simulation.alarm_watch(), false));
                        assert_eq!(paths, values(&afresh.kept), "{} {value}", field.name);
                        if !moves_launch(key) {
                            assert_eq!(in_time(&afresh.scenario), draw.in_time);
                        }
                        let touched = touched(&afresh.scenario, key, draw);
                        known += touched.iter().filter(|touched| !**touched).count();
                    }
                }
            }
            assert!(known > 10_000, "{known}");
        }
    }

    /// Money is a straight line: the value in the middle is the mean of the ends, for every input
    /// of the list and both kinds of product.
    #[test]
    fn money_enters_in_a_straight_line() {
        for kind in Kind::ALL {
            let preset = Scenario::preset(kind)
                .changed([(Key::AlarmWatch, 0.4)])
                .unwrap();
            for field in Field::of(kind).filter(|field| is_money(field.key)) {
                let at = |value: f64| {
                    let scenario = preset.changed([(field.key, value)]).unwrap();
                    Outcome::of(&scenario).lines
                };
                let start = field.allowed.0 + 0.2;
                let (low, middle, high) = (at(start), at(start + 0.3), at(start + 0.6));
                for ((low, middle), high) in low.iter().zip(&middle).zip(&high) {
                    let close = |a: f64, b: f64, c: f64| ((a + c) / 2.0 - b).abs() < 1e-6;
                    assert!(close(low.good, middle.good, high.good), "{}", field.name);
                    assert!(close(low.bad, middle.bad, high.bad), "{}", field.name);
                }
            }
        }
    }
}
