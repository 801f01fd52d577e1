//! The page of the firm's own deals: a file comes in, how it is read is settled, what its
//! deals say is shown and taken into the plan.

mod calibration;
mod found;
mod kept;
mod rows;
mod sheet;
mod source;

use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use self::{
    calibration::CalibrationSection, found::Sections, kept::KeptSection, rows::RowsSection,
    sheet::SheetSection, source::SourceSection,
};
use super::{context::use_deals, state::Kept};
use crate::components::{use_box, use_chart_width, use_figures};

/// The page.
#[component]
pub(crate) fn DealsPage() -> Html {
    let deals = use_deals();
    let state = &deals.state;
    let width = use_chart_width();
    let is_kept = state.kept == Kept::Here && state.found.is_none();
    use_effect_with(is_kept, {
        let actions = deals.actions.clone();
        move |is_kept| {
            if *is_kept {
                actions.recall();
            }
        }
    });
    let node = use_node_ref();
    use_box(&node, Some(&width));
    use_effect_with(width.get(), {
        let actions = deals.actions.clone();
        move |width| actions.draw_for(*width)
    });
    let has_found = state.found.is_some();
    html! {
        <>
            <div key="source" ref={node}>
                if state.sheet.is_none() {
                    <SourceSection {has_found} />
                }
            </div>
            <Progress />
            <div key="refused" role="alert">
                if let Some(why) = &state.refused {
                    <section class="told">
                        <h2>{ text::REFUSED }</h2>
                        <p dir="auto">{ why.clone() }</p>
                    </section>
                }
            </div>
            <div key="sheet">
                if let Some(sheet) = &state.sheet {
                    <SheetSection sheet={(**sheet).clone()} />
                }
            </div>
            <div key="found">
                if let (Some(found), true) = (&state.found, state.sheet.is_none()) {
                    <section>
                        <h2>{ text::TAKEN }</h2>
                        <div class="sentences">
                            { for found.head.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
                        </div>
                        <RecordBegins begins={found.begins.clone()} missing={found.earlier_closes_missing} />
                    </section>
                    <RowsSection remarks={found.remarks.clone()} />
                    <CalibrationSection as_of={found.as_of} />
                    <Sections sections={found.sections.clone()} />
                    <KeptSection nameless={found.nameless} count={found.deals} />
                }
            </div>
        </>
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

/// How far what is under way has come, and the way to call it off.
#[component]
fn Progress() -> Html {
    let deals = use_deals();
    let figures = use_figures();
    let call_off = {
        let actions = deals.actions.clone();
        Callback::from(move |_: MouseEvent| actions.call_off())
    };
    let words = match deals.state.busy {
        None => String::new(),
        Some((share, rows)) if share > 0.0 => text::progress(
            &figures.percent_to(share, 0),
            &figures.whole(f64::from(rows)),
        ),
        Some(_) => text::WORKING.to_owned(),
    };
    html! {
        <div class="under-way" key="progress">
            <p role="status">{ words }</p>
            <div>
                if deals.state.busy.is_some() {
                    <button type="button" class="quiet" onclick={call_off}>{ text::CANCEL }</button>
                }
            </div>
        </div>
    }
}
