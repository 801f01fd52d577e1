//! The buyer's steps and the sales stages beside each other, to be read: what each side
//! does, the milestone between the stages, and the figures. They are written in the stages
//! themselves.

use plumbline_plan::{
    Quantity, QuantityKind,
    chapter::process::{Motion, Stage},
};
use plumbline_wording::texts::process as text;
use yew::prelude::*;

use super::{motion::MotionProps, motions};
use crate::{
    components::{Figures, use_figures},
    shell::field_address,
    workbook::access::use_plan,
};

/// Both sides, stage by stage.
#[component]
pub(super) fn SideBySide(props: &MotionProps) -> Html {
    let plan = use_plan();
    let figures = use_figures();
    let Some(motion) = plan.process.motions.get(props.place) else {
        return html! { <div /> };
    };
    html! {
        <details class="depth">
            <summary>{ text::SIDE_BY_SIDE }</summary>
            <p class="section-why">{ text::SIDE_BY_SIDE_WHY }</p>
            <div>
                // Its rows are laid out in lines, so it says itself that it is a table.
                <table class="beside in-blocks" role="table" aria-label={text::SIDE_BY_SIDE}>
                    <thead role="rowgroup"><tr role="row">
                        { for HEADS.iter().map(|head| html! {
                            <th scope="col" role="columnheader" key={*head}>{ *head }</th>
                        }) }
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for motion.stages.iter().enumerate().map(|(place, stage)| {
                            row(motion, place, stage, &figures)
                        }) }
                    </tbody>
                </table>
            </div>
        </details>
    }
}

const HEADS: [&str; 8] = [
    text::BUYER_STEP,
    text::STAGE_NAME,
    text::ACTIVITIES,
    text::MILESTONE,
    text::CONVERSION,
    text::TIME,
    text::HOURS,
    text::CUT_OFF,
];

fn row(motion: &Motion, place: usize, stage: &Stage, figures: &Figures) -> Html {
    let name = match stage.name.trim() {
        "" => text::unnamed_stage(place + 1),
        name => name.to_owned(),
    };
    let path = motions()
        .child(motion.id.as_str())
        .child("stages")
        .child(stage.id.as_str());
    let words = |field: &str, words: &str| match words.trim() {
        "" => html! { <a href={field_address(&path.child(field))}>{ text::NOT_WRITTEN }</a> },
        words => html! { words.to_owned() },
    };
    let said = |label: &'static str, name: &str, written: &str| {
        html! {
            <td role="cell" class="in-full" data-label={label} dir="auto">{ words(name, written) }</td>
        }
    };
    let figure = |label: &'static str, value: Option<String>| {
        let value = value.unwrap_or_else(|| text::NO_FIGURE.to_owned());
        html! { <td role="cell" class="beside-figure" data-label={label}>{ value }</td> }
    };
    let conversion = stage.conversion.average.map(Quantity::get);
    let days = stage.time_in_stage.average.map(Quantity::get);
    let hours = stage.hours_per_deal.average.map(Quantity::get);
    let cut_off = stage.cut_off.map(Quantity::get);
    let wins = motion.win_place() == Some(place);
    html! {
        <tr role="row" key={stage.id.to_string()}>
            { said(text::BUYER_STEP, "buyer_step", &stage.buyer_step) }
            <th scope="row" role="rowheader" dir="auto">
                <a href={field_address(&path.child("name"))}>{ name }</a>
                if wins {
                    <span class="mark">{ text::WIN }</span>
                }
            </th>
            { said(text::ACTIVITIES, "activities", &stage.activities) }
            { said(text::MILESTONE, "milestone", &stage.milestone) }
            { figure(text::CONVERSION, conversion.map(|share| figures.percent(share))) }
            { figure(text::TIME, days.map(|days| figures.value(QuantityKind::Days, days))) }
            { figure(text::HOURS, hours.map(|hours| figures.value(QuantityKind::Hours, hours))) }
            { figure(text::CUT_OFF, cut_off.map(|days| figures.value(QuantityKind::Days, days))) }
        </tr>
    }
}
