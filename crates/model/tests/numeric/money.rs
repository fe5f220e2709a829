//! Sums and rounding of money against whole numbers and exact fractions.
//!
//! The rule: every amount is rounded half away from zero on its shortest decimal digits, and sums
//! are taken before anything is rounded.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

use headroom_model::field::Kind;
use headroom_model::outcome::Outcome;
use headroom_model::projection::Month;
use headroom_model::sampling::Mulberry32;
use headroom_model::scenario::Scenario;
use headroom_model::text::write::{Currency, Precision, Sign, money};

/// An exact fraction: so many units of 2^-70.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Exact(i128);

const PLACES: u32 = 70;

impl Exact {
    /// An `f64` is a whole number times a power of two; nothing of it may be lost.
    #[track_caller]
    fn of(value: f64) -> Self {
        let bits = value.to_bits();
        let power = u32::try_from(bits >> 52 & 0x7ff).expect("eleven bits");
        if power == 0 {
            assert_eq!(value, 0.0, "too small for an exact fraction");
            return Self(0);
        }
        let digits = i128::from(bits & ((1 << 52) - 1) | 1 << 52);
        // The digits are worth 2^(power - 1075).
        let shift = i64::from(power) - 1075 + i64::from(PLACES);
        let units = if shift >= 0 {
            assert!(shift < 70, "{value} is too large for an exact fraction");
            digits << shift
        } else {
            let lost = u32::try_from(-shift).expect("it is above zero");
            let kept = if lost < 64 { digits >> lost } else { 0 };
            assert_eq!(
                kept << lost.min(64),
                if kept == 0 { 0 } else { digits },
                "{value}"
            );
            kept
        };
        Self(if value < 0.0 { -units } else { units })
    }

    fn plus(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }

    /// Rounded to cents, half away from zero.
    fn cents(self) -> i128 {
        rounded(self.0 * 100, 1 << PLACES)
    }
}

/// A fraction as a whole number, half away from zero.
fn rounded(top: i128, bottom: i128) -> i128 {
    let whole = (2 * top.abs() + bottom) / (2 * bottom);
    if top < 0 { -whole } else { whole }
}

/// So many cents, as an amount is written in full.
fn written(cents: i128) -> String {
    let (whole, rest) = (cents.abs() / 100, cents.abs() % 100);
    let mut digits = whole.to_string();
    let mut at = digits.len();
    while at > 3 {
        at -= 3;
        digits.insert(at, ',');
    }
    let sign = if cents < 0 { "−" } else { "" };
    let rest = if rest == 0 {
        String::new()
    } else {
        format!(".{rest:02}")
    };
    format!("{sign}${digits}{rest}")
}

fn in_full(value: f64) -> String {
    money(value, Currency::Dollar, Precision::Exact, Sign::Minus)
}

/// A whole number from 0 to below `limit`.
fn whole(random: &mut Mulberry32, limit: u32) -> i32 {
    (random.next_share() * f64::from(limit)) as i32
}

/// [N5]
#[test]
fn a_third_of_a_cent_more_or_less_is_rounded_as_the_rule_says() {
    let mut random = Mulberry32::new(5);
    let halves = [5, -5, 2_675, 1_005, 999_995, -999_995, 15, 25, 35];
    let others = (0..2000).map(|_| {
        let size = 10_i128.pow(u32::try_from(whole(&mut random, 10)).unwrap_or(0));
        i128::from(whole(&mut random, 10_000) - 5000) * size + i128::from(whole(&mut random, 1000))
    });
    for thousandths in halves.into_iter().chain(others) {
        // The nearest f64 to a decimal, which is what a visitor types.
        let typed = format!("{thousandths}e-3");
        let value: f64 = typed.parse().expect("it is a number");
        assert_eq!(in_full(value), written(rounded(thousandths, 10)), "{typed}");
    }
}

/// 0.1 + 0.2 is 0.3, and so is every other sum of cents. [N5]
#[test]
fn sums_of_cents_are_shown_to_the_cent() {
    assert_eq!(in_full(0.1 + 0.2), "$0.30");
    let mut random = Mulberry32::new(11);
    for _ in 0..300 {
        let terms = 1 + whole(&mut random, 400);
        let (mut sum, mut cents) = (0.0, 0_i128);
        for _ in 0..terms {
            let term = i128::from(whole(&mut random, 20_000) - 10_000) * 9_973;
            cents += term;
            sum += format!("{term}e-2").parse::<f64>().expect("it is a number");
        }
        assert_eq!(in_full(sum), written(cents));
    }
}

/// A large amount, many small ones, and the large one back. [N5]
#[test]
fn small_amounts_survive_beside_large_ones() {
    let mut amounts = vec![1e10];
    amounts.extend([0.01; 1000]);
    amounts.push(-1e10);
    let sum: f64 = amounts.iter().sum();
    assert_eq!(in_full(sum), "$10");
    let exact = amounts
        .iter()
        .fold(Exact::default(), |sum, amount| sum.plus(Exact::of(*amount)));
    assert_eq!(written(exact.cents()), "$10");
}

/// The sums of a projection are those of its months, to the cent, over all months and in any of
/// them. [N5]
#[test]
fn sums_over_the_months_are_exact_to_the_cent() {
    let columns: [fn(&Month) -> f64; 7] = [
        |month| month.revenue,
        |month| month.build,
        |month| month.payroll,
        |month| month.drag,
        |month| month.run,
        |month| month.rebuild,
        |month| month.unit_cost,
    ];
    let mut checked = 0;
    for kind in Kind::ALL {
        let outcome = Outcome::of(&Scenario::preset(kind));
        for plan in &outcome.plans {
            let path = &plan.path;
            let sums = &path.sums;
            let sums = [
                sums.revenue,
                sums.build,
                sums.payroll,
                sums.drag,
                sums.run,
                sums.rebuild,
                sums.unit_cost,
            ];
            for (column, sum) in columns.iter().zip(sums) {
                assert_eq!(Exact::of(sum).cents(), total(&path.months, *column).cents());
                assert_eq!(in_full(sum), written(total(&path.months, *column).cents()));
                checked += 1;
            }
            for (month, cash) in path.cash.iter().enumerate() {
                let exact = total(&path.months[..=month], |month| month.net);
                assert_eq!(in_full(*cash), written(exact.cents()), "month {month}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 2 * 5 * (7 + 36));
}

fn total(months: &[Month], column: impl Fn(&Month) -> f64) -> Exact {
    months.iter().fold(Exact::default(), |sum, month| {
        sum.plus(Exact::of(column(month)))
    })
}
