//! Plans that cannot be computed: what is missing or wrong, by the names people know.

use plumbline_plan::{Money, Quantity, start};

use crate::program::{check, day, plan_file, run};

#[test]
fn a_blank_plan_is_told_what_it_takes() {
    let ran = check(&plan_file("blank.json", &start::blank(day())), &[]);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    let said = ran.stderr.split_once("blank.json").unwrap().1;
    insta::assert_snapshot!(said, @r"
    : No verdict yet
    It takes these figures:
      Bookings target is not entered yet.
      Average value of a won deal is not entered yet.
      Lead source 1: Leads a month is not entered yet.
      Lead generation and first contact: Conversion is not entered yet.
      Qualifying: Conversion is not entered yet.
      Needs assessment: Conversion is not entered yet.
      Pitch or demonstration: Conversion is not entered yet.
      Proposal and objections: Conversion is not entered yet.
      Closing: Conversion is not entered yet.
    ");
}

#[test]
fn as_json_the_same_problems_are_a_list() {
    let file = plan_file("blank-list.json", &start::blank(day()));
    let (text, json) = (check(&file, &[]), check(&file, &["--json"]));
    assert_eq!((json.status, json.stderr.as_str()), (Some(2), ""));
    let json = json.json();
    assert_eq!(json["format"], "plumbline-check");
    assert_eq!((json.get("outcome"), json.get("verdict")), (None, None));
    let problems = json["problems"].as_array().unwrap();
    assert!(!problems.is_empty());
    for problem in problems {
        let of = |key: &str| problem[key].as_str().unwrap();
        assert!(
            of("path").contains('/') && !of("label").contains('/'),
            "{problem}"
        );
        assert!(
            text.stderr
                .contains(&format!("  {} {}\n", of("label"), of("message"))),
            "{problem}"
        );
        assert_eq!(of("severity"), "incomplete");
    }
    let listed = text
        .stderr
        .lines()
        .filter(|line| line.starts_with("  "))
        .count();
    assert_eq!(listed, problems.len());
}

#[test]
fn contradictions_come_before_what_is_missing() {
    let mut plan = start::blank(day());
    let value = &mut plan.process.motions[0].deal_value;
    let money = |amount| Money::new(amount).ok();
    (value.low, value.average, value.high) = (money(900.0), money(500.0), money(700.0));
    let file = plan_file("contradiction.json", &plan);
    let said = check(&file, &[]).stderr;
    let place = |words: &str| {
        said.find(words)
            .unwrap_or_else(|| panic!("no {words:?} in {said}"))
    };
    assert!(place("put right first") < place("not in this order"));
    assert!(place("not in this order") < place("It takes these figures"));
    let json = check(&file, &["--json"]).json();
    let severities = json["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|problem| &problem["severity"]);
    assert_eq!(
        severities
            .filter(|severity| *severity == "contradiction")
            .count(),
        1
    );
}

#[test]
fn a_period_that_is_over_has_no_verdict() {
    let file = plan_file("over.json", &start::sample(day()));
    let ran = run(&["check", file.to_str().unwrap(), "--as-of", "2030-01-01"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    assert!(
        ran.stderr.contains("ended on November 30, 2027"),
        "{}",
        ran.stderr
    );
}
