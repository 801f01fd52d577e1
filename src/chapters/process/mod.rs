//! Chapter 4: the ways of selling with their leads, stages and deals.

mod after_win;
mod leads;
mod motion;
mod side_by_side;
mod stages;

use plumbline_plan::{Edit, FieldPath, start};
use plumbline_wording::texts::process as text;
use yew::prelude::*;

use crate::{
    components::AddButton,
    workbook::{access::use_plan, identity::fresh_item_id},
};

/// The page of chapter 4.
#[component]
pub(super) fn ProcessChapter() -> Html {
    let plan = use_plan();
    let add = {
        let place = plan.process.motions.len();
        Callback::from(move |()| Edit::insert(motions(), place, start::motion(fresh_item_id())))
    };
    html! {
        <>
            <div>
                { for plan.process.motions.iter().enumerate().map(|(place, motion)| html! {
                    <motion::MotionSection key={motion.id.to_string()} {place} />
                }) }
            </div>
            <AddButton what={text::A_MOTION} make={add} />
        </>
    }
}

fn motions() -> FieldPath {
    FieldPath::from("process/motions")
}

/// The name of a way of selling, or its place while it has none.
pub(super) fn name_of(motion: &plumbline_plan::chapter::process::Motion, place: usize) -> String {
    if motion.name.trim().is_empty() {
        text::unnamed(place + 1)
    } else {
        motion.name.clone()
    }
}
