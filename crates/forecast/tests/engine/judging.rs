//! The verdict, the quick answer, and what the target asks for (maths.md section 5).

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "helpers of tests, whose last bit nobody compares"
)]

use crate::support::*;
use plumbline_forecast::{Model, Outcome, Verdict, analytic, simulate, verdict, verdict::Band};
use plumbline_plan::{Assumption, Hours, Plan, Quantity, Source, chapter::pipeline::StartingPoint};

fn judged(plan: &Plan) -> (Model, Outcome, Verdict) {
    let model = model(plan);
    let outcome = Outcome::new(&model, &simulate(&model, 7, 0..4_000));
    let verdict = verdict(&model, &outcome);
    (model, outcome, verdict)
}

/// A year of 40 leads a month brings 1.2 million: half as much again asks for half as many
/// leads again, at every stage, a day and a rep.
#[test]
fn required_leads_follow_from_the_gap() {
    let mut plan = certain(40.0);
    target(&mut plan, 1_800_000.0);
    let (_, _, verdict) = judged(&plan);
    let required = &verdict.required;
    assert!((required.factor.unwrap() - 1.5).abs() < 1e-9);
    let motion = &required.motions[0];
    assert!((motion.leads.provided.total - 480.0).abs() < 1e-6);
    assert!((motion.leads.needed.unwrap().total - 720.0).abs() < 1e-6);
    assert!((motion.leads.gap.unwrap() - 240.0).abs() < 1e-6);
    assert!((motion.stages[1].entries.needed.unwrap().total - 360.0).abs() < 1e-6);
    assert!((motion.wins.needed.unwrap().total - 180.0).abs() < 1e-6);
    // 365 days, 261 of them weekdays, one person.
    assert!((motion.leads.needed.unwrap().per_week - 720.0 / 365.0 * 7.0).abs() < 1e-6);
    assert!((motion.leads.needed.unwrap().per_rep_and_day - 720.0 / 261.0).abs() < 1e-6);
}

/// At the factor that brings the goal, the goal is reached within sampling error.
#[test]
fn the_factor_at_the_goal_brings_about_the_goal() {
    let mut plan = certain(60.0);
    target(&mut plan, 2_200_000.0);
    plan.reality_check.market_spread = None;
    plan.reality_check.lead_variation = None;
    let (_, _, verdict) = judged(&plan);
    let factor = verdict.required.factor_at_goal.unwrap();
    assert!(
        factor > verdict.required.factor.unwrap(),
        "a chance of 70% asks for more than the average"
    );
    motion(&mut plan).lead_sources[0].per_month = sure(60.0 * factor);
    let (_, outcome, _) = judged(&plan);
    assert!(
        (outcome.probability - 0.7).abs() < 0.03,
        "{}",
        outcome.probability
    );
}

#[test]
fn no_number_of_leads_helps_when_none_closes_in_time() {
    let mut plan = certain(40.0);
    time(&mut plan, 0, 3000.0, 3000.0);
    let (_, _, verdict) = judged(&plan);
    assert_eq!(
        (verdict.required.factor, verdict.required.factor_at_goal),
        (None, None)
    );
    assert!(verdict.required.motions[0].leads.needed.is_none());
    assert_eq!(verdict.judgement.band, Band::OutOfReach);
}

#[test]
fn activity_is_counted_down_to_calls_a_rep_and_day() {
    let mut plan = certain(1.0);
    let source = &mut motion(&mut plan).lead_sources[0];
    source.from_activity = true;
    source.activity.reps = Some(Quantity::new(2.0).unwrap());
    source.activity.per_day = sure(30.0);
    source.activity.contact_rate = sure(0.2);
    source.activity.lead_rate = sure(0.1);
    source.activity.hours_each = sure(0.1);
    plan.team.reps = ["a", "b"]
        .map(|id| serde_json::from_str(&format!(r#"{{"id":"{id}"}}"#)).unwrap())
        .to_vec();
    let (_, _, verdict) = judged(&plan);
    let activity = verdict.required.motions[0].sources[0]
        .activity
        .as_ref()
        .unwrap();
    assert!((activity.activities.provided.per_rep_and_day - 30.0).abs() < 1e-9);
    assert!((activity.hours.provided.per_rep_and_day - 3.0).abs() < 1e-9);
    // Fifty calls a lead, four leads a win.
    assert!((activity.per_win.unwrap() - 200.0).abs() < 1e-6);
}

#[test]
fn last_useful_dates_count_back_from_the_end() {
    let mut plan = certain(40.0);
    time(&mut plan, 0, 30.0, 30.0);
    time(&mut plan, 1, 31.0, 31.0);
    let (_, _, verdict) = judged(&plan);
    let dates = &verdict.last_useful_dates[0];
    assert_eq!(dates.even_chance, Some(date("2027-10-31")));
    assert_eq!(dates.safe, Some(date("2027-10-31")));
    time(&mut plan, 1, 31.0, 90.0);
    let (_, _, verdict) = judged(&plan);
    let dates = &verdict.last_useful_dates[0];
    assert!(dates.safe < dates.even_chance);
}

#[test]
fn coverage_needed_is_what_the_target_leaves_over_the_chance() {
    let mut plan = certain(30.0);
    target(&mut plan, 1_000_000.0);
    open_deal(&mut plan, 0, 300_000.0, "2026-11-01");
    open_deal(&mut plan, 1, 100_000.0, "2026-11-01");
    // Times are zero: everything listed today is decided before the period begins.
    plan.reality_check.as_of = Some(date("2027-01-01"));
    let (_, _, verdict) = judged(&plan);
    let coverage = verdict.coverage.unwrap();
    // The chances are 1/4 and 1/2: 125,000 of 400,000.
    assert!((coverage.win_chance - 0.3125).abs() < 1e-9);
    assert!((coverage.actual - 0.4).abs() < 1e-9);
    // New deals bring 900,000: a tenth of the target is left.
    assert!((coverage.needed.unwrap() - 0.1 / 0.3125).abs() < 1e-6);
    assert!((verdict.not_yet_created - 0.875).abs() < 1e-9);
}

/// Every factor of a product matters alike, whatever its range; hours not at all.
#[test]
fn influence_counts_constants_too() {
    let mut plan = certain(40.0);
    motion(&mut plan).stages[0].hours_per_deal = sure(2.0);
    motion(&mut plan).deal_value = range(5_000.0, 10_000.0, 20_000.0);
    motion(&mut plan).lead_sources[0].per_month =
        of_history(Assumption::guess(Quantity::new(40.0).unwrap()));
    motion(&mut plan).stages[1].conversion.source = Source::Published {
        reference: String::new(),
        year: None,
    };
    motion(&mut plan).stages[0].conversion.source = Source::Guess;
    let (_, _, verdict) = judged(&plan);
    let share = |field: &str| {
        let found = verdict
            .influences
            .iter()
            .find(|influence| influence.path.as_str().ends_with(field));
        found.unwrap().share
    };
    for field in [
        "per_month",
        "first-contact/conversion",
        "qualifying/conversion",
        "deal_value",
    ] {
        assert!(
            (share(field) - 0.25).abs() < 1e-3,
            "{field}: {}",
            share(field)
        );
    }
    assert_eq!(share("hours_per_deal"), 0.0);
    let evidence = verdict.evidence;
    for part in [
        evidence.guess,
        evidence.team,
        evidence.own_history,
        evidence.published,
    ] {
        assert!((part - 0.25).abs() < 1e-3, "{evidence:?}");
    }
    assert!(!verdict.mostly_guesses);
}

#[test]
fn a_plan_of_guesses_is_called_so() {
    let mut plan = certain(40.0);
    let motion = motion(&mut plan);
    motion.lead_sources[0].per_month = Assumption::guess(Quantity::new(40.0).unwrap());
    motion.stages[0].conversion = Assumption::guess(Quantity::new(0.5).unwrap());
    motion.stages[1].conversion = Assumption::guess(Quantity::new(0.5).unwrap());
    assert!(judged(&plan).2.mostly_guesses);
}

#[test]
fn longer_times_lower_the_answer_and_are_shared_out_by_stage() {
    let mut plan = certain(40.0);
    time(&mut plan, 0, 60.0, 90.0);
    time(&mut plan, 1, 20.0, 30.0);
    let (_, _, verdict) = judged(&plan);
    let elasticity = |stage: &str| {
        let field = format!("{stage}/time_in_stage");
        verdict
            .influences
            .iter()
            .find(|i| i.path.as_str().ends_with(&field))
            .unwrap()
            .elasticity
    };
    assert!(elasticity("first-contact") < 0.0);
    assert!((elasticity("first-contact") / elasticity("qualifying") - 3.0).abs() < 1e-6);
}

/// Two reps of 40 hours less 10 that are not selling, the second from July on with half a
/// month's worth in the first; a weekly meeting of one hour.
#[test]
fn capacity_counts_ramp_start_and_meetings() {
    let mut plan = certain(40.0);
    for stage in &mut motion(&mut plan).stages {
        stage.hours_per_deal = sure(2.0);
    }
    plan.team.reps = [
        r#"{"id":"a","non_selling":[{"id":"t","hours_per_week":{"average":10,"low":10,"high":10}}]}"#,
        r#"{"id":"b","started_on":"2027-07-01","ramp":[0.5]}"#,
    ]
    .map(|rep| serde_json::from_str(rep).unwrap())
    .to_vec();
    plan.rhythm.meetings =
        vec![serde_json::from_str(r#"{"id":"m","every":"weekly","length":1}"#).unwrap()];
    let (_, _, verdict) = judged(&plan);
    let months = &verdict.capacity.months;
    let weeks = 31.0 / 7.0;
    let meeting = 365.25 / 12.0 / 7.0 * (31.0 / (365.25 / 12.0));
    assert!((months[0].available - (30.0 * weeks - meeting)).abs() < 1e-6);
    assert!((months[6].available - (30.0 * weeks + 20.0 * weeks - 2.0 * meeting)).abs() < 1e-6);
    assert!((months[7].available - (30.0 * weeks + 40.0 * weeks - 2.0 * meeting)).abs() < 1e-6);
    // 40 leads enter the first stage and 20 the second.
    assert!((months[0].deals - 120.0).abs() < 1e-9);
    assert_eq!(
        verdict.capacity.first_over.map(|month| month.to_string()),
        Some("2027-02".to_owned())
    );
}

#[test]
fn turnover_empties_seats_for_their_months() {
    let mut plan = certain(1.0);
    plan.team.reps = vec![serde_json::from_str(r#"{"id":"a"}"#).unwrap()];
    plan.team.turnover = sure(0.2);
    plan.team.vacancy = sure(3.0);
    let (_, _, verdict) = judged(&plan);
    let last = verdict.capacity.months[11].reps;
    let leaving = 1.0 - 0.8_f64.powf(1.0 / 12.0);
    // In the steady state the seats empty are three months' leavers.
    assert!((last - 1.0 / (1.0 + 3.0 * leaving)).abs() < 0.002, "{last}");
}

/// The quick answer stays near the simulation on the sample and on plain plans.
#[test]
fn the_quick_answer_is_near_the_simulation() {
    let mut running = certain(60.0);
    time(&mut running, 0, 20.0, 45.0);
    running.pipeline.starting_from = StartingPoint::RunningBusiness;
    running.reality_check.market_spread = None;
    running.reality_check.lead_variation = None;
    motion(&mut running).value_spread = None;
    motion(&mut running).stages[0].conversion = range(0.4, 0.5, 0.62);
    motion(&mut running).stages[1].conversion = range(0.3, 0.5, 0.7);
    target(&mut running, 1_800_000.0);
    let few = {
        let mut plan = certain(0.7);
        motion(&mut plan).value_spread = None;
        target(&mut plan, 15_000.0);
        plan
    };
    for plan in [plumbline_plan::start::sample(date(TODAY)), running, few] {
        let (model, outcome, _) = judged(&plan);
        let quick = analytic(&model);
        assert!(
            (quick.probability - outcome.probability).abs() < 0.05,
            "{} for {}",
            quick.probability,
            outcome.probability
        );
        assert!((quick.bookings.mean / outcome.bookings.mean - 1.0).abs() < 0.03);
        for (quick, simulated) in [
            (quick.bookings.p50, outcome.bookings.p50),
            (quick.bookings.p90, outcome.bookings.p90),
        ] {
            assert!(
                (quick / simulated - 1.0).abs() < 0.08,
                "{quick} for {simulated}"
            );
        }
    }
}

/// Where hours run out, who is served first leaps with small changes of any figure. The
/// quick answer must not take the leaps for steepness: with more and more hours it stays
/// near the simulation, and the hours freed bring bookings.
#[test]
fn the_quick_answer_is_near_the_simulation_where_hours_run_out() {
    let mut before = 0.0;
    for more in [0.0, 4.0, 8.0, 11.0] {
        let mut plan = plumbline_plan::start::sample(date(TODAY));
        motion(&mut plan).stages[2].hours_per_deal = sure(60.0);
        for rep in &mut plan.team.reps {
            let hours = rep.hours_per_week.map_or(40.0, Quantity::get);
            rep.hours_per_week = Some(Hours::nearest(hours + more));
        }
        let (model, outcome, verdict) = judged(&plan);
        assert!(verdict.capacity.slipped_bookings > 10_000.0);
        let quick = analytic(&model);
        for (quick, simulated) in [
            (quick.bookings.mean, outcome.bookings.mean),
            (quick.bookings.p50, outcome.bookings.p50),
            (quick.bookings.p90, outcome.bookings.p90),
        ] {
            assert!(
                (quick / simulated - 1.0).abs() < 0.08,
                "{more}: {quick} for {simulated}"
            );
        }
        assert!((quick.probability - outcome.probability).abs() < 0.06);
        assert!(
            quick.bookings.p50 > before,
            "{more}: {}",
            quick.bookings.p50
        );
        before = quick.bookings.p50;
    }
}
