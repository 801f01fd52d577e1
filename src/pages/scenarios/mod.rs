//! The scenarios of the plan: a list of them, and two to four side by side.

mod answers;
mod comparison;
mod differences;
mod list;

use std::{collections::BTreeSet, rc::Rc};

use plumbline_plan::Plan;
use plumbline_wording::texts::scenarios as text;
use yew::prelude::*;

use crate::workbook::{SharedPlan, access::use_plan};
pub use answers::Answered;
use answers::{Asking, Heard, use_answered};
pub use comparison::Comparison;
use list::ScenarioList;

/// So many can be compared at once.
const MOST: usize = 4;

/// A scenario as the page shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Its identifier; nothing for the one in the chapters.
    pub id: Option<AttrValue>,
    /// What it is called.
    pub name: AttrValue,
    /// The plan with it in its chapters.
    pub plan: SharedPlan,
}

/// The page.
#[component]
pub(super) fn ScenariosPage() -> Html {
    let plan = use_plan();
    let shown = use_memo(plan.clone(), all);
    let left_out = use_state(BTreeSet::<Option<AttrValue>>::new);
    let in_view: Vec<Shown> = shown
        .iter()
        .filter(|scenario| !left_out.contains(&scenario.id))
        .take(MOST)
        .cloned()
        .collect();
    let compared: Vec<Option<AttrValue>> =
        in_view.iter().map(|scenario| scenario.id.clone()).collect();
    let choose = {
        let left_out = left_out.clone();
        let (all, compared) = (Rc::clone(&shown), compared.clone());
        Callback::from(move |(id, compare): (Option<AttrValue>, bool)| {
            // What is beyond the fourth is left out by choice from now on.
            let mut out: BTreeSet<_> = all
                .iter()
                .map(|scenario| scenario.id.clone())
                .filter(|id| !compared.contains(id))
                .collect();
            if compare {
                out.remove(&id);
            } else {
                out.insert(id);
            }
            left_out.set(out);
        })
    };
    let heard = use_reducer(Heard::default);
    let answers = use_answered(&in_view, &heard);
    let asking = in_view
        .iter()
        .enumerate()
        .filter_map(|(place, shown)| Some((place, shown.id.clone()?, shown.clone())));
    html! {
        <>
            <ScenarioList shown={Rc::clone(&shown)} {compared} {choose} />
            { for asking.map(|(place, id, shown)| html! {
                <Asking key={id.to_string()} {shown} {place} heard={heard.dispatcher()} />
            }) }
            <section hidden={shown.len() < 2}>
                <h2>{ text::COMPARED }</h2>
                <div>
                    if answers.len() < 2 {
                        <p class="section-why">{ text::CHOOSE_TWO }</p>
                    } else {
                        <Comparison {answers} />
                    }
                </div>
            </section>
        </>
    }
}

/// The scenario in the chapters first, then the others in their order.
fn all(plan: &SharedPlan) -> Vec<Shown> {
    let named = |name: &str, otherwise: String| match name.trim() {
        "" => otherwise.into(),
        name => AttrValue::from(name.to_owned()),
    };
    let current = Shown {
        id: None,
        name: named(&plan.scenarios.current, text::THE_PLAN.to_owned()),
        plan: plan.clone(),
    };
    let whole: &Plan = plan;
    let others = whole.scenarios.others.iter().enumerate();
    let others = others.map(|(place, scenario)| Shown {
        id: Some(scenario.id.to_string().into()),
        name: named(&scenario.name, text::unnamed(place + 2)),
        plan: SharedPlan::new(scenario.in_place(whole)),
    });
    std::iter::once(current).chain(others).collect()
}
