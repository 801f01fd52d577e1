//! Each assumption the deals speak to, with what stands in the plan and what they say; one
//! or all are taken as one change, which undo takes back.

use std::rc::Rc;

use chrono::NaiveDate;
use plumbline_plan::{Edit, file};
use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use crate::{
    components::Picker,
    deals::{
        context::use_deals,
        protocol::{Calibrated, Proposed},
    },
    workbook::access::{Changes, use_changes, use_plan},
};

/// Properties of [`CalibrationSection`].
#[derive(Properties, PartialEq)]
pub(super) struct CalibrationProps {
    /// The day up to which the deals are known: other deals, other proposals.
    pub as_of: NaiveDate,
}

/// The section.
#[component]
pub(super) fn CalibrationSection(_props: &CalibrationProps) -> Html {
    let deals = use_deals();
    let plan = use_plan();
    let changes = use_changes();
    let motion = use_state(|| None::<String>);
    // Whatever is found anew may say something else about the same plan.
    let found = deals
        .state
        .found
        .as_ref()
        .map(|found| Rc::as_ptr(found) as usize);
    use_effect_with((found, plan.clone(), (*motion).clone()), {
        let actions = deals.actions.clone();
        move |(_, plan, motion)| actions.calibrate(&file::write(plan), motion.clone())
    });
    let Some(calibrated) = deals.state.calibrated.clone() else {
        return html! { <section><h2>{ text::CALIBRATE }</h2></section> };
    };
    let motions = plan.process.motions.iter().map(|motion| {
        (
            AttrValue::from(motion.id.to_string()),
            AttrValue::from(motion.name.clone()),
        )
    });
    let options: Vec<(AttrValue, AttrValue)> = motions.collect();
    // Until one is chosen it is the one that the deals speak to.
    let chosen = (*motion).clone().or_else(|| calibrated.motion.clone());
    let chosen = chosen.map(AttrValue::from);
    let chosen = chosen.or_else(|| options.first().map(|(id, _)| id.clone()));
    let choose = {
        let motion = motion.setter();
        Callback::from(move |id: AttrValue| motion.set(Some(id.to_string())))
    };
    html! {
        <section>
            <h2>{ text::CALIBRATE }</h2>
            <p class="section-why">{ text::CALIBRATE_WHY }</p>
            <div>
                if options.len() > 1 {
                    <Picker id="deals-motion" label={text::MOTION} {options}
                        chosen={chosen.unwrap_or_default()} {choose} />
                }
            </div>
            <Proposals calibrated={(*calibrated).clone()} changes={changes.clone()} />
            <OpenDeals pipeline={calibrated.pipeline.clone()} {changes} />
            <div>
                if !calibrated.refused.is_empty() {
                    <h3>{ text::STAYS }</h3>
                    <ul class="notes">
                        { for calibrated.refused.iter().map(|why| html! { <li>{ why.clone() }</li> }) }
                    </ul>
                }
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ProposalsProps {
    calibrated: Calibrated,
    changes: Changes,
}

/// The proposals, to be taken one by one or all at once.
#[component]
fn Proposals(props: &ProposalsProps) -> Html {
    let proposals = &props.calibrated.proposals;
    if proposals.is_empty() {
        let is_all = props.calibrated.refused.is_empty();
        return html! { <p>{ if is_all { text::ALL_TAKEN } else { "" } }</p> };
    }
    let count = proposals.len();
    let take_all = take(
        &props.changes,
        props.calibrated.all.clone(),
        text::taken_all(count),
    );
    let row = |proposed: &Proposed| {
        let onclick = take(
            &props.changes,
            Some(proposed.edit.clone()),
            text::taken(&proposed.label),
        );
        html! {
            <tr role="row" key={proposed.label.clone()}>
                <th scope="row" role="rowheader">{ proposed.label.clone() }</th>
                <td role="cell" data-label={text::IN_THE_PLAN}>{ proposed.old.clone() }</td>
                <td role="cell" data-label={text::FROM_DEALS}><strong>{ proposed.new.clone() }</strong></td>
                <td role="cell" data-label={text::COUNTED}>{ proposed.counts.clone() }</td>
                <td role="cell">
                    <button type="button" class="quiet" {onclick} aria-label={text::take_one(&proposed.label)}>
                        { text::TAKE_ONE }
                    </button>
                </td>
            </tr>
        }
    };
    html! {
        <>
            <div class="table-scroll" tabindex="0" role="region" aria-label={text::CALIBRATE}>
                // Laid out as the columns of the file are.
                <table class="figures proposals in-blocks" role="table">
                    <caption class="unseen">{ text::CALIBRATE }</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ text::ASSUMPTION }</th>
                        <th scope="col" role="columnheader">{ text::IN_THE_PLAN }</th>
                        <th scope="col" role="columnheader">{ text::FROM_DEALS }</th>
                        <th scope="col" role="columnheader">{ text::COUNTED }</th>
                        <td role="cell"></td>
                    </tr></thead>
                    <tbody role="rowgroup">{ for proposals.iter().map(row) }</tbody>
                </table>
            </div>
            <p class="one-line"><button type="button" onclick={take_all}>{ text::TAKE_ALL }</button></p>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct OpenDealsProps {
    pipeline: Option<(String, Edit)>,
    changes: Changes,
}

/// The way of the open deals into the plan's pipeline.
#[component]
fn OpenDeals(props: &OpenDealsProps) -> Html {
    let Some((said, edit)) = &props.pipeline else {
        return html! { <div /> };
    };
    let onclick = take(
        &props.changes,
        Some(edit.clone()),
        text::OPEN_DEALS_TAKEN.to_owned(),
    );
    html! {
        <div class="one-line">
            <button type="button" class="quiet" {onclick}>{ text::TAKE_OPEN_DEALS }</button>
            <span class="hint">{ said.clone() }</span>
        </div>
    }
}

fn take(changes: &Changes, edit: Option<Edit>, notice: String) -> Callback<MouseEvent> {
    let changes = changes.clone();
    Callback::from(move |_| {
        if let Some(edit) = edit.clone() {
            changes.make_and_say(edit, notice.clone());
        }
    })
}
