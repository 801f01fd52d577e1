//! Handing the plan on, as a link, a locked file or a workbook of one file, and opening what
//! was handed on. Sends nothing: it makes copies, and the user passes them on.

mod arrival;
mod link;
mod lock;
mod merge;
mod unlock;
mod workbook;

use std::rc::Rc;

use plumbline_plan::Plan;
use plumbline_wording::texts::sharing as words;
use yew::prelude::*;

use super::{StartUp, desk::Desk};
use crate::{browser::own_files, components::Dialog};
use arrival::ArrivalDialog;
use link::LinkPart;
use lock::LockPart;
use merge::{Comparison, ComparisonDialog};
use unlock::UnlockDialog;
use workbook::WorkbookPart;

pub(super) use arrival::use_arrivals;
pub(super) use workbook::{content as workbook_content, name as workbook_name};

/// What the user is asked or offered.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Handover {
    /// The ways to hand the plan on.
    Share,
    /// A locked file was opened and waits for its passphrase.
    Unlock {
        /// Its name.
        name: String,
        /// Its text.
        text: String,
    },
    /// A copy was compared with the open plan.
    Compare(Comparison),
    /// The page was opened by a link with this plan in it.
    Arrived(Box<Plan>),
}

/// Properties of [`HandoverDialog`] and its parts.
#[derive(Properties)]
pub(super) struct HandoverProps {
    /// What is asked or offered.
    pub handover: Handover,
    /// Does it.
    pub desk: Desk,
    /// Where plans are kept.
    pub start: Rc<StartUp>,
}

impl PartialEq for HandoverProps {
    /// Every desk of a page does the same.
    fn eq(&self, other: &Self) -> bool {
        self.handover == other.handover
    }
}

/// Properties of one way to hand the plan on.
#[derive(Properties)]
pub(super) struct PartProps {
    /// Does it.
    pub desk: Desk,
}

impl PartialEq for PartProps {
    /// Every desk of a page does the same.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Hands over, or takes.
#[component]
pub(super) fn HandoverDialog(props: &HandoverProps) -> Html {
    let desk = &props.desk;
    match &props.handover {
        Handover::Share => html! {
            <ShareDialog desk={desk.clone()} start={Rc::clone(&props.start)} />
        },
        Handover::Compare(comparison) => html! {
            <ComparisonDialog comparison={comparison.clone()} desk={desk.clone()} />
        },
        Handover::Unlock { name, text } => html! {
            <UnlockDialog name={name.clone()} text={text.clone()} desk={desk.clone()} />
        },
        Handover::Arrived(plan) => html! {
            <ArrivalDialog plan={(**plan).clone()} desk={desk.clone()} />
        },
    }
}

#[derive(Properties)]
struct ShareProps {
    desk: Desk,
    start: Rc<StartUp>,
}

impl PartialEq for ShareProps {
    /// Every desk of a page does the same.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[component]
fn ShareDialog(props: &ShareProps) -> Html {
    let desk = &props.desk;
    let compare = {
        let (desk, start) = (desk.clone(), Rc::clone(&props.start));
        Callback::from(move |_: MouseEvent| merge::compare(&desk, &start))
    };
    let close = desk.hand_over.reform(|()| None);
    html! {
        <Dialog title={words::TITLE} {close}>
            <p class="hint">{ words::WHY }</p>
            <WorkbookPart desk={desk.clone()} />
            <LockPart desk={desk.clone()} />
            <div>
                // The address of a file on this disk leads nobody else to it.
                if !own_files::is_one_file() {
                    <LinkPart desk={desk.clone()} />
                }
            </div>
            <section>
                <h3>{ words::RETURNED }</h3>
                <p>{ words::RETURNED_WHY }</p>
                <button type="button" onclick={compare}>{ words::COMPARE }</button>
            </section>
        </Dialog>
    }
}
