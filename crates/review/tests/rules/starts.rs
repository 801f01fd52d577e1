//! What first plans earn: the worked sample nothing pressing, a blank plan only that it is
//! blank.

use chrono::NaiveDate;
use plumbline_plan::start;
use plumbline_review::{Finding, RULES, Review, Severity, rule};

fn findings(plan: &plumbline_plan::Plan, today: NaiveDate) -> Vec<Finding> {
    Review::new(plan, today).findings()
}

#[test]
fn the_sample_has_nothing_pressing_on_any_day() {
    for day in [
        "2026-11-21",
        "2026-12-01",
        "2027-01-31",
        "2028-02-29",
        "2031-12-31",
    ] {
        let today = day.parse().unwrap();
        let pressing: Vec<Finding> = findings(&start::sample(today), today)
            .into_iter()
            .filter(|finding| finding.severity <= Severity::Serious)
            .collect();
        assert_eq!(pressing, [], "{day}");
    }
}

#[test]
fn a_blank_plan_earns_only_what_its_emptiness_does() {
    let today = "2026-12-01".parse().unwrap();
    let findings = findings(&start::blank(today), today);
    for finding in &findings {
        assert!(rule(finding.code).unwrap().of_emptiness, "{}", finding.code);
    }
    let earned = |code| findings.iter().any(|finding| finding.code == code);
    for rule in RULES.iter().filter(|rule| rule.of_emptiness) {
        assert!(
            earned(rule.code),
            "{} says nothing of a blank plan",
            rule.code
        );
    }
}
