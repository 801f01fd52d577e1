//! Planting a mistake in a plan adds exactly its finding, and the finding says what it is.

use std::{collections::BTreeSet, rc::Rc};

use plumbline_plan::FieldPath;
use plumbline_review::{Finding, RULES, say, say_severity};
use plumbline_wording::{
    figures::Figures,
    locale::Locale,
    texts::{findings as texts, labels},
};

use crate::cases::all;

type Mark = (&'static str, FieldPath);

fn marks(findings: &[Finding]) -> BTreeSet<Mark> {
    let mark = |finding: &Finding| (finding.code, finding.path.clone());
    findings.iter().map(mark).collect()
}

#[test]
fn planting_a_mistake_adds_exactly_its_finding() {
    let mut wrong = Vec::new();
    for case in all() {
        let (before, after) = case.findings();
        let (before, after) = (marks(&before), marks(&after));
        let added: Vec<&Mark> = after.difference(&before).collect();
        if !matches!(added.as_slice(), [(code, _)] if *code == case.code) {
            wrong.push(format!("{}: adds {added:?}", case.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case() {
    let cases: Vec<&str> = all().iter().map(|case| case.code).collect();
    for rule in RULES {
        assert!(cases.contains(&rule.code), "{} is never planted", rule.code);
    }
}

#[test]
fn every_field_a_finding_leads_to_is_there_and_has_a_name() {
    for case in all() {
        let (plan, findings) = case.found();
        for finding in findings {
            for path in [&finding.path].into_iter().chain(&finding.also) {
                assert!(plan.field(path).is_ok(), "{}: {path}", finding.code);
                let shown = labels::of(&plan, path);
                let plain = path.as_str() == "process/motions";
                assert!(shown != path.as_str() || plain, "{}: {path}", finding.code);
            }
        }
    }
}

#[test]
fn every_change_can_be_made_and_taken_back() {
    for case in all() {
        let (plan, findings) = case.found();
        for finding in findings {
            let Some(change) = &finding.change else {
                continue;
            };
            let mut changed = plan.clone();
            let back = change.edit.apply(&mut changed).unwrap();
            assert_ne!(changed, plan, "{}: its change does nothing", finding.code);
            back.apply(&mut changed).unwrap();
            assert_eq!(changed, plan, "{}", finding.code);
        }
    }
}

/// Figures that follow from the forecast may move with it: the snapshot holds their words.
fn without_figures(text: &str) -> String {
    let mut words = String::new();
    for sign in text.chars() {
        let figure = sign.is_ascii_digit();
        if !(figure && words.ends_with('#')) {
            words.push(if figure { '#' } else { sign });
        }
    }
    words.replace("#,#", "#").replace("#.#", "#")
}

#[test]
fn each_finding_in_its_own_words() {
    let mut text = String::new();
    for case in all() {
        let (plan, findings) = case.found();
        let figures = Figures::new(Rc::new(Locale::default()), plan.about.currency);
        let finding = &findings[0];
        let said = say(finding, &plan, &figures);
        let missing = said.message.contains('–');
        assert!(!missing, "{}: {}", finding.code, said.message);
        text += &texts::headed(finding.code, say_severity(finding.severity), &said.title);
        let message = if case.needs_forecast() {
            without_figures(&said.message)
        } else {
            said.message
        };
        for line in [finding.path.as_str(), &message, &said.advice] {
            text += &format!("\n  {line}");
        }
        if let Some(change) = &finding.change {
            assert!(!said.change.is_empty(), "{}: no words", finding.code);
            let effect = match case.effect(finding) {
                None => "moves nothing",
                Some(effect) if effect.median() > 0.0 => "brings bookings",
                Some(_) => "costs bookings",
            };
            text += &format!("\n  {:?}: {}: {effect}", change.kind, said.change);
        }
        text += "\n";
    }
    insta::assert_snapshot!(text);
}
