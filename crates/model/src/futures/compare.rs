//! One option against another over the futures. Source: model specification, section 14.3.

use serde::{Deserialize, Serialize};

use super::options::{good_in, lead_error, worth};
use super::spread::Spread;
use crate::decision::{Line, p_star};
use crate::quantile::Weighted;
use crate::scenario::Scenario;
use crate::simulation::{Draw, Draws};
use crate::strategy::Choice;
use crate::verdict::threshold;

/// The best option against another one.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Comparison {
    /// The other one.
    pub than: Choice,
    /// Average lead, today's money.
    pub lead: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// The lead below which it is too close to call.
    pub threshold: f64,
    /// Whether it is.
    pub too_close: bool,
    /// Share of the futures in which people want it in which the best one is ahead.
    pub ahead_if_wanted: f64,
    /// Share of all futures in which it is.
    pub ahead_all_futures: f64,
    /// The lead if people want it; a late launch counts with its expected effect.
    pub lead_if_wanted: Spread,
    /// The chance of success at which both are worth the same; `None` if never.
    pub p_star: Option<f64>,
}

impl Comparison {
    pub(crate) fn of(
        draws: &Draws,
        yours: &Draw,
        scenario: &Scenario,
        p: f64,
        (better, than): (&Line<Choice>, &Line<Choice>),
    ) -> Self {
        let (best, other) = (better.option, than.option);
        let lead = |draw: &Draw, world| good_in(draw, best, world) - good_in(draw, other, world);
        let leads: Vec<Weighted> = draws.wanted(lead);
        let ahead: f64 = leads
            .iter()
            .filter(|(lead, _)| *lead > 0.0)
            .map(|(_, weight)| weight)
            .sum();
        let ahead_unwanted = draws.mean(|draw| {
            let ahead = worth(draw, best).1 > worth(draw, other).1;
            f64::from(u8::from(ahead))
        });
        let average = better.value(p) - than.value(p);
        let standard_error = lead_error(draws, p, best, other);
        let threshold = threshold(scenario, standard_error);
        Self {
            than: other,
            lead: average,
            standard_error,
            threshold,
            too_close: average < threshold,
            ahead_if_wanted: ahead,
            ahead_all_futures: p * ahead + (1.0 - p) * ahead_unwanted,
            lead_if_wanted: Spread::of(&leads, lead(yours, 0)),
            p_star: p_star(than, better),
        }
    }
}
