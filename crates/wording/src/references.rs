//! Fields that name another item of the plan: by which name a person knows that item. Never
//! finds one by guessing from its value; the field's place decides what it can refer to.

use plumbline_plan::{FieldPath, Plan};

use crate::texts::labels;

/// What the item is called that a field refers to; nothing where the field refers to none,
/// or the plan has no such item.
pub(crate) fn name_of(plan: &Plan, path: &FieldPath, id: &str) -> Option<String> {
    let steps: Vec<&str> = path.steps().collect();
    let known = |list: &str| labels::item(plan, &FieldPath::from(list).child(id));
    match steps[..] {
        ["process", "motions", motion, "win_stage"] => in_motion(plan, Some(motion), "stages", id),
        ["process", "motions", _, "segment"] | ["offer", "value_propositions", _, "segment"] => {
            known("market/segments")
        }
        ["process", "motions", _, "product"] => known("offer/products"),
        ["market", "opportunities", _, "answers", _, "attribute"] => known("market/profile"),
        ["team", "reps", _, "pay_plan"] => known("compensation/pay_plans"),
        ["pipeline", "deals", _, "owner"] | ["scorecard", "actuals", _, "rep"] => {
            known("team/reps")
        }
        ["pipeline", "deals", _, "motion"] | ["scorecard", "actuals", _, "motion"] => {
            known("process/motions")
        }
        ["pipeline", "deals", deal, "stage"] => {
            in_motion(plan, motion_of(plan, deal), "stages", id)
        }
        ["pipeline", "deals", deal, "source"] => {
            in_motion(plan, motion_of(plan, deal), "lead_sources", id)
        }
        _ => None,
    }
}

/// The way of selling that a deal names.
fn motion_of<'a>(plan: &'a Plan, deal: &str) -> Option<&'a str> {
    let mut deals = plan.pipeline.deals.iter();
    let deal = deals.find(|other| other.id.as_str() == deal)?;
    deal.motion.as_ref().map(plumbline_plan::Id::as_str)
}

/// An item of a list of this way of selling; where none is named, of the first that has it.
fn in_motion(plan: &Plan, motion: Option<&str>, list: &str, id: &str) -> Option<String> {
    let motions = plan.process.motions.iter();
    let named = motions.filter(|other| motion.is_none_or(|motion| other.id.as_str() == motion));
    let path = |motion: &str| {
        FieldPath::from("process/motions")
            .child(motion)
            .child(list)
            .child(id)
    };
    named
        .map(|motion| path(motion.id.as_str()))
        .find_map(|path| labels::item(plan, &path))
}
