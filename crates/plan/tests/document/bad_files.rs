//! Files that are no plan, or no good one: each is refused for what it is, and where.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use crate::common::{blank, file_of, full, read, reopened, sample};
use plumbline_plan::{Problem, ProblemKind, Quantity, file, file::ReadError};
use serde_json::{Value, json};

fn is_not_json(text: &str) -> bool {
    matches!(file::read(text), Err(ReadError::NotJson { .. }))
}

/// The file of the full test plan with one value changed.
fn changed(pointer: &str, value: Value) -> Value {
    let mut file = file_of(&full());
    let place = file["plan"].pointer_mut(pointer);
    *place.unwrap_or_else(|| panic!("{pointer} is not there")) = value;
    file
}

fn without(pointer: &str, field: &str) -> Value {
    let mut file = file_of(&full());
    let record = file["plan"].pointer_mut(pointer).unwrap().as_object_mut();
    record.unwrap().remove(field).unwrap();
    file
}

/// Case 27.
#[test]
fn what_is_not_json_is_told_with_its_place() {
    for text in [
        "",
        " ",
        "\u{feff}",
        "%PDF-1.7\n",
        "\u{89}PNG\r\n\u{1a}\n\0\0",
        "{",
        "plan",
    ] {
        assert!(is_not_json(text), "{text:?}");
    }
    let Err(ReadError::NotJson { line, column, .. }) = file::read("{\n  \"format\": oops\n}")
    else {
        panic!("read as JSON");
    };
    assert_eq!((line, column), (2, 13));
}

/// Case 25.
#[test]
fn a_file_cut_off_anywhere_is_not_json() {
    let text = file::write(&sample());
    let end = text.trim_end().len();
    for at in (0..end).filter(|at| at % 97 == 0 && text.is_char_boundary(*at)) {
        assert!(is_not_json(&text[..at]), "cut off at {at}");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_do_no_harm() {
    let plan = sample();
    let text = file::write(&plan).replace('\n', "\r\n");
    assert_eq!(file::read(&format!("\u{feff}{text}")), Ok(plan));
}

#[test]
fn json_that_is_no_plan_is_told_so() {
    for text in [
        "null",
        "7",
        "\"plumbline-plan\"",
        "[]",
        "{}",
        r#"{"format": "plumbline-plan"}"#,
        r#"{"format": "other", "format_version": 1, "plan": {}}"#,
        r#"{"format": 1, "format_version": 1, "plan": {}}"#,
        r#"{"format": "plumbline-plan", "format_version": "1", "plan": {}}"#,
        r#"{"format": "plumbline-plan", "format_version": 0, "plan": {}}"#,
        r#"{"format": "plumbline-plan", "format_version": -1, "plan": {}}"#,
        r#"{"format": "plumbline-plan", "format_version": 1.5, "plan": {}}"#,
        r#"{"format": "plumbline-plan", "format_version": 1}"#,
        r#"{"format": "plumbline-plan", "format_version": 1, "plan": null}"#,
        r#"{"format": "plumbline-plan", "format_version": 1, "plan": []}"#,
        r#"{"name": "package", "version": "1.0.0"}"#,
    ] {
        assert_eq!(file::read(text), Err(ReadError::NotAPlan), "{text}");
    }
}

/// Case 28.
#[test]
fn a_newer_version_is_told_whatever_else_the_file_holds() {
    for rest in [
        r#""plan": {}"#,
        r#""plan": {"about": 7}"#,
        r#""workbook": []"#,
        r#""plan": null"#,
    ] {
        let text = format!(r#"{{"format": "plumbline-plan", "format_version": 2, {rest}}}"#);
        assert_eq!(
            file::read(&text),
            Err(ReadError::Newer { found: 2 }),
            "{text}"
        );
    }
}

/// Case 29.
#[test]
fn a_value_of_the_wrong_kind_is_named_by_its_field() {
    let stage = "/process/motions/0/stages/1";
    let at_stage = "process/motions/new/stages/closing";
    for (pointer, value, path) in [
        ("/about", json!("Plan"), "about"),
        ("/about/title", json!(7), "about/title"),
        ("/about/currency", json!("euro"), "about/currency"),
        ("/about/created_on", json!("2026-02-30"), "about/created_on"),
        (
            "/targets/period/start",
            json!("2027-13"),
            "targets/period/start",
        ),
        (
            "/targets/period/months",
            json!(300),
            "targets/period/months",
        ),
        ("/targets/period/months", json!(-1), "targets/period/months"),
        (
            "/targets/period/months",
            json!(1.5),
            "targets/period/months",
        ),
        ("/targets/bookings", json!("300000"), "targets/bookings"),
        ("/targets/bookings", json!(1e16), "targets/bookings"),
        ("/targets/goal", json!(80), "targets/goal"),
        ("/targets/split", json!("weekly"), "targets/split"),
        ("/targets/season", json!([1, 1]), "targets/season"),
        ("/targets/season/2", json!(-1), "targets/season/3"),
        (
            "/targets/by_month",
            json!({"2027-01": "x"}),
            "targets/by_month/2027-01",
        ),
        (
            "/targets/by_month",
            json!({"January": 1}),
            "targets/by_month/January",
        ),
        (
            &format!("{stage}/id"),
            json!("clo sing"),
            &format!("{at_stage}/id").replace("closing", "clo sing"),
        ),
        (
            &format!("{stage}/cut_off"),
            json!(-3),
            &format!("{at_stage}/cut_off"),
        ),
        (
            &format!("{stage}/conversion"),
            json!(0.5),
            &format!("{at_stage}/conversion"),
        ),
        (
            &format!("{stage}/conversion/average"),
            json!(1.01),
            &format!("{at_stage}/conversion/average"),
        ),
        (
            &format!("{stage}/conversion/source"),
            json!({"kind": "dream"}),
            &format!("{at_stage}/conversion/source/kind"),
        ),
        (
            &format!("{stage}/conversion/source/of"),
            json!(-1),
            &format!("{at_stage}/conversion/source"),
        ),
        (
            &format!("{stage}/conversion/source"),
            json!({"of": 3}),
            &format!("{at_stage}/conversion/source"),
        ),
        ("/team/ramp/1", json!(2), "team/ramp/2"),
        ("/team/hires/0/people", json!(256), "team/hires/east/people"),
        ("/pipeline/deals", json!({}), "pipeline/deals"),
        ("/pipeline/deals/0", json!(null), "pipeline/deals/1"),
        (
            "/scorecard/actuals/0/stage_entries/closing",
            json!(-1),
            "scorecard/actuals/jan-ana/stage_entries/closing",
        ),
    ] {
        match read(&changed(pointer, value.clone())) {
            Err(ReadError::InvalidValue { path: found, why }) => {
                assert_eq!(found.as_str(), path, "{pointer} = {value}: {why}");
                assert!(!why.is_empty());
            }
            other => panic!("{pointer} = {value}: {other:?}"),
        }
    }
}

/// Case 29.
#[test]
fn a_missing_field_is_named_with_its_record() {
    for (pointer, field, path) in [
        ("", "targets", ""),
        ("/targets", "period", "targets"),
        ("/targets/period", "start", "targets/period"),
        ("/pipeline/deals/0", "id", "pipeline/deals/1"),
        ("/review/set_aside/0", "rule", "review/set_aside/hero"),
        ("/scorecard/actuals/0", "month", "scorecard/actuals/jan-ana"),
    ] {
        match read(&without(pointer, field)) {
            Err(ReadError::InvalidValue { path: found, why }) => {
                assert_eq!(found.as_str(), path, "{why}");
                assert!(why.contains(field), "{why}");
            }
            other => panic!("without {pointer}/{field}: {other:?}"),
        }
    }
}

/// Case 30.
#[test]
fn numbers_no_computer_can_hold_are_refused() {
    for number in ["1e999", "-1e999", "NaN", "Infinity", "1e308", "0x10", "01"] {
        let target = sample().targets.bookings.map_or(0.0, Quantity::get);
        let text = file::write(&sample()).replace(&format!("{target:.1}"), number);
        assert!(text.contains(number), "the target was not found");
        assert!(file::read(&text).is_err(), "{number}");
    }
}

/// Case 30.
#[test]
fn a_negative_zero_is_a_zero() {
    let plan = read(&changed("/targets/bookings", json!(-0.0))).unwrap();
    assert!(file::write(&plan).contains("\"bookings\": 0.0,"));
}

/// Case 31.
#[test]
fn nesting_without_end_is_refused_not_followed() {
    for (open, close) in [("[", "]"), ("{\"plan\":", "}")] {
        let deep = format!("{}0{}", open.repeat(100_000), close.repeat(100_000));
        assert!(is_not_json(&deep));
        let inside = format!(
            r#"{{"format": "plumbline-plan", "format_version": 1, "plan": {{"x": {deep}}}}}"#
        );
        assert!(is_not_json(&inside));
    }
}

/// Case 34.
#[test]
fn names_that_mean_something_to_javascript_mean_nothing_here() {
    let mut file = file_of(&blank());
    for name in ["__proto__", "constructor", "toString"] {
        file[name] = json!({"title": "polluted"});
        file["plan"][name] = json!({"title": "polluted"});
        file["plan"]["about"][name] = json!({"title": "polluted"});
    }
    let plan = read(&file).unwrap();
    assert_eq!(plan.about, blank().about);
    assert_eq!(
        file_of(&reopened(&plan)),
        file,
        "kept as the unknown fields they are"
    );
}

/// The problems for which a file is refused.
#[track_caller]
fn broken(file: &Value) -> Vec<Problem> {
    match read(file) {
        Err(ReadError::Broken(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

/// Case 33.
#[test]
fn duplicate_identifiers_are_refused_with_a_list() {
    let twice = json!([{"id": "a"}, {"id": "a"}, {"id": "b"}]);
    for list in [
        "foundation/values",
        "market/buying_roles",
        "team/bench",
        "rhythm/sharing",
        "scorecard/commitments",
        "review/answers",
    ] {
        let kind = ProblemKind::DuplicateId { id: "a".to_owned() };
        let problem = Problem::new(format!("{list}/a").as_str().into(), kind);
        assert_eq!(
            broken(&changed(&format!("/{list}"), twice.clone())),
            [problem]
        );
    }
}

/// Case 33.
#[test]
fn references_to_nothing_are_refused_with_a_list() {
    for (pointer, path) in [
        (
            "/market/opportunities/0/answers/0/attribute",
            "market/opportunities/acme/answers/acme-crew/attribute",
        ),
        (
            "/offer/value_propositions/0/segment",
            "offer/value_propositions/vp/segment",
        ),
        ("/process/motions/0/segment", "process/motions/new/segment"),
        ("/process/motions/0/product", "process/motions/new/product"),
        (
            "/process/motions/0/win_stage",
            "process/motions/new/win_stage",
        ),
        ("/team/reps/0/pay_plan", "team/reps/ana/pay_plan"),
        ("/pipeline/deals/0/stage", "pipeline/deals/d1/stage"),
        ("/pipeline/deals/0/owner", "pipeline/deals/d1/owner"),
        ("/pipeline/deals/0/source", "pipeline/deals/d1/source"),
        ("/scorecard/actuals/0/rep", "scorecard/actuals/jan-ana/rep"),
        (
            "/scorecard/actuals/0/motion",
            "scorecard/actuals/jan-ana/motion",
        ),
        (
            "/process/motions/0/stages/0/conversion/same_as",
            "process/motions/new/stages/qualifying/conversion/same_as",
        ),
    ] {
        let to = "none".to_owned();
        let problem = Problem::new(path.into(), ProblemKind::UnknownReference { to });
        assert_eq!(broken(&changed(pointer, json!("none"))), [problem]);
    }
}

#[test]
fn a_deal_cannot_be_in_a_stage_of_another_motion() {
    let mut file = file_of(&sample());
    file["plan"]["pipeline"]["deals"] =
        json!([{"id": "d", "motion": "new-plants", "stage": "review"}]);
    let path = "pipeline/deals/d/stage".into();
    let to = "review".to_owned();
    assert_eq!(
        broken(&file),
        [Problem::new(path, ProblemKind::UnknownReference { to })]
    );
}

#[test]
fn ten_thousand_deals_with_unknown_fields_are_read_and_written() {
    let deals: Vec<Value> = (0..10_000)
        .map(|n| json!({"id": format!("d{n}"), "x": n}))
        .collect();
    let mut file = file_of(&blank());
    file["plan"]["pipeline"]["deals"] = json!(deals);
    let plan = read(&file).unwrap();
    assert_eq!(plan.pipeline.deals.len(), 10_000);
    assert_eq!(file_of(&plan), file);
}
