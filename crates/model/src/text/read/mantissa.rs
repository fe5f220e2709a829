//! Digits and separators: which separator groups thousands and which one is the decimal point.

use super::clean::Cursor;
use super::{Missing, ProblemKind, Stop};
use crate::text::decimal::Decimal;

const ARABIC_POINT: char = '\u{66b}';
const ARABIC_COMMA: char = '\u{66c}';

/// What the digits and separators mean.
pub(super) enum Mantissa {
    /// One meaning; `own` if it is written in the page's own format.
    One { decimal: Decimal, own: bool },
    /// Two meanings of the one separator: the decimal point, or thousands.
    Two { point: Decimal, thousands: Decimal },
}

/// Groups of digits with a separator before each but the first, as typed.
pub(super) struct Typed {
    groups: Vec<String>,
    separators: Vec<char>,
    fraction: Option<&'static str>,
}

/// Whether a number may begin with this character.
pub(super) fn can_start(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | ',' | ARABIC_POINT) || fraction(c).is_some()
}

/// The decimals of a vulgar fraction.
pub(super) fn fraction(c: char) -> Option<&'static str> {
    match c {
        '½' => Some("5"),
        '¼' => Some("25"),
        '¾' => Some("75"),
        _ => None,
    }
}

/// Takes the digits and separators that come next; a space counts only between two digits.
pub(super) fn scan(cursor: &mut Cursor) -> Typed {
    let mut groups = Vec::new();
    let mut separators = Vec::new();
    let mut group = String::new();
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    while let Some(next) = cursor.peek() {
        match next {
            '0'..='9' => group.push(next),
            ' ' if group.is_empty() || !is_digit(cursor.ahead(1)) => break,
            '.' | ',' | '\'' | ' ' | ARABIC_POINT | ARABIC_COMMA => {
                groups.push(std::mem::take(&mut group));
                separators.push(next);
            }
            _ => break,
        }
        cursor.skip();
    }
    groups.push(group);
    if cursor.peek() == Some(' ') && cursor.ahead(1).and_then(fraction).is_some() {
        cursor.skip();
    }
    let fraction = cursor.peek().and_then(fraction);
    if fraction.is_some() {
        cursor.note_other_spelling();
        cursor.skip();
    }
    Typed {
        groups,
        separators,
        fraction,
    }
}

/// Takes an exponent such as `e3` or `E-3`, if one comes next.
pub(super) fn exponent(cursor: &mut Cursor) -> Result<Option<i32>, Stop> {
    if !matches!(cursor.peek(), Some('e' | 'E')) {
        return Ok(None);
    }
    let signed = matches!(cursor.ahead(1), Some('+' | '-'));
    let negative = cursor.ahead(1) == Some('-');
    let first = if signed { 2 } else { 1 };
    match cursor.ahead(first) {
        None => return Err(Missing::Exponent.into()),
        Some('0'..='9') => cursor.skip_many(first),
        Some(_) => return Ok(None),
    }
    let mut exponent: i32 = 0;
    while let Some(digit) = cursor.peek().and_then(|c| c.to_digit(10)) {
        let digit = i32::try_from(digit).unwrap_or(0);
        exponent = (exponent * 10 + digit).min(100_000);
        cursor.skip();
    }
    Ok(Some(if negative { -exponent } else { exponent }))
}

impl Typed {
    /// Whether it ends in a separator, so that digits should follow.
    pub(super) fn ends_open(&self) -> bool {
        self.fraction.is_none()
            && !self.separators.is_empty()
            && self.groups.last().is_some_and(String::is_empty)
    }

    /// Decides what the separators mean.
    pub(super) fn decide(&self, has_exponent: bool) -> Result<Mantissa, Stop> {
        if let Some(decimals) = self.fraction {
            return match (self.groups.as_slice(), has_exponent) {
                ([whole], false) => Ok(other(Decimal::from_digits(whole, decimals, 0))),
                _ => Err(ProblemKind::Separators.into()),
            };
        }
        let inner = self.groups.get(1..self.separators.len()).unwrap_or(&[]);
        if inner.iter().any(String::is_empty) {
            return Err(ProblemKind::Separators.into());
        }
        if self.ends_open() {
            return Err(Missing::Decimals.into());
        }
        match (self.groups.as_slice(), self.separators.as_slice()) {
            ([whole], _) => Ok(own(Decimal::from_digits(whole, "", 0))),
            ([before, after], &[separator]) => {
                one_separator(before, after, separator, has_exponent)
            }
            (groups, separators) => several_separators(groups, separators),
        }
    }
}

fn own(decimal: Decimal) -> Mantissa {
    Mantissa::One { decimal, own: true }
}

fn other(decimal: Decimal) -> Mantissa {
    Mantissa::One {
        decimal,
        own: false,
    }
}

fn one_separator(
    before: &str,
    after: &str,
    separator: char,
    has_exponent: bool,
) -> Result<Mantissa, Stop> {
    let point = Decimal::from_digits(before, after, 0);
    let thousands = Decimal::from_digits(before, after, int(after.len()));
    let could_group = (1..=3).contains(&before.len()) && !before.starts_with('0');
    let groups = could_group && after.len() == 3;
    let is_zero = before.bytes().all(|digit| digit == b'0');
    match separator {
        '.' if groups && !has_exponent => Ok(Mantissa::Two { point, thousands }),
        '.' => Ok(own(point)),
        ',' if groups && !has_exponent => Ok(own(thousands)),
        ',' if is_zero => Ok(other(point)),
        ',' => Ok(Mantissa::Two { point, thousands }),
        ARABIC_POINT => Ok(other(point)),
        _ if groups => Ok(other(thousands)),
        _ if could_group && after.len() < 3 => Err(Missing::Group.into()),
        _ => Err(ProblemKind::Grouping.into()),
    }
}

fn several_separators(groups: &[String], separators: &[char]) -> Result<Mantissa, Stop> {
    let Some((&last, earlier)) = separators.split_last() else {
        return Err(ProblemKind::Separators.into());
    };
    let grouping = earlier.first().copied().unwrap_or(last);
    if earlier.iter().any(|&separator| separator != grouping) || grouping == ARABIC_POINT {
        return Err(ProblemKind::Separators.into());
    }
    if last == grouping {
        let whole = grouped(groups, grouping)?;
        let digits = Decimal::from_digits(&whole.digits, "", 0);
        return Ok(if grouping == ',' && !whole.indian {
            own(digits)
        } else {
            other(digits)
        });
    }
    if !matches!(last, '.' | ',' | ARABIC_POINT) {
        return Err(ProblemKind::Separators.into());
    }
    let Some((decimals, before)) = groups.split_last() else {
        return Err(ProblemKind::Separators.into());
    };
    // A group that is short is unfinished only at the end of the text.
    let whole = grouped(before, grouping).map_err(|_| ProblemKind::Grouping)?;
    let decimal = Decimal::from_digits(&whole.digits, decimals, 0);
    Ok(if grouping == ',' && last == '.' && !whole.indian {
        own(decimal)
    } else {
        other(decimal)
    })
}

struct Grouped {
    digits: String,
    indian: bool,
}

/// Joins groups of three, or in the Indian way of two and a last one of three.
fn grouped(groups: &[String], separator: char) -> Result<Grouped, Stop> {
    let (Some((first, rest)), Some((last, middle))) = (
        groups.split_first(),
        groups.get(1..).and_then(<[String]>::split_last),
    ) else {
        return Err(ProblemKind::Grouping.into());
    };
    let by_three = (1..=3).contains(&first.len()) && middle.iter().all(|group| group.len() == 3);
    let indian = separator == ','
        && !middle.is_empty()
        && (1..=2).contains(&first.len())
        && middle.iter().all(|group| group.len() == 2);
    if first.starts_with('0') || !(by_three || indian) || last.len() > 3 {
        return Err(ProblemKind::Grouping.into());
    }
    if last.len() < 3 {
        return Err(Missing::Group.into());
    }
    let digits = [first.as_str(), &rest.concat()].concat();
    Ok(Grouped { digits, indian })
}

fn int(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}
