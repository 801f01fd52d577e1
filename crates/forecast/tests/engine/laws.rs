//! What must hold between the answers to two plans that differ in one thing, over random
//! plans (maths.md sections 2 and 4).

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests, whose last bit nobody compares"
)]

use crate::support::{
    any_plan::{any_plan, scale},
    compare::{self, totals},
    id, target,
};
use plumbline_forecast::{Model, Outcome, simulate};
use plumbline_plan::{FieldPath, Plan, Quantity, chapter::process::Motion};
use proptest::prelude::*;

const TRIALS: u32 = 400;

fn answer(plan: &Plan) -> Outcome {
    let model = Model::from_plan(plan, plan.reality_check.as_of.unwrap()).unwrap();
    Outcome::new(&model, &simulate(&model, 5, 0..TRIALS))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn more_leads_without_a_limit_never_lower_the_median(seed in any::<u64>(), more in 1.0..3.0_f64) {
        let mut plan = any_plan(seed);
        let before = answer(&plan);
        for source in plan.process.motions.iter_mut().flat_map(|motion| &mut motion.lead_sources) {
            scale(&mut source.per_month, more);
            scale(&mut source.activity.per_day, more);
        }
        let after = answer(&plan);
        prop_assert!(after.bookings.p50 >= before.bookings.p50 * (1.0 - 1e-12));
        prop_assert!(after.probability >= before.probability);
    }

    #[test]
    fn the_probability_never_rises_with_the_target(seed in any::<u64>(), raise in 1.0..2.0_f64) {
        let mut plan = any_plan(seed);
        let middle = answer(&plan).bookings.p50;
        let mut last = 1.0;
        for step in 0..6 {
            target(&mut plan, middle * 0.3 * raise.powi(step));
            let probability = answer(&plan).probability;
            prop_assert!(probability <= last);
            last = probability;
        }
    }

    #[test]
    fn scaling_all_money_scales_the_answer(seed in any::<u64>(), power in -8..8_i32) {
        let mut plan = any_plan(seed);
        let middle = answer(&plan).bookings.p50;
        target(&mut plan, middle);
        let before = answer(&plan);
        // By powers of two, so that nothing is rounded.
        let by = 2.0_f64.powi(power);
        for motion in &mut plan.process.motions {
            scale(&mut motion.deal_value, by);
        }
        for deal in &mut plan.pipeline.deals {
            deal.value = deal.value.map(|value| Quantity::nearest(value.get() * by));
        }
        target(&mut plan, middle * by);
        let after = answer(&plan);
        let near = |small: f64, large: f64| (small * by - large).abs() <= 1e-9 * large.abs();
        prop_assert!((before.probability - after.probability).abs() <= 1.5 / f64::from(TRIALS));
        prop_assert!(near(before.bookings.mean, after.bookings.mean));
        prop_assert!(near(before.expected_shortfall, after.expected_shortfall) || middle == 0.0);
        for (before, after) in before.quantiles.iter().zip(&after.quantiles) {
            prop_assert!(near(*before, *after), "{before} x {by} is not {after}");
        }
    }

    #[test]
    fn months_sum_to_the_period(seed in any::<u64>()) {
        let outcome = answer(&any_plan(seed));
        let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (a.abs() + b.abs()).max(1.0);
        let sum = |of: &dyn Fn(&plumbline_forecast::MonthOutcome) -> f64| {
            outcome.months.iter().map(of).sum::<f64>()
        };
        prop_assert!(near(sum(&|month| month.bookings.mean), outcome.bookings.mean));
        prop_assert!(near(sum(&|month| month.by_origin.total()), outcome.by_origin.total()));
        prop_assert!(near(outcome.by_origin.total(), outcome.bookings.mean));
        let last = outcome.months.last().unwrap();
        prop_assert!(near(last.cumulative.p50, outcome.bookings.p50));
    }
}

/// A motion in two halves: each brings half the leads, and everything else of the second
/// is the same as the first's. They share all draws of assumptions, the unevenness of
/// months and the factor on time, so that nothing is left to differ but chance.
#[test]
fn a_motion_in_two_halves_is_the_whole_but_for_noise() {
    const PLANS: u64 = 12;
    const TRIALS: u32 = 20_000;
    let mut least = 1.0_f64;
    for seed in 0..PLANS {
        let mut plan = any_plan(500 + seed);
        plan.process.motions.truncate(1);
        plan.pipeline.deals.clear();
        let mut whole = totals(&plan, TRIALS);
        let motion = &mut plan.process.motions[0];
        for source in &mut motion.lead_sources {
            scale(&mut source.per_month, 0.5);
            scale(&mut source.activity.per_day, 0.5);
        }
        let half = same_as(motion);
        plan.process.motions.push(half);
        let mut halves = totals(&plan, TRIALS);
        let distance = compare::distance(&mut whole, &mut halves);
        let p = compare::p_value(distance, whole.len(), halves.len());
        println!("plan {seed}: distance {distance:.4}, p {p:.4}");
        least = least.min(p);
    }
    // The least of twelve is below this one time in a hundred, were the seeds others.
    assert!(least > 0.01 / PLANS as f64, "{least}");
}

/// The same where the time in a stage decides all: a third of a year, or half as long or
/// twice. Both halves are as slow as each other.
#[test]
fn halves_that_share_their_times_are_late_together() {
    const TRIALS: u32 = 20_000;
    let mut plan = crate::support::certain(400.0);
    plan.reality_check.as_of = Some(plan.targets.period.start.first_day());
    crate::support::time(&mut plan, 0, 120.0, 150.0);
    let stage = &mut crate::support::motion(&mut plan).stages[0];
    stage.time_in_stage = crate::support::of_history(crate::support::range(60.0, 120.0, 240.0));
    let mut whole = totals(&plan, TRIALS);
    let motion = crate::support::motion(&mut plan);
    scale(&mut motion.lead_sources[0].per_month, 0.5);
    let half = same_as(motion);
    plan.process.motions.push(half);
    let mut halves = totals(&plan, TRIALS);
    let distance = compare::distance(&mut whole, &mut halves);
    assert!(distance < 0.02, "{distance}");
}

/// Another motion of which every assumption is this one's.
fn same_as(motion: &Motion) -> Motion {
    let path = FieldPath::from("process/motions").child(motion.id.as_str());
    let mut half = motion.clone();
    half.id = id("other-half");
    for source in &mut half.lead_sources {
        let path = path.child("lead_sources").child(source.id.as_str());
        let activity = path.child("activity");
        source.per_month.same_as = Some(path.child("per_month"));
        source.growth.same_as = Some(path.child("growth"));
        source.activity.per_day.same_as = Some(activity.child("per_day"));
        source.activity.contact_rate.same_as = Some(activity.child("contact_rate"));
        source.activity.lead_rate.same_as = Some(activity.child("lead_rate"));
    }
    for stage in &mut half.stages {
        let path = path.child("stages").child(stage.id.as_str());
        stage.conversion.same_as = Some(path.child("conversion"));
        stage.time_in_stage.same_as = Some(path.child("time_in_stage"));
    }
    half.deal_value.same_as = Some(path.child("deal_value"));
    let (repeat, referrals) = (path.child("repeat"), path.child("referrals"));
    half.repeat.share_of_value.same_as = Some(repeat.child("share_of_value"));
    half.repeat.lag.same_as = Some(repeat.child("lag"));
    half.repeat.retention.same_as = Some(repeat.child("retention"));
    half.referrals.leads_per_win.same_as = Some(referrals.child("leads_per_win"));
    half.referrals.lag.same_as = Some(referrals.child("lag"));
    half
}
