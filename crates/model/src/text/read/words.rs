//! The words and signs round the digits: currency, size ("k", "million"), unit, "per month".

use super::clean::Cursor;
use super::{Missing, ProblemKind, Stop};
use crate::text::decimal::Decimal;
use crate::text::expect::{Expect, Family, Per};

/// A unit that was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Money,
    Percent,
    /// "in 10", "in 100", "in 1,000": that many zeros.
    OneIn(i32),
    Times,
    Things,
    Milliseconds,
    Seconds,
    Minutes,
    Days,
    Weeks,
    Months,
    Years,
}

/// A unit that was typed into a field that takes another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// "3 in 10" and the like.
    Chance,
    /// "10x" or "10 times".
    Factor,
    /// Users, orders or units.
    Count,
    /// Milliseconds, seconds or minutes.
    ShortTime,
    /// Days, which are neither months nor weeks of the model.
    Days,
    /// Weeks, months or years.
    LongTime,
}

impl Given {
    /// What was given, in the middle of a sentence.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Money => "an amount of money",
            Self::Percent => "a percentage",
            Self::Chance => "a chance",
            Self::Factor => "a factor",
            Self::Count => "a count",
            Self::ShortTime => "a time in seconds or minutes",
            Self::Days => "a time in days",
            Self::LongTime => "a time in weeks, months or years",
        }
    }
}

impl From<Unit> for Given {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Money => Self::Money,
            Unit::Percent => Self::Percent,
            Unit::OneIn(_) => Self::Chance,
            Unit::Times => Self::Factor,
            Unit::Things => Self::Count,
            Unit::Milliseconds | Unit::Seconds | Unit::Minutes => Self::ShortTime,
            Unit::Days => Self::Days,
            Unit::Weeks | Unit::Months | Unit::Years => Self::LongTime,
        }
    }
}

/// How a number in a typed unit becomes the field's stored value: shift the point, then scale.
pub(super) struct Meaning {
    pub(super) shift: i32,
    ratio: Option<(f64, f64)>,
    literal: bool,
}

impl Meaning {
    /// What `unit` means in a field of this family.
    pub(super) fn of(unit: Option<Unit>, family: Family) -> Result<Self, Stop> {
        let Some(unit) = unit else {
            return Ok(Self::literal(if family.is_percent() { -2 } else { 0 }));
        };
        Ok(match (family, unit) {
            (Family::Money, Unit::Money)
            | (Family::Number, Unit::Things)
            | (Family::Factor, Unit::Times)
            | (Family::Months, Unit::Months)
            | (Family::Weeks, Unit::Weeks)
            | (Family::Seconds, Unit::Seconds) => Self::literal(0),
            (Family::Share | Family::SmallShare | Family::Multiple, Unit::Percent) => {
                Self::literal(-2)
            }
            (Family::Share | Family::SmallShare | Family::Multiple, Unit::Times) => Self::moved(0),
            (Family::Share | Family::SmallShare, Unit::OneIn(zeros)) => Self::moved(-zeros),
            (Family::Factor, Unit::Percent) => Self::moved(-2),
            (Family::Seconds, Unit::Milliseconds) => Self::moved(-3),
            (Family::Seconds, Unit::Minutes) => Self::scaled(60.0, 1.0),
            (Family::Months, Unit::Weeks) => Self::scaled(12.0, 52.0),
            (Family::Months, Unit::Years) => Self::scaled(12.0, 1.0),
            (Family::Weeks, Unit::Months) => Self::scaled(52.0, 12.0),
            (Family::Weeks, Unit::Years) => Self::scaled(52.0, 1.0),
            (_, unit) => return Err(ProblemKind::WrongUnit(unit.into()).into()),
        })
    }

    /// The stored value of a number whose point was moved already.
    pub(super) fn value(&self, decimal: &Decimal) -> Result<f64, Stop> {
        let plain = decimal.to_f64();
        let value = match self.ratio {
            Some((times, over)) => plain * times / over,
            None => plain,
        };
        if !value.is_finite() {
            return Err(ProblemKind::TooLarge.into());
        }
        if !decimal.is_zero() && !value.is_normal() {
            return Err(ProblemKind::TooSmall.into());
        }
        Ok(value)
    }

    /// Whether the value keeps the typed digits.
    pub(super) fn is_decimal(&self) -> bool {
        self.ratio.is_none()
    }

    /// Whether the unit is the field's own.
    pub(super) fn is_literal(&self) -> bool {
        self.literal
    }

    fn literal(shift: i32) -> Self {
        Self {
            shift,
            ratio: None,
            literal: true,
        }
    }

    fn moved(shift: i32) -> Self {
        Self {
            shift,
            ratio: None,
            literal: false,
        }
    }

    fn scaled(times: f64, over: f64) -> Self {
        Self {
            shift: 0,
            ratio: Some((times, over)),
            literal: false,
        }
    }
}

/// What stands behind the digits.
#[derive(Default)]
pub(super) struct Tail {
    /// Decimal places of "k", "million" and the like.
    pub(super) shift: i32,
    /// A lone "m": a million, or a thousand.
    pub(super) unclear_million: bool,
    pub(super) unit: Option<Unit>,
    pub(super) money: bool,
    pub(super) bracket: bool,
}

impl Tail {
    /// Reads to the end of the text. `open`: the digits end in a separator, so nothing may follow.
    pub(super) fn read(cursor: &mut Cursor, expect: Expect, open: bool) -> Result<Self, Stop> {
        let mut tail = Self::default();
        loop {
            while matches!(cursor.peek(), Some(' ' | '\t')) {
                cursor.skip();
            }
            let Some(next) = cursor.peek() else {
                return Ok(tail);
            };
            if open || tail.bracket {
                return Err(unreadable(cursor));
            }
            match next {
                '%' => {
                    cursor.skip();
                    tail.set_unit(Unit::Percent)?;
                }
                ')' => {
                    cursor.skip();
                    tail.bracket = true;
                }
                '/' if !cursor.ahead(1).is_some_and(|c| c.is_ascii_digit()) => {
                    cursor.skip();
                    per(cursor, expect)?;
                }
                '-' if cursor.is_last() => return Err(ProblemKind::MinusBehind.into()),
                _ if !tail.money && skip_currency(cursor) => tail.money = true,
                _ if next.is_ascii_alphabetic() => tail.word(cursor, expect)?,
                _ => return Err(unreadable(cursor)),
            }
        }
    }

    fn word(&mut self, cursor: &mut Cursor, expect: Expect) -> Result<(), Stop> {
        let word = cursor.word();
        let is_first = self.shift == 0 && self.unit.is_none() && !self.unclear_million;
        if word == "m" && is_first {
            let capital = cursor.peek() == Some('M');
            self.lone_m(capital, expect.family)?;
        } else if matches!(word.as_str(), "a" | "an" | "per" | "each") {
            cursor.skip_many(word.len());
            return per(cursor, expect);
        } else if word == "in" {
            cursor.skip_many(word.len());
            return self.one_in(cursor);
        } else if let (Some(shift), true) = (size(&word), is_first) {
            self.shift = shift;
        } else if let Some(unit) = unit(&word) {
            self.set_unit(unit)?;
        } else if cursor.ahead(word.len()).is_none() && is_half_a_word(&word) {
            return Err(Missing::Word.into());
        } else {
            return Err(unreadable(cursor));
        }
        cursor.skip_many(word.len());
        // "4 mo." and "3 sec." end in a point.
        if word.len() > 1 && cursor.peek() == Some('.') && cursor.is_last() {
            cursor.skip();
        }
        Ok(())
    }

    /// A capital M is a million in fields of money and counts, a small m is a million or a
    /// thousand there; in a field of months both are months; in the other fields of time the word
    /// is unfinished; elsewhere neither is clear.
    fn lone_m(&mut self, capital: bool, family: Family) -> Result<(), Stop> {
        match (family, capital) {
            (Family::Months, _) => self.set_unit(Unit::Months),
            (Family::Weeks | Family::Seconds, _) => Err(Missing::Word.into()),
            (_, true) => {
                self.shift = 6;
                Ok(())
            }
            (Family::Number | Family::Money, false) => {
                self.unclear_million = true;
                Ok(())
            }
            (_, false) => Err(ProblemKind::UnclearLetter.into()),
        }
    }

    fn set_unit(&mut self, unit: Unit) -> Result<(), Stop> {
        if self.unit.is_some() {
            return Err(ProblemKind::MoreThanANumber.into());
        }
        self.unit = Some(unit);
        Ok(())
    }

    /// "in 10" or "in 100", after the "in".
    fn one_in(&mut self, cursor: &mut Cursor) -> Result<(), Stop> {
        while cursor.peek() == Some(' ') {
            cursor.skip();
        }
        if cursor.peek().is_none() {
            return Err(Missing::Word.into());
        }
        if cursor.peek() != Some('1') {
            return Err(ProblemKind::MoreThanANumber.into());
        }
        cursor.skip();
        let mut zeros = 0;
        while cursor.peek() == Some('0') && zeros < 6 {
            cursor.skip();
            zeros += 1;
        }
        match (cursor.peek(), zeros) {
            (None, 0) => Err(Missing::Word.into()),
            (None | Some(' '), 1..) => self.set_unit(Unit::OneIn(zeros)),
            _ => Err(ProblemKind::MoreThanANumber.into()),
        }
    }
}

/// "per month", after the "per".
fn per(cursor: &mut Cursor, expect: Expect) -> Result<(), Stop> {
    while cursor.peek() == Some(' ') {
        cursor.skip();
    }
    let word = cursor.word();
    let ends = cursor.ahead(word.len()).is_none();
    let per = match unit(&word) {
        Some(Unit::Seconds) => Per::Second,
        Some(Unit::Months) => Per::Month,
        Some(Unit::Years) => Per::Year,
        Some(Unit::Things) => Per::Unit,
        Some(_) => return Err(ProblemKind::WrongPer.into()),
        None if ends && (word.is_empty() || is_half_a_word(&word)) => {
            return Err(Missing::Word.into());
        }
        None => return Err(unreadable(cursor)),
    };
    if !expect.per.allows(per) {
        return Err(ProblemKind::WrongPer.into());
    }
    cursor.skip_many(word.len());
    Ok(())
}

/// Skips a currency sign or code, if one comes next.
pub(super) fn skip_currency(cursor: &mut Cursor) -> bool {
    let mut length = match cursor.peek() {
        Some('$' | '€' | '£' | '¥' | '₹' | '₩') => 1,
        _ => 0,
    };
    if length == 0 {
        let word = cursor.word();
        let is_code = CURRENCIES.contains(&word.as_str());
        let is_dollar = word == "us" && cursor.ahead(2) == Some('$');
        length = match (is_code, is_dollar) {
            (true, _) => word.len(),
            (false, true) => 3,
            (false, false) => 0,
        };
    }
    cursor.skip_many(length);
    length > 0
}

/// Whether the text ends within the code of a currency.
pub(super) fn is_half_a_currency(cursor: &Cursor) -> bool {
    let word = cursor.word();
    !word.is_empty()
        && cursor.ahead(word.len()).is_none()
        && CURRENCIES.iter().any(|code| code.starts_with(&word))
}

/// What to say of a tail that cannot be read: a second number, or something else.
fn unreadable(cursor: &Cursor) -> Stop {
    let joins = match cursor.peek() {
        Some('-' | '/' | ';' | ':' | '|' | '.' | ',' | '&' | '±' | '\u{2026}') => true,
        Some('0'..='9') => cursor.is_after_space(),
        _ => matches!(cursor.word().as_str(), "to" | "and" | "or" | "until"),
    };
    if joins && cursor.has_digit() {
        ProblemKind::SeveralNumbers.into()
    } else {
        ProblemKind::MoreThanANumber.into()
    }
}

const CURRENCIES: [&str; 12] = [
    "usd", "eur", "gbp", "chf", "jpy", "cad", "aud", "sek", "nok", "dkk", "inr", "cny",
];

/// Words for sizes, with their decimal places.
const SIZES: [(&str, i32); 12] = [
    ("k", 3),
    ("thousand", 3),
    ("thousands", 3),
    ("mn", 6),
    ("mm", 6),
    ("mio", 6),
    ("million", 6),
    ("millions", 6),
    ("b", 9),
    ("bn", 9),
    ("billion", 9),
    ("billions", 9),
];

/// Words for units.
const UNITS: [(&str, Unit); 59] = [
    ("percent", Unit::Percent),
    ("pct", Unit::Percent),
    ("x", Unit::Times),
    ("times", Unit::Times),
    ("user", Unit::Things),
    ("users", Unit::Things),
    ("customer", Unit::Things),
    ("customers", Unit::Things),
    ("client", Unit::Things),
    ("clients", Unit::Things),
    ("people", Unit::Things),
    ("person", Unit::Things),
    ("subscriber", Unit::Things),
    ("subscribers", Unit::Things),
    ("order", Unit::Things),
    ("orders", Unit::Things),
    ("unit", Unit::Things),
    ("units", Unit::Things),
    ("piece", Unit::Things),
    ("pieces", Unit::Things),
    ("pcs", Unit::Things),
    ("ms", Unit::Milliseconds),
    ("millisecond", Unit::Milliseconds),
    ("milliseconds", Unit::Milliseconds),
    ("s", Unit::Seconds),
    ("sec", Unit::Seconds),
    ("secs", Unit::Seconds),
    ("second", Unit::Seconds),
    ("seconds", Unit::Seconds),
    ("min", Unit::Minutes),
    ("mins", Unit::Minutes),
    ("minute", Unit::Minutes),
    ("minutes", Unit::Minutes),
    ("d", Unit::Days),
    ("day", Unit::Days),
    ("days", Unit::Days),
    ("w", Unit::Weeks),
    ("wk", Unit::Weeks),
    ("wks", Unit::Weeks),
    ("week", Unit::Weeks),
    ("weeks", Unit::Weeks),
    ("mo", Unit::Months),
    ("mos", Unit::Months),
    ("mth", Unit::Months),
    ("mths", Unit::Months),
    ("month", Unit::Months),
    ("months", Unit::Months),
    ("y", Unit::Years),
    ("yr", Unit::Years),
    ("yrs", Unit::Years),
    ("year", Unit::Years),
    ("years", Unit::Years),
    ("annum", Unit::Years),
    ("dollar", Unit::Money),
    ("dollars", Unit::Money),
    ("euro", Unit::Money),
    ("euros", Unit::Money),
    ("pound", Unit::Money),
    ("pounds", Unit::Money),
];

fn size(word: &str) -> Option<i32> {
    let found = SIZES.iter().find(|(name, _)| *name == word);
    found.map(|&(_, shift)| shift)
}

fn unit(word: &str) -> Option<Unit> {
    let found = UNITS.iter().find(|(name, _)| *name == word);
    found.map(|&(_, unit)| unit)
}

/// Whether a known word starts with these letters.
fn is_half_a_word(word: &str) -> bool {
    let starts = |name: &&str| name.starts_with(word);
    SIZES.iter().map(|(name, _)| name).any(starts)
        || UNITS.iter().map(|(name, _)| name).any(starts)
        || CURRENCIES.iter().any(starts)
        || ["per", "each", "in"].iter().any(starts)
}
