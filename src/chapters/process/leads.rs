//! Where the leads of a way of selling come from.

use plumbline_plan::{
    Count, Edit, FieldPath, Quantity, QuantityKind, chapter::process::LeadSource, start,
};
use plumbline_wording::texts::process as text;
use yew::prelude::*;

use super::{motion::MotionProps, motions};
use crate::{
    components::{AddButton, AssumptionField, Choice, ItemControls, QuantityField, TextField},
    workbook::{
        access::{use_changes, use_plan},
        identity::fresh_item_id,
    },
};

/// The lead sources of a way of selling.
#[component]
pub(super) fn Leads(props: &MotionProps) -> Html {
    let plan = use_plan();
    let Some(motion) = plan.process.motions.get(props.place) else {
        return html! { <div /> };
    };
    let list = motions().child(motion.id.as_str()).child("lead_sources");
    let count = motion.lead_sources.len();
    let add = {
        let list = list.clone();
        Callback::from(move |()| Edit::insert(&list, count, start::lead_source(fresh_item_id())))
    };
    html! {
        <div class="part">
            <h3>{ text::LEADS }</h3>
            <div>
                { for motion.lead_sources.iter().enumerate().map(|(place, source)| html! {
                    <LeadSourceItem key={source.id.to_string()} list={list.clone()} {place} {count}
                        source={source.clone()} />
                }) }
            </div>
            <AddButton what={text::A_SOURCE} make={add} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct LeadSourceProps {
    list: FieldPath,
    place: usize,
    count: usize,
    source: LeadSource,
}

/// One lead source.
#[component]
fn LeadSourceItem(props: &LeadSourceProps) -> Html {
    let changes = use_changes();
    let source = &props.source;
    let path = props.list.child(source.id.as_str());
    let name = match source.name.trim() {
        "" => text::unnamed_source(props.place + 1),
        name => name.to_owned(),
    };
    let choose = {
        let path = path.child("from_activity");
        Callback::from(move |choice: AttrValue| changes.set(&path, choice == "activity"))
    };
    let options = vec![
        ("given".into(), text::GIVEN.into()),
        ("activity".into(), text::FROM_ACTIVITY.into()),
    ];
    html! {
        <div class="item" role="group" aria-label={name.clone()}>
            <div class="item-head">
                <TextField path={path.child("name")} label={text::SOURCE_NAME} value={source.name.clone()}
                    example={text::unnamed_source(props.place + 1)} />
                <ItemControls list={props.list.clone()} id={source.id.to_string()} name={name.clone()}
                    place={props.place} count={props.count} />
            </div>
            <Choice id={format!("{path}-kind")} label={text::LEADS_GIVEN} {options}
                chosen={if source.from_activity { "activity" } else { "given" }} {choose} />
            if source.from_activity {
                <ActivityFields path={path.child("activity")} source={source.clone()} {name} />
            } else {
                <div class="columns">
                    <AssumptionField path={path.child("per_month")} label={text::PER_MONTH}
                        hint={text::PER_MONTH_HINT} value={&source.per_month} />
                    <AssumptionField path={path.child("growth")} label={text::GROWTH}
                        hint={text::GROWTH_HINT} value={&source.growth} />
                </div>
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ActivityProps {
    path: FieldPath,
    source: LeadSource,
    name: AttrValue,
}

/// The activity that brings leads.
#[component]
fn ActivityFields(props: &ActivityProps) -> Html {
    let activity = &props.source.activity;
    let path = &props.path;
    let count = (0.0, Count::MOST);
    html! {
        <div class="columns">
            <AssumptionField path={path.child("per_day")} label={text::PER_DAY} value={&activity.per_day} />
            <AssumptionField path={path.child("contact_rate")} label={text::CONTACT_RATE}
                value={&activity.contact_rate} />
            <AssumptionField path={path.child("lead_rate")} label={text::LEAD_RATE} value={&activity.lead_rate} />
            <AssumptionField path={path.child("hours_each")} label={text::HOURS_EACH}
                value={&activity.hours_each} />
            <QuantityField path={path.child("reps")} label={text::ACTIVITY_REPS} hint={text::ACTIVITY_REPS_HINT}
                kind={QuantityKind::Count} bounds={count} value={activity.reps.map(Quantity::get)} />
            <QuantityField path={path.child("working_days")} label={text::WORKING_DAYS}
                hint={text::WORKING_DAYS_HINT} kind={QuantityKind::Count} bounds={(0.0, 31.0)}
                value={activity.working_days.map(Quantity::get)} />
        </div>
    }
}
