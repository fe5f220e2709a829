//! Demand: users if the product never got slow and never froze (hardware: orders a month).

use crate::field::{Key, Kind};
use crate::math::{exp, ln, pow};

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

const MOST_USERS: f64 = 1e10;
const LEAST_ROOM: f64 = 1e-9;

/// The demand curve of a scenario, ready to be evaluated, with its size and speed.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    form: Form,
    launch: f64,
    size: f64,
    speed: f64,
}

#[derive(Clone, Debug, PartialEq)]
enum Form {
    Milestones {
        u: [f64; 3],
        growth: [f64; 2],
        ceiling: f64,
        rate: f64,
    },
    Logistic {
        launch: f64,
        ceiling: f64,
        rate: f64,
    },
    Exponential {
        launch: f64,
        log_growth: f64,
    },
    Bass {
        market: f64,
        p: f64,
        q: f64,
        shift: f64,
    },
    Points {
        months: Vec<f64>,
        users: Vec<f64>,
    },
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
        (self.launch + self.size * (self.form.at(self.speed * tau) - self.launch)).max(0.0)
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

fn users_ok(users: &[f64]) -> Result<(), Undefined> {
    let ok = users.iter().all(|u| (1.0..=MOST_USERS).contains(u));
    if ok { Ok(()) } else { Err(Undefined::Users) }
}

fn room_ok(users: f64, ceiling: f64) -> Result<(), Undefined> {
    if ceiling / users - 1.0 >= LEAST_ROOM {
        Ok(())
    } else {
        Err(Undefined::Ceiling)
    }
}

impl Form {
    fn of(demand: &Demand, milestones: [f64; 3], ceiling: f64) -> Result<Self, Undefined> {
        match demand {
            Demand::Milestones => Self::milestones(milestones, ceiling),
            &Demand::LogisticThrough {
                launch,
                month_6,
                month_12,
            } => Self::logistic_through(launch, month_6, month_12),
            &Demand::Logistic {
                launch,
                ceiling,
                rate,
            } => {
                users_ok(&[launch, ceiling])?;
                room_ok(launch, ceiling)?;
                rate_ok(rate > 0.0 && rate <= 10.0)?;
                Ok(Self::Logistic {
                    launch,
                    ceiling,
                    rate,
                })
            }
            &Demand::Exponential { launch, growth } => {
                users_ok(&[launch])?;
                rate_ok(growth > -1.0 && growth <= 10.0)?;
                Ok(Self::Exponential {
                    launch,
                    log_growth: ln(1.0 + growth),
                })
            }
            &Demand::Bass {
                launch,
                market,
                innovation,
                imitation,
            } => Self::bass(launch, market, innovation, imitation),
            Demand::Points { months, users } => {
                users_ok(users)?;
                let rising = months
                    .windows(2)
                    .all(|pair| pair[0] < pair[1] && pair[1] <= 1e4);
                let fits = months.len() == users.len() && (2..=120).contains(&months.len());
                if !rising || !fits || months.first() != Some(&0.0) {
                    return Err(Undefined::Points);
                }
                Ok(Self::Points {
                    months: months.clone(),
                    users: users.clone(),
                })
            }
        }
    }

    fn milestones(u: [f64; 3], ceiling: f64) -> Result<Self, Undefined> {
        users_ok(&u)?;
        users_ok(&[ceiling])?;
        room_ok(u[2], ceiling)?;
        Ok(Self::through(u, ceiling))
    }

    fn through(u: [f64; 3], ceiling: f64) -> Self {
        let growth = [ln(u[1] / u[0]) / 6.0, ln(u[2] / u[1]) / 6.0];
        let rate = growth[1] / (1.0 - u[2] / ceiling);
        Self::Milestones {
            u,
            growth,
            ceiling,
            rate,
        }
    }

    fn logistic_through(u0: f64, u6: f64, u12: f64) -> Result<Self, Undefined> {
        users_ok(&[u0, u6, u12])?;
        let slowing = u6 * u6 - u0 * u12;
        if !(u0 < u6 && u6 < u12 && slowing > 0.0) {
            return Err(Undefined::NotSlowing);
        }
        let ceiling = u6 * (u6 * (u0 + u12) - 2.0 * u0 * u12) / slowing;
        users_ok(&[ceiling]).map_err(|_| Undefined::NotSlowing)?;
        let rate = ln((ceiling / u0 - 1.0) / (ceiling / u6 - 1.0)) / 6.0;
        Ok(Self::Logistic {
            launch: u0,
            ceiling,
            rate,
        })
    }

    fn bass(launch: f64, market: f64, p: f64, q: f64) -> Result<Self, Undefined> {
        users_ok(&[launch, market])?;
        room_ok(launch, market)?;
        rate_ok(p > 0.0 && p <= 10.0 && q > 0.0 && q <= 10.0)?;
        let share = launch / market;
        let shift = ln((1.0 + q / p * share) / (1.0 - share)) / (p + q);
        Ok(Self::Bass {
            market,
            p,
            q,
            shift,
        })
    }

    fn at(&self, tau: f64) -> f64 {
        match self {
            Self::Milestones {
                u,
                growth,
                ceiling,
                rate,
            } => {
                if tau <= 6.0 {
                    u[0] * exp(growth[0] * tau)
                } else if tau <= 12.0 {
                    u[1] * exp(growth[1] * (tau - 6.0))
                } else {
                    ceiling / (1.0 + (ceiling / u[2] - 1.0) * exp(-rate * (tau - 12.0)))
                }
            }
            Self::Logistic {
                launch,
                ceiling,
                rate,
            } => ceiling / (1.0 + (ceiling / launch - 1.0) * exp(-rate * tau)),
            // Beyond the most users there can be, growth stops: the numbers stay finite.
            Self::Exponential { launch, log_growth } => {
                (launch * exp(log_growth * tau)).min(MOST_USERS)
            }
            Self::Bass {
                market,
                p,
                q,
                shift,
            } => {
                let decay = exp(-(p + q) * (tau + shift));
                market * (1.0 - decay) / (1.0 + q / p * decay)
            }
            Self::Points { months, users } => points_at(months, users, tau),
        }
    }

    fn months_to(&self, users: f64) -> Option<f64> {
        match self {
            Self::Milestones {
                u,
                growth,
                ceiling,
                rate,
            } => milestones_to(*u, *growth, *ceiling, *rate, users),
            Self::Logistic {
                launch,
                ceiling,
                rate,
            } => (users < *ceiling)
                .then(|| ln(users * (ceiling - launch) / (launch * (ceiling - users))) / rate),
            Self::Exponential { launch, log_growth } => {
                (*log_growth > 0.0 && users <= MOST_USERS).then(|| ln(users / launch) / log_growth)
            }
            Self::Bass {
                market,
                p,
                q,
                shift,
            } => {
                let share = users / market;
                (share < 1.0)
                    .then(|| (ln((1.0 + q / p * share) / (1.0 - share)) / (p + q) - shift).max(0.0))
            }
            Self::Points {
                months,
                users: values,
            } => points_to(months, values, users),
        }
    }
}

fn rate_ok(ok: bool) -> Result<(), Undefined> {
    if ok { Ok(()) } else { Err(Undefined::Rate) }
}

fn milestones_to(
    u: [f64; 3],
    growth: [f64; 2],
    ceiling: f64,
    rate: f64,
    users: f64,
) -> Option<f64> {
    if users <= u[0] {
        Some(0.0)
    } else if users <= u[1] && u[1] > u[0] {
        Some(ln(users / u[0]) / growth[0])
    } else if users <= u[2] && u[2] > u[1] {
        Some(6.0 + ln(users / u[1]) / growth[1])
    } else if users < ceiling && rate > 0.0 {
        Some(12.0 + ln(users * (ceiling - u[2]) / (u[2] * (ceiling - users))) / rate)
    } else {
        None
    }
}

fn points_at(months: &[f64], users: &[f64], tau: f64) -> f64 {
    let after = months.partition_point(|month| *month <= tau);
    if after == 0 {
        return users[0];
    }
    if after == months.len() {
        return users[after - 1];
    }
    let (start, end) = (after - 1, after);
    let share = (tau - months[start]) / (months[end] - months[start]);
    users[start] * pow(users[end] / users[start], share)
}

fn points_to(months: &[f64], values: &[f64], users: f64) -> Option<f64> {
    let after = values.iter().position(|value| *value >= users)?;
    if after == 0 {
        return Some(0.0);
    }
    let (start, end) = (after - 1, after);
    let share = ln(users / values[start]) / ln(values[end] / values[start]);
    Some(months[start] + share * (months[end] - months[start]))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    fn close(a: f64, b: f64) {
        assert!((a - b).abs() <= 1e-9 * b.abs().max(1.0), "{a} is not {b}");
    }

    #[test]
    fn size_and_speed_transform_value_and_time() {
        let scenario = Scenario::preset(Kind::Service)
            .changed([(Key::Size, 2.0), (Key::Speed, 0.5)])
            .unwrap();
        let curve = scenario.curve();
        close(curve.at(0.0), 100.0);
        close(curve.at(12.0), 100.0 + 2.0 * 400.0);
        close(curve.months_to(900.0).unwrap(), 12.0);
    }

    #[test]
    fn demand_that_fades_is_allowed_and_never_negative() {
        let scenario = Scenario::preset(Kind::Service)
            .changed([
                (Key::UsersMonth12, 120.0),
                (Key::Ceiling, 150.0),
                (Key::Size, 3.0),
            ])
            .unwrap();
        let curve = scenario.curve();
        assert!((0..200).all(|tau| curve.at(f64::from(tau)) >= 0.0));
        assert_eq!(curve.months_to(5000.0), None);
        close(curve.months_to(1300.0).unwrap(), 6.0);
    }

    #[test]
    fn bass_starts_at_launch_users_and_peaks_where_published() {
        // Peak of new users at ln(q/p)/(p+q): Bass 1969.
        let (p, q) = (0.03 / 12.0, 0.38 / 12.0);
        let curve = Demand::Bass {
            launch: 1.0,
            market: 1e6,
            innovation: p,
            imitation: q,
        }
        .curve()
        .unwrap();
        close(curve.at(0.0), 1.0);
        let peak = ln(q / p) / (p + q);
        let gain = |tau: f64| curve.at(tau + 0.5) - curve.at(tau - 0.5);
        assert!(gain(peak) > gain(peak - 2.0) && gain(peak) > gain(peak + 2.0));
        close(curve.months_to(curve.at(17.0)).unwrap(), 17.0);
    }

    #[test]
    fn points_grow_steadily_between_and_stay_flat_after() {
        let curve = Demand::Points {
            months: vec![0.0, 2.0, 4.0],
            users: vec![100.0, 400.0, 200.0],
        }
        .curve()
        .unwrap();
        close(curve.at(1.0), 200.0);
        close(curve.at(3.0), 400.0 * 0.5f64.sqrt());
        close(curve.at(99.0), 200.0);
        close(curve.months_to(200.0).unwrap(), 1.0);
        assert_eq!(curve.months_to(401.0), None);
    }

    #[test]
    fn undefined_curves_say_why() {
        let undefined = |demand: Demand| demand.curve().unwrap_err();
        let through = |a, b, c| Demand::LogisticThrough {
            launch: a,
            month_6: b,
            month_12: c,
        };
        assert_eq!(
            undefined(through(100.0, 300.0, 2000.0)),
            Undefined::NotSlowing
        );
        assert_eq!(
            undefined(through(100.0, 90.0, 2000.0)),
            Undefined::NotSlowing
        );
        let points = |months, users| Demand::Points { months, users };
        assert_eq!(
            undefined(points(vec![1.0, 2.0], vec![1.0, 2.0])),
            Undefined::Points
        );
        assert_eq!(
            undefined(points(vec![0.0, 2.0], vec![1.0])),
            Undefined::Points
        );
        assert_eq!(
            undefined(points(vec![0.0, 2.0], vec![0.0, 2.0])),
            Undefined::Users
        );
        assert_eq!(
            undefined(Demand::Exponential {
                launch: 10.0,
                growth: -1.0
            }),
            Undefined::Rate
        );
        assert_eq!(
            undefined(Demand::Logistic {
                launch: 10.0,
                ceiling: 10.0,
                rate: 0.1
            }),
            Undefined::Ceiling
        );
    }
}
