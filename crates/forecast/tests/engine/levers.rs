//! Levers and tornado: what single changes do to the chance of the target.

#![allow(clippy::unwrap_used, reason = "helpers of tests")]

use crate::support::{certain, date, model, motion, range, sure, target};
use plumbline_forecast::{
    Engine, Lever, LeverKind, Model, Outcome, lever, lever_kinds, tornado_bar, tornado_paths,
};
use plumbline_plan::{
    Assumption, Fraction, Hours, Plan, Quantity,
    chapter::team::{Ramp, Rep},
};

const SEED: u64 = 1;

fn chance(model: &Model) -> f64 {
    let trials = Engine::new(model).run(SEED, 0..plumbline_forecast::LEVER_TRIALS);
    Outcome::new(model, &trials).probability
}

/// Twelve months, about 60 wins of 10,000 a year; 700,000 wanted.
fn short_of_target() -> Plan {
    let mut plan = certain(20.0);
    motion(&mut plan).lead_sources[0].per_month = range(15.0, 20.0, 30.0);
    motion(&mut plan).stages[0].conversion = range(0.4, 0.5, 0.6);
    motion(&mut plan).deal_value = range(8_000.0, 10_000.0, 12_500.0);
    target(&mut plan, 700_000.0);
    plan
}

fn found(levers: &[Lever], ends_with: &str) -> Lever {
    let named = |lever: &&Lever| match &lever.kind {
        LeverKind::Assumption(path) => path.as_str().ends_with(ends_with),
        _ => false,
    };
    levers.iter().find(named).unwrap().clone()
}

fn all(model: &Model) -> Vec<Lever> {
    lever_kinds(model)
        .iter()
        .map(|kind| lever(model, kind, SEED))
        .collect()
}

#[test]
fn each_lever_alone_brings_the_goal_and_a_little_less_does_not() {
    let plan = short_of_target();
    let model = model(&plan);
    assert!(chance(&model) < model.goal);
    let levers = all(&model);
    let leads = &levers[0];
    assert_eq!(leads.kind, LeverKind::Leads);
    let factor = leads.needed.unwrap() / leads.now;
    assert!(
        (leads.now - 22.0).abs() < 0.1,
        "mean leads a month: {leads:?}"
    );
    assert!(chance(&model.with_leads(factor)) >= model.goal);
    assert!(chance(&model.with_leads(factor * 0.99)) < model.goal);

    let value = found(&levers, "deal_value");
    let mut dearer = plan.clone();
    let scaled = |value: f64, by: f64| Quantity::new(value * by).unwrap();
    let by = value.needed.unwrap() / value.now;
    motion(&mut dearer).deal_value = Assumption::judged(
        scaled(8_000.0, by),
        scaled(10_000.0, by),
        scaled(12_500.0, by),
    );
    let changed = crate::support::model(&dearer);
    assert!((chance(&changed) - value.probability).abs() < 0.002);
    assert!(value.probability >= model.goal);
}

#[test]
fn a_share_never_needs_more_than_all() {
    let mut plan = short_of_target();
    target(&mut plan, 2_000_000.0);
    for lever in all(&model(&plan)) {
        if let LeverKind::Assumption(path) = &lever.kind
            && path.as_str().ends_with("conversion")
        {
            assert!(lever.needed.is_none_or(|share| share < 1.0), "{lever:?}");
        }
    }
    // Leads can be had in any number; half of all, that are won at best, cannot.
    let kinds = lever_kinds(&model(&plan));
    let conversion = kinds.iter().find(
        |kind| matches!(kind, LeverKind::Assumption(path) if path.as_str().ends_with("conversion")),
    );
    let lever = lever(&model(&plan), conversion.unwrap(), SEED);
    assert_eq!(lever.needed, None);
    assert!(!lever.plausible);
}

#[test]
fn plausible_is_what_the_plan_itself_holds_possible() {
    let mut near = short_of_target();
    target(&mut near, 560_000.0);
    let mut far = short_of_target();
    target(&mut far, 1_500_000.0);
    let value = |plan: &Plan| found(&all(&model(plan)), "deal_value");
    assert!(value(&near).plausible, "{:?}", value(&near));
    assert!(!value(&far).plausible, "{:?}", value(&far));
    assert!(value(&far).needed.is_some());
}

#[test]
fn a_target_within_reach_needs_no_change() {
    let mut plan = short_of_target();
    target(&mut plan, 100_000.0);
    for lever in all(&model(&plan)) {
        assert_eq!(lever.needed, Some(lever.now), "{lever:?}");
        assert!(lever.plausible);
    }
}

/// One rep who can serve about half of what comes in.
fn short_of_hours() -> Plan {
    let mut plan = short_of_target();
    for stage in &mut motion(&mut plan).stages {
        stage.hours_per_deal = sure::<Hours>(12.0);
    }
    let rep: Rep = serde_json::from_str(r#"{"id":"ana","hours_per_week":40}"#).unwrap();
    plan.team.reps = vec![rep];
    plan.team.ramp = Ramp(vec![Fraction::new(0.5).unwrap(); 2]);
    target(&mut plan, 500_000.0);
    plan
}

#[test]
fn with_too_few_hours_more_leads_do_not_help_but_people_do() {
    let model = model(&short_of_hours());
    let levers = all(&model);
    let leads = &levers[0];
    assert_eq!(leads.needed, None, "{leads:?}");
    let hires = levers.iter().find(|l| l.kind == LeverKind::Hires).unwrap();
    let people = hires.needed.unwrap();
    assert!(people >= 1.0 && people.fract() == 0.0, "{hires:?}");
    let with = |people: u8| chance(&model.with_hires(people));
    assert!(with(people as u8) >= model.goal);
    assert!(with(people as u8 - 1) < model.goal);
}

#[test]
fn fewer_hours_a_deal_are_a_lever_when_hours_are_short() {
    let model = model(&short_of_hours());
    let levers = all(&model);
    let hours = found(&levers, "hours_per_deal");
    assert!(
        hours.needed.is_none_or(|needed| needed < hours.now),
        "{hours:?}"
    );
    assert!(hours.probability > chance(&model), "{hours:?}");
}

#[test]
fn a_bar_ends_where_the_plan_with_that_value_stands() {
    let plan = short_of_target();
    let model = model(&plan);
    let path = "process/motions/main/stages/first-contact/conversion";
    let paths = tornado_paths(&model);
    let path = paths
        .iter()
        .find(|p| p.as_str() == path || p.as_str().ends_with("conversion"))
        .unwrap();
    let bar = tornado_bar(&model, path, SEED).unwrap();
    assert!(
        (bar.low.value - 0.4).abs() < 1e-3 && (bar.high.value - 0.6).abs() < 1e-3,
        "{bar:?}"
    );
    let with = |share: f64| {
        let mut plan = plan.clone();
        motion(&mut plan).stages[0].conversion = sure(share);
        chance(&crate::support::model(&plan))
    };
    assert!((with(0.4) - bar.low.probability).abs() < 0.003, "{bar:?}");
    assert!((with(0.6) - bar.high.probability).abs() < 0.003, "{bar:?}");
    assert!(bar.low.median < bar.high.median);
    assert!(bar.width() > 0.1);
}

#[test]
fn longer_times_are_no_better() {
    let mut plan = short_of_target();
    motion(&mut plan).stages[1].time_in_stage = range(60.0, 120.0, 240.0);
    let model = model(&plan);
    let path = tornado_paths(&model)
        .into_iter()
        .find(|path| path.as_str().ends_with("time_in_stage"))
        .unwrap();
    let bar = tornado_bar(&model, &path, SEED).unwrap();
    assert!((bar.low.value - 60.0).abs() < 0.1 && (bar.high.value - 240.0).abs() < 0.1);
    assert!(bar.low.median > bar.high.median, "{bar:?}");
}

#[test]
fn what_is_known_for_sure_has_no_bar() {
    let model = model(&certain(20.0));
    assert_eq!(tornado_paths(&model), vec![]);
    assert_eq!(
        tornado_bar(&model, &"process/motions/main/deal_value".into(), SEED),
        None
    );
}

/// The sample has every kind of assumption: every lever and bar has an answer.
#[test]
fn the_sample_has_levers_and_bars_of_every_kind() {
    let model = Model::from_plan(
        &plumbline_plan::start::sample(date(crate::support::TODAY)),
        date(crate::support::TODAY),
    )
    .unwrap();
    let kinds = lever_kinds(&model);
    assert!(kinds.contains(&LeverKind::Leads) && kinds.contains(&LeverKind::Hires));
    assert!(kinds.len() > 6, "{kinds:?}");
    for kind in &kinds {
        let lever = lever(&model, kind, SEED);
        assert!(
            lever.now.is_finite() && (0.0..=1.0).contains(&lever.probability),
            "{lever:?}"
        );
        assert!(lever.needed.is_none_or(f64::is_finite), "{lever:?}");
    }
}
