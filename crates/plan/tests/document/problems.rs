//! Each kind of problem: a plan that has it, and the same plan without it.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use crate::common::{blank, day, full, has, has_none, holds_together, problems, sample};
use plumbline_plan::{Edit, FieldPath, Plan, Problem, ProblemKind, Severity, validate};
use serde_json::{Value, json};

const CLOSING: &str = "process/motions/new-plants/stages/closing";

/// The sample with some fields set.
fn with(changes: &[(&str, Value)]) -> Plan {
    let mut plan = sample();
    let edits = changes.iter().map(|(path, value)| Edit::set(*path, value));
    Edit::group(edits.collect()).apply(&mut plan).unwrap();
    plan
}

#[test]
fn the_sample_and_the_full_plan_have_none() {
    has_none(&sample());
    has_none(&full());
}

#[test]
fn missing_is_what_the_verdict_needs() {
    let conversion = format!("{CLOSING}/conversion/average");
    for path in [
        "targets/bookings",
        "process/motions/new-plants/deal_value/average",
        "process/motions/new-plants/lead_sources/website/per_month/average",
        "process/motions/new-plants/lead_sources/calls/activity/per_day/average",
        "process/motions/new-plants/lead_sources/calls/activity/contact_rate/average",
        "process/motions/new-plants/lead_sources/calls/activity/lead_rate/average",
        &conversion,
    ] {
        has(&with(&[(path, Value::Null)]), path, ProblemKind::Missing);
    }
}

#[test]
fn missing_is_not_what_the_verdict_can_do_without() {
    has_none(&with(&[
        (
            "process/motions/new-plants/stages/follow-up/conversion",
            json!({}),
        ),
        (&format!("{CLOSING}/time_in_stage"), json!({})),
        (&format!("{CLOSING}/hours_per_deal"), json!({})),
        (
            "process/motions/new-plants/lead_sources/calls/per_month",
            json!({}),
        ),
        (
            "process/motions/new-plants/lead_sources/website/activity",
            json!({}),
        ),
        ("process/motions/new-plants/repeat", json!({})),
        ("team", json!({"reps": sample().team.reps})),
        ("targets/margin", Value::Null),
    ]));
}

#[test]
fn missing_is_told_of_the_assumption_that_stands_for_another() {
    let follow_up = "process/motions/new-plants/stages/follow-up/conversion";
    let stands_for = (&*format!("{CLOSING}/conversion/same_as"), json!(follow_up));
    has_none(&with(std::slice::from_ref(&stands_for)));
    let average = format!("{follow_up}/average");
    let plan = with(&[stands_for, (&average, Value::Null)]);
    has(&plan, &average, ProblemKind::Missing);
}

#[test]
fn a_plan_with_a_target_of_nothing_misses_nothing() {
    has_none(&with(&[("targets/bookings", json!(0))]));
}

#[test]
fn empty_are_lists_without_which_nothing_flows() {
    let mut plan = with(&[("pipeline/deals", json!([]))]);
    plan.process.motions[0].lead_sources.clear();
    has(
        &plan,
        "process/motions/new-plants/lead_sources",
        ProblemKind::Empty,
    );
    plan.process.motions[0].stages.clear();
    plan.process.motions[0].win_stage = None;
    assert!(problems(&plan).contains(&Problem::new(
        "process/motions/new-plants/stages".into(),
        ProblemKind::Empty
    )));
    plan.process.motions.clear();
    has(&plan, "process/motions", ProblemKind::Empty);
}

#[test]
fn a_plan_that_lives_on_its_open_deals_needs_no_leads() {
    let mut plan = sample();
    for deal in &mut plan.pipeline.deals {
        deal.source = None;
    }
    plan.process.motions[0].lead_sources.clear();
    has_none(&plan);
}

#[test]
fn a_period_has_1_to_60_months() {
    for (months, good) in [(0, false), (1, true), (60, true), (61, false), (255, false)] {
        let plan = with(&[(
            "targets/period",
            json!({"start": "2027-01", "months": months}),
        )]);
        if good {
            has_none(&plan);
        } else {
            has(
                &plan,
                "targets/period",
                ProblemKind::PeriodLength { months },
            );
        }
    }
}

#[test]
fn a_period_is_over_on_the_day_after_its_last() {
    let plan = with(&[("targets/period", json!({"start": "2027-03", "months": 12}))]);
    let ended = day("2028-02-29");
    assert_eq!(validate(&plan, Some(ended)), []);
    assert_eq!(validate(&plan, None), []);
    assert_eq!(
        validate(&plan, Some(day("2028-03-01"))),
        [Problem::new(
            "targets/period".into(),
            ProblemKind::PeriodOver { ended }
        )]
    );
}

#[test]
fn the_ends_of_a_range_stand_around_its_average() {
    let path = format!("{CLOSING}/conversion");
    for (low, average, high, good) in [
        (0.3, 0.4, 0.5, true),
        (0.4, 0.4, 0.4, true),
        (0.5, 0.4, 0.6, false),
        (0.3, 0.4, 0.3, false),
        (0.5, 0.4, 0.3, false),
    ] {
        let plan = with(&[(&path, json!({"low": low, "average": average, "high": high}))]);
        if good {
            has_none(&plan);
        } else {
            has(&plan, &path, ProblemKind::RangeOrder);
        }
    }
}

#[test]
fn a_share_counts_no_more_successes_than_trials() {
    let path = format!("{CLOSING}/conversion/source");
    let counted = |events: Option<u64>, of: u64| {
        with(&[(
            &path,
            json!({"kind": "own_history", "events": events, "of": of}),
        )])
    };
    has_none(&counted(Some(5), 5));
    has_none(&counted(None, 5));
    has(
        &counted(Some(6), 5),
        &path,
        ProblemKind::Counts { events: 6, of: 5 },
    );
    has(
        &counted(Some(0), 0),
        &path,
        ProblemKind::Counts { events: 0, of: 0 },
    );
    let value = "process/motions/new-plants/deal_value/source";
    has_none(&with(&[(
        value,
        json!({"kind": "own_history", "events": 9, "of": 5}),
    )]));
}

#[test]
fn slow_deals_are_no_faster_than_the_middle_one() {
    let path = format!("{CLOSING}/slow_time");
    let slow = |days: f64| {
        with(&[
            (&format!("{CLOSING}/time_in_stage"), json!({"average": 20})),
            (&path, json!(days)),
        ])
    };
    has_none(&slow(20.0));
    has(&slow(19.0), &path, ProblemKind::SlowBelowTypical);
}

#[test]
fn amounts_by_month_add_up_to_the_target() {
    let split = |last: f64| {
        with(&[
            ("targets/period", json!({"start": "2027-01", "months": 3})),
            ("targets/bookings", json!(100)),
            ("targets/split", json!("by_month")),
            (
                "targets/by_month",
                json!({"2027-01": 33.33, "2027-02": 33.33, "2027-03": last}),
            ),
        ])
    };
    has_none(&split(33.34));
    has_none(&split(33.33));
    let plan = split(43.34);
    let [
        Problem {
            path,
            kind: ProblemKind::SplitDoesNotAddUp { sum, target },
        },
    ] = &problems(&plan)[..]
    else {
        panic!("{:?}", problems(&plan));
    };
    assert_eq!((path.as_str(), *target), ("targets/by_month", 100.0));
    assert!((sum - 110.0).abs() < 1e-9);
}

#[test]
fn amounts_by_month_do_not_matter_while_the_target_is_split_otherwise() {
    has_none(&with(&[("targets/by_month", json!({"2027-01": 1}))]));
}

#[test]
fn dates_stand_in_their_order() {
    let (deal, rep) = ("pipeline/deals/deal-01", "team/reps/tomas");
    let dates = |path: &str, a: &str, first: &str, b: &str, second: &str| {
        with(&[
            (&format!("{path}/{a}"), json!(first)),
            (&format!("{path}/{b}"), json!(second)),
        ])
    };
    let in_order = |first, second| ProblemKind::DateOrder {
        first: day(first),
        second: day(second),
    };
    let (early, late) = ("2026-10-01", "2026-10-02");
    has_none(&dates(deal, "created_on", early, "in_stage_since", early));
    let path = format!("{deal}/in_stage_since");
    has(
        &dates(deal, "created_on", late, "in_stage_since", early),
        &path,
        in_order(late, early),
    );
    has_none(&dates(rep, "started_on", early, "leaves_on", late));
    let path = format!("{rep}/leaves_on");
    has(
        &dates(rep, "started_on", late, "leaves_on", early),
        &path,
        in_order(late, early),
    );
}

#[test]
fn no_rep_does_more_than_the_week_holds() {
    let tasks = |hours: f64| {
        let list = json!([{"id": "a", "hours_per_week": {"average": hours}},
                          {"id": "b", "hours_per_week": {"average": 10}},
                          {"id": "c"}]);
        with(&[
            ("team/reps/tomas/hours_per_week", Value::Null),
            ("team/reps/tomas/non_selling", list),
        ])
    };
    has_none(&tasks(30.0));
    let kind = ProblemKind::MoreThanTheWeek {
        asked: 41.0,
        available: 40.0,
    };
    has(&tasks(31.0), "team/reps/tomas/non_selling", kind);
}

#[test]
fn only_what_does_not_hold_together_keeps_a_file_shut() {
    let draft = blank();
    assert!(!problems(&draft).is_empty() && holds_together(&draft));
    let at = |kind| Problem::new(FieldPath::root(), kind).severity();
    assert_eq!(at(ProblemKind::Missing), Severity::Incomplete);
    assert_eq!(at(ProblemKind::Empty), Severity::Incomplete);
    assert_eq!(at(ProblemKind::RangeOrder), Severity::Contradiction);
    assert_eq!(at(ProblemKind::CircularReference), Severity::Broken);
    assert!(Severity::Incomplete < Severity::Contradiction);
    assert!(Severity::Contradiction < Severity::Broken);
}
