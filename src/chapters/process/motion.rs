//! One way of selling.

use plumbline_plan::{Edit, Factor, Quantity, QuantityKind};
use plumbline_wording::texts::{examples, fields, process as text};
use yew::prelude::*;

use super::{
    after_win::AfterWin, leads::Leads, motions, name_of, side_by_side::SideBySide, stages::Stages,
};
use crate::{
    components::{AssumptionField, ItemControls, Picker, QuantityField, TextField},
    workbook::access::{use_changes, use_plan},
};

/// Properties of the parts of a way of selling: its place in the plan.
#[derive(Properties, PartialEq)]
pub(super) struct MotionProps {
    /// The place of the motion, from 0.
    pub place: usize,
}

/// One way of selling, whole.
#[component]
pub(super) fn MotionSection(props: &MotionProps) -> Html {
    let plan = use_plan();
    let Some(motion) = plan.process.motions.get(props.place) else {
        return html! { <section /> };
    };
    let path = motions().child(motion.id.as_str());
    let name = name_of(motion, props.place);
    html! {
        <section class="motion" aria-label={name.clone()}>
            <header class="item-head">
                <h2 dir="auto">{ name.clone() }</h2>
                if plan.process.motions.len() > 1 {
                    <ItemControls list={motions()} id={motion.id.to_string()} {name}
                        place={props.place} count={plan.process.motions.len()} />
                }
            </header>
            <div class="columns">
                <TextField path={path.child("name")} label={text::NAME} hint={text::NAME_HINT}
                    value={motion.name.clone()} />
                <MotionLinks place={props.place} />
            </div>
            <h3>{ text::DEALS }</h3>
            <div class="columns">
                <AssumptionField path={path.child("deal_value")} label={text::DEAL_VALUE}
                    hint={text::DEAL_VALUE_HINT} value={&motion.deal_value} />
                <QuantityField path={path.child("value_spread")} label={text::VALUE_SPREAD}
                    hint={text::VALUE_SPREAD_HINT} kind={QuantityKind::Factor} bounds={(0.0, 10.0)}
                    value={motion.value_spread.map(Factor::get)} example={examples::VALUE_SPREAD} />
            </div>
            <Leads place={props.place} />
            <Stages place={props.place} />
            <SideBySide place={props.place} />
            <AfterWin place={props.place} />
        </section>
    }
}

/// The segment sold to and the product sold, once there are some to choose from.
#[component]
fn MotionLinks(props: &MotionProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let Some(motion) = plan.process.motions.get(props.place) else {
        return html! { <div /> };
    };
    let path = motions().child(motion.id.as_str());
    let pick = |field: &str| {
        let (changes, path) = (changes.clone(), path.child(field));
        Callback::from(move |id: AttrValue| {
            let id = Some(id.as_str())
                .filter(|id| !id.is_empty())
                .map(str::to_owned);
            changes.make(Edit::set(&path, id));
        })
    };
    let none: (AttrValue, AttrValue) = ("".into(), fields::NOT_CHOSEN.into());
    let segments = plan
        .market
        .segments
        .iter()
        .map(|segment| (segment.id.to_string().into(), segment.name.clone().into()));
    let products = plan
        .offer
        .products
        .iter()
        .map(|product| (product.id.to_string().into(), product.name.clone().into()));
    let chosen = |id: Option<String>| AttrValue::from(id.unwrap_or_default());
    html! {
        <div class="stack">
            if !plan.market.segments.is_empty() {
                <Picker id={format!("{path}-segment")} label={text::SEGMENT}
                    options={std::iter::once(none.clone()).chain(segments).collect::<Vec<_>>()}
                    chosen={chosen(motion.segment.as_ref().map(ToString::to_string))} choose={pick("segment")} />
            }
            if !plan.offer.products.is_empty() {
                <Picker id={format!("{path}-product")} label={text::PRODUCT}
                    options={std::iter::once(none).chain(products).collect::<Vec<_>>()}
                    chosen={chosen(motion.product.as_ref().map(ToString::to_string))} choose={pick("product")} />
            }
        </div>
    }
}
