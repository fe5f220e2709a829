//! The normal distribution, with the same digits natively and on wasm.

use crate::math::{exp, ln};

/// The 95 % point of the standard normal distribution: low and high of a range lie this far from
/// best.
pub const Z90: f64 = 1.644_853_626_951_472_2;

/// Chance that a standard normal number lies below `z`.
#[must_use]
pub fn cdf(z: f64) -> f64 {
    0.5 * libm::erfc(-z * std::f64::consts::FRAC_1_SQRT_2)
}

/// Density of the standard normal distribution.
#[must_use]
pub fn pdf(z: f64) -> f64 {
    const ONE_OVER_SQRT_TAU: f64 = 0.398_942_280_401_432_7;
    ONE_OVER_SQRT_TAU * exp(-0.5 * z * z)
}

/// The number below which a standard normal number lies with chance `u`, 0 < u < 1.
///
/// Source: Wichura, algorithm AS 241 (Applied Statistics 37, 1988), about 16 digits.
#[must_use]
pub fn quantile(u: f64) -> f64 {
    let q = u - 0.5;
    if q.abs() <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * ratio(&CENTRE, r);
    }
    let tail = if q < 0.0 { u } else { 1.0 - u };
    let r = (-ln(tail)).sqrt();
    let z = if r <= 5.0 {
        ratio(&MIDDLE, r - 1.6)
    } else {
        ratio(&FAR, r - 5.0)
    };
    if q < 0.0 { -z } else { z }
}

/// A rational function: coefficients from the constant upwards, numerator and denominator.
type Rational = [[f64; 8]; 2];

fn ratio(coefficients: &Rational, r: f64) -> f64 {
    let [top, bottom] =
        coefficients.map(|side| side.iter().rev().fold(0.0, |sum, factor| sum * r + factor));
    top / bottom
}

#[expect(clippy::excessive_precision, reason = "as published")]
const CENTRE: Rational = [
    [
        3.387_132_872_796_366_608_0,
        1.331_416_678_917_843_774_5e2,
        1.971_590_950_306_551_442_7e3,
        1.373_169_376_550_946_112_5e4,
        4.592_195_393_154_987_145_7e4,
        6.726_577_092_700_870_085_3e4,
        3.343_057_558_358_812_810_5e4,
        2.509_080_928_730_122_672_7e3,
    ],
    [
        1.0,
        4.231_333_070_160_091_125_2e1,
        6.871_870_074_920_579_083_0e2,
        5.394_196_021_424_751_107_7e3,
        2.121_379_430_158_659_586_7e4,
        3.930_789_580_009_271_061_0e4,
        2.872_908_573_572_194_267_4e4,
        5.226_495_278_852_854_561_0e3,
    ],
];

#[expect(clippy::excessive_precision, reason = "as published")]
const MIDDLE: Rational = [
    [
        1.423_437_110_749_683_577_34,
        4.630_337_846_156_545_295_90,
        5.769_497_221_460_691_405_50,
        3.647_848_324_763_204_605_04,
        1.270_458_252_452_368_382_58,
        2.417_807_251_774_506_117_70e-1,
        2.272_384_498_926_918_458_33e-2,
        7.745_450_142_783_414_076_40e-4,
    ],
    [
        1.0,
        2.053_191_626_637_758_821_87,
        1.676_384_830_183_803_849_40,
        6.897_673_349_851_000_045_50e-1,
        1.481_039_764_274_800_745_90e-1,
        1.519_866_656_361_645_719_66e-2,
        5.475_938_084_995_344_946_00e-4,
        1.050_750_071_644_416_843_24e-9,
    ],
];

#[expect(clippy::excessive_precision, reason = "as published")]
const FAR: Rational = [
    [
        6.657_904_643_501_103_777_20,
        5.463_784_911_164_114_369_90,
        1.784_826_539_917_291_335_80,
        2.965_605_718_285_048_912_30e-1,
        2.653_218_952_657_612_309_30e-2,
        1.242_660_947_388_078_438_60e-3,
        2.711_555_568_743_487_578_15e-5,
        2.010_334_399_292_288_132_65e-7,
    ],
    [
        1.0,
        5.998_322_065_558_879_376_90e-1,
        1.369_298_809_227_358_053_10e-1,
        1.487_536_129_085_061_485_25e-2,
        7.868_691_311_456_132_591_00e-4,
        1.846_318_317_510_054_681_80e-5,
        1.421_511_758_316_445_888_70e-7,
        2.044_263_103_389_939_785_64e-15,
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Wichura's own test values, and the usual table of the 90, 95, 97.5 and 99 % points.
    #[test]
    fn quantiles_are_those_of_the_tables() {
        let table = [
            (0.25, -0.674_489_750_196_081_7),
            (0.001, -3.090_232_306_167_813_5),
            (1e-20, -9.262_340_089_798_408),
            (0.9, 1.281_551_565_544_600_4),
            (0.95, Z90),
            (0.975, 1.959_963_984_540_054),
            (0.99, 2.326_347_874_040_841),
        ];
        for (u, z) in table {
            assert!((quantile(u) - z).abs() < 1e-14 * z.abs().max(1.0), "{u}");
        }
        assert_eq!(quantile(0.5), 0.0);
    }

    #[test]
    fn the_chance_undoes_the_quantile() {
        for step in 1..200 {
            let u = f64::from(step) / 200.0;
            assert!((cdf(quantile(u)) - u).abs() < 1e-15);
        }
    }
}
