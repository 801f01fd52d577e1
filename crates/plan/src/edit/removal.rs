//! Removing things that others refer to: one edit that also mends the references, so that
//! no removal leaves a plan that does not hold together.

use crate::{
    Edit, FieldPath, Id, Plan,
    chapter::{
        process::{LeadSource, Motion, Stage},
        team::Rep,
    },
};

/// Removes a stage. Open deals in it go back to the stage before (or on to the one after,
/// when it was the first), and when it was the win stage, the one before becomes it.
/// Nothing when there is no such stage.
#[must_use]
pub fn remove_stage(plan: &Plan, motion: &Id<Motion>, stage: &Id<Stage>) -> Option<Edit> {
    let place = plan
        .process
        .motions
        .iter()
        .position(|other| other.id == *motion)?;
    let owner = &plan.process.motions[place];
    let at = owner.stages.iter().position(|other| other.id == *stage)?;
    let neighbour = match at.checked_sub(1) {
        Some(before) => owner.stages.get(before),
        None => owner.stages.get(1),
    };
    let neighbour = neighbour.map(|stage| stage.id.clone());
    let motion_path = FieldPath::from("process/motions").child(motion.as_str());
    let mut edits = Vec::new();
    if owner.win_stage.as_ref() == Some(stage) {
        edits.push(Edit::set(motion_path.child("win_stage"), &neighbour));
    }
    for deal in &plan.pipeline.deals {
        let belongs = deal.motion.as_ref().map_or(place == 0, |id| id == motion);
        if belongs && deal.stage.as_ref() == Some(stage) {
            edits.push(Edit::set(deal_field(deal.id.as_str(), "stage"), &neighbour));
        }
    }
    for actual in &plan.scorecard.actuals {
        if actual.stage_entries.contains_key(stage) {
            let path = FieldPath::from("scorecard/actuals").child(actual.id.as_str());
            edits.push(Edit::set(
                path.child("stage_entries").child(stage.as_str()),
                None::<()>,
            ));
        }
    }
    let stages = motion_path.child("stages");
    edits.extend(unlink_assumptions(plan, &stages.child(stage.as_str())));
    edits.push(Edit::remove(stages, stage.as_str()));
    Some(Edit::group(edits))
}

/// Removes a motion with its stages and lead sources. Its open deals stay in the list and
/// count to the plan's first motion from then on.
#[must_use]
pub fn remove_motion(plan: &Plan, motion: &Id<Motion>) -> Option<Edit> {
    let place = plan
        .process
        .motions
        .iter()
        .position(|other| other.id == *motion)?;
    let removed = &plan.process.motions[place];
    let mut edits = Vec::new();
    for deal in &plan.pipeline.deals {
        if deal.motion.as_ref().map_or(place == 0, |id| id == motion) {
            edits.push(Edit::set(
                deal_field(deal.id.as_str(), "motion"),
                None::<()>,
            ));
            edits.push(Edit::set(deal_field(deal.id.as_str(), "stage"), None::<()>));
        }
        let from_removed =
            |source: &Id<LeadSource>| removed.lead_sources.iter().any(|other| other.id == *source);
        if deal.source.as_ref().is_some_and(from_removed) {
            edits.push(Edit::set(
                deal_field(deal.id.as_str(), "source"),
                None::<()>,
            ));
        }
    }
    for actual in &plan.scorecard.actuals {
        let path = FieldPath::from("scorecard/actuals").child(actual.id.as_str());
        for stage in actual.stage_entries.keys() {
            if removed.stages.iter().any(|other| other.id == *stage) {
                let entry = path.child("stage_entries").child(stage.as_str());
                edits.push(Edit::set(entry, None::<()>));
            }
        }
        if actual.motion.as_ref() == Some(motion) {
            edits.push(Edit::set(path.child("motion"), None::<()>));
        }
    }
    let motions = FieldPath::from("process/motions");
    edits.extend(unlink_assumptions(plan, &motions.child(motion.as_str())));
    edits.push(Edit::remove(motions, motion.as_str()));
    Some(Edit::group(edits))
}

/// Removes a rep. Deals the rep owned lose their owner; what the rep did stays in the
/// team's actuals.
#[must_use]
pub fn remove_rep(plan: &Plan, rep: &Id<Rep>) -> Option<Edit> {
    plan.team.reps.iter().find(|other| other.id == *rep)?;
    let mut edits = Vec::new();
    for deal in &plan.pipeline.deals {
        if deal.owner.as_ref() == Some(rep) {
            edits.push(Edit::set(deal_field(deal.id.as_str(), "owner"), None::<()>));
        }
    }
    for actual in &plan.scorecard.actuals {
        if actual.rep.as_ref() == Some(rep) {
            let path = FieldPath::from("scorecard/actuals").child(actual.id.as_str());
            edits.push(Edit::set(path.child("rep"), None::<()>));
        }
    }
    let reps = FieldPath::from("team/reps");
    edits.extend(unlink_assumptions(plan, &reps.child(rep.as_str())));
    edits.push(Edit::remove(reps, rep.as_str()));
    Some(Edit::group(edits))
}

fn deal_field(deal: &str, field: &str) -> FieldPath {
    FieldPath::from("pipeline/deals").child(deal).child(field)
}

/// Gives every assumption that stands for one below `removed` its own life again.
fn unlink_assumptions(plan: &Plan, removed: &FieldPath) -> Vec<Edit> {
    crate::validate::links(plan)
        .into_iter()
        .filter(|(from, to)| to.is_within(removed) && !from.is_within(removed))
        .map(|(from, _)| Edit::set(from.child("same_as"), None::<()>))
        .collect()
}
