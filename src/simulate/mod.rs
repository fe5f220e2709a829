//! The simulation as a job: what is asked, what comes back, and the work between, in slices of any
//! size. It runs in a worker, or in the page where there is none; it knows no browser.
//!
//! A [`Reply`] carries the [`Ask`] it belongs to, so that nobody has to guess whether it is late.

mod job;
mod work;

pub use job::{Ask, Found, Reply};
pub use work::Work;
