//! The figures of one month, read out as a line of text.

use std::fmt;

use headroom_model::field::Kind;
use headroom_model::futures::{Band, StrategyBands};
use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;
use headroom_model::text::write::{self, Currency, Precision, Sign};

use super::leader_bands;
use super::stretches::room_at;
use crate::charts::words;

/// What the panels show at one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The month: "month 12".
    pub month: String,
    /// What there is to say, one sentence for each panel.
    pub lines: Vec<Line>,
}

/// What is read out of one panel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is measured.
    pub name: &'static str,
    /// A figure with its name each: what must not be parted when the line is broken.
    pub items: Vec<String>,
}

impl fmt::Display for Line {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{}: {}.", self.name, self.items.join(", "))
    }
}

/// The figures at the end of `month`; at the start of the project there are none yet.
#[must_use]
pub fn reading(outcome: &Outcome, currency: Currency, month: u32) -> Reading {
    let scenario = &outcome.scenario;
    let kind = scenario.kind();
    let index = month.checked_sub(1).map(|index| index as usize);
    let list = |value: &dyn Fn(Strategy, usize) -> Option<String>| -> Option<Vec<String>> {
        let index = index?;
        let item = |strategy| {
            Some(format!(
                "{} {}",
                words::names(strategy, kind)[1],
                value(strategy, index)?
            ))
        };
        let items: Vec<String> = Strategy::ALL.into_iter().filter_map(item).collect();
        (!items.is_empty()).then_some(items)
    };
    let path = |strategy: Strategy| &outcome.plan(strategy).path;
    let range =
        |strategy, band: fn(&StrategyBands) -> &Band, index, write: &dyn Fn(f64) -> String| {
            let bands = leader_bands(outcome).filter(|(leader, _)| *leader == strategy);
            let ends = bands.and_then(|(_, bands)| {
                let band = band(bands);
                Some((*band.p5.get(index)?, *band.p95.get(index)?))
            });
            ends.map_or_else(String::new, |(low, high)| {
                format!(" ({} to {})", write(low), write(high))
            })
        };
    let amount = |cash| write::money(cash, currency, Precision::Table, Sign::Minus);
    let count = |users| write::count(users, Precision::Table);
    let cash = list(&|strategy, index| {
        let cash = path(strategy).cash.get(index)?;
        let range = range(strategy, |bands| &bands.cash, index, &amount);
        Some(amount(*cash) + &range)
    });
    let is_live = |strategy: Strategy| f64::from(month) >= path(strategy).launch;
    let users = list(&|strategy, index| {
        let month = path(strategy)
            .months
            .get(index)
            .filter(|_| is_live(strategy))?;
        let range = range(strategy, |bands| &bands.users, index, &count);
        Some(count(month.users) + &range)
    });
    // How many units each version can make changes from month to month; what a service carries stands at its lines.
    let is_hardware = kind == Kind::Hardware;
    let made = list(&|strategy, _| room_at(outcome, strategy, month).map(count));
    let made = made.filter(|_| is_hardware);
    let wait = list(&|strategy, index| {
        let month = path(strategy)
            .months
            .get(index)
            .filter(|_| is_live(strategy))?;
        Some(words::wait(kind, month.wait))
    });
    let wanted = index.and_then(|index| path(Strategy::MvpLive).months.get(index));
    let wanted = wanted.map(|month| write::count(month.demand, Precision::Table));
    let [money_name, users_name, wait_name] = words::columns(kind);
    let named = |name, list: Option<Vec<String>>| list.map(|items| Line { name, items });
    let users = users.zip(wanted).map(|(users, wanted)| {
        let wanted = std::iter::once(format!("wanted {wanted}"));
        wanted.chain(users).collect()
    });
    let lines = [
        named(money_name, cash),
        named(users_name, users),
        named(words::CAN_BE_MADE, made),
        named(wait_name, wait),
    ];
    Reading {
        month: words::reading_of(month),
        lines: lines.into_iter().flatten().collect(),
    }
}
