//! Figures in words: chances, times, counted things, articles.

use super::{DASH, Decimal, Precision, Sign, count, plain};

/// A thing that is counted, in both numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noun {
    /// For exactly one: "customer".
    pub one: &'static str,
    /// For every other number: "customers".
    pub many: &'static str,
}

impl Noun {
    /// Customers.
    pub const CUSTOMERS: Self = Self {
        one: "customer",
        many: "customers",
    };
    /// Users.
    pub const USERS: Self = Self {
        one: "user",
        many: "users",
    };
    /// Units that are made and sold.
    pub const UNITS: Self = Self {
        one: "unit",
        many: "units",
    };
    /// Orders.
    pub const ORDERS: Self = Self {
        one: "order",
        many: "orders",
    };
}

/// A count with its noun: "no customers", "1 customer", "1,200 customers".
#[must_use]
pub fn counted(value: f64, precision: Precision, noun: Noun) -> String {
    let figure = count(value, precision);
    match figure.as_str() {
        "0" => format!("no {}", noun.many),
        "1" => format!("1 {}", noun.one),
        _ => format!("{figure} {}", noun.many),
    }
}

/// A unit of planning time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeUnit {
    /// Weeks.
    Weeks,
    /// Months.
    Months,
}

impl TimeUnit {
    const fn noun(self) -> Noun {
        match self {
            Self::Weeks => Noun {
                one: "week",
                many: "weeks",
            },
            Self::Months => Noun {
                one: "month",
                many: "months",
            },
        }
    }
}

/// A time in weeks or months: "4 months", "2½ weeks", "half a month".
///
/// It is rounded to halves below ten and to wholes from ten on; what is not zero but would round
/// to it is "less than half a month".
#[must_use]
pub fn duration(value: f64, unit: TimeUnit) -> String {
    let Noun { one, many } = unit.noun();
    let Some(halves) = Halves::of(value) else {
        return DASH.to_owned();
    };
    match (halves.figure.as_str(), halves.sign) {
        ("0", _) if value != 0.0 => format!("less than half a {one}"),
        ("½", "") => format!("half a {one}"),
        ("1", "") => format!("1 {one}"),
        (figure, sign) => format!("{sign}{figure} {many}"),
    }
}

/// A time before a noun: "four-month", "2½-week", "half-month". Rounded as [`duration`]; whole
/// numbers from one to ten are spelled.
#[must_use]
pub fn compound(value: f64, unit: TimeUnit) -> String {
    const SPELLED: [(&str, &str); 11] = [
        ("½", "half"),
        ("1", "one"),
        ("2", "two"),
        ("3", "three"),
        ("4", "four"),
        ("5", "five"),
        ("6", "six"),
        ("7", "seven"),
        ("8", "eight"),
        ("9", "nine"),
        ("10", "ten"),
    ];
    let one = unit.noun().one;
    let Some(Halves { sign, figure }) = Halves::of(value) else {
        return DASH.to_owned();
    };
    match SPELLED.iter().find(|(digits, _)| *digits == figure) {
        Some((_, word)) if sign.is_empty() => format!("{word}-{one}"),
        _ => format!("{sign}{figure}-{one}"),
    }
}

/// A month of the time axis, to the nearest whole: "month 11".
#[must_use]
pub fn month(value: f64) -> String {
    let Some(decimal) = Decimal::of(value) else {
        return DASH.to_owned();
    };
    let whole = decimal.rounded_at(0);
    format!("month {}{}", Sign::Minus.of(&whole), whole.text(0))
}

/// A sign and a figure in halves below ten, in wholes from ten on.
struct Halves {
    sign: &'static str,
    figure: String,
}

impl Halves {
    fn of(value: f64) -> Option<Self> {
        let decimal = Decimal::of(value)?;
        let doubled = Decimal::of(value.abs() * 2.0)
            .map(|twice| twice.rounded_at(0).to_f64())
            .filter(|&twice| twice < 20.0);
        let Some(doubled) = doubled else {
            let whole = decimal.rounded_at(0);
            return Some(Self {
                sign: Sign::Minus.of(&whole),
                figure: whole.text(0),
            });
        };
        let whole = (doubled / 2.0).floor();
        let half = if doubled > whole * 2.0 { "½" } else { "" };
        let digits = if whole == 0.0 && !half.is_empty() {
            String::new()
        } else {
            plain(whole, Precision::Exact)
        };
        let is_negative = decimal.is_negative() && doubled > 0.0;
        Some(Self {
            sign: if is_negative { "−" } else { "" },
            figure: digits + half,
        })
    }
}

/// A waiting time with its symbol, at two significant figures: "4 s", "0.14 s".
#[must_use]
pub fn seconds(value: f64) -> String {
    match plain(value, Precision::Sentence) {
        figure if figure == DASH => figure,
        figure => format!("{figure} s"),
    }
}

/// A waiting time in words, at two significant figures: "4 seconds", "1 second".
#[must_use]
pub fn seconds_in_words(value: f64) -> String {
    match plain(value, Precision::Sentence) {
        figure if figure == DASH => figure,
        figure if figure == "1" => "1 second".to_owned(),
        figure => format!("{figure} seconds"),
    }
}

/// A share of futures in words, to stand before "of the futures": "about 7 in 10", "about half",
/// "7 in 100".
///
/// Tenths are the nearest ones; 45 to 55 % is half; below one tenth and above 95 % it counts in a
/// hundred. A share that rounds to none or to all is "under 1 in 100" or "over 99 in 100", even where it is exactly 0 or 1: a simulation of some thousand futures
/// cannot show that an outcome is impossible or certain.
#[must_use]
pub fn chance(share: f64) -> String {
    let Some(share) = proper_share(share) else {
        return DASH.to_owned();
    };
    let tenths = rounded(share, 1);
    match rounded(share, 2) {
        0.0 => "under 1 in 100".to_owned(),
        100.0 => "over 99 in 100".to_owned(),
        hundredths if hundredths < 10.0 || tenths > 9.0 => {
            format!("{} in 100", plain(hundredths, Precision::Exact))
        }
        _ if (0.45..=0.55).contains(&share) => "about half".to_owned(),
        _ => format!("about {} in 10", plain(tenths, Precision::Exact)),
    }
}

/// A chance as whole hundredths, as it is typed and as a break-even is shown: "30 in 100". What
/// rounds to none or all without being it is "under 1 in 100" or "over 99 in 100".
#[must_use]
pub fn in_hundred(share: f64) -> String {
    let Some(share) = proper_share(share) else {
        return DASH.to_owned();
    };
    match rounded(share, 2) {
        0.0 if share > 0.0 => "under 1 in 100".to_owned(),
        100.0 if share < 1.0 => "over 99 in 100".to_owned(),
        hundredths => format!("{} in 100", plain(hundredths, Precision::Exact)),
    }
}

/// The share itself if it is one; the noise of adding weights up to 1 is taken off.
fn proper_share(share: f64) -> Option<f64> {
    const NOISE: f64 = 1e-9;
    (-NOISE..=1.0 + NOISE)
        .contains(&share)
        .then(|| share.clamp(0.0, 1.0))
}

/// The share times 10^places, to the nearest whole.
fn rounded(share: f64, places: i32) -> f64 {
    Decimal::of(share).map_or(0.0, |decimal| {
        decimal.shifted(places).rounded_at(0).to_f64()
    })
}

/// The article before a figure or word as it is spoken: "an 8", "an 11", "a 100", "an $80,000",
/// "an MVP", "a scalable version".
#[must_use]
pub fn article(spoken: &str) -> &'static str {
    let spoken = spoken.trim_start_matches(['$', '€', '£', '¥', '₹', ' ']);
    let spoken = spoken.strip_prefix("CHF ").unwrap_or(spoken);
    let starts_with_vowel = match spoken.chars().next() {
        Some('0'..='9') => is_eight_eleven_or_eighteen(spoken),
        _ if is_abbreviation(spoken) => {
            spoken.starts_with(['A', 'E', 'F', 'H', 'I', 'L', 'M', 'N', 'O', 'R', 'S', 'X'])
        }
        _ => {
            let word = spoken.to_ascii_lowercase();
            word.starts_with(['a', 'e', 'i', 'o', 'u'])
                && !["one", "uni", "use", "usu", "eur"]
                    .iter()
                    .any(|sound| word.starts_with(sound))
        }
    };
    if starts_with_vowel { "an" } else { "a" }
}

/// Whether the first group of up to three digits is spoken "eight…", "eleven" or "eighteen".
fn is_eight_eleven_or_eighteen(figure: &str) -> bool {
    let whole = figure
        .split(|c: char| c != ',' && !c.is_ascii_digit())
        .next();
    let digits: String = whole
        .unwrap_or("")
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let first = match digits.len() % 3 {
        0 => 3,
        rest => rest,
    };
    let group = digits.get(..first).unwrap_or("");
    group.starts_with('8') || group == "11" || group == "18"
}

/// Whether the first word is written in capitals and so spoken letter by letter.
fn is_abbreviation(spoken: &str) -> bool {
    let word = spoken.split(|c: char| !c.is_ascii_alphabetic()).next();
    word.is_some_and(|word| word.len() > 1 && word.bytes().all(|c| c.is_ascii_uppercase()))
}
