//! Extreme but legal input gets an answer and a finding, and no input breaks the review.

use std::rc::Rc;

use plumbline_plan::{Edit, FieldPath, Plan, start};
use plumbline_review::{Figure, Review, Severity, say};
use plumbline_wording::{figures::Figures, locale::Locale};
use serde_json::{Value, json};

use crate::case::{DAY, FURTHER, NEW, day, set};

/// The sample with a few deals, which are all alike for this.
fn sample() -> Plan {
    let mut plan = start::sample(day(DAY));
    plan.pipeline.deals.truncate(3);
    plan
}

#[test]
fn input_that_makes_the_answer_meaningless_gets_a_pressing_finding() {
    let new = |field: &str| format!("{NEW}/{field}");
    let extremes: [(String, Value); 16] = [
        ("targets/bookings".to_owned(), json!(1e15)),
        ("targets/bookings".to_owned(), json!(0.01)),
        ("targets/bookings".to_owned(), json!(0.0)),
        (new("deal_value/average"), json!(-26_000)),
        (new("deal_value"), json!({ "average": 1e15 })),
        (new("value_spread"), json!(1e6)),
        (new("lead_sources/website/per_month/average"), json!(1e9)),
        (
            new("lead_sources/website/growth"),
            json!({ "average": 10.0 }),
        ),
        (
            new("stages/pitch/time_in_stage"),
            json!({ "average": 30_000 }),
        ),
        (
            new("stages/pitch/hours_per_deal"),
            json!({ "average": 1e6 }),
        ),
        (new("referrals/leads_per_win"), json!({ "average": 1e6 })),
        (new("repeat/share_of_value"), json!({ "average": 1e6 })),
        ("reality_check/market_spread".to_owned(), json!(1e6)),
        ("reality_check/lead_variation".to_owned(), json!(1e6)),
        ("team/reps/ines/hours_per_week".to_owned(), json!(1e6)),
        (
            format!("{FURTHER}/stages/review/time_in_stage/high"),
            json!(36_000),
        ),
    ];
    for (path, value) in extremes {
        let mut plan = sample();
        let path = path.as_str();
        if path.ends_with("per_month/average") {
            set(
                &mut plan,
                path.trim_end_matches("/average"),
                json!({ "average": value }),
            );
        } else if path.ends_with("deal_value/average") {
            set(
                &mut plan,
                path.trim_end_matches("/average"),
                json!({ "average": value }),
            );
        } else if path.ends_with("pitch/time_in_stage") {
            set(
                &mut plan,
                &path.replace("time_in_stage", "slow_time"),
                Value::Null,
            );
            set(&mut plan, path, value.clone());
        } else {
            set(&mut plan, path, value.clone());
        }
        let before = Review::new(&sample(), day(DAY)).findings();
        let after = Review::new(&plan, day(DAY)).findings();
        let pressing = |finding: &&plumbline_review::Finding| {
            finding.severity <= Severity::Serious
                && !before.iter().any(|other| other.code == finding.code)
        };
        assert!(
            after.iter().any(|finding| pressing(&finding)),
            "{path} = {value}"
        );
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
