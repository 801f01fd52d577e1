//! What makes a document hold together: identifiers unique in their list, references to
//! something that is there, assumptions that stand for others of their kind and in no circle.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{has, has_none, problems, sample};
use plumbline_plan::{FieldPath, Problem, ProblemKind};

const CLOSING: &str = "process/motions/new-plants/stages/closing";

#[test]
fn identifiers_are_unique_in_their_list() {
    let mut plan = sample();
    let twice = plan.process.motions[0].stages[6].clone();
    plan.process.motions[1].stages.push(twice.clone());
    has_none(&plan);
    plan.process.motions[0].stages.push(twice);
    let path = "process/motions/new-plants/stages/follow-up";
    has(
        &plan,
        path,
        ProblemKind::DuplicateId {
            id: "follow-up".to_owned(),
        },
    );
}

#[test]
fn what_is_referred_to_is_there() {
    let mut plan = sample();
    plan.team.reps[0].pay_plan = Some("none".parse().unwrap());
    let path = format!("team/reps/{}/pay_plan", plan.team.reps[0].id);
    has(
        &plan,
        &path,
        ProblemKind::UnknownReference {
            to: "none".to_owned(),
        },
    );
    plan.team.reps[0].pay_plan = None;
    has_none(&plan);
}

#[test]
fn an_assumption_takes_the_place_of_one_of_its_own_kind_only() {
    let time = format!("{CLOSING}/time_in_stage");
    for (to, good) in [
        ("process/motions/new-plants/stages/pitch/conversion", true),
        (
            "process/motions/further-plants/stages/review/conversion",
            true,
        ),
        (time.as_str(), false),
        ("process/motions/new-plants/stages/pitch", false),
        ("targets/goal", false),
        ("", false),
    ] {
        let mut plan = sample();
        plan.process.motions[0].stages[5].conversion.same_as = Some(to.into());
        if good {
            has_none(&plan);
        } else {
            let kind = ProblemKind::UnknownReference { to: to.to_owned() };
            has(&plan, &format!("{CLOSING}/conversion/same_as"), kind);
        }
    }
}

#[test]
fn assumptions_do_not_stand_for_one_another_in_a_circle() {
    let stage = |n: usize| {
        let ids = ["first-contact", "qualifying", "needs-assessment", "pitch"];
        FieldPath::from("process/motions/new-plants/stages")
            .child(ids[n])
            .child("conversion")
    };
    let linked = |links: &[(usize, usize)]| {
        let mut plan = sample();
        for (from, to) in links {
            plan.process.motions[0].stages[*from].conversion.same_as = Some(stage(*to));
        }
        plan
    };
    has_none(&linked(&[(0, 1), (1, 2), (2, 3)]));
    has_none(&linked(&[(0, 3), (1, 3), (2, 3)]));
    let circular = |n| Problem::new(stage(n).child("same_as"), ProblemKind::CircularReference);
    assert_eq!(problems(&linked(&[(1, 1)])), [circular(1)]);
    assert_eq!(
        problems(&linked(&[(0, 1), (1, 0)])),
        [circular(0), circular(1)]
    );
    // The first leads into a circle without being part of it.
    let found = problems(&linked(&[(0, 1), (1, 2), (2, 1)]));
    assert_eq!(found.len(), 3);
    assert!(found.contains(&circular(0)));
}
