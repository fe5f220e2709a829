//! A number becomes text: one formatter for sentences, tables, charts, fields and files.
//!
//! Figures are rounded half away from zero on their shortest decimal digits (see the module above).
//! What cannot be shown, a number that is not finite, becomes [`DASH`]; "NaN" and "inf" are never
//! written. Negative figures start with U+2212, thousands are grouped with commas, and a figure
//! that rounds to zero has no sign.

mod parts;
mod words;

#[cfg(test)]
mod tests;

use super::decimal::Decimal;
use super::expect::Expect;

pub use parts::{Column, money_column, rounded_parts};
pub use words::{
    Noun, TimeUnit, article, chance, compound, counted, duration, in_hundred, month, seconds,
    seconds_in_words,
};

/// What is shown where there is no finite number.
pub const DASH: &str = "—";

/// How finely a figure is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Precision {
    /// In a sentence: two significant figures.
    Sentence,
    /// In the trio and in tables: three significant figures.
    Table,
    /// In full: money to the cent, counts to the whole, everything else with all its digits.
    Exact,
}

impl Precision {
    /// Rounds for this precision, but never finer than 10^finest.
    fn round(self, decimal: Decimal, finest: i32) -> Decimal {
        match self {
            Self::Sentence => decimal.rounded_to(2, finest),
            Self::Table => decimal.rounded_to(3, finest),
            Self::Exact => decimal.rounded_at(finest),
        }
    }
}

/// Which signs are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Only a minus.
    Minus,
    /// A plus as well, for differences. Zero has no sign.
    Both,
    /// None: the words beside it say which way.
    Hidden,
}

impl Sign {
    fn of(self, decimal: &Decimal) -> &'static str {
        match self {
            Self::Hidden => "",
            _ if decimal.is_negative() => "−",
            Self::Both if !decimal.is_zero() => "+",
            Self::Both | Self::Minus => "",
        }
    }
}

/// The currency all amounts are shown in. It is a label: amounts are never converted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Currency {
    /// US dollar, `$`.
    #[default]
    Dollar,
    /// Euro, `€`.
    Euro,
    /// Pound sterling, `£`.
    Pound,
    /// Yen, `¥`.
    Yen,
    /// Rupee, `₹`.
    Rupee,
    /// Swiss franc, `CHF` and a space.
    Franc,
    /// No sign at all.
    Unnamed,
}

impl Currency {
    /// Every currency, in the order of the setting.
    pub const ALL: [Self; 7] = [
        Self::Dollar,
        Self::Euro,
        Self::Pound,
        Self::Yen,
        Self::Rupee,
        Self::Franc,
        Self::Unnamed,
    ];

    /// What stands before an amount, a space included where one belongs.
    #[must_use]
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Dollar => "$",
            Self::Euro => "€",
            Self::Pound => "£",
            Self::Yen => "¥",
            Self::Rupee => "₹",
            Self::Franc => "CHF ",
            Self::Unnamed => "",
        }
    }

    /// Its three-letter code, for the setting and for files; empty for [`Currency::Unnamed`].
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dollar => "USD",
            Self::Euro => "EUR",
            Self::Pound => "GBP",
            Self::Yen => "JPY",
            Self::Rupee => "INR",
            Self::Franc => "CHF",
            Self::Unnamed => "",
        }
    }

    /// Its name in a list.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dollar => "$ US dollar",
            Self::Euro => "€ euro",
            Self::Pound => "£ pound",
            Self::Yen => "¥ yen",
            Self::Rupee => "₹ rupee",
            Self::Franc => "CHF franc",
            Self::Unnamed => "no symbol",
        }
    }

    /// The currency with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }
}

/// Ten to this power is the first amount shown in millions.
const MILLION: i32 = 6;
/// Ten to this power is the first amount shown in thousand millions.
const BILLION: i32 = 9;

/// An amount of money: `$390,000`, `−$1.1M`, `+$155,000`, `$3.10`.
///
/// From one million it comes in M and from a thousand million in B, except at
/// [`Precision::Exact`]. Cents are shown, and then both digits of them, only where the rounded
/// amount has some.
#[must_use]
pub fn money(value: f64, currency: Currency, precision: Precision, sign: Sign) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return DASH.to_owned();
    };
    let rounded = precision.round(decimal, -2);
    if precision == Precision::Exact {
        return amount(&rounded, currency.symbol(), 0, sign);
    }
    let size = own_size(&rounded);
    amount(&rounded, currency.symbol(), size, sign)
}

/// A count of users, orders or units: `6,460`, `1.2M`. Counts are whole below one million and, at
/// [`Precision::Exact`], everywhere.
#[must_use]
pub fn count(value: f64, precision: Precision) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return DASH.to_owned();
    };
    let rounded = precision.round(decimal, 0);
    let size = match precision {
        Precision::Exact => 0,
        Precision::Sentence | Precision::Table => own_size(&rounded),
    };
    amount(&rounded, "", size, Sign::Minus)
}

/// A share in percent: 0.37 is `37%`, 0.057 is `5.7%`. It goes no finer than hundredths of a
/// percent, except at [`Precision::Exact`].
#[must_use]
pub fn percent(share: f64, precision: Precision, sign: Sign) -> String {
    let Some(decimal) = Decimal::of(share) else {
        return DASH.to_owned();
    };
    let decimal = decimal.shifted(2);
    let rounded = match precision {
        Precision::Exact => decimal,
        Precision::Sentence | Precision::Table => precision.round(decimal, -2),
    };
    format!("{}{}%", sign.of(&rounded), rounded.text(0))
}

/// A plain figure without a unit: `2.5`, `0.14`, `1,200`.
#[must_use]
pub fn plain(value: f64, precision: Precision) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return DASH.to_owned();
    };
    let rounded = match precision {
        Precision::Exact => decimal,
        Precision::Sentence | Precision::Table => precision.round(decimal, i32::MIN),
    };
    format!("{}{}", Sign::Minus.of(&rounded), rounded.text(0))
}

/// The text of a field that holds this stored value, without its unit.
///
/// It has all digits, with commas between thousands, and reads back as the same `f64` without an
/// echo (as long as it needs no exponent). Two spellings are chosen to be unambiguous: 1.234 is
/// shown as `1.2340`, because `1.234` could be a thousand, and a share of 0.0025 as `0.25%`,
/// because a bare `0.25` would raise the question whether 25% was meant.
#[must_use]
pub fn field(value: f64, expect: Expect) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return DASH.to_owned();
    };
    let is_percent = expect.family.is_percent();
    let shown = decimal.shifted(if is_percent { 2 } else { 0 });
    let looks_like_thousands = shown.places() == 3 && (1..=3).contains(&shown.magnitude());
    let places = if looks_like_thousands { 4 } else { 0 };
    let mut text = format!("{}{}", Sign::Minus.of(&shown), shown.text(places));
    if is_percent && expect.family.is_doubtful(value) {
        text.push('%');
    }
    text
}

/// A value as its field shows it, with a percent sign where the field shows percent: for sentences
/// about the field.
#[must_use]
pub fn field_with_sign(value: f64, expect: Expect) -> String {
    let text = field(value, expect);
    if expect.family.is_percent() && !text.ends_with('%') {
        format!("{text}%")
    } else {
        text
    }
}

/// The label of a tick on an axis of money whose largest value, without its sign, is `largest`:
/// all ticks of an axis share one size, as in `$0.5M`, `$1M`. Zero is a bare `0`.
#[must_use]
pub fn money_tick(value: f64, largest: f64, currency: Currency) -> String {
    labelled(value, largest, currency.symbol())
}

/// The label of a tick on an axis of counts or plain numbers, as [`money_tick`].
#[must_use]
pub fn tick(value: f64, largest: f64) -> String {
    labelled(value, largest, "")
}

fn labelled(value: f64, largest: f64, symbol: &str) -> String {
    let (Some(decimal), Some(largest)) = (Decimal::of(value), Decimal::of(largest)) else {
        return DASH.to_owned();
    };
    // Ticks are round; the noise of adding steps lies far below the third digit of the largest.
    let rounded = decimal.rounded_at(largest.magnitude().saturating_sub(4));
    if rounded.is_zero() {
        return "0".to_owned();
    }
    sized(&rounded, symbol, own_size(&largest), 0, Sign::Minus)
}

/// The power of ten in whose unit this amount is shown.
fn own_size(decimal: &Decimal) -> i32 {
    match decimal.magnitude() {
        magnitude if magnitude > BILLION => BILLION,
        magnitude if magnitude > MILLION => MILLION,
        _ => 0,
    }
}

/// An amount in the given size; cents have two digits.
fn amount(decimal: &Decimal, symbol: &str, size: i32, sign: Sign) -> String {
    let places = if size == 0 && decimal.places() > 0 {
        2
    } else {
        0
    };
    sized(decimal, symbol, size, places, sign)
}

fn sized(decimal: &Decimal, symbol: &str, size: i32, places: usize, sign: Sign) -> String {
    let letter = match size {
        BILLION => "B",
        MILLION => "M",
        _ => "",
    };
    let digits = decimal.clone().shifted(size.saturating_neg()).text(places);
    format!("{}{symbol}{digits}{letter}", sign.of(decimal))
}
