//! The shapes of demand before size and speed: value at a time, and time of a value.

use super::{Demand, Undefined};
use crate::math::{exp, ln, pow};

const MOST_USERS: f64 = 1e10;
const LEAST_ROOM: f64 = 1e-9;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Form {
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
    pub(super) fn of(
        demand: &Demand,
        milestones: [f64; 3],
        ceiling: f64,
    ) -> Result<Self, Undefined> {
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

    pub(super) fn through(u: [f64; 3], ceiling: f64) -> Self {
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

    pub(super) fn at(&self, tau: f64) -> f64 {
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

    pub(super) fn months_to(&self, users: f64) -> Option<f64> {
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
