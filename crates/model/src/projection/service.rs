//! A software service: users come, are slowed down, leave.

use super::{Product, Served, Situation};
use crate::capacity::ResponseCurve;
use crate::field::Key;
use crate::math::{exp, larger, smaller};
use crate::scenario::Scenario;
use crate::strategy::Strategy;
use crate::world::Market;

/// Users can exceed demand only when demand falls faster than they leave; word of mouth then counts
/// at most this many times, so that no input makes numbers overflow.
pub(super) const MOST_WORD_OF_MOUTH: f64 = 1e3;

/// The terms of a service.
pub(crate) struct Service {
    capacity: [f64; 3],
    response: [ResponseCurve; 3],
    harmless: f64,
    margin: f64,
    stay: f64,
    signup_loss: f64,
    slow_churn: f64,
    freeze_loss: f64,
    word_of_mouth: f64,
}

/// Users at the end of the month before.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Users(f64);

impl Service {
    /// Users at the end of a month in which people want the service.
    #[inline]
    fn grow(&self, users: f64, slow: f64, at: &Situation<'_>) -> f64 {
        let frame = at.frame;
        let sign_ups = larger(frame.now - frame.before * self.stay, 0.0);
        let served = if frame.before > 0.0 {
            smaller(users * frame.per_before, MOST_WORD_OF_MOUTH)
        } else {
            1.0
        };
        let brought = 1.0 - self.word_of_mouth + self.word_of_mouth * served;
        let mut staying = users * self.stay;
        let mut joining = sign_ups * brought;
        if slow > 0.0 {
            staying *= exp(-self.slow_churn * slow);
            joining *= exp(-self.signup_loss * slow);
        }
        if at.freeze > 0.0 {
            joining *= 1.0 - self.freeze_loss * at.freeze;
        }
        staying + joining
    }
}

impl Product for Service {
    type State = Users;

    fn new(s: &Scenario, _: Strategy) -> Self {
        let capacity = [1.0, s[Key::Multiple1], s[Key::Multiple2]].map(|m| m * s[Key::Capacity]);
        Self {
            capacity,
            response: capacity.map(|users| {
                let (empty, full) = (s[Key::ResponseEmpty], s[Key::ResponseLimit]);
                ResponseCurve::from_capacity(empty, full, users, s[Key::QuadraticShare])
            }),
            harmless: s[Key::ResponseOk],
            margin: s[Key::UserMargin],
            stay: 1.0 - s[Key::Churn],
            signup_loss: s[Key::SignupLoss],
            slow_churn: s[Key::SlowChurn],
            freeze_loss: s[Key::FreezeLoss],
            word_of_mouth: s[Key::WordOfMouth],
        }
    }

    fn start(&self) -> Users {
        Users(0.0)
    }

    fn step_up(&self, state: &mut Users, incident: f64) -> f64 {
        state.0 *= 1.0 - incident;
        0.0
    }

    #[inline(always)]
    fn month(&self, state: &mut Users, at: &Situation<'_>) -> Served {
        let wait = self.response[at.level].seconds(state.0);
        let slow = larger(wait - self.harmless, 0.0);
        let frame = at.frame;
        let (users, average) = match at.market {
            Market::Wanted => {
                let users = self.grow(state.0, slow, at);
                let start = frame.launch.unwrap_or(state.0);
                (users, frame.life * (start + users) / 2.0)
            }
            Market::Unwanted => (frame.now, frame.wanted),
        };
        state.0 = users;
        Served {
            users,
            average_users: average,
            utilisation: users / self.capacity[at.level],
            wait,
            backlog: 0.0,
            revenue: self.margin * average,
            lost_revenue: self.margin * (frame.wanted - average),
            unit_cost: 0.0,
            terminal_base: self.margin * users,
        }
    }
}
