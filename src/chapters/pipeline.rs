//! Chapter 8: the open deals.

use chrono::NaiveDate;
use plumbline_plan::{
    Edit, FieldPath, Fraction, Money, Plan, Quantity, QuantityKind,
    chapter::{
        pipeline::{Deal, StartingPoint},
        process::Motion,
    },
};
use plumbline_wording::texts::{counted, fields, pipeline as text, process};
use yew::prelude::*;

use super::process::name_of;
use crate::{
    components::{
        AddItem, Choice, DateField, ItemControls, Picker, QuantityField, TextField, use_figures,
    },
    workbook::access::{Changes, use_changes, use_plan, use_reader},
};

/// The page of chapter 8.
#[component]
pub(super) fn PipelineChapter() -> Html {
    html! {
        <>
            <StartingSection />
            <DealsSection />
        </>
    }
}

fn deals() -> FieldPath {
    FieldPath::from("pipeline/deals")
}

/// What is under way when no deals are listed.
#[component]
fn StartingSection() -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let chosen = match plan.pipeline.starting_from {
        StartingPoint::RunningBusiness => "running_business",
        StartingPoint::Nothing => "nothing",
    };
    let choose = Callback::from(move |name: AttrValue| {
        changes.set(&"pipeline/starting_from".into(), name.as_str())
    });
    let options = vec![
        ("running_business".into(), text::RUNNING.into()),
        ("nothing".into(), text::FROM_NOTHING.into()),
    ];
    html! {
        <section>
            <Choice id="starting-from" label={text::STARTING_FROM} hint={text::STARTING_HINT} {options}
                {chosen} {choose} />
        </section>
    }
}

/// The list of open deals.
#[component]
fn DealsSection() -> Html {
    let plan = use_plan();
    let count = plan.pipeline.deals.len();
    html! {
        <section>
            <h2>{ text::OPEN_DEALS }</h2>
            <Summary />
            <div class="deals">
                { for plan.pipeline.deals.iter().enumerate().map(|(place, deal)| html! {
                    <DealItem key={deal.id.to_string()} {place} {count} deal={deal.clone()} />
                }) }
            </div>
            <AddItem list={deals()} {count} what={text::A_DEAL} />
        </section>
    }
}

/// How many deals, worth what, and how many of them are stagnant.
#[component]
fn Summary() -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let today = use_reader().today;
    let listed = &plan.pipeline.deals;
    if listed.is_empty() {
        return html! { <p class="section-why">{ text::EMPTY }</p> };
    }
    let worth = |deals: &[&Deal]| -> f64 {
        deals
            .iter()
            .filter_map(|deal| deal.value.map(Money::get))
            .sum()
    };
    let all: Vec<&Deal> = listed.iter().collect();
    let stagnant: Vec<&Deal> = listed
        .iter()
        .filter(|deal| is_stagnant(&plan, deal, today))
        .collect();
    let number = |count: usize| counted(count, "deal", "deals");
    html! {
        <p class="section-why">
            { text::summary(&number(all.len()), &figures.money(worth(&all))) }
            { " " }
            if !stagnant.is_empty() {
                { text::stagnant(&number(stagnant.len()), &figures.money(worth(&stagnant))) }
            }
        </p>
    }
}

/// The motion a deal belongs to: the named one, else the plan's first.
fn motion_of<'a>(plan: &'a Plan, deal: &Deal) -> Option<&'a Motion> {
    match &deal.motion {
        Some(id) => plan.process.motions.iter().find(|motion| motion.id == *id),
        None => plan.process.motions.first(),
    }
}

/// Days a deal has been in its stage, where its dates say so.
fn days_in_stage(deal: &Deal, today: NaiveDate) -> Option<i64> {
    let since = deal.in_stage_since.or(deal.created_on)?;
    Some((today - since).num_days())
}

/// Whether a deal has been in its stage longer than the stage's cut-off.
fn is_stagnant(plan: &Plan, deal: &Deal, today: NaiveDate) -> bool {
    let stage = motion_of(plan, deal).and_then(|motion| match &deal.stage {
        Some(id) => motion.stages.iter().find(|stage| stage.id == *id),
        None => motion.stages.first(),
    });
    let cut_off = stage.and_then(|stage| stage.cut_off).map(Quantity::get);
    match (cut_off, days_in_stage(deal, today)) {
        (Some(cut_off), Some(days)) => days as f64 > cut_off,
        _ => false,
    }
}

#[derive(Properties, PartialEq)]
struct DealProps {
    place: usize,
    count: usize,
    deal: Deal,
}

/// One deal: what matters in a row, the rest folded away.
#[component]
fn DealItem(props: &DealProps) -> Html {
    let plan = use_plan();
    let today = use_reader().today;
    let deal = &props.deal;
    let path = deals().child(deal.id.as_str());
    let name = match deal.name.trim() {
        "" => text::unnamed(props.place + 1),
        name => name.to_owned(),
    };
    let days = days_in_stage(deal, today);
    html! {
        <div class="item deal" role="group" aria-label={name.clone()}>
            <div class="deal-row">
                <TextField path={path.child("name")} label={text::NAME} value={deal.name.clone()}
                    example={text::unnamed(props.place + 1)} />
                <TextField path={path.child("customer")} label={text::CUSTOMER} value={deal.customer.clone()} />
                <QuantityField path={path.child("value")} label={text::VALUE} kind={QuantityKind::Money}
                    bounds={(0.0, Money::MOST)} value={deal.value.map(Quantity::get)} />
                <StagePicker path={path.clone()} deal={deal.clone()} />
                <p class="deal-age">
                    { days.map(|days| format!("{}: {days}", text::AGE)).unwrap_or_default() }
                    if is_stagnant(&plan, deal, today) {
                        <span class="mark mark-warning">{ text::STAGNANT }</span>
                    }
                </p>
            </div>
            <details class="depth">
                <summary><span class="unseen">{ format!("{name}: ") }</span>{ text::DETAILS }</summary>
                <DealDetails {path} deal={deal.clone()} />
                <ItemControls list={deals()} id={deal.id.to_string()} {name} place={props.place}
                    count={props.count} />
            </details>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DealPartProps {
    path: FieldPath,
    deal: Deal,
}

/// Sets a reference, or takes it away for the empty choice.
fn pick(changes: &Changes, path: FieldPath) -> Callback<AttrValue> {
    let changes = changes.clone();
    Callback::from(move |id: AttrValue| {
        let id = Some(id.as_str()).filter(|id| !id.is_empty());
        changes.set(&path, id);
    })
}

fn options<'a>(items: impl Iterator<Item = (&'a str, String)>) -> Vec<(AttrValue, AttrValue)> {
    std::iter::once(("".into(), fields::NOT_CHOSEN.into()))
        .chain(items.map(|(id, name)| (id.to_owned().into(), name.into())))
        .collect()
}

/// The stage a deal is in.
#[component]
fn StagePicker(props: &DealPartProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let stages = motion_of(&plan, &props.deal).map_or(&[][..], |motion| &motion.stages[..]);
    let named = stages.iter().enumerate().map(|(place, stage)| {
        let name = if stage.name.trim().is_empty() {
            process::unnamed_stage(place + 1)
        } else {
            stage.name.clone()
        };
        (stage.id.as_str(), name)
    });
    let chosen = props
        .deal
        .stage
        .as_ref()
        .map(ToString::to_string)
        .unwrap_or_default();
    html! {
        <Picker id={format!("{}-stage", props.path)} label={text::STAGE} options={options(named)} {chosen}
            choose={pick(&changes, props.path.child("stage"))} />
    }
}

/// Way of selling, dates, chance, owner and source of a deal.
#[component]
fn DealDetails(props: &DealPartProps) -> Html {
    let plan = use_plan();
    let changes = use_changes();
    let (deal, path) = (&props.deal, &props.path);
    let motions = plan.process.motions.iter().enumerate();
    let motions =
        options(motions.map(|(place, motion)| (motion.id.as_str(), name_of(motion, place))));
    let reps = options(
        plan.team
            .reps
            .iter()
            .map(|rep| (rep.id.as_str(), rep.name.clone())),
    );
    let sources = motion_of(&plan, deal).map_or(&[][..], |motion| &motion.lead_sources[..]);
    let sources = options(
        sources
            .iter()
            .map(|source| (source.id.as_str(), source.name.clone())),
    );
    let chosen = |id: Option<String>| AttrValue::from(id.unwrap_or_default());
    let change_motion = {
        let (changes, path) = (changes.clone(), path.clone());
        Callback::from(move |id: AttrValue| {
            let id = Some(id.as_str()).filter(|id| !id.is_empty());
            // A stage and a source belong to one way of selling.
            changes.make(Edit::group(vec![
                Edit::set(path.child("motion"), id),
                Edit::set(path.child("stage"), None::<()>),
                Edit::set(path.child("source"), None::<()>),
            ]));
        })
    };
    html! {
        <div class="columns">
            <Picker id={format!("{path}-motion")} label={text::MOTION} options={motions}
                chosen={chosen(deal.motion.as_ref().map(ToString::to_string))} choose={change_motion} />
            <DateField path={path.child("created_on")} label={text::CREATED} value={deal.created_on} />
            <DateField path={path.child("in_stage_since")} label={text::IN_STAGE_SINCE}
                value={deal.in_stage_since} />
            <DateField path={path.child("expected_close")} label={text::EXPECTED} value={deal.expected_close} />
            <QuantityField path={path.child("win_chance")} label={text::WIN_CHANCE}
                hint={text::WIN_CHANCE_HINT} kind={QuantityKind::Fraction}
                bounds={(Fraction::LEAST, Fraction::MOST)} value={deal.win_chance.map(Quantity::get)} />
            <Picker id={format!("{path}-owner")} label={text::OWNER} options={reps}
                chosen={chosen(deal.owner.as_ref().map(ToString::to_string))}
                choose={pick(&changes, path.child("owner"))} />
            <Picker id={format!("{path}-source")} label={text::SOURCE} options={sources}
                chosen={chosen(deal.source.as_ref().map(ToString::to_string))}
                choose={pick(&changes, path.child("source"))} />
        </div>
    }
}
