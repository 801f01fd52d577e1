//! One pay plan.

use plumbline_plan::{
    Factor, FieldPath, Money, Quantity, QuantityKind,
    chapter::compensation::{Accelerator, PaidOn, PayPlan},
};
use plumbline_wording::texts::compensation as text;
use yew::prelude::*;

use super::field;
use crate::{
    chapters::parts::{choose, named, word, words},
    components::{
        AddItem, Choice, Figures, ItemControls, QuantityField, TextField, field_id, use_figures,
    },
    workbook::access::{use_changes, use_plan},
};

const SHARE: (f64, f64) = (0.0, 1.0);

/// Properties of [`PayPlanItem`].
#[derive(Properties, PartialEq)]
pub(super) struct PayPlanProps {
    /// The place of the pay plan, from 0.
    pub place: usize,
}

/// One pay plan, whole.
#[component]
pub(super) fn PayPlanItem(props: &PayPlanProps) -> Html {
    let plan = use_plan();
    let Some(pay_plan) = plan.compensation.pay_plans.get(props.place) else {
        return html! { <div /> };
    };
    let path = field("pay_plans").child(pay_plan.id.as_str());
    let name = named(&pay_plan.role, || text::unnamed_pay_plan(props.place + 1));
    html! {
        <div class="item" role="group" aria-label={name.clone()}>
            <div class="item-head">
                <TextField path={path.child("role")} label={text::ROLE} value={pay_plan.role.clone()}
                    example={text::ROLE_EXAMPLE} />
                <ItemControls list={field("pay_plans")} id={pay_plan.id.to_string()} name={name.clone()}
                    place={props.place} count={plan.compensation.pay_plans.len()} />
            </div>
            <PayAtQuota path={path.clone()} pay_plan={pay_plan.clone()} />
            <Accelerators list={path.child("accelerators")} accelerators={pay_plan.accelerators.clone()}
                of={name.clone()} />
            <MarginRules {path} pay_plan={pay_plan.clone()} of={name} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PartProps {
    path: FieldPath,
    pay_plan: PayPlan,
    #[prop_or_default]
    of: AttrValue,
}

/// Base, variable, quota and commission, and how they go together.
#[component]
fn PayAtQuota(props: &PartProps) -> Html {
    let changes = use_changes();
    let figures = use_figures();
    let (path, pay_plan) = (&props.path, &props.pay_plan);
    let money = (0.0, Money::MOST);
    let paid_on = path.child("paid_on");
    let options = words([
        (PaidOn::Revenue, text::ON_REVENUE),
        (PaidOn::GrossMargin, text::ON_MARGIN),
    ]);
    html! {
        <>
            <div class="columns">
                <QuantityField path={path.child("base")} label={text::BASE} kind={QuantityKind::Money}
                    bounds={money} value={pay_plan.base.map(Quantity::get)} example={text::BASE_EXAMPLE} />
                <QuantityField path={path.child("variable")} label={text::VARIABLE} kind={QuantityKind::Money}
                    bounds={money} value={pay_plan.variable.map(Quantity::get)}
                    example={text::VARIABLE_EXAMPLE} />
                <QuantityField path={path.child("quota")} label={text::QUOTA} kind={QuantityKind::Money}
                    bounds={money} value={pay_plan.quota.map(Quantity::get)} example={text::QUOTA_EXAMPLE} />
            </div>
            <div class="columns">
                <Choice id={field_id(&paid_on)} label={text::PAID_ON} hint={text::PAID_ON_HINT} {options}
                    chosen={word(pay_plan.paid_on)} choose={choose(&changes, paid_on)} />
                <QuantityField path={path.child("rate")} label={text::RATE} kind={QuantityKind::Fraction}
                    bounds={SHARE} value={pay_plan.rate.map(Quantity::get)} example={text::RATE_EXAMPLE} />
            </div>
            <p class="result">{ at_quota(pay_plan, &figures) }</p>
        </>
    }
}

/// What the pay plan comes to at quota, as far as it is known.
fn at_quota(pay_plan: &PayPlan, figures: &Figures) -> String {
    let pay = pay_plan.pay_at_quota().zip(pay_plan.variable_share());
    let pay =
        pay.map(|(pay, share)| text::pay_at_quota(&figures.money(pay), &figures.percent(share)));
    let commission = pay_plan.commission_at_quota().map(|amount| {
        text::commission_at_quota(
            &figures.money(amount),
            pay_plan.paid_on == PaidOn::GrossMargin,
        )
    });
    pay.into_iter()
        .chain(commission)
        .collect::<Vec<_>>()
        .join(" ")
}

#[derive(Properties, PartialEq)]
struct AcceleratorsProps {
    list: FieldPath,
    accelerators: Vec<Accelerator>,
    of: AttrValue,
}

/// Higher rates above quota, folded away.
#[component]
fn Accelerators(props: &AcceleratorsProps) -> Html {
    let count = props.accelerators.len();
    html! {
        <details class="depth">
            <summary><span class="unseen">{ format!("{}: ", props.of) }</span>{ text::ACCELERATORS }</summary>
            <p class="field-hint">{ text::ACCELERATORS_HINT }</p>
            <div>
                { for props.accelerators.iter().enumerate().map(|(place, accelerator)| {
                    let path = props.list.child(accelerator.id.as_str());
                    let name = text::accelerator(place + 1);
                    html! {
                        <div class="row" key={accelerator.id.to_string()} role="group" aria-label={name.clone()}>
                            <QuantityField path={path.child("from_attainment")} label={text::FROM_ATTAINMENT}
                                kind={QuantityKind::Factor} bounds={(0.0, Factor::MOST)}
                                value={accelerator.from_attainment.map(Quantity::get)}
                                example={text::FROM_ATTAINMENT_EXAMPLE} />
                            <QuantityField path={path.child("rate")} label={text::ACCELERATED_RATE}
                                kind={QuantityKind::Fraction} bounds={SHARE}
                                value={accelerator.rate.map(Quantity::get)} example={text::RATE_EXAMPLE} />
                            <ItemControls list={props.list.clone()} id={accelerator.id.to_string()} {name}
                                {place} {count} />
                        </div>
                    }
                }) }
            </div>
            <AddItem list={props.list.clone()} {count} what={text::AN_ACCELERATOR} />
        </details>
    }
}

/// What the gross margin of a deal does to its commission, folded away.
#[component]
fn MarginRules(props: &PartProps) -> Html {
    let (path, pay_plan) = (&props.path, &props.pay_plan);
    html! {
        <details class="depth">
            <summary><span class="unseen">{ format!("{}: ", props.of) }</span>{ text::MARGIN_RULES }</summary>
            <div class="columns">
                <QuantityField path={path.child("margin_floor")} label={text::MARGIN_FLOOR}
                    kind={QuantityKind::Fraction} bounds={SHARE}
                    value={pay_plan.margin_floor.map(Quantity::get)} example={text::MARGIN_FLOOR_EXAMPLE} />
                <QuantityField path={path.child("standard_margin")} label={text::STANDARD_MARGIN}
                    hint={text::STANDARD_MARGIN_HINT} kind={QuantityKind::Fraction} bounds={SHARE}
                    value={pay_plan.standard_margin.map(Quantity::get)}
                    example={text::STANDARD_MARGIN_EXAMPLE} />
                <QuantityField path={path.child("margin_bonus")} label={text::MARGIN_BONUS}
                    kind={QuantityKind::Fraction} bounds={SHARE}
                    value={pay_plan.margin_bonus.map(Quantity::get)} example={text::MARGIN_BONUS_EXAMPLE} />
            </div>
        </details>
    }
}
