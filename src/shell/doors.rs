//! The first visit: the doors.

use std::rc::Rc;

use plumbline_plan::start;
use plumbline_wording::texts::{files, library, shell, starts};
use yew::prelude::*;

use super::{
    StartUp,
    desk::Desk,
    keeping,
    recent::RecentFiles,
    route::{library_address, page_address},
    templates::Templates,
};
use crate::{
    browser::{address, file_memory::RecentFile},
    pages::PlanPage,
    workbook::access::use_reader,
};

/// Properties of [`Doors`].
#[derive(Properties)]
pub(super) struct DoorsProps {
    /// Opens what is behind them.
    pub desk: Desk,
    /// Where plans are kept.
    pub start: Rc<StartUp>,
    /// The files used last.
    pub recent: Rc<Vec<RecentFile>>,
}

impl PartialEq for DoorsProps {
    /// Every desk of a page does the same.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.recent, &other.recent)
    }
}

/// What a first visitor sees.
#[component]
pub(super) fn Doors(props: &DoorsProps) -> Html {
    let today = use_reader().today;
    let blank = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.show(start::blank(today), None, shell::STARTED_BLANK.to_owned())
        })
    };
    let sample = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            desk.show(start::sample(today), None, shell::STARTED_SAMPLE.to_owned())
        })
    };
    let questions = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| {
            address::go_to(&page_address(PlanPage::Questions));
            let plan = start::questions::questions(today);
            desk.show(plan, None, starts::STARTED_QUESTIONS.to_owned());
        })
    };
    let open = {
        let desk = props.desk.clone();
        Callback::from(move |_: MouseEvent| desk.pick_file())
    };
    html! {
        <main class="doors">
            <p class="wordmark">{ shell::PRODUCT }</p>
            <h1 tabindex="-1">{ shell::WELCOME }</h1>
            <p class="doors-text">{ shell::WELCOME_TEXT }</p>
            if let Some(why) = &props.start.memory_only {
                <p class="doors-warning" role="alert">{ library::nothing_kept(keeping::storage(why)) }</p>
            }
            <ul>
                <li>
                    <button type="button" onclick={questions}>{ starts::DOOR_QUESTIONS }</button>
                    <p>{ starts::DOOR_QUESTIONS_TEXT }</p>
                </li>
                <li>
                    <button type="button" onclick={sample}>{ shell::DOOR_SAMPLE }</button>
                    <p>{ shell::DOOR_SAMPLE_TEXT }</p>
                </li>
                <li>
                    <button type="button" onclick={blank}>{ shell::DOOR_BLANK }</button>
                    <p>{ shell::DOOR_BLANK_TEXT }</p>
                </li>
                <li>
                    <button type="button" onclick={open}>{ shell::DOOR_OPEN }</button>
                    <p>{ shell::DOOR_OPEN_TEXT }</p>
                </li>
            </ul>
            <Templates desk={props.desk.clone()} />
            <section hidden={props.recent.is_empty()}>
                <h2>{ files::RECENT }</h2>
                <RecentFiles files={Rc::clone(&props.recent)} desk={props.desk.clone()} />
            </section>
            <p class="doors-foot"><a href={library_address()}>{ library::TITLE }</a></p>
        </main>
    }
}
