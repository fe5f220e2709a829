//! The draws made so far: everything that the answers need, for any chance of success.

use super::paths::{MonthKept, Paths};
use super::place::{PATHS, WANTED, unwanted, wanted};
use super::trace::{Keep, Trace};
use crate::field::Key;
use crate::math::pow;
use crate::quantile::Weighted;
use crate::sampling::ROTATIONS;
use crate::scenario::Scenario;
use crate::strategy::{Strategy, first_launch};
use crate::warning::{LEVELS, Warning};
use crate::world::World;

/// Months of draws beyond this many are not kept: bands by month are drawn from the first 512 of
/// every rotation, everything else from all draws.
pub(crate) const MONTHS_KEPT_FOR: usize = 4096;

/// Room is made for so many draws at once: for all that the page ever asks for. Beyond, who asks for
/// far too many must not need the memory before the first.
const MOST_AT_ONCE: usize = 1 << 15;

/// One draw.
#[derive(Clone, Debug)]
pub(crate) struct Draw {
    /// Chance of each world if people want the product.
    pub chances: [f64; 4],
    /// Chance that the launch is not too late, by strategy.
    pub in_time: [f64; 5],
    /// What is kept of every path.
    pub paths: [Trace; PATHS],
    /// Value of the watched MVP by alarm level, with a full rebuild and with a quick fix.
    pub sweep: [[f64; 2]; 16],
    /// Whether a full rebuild goes wrong: the data move, or a recall.
    pub incident: bool,
    /// When the simple version fills.
    pub dates: Dates,
}

/// When the simple version fills in a draw; never = infinite. Months after launch unless said
/// otherwise.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Dates {
    /// Launch of the simple version, months from the start of the project.
    pub launch: f64,
    /// When demand reaches the shares [`LEVELS`] of capacity.
    pub crossings: [f64; LEVELS.len()],
    /// When work must start to be in time.
    pub last_start: f64,
    /// Utilisation at that time, if it is after launch.
    pub alarm: Option<f64>,
    /// Demand 6 and 12 months after launch.
    pub wanted: [f64; 2],
    /// Users that the scalable version carries.
    pub room: f64,
}

impl Dates {
    /// Of the simple version.
    pub(crate) fn of(s: &Scenario) -> Self {
        let warning = Warning::of(s);
        let or_never = |at: Option<f64>| at.unwrap_or(f64::INFINITY);
        Self {
            launch: first_launch(s),
            crossings: warning.crossings.map(or_never),
            last_start: or_never(warning.last_start),
            alarm: warning.alarm,
            wanted: [6.0, 12.0].map(|months| s.curve().at(months)),
            room: s[Key::Multiple1] * s[Key::Capacity],
        }
    }

    /// When demand reaches the capacity.
    pub(crate) fn wall(&self) -> f64 {
        self.crossings[LEVELS.len() - 1]
    }
}

/// Chance that each strategy's launch is not too late.
pub(crate) fn in_time(s: &Scenario) -> [f64; 5] {
    let keep = 1.0 - s[Key::DelayPenalty];
    let first = first_launch(s);
    Strategy::ALL.map(|strategy| {
        if strategy.is_mvp() {
            1.0
        } else {
            pow(keep, strategy.launch(s) - first)
        }
    })
}

/// Chance of each world.
pub(crate) fn chances(s: &Scenario) -> [f64; 4] {
    World::ALL.map(|world| world.chance(s))
}

impl Draw {
    pub(crate) fn of(paths: &Paths<Trace>) -> Self {
        Self {
            chances: chances(&paths.scenario),
            in_time: in_time(&paths.scenario),
            paths: paths.kept,
            sweep: paths.sweep,
            incident: paths.scenario[Key::IncidentChance] > 0.5,
            dates: Dates::of(&paths.scenario),
        }
    }

    /// A strategy in a world, if people want the product.
    pub(crate) fn wanted(&self, strategy: Strategy, world: usize) -> &Trace {
        &self.paths[wanted(strategy, world)]
    }

    /// A strategy if they do not.
    pub(crate) fn unwanted(&self, strategy: Strategy) -> &Trace {
        &self.paths[unwanted(strategy)]
    }

    /// Value of a strategy in a world in which people would want it; a launch that comes too late
    /// is part of it.
    pub(crate) fn good_in(&self, strategy: Strategy, world: usize) -> f64 {
        let in_time = self.in_time[strategy as usize];
        let (good, bad) = (
            self.wanted(strategy, world).value,
            self.unwanted(strategy).value,
        );
        in_time * good + (1.0 - in_time) * bad
    }

    /// The same over all worlds.
    pub(crate) fn good(&self, strategy: Strategy) -> f64 {
        let worlds = self.chances.iter().enumerate();
        worlds
            .map(|(world, chance)| chance * self.good_in(strategy, world))
            .sum()
    }

    /// Value if nobody wants it.
    pub(crate) fn bad(&self, strategy: Strategy) -> f64 {
        self.unwanted(strategy).value
    }

    /// Value of the watched MVP at an alarm level, over all worlds.
    pub(crate) fn watched_at(&self, level: usize) -> f64 {
        let [full, fix] = self.sweep[level];
        (self.chances[0] + self.chances[2]) * full + (self.chances[1] + self.chances[3]) * fix
    }
}

/// All draws, in the order of their numbers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draws {
    /// Values of the inputs that are drawn, draw by draw.
    pub values: Vec<f64>,
    /// The draws.
    pub list: Vec<Draw>,
    /// Months of the first [`MONTHS_KEPT_FOR`] draws: draw, path, month.
    pub months: Vec<MonthKept>,
}

impl Draws {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// Weight of one draw; where there is none, means are 0.
    pub(crate) fn weight(&self) -> f64 {
        1.0 / count(self.len().max(1))
    }

    /// Makes room for so many draws like this one at once: growing by and by would copy them all
    /// several times.
    pub(crate) fn reserve(&mut self, draws: usize, values: &[f64], paths: &Paths<Trace>) {
        let draws = draws.min(MOST_AT_ONCE);
        let more = draws.saturating_sub(self.len());
        if self.list.capacity() < draws {
            self.list.reserve_exact(more);
            self.values.reserve_exact(more * values.len());
            let kept = draws.min(MONTHS_KEPT_FOR).saturating_sub(self.len());
            self.months.reserve_exact(kept * paths.months.len());
        }
    }

    /// Adds a draw.
    pub(crate) fn push(&mut self, values: &[f64], paths: &Paths<Trace>) {
        self.values.extend_from_slice(values);
        if self.len() < MONTHS_KEPT_FOR {
            self.months.extend_from_slice(&paths.months);
        }
        self.list.push(Draw::of(paths));
    }

    /// Puts other paths of the watched MVP in the place of those of a draw.
    pub(crate) fn rewatch(&mut self, number: usize, paths: &Paths<Trace>) {
        let places = [0, 1].map(|world| wanted(Strategy::MvpWatch, world));
        for place in places {
            self.list[number].paths[place] = paths.kept[place];
        }
        if number < MONTHS_KEPT_FOR {
            let months = paths.months.len() / WANTED;
            let inside = places[0] * months..(places[1] + 1) * months;
            let start = number * paths.months.len();
            self.months[start + inside.start..start + inside.end]
                .copy_from_slice(&paths.months[inside]);
        }
    }

    /// A number, or several, of every future in which people want the product, with its weight.
    pub(crate) fn wanted<T>(&self, number: impl Fn(&Draw, usize) -> T) -> Vec<(T, f64)> {
        let weight = self.weight();
        let mut numbers = Vec::with_capacity(4 * self.len());
        for draw in &self.list {
            for (world, chance) in draw.chances.iter().enumerate() {
                let weight = chance * weight;
                if weight > 0.0 {
                    numbers.push((number(draw, world), weight));
                }
            }
        }
        numbers
    }

    /// A number of one strategy's path in every such future; worlds that it does not feel are one.
    pub(crate) fn of_strategy(
        &self,
        strategy: Strategy,
        number: impl Fn(&Trace) -> f64,
    ) -> Vec<Weighted> {
        let weight = self.weight();
        let mut numbers = Vec::with_capacity(3 * self.len());
        for draw in &self.list {
            for (place, chance) in felt(strategy, &draw.chances) {
                if chance > 0.0 {
                    numbers.push((number(&draw.paths[place]), chance * weight));
                }
            }
        }
        numbers
    }

    /// A number of every draw.
    pub(crate) fn each(&self, number: impl Fn(&Draw) -> f64) -> Vec<Weighted> {
        let weight = self.weight();
        self.list
            .iter()
            .map(|draw| (number(draw), weight))
            .collect()
    }

    /// Mean of a number over the draws.
    pub(crate) fn mean(&self, number: impl Fn(&Draw) -> f64) -> f64 {
        self.list.iter().map(number).sum::<f64>() * self.weight()
    }

    /// Mean of a number by rotation; a rotation without draws has none.
    pub(crate) fn rotation_means(&self, number: impl Fn(&Draw) -> f64) -> [f64; ROTATIONS] {
        let mut sums = [(0.0, 0.0); ROTATIONS];
        for (index, draw) in self.list.iter().enumerate() {
            let (sum, draws) = &mut sums[index % ROTATIONS];
            *sum += number(draw);
            *draws += 1.0;
        }
        sums.map(|(sum, draws)| if draws > 0.0 { sum / draws } else { 0.0 })
    }
}

/// The paths of a strategy with their chances.
pub(crate) fn felt(strategy: Strategy, chances: &[f64; 4]) -> impl Iterator<Item = (usize, f64)> {
    let mut merged = [(usize::MAX, 0.0); 4];
    let mut paths = 0;
    for (world, chance) in chances.iter().enumerate() {
        let place = wanted(strategy, world);
        let at = merged[..paths]
            .iter()
            .position(|(known, _)| *known == place);
        let at = at.unwrap_or_else(|| {
            merged[paths].0 = place;
            paths += 1;
            paths - 1
        });
        merged[at].1 += chance;
    }
    merged.into_iter().take(paths)
}

/// Standard error of a mean from the means of its rotations: sd (divisor one less) over the root of
/// their number.
pub(crate) fn standard_error(means: &[f64]) -> f64 {
    let rotations = count(means.len());
    let mean = means.iter().sum::<f64>() / rotations;
    let squares: f64 = means.iter().map(|x| (x - mean) * (x - mean)).sum();
    (squares / (rotations - 1.0) / rotations).sqrt()
}

/// A count as a number; all counts here are small.
#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
pub(crate) fn count(items: usize) -> f64 {
    items as f64
}

/// What a path is worth, whatever is kept of it.
pub(crate) fn values<K: Keep>(kept: &[K; PATHS]) -> [f64; PATHS] {
    kept.map(|kept| kept.value())
}
