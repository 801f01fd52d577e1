//! Chapter 6: what selling pays.

mod pay_plan;

use plumbline_plan::{FieldPath, Plan};
use plumbline_wording::texts::{compensation as text, fields, team};
use yew::prelude::*;

use super::parts::{Options, chosen, named, pick, references, why};
use crate::{
    components::{AddItem, Picker, TextArea, field_id},
    workbook::access::{use_changes, use_plan},
};

/// The page of chapter 6.
#[component]
pub(super) fn CompensationChapter() -> Html {
    html! {
        <>
            <IntentSection />
            <PayPlansSection />
            <WhoSection />
            <PresenceSection />
        </>
    }
}

fn field(name: &str) -> FieldPath {
    FieldPath::from("compensation").child(name)
}

/// What the pay plan is to encourage.
#[component]
fn IntentSection() -> Html {
    let plan = use_plan();
    html! {
        <section>
            <h2>{ text::INTENT_SECTION }</h2>
            <TextArea path={field("intent")} label={text::INTENT} hint={text::INTENT_HINT}
                value={plan.compensation.intent.clone()} example={text::INTENT_EXAMPLE} />
        </section>
    }
}

/// The pay plans, one by one.
#[component]
fn PayPlansSection() -> Html {
    let plan = use_plan();
    let count = plan.compensation.pay_plans.len();
    html! {
        <section>
            <h2>{ text::PAY_PLANS }</h2>
            { why(count, text::PAY_PLANS_EMPTY, text::PAY_PLANS_WHY) }
            <div>
                { for plan.compensation.pay_plans.iter().enumerate().map(|(place, pay_plan)| html! {
                    <pay_plan::PayPlanItem key={pay_plan.id.to_string()} {place} />
                }) }
            </div>
            <AddItem list={field("pay_plans")} {count} what={text::A_PAY_PLAN} />
        </section>
    }
}

/// The pay plans to choose from.
fn pay_plans(plan: &Plan) -> Options {
    let listed = plan
        .compensation
        .pay_plans
        .iter()
        .enumerate()
        .map(|(place, pay_plan)| {
            let name = named(&pay_plan.role, || text::unnamed_pay_plan(place + 1));
            (pay_plan.id.as_str(), name)
        });
    references(fields::NOT_CHOSEN, listed)
}

/// The pay plan of each rep.
#[component]
fn WhoSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let options = pay_plans(&plan);
    let missing = match (
        plan.team.reps.is_empty(),
        plan.compensation.pay_plans.is_empty(),
    ) {
        (true, _) => text::WHO_WITHOUT_REPS,
        (false, true) => text::WHO_WITHOUT_PLANS,
        (false, false) => "",
    };
    let reps = plan
        .team
        .reps
        .iter()
        .enumerate()
        .filter(|_| missing.is_empty());
    html! {
        <section>
            <h2>{ text::WHO }</h2>
            <p class="section-why">{ missing }</p>
            <div class="columns">
                { for reps.map(|(place, rep)| {
                    let path = FieldPath::from("team/reps").child(rep.id.as_str()).child("pay_plan");
                    let name = named(&rep.name, || team::unnamed(place + 1));
                    html! {
                        <Picker key={rep.id.to_string()} id={field_id(&path)} label={name} options={options.clone()}
                            chosen={chosen(rep.pay_plan.as_ref())} choose={pick(&changes, path)} />
                    }
                }) }
            </div>
        </section>
    }
}

/// Where presence in the market comes before margin.
#[component]
fn PresenceSection() -> Html {
    let plan = use_plan();
    html! {
        <section>
            <h2>{ text::PRESENCE_SECTION }</h2>
            <TextArea path={field("presence_before_margin")} label={text::PRESENCE} hint={text::PRESENCE_HINT}
                value={plan.compensation.presence_before_margin.clone()} />
        </section>
    }
}
