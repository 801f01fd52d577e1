//! Extreme but legal input gets an answer and a finding, and no input breaks the review.

use std::rc::Rc;

use plumbline_plan::{Edit, FieldPath, Plan, start};
use plumbline_review::{Figure, Finding, Review, Severity, say};
use plumbline_wording::{figures::Figures, locale::Locale};
use serde_json::{Value, json};

use crate::case::{DAY, FURTHER, NEW, day, set};

/// The sample with a few deals, which are all alike for this.
fn sample() -> Plan {
    let mut plan = start::sample(day(DAY));
    plan.pipeline.deals.truncate(3);
    plan
}

/// Fields and what they are set to.
type Input = Vec<(String, Value)>;

fn extremes() -> Vec<Input> {
    let new = |field: &str, value: Value| (format!("{NEW}/{field}"), value);
    let of = |path: &str, value: Value| (path.to_owned(), value);
    let average = |value: f64| json!({ "average": value });
    let later = format!("{FURTHER}/stages/review/time_in_stage/high");
    vec![
        vec![of("targets/bookings", json!(1e15))],
        vec![of("targets/bookings", json!(0.01))],
        vec![of("targets/bookings", json!(0.0))],
        vec![new("deal_value", average(-26_000.0))],
        vec![new("deal_value", average(1e15))],
        vec![new("value_spread", json!(1e6))],
        vec![new("lead_sources/website/per_month", average(1e9))],
        vec![new("lead_sources/website/growth", average(10.0))],
        vec![
            new("stages/pitch/slow_time", Value::Null),
            new("stages/pitch/time_in_stage", average(30_000.0)),
        ],
        vec![new("stages/pitch/hours_per_deal", average(1e6))],
        vec![new("referrals/leads_per_win", average(1e6))],
        vec![new("repeat/share_of_value", average(1e6))],
        vec![of("reality_check/market_spread", json!(1e6))],
        vec![of("reality_check/lead_variation", json!(1e6))],
        vec![of("team/reps/ines/hours_per_week", json!(1e6))],
        vec![(later, json!(36_000))],
    ]
}

#[test]
fn input_that_makes_the_answer_meaningless_gets_a_pressing_finding() {
    let before = Review::new(&sample(), day(DAY)).findings();
    for input in extremes() {
        let mut plan = sample();
        for (path, value) in &input {
            set(&mut plan, path, value.clone());
        }
        let mut after = Review::new(&plan, day(DAY)).findings();
        after.retain(|finding| finding.severity <= Severity::Serious);
        let new = |finding: &Finding| !before.iter().any(|other| other.code == finding.code);
        assert!(after.iter().any(new), "{input:?}");
    }
}

/// The paths of all numbers of a plan.
fn numbers(plan: &Plan) -> Vec<FieldPath> {
    let mut found = Vec::new();
    let mut open = vec![FieldPath::root()];
    while let Some(path) = open.pop() {
        // What a season or a source holds is no field of its own.
        let Ok(value) = plan.field(&path) else {
            continue;
        };
        match value {
            Value::Number(_) => found.push(path),
            Value::Object(record) => open.extend(record.keys().map(|name| path.child(name))),
            Value::Array(items) => {
                let ids = items.iter().filter_map(|item| item.get("id")?.as_str());
                open.extend(ids.map(|id| path.child(id)));
            }
            _ => {}
        }
    }
    found
}

fn is_finite(figure: &Figure) -> bool {
    match figure {
        Figure::Money(value)
        | Figure::Share(value)
        | Figure::Chance(value)
        | Figure::Count(value)
        | Figure::Times(value)
        | Figure::Days(value)
        | Figure::Hours(value) => value.is_finite(),
        _ => true,
    }
}

#[test]
fn any_number_may_be_nothing_or_enormous() {
    let sample = sample();
    let figures = Figures::new(Rc::new(Locale::default()), sample.about.currency);
    let paths = numbers(&sample);
    assert!(paths.len() > 150, "{}", paths.len());
    for path in &paths {
        let nothing = with(&sample, path, 0.0);
        let mut largest = LARGEST
            .iter()
            .filter_map(|value| with(&sample, path, *value));
        for plan in nothing.into_iter().chain(largest.next()) {
            for finding in Review::new(&plan, day(DAY)).findings() {
                let said = say(&finding, &plan, &figures);
                for evidence in &finding.evidence {
                    let fine = is_finite(&evidence.figure);
                    assert!(fine, "{path}: {} {}", finding.code, said.message);
                }
            }
        }
    }
}

/// The largest numbers of the units, one of which a field takes.
const LARGEST: [f64; 6] = [1e15, 1e9, 1e6, 36_525.0, 10.0, 1.0];

/// The plan with another number, if the field takes it.
fn with(plan: &Plan, path: &FieldPath, value: f64) -> Option<Plan> {
    let mut changed = plan.clone();
    Edit::set(path, value).apply(&mut changed).ok()?;
    Some(changed)
}
