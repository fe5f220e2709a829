//! A number in a sentence: what it states and how it is written.

use super::quantity::Quantity;
use crate::field::{Key, Kind, Unit};
use crate::text::write::{
    self, Currency, Noun, Precision, Sign, TimeUnit, chance, count, counted, duration, in_hundred,
    money, month, percent, seconds_in_words,
};

/// The quantity that a span states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Which quantity of the outcome.
    pub quantity: Quantity,
    /// Its exact value.
    pub value: f64,
    /// How it is written.
    pub format: Format,
}

/// How a quantity is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Format {
    /// Money.
    Money(Precision, Sign),
    /// Money without its sign, where the words say which way.
    MoneySize(Precision),
    /// A bare count.
    Count(Precision),
    /// A bare count without its sign, where the words say which way.
    CountSize(Precision),
    /// A count with its noun.
    Counted(Precision, Noun),
    /// A share in per cent.
    Percent(Precision),
    /// A plain figure.
    Plain(Precision),
    /// A time in halves: "2½ weeks".
    Duration(TimeUnit),
    /// The same without its noun where figures suffice, to stand before "to 6 months": "2½".
    BareDuration(TimeUnit),
    /// A time in full: "2.7 months".
    FullTime(TimeUnit),
    /// A time before a noun: "four-month".
    Compound(TimeUnit),
    /// A month of the time axis.
    Month,
    /// The number of a month alone, to follow "month".
    MonthNumber,
    /// A chance in whole hundredths.
    InHundred,
    /// A share of futures: "about 7 in 10".
    Chance,
    /// The same as a bare figure: "7 in 10".
    BareChance,
    /// Seconds in words.
    Seconds,
    /// An input as it was typed, with its unit.
    Typed(Key, Kind),
    /// A value to which an input is moved, with three significant figures and the short form of its
    /// unit: "25%", "3.95 months". The size of demand is given as users.
    Moved(Key, Kind),
}

impl Format {
    /// The text of a value.
    #[must_use]
    pub fn text(self, value: f64, currency: Currency) -> String {
        match self {
            Self::Money(precision, sign) => money(value, currency, precision, sign),
            Self::MoneySize(precision) => money(value.abs(), currency, precision, Sign::Minus),
            Self::Count(precision) => count(value, precision),
            Self::CountSize(precision) => count(value.abs(), precision),
            Self::Counted(precision, noun) => counted(value, precision, noun),
            Self::Percent(precision) => percent(value, precision, Sign::Minus),
            Self::Plain(precision) => write::plain(value, precision),
            Self::Duration(unit) => duration(value, unit),
            Self::BareDuration(unit) => bare_duration(value, unit),
            Self::FullTime(unit) => full_time(value, unit),
            Self::Compound(unit) => write::compound(value, unit),
            Self::Month => month(value),
            Self::MonthNumber => month(value).trim_start_matches("month ").to_owned(),
            Self::InHundred => in_hundred(value),
            Self::Chance => chance(value),
            Self::BareChance => bare_chance(value),
            Self::Seconds => seconds_in_words(value),
            Self::Typed(key, kind) => typed(key, kind, value, currency),
            Self::Moved(key, kind) => moved(key, kind, value, currency),
        }
    }
}

/// A share of futures without "about", and without the words before a bracket.
fn bare_chance(share: f64) -> String {
    let text = chance(share);
    if let Some((_, inner)) = text.split_once('(') {
        return inner.trim_end_matches(')').to_owned();
    }
    match text.strip_prefix("about ") {
        Some(figure) if figure != "half" => figure.to_owned(),
        _ => text,
    }
}

/// A time in halves without its noun, where it starts with a figure.
fn bare_duration(value: f64, unit: TimeUnit) -> String {
    let text = duration(value, unit);
    match text.split_once(' ') {
        Some((figure, _)) if figure.starts_with(|c: char| c.is_ascii_digit()) => figure.to_owned(),
        _ => text,
    }
}

/// A time with all its digits: a sentence may round, a formula may not.
fn full_time(value: f64, unit: TimeUnit) -> String {
    let noun = match unit {
        TimeUnit::Weeks => "week",
        TimeUnit::Months => "month",
    };
    with_noun(value, noun)
}

fn with_noun(value: f64, noun: &str) -> String {
    match write::plain(value, Precision::Exact) {
        one if one == "1" => format!("1 {noun}"),
        many => format!("{many} {noun}s"),
    }
}

/// A value to which an input is moved.
fn moved(key: Key, kind: Kind, value: f64, currency: Currency) -> String {
    const FINE: Precision = Precision::Table;
    let figure = || write::plain(value, FINE);
    let with_noun = |noun: &str| match figure() {
        one if one == "1" => format!("1 {noun}"),
        many => format!("{many} {noun}s"),
    };
    if key == Key::Size {
        return count(value, FINE);
    }
    match key.field().unit(kind) {
        unit if unit.is_percent() => percent(value, FINE, Sign::Minus),
        unit if unit.is_money() => money(value, currency, FINE, Sign::Minus),
        Unit::Users | Unit::UnitsPerMonth => count(value, FINE),
        Unit::Months => with_noun("month"),
        Unit::Weeks => with_noun("week"),
        Unit::Seconds => with_noun("second"),
        Unit::Factor => format!("{}×", figure()),
        _ => figure(),
    }
}

/// The text of an input with its unit.
fn typed(key: Key, kind: Kind, value: f64, currency: Currency) -> String {
    if value == f64::INFINITY {
        return match key {
            Key::AlarmWatch => "the best level".into(),
            _ => "no limit".into(),
        };
    }
    let share = || percent(value, Precision::Exact, Sign::Minus);
    let money = || money(value, currency, Precision::Exact, Sign::Minus);
    match key.field().unit(kind) {
        Unit::Share | Unit::OfBuildCost | Unit::OfCapacity => share(),
        Unit::SharePerMonth => format!("{} a month", share()),
        Unit::SharePerYear => format!("{} a year", share()),
        Unit::SharePerSecond => format!("{} a second", share()),
        Unit::SharePerSecondMonth => format!("{} a second and month", share()),
        Unit::Factor => format!("{}×", write::plain(value, Precision::Exact)),
        Unit::Users => counted(value, Precision::Exact, Noun::USERS),
        Unit::UnitsPerMonth => format!("{} a month", count(value, Precision::Exact)),
        Unit::Money => money(),
        Unit::MoneyPerMonth => format!("{} a month", money()),
        Unit::MoneyPerUserMonth => format!("{} a user and month", money()),
        Unit::MoneyPerUnit => format!("{} a unit", money()),
        Unit::Months => with_noun(value, "month"),
        Unit::Weeks => with_noun(value, "week"),
        Unit::Seconds => with_noun(value, "second"),
        Unit::YesNo if value == 0.0 => "no".into(),
        Unit::YesNo => "yes".into(),
    }
}
