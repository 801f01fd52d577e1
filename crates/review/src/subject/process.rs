//! Stages and chances of the ways of selling.

use plumbline_plan::{
    Edit, FieldPath, Quantity as _,
    chapter::process::{Motion, Stage},
};

use super::Subject;

impl Subject<'_> {
    /// The field of a way of selling.
    pub(crate) fn motion_path(motion: &Motion) -> FieldPath {
        FieldPath::from("process/motions").child(motion.id.as_str())
    }

    /// The field of a stage.
    pub(crate) fn stage_path(motion: &Motion, stage: &Stage) -> FieldPath {
        Self::motion_path(motion)
            .child("stages")
            .child(stage.id.as_str())
    }

    /// The stages up to and with the win.
    pub(crate) fn to_the_win(motion: &Motion) -> &[Stage] {
        let count = motion.win_place().map_or(0, |place| place + 1);
        &motion.stages[..count.min(motion.stages.len())]
    }

    /// The chance of winning a deal from a stage on, at its place; nothing while a
    /// conversion is missing.
    pub(crate) fn chance_from(&self, motion: &Motion, place: usize) -> Option<f64> {
        let stages = Self::to_the_win(motion).get(place..)?;
        stages
            .iter()
            .map(|stage| self.average(&stage.conversion))
            .try_fold(1.0, |chance, conversion| Some(chance * conversion?))
    }

    /// The edit that multiplies the times of all stages up to the win.
    pub(crate) fn scale_times(motion: &Motion, factor: f64) -> Edit {
        let mut edits = Vec::new();
        for stage in Self::to_the_win(motion) {
            let path = Self::stage_path(motion, stage);
            let time = path.child("time_in_stage");
            let ends = [
                (time.child("average"), stage.time_in_stage.average),
                (time.child("low"), stage.time_in_stage.low),
                (time.child("high"), stage.time_in_stage.high),
                (path.child("slow_time"), stage.slow_time),
            ];
            for (path, days) in ends {
                edits.extend(days.map(|days| Edit::set(path, days.get() * factor)));
            }
        }
        Edit::group(edits)
    }

    /// The edit that multiplies the leads of every source, given or from activity.
    pub(crate) fn scale_leads(&self, factor: f64) -> Edit {
        let mut edits = Vec::new();
        for motion in &self.plan.process.motions {
            for source in &motion.lead_sources {
                let path = Self::motion_path(motion)
                    .child("lead_sources")
                    .child(source.id.as_str());
                let (path, number) = if source.from_activity {
                    (
                        path.child("activity").child("per_day"),
                        &source.activity.per_day,
                    )
                } else {
                    (path.child("per_month"), &source.per_month)
                };
                let ends = [
                    ("average", number.average),
                    ("low", number.low),
                    ("high", number.high),
                ];
                for (end, count) in ends {
                    edits.extend(
                        count.map(|count| Edit::set(path.child(end), count.get() * factor)),
                    );
                }
            }
        }
        Edit::group(edits)
    }
}
