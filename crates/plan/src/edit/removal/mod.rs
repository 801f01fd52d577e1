//! Removing things that others refer to: one edit that also mends the references, so that
//! no removal leaves a plan that does not hold together. A plain [`Edit::Remove`] of such a
//! thing is refused while something refers to it.

mod chapters;
mod process;

pub use chapters::{
    remove_pay_plan, remove_product, remove_profile_attribute, remove_rep, remove_segment,
};
pub use process::{remove_lead_source, remove_motion, remove_stage};

use crate::{Edit, FieldPath, Item, Plan, validate::Links};

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
