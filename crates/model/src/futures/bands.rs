//! Bands by month. Source: model specification, section 14.1.
//!
//! Every month is a quantile of its own, not the path of one future; the lines that are drawn are
//! those with the user's numbers.

use serde::{Deserialize, Serialize};

use crate::projection::Calendar;
use crate::quantile::{P5_P50_P95, Sorter, Weights};
use crate::scenario::Scenario;
use crate::simulation::{Draws, MONTHS_KEPT_FOR, Simulation, WANTED, felt, set_draw};
use crate::strategy::{Strategy, first_launch};
use crate::world::Market;

/// The range of a number by month, months 1 to T.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Low ends of nine futures in ten.
    pub p5: Vec<f64>,
    /// Middle futures.
    pub p50: Vec<f64>,
    /// High ends of nine futures in ten.
    pub p95: Vec<f64>,
}

/// The bands of a strategy over the futures in which people want it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StrategyBands {
    /// Cash since the start of the project, undiscounted.
    pub cash: Band,
    /// Users at the end of the month; hardware: units shipped in it.
    pub users: Band,
    /// Response time in seconds; hardware: lead time in months.
    pub wait: Band,
}

/// All bands.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Bands {
    /// By strategy, in the order of [`Strategy::ALL`].
    pub strategies: [StrategyBands; 5],
    /// Demand of an MVP, launched when the simple version is.
    pub wanted: Band,
}

impl Band {
    fn push(&mut self, [p5, p50, p95]: [Option<f64>; 3]) {
        self.p5.push(p5.unwrap_or(0.0));
        self.p50.push(p50.unwrap_or(0.0));
        self.p95.push(p95.unwrap_or(0.0));
    }
}

impl Bands {
    pub(crate) fn of(simulation: &Simulation) -> Self {
        let draws = simulation.draws();
        let months = usize::try_from(simulation.scenario().horizon()).unwrap_or(0);
        let mut columns = Columns::new(months);
        Self {
            strategies: Strategy::ALL.map(|strategy| {
                let [cash, users, wait] = columns.bands(draws, strategy);
                StrategyBands { cash, users, wait }
            }),
            wanted: columns.demand(simulation),
        }
    }
}

/// The numbers of all futures, month by month, for cash, users and wait: memory that is used again.
struct Columns {
    months: usize,
    /// The weights of the futures, the same in every month.
    weights: Vec<f64>,
    columns: [Vec<Vec<f64>>; 3],
    sorter: Sorter,
}

impl Columns {
    fn new(months: usize) -> Self {
        Self {
            months,
            weights: Vec::new(),
            columns: std::array::from_fn(|_| vec![Vec::new(); months]),
            sorter: Sorter::default(),
        }
    }

    /// The bands of the months that were kept.
    fn bands(&mut self, draws: &Draws, strategy: Strategy) -> [Band; 3] {
        self.clear();
        let rows = draws.months.chunks_exact(WANTED * self.months);
        for (draw, rows) in draws.list.iter().zip(rows) {
            for (place, chance) in felt(strategy, &draw.chances) {
                if chance > 0.0 {
                    self.weights.push(chance);
                    let rows = &rows[place * self.months..][..self.months];
                    for (number, columns) in self.columns.iter_mut().enumerate() {
                        for (column, row) in columns.iter_mut().zip(rows) {
                            column.push(row[number]);
                        }
                    }
                }
            }
        }
        [0, 1, 2].map(|number| self.finish(number))
    }

    /// The band of demand, which no path keeps.
    fn demand(&mut self, simulation: &Simulation) -> Band {
        self.clear();
        let mut scenario: Scenario = simulation.scenario().clone();
        let mut calendar = Calendar::default();
        let draws = simulation.draws();
        for number in 0..draws.len().min(MONTHS_KEPT_FOR) {
            let values = simulation.values_of(number);
            set_draw(&mut scenario, simulation.drawn(), values, false);
            calendar.fill(&scenario, first_launch(&scenario), Market::Wanted);
            self.weights.push(1.0);
            for (column, frame) in self.columns[0].iter_mut().zip(calendar.frames()) {
                column.push(frame.now);
            }
        }
        self.finish(0)
    }

    fn clear(&mut self) {
        self.weights.clear();
        self.columns.iter_mut().flatten().for_each(Vec::clear);
    }

    /// Nothing by month is ever infinite.
    fn finish(&mut self, number: usize) -> Band {
        let mut band = Band::default();
        let weights = Weights {
            finite: self.weights.iter().fold(0.0, |sum, weight| sum + weight),
            never: 0.0,
        };
        for column in &self.columns[number] {
            let numbers = column.iter().copied().zip(self.weights.iter().copied());
            band.push(self.sorter.quantiles(numbers, weights, P5_P50_P95));
        }
        band
    }
}
