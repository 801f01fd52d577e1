//! What-ifs: figures of the plan tried out with sliders. The plan stays as it is until what
//! was tried is kept, as one change that can be undone.
//!
//! What is tried lives in a workbook of its own, so that the usual fields work on it.

mod effect;
mod figure;

use std::{cell::RefCell, rc::Rc};

use plumbline_plan::{Edit, QuantityKind};
use plumbline_wording::texts::what_if as text;
use yew::prelude::*;

use self::{
    effect::Effect,
    figure::{Figure, Planned},
};
use crate::{
    browser::{identity::fresh_id, input},
    components::{Accepted, Explained, Figures, NumberField, said, use_figures},
    forecasting::use_forecast,
    workbook::{
        Action, SharedPlan, Workbook,
        access::{Changes, use_changes, use_plan},
    },
};

/// So many figures are in view at once: the target, leads, people, and what matters most.
const FIRST: usize = 12;

/// What is tried, apart from the page that shows it: it lasts as long as whoever holds it.
#[derive(Clone, PartialEq)]
pub struct Trying {
    tried: UseReducerHandle<Workbook>,
    /// The identifier of whoever is hired on top.
    hire: Rc<String>,
}

impl Trying {
    /// Whether anything was tried that is not in the plan.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.tried.revision > 0
    }
}

/// What is tried on the open plan. Another plan, or a change of it, begins anew.
#[hook]
pub fn use_trying() -> Trying {
    let plan = use_plan();
    let hire = use_memo(plan.clone(), |_| fresh_id());
    let tried = use_reducer({
        let plan = plan.clone();
        move || Workbook::new(plumbline_plan::Plan::clone(&plan))
    });
    use_effect_with(plan, {
        let trying = Changes::new(tried.dispatcher());
        move |plan| trying.act(Action::Follow(plan.clone()))
    });
    Trying { tried, hire }
}

/// The section with what is tried on its own page.
#[component]
pub(super) fn WhatIfSection() -> Html {
    let trying = use_trying();
    html! { <WhatIfs {trying} /> }
}

/// Properties of [`WhatIfs`].
#[derive(Properties, PartialEq)]
pub struct WhatIfsProps {
    /// What is tried.
    pub trying: Trying,
}

/// The section.
#[component]
pub fn WhatIfs(props: &WhatIfsProps) -> Html {
    let plan = use_plan();
    let forecast = use_forecast();
    let figures = use_figures();
    let changes = use_changes();
    let Trying { tried, hire } = props.trying.clone();
    let trying = use_memo((), |()| Changes::new(tried.dispatcher()));
    let all = use_memo(
        (plan.clone(), forecast.readiness, hire),
        |(plan, readiness, hire)| {
            let estimate = readiness.estimate();
            let all = estimate.map(|estimate| Figure::all(plan, estimate, hire));
            all.unwrap_or_default()
                .into_iter()
                .map(Rc::new)
                .collect::<Vec<_>>()
        },
    );
    let newest = Newest(use_mut_ref(|| plan.clone()));
    newest.0.replace(tried.plan.clone());
    if all.is_empty() {
        return html! { <section /> };
    }
    let edits: Vec<Edit> = all
        .iter()
        .filter_map(|figure| figure.keep(&plan, &tried.plan))
        .collect();
    let changed = !edits.is_empty();
    let reset = {
        let (trying, plan) = (trying.clone(), plan.clone());
        Callback::from(move |_: MouseEvent| {
            trying.act(Action::Follow(plan.clone()));
        })
    };
    let keep = {
        // All leads together are also counted source by source.
        let is_leads = |figure: &Figure| matches!(figure.planned, Planned::Leads(_));
        let kept = all.iter().filter(|figure| !is_leads(figure));
        let count = kept
            .filter(|figure| figure.keep(&plan, &tried.plan).is_some())
            .count();
        Callback::from(move |_: MouseEvent| {
            changes.make_and_say(Edit::group(edits.clone()), text::kept(count.max(1)));
        })
    };
    let (first, others) = all.split_at(FIRST.min(all.len()));
    let field = |figure: &Rc<Figure>| {
        let (key, value) = (figure.path.to_string(), figure.in_plan(&tried.plan));
        html! {
            <Tried {key} figure={Rc::clone(figure)} {value} newest={newest.clone()} figures={figures.clone()} />
        }
    };
    html! {
        <section class="what-if" aria-labelledby="what-if">
            <h2 id="what-if">{ text::WHAT_IF }</h2>
            <p class="section-why">{ text::WHAT_IF_TEXT }</p>
            <div class="what-if-top">
            <Effect plan={changed.then(|| tried.plan.clone())} />
            <p class="answers-row">
                <button type="button" disabled={!changed} onclick={keep}>{ text::KEEP }</button>
                <button type="button" class="quiet" disabled={!changed} onclick={reset}>{ text::RESET }</button>
            </p>
            </div>
            <ContextProvider<Changes> context={(*trying).clone()}>
                <div class="tried-figures">{ for first.iter().map(field) }</div>
                <details class="depth" hidden={others.is_empty()}>
                    <summary>{ text::more(others.len()) }</summary>
                    <div class="tried-figures">{ for others.iter().map(field) }</div>
                </details>
            </ContextProvider<Changes>>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct TriedProps {
    figure: Rc<Figure>,
    value: f64,
    newest: Newest,
    figures: Figures,
}

/// The plan as tried so far, for who changes it: fields need not be drawn anew with it.
#[derive(Clone)]
struct Newest(Rc<RefCell<SharedPlan>>);

impl PartialEq for Newest {
    /// There is one; a copy of it is the same.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// One figure: an exact field and a slider.
#[component]
fn Tried(props: &TriedProps) -> Html {
    let trying = use_changes();
    let figure = &props.figure;
    let figures = &props.figures;
    let change = {
        let (figure, newest) = (Rc::clone(figure), props.newest.clone());
        Callback::from(move |accepted: Accepted| {
            let value = match accepted {
                Accepted::One(value) | Accepted::Range(_, value, _) => value,
                Accepted::Counts(part, whole) => part as f64 / whole as f64,
                Accepted::Nothing => figure.before(),
            };
            figure.set(&newest.0.borrow(), value)
        })
    };
    let (least, most, step) = figure.slider;
    // Where amounts are not to be seen, the slider runs in percent of what is planned.
    let hidden = figures.hides_money && figure.kind == QuantityKind::Money;
    let percent = Some(figure.before() / 100.0).filter(|percent| hidden && *percent > 0.0);
    let unit = percent.unwrap_or(1.0);
    let step = if percent.is_some() { 1.0 } else { step };
    let slid = match percent {
        Some(_) => text::percent_of_planned(&figures.percent(props.value / figure.before())),
        None => figures.value(figure.kind, props.value),
    };
    let oninput = {
        let (figure, newest) = (Rc::clone(figure), props.newest.clone());
        Callback::from(move |event: InputEvent| {
            if let Ok(value) = input::text_of(&event).parse::<f64>() {
                let edit = figure.set(&newest.0.borrow(), value * unit);
                trying.typed(&figure.path, edit);
            }
        })
    };
    let planned = figures.value(figure.kind, figure.before());
    let changed = (props.value - figure.before()).abs() > 1e-9;
    // What comes from counts or a fit has digits that nobody entered.
    let shown = match figure.kind {
        QuantityKind::Fraction if !changed => Figures::rounded_share(props.value),
        _ => props.value,
    };
    let explanation = figure.chain(planned.clone());
    let planned = html! { <Explained value={planned} {explanation} /> };
    let below = html! {
        <p class={if changed { "tried tried-changed" } else { "tried" }}>
            { said(&[planned], |parts| text::planned(parts[0])) }
        </p>
    };
    html! {
        <div class="tried-figure">
            <NumberField path={figure.path.child("average")} label={figure.label.clone()} kind={figure.kind}
                bounds={figure.bounds} value={shown} {change} {below} />
            <input type="range" aria-label={text::slider(&figure.label)} min={(least / unit).to_string()}
                max={(most / unit).to_string()} step={step.to_string()} value={(props.value / unit).to_string()}
                aria-valuetext={slid} {oninput} />
        </div>
    }
}
