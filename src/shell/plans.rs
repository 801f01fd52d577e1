//! The plans kept on this machine, to open one of them.

use std::rc::Rc;

use plumbline_wording::{texts::saving, writing::write_date_long};
use yew::prelude::*;

use super::StartUp;
use crate::{
    browser::tasks,
    components::Dialog,
    workbook::{
        access::use_reader,
        keeping::{
            desk,
            slots::{self, Loaded},
        },
    },
};

/// Properties of [`PlansDialog`].
#[derive(Properties, PartialEq)]
pub(super) struct PlansProps {
    /// Where plans are kept.
    pub start: Rc<StartUp>,
    /// Opens the plan with this identifier.
    pub open: Callback<String>,
    /// Closes the dialog.
    pub close: Callback<()>,
}

#[derive(Clone, PartialEq)]
struct Kept {
    id: String,
    title: String,
    saved: String,
    whole: bool,
}

/// The list of plans.
#[component]
pub(super) fn PlansDialog(props: &PlansProps) -> Html {
    let locale = use_reader().locale;
    let found = use_state(|| None::<Vec<Kept>>);
    use_effect_with((), {
        let (found, start) = (found.setter(), Rc::clone(&props.start));
        move |()| {
            tasks::spawn(async move {
                let mut plans = Vec::new();
                for id in desk::plans(&*start.storage).await.unwrap_or_default() {
                    let loaded = slots::load(&*start.storage, &id).await;
                    plans.push(match loaded {
                        Ok(Loaded::Plan { record, .. }) => Kept {
                            id,
                            title: record.header.title,
                            saved: write_date_long(record.header.saved_at.date_naive(), &locale),
                            whole: true,
                        },
                        _ => Kept {
                            title: id.clone(),
                            id,
                            saved: String::new(),
                            whole: false,
                        },
                    });
                }
                found.set(Some(plans));
            });
        }
    });
    let open = |id: &str| {
        let (open, close, id) = (props.open.clone(), props.close.clone(), id.to_owned());
        Callback::from(move |_: MouseEvent| {
            open.emit(id.clone());
            close.emit(());
        })
    };
    html! {
        <Dialog title={saving::PLANS_HERE} close={props.close.clone()}>
            <ul class="plans" aria-busy={found.is_none().to_string()}>
                { for found.iter().flatten().map(|plan| html! {
                    <li key={plan.id.clone()}>
                        if plan.whole {
                            <button type="button" class="quiet" onclick={open(&plan.id)} dir="auto">
                                { plan.title.clone() }
                            </button>
                            <span>{ saving::saved_on(&plan.saved) }</span>
                        } else {
                            <span dir="auto">{ plan.title.clone() }</span>
                            <span>{ saving::DAMAGED }</span>
                        }
                    </li>
                }) }
            </ul>
            if found.as_ref().is_some_and(Vec::is_empty) {
                <p>{ saving::NO_PLANS }</p>
            }
        </Dialog>
    }
}
