//! Rules on chapter 4, Process.

pub(crate) mod above_the_record;
pub(crate) mod faster_than_the_record;
pub(crate) mod hardly_a_process;
pub(crate) mod hours_unknown;
pub(crate) mod invented_ladder;
pub(crate) mod no_cut_off;
pub(crate) mod no_time;
pub(crate) mod sales_makes_all_leads;
pub(crate) mod stage_sorts_nothing;
pub(crate) mod stage_without_activities;
pub(crate) mod stage_without_buyer_step;
pub(crate) mod stage_without_milestone;
pub(crate) mod sure_without_milestone;

use plumbline_plan::chapter::process::Stage;

use crate::rule::{Found, Subject};

/// For each way of selling, the stages up to the win for which something holds.
fn by_motion(subject: &Subject<'_>, field: &str, holds: impl Fn(&Stage) -> bool) -> Vec<Found> {
    let motions = subject.plan.process.motions.iter();
    let of = |motion| {
        let stages = Subject::to_the_win(motion).iter();
        let stages: Vec<_> = stages.filter(|stage| holds(stage)).collect();
        let paths: Vec<_> = stages
            .iter()
            .map(|stage| Subject::stage_path(motion, stage))
            .collect();
        let count = paths.len();
        let list = Subject::motion_path(motion).child("stages");
        let found = Found::in_fields(list, "stages", paths.clone())?.counting("count", count);
        Some(found.leading_to(paths.iter().map(|path| path.child(field)).collect()))
    };
    motions.filter_map(of).collect()
}
