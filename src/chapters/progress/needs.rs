//! What is still needed before a rep could act on a chapter: fields and lists, each with
//! what belongs there. No judgement of what stands there already; that is the findings'.

use plumbline_plan::{
    FieldPath, Item, Plan,
    chapter::{market::AttributeRole, process::Motion, scorecard::Timing},
};
use plumbline_wording::texts::guide as text;

use super::Chapter;

/// Something that is needed.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::chapters) struct Need {
    /// The field or list it belongs into.
    pub path: FieldPath,
    /// What belongs there, in a few words.
    pub what: &'static str,
}

/// What a chapter still needs before a rep could act on it, in the order of its page.
#[must_use]
pub(in crate::chapters) fn needs(chapter: Chapter, plan: &Plan) -> Vec<Need> {
    let mut needs = Needs(Vec::new());
    match chapter {
        Chapter::Foundation => foundation(plan, &mut needs),
        Chapter::Market => market(plan, &mut needs),
        Chapter::Offer => offer(plan, &mut needs),
        Chapter::Process => process(plan, &mut needs),
        Chapter::Team => team(plan, &mut needs),
        Chapter::Compensation => compensation(plan, &mut needs),
        Chapter::Targets => needs.text("targets/basis", &plan.targets.basis, text::NEED_BASIS),
        Chapter::Pipeline => pipeline(plan, &mut needs),
        Chapter::Rhythm => rhythm(plan, &mut needs),
        Chapter::Scorecard => scorecard(plan, &mut needs),
        Chapter::RealityCheck => {}
        Chapter::Review => review(plan, &mut needs),
    }
    needs.0
}

struct Needs(Vec<Need>);

impl Needs {
    fn unless(&mut self, there: bool, path: impl Into<FieldPath>, what: &'static str) {
        if !there {
            let path = path.into();
            self.0.push(Need { path, what });
        }
    }

    fn text(&mut self, path: impl Into<FieldPath>, words: &str, what: &'static str) {
        self.unless(said(words), path, what);
    }
}

fn said(words: &str) -> bool {
    !words.trim().is_empty()
}

fn of(list: &str, item: &impl Item, field: &str) -> FieldPath {
    FieldPath::from(list).child(item.id()).child(field)
}

fn foundation(plan: &Plan, needs: &mut Needs) {
    let foundation = &plan.foundation;
    let mut values = foundation.values.iter();
    let mut priorities = foundation.priorities.iter();
    needs.unless(
        values.any(|value| said(&value.meaning)),
        "foundation/values",
        text::NEED_VALUE,
    );
    needs.unless(
        priorities.any(|priority| said(&priority.sales_part)),
        "foundation/priorities",
        text::NEED_PRIORITY,
    );
    needs.text(
        "foundation/strategy",
        &foundation.strategy,
        text::NEED_STRATEGY,
    );
}

fn market(plan: &Plan, needs: &mut Needs) {
    let market = &plan.market;
    needs.unless(
        said(&market.target_markets) || !market.segments.is_empty(),
        "market/target_markets",
        text::NEED_MARKETS,
    );
    let mut profile = market.profile.iter();
    needs.unless(
        profile
            .any(|attribute| said(&attribute.statement) && attribute.role != AttributeRole::Helps),
        "market/profile",
        text::NEED_PROFILE,
    );
    let mut roles = market.buying_roles.iter();
    needs.unless(
        roles.any(|role| said(&role.cares_about)),
        "market/buying_roles",
        text::NEED_BUYING_ROLE,
    );
    needs.text("market/pass_on", &market.pass_on, text::NEED_PASS_ON);
}

fn offer(plan: &Plan, needs: &mut Needs) {
    let offer = &plan.offer;
    let mut propositions = offer.value_propositions.iter();
    needs.unless(
        propositions.any(|proposition| said(&proposition.text)),
        "offer/value_propositions",
        text::NEED_PROPOSITION,
    );
    needs.text(
        "offer/positioning",
        &offer.positioning,
        text::NEED_POSITIONING,
    );
    let mut differentiators = offer.differentiators.iter();
    needs.unless(
        differentiators.any(|one| said(&one.proof)),
        "offer/differentiators",
        text::NEED_PROOF,
    );
    let mut products = offer.products.iter();
    needs.unless(
        products.any(|product| product.price.is_some()),
        "offer/products",
        text::NEED_PRODUCT,
    );
    let mut objections = offer.objections.iter();
    needs.unless(
        objections.any(|objection| said(&objection.answer)),
        "offer/objections",
        text::NEED_OBJECTION,
    );
}

fn process(plan: &Plan, needs: &mut Needs) {
    for motion in &plan.process.motions {
        let stages = FieldPath::from("process/motions")
            .child(motion.id.as_str())
            .child("stages");
        for stage in up_to_the_win(motion) {
            let path = stages.child(stage.id.as_str());
            needs.text(
                path.child("activities"),
                &stage.activities,
                text::NEED_ACTIVITIES,
            );
            needs.text(
                path.child("milestone"),
                &stage.milestone,
                text::NEED_MILESTONE,
            );
            needs.unless(
                stage.cut_off.is_some(),
                path.child("cut_off"),
                text::NEED_CUT_OFF,
            );
        }
    }
}

fn up_to_the_win(motion: &Motion) -> &[plumbline_plan::chapter::process::Stage] {
    let count = motion.win_place().map_or(0, |place| place + 1);
    motion.stages.get(..count).unwrap_or_default()
}

fn team(plan: &Plan, needs: &mut Needs) {
    const REPS: &str = "team/reps";
    let team = &plan.team;
    needs.unless(!team.reps.is_empty(), REPS, text::NEED_REP);
    for rep in &team.reps {
        needs.text(of(REPS, rep, "role"), &rep.role, text::NEED_ROLE);
        needs.unless(
            rep.quota.is_some(),
            of(REPS, rep, "quota"),
            text::NEED_QUOTA,
        );
        needs.text(
            of(REPS, rep, "coaching_plan"),
            &rep.coaching_plan,
            text::NEED_COACHING,
        );
    }
    needs.text(
        "team/customer_database",
        &team.customer_database,
        text::NEED_DATABASE,
    );
}

fn compensation(plan: &Plan, needs: &mut Needs) {
    let mut plans = plan.compensation.pay_plans.iter();
    needs.unless(
        plans.any(|pay| pay.base.is_some() && pay.variable.is_some()),
        "compensation/pay_plans",
        text::NEED_PAY_PLAN,
    );
    for rep in &plan.team.reps {
        needs.unless(
            rep.pay_plan.is_some(),
            of("team/reps", rep, "pay_plan"),
            text::NEED_PAID_BY,
        );
    }
}

fn pipeline(plan: &Plan, needs: &mut Needs) {
    const DEALS: &str = "pipeline/deals";
    needs.unless(!plan.pipeline.deals.is_empty(), DEALS, text::NEED_DEALS);
    for deal in &plan.pipeline.deals {
        needs.unless(
            deal.stage.is_some(),
            of(DEALS, deal, "stage"),
            text::NEED_STAGE,
        );
        needs.unless(
            deal.owner.is_some() || plan.team.reps.is_empty(),
            of(DEALS, deal, "owner"),
            text::NEED_OWNER,
        );
    }
}

fn rhythm(plan: &Plan, needs: &mut Needs) {
    let rhythm = &plan.rhythm;
    let mut meetings = rhythm.meetings.iter();
    needs.unless(
        plan.team.reps.len() < 2 || meetings.any(|meeting| !meeting.agenda.is_empty()),
        "rhythm/meetings",
        text::NEED_MEETING,
    );
    needs.text("rhythm/coaching", &rhythm.coaching, text::NEED_COACHING_HOW);
    let mut sharing = rhythm.sharing.iter();
    needs.unless(
        sharing.any(|sharing| said(&sharing.what) && said(&sharing.owner)),
        "rhythm/sharing",
        text::NEED_SHARING,
    );
}

fn scorecard(plan: &Plan, needs: &mut Needs) {
    let scorecard = &plan.scorecard;
    let mut figures = scorecard.key_figures.iter();
    needs.unless(
        figures.any(|figure| {
            figure.timing == Timing::Leading && said(&figure.goal) && said(&figure.owner)
        }),
        "scorecard/key_figures",
        text::NEED_LEADING,
    );
    let mut commitments = scorecard.commitments.iter();
    needs.unless(
        commitments.any(|commitment| said(&commitment.owner) && commitment.due.is_some()),
        "scorecard/commitments",
        text::NEED_COMMITMENT,
    );
}

fn review(plan: &Plan, needs: &mut Needs) {
    let review = &plan.review;
    let mut answers = review.answers.iter();
    needs.unless(
        answers.any(|answer| said(&answer.answer)),
        "review/answers",
        text::NEED_ANSWER,
    );
    let mut decisions = review.decisions.iter();
    needs.unless(
        decisions.any(|decision| said(&decision.what) && said(&decision.why)),
        "review/decisions",
        text::NEED_DECISION,
    );
}
