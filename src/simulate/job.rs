//! What is asked and what comes back, and both as bytes between page and worker.

use headroom_model::futures::Futures;
use headroom_model::scenario::Scenario;
use headroom_model::sensitivity::WhatWouldChange;
use serde::{Deserialize, Serialize};

/// Everything that the futures depend on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Ask {
    /// The inputs.
    pub scenario: Scenario,
    /// The seed of the rotations.
    pub seed: u32,
    /// Draws of each of the eight rotations in the last answer.
    pub per_rotation: u32,
}

/// A result for an [`Ask`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    /// What it belongs to.
    pub ask: Ask,
    /// What was found.
    pub found: Found,
    /// Whether nothing more comes.
    pub done: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Found {
    /// The futures, from some of the draws or from all.
    Futures(Box<Futures>),
    /// The futures of the same scenario with half the growth, from some of the draws.
    HalfGrowth(Box<Futures>),
    /// What would change the answer; not complete as long as it rests on some of the draws only.
    Change(WhatWouldChange),
}

impl Ask {
    /// As bytes.
    ///
    /// # Errors
    /// None in practice: there is no limit on the bytes.
    pub fn to_bytes(&self) -> postcard::Result<Vec<u8>> {
        postcard::to_allocvec(self)
    }

    /// Of bytes; the scenario is checked like any other.
    ///
    /// # Errors
    /// The bytes are no [`Ask`], or its scenario is not valid.
    pub fn of_bytes(bytes: &[u8]) -> postcard::Result<Self> {
        postcard::from_bytes(bytes)
    }
}

impl Reply {
    /// As bytes.
    ///
    /// # Errors
    /// None in practice: there is no limit on the bytes.
    pub fn to_bytes(&self) -> postcard::Result<Vec<u8>> {
        postcard::to_allocvec(self)
    }

    /// Of bytes.
    ///
    /// # Errors
    /// The bytes are no [`Reply`].
    pub fn of_bytes(bytes: &[u8]) -> postcard::Result<Self> {
        postcard::from_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use headroom_model::field::{Key, Kind, Range, Shape};
    use headroom_model::scenario::Inputs;
    use headroom_model::simulation::Simulation;

    #[test]
    fn a_job_is_the_same_after_the_journey() {
        for kind in Kind::ALL {
            let scenario = Scenario::new(Inputs {
                values: vec![(Key::Success, 0.4), (Key::Premium, 0.3)],
                ranges: vec![
                    (
                        Key::Premium,
                        Some(Range {
                            low: 0.25,
                            high: 0.5,
                            shape: Shape::Normal,
                        }),
                    ),
                    (Key::RebuildCost, None),
                ],
                correlations: Some(Vec::new()),
                ..Inputs::preset(kind)
            });
            let scenario = scenario.expect("the inputs are valid");
            let ask = Ask {
                scenario,
                seed: 7,
                per_rotation: 4,
            };
            let bytes = ask.to_bytes().expect("an ask has bytes");
            assert_eq!(Ask::of_bytes(&bytes).as_ref(), Ok(&ask));

            let simulation = Simulation::run(&ask.scenario, 4, 7);
            let found = Found::Futures(Box::new(simulation.futures()));
            let reply = Reply {
                ask,
                found,
                done: false,
            };
            let bytes = reply.to_bytes().expect("a reply has bytes");
            assert_eq!(Reply::of_bytes(&bytes).as_ref(), Ok(&reply));
        }
    }

    #[test]
    fn junk_is_refused() {
        assert!(Ask::of_bytes(&[]).is_err());
        assert!(Ask::of_bytes(&[0xff; 64]).is_err());
        assert!(Reply::of_bytes(&[0xff; 64]).is_err());
    }
}
