//! Decision analysis over the chance of success p. Source: model specification, section 7.
//!
//! Every option is a straight line over p: `bad` at p = 0, `good` at p = 1. So p is never sampled
//! and every answer for another p is had at once.

mod information;
mod lines;
mod regret;

pub use information::{evpi, evpi_of_normal, evsi};
pub use lines::{BreakEven, Line, Segment, best, break_even, order, p_star, upper_edge};
pub use regret::{Regret, minimax, regrets};
