//! What was found in the deals, part by part: many deals have much to show, and all of it at
//! once would keep the page from answering.

use std::rc::Rc;

use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use super::{
    calibration::CalibrationSection, kept::KeptSection, rows::RowsSection, section::FoundSection,
};
use crate::{
    components::use_one_by_one,
    deals::{
        context::use_deals,
        protocol::{Found, Order, Section, Table},
    },
};

/// Properties of [`FoundParts`].
#[derive(Properties, PartialEq)]
pub(super) struct FoundProps {
    /// What was found.
    pub found: Rc<Found>,
}

/// All parts: what was taken, what became of the rows, what the plan would learn, the
/// sections, downloads, and where the deals are kept.
#[component]
pub(super) fn FoundParts(props: &FoundProps) -> Html {
    let found = &props.found;
    let section = |(place, section): (usize, &Section)| {
        let key = section.heading.clone();
        html! { <FoundSection {key} found={Rc::clone(found)} {place} /> }
    };
    let sections = found.sections.iter().enumerate().map(section);
    let before = [
        html! { <TakenSection key="taken" found={Rc::clone(found)} /> },
        html! { <RowsSection key="rows" remarks={found.remarks.clone()} /> },
        html! { <CalibrationSection key="calibration" as_of={found.as_of} /> },
    ];
    let after = [
        html! { <Downloads key="downloads" /> },
        html! { <KeptSection key="kept" nameless={found.nameless} count={found.deals} /> },
    ];
    let shown = use_one_by_one(before.len() + sections.len() + after.len());
    let parts = before.into_iter().chain(sections).chain(after);
    html! { <>{ for parts.take(shown) }</> }
}

/// What was taken.
#[component]
fn TakenSection(props: &FoundProps) -> Html {
    let found = &props.found;
    html! {
        <section>
            <h2>{ text::TAKEN }</h2>
            <div class="sentences">
                { for found.head.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
            </div>
            <RecordBegins begins={found.begins.clone()} missing={found.earlier_closes_missing} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct RecordBeginsProps {
    begins: Option<String>,
    missing: bool,
}

/// Whether deals that closed before the first close on record are missing.
#[component]
fn RecordBegins(props: &RecordBeginsProps) -> Html {
    let actions = use_deals().actions;
    let Some(begins) = &props.begins else {
        return html! { <div /> };
    };
    let missing = props.missing;
    let onchange = Callback::from(move |_: Event| actions.earlier_closes_are_missing(!missing));
    html! {
        <div class="switches">
            <label class="check">
                <input type="checkbox" checked={missing} {onchange} aria-describedby="deals-begins-hint" />
                <span>{ text::earlier_closes_missing(begins) }</span>
            </label>
            <p id="deals-begins-hint" class="hint">{ text::EARLIER_CLOSES_HINT }</p>
        </div>
    }
}

/// The tables that can be had as files.
#[component]
fn Downloads() -> Html {
    let actions = use_deals().actions;
    let download = |table: Table| {
        let actions = actions.clone();
        Callback::from(move |_: MouseEvent| actions.order(Order::Write(table)))
    };
    html! {
        <p class="one-line">
            <button type="button" class="quiet" onclick={download(Table::OpenDeals)}>{ text::DOWNLOAD_OPEN }</button>
            <button type="button" class="quiet" onclick={download(Table::AllDeals)}>{ text::DOWNLOAD_ALL }</button>
            <button type="button" class="quiet" onclick={download(Table::AllFigures)}>{ text::DOWNLOAD_FIGURES }</button>
        </p>
    }
}
