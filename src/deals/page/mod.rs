//! The page of the firm's own deals: a file comes in, how it is read is settled, what its
//! deals say is shown and taken into the plan.

mod calibration;
mod found;
mod kept;
mod rows;
mod section;
mod sheet;
mod source;

use std::rc::Rc;

use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use self::{found::FoundParts, sheet::SheetSection, source::SourceSection};
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
                    <FoundParts found={Rc::clone(found)} />
                }
            </div>
        </>
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
