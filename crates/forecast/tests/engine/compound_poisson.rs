//! The simulation against what is known in closed form (maths.md section 4, oracles (a)
//! and (b)): constants, no market factor, no uneven months, no limit.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests, whose last bit nobody compares"
)]

use crate::support::*;
use plumbline_forecast::{Engine, Outcome, distribution::Lognormal, simulate};
use plumbline_plan::{Factor, Quantity};

const TRIALS: u32 = 40_000;

/// Mean = W E[V], variance = W E[V^2].
#[test]
fn mean_and_variance_are_those_of_a_compound_poisson_sum() {
    for (leads, spread) in [(0.4, 0.0), (4.0, 0.6), (30.0, 1.5), (4000.0, 0.6)] {
        let mut plan = certain(leads);
        motion(&mut plan).value_spread = Some(Factor::new(spread).unwrap());
        let outcome = outcome(&plan, TRIALS);
        let wins = leads * 12.0 * 0.25;
        let mean = wins * 10_000.0;
        let variance = wins * 10_000.0 * 10_000.0 * (1.0 + spread * spread);
        let error = (variance / f64::from(TRIALS)).sqrt();
        assert!(
            (outcome.bookings.mean - mean).abs() < 4.0 * error,
            "{leads}: {} for {mean}",
            outcome.bookings.mean
        );
        let ratio = outcome.standard_deviation * outcome.standard_deviation / variance;
        assert!(
            (ratio - 1.0).abs() < 0.08,
            "{leads} {spread}: variance off by {ratio}"
        );
    }
}

/// The whole distribution, by Panjer's recursion (1981) on a fine grid.
#[test]
fn the_distribution_is_the_exact_one() {
    let spread = 0.6;
    let mut plan = certain(1.5);
    motion(&mut plan).value_spread = Some(Factor::new(spread).unwrap());
    let model = model(&plan);
    let trials = simulate(&model, 7, 0..TRIALS);
    let outcome = Outcome::new(&model, &trials);
    let (unit, wins) = (100.0, 4.5);
    let value = Lognormal::with_moments(10_000.0, 6_000.0).unwrap();
    let exact = panjer(
        wins,
        |cell| value.cdf((cell as f64 + 0.5) * unit) - value.cdf((cell as f64 - 0.5) * unit),
        1200,
    );
    for (percent, value) in outcome.quantiles.iter().enumerate().skip(5).take(90) {
        let below = exact
            .get((value / unit + 0.5) as usize)
            .copied()
            .unwrap_or(1.0);
        let wanted = percent as f64 / 100.0;
        // At zero the distribution has an atom of e^-4.5.
        let off = if *value > 0.0 {
            (below - wanted).abs()
        } else {
            0.0
        };
        assert!(
            off < 1.95 / f64::from(TRIALS).sqrt() + 0.003,
            "{percent}%: {below}"
        );
    }
    let nothing = exact[0];
    let share = outcome
        .quantiles
        .iter()
        .filter(|value| **value == 0.0)
        .count() as f64
        / 101.0;
    assert!((share - nothing).abs() < 0.011, "{share} for {nothing}");
}

/// Cumulative probabilities of 0, 1, ... units.
fn panjer(mean: f64, severity: impl Fn(usize) -> f64, cells: usize) -> Vec<f64> {
    let severity: Vec<f64> = (0..cells).map(severity).collect();
    let mut density = vec![(mean * (severity[0] - 1.0)).exp(); 1];
    for total in 1..cells {
        let sum: f64 = (1..=total)
            .map(|part| part as f64 * severity[part] * density[total - part])
            .sum();
        density.push(mean / total as f64 * sum);
    }
    let mut below = 0.0;
    density
        .iter()
        .map(|part| {
            below += part;
            below
        })
        .collect()
}

/// A lead factor with mean 1 makes months uneven without changing the mean:
/// variance = W E[V^2] + sum over months of (W_k E[V] cv)^2.
#[test]
fn uneven_leads_add_their_variance() {
    let mut plan = certain(40.0);
    plan.reality_check.lead_variation = Some(Factor::new(0.3).unwrap());
    let outcome = outcome(&plan, TRIALS);
    let (wins, value) = (10.0, 10_000.0);
    let variance: f64 = 12.0 * (wins * value * value + (wins * value * 0.3) * (wins * value * 0.3));
    assert!((outcome.bookings.mean / (12.0 * wins * value) - 1.0).abs() < 0.005);
    let ratio = outcome.standard_deviation * outcome.standard_deviation / variance;
    assert!((ratio - 1.0).abs() < 0.05, "{ratio}");
}

/// The market factor has mean 1 and multiplies all new leads of a trial.
#[test]
fn the_market_factor_moves_all_months_together() {
    let mut plan = certain(400.0);
    plan.reality_check.market_spread = Some(Factor::new(0.25).unwrap());
    let outcome = outcome(&plan, TRIALS);
    let (wins, value) = (1200.0_f64, 10_000.0_f64);
    let market = (0.25_f64 * 0.25).exp() - 1.0;
    let variance = wins * value * value + (wins * value) * (wins * value) * market;
    assert!((outcome.bookings.mean / (wins * value) - 1.0).abs() < 0.006);
    let ratio = outcome.standard_deviation * outcome.standard_deviation / variance;
    assert!((ratio - 1.0).abs() < 0.05, "{ratio}");
}

/// Judgements of one kind err together: two conversions known within the same range
/// correlate 0.5, those from own history not at all.
#[test]
fn judgements_of_one_kind_err_together() {
    let relative_variance = |own_history: bool| {
        let mut plan = certain(1_000_000.0);
        for stage in &mut motion(&mut plan).stages {
            stage.conversion = range(0.4, 0.5, 0.6);
            if own_history {
                stage.conversion = of_history(stage.conversion.clone());
            }
        }
        let outcome = outcome(&plan, TRIALS);
        let ratio = outcome.standard_deviation / outcome.bookings.mean;
        ratio * ratio
    };
    let (judged, counted) = (relative_variance(false), relative_variance(true));
    // Two equal relative variances v: 2v apart, 2v (1 + 0.5) together.
    assert!(
        (judged / counted - 1.5).abs() < 0.06,
        "{judged} against {counted}"
    );
}

#[test]
fn any_cut_into_blocks_gives_the_same_bits() {
    let plan = plumbline_plan::start::sample(date(TODAY));
    let model = model(&plan);
    let whole = Outcome::new(&model, &simulate(&model, 3, 0..999));
    for cuts in [
        &[0, 999][..],
        &[0, 400, 999],
        &[0, 1, 333, 700, 999],
        &[0, 100, 200, 300, 400, 500, 600, 700, 999],
    ] {
        let engine = Engine::new(&model);
        // Merged from the last to the first, and over the bytes a worker would send.
        let mut blocks = cuts.windows(2).rev().map(|cut| {
            let bytes = engine.run(3, cut[0]..cut[1]).to_bytes();
            plumbline_forecast::Trials::from_bytes(&bytes).unwrap()
        });
        let mut trials = blocks.next().unwrap();
        blocks.for_each(|block| trials.merge(&block));
        let outcome = Outcome::new(&model, &trials);
        assert_eq!(outcome, whole);
        assert_eq!(outcome.hash(), whole.hash());
    }
    assert_ne!(
        Outcome::new(&model, &simulate(&model, 4, 0..999)).hash(),
        whole.hash(),
        "another seed"
    );
}

/// The same bits on every machine: a change of this number is a change of every answer ever
/// given, so it is made on purpose and told in the changelog.
#[test]
fn the_answer_to_a_fixed_plan_is_known_to_the_last_bit() {
    let mut plan = certain(20.0);
    plan.reality_check.market_spread = None;
    plan.reality_check.lead_variation = None;
    motion(&mut plan).value_spread = None;
    motion(&mut plan).stages[0].conversion = range(0.3, 0.5, 0.6);
    motion(&mut plan).stages[1].time_in_stage = range(10.0, 20.0, 35.0);
    motion(&mut plan).referrals.leads_per_win = range(0.2, 0.4, 0.9);
    open_deal(&mut plan, 0, 30_000.0, "2026-11-01");
    assert_eq!(outcome(&plan, 300).hash(), 1_798_909_003_169_452_561);
}

#[test]
fn damaged_bytes_are_no_trials() {
    let model = model(&certain(4.0));
    let bytes = simulate(&model, 1, 0..5).to_bytes();
    assert!(plumbline_forecast::Trials::from_bytes(&bytes[..bytes.len() - 1]).is_none());
    assert!(plumbline_forecast::Trials::from_bytes(&[]).is_none());
    assert!(plumbline_forecast::Trials::from_bytes(&[255; 64]).is_none());
}
