//! The one `exp`, `ln` and `pow` of the model: the same digits natively and on wasm.
//!
//! The standard library uses the platform's own functions natively and a different library on
//! wasm, so the last digits would differ between a browser and the command line.

/// e to the power `x`.
#[inline]
#[must_use]
pub fn exp(x: f64) -> f64 {
    libm::exp(x)
}

/// Natural logarithm.
#[inline]
#[must_use]
pub fn ln(x: f64) -> f64 {
    libm::log(x)
}

/// `base` to the power `exponent`.
#[inline]
#[must_use]
pub fn pow(base: f64, exponent: f64) -> f64 {
    libm::pow(base, exponent)
}

/// The larger of two numbers that are numbers: one instruction, while `f64::max` minds NaN.
#[inline(always)]
#[must_use]
pub fn larger(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}

/// The smaller of two numbers that are numbers: see [`larger`].
#[inline(always)]
#[must_use]
pub fn smaller(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// Length of the part of `(from, to]` that lies in `(start, end]`; zero where they do not meet.
#[inline]
#[must_use]
pub fn overlap(from: f64, to: f64, start: f64, end: f64) -> f64 {
    larger(smaller(to, end) - larger(from, start), 0.0)
}

/// Monthly interest of a yearly rate, compounded: (1 + yearly)^(1/12) - 1.
#[must_use]
pub fn monthly_rate(yearly: f64) -> f64 {
    pow(1.0 + yearly, 1.0 / 12.0) - 1.0
}

/// Net present value of flows at the ends of the periods 0, 1, 2, ...
#[must_use]
pub fn net_present_value(rate: f64, flows: &[f64]) -> f64 {
    let mut factor = 1.0;
    let mut value = 0.0;
    for flow in flows {
        value += flow * factor;
        factor /= 1.0 + rate;
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_is_the_common_length() {
        assert_eq!(overlap(2.0, 3.0, 2.25, 9.0), 0.75);
        assert_eq!(overlap(2.0, 3.0, 0.0, 2.5), 0.5);
        assert_eq!(overlap(2.0, 3.0, 3.0, 4.0), 0.0);
        assert_eq!(overlap(2.0, 3.0, 0.0, f64::INFINITY), 1.0);
    }
}
