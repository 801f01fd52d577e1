//! Every assumption and every list of a plan with its path.

use super::FieldPath;
use crate::{
    Assumption, Item, Plan, Problem, Quantity,
    chapter::process::{LeadSource, Motion, Stage},
};

/// What looks at the assumptions of a plan one by one, whatever they measure.
pub(crate) trait Visitor {
    fn visit<Q: Quantity>(&mut self, path: FieldPath, assumption: &Assumption<Q>);
}

/// Shows every assumption of the plan to the visitor, in the order of the chapters.
pub(crate) fn assumptions(plan: &Plan, visitor: &mut impl Visitor) {
    for segment in &plan.market.segments {
        let path = item_path("market/segments", segment);
        visitor.visit(path.child("customers"), &segment.customers);
        visitor.visit(path.child("yearly_spend"), &segment.yearly_spend);
    }
    for motion in &plan.process.motions {
        of_motion(motion, visitor);
    }
    for rep in &plan.team.reps {
        let tasks = item_path("team/reps", rep).child("non_selling");
        for task in &rep.non_selling {
            visitor.visit(
                tasks.child(task.id.as_str()).child("hours_per_week"),
                &task.hours_per_week,
            );
        }
    }
    visitor.visit("team/turnover".into(), &plan.team.turnover);
    visitor.visit("team/vacancy".into(), &plan.team.vacancy);
}

fn of_motion(motion: &Motion, visitor: &mut impl Visitor) {
    let path = item_path("process/motions", motion);
    for source in &motion.lead_sources {
        of_lead_source(
            &path.child("lead_sources").child(source.id.as_str()),
            source,
            visitor,
        );
    }
    for stage in &motion.stages {
        of_stage(
            &path.child("stages").child(stage.id.as_str()),
            stage,
            visitor,
        );
    }
    visitor.visit(path.child("deal_value"), &motion.deal_value);
    let repeat = path.child("repeat");
    visitor.visit(
        repeat.child("share_of_value"),
        &motion.repeat.share_of_value,
    );
    visitor.visit(repeat.child("lag"), &motion.repeat.lag);
    visitor.visit(repeat.child("retention"), &motion.repeat.retention);
    let referrals = path.child("referrals");
    visitor.visit(
        referrals.child("leads_per_win"),
        &motion.referrals.leads_per_win,
    );
    visitor.visit(referrals.child("lag"), &motion.referrals.lag);
}

fn of_lead_source(path: &FieldPath, source: &LeadSource, visitor: &mut impl Visitor) {
    visitor.visit(path.child("per_month"), &source.per_month);
    let activity = path.child("activity");
    visitor.visit(activity.child("per_day"), &source.activity.per_day);
    visitor.visit(
        activity.child("contact_rate"),
        &source.activity.contact_rate,
    );
    visitor.visit(activity.child("lead_rate"), &source.activity.lead_rate);
    visitor.visit(activity.child("hours_each"), &source.activity.hours_each);
    visitor.visit(path.child("growth"), &source.growth);
}

fn of_stage(path: &FieldPath, stage: &Stage, visitor: &mut impl Visitor) {
    visitor.visit(path.child("conversion"), &stage.conversion);
    visitor.visit(path.child("time_in_stage"), &stage.time_in_stage);
    visitor.visit(path.child("hours_per_deal"), &stage.hours_per_deal);
}

/// The path of an item in a list.
pub(super) fn item_path(list: &str, item: &impl Item) -> FieldPath {
    FieldPath::from(list).child(item.id())
}

/// Checks every assumption of the plan.
pub(super) fn check_assumptions(plan: &Plan, problems: &mut Vec<Problem>) {
    struct Check<'a>(&'a mut Vec<Problem>);
    impl Visitor for Check<'_> {
        fn visit<Q: Quantity>(&mut self, path: FieldPath, assumption: &Assumption<Q>) {
            assumption.check(&path, self.0);
        }
    }
    assumptions(plan, &mut Check(problems));
}
