//! Which of a plan's stages the stages of a file are. Reads no row and works nothing out.

use std::collections::BTreeSet;

use plumbline_plan::{
    Id, Plan,
    chapter::process::{Motion, Stage},
};

use crate::{Deal, History, Label, learnt::CutOffs, stages};

/// Which of a motion's stages the file's are: as somebody linked them, as far as the motion
/// has those stages, and else by their names, whatever the case, unless somebody linked them to
/// another motion of the plan. A stage that the plan does not
/// have belongs to the last before it that the plan has, by the order in which deals enter
/// them, and where there is none before it, to the first.
#[must_use]
pub fn linked_stages(
    plan: &Plan,
    motion: &Motion,
    history: &History,
    said: &[(Label, Id<Stage>)],
) -> Vec<(Label, Id<Stage>)> {
    let mut linked = own_links(plan, motion, history, said);
    let mut order = stages::in_order(history);
    let other = of_others(plan, motion, history, said);
    let own = |label: &Label| linked.iter().any(|(one, _)| one == label);
    order.retain(|label| own(label) || !other.contains(label));
    let plan_stage = |label: &Label| {
        let mut links = linked.iter();
        links
            .find(|(other, _)| other == label)
            .map(|(_, id)| id.clone())
    };
    let of_plan: Vec<Option<Id<Stage>>> = order.iter().map(plan_stage).collect();
    let Some(first) = of_plan.iter().flatten().next().cloned() else {
        return linked;
    };
    let mut last = first;
    for (label, stage) in order.iter().zip(of_plan) {
        match stage {
            Some(stage) => last = stage,
            None => linked.push((*label, last.clone())),
        }
    }
    linked
}

/// The file's stages that the motion has: as somebody linked them, else by their names.
pub(crate) fn own_links(
    plan: &Plan,
    motion: &Motion,
    history: &History,
    said: &[(Label, Id<Stage>)],
) -> Vec<(Label, Id<Stage>)> {
    let here = said.iter().filter(|(_, id)| has(motion, id));
    let mut linked: Vec<(Label, Id<Stage>)> = here.cloned().collect();
    let elsewhere = of_other_motions(plan, motion, said);
    // Where stages were linked to this motion, a name that another has too is that one's.
    let is_said = !linked.is_empty();
    let others = || {
        plan.process
            .motions
            .iter()
            .filter(|one| one.id != motion.id)
    };
    let is_shared = |stage: &Stage| {
        let mut stages = others().flat_map(|other| &other.stages);
        stages.any(|other| is_same_name(&other.name, &stage.name))
    };
    for stage in &motion.stages {
        if is_said && is_shared(stage) {
            continue;
        }
        let mut names = history.stages.names();
        let name = names.find(|name| is_same_name(name, &stage.name));
        let label = name.and_then(|name| history.stages.find(name));
        let is_new = |label: &Label| {
            linked.iter().all(|(other, _)| other != label) && !elsewhere.contains(label)
        };
        if let Some(label) = label.filter(is_new) {
            linked.push((label, stage.id.clone()));
        }
    }
    linked
}

fn has(motion: &Motion, id: &Id<Stage>) -> bool {
    motion.stages.iter().any(|stage| stage.id == *id)
}

/// The file's stages that somebody linked to other motions of the plan.
fn of_other_motions(plan: &Plan, motion: &Motion, said: &[(Label, Id<Stage>)]) -> BTreeSet<Label> {
    let others = || {
        plan.process
            .motions
            .iter()
            .filter(|one| one.id != motion.id)
    };
    let is_other = |id: &Id<Stage>| others().any(|other| has(other, id));
    let said = said.iter().filter(|(_, id)| is_other(id));
    said.map(|(label, _)| *label).collect()
}

/// The motion that a file's deals speak to: the one that most of them were in a stage of, the
/// first where several have as many. Nothing of a plan without motions.
#[must_use]
pub fn main_motion<'a>(
    plan: &'a Plan,
    history: &History,
    said: &[(Label, Id<Stage>)],
) -> Option<&'a Motion> {
    let deals = |motion: &Motion| {
        let own = labels(plan, motion, history, said);
        let deals = history.deals.iter();
        deals.filter(|deal| was_in(deal, &own)).count()
    };
    let motions = plan.process.motions.iter();
    motions.rev().max_by_key(|motion| deals(motion))
}

/// The history without the deals that were in stages of other motions alone; nothing where there are no such deals. A deal of which no stage is known stays: nobody
/// can tell whose it is.
pub(crate) fn without_other_motions(
    plan: &Plan,
    motion: &Motion,
    history: &History,
    said: &[(Label, Id<Stage>)],
) -> Option<History> {
    let other = of_others(plan, motion, history, said);
    let own = labels(plan, motion, history, said);
    let is_other = |deal: &Deal| was_in(deal, &other) && !was_in(deal, &own);
    history.deals.iter().any(is_other).then(|| {
        let mut history = history.clone();
        history.deals.retain(|deal| !is_other(deal));
        history
    })
}

/// The file's stages that a motion has.
fn labels(
    plan: &Plan,
    motion: &Motion,
    history: &History,
    said: &[(Label, Id<Stage>)],
) -> BTreeSet<Label> {
    let links = own_links(plan, motion, history, said).into_iter();
    links.map(|(label, _)| label).collect()
}

/// The file's stages that the other motions of the plan have.
fn of_others(
    plan: &Plan,
    motion: &Motion,
    history: &History,
    said: &[(Label, Id<Stage>)],
) -> BTreeSet<Label> {
    let motions = plan.process.motions.iter();
    let others = motions.filter(|one| one.id != motion.id);
    let labels = others.flat_map(|other| labels(plan, other, history, said));
    labels.collect()
}

/// Whether a deal was ever in one of these stages.
fn was_in(deal: &Deal, stages: &BTreeSet<Label>) -> bool {
    let mut entered = deal.entered.iter();
    stages.contains(&deal.stage) || entered.any(|(label, _)| stages.contains(label))
}

/// Whether a stage of a file is called as a stage of a plan, whatever the case.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    let plain = |name: &str| name.trim().to_lowercase();
    !one.trim().is_empty() && plain(one) == plain(other)
}

/// The cut-off ages of a motion's stages, by the file's stages that are linked to them.
#[must_use]
pub fn cut_offs(motion: &Motion, stages: &[(Label, Id<Stage>)]) -> CutOffs {
    stages
        .iter()
        .filter_map(|(label, id)| {
            let stage = motion.stages.iter().find(|stage| stage.id == *id)?;
            Some((*label, plumbline_plan::Quantity::get(stage.cut_off?)))
        })
        .collect()
}
