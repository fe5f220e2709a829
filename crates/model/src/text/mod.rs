//! The one place where text becomes numbers ([`read`]) and the one place where numbers become
//! text ([`write`]).
//!
//! Both directions work on decimal digits, never on binary fractions scaled by 100 or 1,000: the
//! reader moves the decimal point before it asks for the nearest `f64`, and the writer starts from
//! the shortest digits that name its `f64`. That is why `29%` is stored as exactly `0.29`, why the
//! field then shows `29` and not `28.999999999999996`, and why a field's text reads back as the
//! same bits.
//!
//! **Rounding rule.** Every figure is rounded half away from zero on those shortest decimal
//! digits: 2.675 at two places is 2.68, and −2.5 as a whole number is −3. A figure that rounds to
//! zero carries no sign. The number's own format is English (`1,234.5`) everywhere; other ways to
//! write a number are understood, asked about or refused, never guessed.

mod decimal;
mod expect;
pub mod read;
pub mod write;

pub use expect::{Expect, Family, Per};
