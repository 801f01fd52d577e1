//! Whether a document holds together: identifiers unique in their list, references to
//! something that is there.

use std::collections::BTreeSet;

use super::{links::Links, walk::item_path};
use crate::{
    FieldPath, Item, Plan, Problem, ProblemKind,
    chapter::{Compensation, Process, Rhythm, Team, pipeline::Deal, process::Motion},
};

pub(super) fn check(plan: &Plan, problems: &mut Vec<Problem>) {
    unique_everywhere(plan, problems);
    references(plan, problems);
    Links::of(plan).check(problems);
}

fn unique_everywhere(plan: &Plan, problems: &mut Vec<Problem>) {
    let p = problems;
    unique("foundation/values".into(), &plan.foundation.values, p);
    unique(
        "foundation/priorities".into(),
        &plan.foundation.priorities,
        p,
    );
    unique("market/segments".into(), &plan.market.segments, p);
    unique("market/profile".into(), &plan.market.profile, p);
    unique("market/buying_roles".into(), &plan.market.buying_roles, p);
    unique("market/opportunities".into(), &plan.market.opportunities, p);
    for opportunity in &plan.market.opportunities {
        unique(
            item_path("market/opportunities", opportunity).child("answers"),
            &opportunity.answers,
            p,
        );
    }
    unique(
        "offer/value_propositions".into(),
        &plan.offer.value_propositions,
        p,
    );
    unique(
        "offer/differentiators".into(),
        &plan.offer.differentiators,
        p,
    );
    unique("offer/products".into(), &plan.offer.products, p);
    unique("offer/objections".into(), &plan.offer.objections, p);
    unique_in_process(FieldPath::from("process"), &plan.process, p);
    unique_in_team(FieldPath::from("team"), &plan.team, p);
    unique_in_compensation(FieldPath::from("compensation"), &plan.compensation, p);
    unique("pipeline/deals".into(), &plan.pipeline.deals, p);
    unique_in_rhythm(FieldPath::from("rhythm"), &plan.rhythm, p);
    unique(
        "scorecard/key_figures".into(),
        &plan.scorecard.key_figures,
        p,
    );
    unique("scorecard/actuals".into(), &plan.scorecard.actuals, p);
    unique(
        "scorecard/commitments".into(),
        &plan.scorecard.commitments,
        p,
    );
    unique("review/set_aside".into(), &plan.review.set_aside, p);
    unique("review/answers".into(), &plan.review.answers, p);
    unique("review/decisions".into(), &plan.review.decisions, p);
    unique("scenarios/others".into(), &plan.scenarios.others, p);
    for scenario in &plan.scenarios.others {
        let path = item_path("scenarios/others", scenario);
        unique_in_process(path.child("process"), &scenario.process, p);
        unique_in_team(path.child("team"), &scenario.team, p);
        unique_in_compensation(path.child("compensation"), &scenario.compensation, p);
        unique_in_rhythm(path.child("rhythm"), &scenario.rhythm, p);
    }
}

fn unique_in_process(path: FieldPath, process: &Process, problems: &mut Vec<Problem>) {
    let motions = path.child("motions");
    for motion in &process.motions {
        let path = motions.child(motion.id.as_str());
        unique(path.child("lead_sources"), &motion.lead_sources, problems);
        unique(path.child("stages"), &motion.stages, problems);
    }
    unique(motions, &process.motions, problems);
}

fn unique_in_team(path: FieldPath, team: &Team, problems: &mut Vec<Problem>) {
    let reps = path.child("reps");
    for rep in &team.reps {
        let tasks = reps.child(rep.id.as_str()).child("non_selling");
        unique(tasks, &rep.non_selling, problems);
    }
    unique(reps, &team.reps, problems);
    unique(path.child("hires"), &team.hires, problems);
    unique(path.child("bench"), &team.bench, problems);
}

fn unique_in_compensation(path: FieldPath, pay: &Compensation, problems: &mut Vec<Problem>) {
    let plans = path.child("pay_plans");
    for plan in &pay.pay_plans {
        let steps = plans.child(plan.id.as_str()).child("accelerators");
        unique(steps, &plan.accelerators, problems);
    }
    unique(plans, &pay.pay_plans, problems);
}

fn unique_in_rhythm(path: FieldPath, rhythm: &Rhythm, problems: &mut Vec<Problem>) {
    let meetings = path.child("meetings");
    for meeting in &rhythm.meetings {
        let agenda = meetings.child(meeting.id.as_str()).child("agenda");
        unique(agenda, &meeting.agenda, problems);
    }
    unique(meetings, &rhythm.meetings, problems);
    unique(path.child("sharing"), &rhythm.sharing, problems);
}

fn unique<T: Item>(list: FieldPath, items: &[T], problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for item in items {
        if !seen.insert(item.id()) {
            let kind = ProblemKind::DuplicateId {
                id: item.id().to_owned(),
            };
            problems.push(Problem::new(list.child(item.id()), kind));
        }
    }
}

fn references(plan: &Plan, problems: &mut Vec<Problem>) {
    for opportunity in &plan.market.opportunities {
        let answers = item_path("market/opportunities", opportunity).child("answers");
        for answer in &opportunity.answers {
            let path = answers.child(answer.id.as_str()).child("attribute");
            refer(
                || path,
                Some(answer.attribute.as_str()),
                &plan.market.profile,
                problems,
            );
        }
    }
    for proposition in &plan.offer.value_propositions {
        let path = item_path("offer/value_propositions", proposition).child("segment");
        refer(
            || path,
            text(&proposition.segment),
            &plan.market.segments,
            problems,
        );
    }
    for motion in &plan.process.motions {
        let path = item_path("process/motions", motion);
        refer(
            || path.child("segment"),
            text(&motion.segment),
            &plan.market.segments,
            problems,
        );
        refer(
            || path.child("product"),
            text(&motion.product),
            &plan.offer.products,
            problems,
        );
        refer(
            || path.child("win_stage"),
            text(&motion.win_stage),
            &motion.stages,
            problems,
        );
    }
    for rep in &plan.team.reps {
        let path = item_path("team/reps", rep).child("pay_plan");
        refer(
            || path,
            text(&rep.pay_plan),
            &plan.compensation.pay_plans,
            problems,
        );
    }
    for deal in &plan.pipeline.deals {
        deal_references(plan, deal, problems);
    }
    for actual in &plan.scorecard.actuals {
        let path = item_path("scorecard/actuals", actual);
        refer(
            || path.child("rep"),
            text(&actual.rep),
            &plan.team.reps,
            problems,
        );
        refer(
            || path.child("motion"),
            text(&actual.motion),
            &plan.process.motions,
            problems,
        );
        for stage in actual.stage_entries.keys() {
            let known = plan
                .process
                .motions
                .iter()
                .any(|motion| has(&motion.stages, stage.as_str()));
            if !known {
                unknown(
                    path.child("stage_entries").child(stage.as_str()),
                    stage.as_str(),
                    problems,
                );
            }
        }
    }
}

fn deal_references(plan: &Plan, deal: &Deal, problems: &mut Vec<Problem>) {
    let path = |field: &'static str| move || item_path("pipeline/deals", deal).child(field);
    refer(
        path("motion"),
        text(&deal.motion),
        &plan.process.motions,
        problems,
    );
    refer(path("owner"), text(&deal.owner), &plan.team.reps, problems);
    let motion = motion_of(plan, deal);
    let stages = motion.map_or(&[][..], |motion| &motion.stages[..]);
    refer(path("stage"), text(&deal.stage), stages, problems);
    if let Some(source) = &deal.source {
        let known = plan
            .process
            .motions
            .iter()
            .any(|motion| has(&motion.lead_sources, source.as_str()));
        if !known {
            unknown(path("source")(), source.as_str(), problems);
        }
    }
}

/// The motion a deal belongs to: the named one, else the plan's first.
fn motion_of<'a>(plan: &'a Plan, deal: &Deal) -> Option<&'a Motion> {
    match &deal.motion {
        Some(id) => plan.process.motions.iter().find(|motion| motion.id == *id),
        None => plan.process.motions.first(),
    }
}

fn text<T>(id: &Option<crate::Id<T>>) -> Option<&str> {
    id.as_ref().map(crate::Id::as_str)
}

fn has<T: Item>(items: &[T], id: &str) -> bool {
    items.iter().any(|item| item.id() == id)
}

/// The path is made only when it is needed: there may be thousands of deals.
fn refer<T: Item>(
    path: impl FnOnce() -> FieldPath,
    to: Option<&str>,
    items: &[T],
    problems: &mut Vec<Problem>,
) {
    if let Some(to) = to
        && !has(items, to)
    {
        unknown(path(), to, problems);
    }
}

pub(super) fn unknown(path: FieldPath, to: &str, problems: &mut Vec<Problem>) {
    problems.push(Problem::new(
        path,
        ProblemKind::UnknownReference { to: to.to_owned() },
    ));
}
