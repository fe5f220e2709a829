//! Where the draws come from: a rotated R-sequence, mulberry32 and a Gaussian copula.
//!
//! Every draw is known by its number alone, so draws can be made in any order, in chunks of any
//! size and by any number of workers. Source: model specification, section 6; M. Roberts, "The
//! unreasonable effectiveness of quasirandom sequences" (2018).

use crate::field::Key;
use crate::math::pow;
use crate::normal;
use crate::range::OnScale;
use crate::scenario::Scenario;

/// Independent rotations of the same sequence; their spread is the standard error.
pub const ROTATIONS: usize = 8;

/// Points are kept this far from 0 and 1.
const EDGE: f64 = 1e-9;

/// The order of the dimensions: that of the table of ranges, not of the form. Inputs that have a
/// range only because the user gave one follow in the order of the form.
const TABLE: [Key; 22] = [
    Key::Premium,
    Key::OverPremium,
    Key::RebuildCost,
    Key::RebuildMonths,
    Key::Size,
    Key::Speed,
    Key::Capacity,
    Key::UserMargin,
    Key::Price,
    Key::ExtraParts,
    Key::SignupLoss,
    Key::SlowChurn,
    Key::FreezeLoss,
    Key::WordOfMouth,
    Key::Cancel,
    Key::Yield0,
    Key::FieldFailure0,
    Key::DragOld0,
    Key::DragOld1,
    Key::WrongBet,
    Key::QuickFix,
    Key::DelayPenalty,
];

/// The inputs that are drawn, in the order of the dimensions. The chance of success never is.
#[must_use]
pub fn drawn_keys(scenario: &Scenario) -> Vec<Key> {
    let others = Key::ALL
        .into_iter()
        .filter(|key| *key != Key::Success && !TABLE.contains(key));
    TABLE
        .into_iter()
        .chain(others)
        .filter(|key| scenario.range(*key).is_some())
        .collect()
}

/// The generator mulberry32 (public domain): 32 bits of state, the same in every language.
#[derive(Clone, Debug)]
pub struct Mulberry32 {
    state: u32,
}

impl Mulberry32 {
    /// Starts from a seed.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Self { state: seed }
    }

    /// The next number, 0 <= u < 1.
    pub fn next_share(&mut self) -> f64 {
        self.state = self.state.wrapping_add(0x6D2B_79F5);
        let a = self.state;
        let mut t = (a ^ (a >> 15)).wrapping_mul(a | 1);
        t ^= t.wrapping_add((t ^ (t >> 7)).wrapping_mul(t | 61));
        f64::from(t ^ (t >> 14)) / 4_294_967_296.0
    }
}

/// The rotated R-sequence in a number of dimensions.
#[derive(Clone, Debug)]
pub struct RSequence {
    /// Step of each dimension: g^-j with the root g > 1 of x^(M+1) = x + 1.
    steps: Vec<f64>,
    /// Start of each dimension, for each rotation.
    starts: Vec<Vec<f64>>,
}

impl RSequence {
    /// Rotations drawn from one stream, rotation by rotation and dimension by dimension.
    #[must_use]
    pub fn new(dimensions: usize, rotations: usize, seed: u32) -> Self {
        let order = f64::from(u32::try_from(dimensions + 1).unwrap_or(u32::MAX));
        let mut root = 1.5;
        for _ in 0..200 {
            root = pow(1.0 + root, 1.0 / order);
        }
        let mut step = 1.0;
        let mut next_step = || {
            step /= root;
            step
        };
        let steps = (0..dimensions).map(|_| next_step()).collect();
        let mut stream = Mulberry32::new(seed);
        let starts = (0..rotations)
            .map(|_| (0..dimensions).map(|_| stream.next_share()).collect())
            .collect();
        Self { steps, starts }
    }

    /// The point `index` = 1, 2, ... of a rotation.
    pub fn point(&self, rotation: usize, index: u32) -> impl Iterator<Item = f64> + '_ {
        let starts = &self.starts[rotation];
        starts.iter().zip(&self.steps).map(move |(start, step)| {
            let u = start + f64::from(index) * step;
            u - u.floor()
        })
    }
}

/// A correlation between two dimensions: the second follows the first.
#[derive(Clone, Copy, Debug)]
struct Pull {
    first: usize,
    second: usize,
    rho: f64,
    rest: f64,
}

/// Draws the inputs of a scenario.
#[derive(Clone, Debug)]
pub struct Sampler {
    keys: Vec<Key>,
    ranges: Vec<OnScale>,
    limits: Vec<(f64, f64)>,
    pulls: Vec<Pull>,
    points: RSequence,
    incident_chance: f64,
}

impl Sampler {
    /// For the ranges and correlations of a scenario.
    #[must_use]
    pub fn new(scenario: &Scenario, seed: u32) -> Self {
        let keys = drawn_keys(scenario);
        let place = |key: Key| keys.iter().position(|known| *known == key);
        let pulls = scenario.correlations().iter().filter_map(|pair| {
            let (first, second) = place(pair.first).zip(place(pair.second))?;
            let rho = pair.strength;
            let rest = (1.0 - rho * rho).sqrt();
            Some(Pull {
                first,
                second,
                rho,
                rest,
            })
        });
        Self {
            pulls: pulls.collect(),
            ranges: keys
                .iter()
                .filter_map(|key| Some(scenario.range(*key)?.on_scale(scenario[*key])))
                .collect(),
            limits: keys.iter().map(|key| key.field().allowed).collect(),
            points: RSequence::new(keys.len() + 1, ROTATIONS, seed),
            incident_chance: scenario[Key::IncidentChance],
            keys,
        }
    }

    /// The inputs that are drawn.
    #[must_use]
    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// Draw number `number` = 0, 1, ...: the values of [`Self::keys`] are written to `values`; says
    /// whether the incident happens. Numbers go round the rotations, so that more draws refine
    /// fewer.
    pub fn draw(&self, number: u32, values: &mut Vec<f64>) -> bool {
        let rotations = u32::try_from(ROTATIONS).unwrap_or(1);
        let rotation = usize::try_from(number % rotations).unwrap_or(0);
        values.clear();
        let points = self.points.point(rotation, number / rotations + 1);
        values.extend(points.map(|u| u.clamp(EDGE, 1.0 - EDGE)));
        let incident = values.pop().unwrap_or(1.0);
        for u in values.iter_mut() {
            *u = normal::quantile(*u);
        }
        for pull in &self.pulls {
            values[pull.second] = pull.rho * values[pull.first] + pull.rest * values[pull.second];
        }
        let ranges = self.ranges.iter().zip(&self.limits);
        for (value, (range, (low, high))) in values.iter_mut().zip(ranges) {
            *value = range.value(*value).clamp(*low, *high);
        }
        let drawn = self.keys.iter().position(|key| *key == Key::IncidentChance);
        incident < drawn.map_or(self.incident_chance, |place| values[place])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::field::Kind;

    #[test]
    fn every_default_range_has_its_place_in_the_table() {
        for kind in Kind::ALL {
            let scenario = Scenario::preset(kind);
            let keys = drawn_keys(&scenario);
            assert_eq!(keys.len(), 17);
            assert!(keys.iter().all(|key| TABLE.contains(key)));
        }
    }

    /// The golden ratio and the plastic number: the roots for one and two dimensions.
    #[test]
    fn the_root_is_known_for_one_and_two_dimensions() {
        let golden = RSequence::new(1, 1, 1).steps[0];
        assert!((1.0 / golden - 1.618_033_988_749_895).abs() < 1e-15);
        let plastic = RSequence::new(2, 1, 1).steps[0];
        assert!((1.0 / plastic - 1.324_717_957_244_746).abs() < 1e-15);
    }

    #[test]
    fn the_best_guess_of_a_correlated_pair_pulls_the_other() {
        let scenario = Scenario::preset(Kind::Service);
        let sampler = Sampler::new(&scenario, 3);
        let place = |key| {
            sampler
                .keys()
                .iter()
                .position(|known| *known == key)
                .unwrap()
        };
        let (b, months) = (place(Key::RebuildCost), place(Key::RebuildMonths));
        let mut values = Vec::new();
        let mut together = 0;
        for number in 0..1000 {
            sampler.draw(number, &mut values);
            together += i32::from((values[b] > 2.5) == (values[months] > 4.0));
        }
        // Orthant probability of a correlation of 0.6: 1/2 + asin(0.6)/pi = 0.705.
        assert!((680..730).contains(&together), "{together}");
    }
}
