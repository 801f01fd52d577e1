//! The list of scenarios: names, what they are about, and what can be done with them.

use std::rc::Rc;

use plumbline_plan::{
    Edit, FieldPath, Id, Plan,
    chapter::scenarios::{Scenario, copy_scenario, keep_scenario, switch_scenario},
};
use plumbline_wording::texts::{copies::copy_of, scenarios as text, shell};
use yew::prelude::*;

use super::{MOST, Shown};
use crate::{
    components::{TextArea, TextField},
    workbook::{
        access::{use_changes, use_plan, use_reader},
        identity::fresh_item_id,
    },
};

/// Properties of [`ScenarioList`].
#[derive(Properties, PartialEq)]
pub(super) struct ScenarioListProps {
    /// All scenarios, the one in the chapters first.
    pub shown: Rc<Vec<Shown>>,
    /// Those compared, by identifier.
    pub compared: Vec<Option<AttrValue>>,
    /// Takes a scenario into the comparison or out of it.
    pub choose: Callback<(Option<AttrValue>, bool)>,
}

/// The list, and the way to a new one.
#[component]
pub(super) fn ScenarioList(props: &ScenarioListProps) -> Html {
    let (changes, plan, today) = (use_changes(), use_plan(), use_reader().today);
    let keep = {
        let name = match plan.scenarios.current.trim() {
            "" => text::OF_THE_PLAN,
            name => name,
        };
        let name = copy_of(name, names(&plan));
        Callback::from(move |_: MouseEvent| {
            let edit = keep_scenario(&plan, fresh_item_id(), &name, Some(today));
            changes.make_and_say(edit, text::kept(&name));
        })
    };
    html! {
        <section>
            <h2>{ text::ALL }</h2>
            <p class="section-why">{ if props.shown.len() < 2 { text::ONE_ALONE } else { text::HOW_TO_CHANGE } }</p>
            <ul class="scenarios">
                { for props.shown.iter().map(|scenario| html! {
                    <ScenarioItem key={scenario.id.as_deref().unwrap_or_default().to_owned()}
                        shown={scenario.clone()}
                        compared={props.compared.contains(&scenario.id)}
                        full={props.compared.len() >= MOST}
                        first={props.shown[0].name.clone()}
                        choose={props.choose.clone()} />
                }) }
            </ul>
            <button type="button" class="add" onclick={keep}>{ text::KEEP_COPY }</button>
        </section>
    }
}

/// What the scenarios are called.
fn names(plan: &Plan) -> impl Iterator<Item = &str> {
    let others = plan.scenarios.others.iter();
    others
        .map(|other| other.name.as_str())
        .chain([plan.scenarios.current.as_str()])
}

#[derive(Properties, PartialEq)]
struct ScenarioItemProps {
    shown: Shown,
    compared: bool,
    /// Whether no more can be compared.
    full: bool,
    /// What the scenario in the chapters is called.
    first: AttrValue,
    choose: Callback<(Option<AttrValue>, bool)>,
}

/// One scenario.
#[component]
fn ScenarioItem(props: &ScenarioItemProps) -> Html {
    let plan = use_plan();
    let id = props.shown.id.clone();
    let scenario = id.as_ref().and_then(|id| {
        plan.scenarios
            .others
            .iter()
            .find(|other| other.id.as_str() == id.as_str())
    });
    let path = match &id {
        None => FieldPath::from("scenarios/current"),
        Some(id) => FieldPath::from("scenarios/others").child(id).child("name"),
    };
    let name = match scenario {
        None => plan.scenarios.current.clone(),
        Some(scenario) => scenario.name.clone(),
    };
    let onchange = {
        let (choose, id, compared) = (props.choose.clone(), id.clone(), props.compared);
        Callback::from(move |_: Event| choose.emit((id.clone(), !compared)))
    };
    let locked = props.full && !props.compared;
    html! {
        <li class="scenario">
            <div class="scenario-words">
                <TextField {path} value={name} label={text::NAME} example={props.shown.name.clone()} />
                if let Some(scenario) = scenario {
                    <TextArea path={FieldPath::from("scenarios/others").child(scenario.id.as_str()).child("note")}
                        value={scenario.note.clone()} label={text::NOTE} example={text::NOTE_EXAMPLE} />
                } else {
                    <p class="hint">{ text::IN_CHAPTERS }</p>
                }
            </div>
            <div class="scenario-deeds">
                <label title={locked.then_some(text::MOST)}>
                    <input type="checkbox" checked={props.compared} disabled={locked} {onchange}
                        aria-label={text::compare_it(&props.shown.name)} />
                    { text::COMPARE_IT }
                </label>
                if let Some(scenario) = scenario {
                    <Deeds id={scenario.id.to_string()} name={props.shown.name.clone()} first={props.first.clone()} />
                }
            </div>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct DeedsProps {
    id: AttrValue,
    name: AttrValue,
    first: AttrValue,
}

/// What can be done with a scenario that does not stand in the chapters.
#[component]
fn Deeds(props: &DeedsProps) -> Html {
    let (changes, plan, today) = (use_changes(), use_plan(), use_reader().today);
    let Ok(id) = Id::<Scenario>::new(props.id.as_str()) else {
        return Html::default();
    };
    let act = |edit: Option<Edit>, said: String| {
        let changes = changes.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = edit.clone() {
                changes.make_and_say(edit, said.clone());
            }
        })
    };
    let work_in = act(
        switch_scenario(&plan, &id, text::THE_PLAN),
        text::switched(&props.name, &props.first),
    );
    let copy = {
        let name = copy_of(&props.name, names(&plan));
        let (changes, plan, id) = (changes.clone(), plan.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(edit) = copy_scenario(&plan, &id, fresh_item_id(), &name, Some(today)) {
                changes.make_and_say(edit, text::kept(&name));
            }
        })
    };
    let remove = act(
        Some(Edit::remove("scenarios/others", id.as_str())),
        shell::removed(&props.name),
    );
    html! {
        <>
            <button type="button" class="quiet" onclick={work_in} aria-label={text::work_in(&props.name)}>{ text::WORK_IN }</button>
            <button type="button" class="quiet" onclick={copy} aria-label={text::copy(&props.name)}>{ text::COPY }</button>
            <button type="button" class="quiet" onclick={remove} aria-label={text::remove(&props.name)}>{ text::REMOVE }</button>
        </>
    }
}
