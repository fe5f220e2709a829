//! Whether a value or a range is allowed by itself.

use super::{Fault, RangeFault};
use crate::field::{Key, Kind, Range, Shape, Special};

/// Whether a range is possible for an input and its best guess.
///
/// # Errors
/// The fault.
pub fn check_range(kind: Kind, key: Key, best: f64, range: &Range) -> Result<(), Fault> {
    let field = key.field();
    if field.preset(kind).is_none() {
        return Err(Fault::NotUsed);
    }
    if !has_range(key) {
        return Err(Fault::Range(RangeFault::NotARange));
    }
    let (low, high) = (range.low, range.high);
    if !low.is_finite() || !high.is_finite() {
        return Err(Fault::Range(RangeFault::NotANumber));
    }
    if low == high {
        return Err(Fault::Range(RangeFault::NoWidth));
    }
    if low > high {
        return Err(Fault::Range(RangeFault::Reversed));
    }
    if best < low || best > high {
        return Err(Fault::Range(RangeFault::BestOutside { best, low, high }));
    }
    if ![low, best, high].iter().all(|x| range.shape.holds(*x)) {
        return Err(Fault::Range(match range.shape {
            Shape::LogitNormal => RangeFault::NotAShare,
            Shape::Normal | Shape::Lognormal => RangeFault::NotPositive,
        }));
    }
    check(kind, key, low).and(check(kind, key, high))
}

/// Whether an input can have a range: not a choice, and not one of demand's own numbers, for which
/// its size and speed stand.
#[must_use]
pub fn has_range(key: Key) -> bool {
    let milestone = matches!(
        key,
        Key::UsersAtLaunch | Key::UsersMonth6 | Key::UsersMonth12 | Key::Ceiling
    );
    !milestone && key.field().special == Special::None
}

/// Whether one value is allowed by itself.
///
/// # Errors
/// The fault.
pub fn check(kind: Kind, key: Key, value: f64) -> Result<(), Fault> {
    let field = key.field();
    if field.preset(kind).is_none() {
        return Err(Fault::NotUsed);
    }
    let stands_for_a_word = matches!(field.special, Special::Best | Special::Unlimited);
    if stands_for_a_word && value == f64::INFINITY {
        return Ok(());
    }
    if !value.is_finite() {
        return Err(Fault::NotANumber);
    }
    let (low, high) = field.allowed;
    // Subnormal numbers are slips of a hand or a machine, and lose digits on the way.
    if value < low || value > high || value.is_subnormal() {
        return Err(Fault::Outside { low, high });
    }
    let whole = matches!(field.special, Special::Whole | Special::YesNo);
    if whole && value != value.trunc() {
        return Err(Fault::NotWhole);
    }
    Ok(())
}
