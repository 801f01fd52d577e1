//! The page as a whole: finds the plan to open, and shows it or the three doors.

use std::rc::Rc;

use plumbline_wording::texts::library;
use yew::prelude::*;

use crate::{
    browser::panic,
    shell::{Page, StartUp, start_up},
};

/// The page.
#[component]
pub fn App() -> Html {
    let started = use_state(|| None::<Rc<StartUp>>);
    let waits = use_state_eq(|| false);
    use_effect_with((), {
        let (started, waiting) = (started.setter(), waits.setter());
        move |()| {
            crate::browser::tasks::spawn(async move {
                let waits = || waiting.set(true);
                match start_up(waits).await {
                    Ok(found) => started.set(Some(Rc::new(found))),
                    Err(reason) => panic::recover(reason.code, &reason.details),
                }
            });
        }
    });
    match &*started {
        Some(found) => html! { <Page start={Rc::clone(found)} /> },
        None => html! {
            <div class="starting" aria-busy="true">
                <p role="status">{ if *waits { library::WAITING_FOR_TAB } else { "" } }</p>
            </div>
        },
    }
}
