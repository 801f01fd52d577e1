//! One open deal: what matters in a row, the rest folded away.

use chrono::NaiveDate;
use plumbline_plan::{
    Money, Quantity, QuantityKind,
    chapter::{pipeline::Deal, process::Motion},
};
use plumbline_wording::texts::{fields, pipeline as text, process};
use yew::prelude::*;

use super::{Around, deals, details::DealDetails};
use crate::{
    chapters::parts::{chosen, named, pick, references},
    components::{ItemControls, Layout, Picker, QuantityField, TextField},
    workbook::{
        Part,
        access::{use_changes, use_reader},
    },
};

/// Properties of [`DealItem`].
#[derive(Properties, PartialEq)]
pub(super) struct DealItemProps {
    /// Its place in the list, from 0.
    pub place: usize,
    /// How many deals there are.
    pub count: usize,
    /// The deal.
    pub deal: Deal,
    /// What it refers to.
    pub around: Part<Around>,
}

/// One deal. Drawn again only when it, or what it refers to, is another one: there may be
/// hundreds.
#[component]
pub(super) fn DealItem(props: &DealItemProps) -> Html {
    let deal = &props.deal;
    let path = deals().child(deal.id.as_str());
    let unnamed = || text::unnamed(props.place + 1);
    let name = named(&deal.name, unnamed);
    // Whether its details were ever opened.
    let opened = use_state_eq(|| false);
    let ontoggle = {
        let opened = opened.setter();
        Callback::from(move |_: Event| opened.set(true))
    };
    html! {
        <div class="item deal" role="group" aria-label={name.clone()}>
            <div class="deal-row">
                <TextField path={path.child("name")} label={text::NAME} value={deal.name.clone()}
                    layout={Layout::Cell} example={unnamed()} />
                <TextField path={path.child("customer")} label={text::CUSTOMER} layout={Layout::Cell}
                    value={deal.customer.clone()} />
                <QuantityField path={path.child("value")} label={text::VALUE} layout={Layout::Cell}
                    kind={QuantityKind::Money} bounds={(0.0, Money::MOST)} value={deal.value.map(Quantity::get)} />
                <StagePicker deal={deal.clone()} around={props.around.clone()} />
            </div>
            <details class="depth" {ontoggle}>
                <summary><span class="unseen">{ format!("{name}: ") }</span>{ text::DETAILS }</summary>
                <DealDetails {path} deal={deal.clone()} around={props.around.clone()} opened={*opened} />
                <ItemControls list={deals()} id={deal.id.to_string()} {name} place={props.place}
                    count={props.count} />
            </details>
        </div>
    }
}

/// The motion a deal belongs to: the named one, else the plan's first.
pub(super) fn motion_of<'a>(motions: &'a [Motion], deal: &Deal) -> Option<&'a Motion> {
    match &deal.motion {
        Some(id) => motions.iter().find(|motion| motion.id == *id),
        None => motions.first(),
    }
}

/// Whether a deal has been in its stage longer than the stage's cut-off.
pub(super) fn is_stagnant(motions: &[Motion], deal: &Deal, today: NaiveDate) -> bool {
    let stage = motion_of(motions, deal).and_then(|motion| match &deal.stage {
        Some(id) => motion.stages.iter().find(|stage| stage.id == *id),
        None => motion.stages.first(),
    });
    let cut_off = stage.and_then(|stage| stage.cut_off).map(Quantity::get);
    match (cut_off, days_in_stage(deal, today)) {
        (Some(cut_off), Some(days)) => days as f64 > cut_off,
        _ => false,
    }
}

/// Days a deal has been in its stage, where its dates say so.
fn days_in_stage(deal: &Deal, today: NaiveDate) -> Option<i64> {
    let since = deal.in_stage_since.or(deal.created_on)?;
    Some((today - since).num_days())
}

#[derive(Properties, PartialEq)]
struct StagePickerProps {
    deal: Deal,
    around: Part<Around>,
}

/// The stage a deal is in, and for how long.
#[component]
fn StagePicker(props: &StagePickerProps) -> Html {
    let changes = use_changes();
    let today = use_reader().today;
    let (deal, motions) = (&props.deal, &props.around.motions);
    let path = deals().child(deal.id.as_str());
    let stages = motion_of(motions, deal).map_or(&[][..], |motion| &motion.stages[..]);
    let stages = stages.iter().enumerate().map(|(place, stage)| {
        let name = named(&stage.name, || process::unnamed_stage(place + 1));
        (stage.id.as_str(), name)
    });
    let below = html! {
        <p class="deal-age">
            { days_in_stage(deal, today).map(text::days_in_stage).unwrap_or_default() }
            if is_stagnant(motions, deal, today) {
                <span class="mark mark-warning">{ text::STAGNANT }</span>
            }
        </p>
    };
    html! {
        <Picker id={format!("{path}-stage")} label={text::STAGE} layout={Layout::Cell}
            options={references(fields::NOT_CHOSEN, stages)} chosen={chosen(deal.stage.as_ref())} choose={pick(&changes, path.child("stage"))} {below} />
    }
}
