//! One rep.

use plumbline_plan::{
    FieldPath, Hours, Money, Quantity, QuantityKind,
    chapter::team::{NonSellingTask, Ramp, Rep},
};
use plumbline_wording::texts::team as text;
use yew::prelude::*;

use super::{field, ramp::RampField};
use crate::{
    chapters::parts::named,
    components::{
        AddItem, AssumptionField, DateField, ItemControls, QuantityField, TextArea, TextField,
    },
};

/// Properties of [`RepItem`].
#[derive(Properties, PartialEq)]
pub(super) struct RepProps {
    /// The rep's place in the team, from 0.
    pub place: usize,
    /// How many reps the team has.
    pub count: usize,
    /// The rep.
    pub rep: Rep,
    /// The ramp of everybody who has none of their own.
    pub usual: Option<Ramp>,
}

/// One rep, whole. Drawn again only when the rep is another one: there may be hundreds.
#[component]
pub(super) fn RepItem(props: &RepProps) -> Html {
    let rep = &props.rep;
    let path = field("reps").child(rep.id.as_str());
    let name = named(&rep.name, || text::unnamed(props.place + 1));
    html! {
        <div class="item" role="group" aria-label={name.clone()}>
            <div class="item-head">
                <TextField path={path.child("name")} label={text::NAME} value={rep.name.clone()}
                    example={text::unnamed(props.place + 1)} />
                <ItemControls list={field("reps")} id={rep.id.to_string()} {name} place={props.place}
                    count={props.count} />
            </div>
            <div class="columns">
                <TextField path={path.child("title")} label={text::TITLE} value={rep.title.clone()} />
                <TextArea path={path.child("role")} label={text::ROLE} value={rep.role.clone()} />
                <DateField path={path.child("started_on")} label={text::STARTED_ON}
                    hint={text::STARTED_ON_HINT} value={rep.started_on} />
                <DateField path={path.child("leaves_on")} label={text::LEAVES_ON} value={rep.leaves_on} />
                <QuantityField path={path.child("hours_per_week")} label={text::HOURS} hint={text::HOURS_HINT}
                    kind={QuantityKind::Hours} bounds={WEEK}
                    value={rep.hours_per_week.map(Quantity::get)} />
                <QuantityField path={path.child("quota")} label={text::QUOTA} kind={QuantityKind::Money}
                    bounds={(0.0, Money::MOST)} value={rep.quota.map(Quantity::get)} />
                <RampField path={path.child("ramp")} label={text::OWN_RAMP} hint={text::OWN_RAMP_HINT}
                    value={rep.ramp.clone()} usual={props.usual.clone()} />
            </div>
            <NonSellingWork path={path.child("non_selling")} tasks={rep.non_selling.clone()} />
            <Needs {path} rep={rep.clone()} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct NonSellingProps {
    path: FieldPath,
    tasks: Vec<NonSellingTask>,
}

/// The rep's work that is not selling, task by task.
#[component]
fn NonSellingWork(props: &NonSellingProps) -> Html {
    let count = props.tasks.len();
    html! {
        <details class="depth">
            <summary>{ text::NON_SELLING }</summary>
            <p class="field-hint">{ text::NON_SELLING_HINT }</p>
            <div>
                { for props.tasks.iter().enumerate().map(|(place, task)| {
                    let path = props.path.child(task.id.as_str());
                    let name = named(&task.name, || text::unnamed_task(place + 1));
                    html! {
                        <div class="row" key={task.id.to_string()} role="group" aria-label={name.clone()}>
                            <TextArea path={path.child("name")} label={text::TASK} value={task.name.clone()} />
                            <AssumptionField path={path.child("hours_per_week")} label={text::TASK_HOURS}
                                of={name.clone()} value={&task.hours_per_week} />
                            <TextArea path={path.child("could_move_to")} label={text::COULD_MOVE_TO}
                                value={task.could_move_to.clone()} />
                            <ItemControls list={props.path.clone()} id={task.id.to_string()} {name} {place}
                                {count} moves=false />
                        </div>
                    }
                }) }
            </div>
            <AddItem list={props.path.clone()} {count} what={text::A_TASK} />
        </details>
    }
}

#[derive(Properties, PartialEq)]
struct NeedsProps {
    path: FieldPath,
    rep: Rep,
}

/// What the rep needs, and what coaching does about it.
#[component]
fn Needs(props: &NeedsProps) -> Html {
    let (rep, path) = (&props.rep, &props.path);
    html! {
        <details class="depth">
            <summary>{ text::NEEDS }</summary>
            <div class="columns">
                <TextArea path={path.child("skills_needs")} label={text::SKILLS} value={rep.skills_needs.clone()} />
                <TextArea path={path.child("mindset_needs")} label={text::MINDSET}
                    value={rep.mindset_needs.clone()} />
                <TextArea path={path.child("time_management_needs")} label={text::TIME_MANAGEMENT}
                    value={rep.time_management_needs.clone()} />
                <TextArea path={path.child("coaching_plan")} label={text::COACHING}
                    value={rep.coaching_plan.clone()} />
            </div>
        </details>
    }
}

/// The most hours a week that a field takes.
pub(super) const WEEK: (f64, f64) = (Hours::LEAST, 168.0);
