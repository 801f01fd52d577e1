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

/// What a template cannot put right for a firm it does not know: its numbers are guesses
/// that nobody checked, nobody was asked, and nobody was spoken to.
const THE_FIRMS_OWN: [&str; 5] = ["CHK001", "CHK002", "TGT003", "TEA009", "SCO004"];

#[test]
fn a_template_earns_only_what_a_firm_has_to_fill_in_itself() {
    let mut unearned = Vec::new();
    for template in start::Template::ALL {
        for day in ["2026-12-01", "2027-06-30"] {
            let today = day.parse().unwrap();
            for finding in findings(&template.plan(today), today) {
                let of_emptiness = rule(finding.code).unwrap().of_emptiness;
                if !of_emptiness && !THE_FIRMS_OWN.contains(&finding.code) {
                    unearned.push((template, day, finding.code, finding.path, finding.evidence));
                }
            }
        }
    }
    assert!(unearned.is_empty(), "{unearned:#?}");
}

/// A template's target can be missed and can be reached: neither the plan nor the target
/// was written without the other.
#[test]
fn a_templates_target_is_within_reach_and_not_safe() {
    for template in start::Template::ALL {
        let today = "2026-12-01".parse().unwrap();
        let plan = template.plan(today);
        let model = plumbline_forecast::Model::from_plan(&plan, today).unwrap();
        let chance = plumbline_forecast::analytic(&model).probability;
        assert!((0.35..0.75).contains(&chance), "{template:?}: {chance}");
    }
}
