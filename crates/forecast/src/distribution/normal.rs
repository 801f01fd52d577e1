//! The standard normal distribution. Never draws.

use core::f64::consts::{FRAC_1_SQRT_2, PI};

/// The score below which nine tenths lie.
pub const P90_SCORE: f64 = 1.281_551_565_544_600_4;

/// The density at `score`.
#[must_use]
pub fn density(score: f64) -> f64 {
    libm::exp(-0.5 * score * score) / (2.0 * PI).sqrt()
}

/// The probability of a value up to `score`, accurate in the lower tail.
#[must_use]
pub fn cdf(score: f64) -> f64 {
    0.5 * libm::erfc(-score * FRAC_1_SQRT_2)
}

/// The score below which the share `probability` lies, by Wichura's algorithm AS 241
/// (PPND16, Applied Statistics 37, 1988); relative error about 1e-16. Minus and plus
/// infinity at 0 and 1.
#[must_use]
pub fn quantile(probability: f64) -> f64 {
    let centred = probability - 0.5;
    if centred.abs() <= 0.425 {
        let r = 0.180_625 - centred * centred;
        return centred * ratio(r, &CENTRE);
    }
    let tail = if centred < 0.0 {
        probability
    } else {
        1.0 - probability
    };
    if tail <= 0.0 {
        return if centred < 0.0 {
            f64::NEG_INFINITY
        } else {
            f64::INFINITY
        };
    }
    let r = (-libm::log(tail)).sqrt();
    let score = if r <= 5.0 {
        ratio(r - 1.6, &SHOULDER)
    } else {
        ratio(r - 5.0, &FAR)
    };
    if centred < 0.0 { -score } else { score }
}

/// A ratio of two polynomials of degree 7, coefficients from the constant upward.
fn ratio(x: f64, (upper, lower): &([f64; 8], [f64; 8])) -> f64 {
    let polynomial = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, c| sum * x + c);
    polynomial(upper) / polynomial(lower)
}

// The published coefficients of AS 241.
#[rustfmt::skip]
static CENTRE: ([f64; 8], [f64; 8]) = (
    [3.387_132_872_796_366_6, 1.331_416_678_917_843_8e2, 1.971_590_950_306_551_4e3, 1.373_169_376_550_946_2e4,
     4.592_195_393_154_987e4, 6.726_577_092_700_87e4, 3.343_057_558_358_813e4, 2.509_080_928_730_122_7e3],
    [1.0, 4.231_333_070_160_091e1, 6.871_870_074_920_579e2, 5.394_196_021_424_751e3,
     2.121_379_430_158_659_7e4, 3.930_789_580_009_271e4, 2.872_908_573_572_194_3e4, 5.226_495_278_852_854e3],
);
#[rustfmt::skip]
static SHOULDER: ([f64; 8], [f64; 8]) = (
    [1.423_437_110_749_683_5, 4.630_337_846_156_546, 5.769_497_221_460_691, 3.647_848_324_763_204_5,
     1.270_458_252_452_368_4, 2.417_807_251_774_506e-1, 2.272_384_498_926_918_4e-2, 7.745_450_142_783_414e-4],
    [1.0, 2.053_191_626_637_759, 1.676_384_830_183_803_8, 6.897_673_349_851e-1,
     1.481_039_764_274_800_8e-1, 1.519_866_656_361_645_7e-2, 5.475_938_084_995_345e-4, 1.050_750_071_644_416_9e-9],
);
#[rustfmt::skip]
static FAR: ([f64; 8], [f64; 8]) = (
    [6.657_904_643_501_103, 5.463_784_911_164_114, 1.784_826_539_917_291_3, 2.965_605_718_285_048_7e-1,
     2.653_218_952_657_612_4e-2, 1.242_660_947_388_078_4e-3, 2.711_555_568_743_487_6e-5, 2.010_334_399_292_288_1e-7],
    [1.0, 5.998_322_065_558_88e-1, 1.369_298_809_227_358e-1, 1.487_536_129_085_061_5e-2,
     7.868_691_311_456_133e-4, 1.846_318_317_510_054_8e-5, 1.421_511_758_316_446e-7, 2.044_263_103_389_939_8e-15],
);

#[cfg(test)]
mod tests {
    use super::*;

    /// Golden values: scipy 1.17.1, `scipy.stats.norm`.
    #[test]
    fn agrees_with_published_values() {
        for (p, score) in [
            (1e-300, -37.047_096_299_361_2),
            (1e-10, -6.361_340_902_404_056),
            (0.001, -3.090_232_306_167_813),
            (0.07, -1.475_791_028_179_170_5),
            (0.1, -1.281_551_565_544_600_4),
            (0.3, -0.524_400_512_708_041),
            (0.5, 0.0),
            (0.9, P90_SCORE),
            (0.999, 3.090_232_306_167_813),
        ] {
            assert!(
                (quantile(p) - score).abs() < 1e-12 * (1.0 + score.abs()),
                "{p} {}",
                quantile(p)
            );
            assert!((cdf(score) / p - 1.0).abs() < 1e-9, "{p}");
        }
    }

    #[test]
    fn quantile_inverts_the_cdf_everywhere() {
        for i in -800..=800 {
            let score = f64::from(i) / 100.0;
            let p = cdf(score);
            if p < 1.0 - 1e-9 {
                assert!((quantile(p) - score).abs() < 1e-6, "{score}");
            }
        }
        assert_eq!(quantile(0.0), f64::NEG_INFINITY);
        assert_eq!(quantile(1.0), f64::INFINITY);
    }
}
