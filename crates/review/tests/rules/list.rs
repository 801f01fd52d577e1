//! What the list of rules as a whole promises.

use std::{collections::BTreeSet, rc::Rc};

use plumbline_forecast::Model;
use plumbline_plan::{Id, start};
use plumbline_review::{
    Counted, Differences, Forecast, History, RULES, Ranked, Review, Severity, mistakes::MISTAKES,
    rule,
};
use plumbline_wording::texts::findings as texts;

use crate::case::{Case, DAY, day, set};

#[test]
fn there_are_at_least_45_rules_with_codes_and_names_of_their_own() {
    assert!(RULES.len() >= 45, "{}", RULES.len());
    let codes: BTreeSet<&str> = RULES.iter().map(|rule| rule.code).collect();
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!((codes.len(), names.len()), (RULES.len(), RULES.len()));
    let by_chapter: Vec<(usize, &str)> = RULES
        .iter()
        .map(|rule| (rule.chapter(), rule.code))
        .collect();
    assert!(by_chapter.is_sorted(), "by chapter and code");
}

#[test]
fn every_mistake_is_caught() {
    for mistake in MISTAKES {
        assert!(!mistake.rules.is_empty(), "{}", mistake.name);
        for code in mistake.rules {
            assert!(rule(code).is_some(), "{}: {code} is no rule", mistake.name);
        }
    }
}

#[test]
fn the_list_of_mistakes_is_the_products() {
    let names: Vec<&str> = MISTAKES.iter().map(|mistake| mistake.name).collect();
    insta::assert_snapshot!(names.join("\n"));
}

#[test]
fn every_rule_has_words_and_every_word_a_rule() {
    let worded: Vec<&str> = texts::all().map(|words| words.code).collect();
    let codes: Vec<&str> = RULES.iter().map(|rule| rule.code).collect();
    assert_eq!(worded, codes);
    for words in texts::all() {
        for text in [words.title, words.message, words.advice] {
            assert!(!text.is_empty(), "{}", words.code);
        }
    }
}

#[test]
fn a_finding_set_aside_is_marked_and_comes_last() {
    let mut plan = start::sample(day(DAY));
    set(&mut plan, "targets/margin", 1_100_000.0);
    let found = Review::new(&plan, day(DAY)).findings();
    let first = &found[0];
    assert_eq!((first.code, &first.dismissed), ("TGT006", &None));
    let entry = first.set_aside(Id::new("one").unwrap(), "services come on top", day(DAY), 0);
    entry.apply(&mut plan).unwrap();

    let found = Review::new(&plan, day(DAY)).findings();
    let last = found.last().unwrap();
    let reason = last.dismissed.as_ref().unwrap();
    assert_eq!(
        (last.code, reason.because.as_str()),
        ("TGT006", "services come on top")
    );
    assert_eq!(reason.on, Some(day(DAY)));
    let ranked = Review::new(&plan, day(DAY)).ranked();
    assert_eq!(ranked.last().unwrap().finding.code, "TGT006");
}

#[test]
fn a_rule_set_aside_for_the_whole_plan_is_so_in_every_place() {
    let mut plan = start::sample(day(DAY));
    let of = |plan: &plumbline_plan::Plan| {
        let found = Review::new(plan, day(DAY)).findings();
        let hours = found.into_iter().filter(|finding| finding.code == "TEA005");
        hours
            .map(|finding| finding.dismissed.is_some())
            .collect::<Vec<_>>()
    };
    assert_eq!(of(&plan), [false, false]);
    let entry = serde_json::json!([{ "id": "one", "rule": "TEA005", "because": "" }]);
    set(&mut plan, "review/set_aside", entry);
    assert_eq!(of(&plan), [true, true]);
    let one = serde_json::json!([{ "id": "one", "rule": "TEA005", "about": "team/reps/julia/non_selling" }]);
    set(&mut plan, "review/set_aside", one);
    assert_eq!(of(&plan), [false, true]);
}

#[test]
fn what_blocks_the_verdict_comes_first_and_then_the_largest_effect() {
    let mut plan = start::sample(day(DAY));
    set(
        &mut plan,
        "process/motions/new-plants/lead_sources/website/per_month/average",
        11.0,
    );
    set(&mut plan, "reality_check/market_spread", 0.0);
    let ranked = Review::new(&plan, day(DAY)).ranked();
    assert_eq!(ranked[0].finding.code, "PIP006");
    let effect = ranked[0].effect.unwrap();
    assert!(
        effect.probability() > 0.05 && effect.median() > 50_000.0,
        "{effect:?}"
    );

    set(&mut plan, "process/motions/new-plants/value_spread", 4.0);
    let ranked = Review::new(&plan, day(DAY)).ranked();
    assert_eq!(ranked[0].finding.severity, Severity::Blocking);
}

#[test]
fn rules_on_the_record_are_silent_without_one() {
    let plan = start::sample(day(DAY));
    let empty = History::default();
    let without = Review::new(&plan, day(DAY)).findings();
    assert_eq!(
        Review::new(&plan, day(DAY)).with_history(&empty).findings(),
        without
    );
    let some = History {
        yearly_bookings: vec![800_000.0, 900_000.0, 1_000_000.0, 1_020_000.0],
        closed_won: Some(Counted { events: 20, of: 60 }),
        ..History::default()
    };
    // 1,250,000 is 1.23 times last year; never was it more than 1.13 times.
    let with = Review::new(&plan, day(DAY)).with_history(&some).findings();
    let codes: Vec<&str> = with.iter().map(|finding| finding.code).collect();
    assert_eq!(codes.iter().filter(|code| **code == "TGT004").count(), 1);
    assert_eq!(with.len(), without.len() + 1);
}

#[test]
fn the_same_plan_is_reviewed_the_same_every_time() {
    let plan = Case::of("PIP001").plans().0;
    let once = Review::new(&plan, day(DAY)).ranked();
    assert_eq!(Review::new(&plan, day(DAY)).ranked(), once);
}

#[test]
fn an_effect_begins_with_the_answer_that_is_known() {
    let mut plan = start::sample(day(DAY));
    set(
        &mut plan,
        "process/motions/new-plants/lead_sources/website/per_month/average",
        11.0,
    );
    let quick = Forecast::quick(Model::from_plan(&plan, day(DAY)).unwrap());
    let mut known = quick.clone();
    known.probability += 0.02;
    known.bookings.p50 += 10_000.0;
    // What the changes do is worked out once for both answers.
    let differences = Rc::new(Differences::default());
    let ranked = |forecast: &Forecast| {
        Review::with_forecast(&plan, day(DAY), Some(forecast.clone()))
            .with_differences(Rc::clone(&differences))
            .ranked()
    };
    let (by_estimate, by_known) = (ranked(&quick), ranked(&known));
    let mut compared = 0;
    for ranked in &by_known {
        let Some(effect) = ranked.effect else {
            continue;
        };
        let one = &ranked.finding;
        let same =
            |other: &&Ranked| (other.finding.code, &other.finding.path) == (one.code, &one.path);
        let Some(estimate) = by_estimate.iter().find(same).and_then(|other| other.effect) else {
            continue;
        };
        compared += 1;
        assert_eq!(effect.probability_before, known.probability);
        assert_eq!(effect.median_before, known.bookings.p50);
        assert!((effect.probability() - estimate.probability()).abs() < 1e-9);
        assert!((effect.median() - estimate.median()).abs() < 1e-6);
    }
    assert!(compared > 0);
    // The better answer changes no order.
    let order = |all: &[Ranked]| -> Vec<_> {
        let known = |one: &&Ranked| one.worth > 0.0;
        let paths = all.iter().filter(known);
        paths
            .map(|one| (one.finding.code, one.finding.path.clone()))
            .collect()
    };
    assert_eq!(order(&by_known), order(&by_estimate));
}
