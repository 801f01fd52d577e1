//! What must hold for every plan (maths.md sections 2 and 4): edges, conservation, scale,
//! and no panic, NaN or infinity for any plan that validates.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests, whose last bit nobody compares"
)]

use crate::support::*;
use plumbline_forecast::{Engine, Model, Outcome, analytic, simulate, verdict};
use plumbline_plan::{
    Assumption, Factor, Plan, Quantity, Source, chapter::pipeline::StartingPoint, unit::Season,
};
use proptest::prelude::*;

fn all_numbers(outcome: &Outcome) -> Vec<f64> {
    let spread = |s: &plumbline_forecast::Spread| [s.mean, s.p10, s.p50, s.p90];
    let mut numbers = vec![
        outcome.probability,
        outcome.standard_error,
        outcome.expected_shortfall,
        outcome.standard_deviation,
    ];
    numbers.extend(spread(&outcome.bookings));
    numbers.extend(&outcome.quantiles);
    for month in &outcome.months {
        numbers.extend(spread(&month.bookings));
        numbers.extend(spread(&month.cumulative));
        numbers.push(month.by_origin.total());
    }
    numbers
}

/// Everything computed from a plan is a number, in order, and adds up.
fn check(plan: &Plan, today: &str) {
    let Ok(model) = Model::from_plan(plan, date(today)) else {
        return;
    };
    let outcome = Outcome::new(&model, &simulate(&model, 11, 0..200));
    for number in all_numbers(&outcome) {
        assert!(number.is_finite(), "{outcome:#?}");
    }
    assert!((0.0..=1.0).contains(&outcome.probability));
    assert!(outcome.quantiles.windows(2).all(|pair| pair[0] <= pair[1]));
    let months: f64 = outcome.months.iter().map(|month| month.bookings.mean).sum();
    let size = outcome
        .months
        .iter()
        .map(|month| month.bookings.mean.abs())
        .sum::<f64>()
        .max(1.0);
    assert!(
        (months - outcome.bookings.mean).abs() < 1e-6 * size,
        "{months} for {}",
        outcome.bookings.mean
    );
    assert!(
        (outcome.by_origin.total() - outcome.bookings.mean).abs() < 1e-5 * size,
        "{outcome:#?}"
    );
    let last = outcome.months.last().unwrap().cumulative;
    assert!((last.p50 - outcome.bookings.p50).abs() < 1e-6 * size);

    let analytic = analytic(&model);
    assert!(
        analytic.probability.is_finite() && (0.0..=1.0).contains(&analytic.probability),
        "{analytic:?}"
    );
    for number in [
        analytic.bookings.mean,
        analytic.bookings.p10,
        analytic.bookings.p50,
        analytic.bookings.p90,
        analytic.standard_deviation,
    ] {
        assert!(number.is_finite(), "{analytic:?}");
    }
    let verdict = verdict(&model, &outcome);
    let evidence = verdict.evidence;
    let sum = evidence.guess + evidence.team + evidence.own_history + evidence.published;
    assert!(sum.abs() < 1e-9 || (sum - 1.0).abs() < 1e-9, "{evidence:?}");
    let json = serde_json::to_string(&(&outcome, &analytic, &verdict)).unwrap();
    // serde_json writes NaN and infinity as null, and so are the options without a value.
    assert!(!json.is_empty());
    for influence in &verdict.influences {
        assert!(
            influence.elasticity.is_finite() && influence.share.is_finite(),
            "{influence:?}"
        );
    }
    for load in &verdict.capacity.months {
        assert!(
            load.asked().is_finite() && load.available.is_finite() && load.available >= 0.0,
            "{load:?}"
        );
    }
}

/// What makes a plain plan an extreme one.
type Change<'a> = &'a dyn Fn(&mut Plan);

/// Cases 72 and 73.
#[test]
fn edges_have_an_answer() {
    let edges: &[(&str, Change)] = &[
        ("zero leads", &|plan| {
            motion(plan).lead_sources[0].per_month = sure(0.0)
        }),
        ("no source but a deal", &|plan| {
            motion(plan).lead_sources.clear();
            open_deal(plan, 0, 5.0, "2026-11-01");
        }),
        ("conversion zero", &|plan| {
            motion(plan).stages[0].conversion = sure(0.0)
        }),
        ("conversion one", &|plan| {
            motion(plan).stages[0].conversion = sure(1.0)
        }),
        ("one month", &|plan| plan.targets.period.months = 1),
        ("sixty months", &|plan| plan.targets.period.months = 60),
        ("longer than the period", &|plan| {
            time(plan, 0, 2000.0, 9000.0)
        }),
        ("a hundred years", &|plan| time(plan, 0, 36_525.0, 36_525.0)),
        ("running for ever", &|plan| {
            time(plan, 0, 2000.0, 9000.0);
            plan.pipeline.starting_from = StartingPoint::RunningBusiness;
        }),
        ("leap day", &|plan| {
            plan.targets.period.start = "2028-02".parse().unwrap()
        }),
        ("target zero", &|plan| target(plan, 0.0)),
        ("target of 1e15", &|plan| target(plan, 1e15)),
        ("a thousand million leads", &|plan| {
            motion(plan).lead_sources[0].per_month = sure(1e9)
        }),
        ("growth without bound", &|plan| {
            motion(plan).lead_sources[0].per_month = sure(1e9);
            motion(plan).lead_sources[0].growth = sure(10.0);
            motion(plan).deal_value = sure(1e15);
            plan.targets.period.months = 60;
        }),
        ("value zero", &|plan| motion(plan).deal_value = sure(0.0)),
        ("value below zero", &|plan| {
            motion(plan).deal_value = sure(-100.0)
        }),
        ("spread without bound", &|plan| {
            motion(plan).value_spread = Some(Factor::new(1e6).unwrap())
        }),
        ("market without bound", &|plan| {
            plan.reality_check.market_spread = Some(Factor::new(1e6).unwrap())
        }),
        ("months without bound", &|plan| {
            plan.reality_check.lead_variation = Some(Factor::new(1e6).unwrap())
        }),
        ("a close season of one month", &|plan| {
            let mut weights = [Factor::nearest(0.0); 12];
            weights[5] = Factor::nearest(1.0);
            motion(plan).close_season = Season::new(weights);
            open_deal(plan, 0, 5.0, "2026-11-01");
        }),
        ("an open deal as old as the hills", &|plan| {
            time(plan, 0, 1.0, 1.1);
            open_deal(plan, 0, 5.0, "1950-01-01");
        }),
        ("goal certain", &|plan| {
            plan.targets.goal = Some(Quantity::new(1.0).unwrap())
        }),
        ("goal nothing", &|plan| {
            plan.targets.goal = Some(Quantity::new(0.0).unwrap())
        }),
        ("buying again every day", &|plan| {
            motion(plan).repeat.share_of_value = sure(1e6);
            motion(plan).repeat.lag = sure(0.0);
            plan.pipeline.starting_from = StartingPoint::RunningBusiness;
        }),
        ("customers that bring ten each", &|plan| {
            motion(plan).referrals.leads_per_win = sure(1e9);
            plan.targets.period.months = 60;
        }),
        ("no customer stays", &|plan| {
            motion(plan).repeat.share_of_value = sure(0.5);
            motion(plan).repeat.retention = sure(0.0);
        }),
    ];
    for (name, edit) in edges {
        let mut plan = certain(20.0);
        edit(&mut plan);
        println!("{name}");
        for today in [TODAY, "2026-02-28", "2027-06-15"] {
            check(&plan, today);
        }
    }
}

/// Case 72.
#[test]
fn zero_leads_bring_nothing_and_certainty_brings_all() {
    let nothing = outcome(&certain(0.0), 100);
    assert_eq!((nothing.bookings.mean, nothing.probability), (0.0, 0.0));
    let mut plan = certain(40.0);
    target(&mut plan, 0.0);
    assert_eq!(outcome(&plan, 100).probability, 1.0);
}

#[test]
fn the_probability_never_rises_with_the_target() {
    let mut plan = plumbline_plan::start::sample(date(TODAY));
    let mut last = 1.0;
    for step in 0..40 {
        target(&mut plan, f64::from(step) * 80_000.0);
        let probability = outcome(&plan, 500).probability;
        assert!(probability <= last, "{step}");
        last = probability;
    }
}

#[test]
fn scaling_all_money_scales_the_answer() {
    let mut plan = certain(30.0);
    motion(&mut plan).value_spread = None;
    motion(&mut plan).deal_value = range(8_000.0, 10_000.0, 12_000.0);
    open_deal(&mut plan, 0, 7_000.0, "2026-11-01");
    let small = outcome(&plan, 1000);
    motion(&mut plan).deal_value = range(8_000_000.0, 10_000_000.0, 12_000_000.0);
    plan.pipeline.deals[0].value = Some(Quantity::new(7_000_000.0).unwrap());
    target(&mut plan, 100_000_000.0);
    let large = outcome(&plan, 1000);
    assert_eq!(small.probability, large.probability);
    let means = (small.bookings.mean * 1000.0, large.bookings.mean);
    assert!((means.0 - means.1).abs() < 1e-9 * means.1, "{means:?}");
    // Quantiles are read to within a class, a thousandth wide.
    for (small, large) in small.quantiles.iter().zip(&large.quantiles) {
        assert!((small * 1000.0 - large).abs() < 2e-3 * large.max(1.0));
    }
}

/// More leads never lower the bookings of a single trial, so not the median either.
#[test]
fn more_leads_never_lower_the_median() {
    let mut last = 0.0;
    for leads in 0..30 {
        let mut plan = certain(f64::from(leads) * 1.5);
        motion(&mut plan).value_spread = None;
        plan.reality_check.lead_variation = None;
        plan.reality_check.market_spread = None;
        let median = outcome(&plan, 500).bookings.p50;
        assert!(median >= last, "{leads}");
        last = median;
    }
}

/// A what-if differs by its change alone: a second motion leaves the first one's trials as
/// they were.
#[test]
fn a_change_leaves_all_other_draws_alone() {
    let plan = certain(10.0);
    let alone = simulate(&model(&plan), 7, 0..50);
    let mut with_other = plan;
    let mut other = motion(&mut with_other).clone();
    other.id = id("other");
    other.lead_sources[0].per_month = sure(0.0);
    with_other.process.motions.insert(0, other);
    let both = simulate(&model(&with_other), 7, 0..50);
    let outcomes = [(&model(&with_other), both), (&model(&certain(10.0)), alone)]
        .map(|(m, t)| Outcome::new(m, &t).quantiles);
    assert_eq!(outcomes[0], outcomes[1]);
}

/// Two halves that share their assumptions and so their months' unevenness are the whole.
#[test]
fn splitting_a_motion_in_two_halves_changes_nothing_but_noise() {
    let mut whole = certain(40.0);
    whole.reality_check.lead_variation = None;
    motion(&mut whole).lead_sources[0].per_month = range(30.0, 40.0, 52.0);
    motion(&mut whole).stages[0].conversion = range(0.4, 0.5, 0.6);
    let mut halves = whole.clone();
    motion(&mut halves).lead_sources[0].per_month = range(15.0, 20.0, 26.0);
    let mut other = motion(&mut halves).clone();
    other.id = id("other");
    let path = |field: &str| Some(format!("process/motions/main/{field}").as_str().into());
    other.lead_sources[0].per_month.same_as = path("lead_sources/leads/per_month");
    other.stages[0].conversion.same_as = path("stages/first-contact/conversion");
    other.stages[1].conversion.same_as = path("stages/qualifying/conversion");
    halves.process.motions.push(other);
    let (whole, halves) = (outcome(&whole, 20_000), outcome(&halves, 20_000));
    assert!((whole.bookings.mean / halves.bookings.mean - 1.0).abs() < 0.005);
    assert!((whole.standard_deviation / halves.standard_deviation - 1.0).abs() < 0.02);
    for percent in [10, 50, 90] {
        assert!(
            (whole.quantiles[percent] / halves.quantiles[percent] - 1.0).abs() < 0.01,
            "{percent}"
        );
    }
}

#[test]
fn blocks_do_not_depend_on_what_ran_before() {
    let model = model(&plumbline_plan::start::sample(date(TODAY)));
    let engine = Engine::new(&model);
    let first = engine.run(1, 500..600);
    let _ = engine.run(1, 0..300);
    assert_eq!(first, engine.run(1, 500..600));
}

prop_compose! {
    fn assumption(least: f64, most: f64)(
        values in proptest::array::uniform3(0.0..1.0_f64),
        kind in 0..6_u8,
    ) -> (f64, f64, f64, u8) {
        let mut values = values.map(|v| least + (most - least) * v);
        values.sort_by(f64::total_cmp);
        (values[0], values[1], values[2], kind)
    }
}

fn as_assumption<Q: Quantity>((low, average, high, kind): (f64, f64, f64, u8)) -> Assumption<Q> {
    match kind {
        0 => sure(average),
        1 => Assumption::guess(Q::new(average).unwrap()),
        2 => of_history(Assumption::guess(Q::new(average).unwrap())),
        3 => {
            let mut counted = Assumption::guess(Q::new(average).unwrap());
            counted.source = Source::OwnHistory {
                events: Some(3),
                of: 9,
            };
            counted
        }
        _ => range(low, average, high),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_that_validates_has_a_finite_answer(
        months in 1..=60_u8,
        start in 1..=12_u32,
        leads in assumption(0.0, 3000.0),
        growth in assumption(-0.9, 0.5),
        conversions in proptest::collection::vec(assumption(0.0, 1.0), 1..8),
        times in proptest::collection::vec((assumption(0.0, 400.0), 0.0..4.0_f64), 8),
        value in assumption(-10.0, 1e7),
        value_spread in 0.0..4.0_f64,
        repeat in (assumption(0.0, 3.0), assumption(0.0, 800.0), assumption(0.0, 1.0)),
        referrals in (assumption(0.0, 3.0), assumption(0.0, 300.0)),
        deals in proptest::collection::vec((0..8_usize, 0.0..1e6_f64, 0..900_i64, any::<bool>()), 0..12),
        running in any::<bool>(),
        as_of in 0..500_u64,
        target_amount in 0.0..1e8_f64,
    ) {
        let mut plan = certain(1.0);
        plan.targets.period.start = plumbline_plan::Month::new(2027, start).unwrap();
        plan.targets.period.months = months;
        target(&mut plan, target_amount);
        plan.reality_check.market_spread = None;
        plan.reality_check.lead_variation = None;
        if running {
            plan.pipeline.starting_from = StartingPoint::RunningBusiness;
        }
        let motion = motion(&mut plan);
        motion.lead_sources[0].per_month = as_assumption(leads);
        motion.lead_sources[0].growth = as_assumption(growth);
        motion.deal_value = as_assumption(value);
        motion.value_spread = Some(Factor::new(value_spread).unwrap());
        motion.repeat.share_of_value = as_assumption(repeat.0);
        motion.repeat.lag = as_assumption(repeat.1);
        motion.repeat.retention = as_assumption(repeat.2);
        motion.referrals.leads_per_win = as_assumption(referrals.0);
        motion.referrals.lag = as_assumption(referrals.1);
        let stage = motion.stages[0].clone();
        motion.stages = conversions.iter().zip(times).enumerate().map(|(place, (conversion, (time, slow)))| {
            let mut stage = stage.clone();
            stage.id = id(&format!("stage-{place}"));
            stage.conversion = as_assumption(*conversion);
            stage.slow_time = Some(Quantity::new(time.1 * (1.0 + slow)).unwrap());
            stage.time_in_stage = as_assumption(time);
            stage.hours_per_deal = sure(1.0);
            stage
        }).collect();
        let stages = motion.stages.len();
        for (stage, value, age, dated) in deals {
            let since = date("2027-01-10") - chrono::Duration::days(age);
            open_deal(&mut plan, stage % stages, value, &since.to_string());
            if dated {
                plan.pipeline.deals.last_mut().unwrap().expected_close = Some(date("2027-05-05"));
            }
        }
        let today = date("2026-12-01") + chrono::Days::new(as_of);
        check(&plan, &today.to_string());
    }
}
