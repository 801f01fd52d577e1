//! The buyer's steps and the sales stages beside each other, to be read: what each side
//! does, the milestone between the stages, and the figures. They are written in the stages
//! themselves.

use plumbline_plan::{
    Quantity,
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
            <div class="table-scroll" tabindex="0" role="region" aria-label={text::SIDE_BY_SIDE}>
                <table class="figures side-by-side">
                    <thead><tr>
                        { for HEADS.iter().map(|head| html! { <th scope="col" key={*head}>{ *head }</th> }) }
                    </tr></thead>
                    <tbody>
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
    let figure = |value: Option<String>| value.unwrap_or_else(|| text::NO_FIGURE.to_owned());
    let conversion = stage.conversion.average.map(Quantity::get);
    let days = stage.time_in_stage.average.map(Quantity::get);
    let hours = stage.hours_per_deal.average.map(Quantity::get);
    let cut_off = stage.cut_off.map(Quantity::get);
    let wins = motion.win_place() == Some(place);
    html! {
        <tr key={stage.id.to_string()}>
            <td dir="auto">{ words("buyer_step", &stage.buyer_step) }</td>
            <th scope="row" dir="auto">
                <a href={field_address(&path.child("name"))}>{ name }</a>
                if wins {
                    <span class="mark">{ text::WIN }</span>
                }
            </th>
            <td dir="auto">{ words("activities", &stage.activities) }</td>
            <td dir="auto">{ words("milestone", &stage.milestone) }</td>
            <td>{ figure(conversion.map(|share| figures.percent(share))) }</td>
            <td>{ figure(days.map(|days| figures.count(days))) }</td>
            <td>{ figure(hours.map(|hours| figures.count(hours))) }</td>
            <td>{ figure(cut_off.map(|days| figures.count(days))) }</td>
        </tr>
    }
}
