//! The figure as a table: the same values, month by month.

use headroom_model::field::Kind;
use headroom_model::futures::{Band, StrategyBands};
use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;
use headroom_model::text::write::{self, Currency, DASH, Precision, Sign};

use super::leader_bands;
use super::stretches::room_at;
use crate::charts::words;

/// Columns that belong together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwinGroup {
    /// What they hold.
    pub name: &'static str,
    /// Their heads.
    pub columns: Vec<&'static str>,
}

/// A table with the values of a drawing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Twin {
    /// The head of the first column.
    pub corner: &'static str,
    /// The groups of columns after the first.
    pub groups: Vec<TwinGroup>,
    /// The rows: their heads and cells.
    pub rows: Vec<(String, Vec<String>)>,
}

/// The main figure as a table: cash and users of each plan, demand, and waits, from month 1 to the last.
#[must_use]
pub fn twin(outcome: &Outcome, currency: Currency) -> Twin {
    let scenario = &outcome.scenario;
    let kind = scenario.kind();
    let plans: Vec<&'static str> = Strategy::ALL
        .map(|strategy| words::names(strategy, kind)[0])
        .to_vec();
    let [money, users, waits] = words::columns(kind);
    let bands = leader_bands(outcome);
    let ranges = bands
        .iter()
        .flat_map(|(leader, _)| words::range_columns(*leader));
    let ranges: Vec<&'static str> = ranges.collect();
    let with_ranges = |columns: Vec<&'static str>| -> Vec<&'static str> {
        columns.into_iter().chain(ranges.iter().copied()).collect()
    };
    let wanted = std::iter::once(words::demand(kind)[0]).chain(plans.iter().copied());
    // How many units each version can make changes from month to month; what a service carries stands at its lines.
    let is_hardware = kind == Kind::Hardware;
    let room = is_hardware.then(|| TwinGroup {
        name: words::CAN_BE_MADE,
        columns: plans.clone(),
    });
    let mut groups = vec![
        TwinGroup {
            name: money,
            columns: with_ranges(plans.clone()),
        },
        TwinGroup {
            name: users,
            columns: with_ranges(wanted.collect()),
        },
    ];
    groups.extend(room);
    groups.push(TwinGroup {
        name: waits,
        columns: plans,
    });
    let row = |month: u32| -> (String, Vec<String>) {
        let index = month.saturating_sub(1) as usize;
        let path = |strategy| &outcome.plan(strategy).path;
        let at = |strategy| {
            path(strategy)
                .months
                .get(index)
                .copied()
                .unwrap_or_default()
        };
        let launched = |strategy: Strategy| f64::from(month) >= path(strategy).launch;
        let count = |value| write::count(value, Precision::Table);
        let amount = |cash| write::money(cash, currency, Precision::Table, Sign::Minus);
        let cash = |strategy: Strategy| {
            let cash = path(strategy).cash.get(index).copied().unwrap_or(0.0);
            amount(cash)
        };
        let users = |strategy: Strategy| count(at(strategy).users);
        let wait = |strategy: Strategy| {
            if launched(strategy) {
                words::wait(kind, at(strategy).wait)
            } else {
                DASH.to_owned()
            }
        };
        let room =
            |strategy| room_at(outcome, strategy, month).map_or_else(|| DASH.to_owned(), count);
        let room = is_hardware.then(|| Strategy::ALL.map(room));
        let range = |band: fn(&StrategyBands) -> &Band, write: &dyn Fn(f64) -> String| {
            let end = |ends: &[f64]| ends.get(index).copied().map_or(DASH.to_owned(), write);
            let ends = bands.map(|(_, bands)| {
                let band = band(bands);
                [end(&band.p5), end(&band.p95)]
            });
            ends.into_iter().flatten()
        };
        let cells = Strategy::ALL
            .map(cash)
            .into_iter()
            .chain(range(|bands| &bands.cash, &amount))
            .chain([count(at(Strategy::MvpLive).demand)])
            .chain(Strategy::ALL.map(users))
            .chain(range(|bands| &bands.users, &count))
            .chain(room.into_iter().flatten())
            .chain(Strategy::ALL.map(wait));
        (month.to_string(), cells.collect())
    };
    Twin {
        corner: words::MONTH,
        groups,
        rows: (1..=scenario.horizon()).map(row).collect(),
    }
}
