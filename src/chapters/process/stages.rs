//! The stages of a way of selling, as a table whose rows open.

use std::collections::BTreeMap;

use plumbline_plan::{
    Days, Edit, FieldPath, Id, Plan, Quantity, QuantityKind,
    chapter::process::{Motion, Stage},
    start,
};
use plumbline_wording::texts::process as text;
use yew::prelude::*;

use super::{motion::MotionProps, motions};
use crate::{
    components::{
        AddButton, AssumptionField, ItemControls, Layout, QuantityField, TextArea, use_figures,
    },
    workbook::{
        access::{use_changes, use_plan},
        identity::fresh_item_id,
    },
};

/// The stages of a way of selling.
#[component]
pub(super) fn Stages(props: &MotionProps) -> Html {
    let plan = use_plan();
    let Some(motion) = plan.process.motions.get(props.place) else {
        return html! { <div /> };
    };
    let list = motions().child(motion.id.as_str()).child("stages");
    let (count, wins_at) = (motion.stages.len(), motion.win_place());
    let open = open_deals(&plan, motion);
    let add = {
        let list = list.clone();
        Callback::from(move |()| Edit::insert(&list, count, start::stage(fresh_item_id(), "", "")))
    };
    html! {
        <div class="part">
            <h3>{ text::STAGES }</h3>
            <p class="section-why">{ text::STAGES_HINT }</p>
            <div class="stages">
                <div class="stage-heads" aria-hidden="true">
                    <span>{ text::STAGE_NAME }</span>
                    <span>{ text::CONVERSION }</span>
                    <span>{ text::TIME }</span>
                    <span>{ text::SLOW_TIME }</span>
                    <span>{ text::HOURS }</span>
                </div>
                <div>
                    { for motion.stages.iter().enumerate().map(|(place, stage)| html! {
                        <StageItem key={stage.id.to_string()} motion={motion.id.clone()} list={list.clone()}
                            {place} {count} stage={stage.clone()} wins={wins_at == Some(place)}
                            open_deals={open.get(&stage.id).copied().unwrap_or(0)}
                            neighbour={neighbour(motion, place)}
                            after_win={wins_at.is_some_and(|win| place > win)} />
                    }) }
                </div>
            </div>
            <WinChance place={props.place} />
            <AddButton what={text::A_STAGE} make={add} />
        </div>
    }
}

/// How many of the plan's open deals are in each stage of a way of selling.
fn open_deals<'a>(plan: &'a Plan, motion: &Motion) -> BTreeMap<&'a Id<Stage>, usize> {
    let first = plan.process.motions.first().map(|first| &first.id);
    let mut open = BTreeMap::new();
    for deal in &plan.pipeline.deals {
        if deal.motion.as_ref().or(first) == Some(&motion.id)
            && let Some(stage) = &deal.stage
        {
            *open.entry(stage).or_default() += 1;
        }
    }
    open
}

/// The stage to which open deals go when the one in this place is removed.
fn neighbour(motion: &Motion, place: usize) -> Option<AttrValue> {
    let at = place.checked_sub(1).unwrap_or(1);
    let stage = motion.stages.get(at)?;
    Some(name_of(stage, at))
}

/// What a stage is called.
fn name_of(stage: &Stage, place: usize) -> AttrValue {
    match stage.name.trim() {
        "" => text::unnamed_stage(place + 1).into(),
        name => name.to_owned().into(),
    }
}

/// The chance that a new lead is won, once every conversion up to the win is known.
#[component]
fn WinChance(props: &MotionProps) -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let chance = plan.process.motions.get(props.place).and_then(|motion| {
        let stages = &motion.stages[..=motion.win_place()?];
        stages
            .iter()
            .map(|stage| Some(stage.conversion.average?.get()))
            .product::<Option<f64>>()
    });
    html! {
        <p class="result">{ chance.map(|chance| text::win_chance(&figures.percent(chance))) }</p>
    }
}

#[derive(Properties, PartialEq)]
struct StageProps {
    motion: Id<Motion>,
    list: FieldPath,
    place: usize,
    count: usize,
    stage: Stage,
    wins: bool,
    after_win: bool,
    /// How many open deals are in it.
    open_deals: usize,
    /// Where they go when it is removed.
    neighbour: Option<AttrValue>,
}

/// One stage: its figures in a row, its words below.
#[component]
fn StageItem(props: &StageProps) -> Html {
    let figures = use_figures();
    let stage = &props.stage;
    let path = props.list.child(stage.id.as_str());
    let name = name_of(stage, props.place);
    let cell = Layout::Cell;
    let add_after = {
        let (list, after) = (props.list.clone(), props.place + 1);
        Callback::from(move |()| Edit::insert(&list, after, start::stage(fresh_item_id(), "", "")))
    };
    let of = Some(name.clone());
    let went_on = stage.conversion.average.map(Quantity::get);
    let went_on = went_on.filter(|share| *share < 1.0 && !props.after_win);
    let losses = went_on.map(|share| text::losses_removed(&figures.percent(share)));
    let neighbour = props.neighbour.as_ref().filter(|_| props.open_deals > 0);
    let moved = neighbour.map(|to| {
        text::deals_moved(
            &figures.whole(props.open_deals as f64),
            props.open_deals,
            to,
        )
    });
    let removal_means = [moved, losses]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    let removal_means = (!removal_means.is_empty()).then_some(removal_means);
    html! {
        <div class={classes!("stage", props.after_win.then_some("stage-after"))} role="group"
            aria-label={name.clone()}>
            <div class="stage-row">
                <div class="stage-name">
                    <TextArea path={path.child("name")} label={text::STAGE_NAME} layout={cell}
                        value={stage.name.clone()} example={text::unnamed_stage(props.place + 1)} />
                    if props.wins {
                        <span class="mark">{ text::WIN }</span>
                    }
                </div>
                <AssumptionField path={path.child("conversion")} label={text::CONVERSION} of={of.clone()}
                    layout={cell} value={&stage.conversion} />
                <AssumptionField path={path.child("time_in_stage")} label={text::TIME} of={of.clone()}
                    layout={cell} value={&stage.time_in_stage} />
                <QuantityField path={path.child("slow_time")} label={text::SLOW_TIME} of={of.clone()}
                    layout={cell} kind={QuantityKind::Days} bounds={(0.0, Days::MOST)}
                    value={stage.slow_time.map(Quantity::get)} />
                <AssumptionField path={path.child("hours_per_deal")} label={text::HOURS} of={of.clone()}
                    layout={cell} value={&stage.hours_per_deal} />
            </div>
            <details class="depth">
                <summary><span class="unseen">{ format!("{name}: ") }</span>{ text::STAGE_WORDS }</summary>
                <StageWords path={path.clone()} stage={stage.clone()} motion={props.motion.clone()}
                    wins={props.wins} />
                <ItemControls list={props.list.clone()} id={stage.id.to_string()} name={name.clone()}
                    place={props.place} count={props.count} {removal_means} />
                <AddButton what={text::a_stage_after(&name)} make={add_after} />
            </details>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct StageWordsProps {
    path: FieldPath,
    stage: Stage,
    motion: Id<Motion>,
    wins: bool,
}

/// What happens in a stage, on both sides.
#[component]
fn StageWords(props: &StageWordsProps) -> Html {
    let changes = use_changes();
    let (stage, path) = (&props.stage, &props.path);
    let mark_win = {
        let win = motions().child(props.motion.as_str()).child("win_stage");
        let id = stage.id.clone();
        Callback::from(move |_: Event| changes.set(&win, &id))
    };
    html! {
        <>
            <div class="columns">
                <TextArea path={path.child("buyer_step")} label={text::BUYER_STEP}
                    value={stage.buyer_step.clone()} example={text::BUYER_STEP_EXAMPLE} />
                <TextArea path={path.child("activities")} label={text::ACTIVITIES}
                    value={stage.activities.clone()} example={text::ACTIVITIES_EXAMPLE} />
                <TextArea path={path.child("milestone")} label={text::MILESTONE}
                    value={stage.milestone.clone()} example={text::MILESTONE_EXAMPLE} />
                <QuantityField path={path.child("cut_off")} label={text::CUT_OFF} hint={text::CUT_OFF_HINT}
                    kind={QuantityKind::Days} bounds={(0.0, Days::MOST)}
                    value={stage.cut_off.map(Quantity::get)} />
            </div>
            <label class="check">
                <input type="radio" name={format!("win-{}", props.motion)} checked={props.wins}
                    onchange={mark_win} />
                <span>{ text::IS_WIN }</span>
            </label>
        </>
    }
}
