//! Which of a plan's stages the stages of a file are. Reads no row and works nothing out.

use plumbline_plan::{
    Id,
    chapter::process::{Motion, Stage},
};

use crate::{History, Label, learnt::CutOffs, stages};

/// Which of a motion's stages the file's are: as somebody linked them, as far as the motion
/// has those stages, and else by their names, whatever the case. A stage that the plan does not
/// have belongs to the last before it that the plan has, by the order in which deals enter
/// them, and where there is none before it, to the first.
#[must_use]
pub fn linked_stages(
    history: &History,
    motion: &Motion,
    said: &[(Label, Id<Stage>)],
) -> Vec<(Label, Id<Stage>)> {
    let mut linked = own_links(history, motion, said);
    let order = stages::in_order(history);
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
    history: &History,
    motion: &Motion,
    said: &[(Label, Id<Stage>)],
) -> Vec<(Label, Id<Stage>)> {
    let is_there = |id: &Id<Stage>| motion.stages.iter().any(|stage| stage.id == *id);
    let said = said.iter().filter(|(_, id)| is_there(id));
    let mut linked: Vec<(Label, Id<Stage>)> = said.cloned().collect();
    for stage in &motion.stages {
        let mut names = history.stages.names();
        let name = names.find(|name| is_same_name(name, &stage.name));
        let label = name.and_then(|name| history.stages.find(name));
        if let Some(label) = label.filter(|label| linked.iter().all(|(other, _)| other != label)) {
            linked.push((label, stage.id.clone()));
        }
    }
    linked
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
