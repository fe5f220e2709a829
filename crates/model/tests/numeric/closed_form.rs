//! The simulation against what a pencil gives: where everything but one input is certain, and that
//! input enters in a straight line.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::field::{Key, Kind, Range, Shape};
use headroom_model::futures::{Comparison, Futures};
use headroom_model::math::{exp, ln};
use headroom_model::normal::{Z90, cdf, pdf};
use headroom_model::outcome::Outcome;
use headroom_model::scenario::{Inputs, Scenario};
use headroom_model::simulation::Simulation;
use headroom_model::strategy::{Choice, Strategy};

const SEED: u32 = 1;
const PER_ROTATION: u32 = 512;
const DRAWS: f64 = 4096.0;

/// One uncertain input, lopsided: its middle is not its mean.
struct Uncertain {
    key: Key,
    best: f64,
    range: Range,
}

const MARGIN: Uncertain = Uncertain {
    key: Key::UserMargin,
    best: 30.0,
    range: Range {
        low: 15.0,
        high: 100.0,
        shape: Shape::Lognormal,
    },
};

const REBUILD: Uncertain = Uncertain {
    key: Key::RebuildCost,
    best: 2.5,
    range: Range {
        low: 2.0,
        high: 5.0,
        shape: Shape::Normal,
    },
};

impl Uncertain {
    /// Standard deviations below and above the middle, on the scale of the range.
    fn deviations(&self) -> [f64; 2] {
        let scale = |x: f64| match self.range.shape {
            Shape::Lognormal => ln(x),
            _ => x,
        };
        let (low, best, high) = (self.range.low, self.best, self.range.high);
        [scale(best) - scale(low), scale(high) - scale(best)].map(|width| width / Z90)
    }

    /// The mean of a number made of two halves of a normal or lognormal distribution.
    fn mean(&self) -> f64 {
        let [below, above] = self.deviations();
        match self.range.shape {
            Shape::Lognormal => {
                let half = |deviation: f64, sign: f64| {
                    exp(deviation * deviation / 2.0) * cdf(sign * deviation)
                };
                self.best * (half(below, -1.0) + half(above, 1.0))
            }
            _ => self.best + (above - below) * pdf(0.0),
        }
    }

    /// Nothing else is uncertain, and nobody learns anything on the way.
    fn scenario(&self) -> Scenario {
        let certain = [
            (Key::IncidentChance, 0.0),
            (Key::QuickFix, 0.0),
            (Key::WrongBet, 0.0),
            (Key::DelayPenalty, 0.0),
            (Key::AlarmWatch, 0.65),
        ];
        let inputs = Inputs {
            values: certain.into_iter().chain([(self.key, self.best)]).collect(),
            ..Inputs::preset(Kind::Service).with_only_ranges([(self.key, self.range)])
        };
        Scenario::new(inputs).expect("it is valid")
    }

    fn futures(&self) -> Futures {
        Simulation::run(&self.scenario(), PER_ROTATION, SEED).futures()
    }

    /// The lead of one option over another for a value of the input, if people want it or on
    /// average; computed from the single path.
    fn lead_at(&self, value: f64, options: [Choice; 2], p: f64) -> f64 {
        let certain = Inputs {
            values: vec![(self.key, value)],
            ..self.scenario().inputs()
        };
        let values = [self.scenario().inputs().values, certain.values].concat();
        let inputs = Inputs {
            values,
            ..Inputs::preset(Kind::Service).with_only_ranges([])
        };
        let outcome = Outcome::of(&Scenario::new(inputs).expect("it is valid"));
        let [better, than] = options.map(|option| outcome.line(option).value(p));
        better - than
    }
}

fn leads(futures: &Futures) -> impl Iterator<Item = (&Comparison, [Choice; 2])> {
    let best = futures.decision.verdict.best;
    let all = futures.comparisons.iter();
    all.map(move |comparison| (comparison, [best, comparison.than]))
}

/// What is linear in the input has the value at its mean as its mean. [N13]
#[test]
fn mean_leads_are_within_four_standard_errors() {
    for uncertain in [MARGIN, REBUILD] {
        let futures = uncertain.futures();
        let p = futures.decision.p;
        let mut told_apart = 0;
        for (comparison, options) in leads(&futures) {
            let expected = uncertain.lead_at(uncertain.mean(), options, p);
            // A lead that the input does not move has no error but that of adding.
            let allowed = 4.0 * comparison.standard_error + 1e-9 * expected.abs();
            let error = (comparison.lead - expected).abs();
            assert!(error <= allowed, "{options:?}: {error} above {allowed}");
            // The middle is something else: a simulation that took it for the mean would be found.
            let at_best = uncertain.lead_at(uncertain.best, options, p);
            told_apart += u32::from((at_best - expected).abs() > 10.0 * allowed);
        }
        assert!(told_apart >= 2, "{:?}: {told_apart}", uncertain.key);
    }
}

/// What is linear has its quantiles at those of the input. [N13]
#[test]
fn low_middle_and_high_are_within_four_standard_errors() {
    let futures = MARGIN.futures();
    let [below, above] = MARGIN.deviations();
    let ends = [
        (0.05, MARGIN.range.low, below),
        (0.5, MARGIN.best, above),
        (0.95, MARGIN.range.high, above),
    ];
    let mut checked = 0;
    for (comparison, options) in leads(&futures) {
        let lead = |margin| MARGIN.lead_at(margin, options, 1.0);
        let slope = (lead(60.0) - lead(40.0)) / 20.0;
        if slope <= 0.0 {
            continue;
        }
        let spread = comparison.lead_if_wanted;
        for ((u, margin, deviation), found) in
            ends.into_iter().zip([spread.p5, spread.p50, spread.p95])
        {
            let z = if u < 0.5 { -Z90 } else { Z90 };
            let density = pdf(if u == 0.5 { 0.0 } else { z }) / (deviation * margin);
            let error = (u * (1.0_f64 - u) / DRAWS).sqrt() / density * slope;
            let gap = (found - lead(margin)).abs();
            assert!(gap <= 4.0 * error, "{options:?} {u}: {gap}, {error}");
            checked += 1;
        }
    }
    assert!(checked >= 6, "{checked}");
}

/// The share of futures that lose money is the chance that the input lies below break-even. [N13]
#[test]
fn chances_are_within_four_standard_errors() {
    let futures = MARGIN.futures();
    let p = futures.decision.p;
    let mut between = 0;
    for strategy in Strategy::ALL {
        let option = Choice::Build(strategy);
        let value = |margin| MARGIN.lead_at(margin, [option, Choice::Nothing], 1.0);
        let slope = (value(60.0) - value(40.0)) / 20.0;
        let break_even = 40.0 - value(40.0) / slope;
        let if_wanted = MARGIN.range.share_below(MARGIN.best, break_even);
        let if_unwanted = MARGIN.lead_at(40.0, [option, Choice::Nothing], 0.0);
        assert!(if_unwanted < 0.0, "{option:?}");
        let expected = p * if_wanted + (1.0 - p);
        let error = p * (if_wanted * (1.0 - if_wanted) / DRAWS).sqrt();
        let found = futures.option(option).expect("it is there").loses_money;
        let gap = (found - expected).abs();
        assert!(gap <= 4.0 * error + 1e-9, "{option:?}: {found}, {expected}");
        between += u32::from((0.02..0.98).contains(&if_wanted));
    }
    assert!(
        between >= 2,
        "{between} are neither certain nor out of the question"
    );
}
