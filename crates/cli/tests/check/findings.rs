//! What the program says about a plan beside the verdict.

use plumbline_plan::{FieldPath, Plan, chapter::review::SetAside, start};
use serde_json::{Value, json};

use crate::program::{FEW, check, day, file_with, plan_file};

/// The sample with two mistakes in it, one with an effect.
fn mistaken() -> Plan {
    let mut plan = start::sample(day());
    plan.targets.basis = String::new();
    let leads = &mut plan.process.motions[0].lead_sources[0].per_month;
    leads.average = serde_json::from_value(json!(9)).unwrap();
    plan
}

fn both(name: &str, plan: &Plan) -> (String, Value) {
    let file = plan_file(name, plan);
    let json = check(&file, &[&FEW[..], &["--json"]].concat()).json();
    (check(&file, &FEW).stdout, json)
}

fn with_code<'a>(json: &'a Value, code: &str) -> &'a Value {
    let mut findings = json["findings"].as_array().unwrap().iter();
    findings.find(|finding| finding["code"] == code).unwrap()
}

#[test]
fn a_finding_says_what_how_big_where_and_what_to_do() {
    let (text, json) = both("mistaken.json", &mistaken());
    let basis = with_code(&json, "TGT001");
    assert_eq!(basis["path"], "targets/basis");
    assert_eq!(basis["severity"], "worth_a_look");
    assert_eq!(
        (&basis["effect"], &basis["change"]),
        (&Value::Null, &Value::Null)
    );
    let leads = with_code(&json, "PIP006");
    assert_eq!(leads["change"]["kind"], "what_if");
    let effect = |name: &str| leads["effect"][name].as_f64().unwrap();
    assert!(effect("probability_after") > effect("probability_before"));
    assert!(effect("median_after") > effect("median_before"));
    for finding in [basis, leads] {
        for part in ["title", "message", "advice"] {
            let said = finding[part].as_str().unwrap();
            assert!(text.contains(said), "{said:?} is not in {text}");
        }
    }
    assert!(text.contains(leads["effect"]["message"].as_str().unwrap()));
}

#[test]
fn what_has_the_largest_effect_comes_first() {
    let (text, json) = both("largest.json", &mistaken());
    assert_eq!(json["findings"][0]["code"], "PIP006");
    let first = text.split_once("\nFindings\n").unwrap().1;
    assert!(first.trim_start().starts_with("PIP006 "), "{first}");
}

#[test]
fn a_finding_set_aside_is_shown_with_its_reason_and_last() {
    let mut plan = mistaken();
    plan.review.set_aside.push(SetAside {
        id: "one".parse().unwrap(),
        rule: "PIP006".to_owned(),
        about: FieldPath::root(),
        because: "the fair in May is not in it".to_owned(),
        on: None,
    });
    let (text, json) = both("set-aside.json", &plan);
    let last = json["findings"].as_array().unwrap().last().unwrap();
    assert_eq!(last["code"], "PIP006");
    assert_eq!(last["dismissed"]["because"], "the fair in May is not in it");
    assert!(
        text.contains("Not for us, because: the fair in May is not in it"),
        "{text}"
    );
}

#[test]
fn a_plan_without_a_verdict_is_reviewed_by_its_words() {
    let json = check(&plan_file("words.json", &start::blank(day())), &["--json"]).json();
    assert_eq!(with_code(&json, "MKT002")["path"], "market/profile");
    assert!(json.get("verdict").is_none());
}

#[test]
fn a_file_of_deals_is_the_record_that_rules_compare_with() {
    let mut csv = "Deal,Status,Created,Closed,Amount\n".to_owned();
    for number in 0..40 {
        let (year, month) = (2023 + number / 12, number % 12 + 1);
        csv += &format!("Deal {number},Won,{year}-{month:02}-01,{year}-{month:02}-28,20000\n");
    }
    let deals = file_with("only-won.csv", csv);
    let plan = plan_file("with-record.json", &start::sample(day()));
    let options = ["--deals", deals.to_str().unwrap(), "--json"];
    let json = check(&plan, &[&FEW[..], &options].concat()).json();
    assert_eq!(with_code(&json, "PIP016")["evidence"][0]["value"], 40.0);
    // On record each year brought the same; the plan asks for 1.2 times the last.
    let target = with_code(&json, "TGT004");
    assert_eq!(target["severity"], "serious");
}
