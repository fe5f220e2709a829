//! Demand: users if the product never got slow and never froze (hardware: orders a month).

mod form;

#[cfg(test)]
mod tests;

use crate::field::{Key, Kind};
use form::Form;

/// The shape of demand over the months since launch. Source: model specification, section 3.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub enum Demand {
    /// Through the three user numbers and the ceiling of the first screen.
    Milestones,
    /// S-curve through three user numbers at launch, after 6 and after 12 months.
    LogisticThrough {
        /// Users at launch.
        launch: f64,
        /// Users after six months.
        month_6: f64,
        /// Users after twelve months.
        month_12: f64,
    },
    /// S-curve with given ceiling and growth.
    Logistic {
        /// Users at launch.
        launch: f64,
        /// The ceiling.
        ceiling: f64,
        /// Growth per month while the ceiling is far.
        rate: f64,
    },
    /// Constant growth.
    Exponential {
        /// Users at launch.
        launch: f64,
        /// Growth per month, as a share.
        growth: f64,
    },
    /// Diffusion of Bass: innovators and imitators.
    Bass {
        /// Users at launch.
        launch: f64,
        /// Size of the market.
        market: f64,
        /// Coefficient of innovation per month.
        innovation: f64,
        /// Coefficient of imitation per month.
        imitation: f64,
    },
    /// The user's own points; constant growth between them, flat after the last.
    Points {
        /// Months since launch, rising, the first at 0.
        months: Vec<f64>,
        /// Users at those months.
        users: Vec<f64>,
    },
}

/// Why a demand curve does not exist for its numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undefined {
    /// A number is not finite or outside 1 to ten thousand million.
    Users,
    /// The ceiling is not above the users.
    Ceiling,
    /// Three points that no S-curve passes through.
    NotSlowing,
    /// A growth or diffusion coefficient outside its meaning.
    Rate,
    /// The points are not a rising list of months from 0 with as many users.
    Points,
}

impl std::fmt::Display for Undefined {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Users => "Every user number must lie between 1 and 10,000,000,000.",
            Self::Ceiling => "The ceiling must be above the users it limits.",
            Self::NotSlowing => {
                "An S-curve needs users that rise and whose growth slows down: users after 6 months squared must exceed users at launch times users after 12 months. Use milestones, or points."
            }
            Self::Rate => "Growth must be above -100 % and at most 1,000 % a month, and diffusion coefficients between 0 and 10 a month, above 0.",
            Self::Points => "Points need two to 120 months, rising from 0, and as many user numbers.",
        })
    }
}

impl std::error::Error for Undefined {}

/// The demand curve of a scenario, ready to be evaluated, with its size and speed.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    form: Form,
    launch: f64,
    size: f64,
    speed: f64,
}

impl Curve {
    /// The curve of a shape of demand; `value` gives the inputs.
    ///
    /// # Errors
    /// Why no such curve exists.
    pub fn new(demand: &Demand, value: impl Fn(Key) -> f64) -> Result<Self, Undefined> {
        let milestones = [Key::UsersAtLaunch, Key::UsersMonth6, Key::UsersMonth12].map(&value);
        let form = Form::of(demand, milestones, value(Key::Ceiling))?;
        Ok(Self::scaled(form, value(Key::Size), value(Key::Speed)))
    }

    /// The curve through the milestones of a preset, which are known to be valid.
    pub(crate) fn preset(milestones: [f64; 3], ceiling: f64) -> Self {
        Self::scaled(Form::through(milestones, ceiling), 1.0, 1.0)
    }

    fn scaled(form: Form, size: f64, speed: f64) -> Self {
        let launch = form.at(0.0);
        Self {
            form,
            launch,
            size,
            speed,
        }
    }

    /// The same curve with another size.
    #[must_use]
    pub fn with_size(&self, size: f64) -> Self {
        Self {
            size,
            ..self.clone()
        }
    }

    /// The same curve with another size and speed.
    pub(crate) fn rescale(&mut self, size: f64, speed: f64) {
        self.size = size;
        self.speed = speed;
    }

    /// Users at launch, whatever size and speed.
    #[must_use]
    pub fn at_launch(&self) -> f64 {
        self.launch
    }

    /// Demand `tau` months after launch: U0 + size (D(speed tau) - U0), never below 0.
    #[must_use]
    pub fn at(&self, tau: f64) -> f64 {
        self.sized(self.shape(tau))
    }

    /// The curve `tau` months after launch before size: D(speed tau).
    pub(crate) fn shape(&self, tau: f64) -> f64 {
        self.form.at(self.speed * tau)
    }

    /// Demand where the curve before size has this height.
    #[inline]
    pub(crate) fn sized(&self, shape: f64) -> f64 {
        (self.launch + self.size * (shape - self.launch)).max(0.0)
    }

    /// Months after launch at which demand first reaches `users`; `None` if it never does.
    #[must_use]
    pub fn months_to(&self, users: f64) -> Option<f64> {
        if users <= self.launch {
            return Some(0.0);
        }
        if self.size <= 0.0 {
            return None;
        }
        let unscaled = self.launch + (users - self.launch) / self.size;
        self.form
            .months_to(unscaled)
            .map(|months| months / self.speed)
    }

    /// The growth rate of the S-curve past month 12 (milestones) or of the whole S-curve, per
    /// month; `None` for other shapes.
    #[must_use]
    pub fn logistic_rate(&self) -> Option<f64> {
        match self.form {
            Form::Milestones { rate, .. } | Form::Logistic { rate, .. } => Some(rate),
            _ => None,
        }
    }

    /// The ceiling of the curve where it has one.
    #[must_use]
    pub fn ceiling(&self) -> Option<f64> {
        match self.form {
            Form::Milestones { ceiling, .. } | Form::Logistic { ceiling, .. } => Some(ceiling),
            Form::Bass { market, .. } => Some(market),
            _ => None,
        }
    }
}

impl Demand {
    /// Presets of Bass coefficients: (what, innovation a year, imitation a year, source).
    pub const BASS_PRESETS: [(&'static str, f64, f64, &'static str); 9] = [
        ("average", 0.03, 0.38, "Sultan, Farley & Lehmann 1990"),
        (
            "colour TV",
            0.005,
            0.84,
            "Lilien, Rangaswamy & Van den Bulte",
        ),
        (
            "room air conditioner",
            0.010,
            0.42,
            "Lilien, Rangaswamy & Van den Bulte",
        ),
        (
            "clothes dryer",
            0.017,
            0.36,
            "Lilien, Rangaswamy & Van den Bulte",
        ),
        (
            "cellular telephone",
            0.004,
            1.76,
            "Lilien, Rangaswamy & Van den Bulte",
        ),
        (
            "cable TV",
            0.02116,
            0.2698,
            "DecisionPro appendix, Van den Bulte",
        ),
        (
            "CD player",
            0.0017,
            0.3991,
            "DecisionPro appendix, Van den Bulte",
        ),
        (
            "cell telephone",
            0.00471,
            0.506,
            "DecisionPro appendix, Van den Bulte",
        ),
        (
            "radio",
            0.01034,
            0.4537,
            "DecisionPro appendix, Van den Bulte",
        ),
    ];

    /// The curve of demand by itself, with size and speed 1; milestones are those of the service
    /// preset.
    ///
    /// # Errors
    /// Why no such curve exists.
    pub fn curve(&self) -> Result<Curve, Undefined> {
        Curve::new(self, |key| key.default_for(Kind::Service))
    }
}
