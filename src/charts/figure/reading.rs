//! The figures of one month, read out as a line of text.

use headroom_model::outcome::Outcome;
use headroom_model::strategy::Strategy;
use headroom_model::text::write::{self, Currency, Precision, Sign};

use crate::charts::words;

/// What the panels show at one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The month: "month 12".
    pub month: String,
    /// What there is to say, one sentence for each panel.
    pub lines: Vec<String>,
}

/// The figures at the end of `month`; at the start of the project there are none yet.
#[must_use]
pub fn reading(outcome: &Outcome, currency: Currency, month: u32) -> Reading {
    let scenario = &outcome.scenario;
    let kind = scenario.kind();
    let index = month.checked_sub(1).map(|index| index as usize);
    let list = |value: &dyn Fn(Strategy, usize) -> Option<String>| -> Option<String> {
        let index = index?;
        let item = |strategy| {
            Some(format!(
                "{} {}",
                words::names(strategy)[0],
                value(strategy, index)?
            ))
        };
        let items: Vec<String> = Strategy::ALL.into_iter().filter_map(item).collect();
        (!items.is_empty()).then(|| items.join(", "))
    };
    let path = |strategy: Strategy| &outcome.plan(strategy).path;
    let cash = list(&|strategy, index| {
        let cash = path(strategy).cash.get(index)?;
        Some(write::money(*cash, currency, Precision::Table, Sign::Minus))
    });
    let is_live = |strategy: Strategy| f64::from(month) >= path(strategy).launch;
    let users = list(&|strategy, index| {
        let month = path(strategy)
            .months
            .get(index)
            .filter(|_| is_live(strategy))?;
        Some(write::count(month.users, Precision::Table))
    });
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
    let named = |name: &str, list: Option<String>| list.map(|list| format!("{name}: {list}."));
    let users = users
        .zip(wanted)
        .map(|(users, wanted)| format!("wanted {wanted}, {users}"));
    let lines = [
        named(money_name, cash),
        named(users_name, users),
        named(wait_name, wait),
    ];
    Reading {
        month: words::reading_of(month),
        lines: lines.into_iter().flatten().collect(),
    }
}
