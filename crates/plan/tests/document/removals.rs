//! Removing what others refer to leaves a plan that holds together, and can be taken back.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use crate::common::{blank, full, holds_together, reopened, sample};
use plumbline_plan::{Edit, FieldPath, Id, Plan, edit};
use serde_json::json;

/// Applies the removal and checks what every removal promises.
#[track_caller]
fn removed(plan: &mut Plan, removal: Option<Edit>) {
    let before = plan.clone();
    let undo = removal.expect("there is such a thing").apply(plan).unwrap();
    assert_ne!(*plan, before);
    assert!(holds_together(plan));
    assert_eq!(reopened(plan), *plan);
    let redo = undo.apply(plan).unwrap();
    assert_eq!(*plan, before, "taken back");
    redo.apply(plan).unwrap();
}

fn id<T>(text: &str) -> Id<T> {
    text.parse().unwrap()
}

fn edited(mut plan: Plan, edits: Vec<Edit>) -> Plan {
    Edit::group(edits).apply(&mut plan).unwrap();
    plan
}

#[test]
fn whatever_is_removed_the_plan_holds_together() {
    for plan in [sample(), full(), blank()] {
        for motion in &plan.process.motions {
            removed(&mut plan.clone(), edit::remove_motion(&plan, &motion.id));
            for stage in &motion.stages {
                removed(
                    &mut plan.clone(),
                    edit::remove_stage(&plan, &motion.id, &stage.id),
                );
            }
            for source in &motion.lead_sources {
                let removal = edit::remove_lead_source(&plan, &motion.id, &source.id);
                removed(&mut plan.clone(), removal);
            }
        }
        for rep in &plan.team.reps {
            removed(&mut plan.clone(), edit::remove_rep(&plan, &rep.id));
        }
        for segment in &plan.market.segments {
            removed(&mut plan.clone(), edit::remove_segment(&plan, &segment.id));
        }
        for attribute in &plan.market.profile {
            removed(
                &mut plan.clone(),
                edit::remove_profile_attribute(&plan, &attribute.id),
            );
        }
        for product in &plan.offer.products {
            removed(&mut plan.clone(), edit::remove_product(&plan, &product.id));
        }
        for pay_plan in &plan.compensation.pay_plans {
            removed(
                &mut plan.clone(),
                edit::remove_pay_plan(&plan, &pay_plan.id),
            );
        }
    }
}

#[test]
fn all_of_it_can_be_removed_one_by_one() {
    let mut plan = sample();
    while let Some(motion) = plan.process.motions.first().cloned() {
        for stage in &motion.stages {
            let removal = edit::remove_stage(&plan, &motion.id, &stage.id);
            removed(&mut plan, removal);
        }
        let removal = edit::remove_motion(&plan, &motion.id);
        removed(&mut plan, removal);
    }
    while let Some(rep) = plan.team.reps.first().cloned() {
        let removal = edit::remove_rep(&plan, &rep.id);
        removed(&mut plan, removal);
    }
    assert!(!plan.pipeline.deals.is_empty(), "the deals stay");
}

#[test]
fn what_is_not_there_cannot_be_removed() {
    let plan = sample();
    assert_eq!(edit::remove_motion(&plan, &id("none")), None);
    assert_eq!(
        edit::remove_stage(&plan, &id("new-plants"), &id("none")),
        None
    );
    assert_eq!(edit::remove_stage(&plan, &id("none"), &id("closing")), None);
    assert_eq!(
        edit::remove_lead_source(&plan, &id("new-plants"), &id("none")),
        None
    );
    assert_eq!(edit::remove_rep(&plan, &id("none")), None);
    assert_eq!(edit::remove_segment(&plan, &id("none")), None);
    assert_eq!(edit::remove_profile_attribute(&plan, &id("none")), None);
    assert_eq!(edit::remove_product(&plan, &id("none")), None);
    assert_eq!(edit::remove_pay_plan(&plan, &id("none")), None);
}

#[test]
fn deals_of_a_removed_stage_go_back_one_and_the_win_moves() {
    let mut plan = sample();
    let removal = edit::remove_stage(&plan, &id("new-plants"), &id("closing"));
    removed(&mut plan, removal);
    let motion = &plan.process.motions[0];
    assert_eq!(motion.win_stage, Some(id("proposal")));
    let deal = |name: &str| {
        plan.pipeline
            .deals
            .iter()
            .find(|deal| deal.id == id(name))
            .unwrap()
    };
    assert_eq!(deal("deal-01").stage, Some(id("proposal")));
}

#[test]
fn deals_of_the_first_stage_go_on_to_the_next() {
    let deal = json!({"id": "d", "stage": "first-contact"});
    let mut plan = edited(blank(), vec![Edit::insert("pipeline/deals", 0, deal)]);
    let removal = edit::remove_stage(&plan, &id("main"), &id("first-contact"));
    removed(&mut plan, removal);
    assert_eq!(plan.pipeline.deals[0].stage, Some(id("qualifying")));
}

/// Two motions with the same stages and lead sources, a deal and an actual in each.
fn twins() -> Plan {
    let twin = plumbline_plan::start::motion(id("twin"));
    let at = json!({"stage": "pitch", "source": "leads"});
    let deal = |name: &str, motion: Option<&str>| {
        let mut deal = at.clone();
        deal["id"] = json!(name);
        deal["motion"] = json!(motion);
        Edit::insert("pipeline/deals", 0, deal)
    };
    let actual = |name: &str, motion: Option<&str>| {
        let entries = json!({"pitch": 4});
        let actual =
            json!({"id": name, "month": "2027-01", "motion": motion, "stage_entries": entries});
        Edit::insert("scorecard/actuals", 0, actual)
    };
    edited(
        blank(),
        vec![
            Edit::insert("process/motions", 1, twin),
            deal("of-first", None),
            deal("of-main", Some("main")),
            deal("of-twin", Some("twin")),
            actual("in-all", None),
            actual("in-main", Some("main")),
            actual("in-twin", Some("twin")),
        ],
    )
}

fn entries(plan: &Plan, actual: &str) -> usize {
    let found = plan
        .scorecard
        .actuals
        .iter()
        .find(|other| other.id == id(actual));
    found.unwrap().stage_entries.len()
}

fn deal_field(plan: &Plan, deal: &str, field: &str) -> Option<String> {
    let path = FieldPath::from("pipeline/deals").child(deal).child(field);
    plan.field(&path).unwrap().as_str().map(str::to_owned)
}

#[test]
fn a_stage_of_the_same_name_in_another_motion_keeps_its_deals_and_counts() {
    let mut plan = twins();
    let removal = edit::remove_stage(&plan, &id("main"), &id("pitch"));
    removed(&mut plan, removal);
    let stage = |deal: &str| deal_field(&plan, deal, "stage");
    assert_eq!(stage("of-first").as_deref(), Some("needs-assessment"));
    assert_eq!(stage("of-main").as_deref(), Some("needs-assessment"));
    assert_eq!(stage("of-twin").as_deref(), Some("pitch"));
    let counts = ["in-all", "in-main", "in-twin"].map(|actual| entries(&plan, actual));
    assert_eq!(counts, [1, 0, 1]);
}

#[test]
fn a_motion_takes_its_own_stages_and_sources_along_and_no_others() {
    let mut plan = twins();
    let removal = edit::remove_motion(&plan, &id("main"));
    removed(&mut plan, removal);
    for deal in ["of-first", "of-main"] {
        for field in ["motion", "stage", "source"] {
            assert_eq!(deal_field(&plan, deal, field), None, "{deal}/{field}");
        }
    }
    assert_eq!(
        deal_field(&plan, "of-twin", "source").as_deref(),
        Some("leads")
    );
    let counts = ["in-all", "in-main", "in-twin"].map(|actual| entries(&plan, actual));
    assert_eq!(counts, [1, 0, 1]);
}

#[test]
fn a_lead_source_leaves_the_deals_of_another_motion_alone() {
    let mut plan = twins();
    let removal = edit::remove_lead_source(&plan, &id("twin"), &id("leads"));
    removed(&mut plan, removal);
    assert_eq!(deal_field(&plan, "of-twin", "source"), None);
    assert_eq!(
        deal_field(&plan, "of-first", "source").as_deref(),
        Some("leads")
    );
}

#[test]
fn an_assumption_that_leaned_on_what_is_removed_stands_alone_again() {
    let leans = "process/motions/twin/stages/closing/conversion/same_as";
    let on = "process/motions/main/stages/closing/conversion";
    let mut plan = edited(twins(), vec![Edit::set(leans, on)]);
    let removal = edit::remove_stage(&plan, &id("main"), &id("closing"));
    removed(&mut plan, removal);
    assert!(plan.field(&leans.into()).unwrap().is_null());
}
