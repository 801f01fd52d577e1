//! Expected leads, wins and bookings against sums done by hand (maths.md section 2).

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests, whose last bit nobody compares"
)]

use crate::support::*;
use plumbline_forecast::{
    analytic,
    flow::{Kernels, bookings},
};
use plumbline_plan::{Factor, Month, Quantity, chapter::pipeline::StartingPoint, unit::Season};

fn close(got: f64, wanted: f64) {
    assert!(
        (got - wanted).abs() < 1e-6 * wanted.abs().max(1.0),
        "{got} for {wanted}"
    );
}

fn by_month(plan: &plumbline_plan::Plan) -> Vec<f64> {
    analytic(&model(plan))
        .months
        .iter()
        .map(|month| month.total())
        .collect()
}

#[test]
fn leads_times_conversions_times_value() {
    let months = by_month(&certain(40.0));
    assert_eq!(months.len(), 12);
    months
        .iter()
        .for_each(|bookings| close(*bookings, 100_000.0));
}

#[test]
fn stages_after_the_win_never_multiply_the_chance() {
    let mut plan = certain(40.0);
    let mut follow_up = motion(&mut plan).stages[1].clone();
    follow_up.id = id("follow-up");
    follow_up.conversion = sure(0.1);
    motion(&mut plan).win_stage = Some(motion(&mut plan).stages[1].id.clone());
    motion(&mut plan).stages.push(follow_up);
    close(by_month(&plan).iter().sum(), 1_200_000.0);
}

#[test]
fn season_and_growth_shape_the_leads() {
    let mut plan = certain(40.0);
    let mut weights = [Factor::nearest(1.0); 12];
    weights[0] = Factor::nearest(2.0);
    weights[1] = Factor::nearest(0.0);
    motion(&mut plan).lead_season = Season::new(weights);
    motion(&mut plan).lead_sources[0].growth = sure(0.1);
    plan.targets.period.start = "2027-12".parse().unwrap();
    plan.targets.period.months = 3;
    let months = by_month(&plan);
    close(months[0], 100_000.0);
    close(months[1], 2.0 * 1.1 * 100_000.0);
    close(months[2], 0.0);
}

#[test]
fn leads_from_activity_follow_reps_days_and_rates() {
    let mut plan = certain(1.0);
    let source = &mut motion(&mut plan).lead_sources[0];
    source.from_activity = true;
    source.activity.reps = Some(Quantity::new(3.0).unwrap());
    source.activity.working_days = Some(Quantity::new(20.0).unwrap());
    source.activity.per_day = sure(30.0);
    source.activity.contact_rate = sure(0.2);
    source.activity.lead_rate = sure(0.1);
    // 3 x 20 x 30 x 0.2 x 0.1 = 36 leads, 9 wins.
    by_month(&plan)
        .iter()
        .for_each(|bookings| close(*bookings, 90_000.0));
}

/// Case 80: a leap day is a day like others.
#[test]
fn activity_by_the_calendar_counts_weekdays_and_people_employed() {
    let mut plan = certain(1.0);
    plan.targets.period.start = "2028-02".parse().unwrap();
    plan.targets.period.months = 1;
    let source = &mut motion(&mut plan).lead_sources[0];
    source.from_activity = true;
    source.activity.per_day = sure(10.0);
    source.activity.contact_rate = sure(1.0);
    source.activity.lead_rate = sure(1.0);
    let rep = |id: &str, from: &str| {
        serde_json::from_str(&format!(r#"{{"id":"{id}","started_on":"{from}"}}"#)).unwrap()
    };
    plan.team.reps = vec![rep("a", "2020-01-01"), rep("b", "2028-02-16")];
    // February 2028 has 29 days, 21 weekdays; the second rep is there for 14 days.
    close(
        by_month(&plan)[0],
        21.0 * 10.0 * 0.25 * 10_000.0 * (1.0 + 14.0 / 29.0),
    );
}

/// In a steady running business wins a month are leads a month times the chance, whatever
/// the time; starting from nothing they come later.
#[test]
fn running_business_is_steady_and_a_start_from_nothing_is_not() {
    let mut plan = certain(40.0);
    time(&mut plan, 0, 30.0, 60.0);
    time(&mut plan, 1, 20.0, 35.0);
    plan.pipeline.starting_from = StartingPoint::RunningBusiness;
    for bookings in by_month(&plan) {
        assert!(
            (bookings / 100_000.0 - 1.0).abs() < 0.1,
            "{bookings}: months differ by their days alone"
        );
    }
    plan.pipeline.starting_from = StartingPoint::Nothing;
    let months = by_month(&plan);
    assert!(months[0] < 20_000.0 && months[11] > 90_000.0, "{months:?}");
}

/// With a list of open deals leads of the past add nothing.
#[test]
fn a_list_takes_the_place_of_the_past() {
    let mut plan = certain(40.0);
    time(&mut plan, 0, 30.0, 60.0);
    plan.pipeline.starting_from = StartingPoint::RunningBusiness;
    open_deal(&mut plan, 1, 50_000.0, "2027-03-01");
    let analytic = analytic(&model_on(&plan, "2027-03-11"));
    close(analytic.by_origin.open, 25_000.0);
}

#[test]
fn actual_bookings_are_added_and_months_over_bring_nothing_more() {
    let mut plan = certain(40.0);
    for (id, month, bookings) in [
        ("a", "2027-01", 80_000),
        ("b", "2027-02", 70_000),
        ("c", "2027-03", 5_000),
    ] {
        let json = format!(r#"{{"id":"{id}","month":"{month}","bookings":{bookings}}}"#);
        plan.scorecard
            .actuals
            .push(serde_json::from_str(&json).unwrap());
    }
    // A rep's part of February is not added to the team's figure.
    plan.team.reps = vec![serde_json::from_str(r#"{"id":"rep"}"#).unwrap()];
    plan.scorecard.actuals.push(
        serde_json::from_str(r#"{"id":"d","month":"2027-02","rep":"rep","bookings":30000}"#)
            .unwrap(),
    );
    let analytic = analytic(&model_on(&plan, "2027-03-11"));
    let total = |k: usize| analytic.months[k].total();
    close(total(0), 80_000.0);
    close(total(1), 70_000.0);
    close(total(2), 5_000.0 + 100_000.0 * 21.0 / 31.0);
    close(total(3), 100_000.0);
}

#[test]
fn what_is_entered_for_a_month_that_has_not_begun_waits() {
    let mut plan = certain(40.0);
    let before = analytic(&model_on(&plan, "2026-12-11")).bookings.mean;
    let json = r#"{"id":"a","month":"2027-01","bookings":80000}"#;
    plan.scorecard
        .actuals
        .push(serde_json::from_str(json).unwrap());
    close(
        analytic(&model_on(&plan, "2026-12-11")).bookings.mean,
        before,
    );
}

#[test]
fn open_deals_have_the_chance_of_their_remaining_stages() {
    let mut plan = certain(0.0);
    open_deal(&mut plan, 0, 40_000.0, "2026-12-01");
    open_deal(&mut plan, 1, 10_000.0, "2026-12-01");
    let analytic = analytic(&model_on(&plan, "2027-01-01"));
    close(analytic.by_origin.open, 0.25 * 40_000.0 + 0.5 * 10_000.0);
    close(analytic.months[0].open, 15_000.0);
}

/// A stage of exactly 60 days, entered 20 days before: the deal leaves it in 40 days.
#[test]
fn open_deals_close_after_what_is_left_of_their_time() {
    let mut plan = certain(0.0);
    time(&mut plan, 1, 60.0, 60.0);
    open_deal(&mut plan, 1, 10_000.0, "2026-12-12");
    let months = analytic(&model_on(&plan, "2027-01-01")).months;
    close(months[0].open, 0.0);
    close(months[1].open, 5_000.0);
    // Listed before the period starts, what closes until then is dropped.
    let months = analytic(&model_on(&plan, "2026-12-13")).months;
    close(months[1].open, 5_000.0);
    plan.targets.period.start = "2027-03".parse().unwrap();
    assert!(
        analytic(&model_on(&plan, "2026-12-13"))
            .by_origin
            .open
            .abs()
            < 1e-9
    );
}

#[test]
fn a_deal_past_its_cut_off_is_counted_out_and_said_so() {
    let mut plan = certain(0.0);
    motion(&mut plan).stages[1].cut_off = Some(Quantity::new(90.0).unwrap());
    open_deal(&mut plan, 1, 10_000.0, "2026-10-04");
    assert!(analytic(&model_on(&plan, "2027-01-01")).by_origin.open > 0.0);
    let model = model_on(&plan, "2027-01-03");
    assert_eq!(analytic(&model).by_origin.open, 0.0);
    assert!(
        matches!(
            model.notes[..],
            [.., plumbline_forecast::model::Note::PastCutOff { deals: 1 }]
        ),
        "{:?}",
        model.notes
    );
}

#[test]
fn the_reps_own_chance_and_date_count() {
    let mut plan = certain(0.0);
    open_deal(&mut plan, 0, 10_000.0, "2026-12-01");
    plan.pipeline.deals[0].win_chance = Some(Quantity::new(0.9).unwrap());
    plan.pipeline.deals[0].expected_close = Some(date("2027-03-02"));
    let analytic = analytic(&model_on(&plan, "2027-01-01"));
    assert!(analytic.by_origin.open > 8_500.0 && analytic.by_origin.open <= 9_000.0);
    // Sixty days off: half of it within them, the rest later.
    let within: f64 = analytic.months[..2].iter().map(|month| month.open).sum();
    assert!((within / 9_000.0 - 0.5).abs() < 0.03, "{within}");
}

/// A win in January brings half its value again after a year, if the customer stays.
#[test]
fn repeat_business_comes_after_its_lag() {
    let mut plan = certain(40.0);
    plan.targets.period.months = 24;
    let repeat = &mut motion(&mut plan).repeat;
    repeat.share_of_value = sure(0.5);
    repeat.lag = sure(365.25);
    repeat.retention = sure(0.8);
    let months = analytic(&model(&plan)).months;
    months[..12]
        .iter()
        .for_each(|month| close(month.repeat_and_referral, 0.0));
    months[12..]
        .iter()
        .for_each(|month| close(month.repeat_and_referral, 100_000.0 * 0.5 * 0.8));
}

/// In a running business the customers of the past twelve months buy again too, from the
/// first month on; those before them do not count.
#[test]
fn customers_of_the_past_year_buy_again() {
    let mut plan = certain(40.0);
    plan.pipeline.starting_from = StartingPoint::RunningBusiness;
    let repeat = &mut motion(&mut plan).repeat;
    repeat.share_of_value = sure(0.5);
    repeat.lag = sure(365.25);
    repeat.retention = sure(0.8);
    for month in analytic(&model(&plan)).months {
        close(month.repeat_and_referral, 100_000.0 * 0.5 * 0.8);
    }
}

/// Each win brings a lead two months later: a quarter of them is won, and brings more.
#[test]
fn referrals_come_after_their_lag_and_bring_more() {
    let mut plan = certain(40.0);
    let referrals = &mut motion(&mut plan).referrals;
    referrals.leads_per_win = sure(1.0);
    referrals.lag = sure(2.0 * 365.25 / 12.0);
    let months = analytic(&model(&plan)).months;
    close(months[1].repeat_and_referral, 0.0);
    close(months[2].repeat_and_referral, 25_000.0);
    close(months[4].repeat_and_referral, 25_000.0 + 6_250.0);
}

#[test]
fn the_close_season_conserves_wins_over_the_years() {
    let mut plan = certain(40.0);
    time(&mut plan, 0, 25.0, 50.0);
    plan.targets.period.months = 36;
    let even: f64 = by_month(&plan).iter().sum();
    let mut weights = [Factor::nearest(1.0); 12];
    weights[2] = Factor::nearest(3.0);
    motion(&mut plan).close_season = Season::new(weights);
    let months = by_month(&plan);
    assert!(months[2] > 1.5 * months[4]);
    assert!((months.iter().sum::<f64>() / even - 1.0).abs() < 0.02);
}

#[test]
fn the_simulation_agrees_with_the_expected_flow() {
    let mut plan = certain(60.0);
    time(&mut plan, 0, 20.0, 45.0);
    time(&mut plan, 1, 15.0, 40.0);
    plan.pipeline.starting_from = StartingPoint::RunningBusiness;
    motion(&mut plan).repeat.share_of_value = sure(0.4);
    motion(&mut plan).repeat.lag = sure(100.0);
    motion(&mut plan).repeat.retention = sure(0.7);
    motion(&mut plan).referrals.leads_per_win = sure(0.5);
    motion(&mut plan).referrals.lag = sure(45.0);
    for deal in 0..20 {
        open_deal(
            &mut plan,
            deal % 2,
            5_000.0 + 1_000.0 * deal as f64,
            "2026-12-20",
        );
    }
    let model = model_on(&plan, "2027-01-05");
    let flow = bookings(&model, &model.means(), &Kernels::expected(&model), 1.0);
    let outcome = plumbline_forecast::Outcome::new(
        &model,
        &plumbline_forecast::simulate(&model, 5, 0..20_000),
    );
    for (month, simulated) in outcome.months.iter().enumerate() {
        let got = [
            simulated.by_origin.open,
            simulated.by_origin.new,
            simulated.by_origin.repeat_and_referral,
        ];
        for (origin, got) in got.into_iter().enumerate() {
            let wanted = flow.by_origin[origin][month];
            // Open deals' shared odds are even on the logit, not in the mean.
            assert!(
                (got - wanted).abs() < 0.03 * wanted + 300.0,
                "{origin} in {month}: {got} for {wanted}"
            );
        }
    }
}

#[test]
fn a_missing_number_names_its_field() {
    let plan = plumbline_plan::start::blank(date(TODAY));
    let problems = plumbline_forecast::Model::from_plan(&plan, date(TODAY)).unwrap_err();
    let paths: Vec<_> = problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    assert!(paths.contains(&"targets/bookings"));
    assert!(
        paths.contains(&"process/motions/main/deal_value/average"),
        "{paths:?}"
    );
}

#[test]
fn assumptions_that_stand_for_each_other_are_one() {
    let mut plan = certain(40.0);
    let first = "process/motions/main/stages/first-contact/conversion";
    motion(&mut plan).stages[1].conversion = Default::default();
    motion(&mut plan).stages[1].conversion.same_as = Some(first.into());
    let model = model(&plan);
    let conversions = model
        .assumptions
        .iter()
        .filter(|a| a.path.as_str().ends_with("conversion"));
    assert_eq!(
        conversions.map(|a| a.path.as_str()).collect::<Vec<_>>(),
        [first]
    );
    close(by_month(&plan)[0], 100_000.0);
}

#[test]
fn months_of_the_outcome_are_the_plans() {
    let mut plan = certain(40.0);
    plan.targets.period.start = "2027-07".parse().unwrap();
    let outcome = outcome(&plan, 10);
    let months: Vec<Month> = outcome.months.iter().map(|month| month.month).collect();
    assert_eq!(months[0].to_string(), "2027-07");
    assert_eq!(months[11].to_string(), "2028-06");
}
