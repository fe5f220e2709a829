//! The arithmetic and the words of Headroom: pure, without a browser, a clock or unseeded
//! randomness.
//!
//! One module per noun of the subject, in the order in which data flows:
//! [`field`] (the one list of inputs) → [`scenario`] (valid values) → [`demand`] and [`capacity`]
//! → [`strategy`] and [`world`] → [`cost`] → [`projection`] (month by month).

#![deny(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss
)]

pub mod bridge;
pub mod capacity;
pub mod checks;
pub mod cost;
pub mod decision;
pub mod demand;
pub mod field;
pub mod futures;
pub mod ladder;
pub mod math;
pub mod normal;
pub mod outcome;
pub mod preset;
pub mod projection;
pub mod quantile;
pub mod queueing;
pub mod range;
pub mod sampling;
pub mod scenario;
pub mod scenario_file;
pub mod sensitivity;
pub mod simulation;
pub mod statement;
pub mod strategy;
pub mod table;
pub mod text;
pub mod unit_price;
pub mod values;
pub mod verdict;
pub mod warning;
pub mod why;
pub mod world;

/// The version of the model, to stand beside every result that leaves the page.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
