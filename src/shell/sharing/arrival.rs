//! A plan that came in the link by which the page was opened. It is shown only after asking,
//! and as a copy; the link goes out of the address and the browser's history at once.

use plumbline_plan::{Plan, file};
use plumbline_wording::texts::sharing as words;
use plumbline_wrapping::link::{self, LinkError};
use yew::prelude::*;

use super::Handover;
use crate::{
    browser::address,
    components::Dialog,
    shell::{
        desk::Desk,
        opening::{Refusal, explain},
    },
};

/// Takes the plan out of the page's address, now and whenever it changes, and asks.
#[hook]
pub(in crate::shell) fn use_arrivals(desk: &Desk) {
    let newest = use_mut_ref(|| desk.clone());
    *newest.borrow_mut() = desk.clone();
    use_effect_with((), move |()| {
        let look = move || {
            if link::carries_a_plan(&address::hash()) {
                let fragment = address::take_hash();
                arrived(&newest.borrow(), &fragment);
            }
        };
        look();
        let listener = address::on_change(look);
        move || drop(listener)
    });
}

fn arrived(desk: &Desk, fragment: &str) {
    let lines = match link::read(fragment).map(|text| file::read(&text)) {
        Ok(Ok(plan)) => {
            desk.refused.emit(None);
            return desk.hand_over.emit(Some(Handover::Arrived(Box::new(plan))));
        }
        Ok(Err(error)) => explain(&error, &desk.current().figures),
        Err(error) => vec![fault(error).to_owned()],
    };
    let title = words::LINK_NOT_OPENED.to_owned();
    desk.refused.emit(Some(Refusal { title, lines }));
}

fn fault(error: LinkError) -> &'static str {
    match error {
        LinkError::Newer => words::LINK_NEWER,
        LinkError::Damaged => words::LINK_DAMAGED,
        LinkError::TooLarge => words::LINK_TOO_LARGE,
    }
}

/// Properties of [`ArrivalDialog`].
#[derive(Properties)]
pub(super) struct ArrivalProps {
    /// The plan in the link.
    pub plan: Plan,
    /// Opens it.
    pub desk: Desk,
}

impl PartialEq for ArrivalProps {
    /// Every desk of a page does the same.
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan
    }
}

/// Asks whether to open it.
#[component]
pub(super) fn ArrivalDialog(props: &ArrivalProps) -> Html {
    let close = props.desk.hand_over.reform(|()| None);
    let leave = close.reform(|_: MouseEvent| ());
    let open = {
        let (desk, plan) = (props.desk.clone(), props.plan.clone());
        Callback::from(move |_: MouseEvent| {
            desk.hand_over.emit(None);
            desk.show(plan.clone(), None, words::OPENED_FROM_LINK.to_owned());
        })
    };
    let title = match props.plan.about.title.trim() {
        "" => words::UNTITLED,
        title => title,
    };
    html! {
        <Dialog title={words::ARRIVED} {close}>
            <p dir="auto">{ words::arrived(title) }</p>
            <p>{ words::ARRIVED_WHY }</p>
            <div class="answers-row">
                <button type="button" onclick={open}>{ words::OPEN_COPY }</button>
                <button type="button" class="quiet" onclick={leave}>{ words::NOT_NOW }</button>
            </div>
        </Dialog>
    }
}
