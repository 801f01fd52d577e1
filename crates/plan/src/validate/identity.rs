//! Whether a document holds together: identifiers unique in their list, references to
//! something that is there.

use std::collections::BTreeSet;

use super::{links::Links, walk::item_path};
use crate::{
    FieldPath, Item, Plan, Problem, ProblemKind,
    chapter::{pipeline::Deal, process::Motion},
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
    unique("process/motions".into(), &plan.process.motions, p);
    for motion in &plan.process.motions {
        let path = item_path("process/motions", motion);
        unique(path.child("lead_sources"), &motion.lead_sources, p);
        unique(path.child("stages"), &motion.stages, p);
    }
    unique("team/reps".into(), &plan.team.reps, p);
    for rep in &plan.team.reps {
        unique(
            item_path("team/reps", rep).child("non_selling"),
            &rep.non_selling,
            p,
        );
    }
    unique("team/hires".into(), &plan.team.hires, p);
    unique("team/bench".into(), &plan.team.bench, p);
    unique(
        "compensation/pay_plans".into(),
        &plan.compensation.pay_plans,
        p,
    );
    for pay_plan in &plan.compensation.pay_plans {
        let path = item_path("compensation/pay_plans", pay_plan);
        unique(path.child("accelerators"), &pay_plan.accelerators, p);
    }
    unique("pipeline/deals".into(), &plan.pipeline.deals, p);
    unique("rhythm/meetings".into(), &plan.rhythm.meetings, p);
    for meeting in &plan.rhythm.meetings {
        unique(
            item_path("rhythm/meetings", meeting).child("agenda"),
            &meeting.agenda,
            p,
        );
    }
    unique("rhythm/sharing".into(), &plan.rhythm.sharing, p);
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
