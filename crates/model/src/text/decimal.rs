//! A number as its decimal digits: exact shifts by powers of ten, and rounding as people do it.

use std::fmt::Write as _;

/// A decimal number: the digits d₁d₂…dₙ stand for 0.d₁d₂…dₙ × 10^point.
///
/// Neither end of the digits is a zero; zero has no digits and no sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    negative: bool,
    digits: Vec<u8>,
    point: i32,
}

impl Decimal {
    /// The shortest decimal that names this `f64`; `None` if it is not finite.
    pub(super) fn of(value: f64) -> Option<Self> {
        if !value.is_finite() {
            return None;
        }
        let text = format!("{:e}", value.abs());
        let (mantissa, exponent) = text.split_once('e')?;
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        Some(Self::from_digits(whole, fraction, exponent.parse().ok()?).signed(value < 0.0))
    }

    /// The number "whole.fraction" times 10^exponent. Both parts are ASCII digits and may be empty.
    pub(super) fn from_digits(whole: &str, fraction: &str, exponent: i32) -> Self {
        let all = || {
            whole
                .bytes()
                .chain(fraction.bytes())
                .map(|byte| byte & 0x0f)
        };
        let zeros = all().take_while(|&digit| digit == 0).count();
        Self {
            negative: false,
            digits: all().skip(zeros).collect(),
            point: exponent
                .saturating_add(int(whole.len()))
                .saturating_sub(int(zeros)),
        }
        .tidy()
    }

    /// The same digits with this sign; zero stays without one.
    pub(super) fn signed(mut self, negative: bool) -> Self {
        self.negative = negative && !self.is_zero();
        self
    }

    /// Whether this is zero.
    pub(super) fn is_zero(&self) -> bool {
        self.digits.is_empty()
    }

    /// Whether this is below zero.
    pub(super) fn is_negative(&self) -> bool {
        self.negative
    }

    /// How many digits stand before the decimal point; negative or zero for numbers below one
    /// tenth, zero for zero.
    pub(super) fn magnitude(&self) -> i32 {
        self.point
    }

    /// How many digits stand behind the decimal point.
    pub(super) fn places(&self) -> i32 {
        int(self.digits.len()).saturating_sub(self.point).max(0)
    }

    /// The number times 10^places.
    pub(super) fn shifted(mut self, places: i32) -> Self {
        if !self.is_zero() {
            self.point = self.point.saturating_add(places);
        }
        self
    }

    /// Rounded to a multiple of 10^place, half away from zero.
    pub(super) fn rounded_at(mut self, place: i32) -> Self {
        let Ok(kept) = usize::try_from(self.point.saturating_sub(place)) else {
            return Self {
                negative: false,
                digits: Vec::new(),
                point: 0,
            };
        };
        let Some(&next) = self.digits.get(kept) else {
            return self;
        };
        self.digits.truncate(kept);
        if next >= 5 {
            self.add_one_at_the_end();
        }
        self.tidy()
    }

    /// Rounded to this many significant digits, but never finer than 10^finest.
    pub(super) fn rounded_to(self, digits: i32, finest: i32) -> Self {
        let place = self.point.saturating_sub(digits).max(finest);
        self.rounded_at(place)
    }

    /// The nearest `f64`: infinite when too large, zero when too small.
    pub(super) fn to_f64(&self) -> f64 {
        if self.is_zero() {
            return 0.0;
        }
        let mut text = String::new();
        if self.negative {
            text.push('-');
        }
        push_digits(&mut text, &self.digits);
        let exponent = self.point.saturating_sub(int(self.digits.len()));
        // Writing to a String cannot fail, and this grammar always parses.
        let _ = write!(text, "e{exponent}");
        text.parse().unwrap_or(0.0)
    }

    /// The digits without a sign: commas between thousands, a point, at least `places` decimals.
    /// Very large and very small numbers come as `1.5e21`.
    pub(super) fn text(&self, places: usize) -> String {
        if self.point > 21 || self.point < -5 {
            return self.scientific();
        }
        let before = usize::try_from(self.point).unwrap_or(0);
        let mut text = String::new();
        if before == 0 {
            text.push('0');
        }
        for index in 0..before {
            if index > 0 && (before - index).is_multiple_of(3) {
                text.push(',');
            }
            push_digit(&mut text, self.digits.get(index).copied().unwrap_or(0));
        }
        let fraction = self.digits.get(before..).unwrap_or(&[]);
        let zeros = usize::try_from(self.point.saturating_neg()).unwrap_or(0);
        let zeros = if fraction.is_empty() { 0 } else { zeros };
        if fraction.len() + zeros + places > 0 {
            text.push('.');
        }
        push_zeros(&mut text, zeros);
        push_digits(&mut text, fraction);
        push_zeros(&mut text, places.saturating_sub(fraction.len() + zeros));
        text
    }

    fn scientific(&self) -> String {
        let mut text = String::new();
        let (first, rest) = self.digits.split_at(1.min(self.digits.len()));
        push_digits(&mut text, first);
        if !rest.is_empty() {
            text.push('.');
            push_digits(&mut text, rest);
        }
        let _ = write!(text, "e{}", self.point.saturating_sub(1));
        text
    }

    fn add_one_at_the_end(&mut self) {
        for digit in self.digits.iter_mut().rev() {
            if *digit < 9 {
                *digit += 1;
                return;
            }
            *digit = 0;
        }
        self.digits.insert(0, 1);
        self.point = self.point.saturating_add(1);
    }

    fn tidy(mut self) -> Self {
        while self.digits.last() == Some(&0) {
            self.digits.pop();
        }
        if self.digits.is_empty() {
            self.negative = false;
            self.point = 0;
        }
        self
    }
}

fn int(length: usize) -> i32 {
    i32::try_from(length).unwrap_or(i32::MAX)
}

fn push_digit(text: &mut String, digit: u8) {
    text.push(char::from(b'0' + digit % 10));
}

fn push_digits(text: &mut String, digits: &[u8]) {
    for &digit in digits {
        push_digit(text, digit);
    }
}

fn push_zeros(text: &mut String, count: usize) {
    for _ in 0..count {
        text.push('0');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_rounded(value: f64, place: i32, expected: &str) {
        let rounded = Decimal::of(value).unwrap().rounded_at(place);
        let sign = if rounded.is_negative() { "-" } else { "" };
        assert_eq!(format!("{sign}{}", rounded.text(0)), expected);
    }

    #[test]
    fn rounds_half_away_from_zero_on_the_decimal_digits() {
        check_rounded(2.675, -2, "2.68"); // The binary value lies below the half.
        check_rounded(1.005, -2, "1.01");
        check_rounded(2.5, 0, "3");
        check_rounded(-2.5, 0, "-3");
        check_rounded(2.4999, 0, "2");
        check_rounded(999.5, 0, "1,000");
        check_rounded(0.5, 0, "1");
        check_rounded(0.49, 0, "0");
        check_rounded(-0.49, 0, "0");
        check_rounded(50.0, 2, "100");
        check_rounded(49.9, 2, "0");
        check_rounded(0.004, 0, "0");
        check_rounded(12_345.678, -5, "12,345.678");
        check_rounded(0.0, 3, "0");
        check_rounded(-0.0, -3, "0");
    }

    #[test]
    fn shows_digits_with_commas_and_decimals() {
        let text = |value: f64, places| Decimal::of(value).unwrap().text(places);
        assert_eq!(text(0.0, 0), "0");
        assert_eq!(text(0.0, 2), "0.00");
        assert_eq!(text(0.05, 0), "0.05");
        assert_eq!(text(0.5, 2), "0.50");
        assert_eq!(text(100.0, 0), "100");
        assert_eq!(text(1e6, 0), "1,000,000");
        assert_eq!(text(1234.5, 2), "1,234.50");
        assert_eq!(text(1e20, 0), "100,000,000,000,000,000,000");
        assert_eq!(text(1e21, 0), "1e21");
        assert_eq!(text(1.5e300, 0), "1.5e300");
        assert_eq!(text(0.000_001, 0), "0.000001");
        assert_eq!(text(0.000_000_12, 0), "1.2e-7");
    }

    #[test]
    fn shifting_is_exact() {
        let percent = Decimal::of(0.29).unwrap().shifted(2);
        assert_eq!(percent.text(0), "29");
        assert_eq!(percent.shifted(-2).to_f64().to_bits(), 0.29_f64.to_bits());
        assert_eq!(Decimal::of(f64::NAN), None);
        assert_eq!(Decimal::of(f64::NEG_INFINITY), None);
        assert!(Decimal::from_digits("1", "", 400).to_f64().is_infinite());
        assert_eq!(Decimal::from_digits("000", "00", 5).to_f64(), 0.0);
    }
}
