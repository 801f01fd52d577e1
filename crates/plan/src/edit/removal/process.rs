//! Removals in the process: motions, their stages, their lead sources. Identifiers are
//! unique within a motion only: two motions may each have a stage `closing`.

use super::{clear, field, removal};
use crate::{
    Edit, FieldPath, Id, Plan,
    chapter::{
        pipeline::Deal,
        process::{LeadSource, Motion, Stage},
        scorecard::Actual,
    },
};

/// Removes a stage. Open deals in it go back to the stage before (or on to the one after,
/// when it was the first), and when it was the win stage, the one before becomes it.
/// Nothing when there is no such stage.
#[must_use]
pub fn remove_stage(plan: &Plan, motion: &Id<Motion>, stage: &Id<Stage>) -> Option<Edit> {
    let owner = find(plan, motion)?;
    let at = owner.stages.iter().position(|other| other.id == *stage)?;
    let neighbour = match at.checked_sub(1) {
        Some(before) => owner.stages.get(before),
        None => owner.stages.get(1),
    };
    let neighbour = neighbour.map(|stage| stage.id.clone());
    let mut mending = Vec::new();
    if owner.win_stage.as_ref() == Some(stage) {
        mending.push(Edit::set(
            field("process/motions", owner, "win_stage"),
            &neighbour,
        ));
    }
    for deal in &plan.pipeline.deals {
        if belongs(plan, deal, motion) && deal.stage.as_ref() == Some(stage) {
            mending.push(Edit::set(
                field("pipeline/deals", deal, "stage"),
                &neighbour,
            ));
        }
    }
    for actual in &plan.scorecard.actuals {
        if actual.stage_entries.contains_key(stage) && loses(plan, actual, owner, stage) {
            mending.push(clear(entries(actual).child(stage.as_str())));
        }
    }
    let stages = field("process/motions", owner, "stages");
    Some(removal(plan, &stages, stage.as_str(), mending))
}

/// Removes a motion with its stages and lead sources. Its open deals stay in the list and
/// count to the plan's first motion from then on. Nothing when there is no such motion.
#[must_use]
pub fn remove_motion(plan: &Plan, motion: &Id<Motion>) -> Option<Edit> {
    let removed = find(plan, motion)?;
    let mut mending = Vec::new();
    for deal in &plan.pipeline.deals {
        if belongs(plan, deal, motion) {
            mending.push(clear(field("pipeline/deals", deal, "motion")));
            mending.push(clear(field("pipeline/deals", deal, "stage")));
        }
        let from_removed = |source: &&Id<LeadSource>| has_source(removed, source);
        if let Some(source) = deal.source.as_ref().filter(from_removed)
            && (belongs(plan, deal, motion) || !others(plan, motion).any(|m| has_source(m, source)))
        {
            mending.push(clear(field("pipeline/deals", deal, "source")));
        }
    }
    for actual in &plan.scorecard.actuals {
        for stage in actual.stage_entries.keys() {
            if has_stage(removed, stage) && loses(plan, actual, removed, stage) {
                mending.push(clear(entries(actual).child(stage.as_str())));
            }
        }
        if actual.motion.as_ref() == Some(motion) {
            mending.push(clear(field("scorecard/actuals", actual, "motion")));
        }
    }
    let motions = "process/motions".into();
    Some(removal(plan, &motions, motion.as_str(), mending))
}

/// Removes a lead source. Open deals that came from it name no source from then on.
/// Nothing when there is no such lead source.
#[must_use]
pub fn remove_lead_source(
    plan: &Plan,
    motion: &Id<Motion>,
    source: &Id<LeadSource>,
) -> Option<Edit> {
    let owner = find(plan, motion)?;
    if !has_source(owner, source) {
        return None;
    }
    let elsewhere = others(plan, motion).any(|other| has_source(other, source));
    let deals = plan.pipeline.deals.iter();
    let mending = deals
        .filter(|deal| deal.source.as_ref() == Some(source))
        .filter(|deal| belongs(plan, deal, motion) || !elsewhere)
        .map(|deal| clear(field("pipeline/deals", deal, "source")))
        .collect();
    let sources = field("process/motions", owner, "lead_sources");
    Some(removal(plan, &sources, source.as_str(), mending))
}

fn find<'a>(plan: &'a Plan, motion: &Id<Motion>) -> Option<&'a Motion> {
    plan.process
        .motions
        .iter()
        .find(|other| other.id == *motion)
}

fn others<'a>(plan: &'a Plan, motion: &'a Id<Motion>) -> impl Iterator<Item = &'a Motion> {
    let motions = plan.process.motions.iter();
    motions.filter(move |other| other.id != *motion)
}

/// Whether a deal is the motion's: it names the motion, or none and the motion is the first.
fn belongs(plan: &Plan, deal: &Deal, motion: &Id<Motion>) -> bool {
    let first = plan.process.motions.first().map(|first| &first.id);
    deal.motion.as_ref().or(first) == Some(motion)
}

/// Whether entries into a stage of a motion, as counted in an actual, are entries into
/// nothing once the stage is gone: they were the motion's own, or no other motion has a
/// stage of this name that they could be about.
fn loses(plan: &Plan, actual: &Actual, motion: &Motion, stage: &Id<Stage>) -> bool {
    actual.motion.as_ref() == Some(&motion.id)
        || !others(plan, &motion.id).any(|other| has_stage(other, stage))
}

fn has_stage(motion: &Motion, stage: &Id<Stage>) -> bool {
    motion.stages.iter().any(|other| other.id == *stage)
}

fn has_source(motion: &Motion, source: &Id<LeadSource>) -> bool {
    motion.lead_sources.iter().any(|other| other.id == *source)
}

fn entries(actual: &Actual) -> FieldPath {
    field("scorecard/actuals", actual, "stage_entries")
}
