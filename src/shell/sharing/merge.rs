//! A copy that was changed elsewhere, beside the open plan: what differs, who changed it, and
//! taking over what the user chooses, as one change that can be undone.

use std::rc::Rc;

use plumbline_plan::{
    Plan, file,
    merge::{ChangedBy, Difference, DifferenceKind, common_version, differences, taking},
};
use plumbline_wording::{
    texts::{files, labels, sharing as words},
    values,
};
use yew::prelude::*;

use crate::{
    browser::{
        files::{self as disk, OpenedFile},
        input, tasks,
    },
    components::{Dialog, Figures},
    shell::{
        StartUp,
        desk::Desk,
        opening::{Refusal, explain},
        versions::when,
    },
    workbook::{access::use_reader, keeping::versions},
};
use plumbline_wrapping::{Wrapping, recognise};

use super::Handover;

/// A copy beside the open plan.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::shell) struct Comparison {
    /// The copy's file.
    pub name: String,
    /// The open plan as it was when they were compared.
    pub mine: Rc<Plan>,
    /// The copy.
    pub theirs: Rc<Plan>,
    /// When the version both come from was saved, if there is one here.
    pub since: Option<chrono::DateTime<chrono::FixedOffset>>,
    /// What differs.
    pub found: Rc<Vec<Difference>>,
}

/// Lets the user pick a copy and compares it with the open plan.
pub(super) fn compare(desk: &Desk, start: &Rc<StartUp>) {
    let (desk, start) = (desk.clone(), Rc::clone(start));
    tasks::spawn(async move {
        match disk::pick(".json,.html").await {
            Ok(Some(opened)) => match read(&desk, &opened) {
                Ok(theirs) => {
                    let comparison = compared(&desk, &start, opened.name, theirs).await;
                    desk.hand_over.emit(Some(Handover::Compare(comparison)));
                }
                Err(lines) => {
                    let title = files::not_opened(&opened.name);
                    desk.hand_over.emit(None);
                    desk.refused.emit(Some(Refusal { title, lines }));
                }
            },
            Ok(None) => {}
            Err(error) => {
                desk.hand_over.emit(None);
                desk.refuse(&error);
            }
        }
    });
}

fn read(desk: &Desk, opened: &OpenedFile) -> Result<Plan, Vec<String>> {
    let read = match recognise(&opened.text) {
        Wrapping::Locked => return Err(vec![words::UNLOCK_FIRST.to_owned()]),
        Wrapping::Workbook(text) => file::read(&text),
        Wrapping::None => file::read(&opened.text),
    };
    read.map_err(|error| explain(&error, &desk.current().figures))
}

async fn compared(desk: &Desk, start: &StartUp, name: String, theirs: Plan) -> Comparison {
    let now = desk.current();
    let id = now.keeping.as_ref().and_then(|keeping| keeping.plan());
    let kept = match id {
        Some(id) => kept(start, &id).await,
        None => Vec::new(),
    };
    let (moments, plans): (Vec<_>, Vec<_>) = kept.into_iter().unzip();
    let base = common_version(&plans, &theirs);
    let mine: Plan = (*now.plan).clone();
    let found = differences(base.map(|place| &plans[place]), &mine, &theirs);
    Comparison {
        name,
        since: base.map(|place| moments[place]),
        mine: Rc::new(mine),
        theirs: Rc::new(theirs),
        found: Rc::new(found),
    }
}

/// The versions of a plan kept here, the latest first.
async fn kept(start: &StartUp, id: &str) -> Vec<(chrono::DateTime<chrono::FixedOffset>, Plan)> {
    let listed = versions::list(&*start.storage, id).await;
    let mut found = Vec::new();
    for version in listed.unwrap_or_default() {
        let record = versions::record(&*start.storage, id, version.key).await;
        let document = record.ok().flatten().map(|record| record.document);
        let text = document.and_then(|document| String::from_utf8(document).ok());
        if let Some(Ok(plan)) = text.map(|text| file::read(&text)) {
            found.push((version.header.saved_at, plan));
        }
    }
    found
}

/// Properties of [`ComparisonDialog`].
#[derive(Properties)]
pub(super) struct ComparisonProps {
    /// What is shown.
    pub comparison: Comparison,
    /// Takes over what is chosen.
    pub desk: Desk,
}

impl PartialEq for ComparisonProps {
    /// Every desk of a page does the same.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.comparison.found, &other.comparison.found)
    }
}

/// The differences, each to be chosen.
#[component]
pub(super) fn ComparisonDialog(props: &ComparisonProps) -> Html {
    let locale = use_reader().locale;
    let figures = props.desk.current().figures;
    let comparison = &props.comparison;
    let chosen = use_state(|| {
        let theirs_alone = |one: &Difference| one.changed == ChangedBy::Theirs;
        comparison
            .found
            .iter()
            .map(theirs_alone)
            .collect::<Vec<_>>()
    });
    let fault = use_state(|| None::<String>);
    let choose = |place: usize| {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            let mut now = (*chosen).clone();
            now[place] = input::is_checked(&event);
            chosen.set(now);
        })
    };
    let take = {
        let (desk, comparison) = (props.desk.clone(), comparison.clone());
        let (chosen, fault) = (chosen.clone(), fault.setter());
        Callback::from(move |_: MouseEvent| {
            fault.set(take_over(&desk, &comparison, &chosen).err());
        })
    };
    let close = props.desk.hand_over.reform(|()| None);
    let rows = |changed: ChangedBy| -> Vec<Html> {
        let found = comparison.found.iter().enumerate();
        let these = found.filter(|(_, one)| one.changed == changed);
        these
            .map(|(place, one)| row(one, comparison, chosen[place], choose(place), &figures))
            .collect()
    };
    let both_title = match comparison.since {
        Some(_) => words::CHANGED_BOTH,
        None => words::DIFFERS,
    };
    let groups = [
        (words::CHANGED_THERE, rows(ChangedBy::Theirs)),
        (both_title, rows(ChangedBy::Both)),
    ];
    let mine = |one: &&Difference| one.changed == ChangedBy::Mine;
    let stay = comparison.found.iter().filter(mine).count();
    let why = match comparison.since {
        Some(at) => words::since(&when(at, &locale)),
        None => words::NO_COMMON_VERSION.to_owned(),
    };
    html! {
        <Dialog title={words::compared(&comparison.name)} {close}>
            if comparison.found.is_empty() {
                <p>{ words::NO_DIFFERENCE }</p>
            } else {
                <p class="hint">{ why }</p>
                { for groups.into_iter().map(|(title, rows)| html! {
                    <section key={title} hidden={rows.is_empty()}>
                        <h3>{ title }</h3>
                        <ul class="plans">{ rows }</ul>
                    </section>
                }) }
                <p hidden={stay == 0}>{ words::mine_alone(stay) }</p>
                <p role="alert">{ (*fault).clone().unwrap_or_default() }</p>
                <button type="button" disabled={!chosen.contains(&true)} onclick={take}>{ words::TAKE_OVER }</button>
            }
        </Dialog>
    }
}

fn row(
    one: &Difference,
    comparison: &Comparison,
    chosen: bool,
    onchange: Callback<Event>,
    figures: &Figures,
) -> Html {
    // An item that is only there has its name there.
    let of = if one.mine.is_none() {
        &comparison.theirs
    } else {
        &comparison.mine
    };
    // What a value refers to has its name in the plan of the value.
    let in_words = |plan, value| values::in_words(plan, &one.path, value, figures);
    let (mine, theirs) = match one.kind {
        DifferenceKind::Order => (words::THIS_ORDER.into(), words::ANOTHER_ORDER.into()),
        _ => (
            in_words(&comparison.mine, one.mine.as_ref()),
            in_words(&comparison.theirs, one.theirs.as_ref()),
        ),
    };
    html! {
        <li key={one.path.to_string()}>
            <label class="check">
                <input type="checkbox" checked={chosen} {onchange} />
                <span class="plan-about">
                    <strong dir="auto">{ labels::of(of, &one.path) }</strong>
                    <span dir="auto">{ words::here(&mine) }</span>
                    <span dir="auto">{ words::there(&theirs) }</span>
                </span>
            </label>
        </li>
    }
}

/// Makes the change, or gives why not.
fn take_over(desk: &Desk, comparison: &Comparison, chosen: &[bool]) -> Result<(), String> {
    let found = &comparison.found;
    let is_chosen = |one: &Difference| {
        let place = found.iter().position(|other| std::ptr::eq(other, one));
        place.is_some_and(|place| chosen[place])
    };
    // What was changed on the page meanwhile, by another tab say, stays.
    let now = desk.current().plan;
    if let Some(edit) = taking(&now, &comparison.theirs, found, is_chosen) {
        let mut tried: Plan = (*now).clone();
        let refused = |path| words::not_fitting(&labels::of(&now, &path));
        edit.apply(&mut tried)
            .map_err(|error| refused(error.path))?;
        let count = chosen.iter().filter(|chosen| **chosen).count();
        desk.changes.make_and_say(edit, words::taken_over(count));
    }
    desk.hand_over.emit(None);
    Ok(())
}
