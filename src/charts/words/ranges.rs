//! What is said of ranges over the futures.

use headroom_model::field::Kind;
use headroom_model::futures::{Band, Times};
use headroom_model::outcome::Outcome;
use headroom_model::strategy::{Choice, Strategy};
use headroom_model::text::write::{self, Currency, Precision, Sign};

use super::{in_sentence, wait, whole};
use crate::charts::figure::leader_bands;

/// Above the longest waits with their ranges.
pub const LONGEST_WAIT_RANGED: &str = "longest wait (likely)";

/// The range of the longest wait of a plan, in brackets; `None` without futures, or where it is as good as a point.
#[must_use]
pub fn longest_wait_range(outcome: &Outcome, strategy: Strategy) -> Option<String> {
    let futures = outcome.futures.as_ref()?;
    let waits = &futures.fixed.cards.strategies[strategy as usize].longest_wait;
    let kind = outcome.scenario.kind();
    let (low, high) = (wait(kind, waits.p5), wait(kind, waits.p95));
    let unit = match kind {
        Kind::Service => " s",
        Kind::Hardware => " months",
    };
    let bare = |text: &str| text.strip_suffix(unit).unwrap_or(text).to_owned();
    let (low, high) = (bare(&low), bare(&high));
    (low != high).then(|| format!("({low} to {high})"))
}

/// The range of a month in words, to follow "likely": "7 to 20", "7 or later, or never". With `named` it says that it
/// is a month. `None` where it is as good as a point.
pub(super) fn likely(times: &Times, named: bool) -> Option<String> {
    let (one, many) = if named {
        ("month ", "months ")
    } else {
        ("", "")
    };
    match (times.p5.map(whole), times.p95.map(whole)) {
        (Some(low), Some(high)) if low == high => None,
        (Some(low), Some(high)) => Some(format!("{many}{low} to {high}")),
        (Some(low), None) => Some(format!("{one}{low} or later, or never")),
        // Where the user's numbers say never as well there is nothing to add.
        (None, _) => (!named).then(|| "never".to_owned()),
    }
}

/// The range of the last moment to start, to follow "likely"; `None` without futures, or where it may never come.
#[must_use]
pub fn likely_start(outcome: &Outcome, wide: bool) -> Option<String> {
    let times = outcome.futures.as_ref()?.fixed.wall.last_start;
    match (times.p5, times.p95) {
        (Some(low), Some(high)) if low < 0.0 && high >= 0.0 => Some(format!("by {}", whole(high))),
        (Some(low), Some(high)) if !wide && whole(low) != whole(high) => {
            Some(format!("{}–{}", whole(low), whole(high)))
        }
        (Some(_), Some(_)) => likely(&times, false),
        _ => None,
    }
}

/// What is written at the edges of a range, the high one first, longest wording first. `values` are the low and the
/// high end of the last month; an arrow says that the panel ends before.
#[must_use]
pub fn band_edges([low, high]: [String; 2], above: bool, below: bool) -> [[String; 2]; 2] {
    let up = if above { " ↑" } else { "" };
    let down = if below { " ↓" } else { "" };
    [
        [
            format!("9 futures in 10: up to {high}{up}"),
            format!("up to {high}{up}"),
        ],
        [
            format!("and down to {low}{down}"),
            format!("to {low}{down}"),
        ],
    ]
}

/// The ranges of the leader in the last month; empty without futures or a leader.
#[must_use]
pub fn band_description(outcome: &Outcome, currency: Currency) -> String {
    let Some((strategy, bands)) = leader_bands(outcome) else {
        return String::new();
    };
    let end = write::month(f64::from(outcome.scenario.horizon()));
    let last = |band: &Band, write: &dyn Fn(f64) -> String| {
        let end = |ends: &[f64]| ends.last().copied().map_or_else(String::new, write);
        format!("{} to {}", end(&band.p5), end(&band.p95))
    };
    let money = |value| write::money(value, currency, Precision::Table, Sign::Minus);
    let users = match outcome.scenario.kind() {
        Kind::Service => "users",
        Kind::Hardware => "units shipped",
    };
    format!(
        " Shaded: 9 futures in 10 of {}, in {end} cash of {} and {users} of {}.",
        in_sentence(Choice::Build(strategy), outcome.scenario.kind()),
        last(&bands.cash, &money),
        last(&bands.users, &|value| write::count(value, Precision::Table)),
    )
}

/// The heads of the columns with the range of a plan: low end, high end.
#[must_use]
pub const fn range_columns(strategy: Strategy) -> [&'static str; 2] {
    match strategy {
        Strategy::MvpLive => ["MVP, as it is: low end", "high end"],
        Strategy::MvpLate => ["MVP, late: low end", "high end"],
        Strategy::MvpWatch => ["MVP + warning: low end", "high end"],
        Strategy::Msp => ["Scalable: low end", "high end"],
        Strategy::Over => ["Over-built: low end", "high end"],
    }
}
