//! Removing things that others refer to: one edit that also mends the references, so that
//! no removal leaves a plan that does not hold together. A plain [`Edit::Remove`] of such a
//! thing is refused while something refers to it.

mod chapters;
mod process;

pub use chapters::{
    remove_pay_plan, remove_product, remove_profile_attribute, remove_rep, remove_segment,
};
pub use process::{remove_lead_source, remove_motion, remove_stage};

use crate::{Edit, FieldPath, Id, Item, Plan, validate::Links};

/// Removes an item of any list, and mends whatever refers to it, as the list's own removal
/// below does. An item that nothing can refer to is simply removed; where the list has no
/// such item, the edit is refused when it is made.
#[must_use]
pub fn remove(plan: &Plan, list: &FieldPath, id: &str) -> Edit {
    let steps: Vec<&str> = list.steps().collect();
    let mending = match steps[..] {
        ["market", "segments"] => known(id, |id| remove_segment(plan, id)),
        ["market", "profile"] => known(id, |id| remove_profile_attribute(plan, id)),
        ["offer", "products"] => known(id, |id| remove_product(plan, id)),
        ["process", "motions"] => known(id, |id| remove_motion(plan, id)),
        ["process", "motions", motion, "stages"] => known(motion, |motion| {
            known(id, |id| remove_stage(plan, motion, id))
        }),
        ["process", "motions", motion, "lead_sources"] => known(motion, |motion| {
            known(id, |id| remove_lead_source(plan, motion, id))
        }),
        ["team", "reps"] => known(id, |id| remove_rep(plan, id)),
        ["compensation", "pay_plans"] => known(id, |id| remove_pay_plan(plan, id)),
        _ => None,
    };
    mending.unwrap_or_else(|| Edit::remove(list.clone(), id))
}

/// The removal of what an identifier names, where it is one.
fn known<T>(id: &str, removal: impl FnOnce(&Id<T>) -> Option<Edit>) -> Option<Edit> {
    removal(&id.parse().ok()?)
}

/// The item goes, after what refers to it was mended; every assumption that stands for one
/// below it gets its own life again.
fn removal(plan: &Plan, list: &FieldPath, id: &str, mut mending: Vec<Edit>) -> Edit {
    let removed = list.child(id);
    mending.extend(
        Links::of(plan)
            .iter()
            .filter(|(from, to)| to.is_within(&removed) && !from.is_within(&removed))
            .map(|(from, _)| clear(from.child("same_as"))),
    );
    mending.push(Edit::remove(list.clone(), id));
    Edit::group(mending)
}

fn clear(path: FieldPath) -> Edit {
    Edit::set(path, None::<()>)
}

fn field(list: &str, item: &impl Item, field: &str) -> FieldPath {
    FieldPath::from(list).child(item.id()).child(field)
}
