//! The field that answers a question, bound to the plan.

use plumbline_plan::{
    Days, FieldPath, Money, Plan, Quantity, QuantityKind,
    chapter::process::{LeadSource, Motion, Stage},
    start::questions::{asked_motion, days_to_win, set_days_to_win, set_people},
};
use yew::prelude::*;

use crate::{
    components::{Accepted, AssumptionField, NumberField, QuantityField, TextField},
    workbook::{access::use_plan, identity::fresh_item_id},
};

/// The most people that one answer brings.
const MOST_PEOPLE: f64 = 50.0;

/// The field that a question's answer goes into; for the two that go into several, one of
/// their own.
pub(super) fn path_of(motion: &Motion, place: usize) -> FieldPath {
    let path = FieldPath::from("process/motions").child(motion.id.as_str());
    match place {
        0 => "about/client".into(),
        1 => "targets/bookings".into(),
        2 => "targets/last_year_bookings".into(),
        3 => path.child("deal_value"),
        4 => {
            let source = motion.lead_sources.first();
            let source = source.map_or("", |source| source.id.as_str());
            path.child("lead_sources").child(source).child("per_month")
        }
        5..=7 => {
            let stage = motion.stages.get(place - 5);
            let stage = stage.map_or("", |stage| stage.id.as_str());
            path.child("stages").child(stage).child("conversion")
        }
        8 => "questions/days".into(),
        _ => "questions/people".into(),
    }
}

/// Whether a question has its answer.
pub(super) fn is_answered(plan: &Plan, motion: &Motion, place: usize) -> bool {
    match place {
        0 => !plan.about.client.trim().is_empty(),
        1 => plan.targets.bookings.is_some(),
        2 => plan.targets.last_year_bookings.is_some(),
        3 => motion.deal_value.average.is_some(),
        4 => first_source(motion).is_some_and(|source| source.per_month.average.is_some()),
        5..=7 => stage(motion, place).is_some_and(|stage| stage.conversion.average.is_some()),
        8 => days_to_win(motion).is_some(),
        _ => !plan.team.reps.is_empty(),
    }
}

fn first_source(motion: &Motion) -> Option<&LeadSource> {
    motion.lead_sources.first()
}

/// The stage that a question from the sixth on is about.
fn stage(motion: &Motion, place: usize) -> Option<&Stage> {
    motion.stages.get(place.checked_sub(5)?)
}

/// Properties of [`Answer`].
#[derive(Properties, PartialEq)]
pub(super) struct AnswerProps {
    /// The place of the question, from 0.
    pub place: usize,
    /// The question.
    pub label: AttrValue,
    /// What its answer is for.
    pub hint: AttrValue,
}

/// The field for the answer.
#[component]
pub(super) fn Answer(props: &AnswerProps) -> Html {
    let plan = use_plan();
    let Some(motion) = asked_motion(&plan) else {
        return html! { <div /> };
    };
    let path = path_of(motion, props.place);
    let (label, hint) = (props.label.clone(), props.hint.clone());
    let money = (0.0, Money::MOST);
    match props.place {
        0 => html! { <TextField {path} {label} {hint} value={plan.about.client.clone()} /> },
        1 => html! {
            <QuantityField {path} {label} {hint} kind={QuantityKind::Money} bounds={money}
                value={plan.targets.bookings.map(Quantity::get)} />
        },
        2 => html! {
            <QuantityField {path} {label} {hint} kind={QuantityKind::Money} bounds={money}
                value={plan.targets.last_year_bookings.map(Quantity::get)} />
        },
        3 => html! { <AssumptionField {path} {label} {hint} value={&motion.deal_value} /> },
        4 => match first_source(motion) {
            Some(source) => {
                html! { <AssumptionField {path} {label} {hint} value={&source.per_month} /> }
            }
            None => html! { <div /> },
        },
        8 => html! { <DaysAnswer {path} {label} {hint} motion={motion.clone()} /> },
        9 => html! { <PeopleAnswer {path} {label} {hint} people={plan.team.reps.len()} /> },
        place => match stage(motion, place) {
            Some(stage) => {
                html! { <AssumptionField {path} {label} {hint} value={&stage.conversion} /> }
            }
            None => html! { <div /> },
        },
    }
}

#[derive(Properties, PartialEq)]
struct DaysProps {
    path: FieldPath,
    label: AttrValue,
    hint: AttrValue,
    motion: Motion,
}

/// Days from first contact to signature, spread over the stages.
#[component]
fn DaysAnswer(props: &DaysProps) -> Html {
    let change = {
        let motion = props.motion.clone();
        Callback::from(move |accepted| set_days_to_win(&motion, one(accepted)))
    };
    html! {
        <NumberField path={props.path.clone()} label={props.label.clone()} hint={props.hint.clone()}
            kind={QuantityKind::Days} bounds={(0.0, Days::MOST)} value={days_to_win(&props.motion)} {change} />
    }
}

#[derive(Properties, PartialEq)]
struct PeopleProps {
    path: FieldPath,
    label: AttrValue,
    hint: AttrValue,
    people: usize,
}

/// How many people sell: so many reps.
#[component]
fn PeopleAnswer(props: &PeopleProps) -> Html {
    let plan = use_plan();
    let change = Callback::from(move |accepted| {
        let people = one(accepted).unwrap_or(0.0).round() as usize;
        set_people(&plan, people, std::iter::repeat_with(fresh_item_id))
    });
    let value = Some(props.people as f64).filter(|people| *people > 0.0);
    html! {
        <NumberField path={props.path.clone()} label={props.label.clone()} hint={props.hint.clone()}
            kind={QuantityKind::Count} bounds={(0.0, MOST_PEOPLE)} {value} {change} />
    }
}

fn one(accepted: Accepted) -> Option<f64> {
    match accepted {
        Accepted::One(value) => Some(value),
        _ => None,
    }
}
