//! A number over many futures: mean, range and the value with the user's numbers.

use serde::{Deserialize, Serialize};

use crate::quantile::{P5_P50_P95, Weighted, mean, quantiles};

/// A number that every future has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Low end of nine futures in ten.
    pub p5: f64,
    /// The middle future.
    pub p50: f64,
    /// High end of nine futures in ten.
    pub p95: f64,
    /// With the user's numbers.
    pub yours: f64,
}

impl Spread {
    pub(crate) fn of(numbers: &[Weighted], yours: f64) -> Self {
        let [p5, p50, p95] = quantiles(numbers, P5_P50_P95).map(|x| x.unwrap_or(0.0));
        Self {
            mean: mean(numbers),
            p5,
            p50,
            p95,
            yours,
        }
    }
}

/// A time that some futures may never reach: `None` = later than any horizon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Times {
    /// Low end of nine futures in ten.
    pub p5: Option<f64>,
    /// The middle future.
    pub p50: Option<f64>,
    /// High end of nine futures in ten.
    pub p95: Option<f64>,
    /// With the user's numbers.
    pub yours: Option<f64>,
}

impl Times {
    pub(crate) fn of(numbers: &[Weighted], yours: Option<f64>) -> Self {
        let [p5, p50, p95] = quantiles(numbers, P5_P50_P95);
        Self {
            p5,
            p50,
            p95,
            yours: yours.filter(|time| time.is_finite()),
        }
    }
}
