//! A hardware product: orders come, units are made, some wait.

use super::service::MOST_WORD_OF_MOUTH;
use super::{Product, Served, Situation};
use crate::field::Key;
use crate::math::{exp, ln};
use crate::scenario::Scenario;
use crate::strategy::Strategy;

/// Units at which the assembly cost of a level is stated.
const STATED_AT: f64 = 50.0;

/// The terms of a hardware product.
pub(crate) struct Hardware {
    capacity: [f64; 3],
    price: f64,
    parts: f64,
    extra_parts: f64,
    /// Whether the extra parts are in every unit, or only once the code level is above 0.
    always_extra: bool,
    assembly: [f64; 3],
    /// Exponent of Wright's learning curve: log2 of the factor per doubling.
    learning: f64,
    yields: [f64; 3],
    failures: [f64; 3],
    handling: f64,
    cancel: f64,
    freeze_loss: f64,
    word_of_mouth: f64,
}

/// What is carried from month to month.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Orders {
    backlog: f64,
    ordered: f64,
    shipped: f64,
    shipped_on_level: f64,
}

impl Hardware {
    /// Cost of a good unit when `made` units of this level exist and `now` are made.
    #[inline]
    fn unit(&self, at: &Situation<'_>, made: f64, now: f64) -> f64 {
        let doublings = (made + now / 2.0).max(1.0) / STATED_AT;
        let assembly = self.assembly[at.level] * exp(self.learning * ln(doublings));
        let extra = if self.always_extra || at.code >= 1 {
            self.extra_parts
        } else {
            0.0
        };
        let made_well = (self.parts + extra + assembly) / self.yields[at.level];
        made_well + self.failures[at.level] * (made_well + self.handling)
    }
}

impl Product for Hardware {
    type State = Orders;

    fn new(s: &Scenario, strategy: Strategy) -> Self {
        let by_level = |keys: [Key; 3]| keys.map(|key| s[key]);
        Self {
            capacity: [1.0, s[Key::Multiple1], s[Key::Multiple2]].map(|m| m * s[Key::Capacity]),
            price: s[Key::Price],
            parts: s[Key::PartsCost],
            extra_parts: s[Key::ExtraParts],
            always_extra: !strategy.is_mvp(),
            assembly: by_level(Key::ASSEMBLY),
            learning: ln(s[Key::Learning]) / std::f64::consts::LN_2,
            yields: by_level(Key::YIELD),
            failures: by_level(Key::FIELD_FAILURE),
            handling: s[Key::ReturnHandling],
            cancel: s[Key::Cancel],
            freeze_loss: s[Key::FreezeLoss],
            word_of_mouth: s[Key::WordOfMouth],
        }
    }

    fn start(&self) -> Orders {
        Orders {
            backlog: 0.0,
            ordered: 0.0,
            shipped: 0.0,
            shipped_on_level: 0.0,
        }
    }

    fn step_up(&self, state: &mut Orders, incident: f64) -> f64 {
        let replaced = incident * state.shipped_on_level;
        state.shipped_on_level = 0.0;
        replaced * (self.parts + self.assembly[0] + self.handling)
    }

    #[inline(always)]
    fn month(&self, state: &mut Orders, at: &Situation<'_>) -> Served {
        let wanted = at.frame.wanted;
        let served = if state.ordered > 0.0 {
            (state.shipped / state.ordered).min(MOST_WORD_OF_MOUTH)
        } else {
            1.0
        };
        let brought = 1.0 - self.word_of_mouth + self.word_of_mouth * served;
        let orders = wanted * brought * (1.0 - self.freeze_loss * at.freeze);
        let available = state.backlog * (1.0 - self.cancel) + orders;
        let capacity = self.capacity[at.level];
        let shipped = available.min(capacity * at.frame.life);
        // Where nothing is made, what a unit would cost does not matter.
        let unit = if shipped > 0.0 {
            self.unit(at, state.shipped_on_level, shipped)
        } else {
            0.0
        };
        state.backlog = available - shipped;
        state.ordered += wanted;
        state.shipped += shipped;
        state.shipped_on_level += shipped;
        Served {
            users: shipped,
            average_users: 0.0,
            utilisation: at.frame.now / capacity,
            wait: state.backlog / capacity,
            backlog: state.backlog,
            revenue: self.price * shipped,
            lost_revenue: self.price * (wanted - shipped),
            unit_cost: unit * shipped,
            terminal_base: (self.price - unit) * shipped.min(orders),
        }
    }
}
