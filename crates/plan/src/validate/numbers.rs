//! Contradictions between numbers, and what the verdict needs and does not have.

use super::{
    links::Links,
    walk::{check_assumptions, item_path},
};
use crate::{
    FieldPath, Plan, Problem, ProblemKind, Quantity,
    chapter::{
        process::{LeadSource, Motion, Stage},
        targets::TargetSplit,
        team::Rep,
    },
};

pub(super) fn check(plan: &Plan, problems: &mut Vec<Problem>) {
    check_assumptions(plan, problems);
    targets(plan, problems);
    if plan.process.motions.is_empty() {
        problems.push(Problem::new("process/motions".into(), ProblemKind::Empty));
    }
    let links = Links::of(plan);
    for motion in &plan.process.motions {
        check_motion(plan, motion, &links, problems);
    }
    for rep in &plan.team.reps {
        check_rep(rep, problems);
    }
    for deal in &plan.pipeline.deals {
        if let (Some(first), Some(second)) = (deal.created_on, deal.in_stage_since)
            && first > second
        {
            let path = item_path("pipeline/deals", deal).child("in_stage_since");
            problems.push(Problem::new(path, ProblemKind::DateOrder { first, second }));
        }
    }
}

fn targets(plan: &Plan, problems: &mut Vec<Problem>) {
    let targets = &plan.targets;
    let Some(bookings) = targets.bookings else {
        problems.push(Problem::new(
            "targets/bookings".into(),
            ProblemKind::Missing,
        ));
        return;
    };
    if targets.split == TargetSplit::ByMonth {
        let (sum, target) = (targets.by_month().iter().sum::<f64>(), bookings.get());
        // A cent for each month may be lost in rounding.
        if (sum - target).abs() > 0.01 * f64::from(targets.period.months) {
            let kind = ProblemKind::SplitDoesNotAddUp { sum, target };
            problems.push(Problem::new("targets/by_month".into(), kind));
        }
    }
}

fn check_motion(plan: &Plan, motion: &Motion, links: &Links, problems: &mut Vec<Problem>) {
    let path = item_path("process/motions", motion);
    links.require(&path.child("deal_value"), problems);
    // A plan that lives on its open deals alone needs no leads.
    if motion.lead_sources.is_empty() && plan.pipeline.deals.is_empty() {
        problems.push(Problem::new(path.child("lead_sources"), ProblemKind::Empty));
    }
    for source in &motion.lead_sources {
        let path = path.child("lead_sources").child(source.id.as_str());
        require_leads(&path, source, links, problems);
    }
    if motion.stages.is_empty() {
        problems.push(Problem::new(path.child("stages"), ProblemKind::Empty));
    }
    let wins_at = motion.win_place().unwrap_or(0);
    for (place, stage) in motion.stages.iter().enumerate() {
        let path = path.child("stages").child(stage.id.as_str());
        if place <= wins_at {
            links.require(&path.child("conversion"), problems);
        }
        slow_time(&path, stage, problems);
    }
}

fn require_leads(
    path: &FieldPath,
    source: &LeadSource,
    links: &Links,
    problems: &mut Vec<Problem>,
) {
    if !source.from_activity {
        links.require(&path.child("per_month"), problems);
        return;
    }
    let activity = path.child("activity");
    for field in ["per_day", "contact_rate", "lead_rate"] {
        links.require(&activity.child(field), problems);
    }
}

fn slow_time(path: &FieldPath, stage: &Stage, problems: &mut Vec<Problem>) {
    if let (Some(typical), Some(slow)) = (stage.time_in_stage.average, stage.slow_time)
        && slow < typical
    {
        problems.push(Problem::new(
            path.child("slow_time"),
            ProblemKind::SlowBelowTypical,
        ));
    }
}

fn check_rep(rep: &Rep, problems: &mut Vec<Problem>) {
    let path = item_path("team/reps", rep);
    let available = rep
        .hours_per_week
        .map_or(Rep::DEFAULT_HOURS_PER_WEEK, Quantity::get);
    let hours = |task: &crate::chapter::team::NonSellingTask| {
        task.hours_per_week.average.map_or(0.0, Quantity::get)
    };
    let asked: f64 = rep.non_selling.iter().map(hours).sum();
    if asked > available {
        let kind = ProblemKind::MoreThanTheWeek { asked, available };
        problems.push(Problem::new(path.child("non_selling"), kind));
    }
    if let (Some(first), Some(second)) = (rep.started_on, rep.leaves_on)
        && first > second
    {
        problems.push(Problem::new(
            path.child("leaves_on"),
            ProblemKind::DateOrder { first, second },
        ));
    }
}
