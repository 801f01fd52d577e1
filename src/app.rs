//! The page as a whole: finds the plan to open, and shows it or the three doors.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    browser::panic,
    shell::{Page, StartUp, start_up},
};

/// The page.
#[component]
pub fn App() -> Html {
    let started = use_state(|| None::<Rc<StartUp>>);
    use_effect_with((), {
        let started = started.setter();
        move |()| {
            crate::browser::tasks::spawn(async move {
                match start_up().await {
                    Ok(found) => started.set(Some(Rc::new(found))),
                    Err(reason) => panic::recover(reason.code, &reason.details),
                }
            });
        }
    });
    match &*started {
        Some(found) => html! { <Page start={Rc::clone(found)} /> },
        None => html! { <div class="starting" aria-busy="true" /> },
    }
}
