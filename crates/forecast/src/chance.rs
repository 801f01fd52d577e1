//! Chance without a stream: every uniform has an address (seed, entity, use, trial, month,
//! index), and is a hash of it (maths.md section 4, common random numbers).
//!
//! So a what-if differs from the plan only by its change, and any block of trials can be
//! run anywhere. Never holds state: asking twice gives the same number.

use crate::distribution::normal;

/// What a uniform decides. Numbers are part of every result: never reuse or renumber one
/// (13 is gone).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u64)]
pub enum Use {
    /// The true average behind an assumption.
    Assumption = 1,
    /// What judgements of one kind have in common.
    Judgement = 2,
    /// The market factor.
    Market = 3,
    /// What the odds of all open deals have in common.
    OpenDeals = 4,
    /// How uneven a month's leads are.
    LeadFactor = 5,
    /// How many deals of a month's flow are won.
    Wins = 6,
    /// The value of the n-th deal won in a month.
    DealValue = 7,
    /// The value of the deals of a month that are too many to draw one by one.
    ManyDeals = 8,
    /// Whether and when an open deal is won.
    OpenDealOutcome = 9,
    /// How many deals of a month come from referrals.
    ReferralWins = 10,
    /// The value of the n-th deal from referrals in a month.
    ReferralValue = 11,
    /// How many customers of a month are kept until they buy again.
    Retention = 12,
    /// The value of the deals from referrals of a month that are too many to draw one by one.
    ManyReferrals = 14,
    /// How many deals from leads of the past are won in a month.
    PastWins = 15,
    /// The value of the n-th of them in a month.
    PastValue = 16,
    /// The value of those of a month that are too many to draw one by one.
    ManyPastDeals = 17,
    /// How long the n-th holder of a seat stays.
    Departure = 18,
}

/// All uniforms of one entity for one use.
#[derive(Debug, Clone, Copy)]
pub struct Chance(u64);

/// All uniforms of one entity for one use in one trial.
#[derive(Debug, Clone, Copy)]
pub struct TrialChance(u64);

const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
const OTHER_ODD: u64 = 0xd1b5_4a32_d192_ed03;

/// The hash of an entity's name: its address for as long as it keeps the name.
#[must_use]
pub fn entity(name: &str) -> u64 {
    // FNV-1a, then mixed: one changed letter changes every bit.
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    mix(name.bytes().fold(0xcbf2_9ce4_8422_2325, fold))
}

/// Stafford's variant 13 of the 64-bit finaliser, the mixing of SplitMix64
/// (Steele, Lea & Flood 2014).
#[inline]
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The uniform that 64 random bits stand for: the middle of one of 2^52 equal parts of
/// what lies between 0 and 1.
#[inline]
#[must_use]
pub fn uniform(bits: u64) -> f64 {
    // The leading bits behind the point of a number from 1 on: nothing has to be converted.
    f64::from_bits(1.0_f64.to_bits() | bits >> 12) - (1.0 - 0.5 * f64::EPSILON)
}

impl Chance {
    /// The uniforms of an entity for one use under a seed.
    #[must_use]
    pub fn new(seed: u64, entity: u64, what: Use) -> Self {
        Self(
            mix(mix(seed.wrapping_add(ODD)) ^ entity)
                .wrapping_add(mix((what as u64).wrapping_mul(OTHER_ODD))),
        )
    }

    /// Those of one trial.
    #[inline]
    #[must_use]
    pub fn trial(self, trial: u32) -> TrialChance {
        TrialChance(self.once(trial))
    }

    /// The bits of the only uniform of a trial, of entities and uses that have no other: see
    /// [`uniform`].
    #[inline]
    #[must_use]
    pub fn once(self, trial: u32) -> u64 {
        mix(self.0.wrapping_add(u64::from(trial).wrapping_mul(ODD)))
    }
}

impl TrialChance {
    /// The uniform of a month and index, strictly between 0 and 1.
    #[inline]
    #[must_use]
    pub fn uniform(self, month: usize, index: u32) -> f64 {
        uniform(self.bits(month, index))
    }

    /// The bits of the uniform of a month and index: see [`uniform`].
    #[inline]
    #[must_use]
    pub fn bits(self, month: usize, index: u32) -> u64 {
        let place = (month as u64) << 32 | u64::from(index);
        mix(self.0.wrapping_add((place + 1).wrapping_mul(OTHER_ODD)))
    }

    /// The standard normal score of a month and index.
    #[inline]
    #[must_use]
    pub fn score(self, month: usize, index: u32) -> f64 {
        normal::quantile(self.uniform(month, index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Largest distance between the empirical and the uniform distribution.
    fn kolmogorov(mut values: Vec<f64>) -> f64 {
        values.sort_by(f64::total_cmp);
        let n = values.len() as f64;
        values.iter().enumerate().fold(0.0, |most: f64, (i, v)| {
            most.max((v - i as f64 / n).abs())
                .max((v - (i + 1) as f64 / n).abs())
        })
    }

    fn correlation(pairs: &[(f64, f64)]) -> f64 {
        let n = pairs.len() as f64;
        let (sx, sy) = pairs
            .iter()
            .fold((0.0, 0.0), |(x, y), p| (x + p.0, y + p.1));
        let (mx, my) = (sx / n, sy / n);
        let sum = |f: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(f).sum::<f64>();
        let xy = sum(&|p| (p.0 - mx) * (p.1 - my));
        let xx = sum(&|p| (p.0 - mx) * (p.0 - mx));
        let yy = sum(&|p| (p.1 - my) * (p.1 - my));
        xy / (xx * yy).sqrt()
    }

    /// Every way of walking through addresses gives uniforms: along trials, months,
    /// indices, entities, uses and seeds.
    #[test]
    fn uniform_along_every_axis() {
        let n: u32 = 50_000;
        let at = |seed: u64, name: u64, what, trial, month, index| {
            Chance::new(seed, name, what)
                .trial(trial)
                .uniform(month, index)
        };
        let uses = [
            Use::Assumption,
            Use::Judgement,
            Use::Market,
            Use::Wins,
            Use::DealValue,
        ];
        let walks: Vec<Vec<f64>> = vec![
            (0..n).map(|i| at(1, 7, Use::Wins, i, 0, 0)).collect(),
            (0..n)
                .map(|i| at(1, 7, Use::Wins, 3, i as usize, 0))
                .collect(),
            (0..n).map(|i| at(1, 7, Use::Wins, 3, 2, i)).collect(),
            (0..n)
                .map(|i| at(1, u64::from(i), Use::Wins, 3, 2, 1))
                .collect(),
            (0..n)
                .map(|i| uniform(Chance::new(1, 7, Use::Assumption).once(i)))
                .collect(),
            (0..n)
                .map(|i| uniform(Chance::new(1, u64::from(i), Use::Assumption).once(3)))
                .collect(),
            (0..n)
                .map(|i| at(u64::from(i), 7, Use::Wins, 3, 2, 1))
                .collect(),
            (0..n)
                .map(|i| at(1, 7, uses[i as usize % 5], i / 5, 0, 0))
                .collect(),
        ];
        for (walk, values) in walks.iter().enumerate() {
            // 1.95 / sqrt(n) is passed by one good generator in a thousand.
            let distance = kolmogorov(values.clone());
            assert!(
                distance < 1.95 / f64::from(n).sqrt(),
                "walk {walk}: {distance}"
            );
            for lag in [1, 2, 12] {
                let pairs: Vec<_> = values.windows(lag + 1).map(|w| (w[0], w[lag])).collect();
                let r = correlation(&pairs);
                assert!(
                    r.abs() < 4.0 / f64::from(n).sqrt(),
                    "walk {walk} lag {lag}: {r}"
                );
            }
        }
    }

    #[test]
    fn neighbouring_addresses_are_independent() {
        let n: u32 = 40_000;
        let base = Chance::new(1, 7, Use::Wins);
        for other in [
            Chance::new(2, 7, Use::Wins),
            Chance::new(1, 8, Use::Wins),
            Chance::new(1, 7, Use::DealValue),
        ] {
            fills_the_square(
                n,
                |t| base.trial(t).uniform(0, 0),
                |t| other.trial(t).uniform(0, 0),
            );
            fills_the_square(n, |t| uniform(base.once(t)), |t| uniform(other.once(t)));
        }
    }

    /// Pairs over trials are uncorrelated and fill the unit square: chi-squared over 16 x 16
    /// cells, 255 degrees.
    fn fills_the_square(n: u32, one: impl Fn(u32) -> f64, other: impl Fn(u32) -> f64) {
        let pairs: Vec<_> = (0..n).map(|trial| (one(trial), other(trial))).collect();
        assert!(correlation(&pairs).abs() < 4.0 / f64::from(n).sqrt());
        let mut cells = [0_u32; 256];
        for (x, y) in &pairs {
            cells[(x * 16.0) as usize * 16 + (y * 16.0) as usize] += 1;
        }
        let expected = f64::from(n) / 256.0;
        let chi: f64 = cells
            .iter()
            .map(|c| (f64::from(*c) - expected) * (f64::from(*c) - expected) / expected)
            .sum();
        assert!((165.0..360.0).contains(&chi), "{chi}");
    }

    #[test]
    fn one_changed_letter_changes_half_the_bits() {
        let flipped: u32 = (0..64)
            .map(|i| {
                (entity(&format!("stage-{i}")) ^ entity(&format!("stage-{}", i + 1))).count_ones()
            })
            .sum();
        assert!((1800..2300).contains(&flipped), "{flipped}");
    }

    #[test]
    fn bits_stand_for_the_middle_of_their_part() {
        let chance = Chance::new(5, 3, Use::Market);
        let parts = (1_u64 << 52) as f64;
        for bits in (0..10_000)
            .map(|trial| chance.once(trial))
            .chain([0, u64::MAX])
        {
            assert_eq!(
                uniform(bits),
                ((bits >> 12) as f64 + 0.5) / parts,
                "{bits:x}"
            );
        }
    }

    #[test]
    fn never_reaches_zero_or_one() {
        let chance = Chance::new(0, 0, Use::Market);
        for trial in 0..100_000 {
            let uniform = chance.trial(trial).uniform(0, 0);
            assert!(uniform > 0.0 && uniform < 1.0);
        }
        assert!(uniform(0) > 0.0 && uniform(u64::MAX) < 1.0);
    }
}
