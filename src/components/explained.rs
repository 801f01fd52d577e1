//! A number that opens the chain behind it: how it comes about in words, what it is made of,
//! and the fields it rests on, each with its value, its source and a way to it.

use plumbline_plan::FieldPath;
use plumbline_wording::texts::{explained as text, labels};
use yew::prelude::*;

use super::{
    AssumptionValue, Layout, assumption_field::source_words, dialog::Dialog, figures::use_figures,
};
use crate::{
    browser::dialog,
    forecasting::{Forecast, use_forecast},
    shell::field_address,
    workbook::{
        SharedPlan,
        access::{use_plan, use_reader},
    },
};

/// How a number comes about.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// What the number is.
    pub name: String,
    /// How it comes about, in words.
    pub formula: String,
    /// The numbers it is made of, each with its name, already written.
    pub steps: Vec<(String, String)>,
    /// The fields it rests on, the most important first.
    pub inputs: Vec<Input>,
    /// The section of the maths.
    pub section: text::Section,
    /// The plan whose number it is, where that is not the open one.
    pub other: Option<OtherPlan>,
}

/// A plan that is not the open one, such as a scenario.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherPlan {
    /// The plan.
    pub plan: SharedPlan,
    /// What it implies.
    pub forecast: Forecast,
}

/// A field that a number rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// An assumption.
    Assumption(FieldPath),
    /// A fact with its value as it is written.
    Fact(FieldPath, String),
}

/// Properties of [`Explained`].
#[derive(Properties, PartialEq)]
pub struct ExplainedProps {
    /// The number, or words to press in its place.
    pub value: AttrValue,
    /// How it comes about.
    pub explanation: Explanation,
}

/// The number.
#[component]
pub fn Explained(props: &ExplainedProps) -> Html {
    let open = use_state(|| false);
    let show = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    let explanation = &props.explanation;
    html! {
        <span class="explained">
            <button type="button" aria-haspopup="dialog" onclick={show}
                aria-label={format!("{} ({})", props.value, text::why(&explanation.name))}>
                { props.value.clone() }
            </button>
            if *open {
                <ExplanationDialog value={props.value.clone()} explanation={explanation.clone()} {close} />
            }
        </span>
    }
}

/// Properties of [`ExplanationDialog`].
#[derive(Properties, PartialEq)]
pub(super) struct ExplanationDialogProps {
    /// The number.
    pub value: AttrValue,
    /// How it comes about.
    pub explanation: Explanation,
    /// Called when it was closed.
    pub close: Callback<()>,
}

/// The chain behind a number, over the page.
#[component]
pub(super) fn ExplanationDialog(props: &ExplanationDialogProps) -> Html {
    let explanation = &props.explanation;
    let dialog = html! {
        <Dialog title={explanation.name.clone()} close={props.close.clone()}>
            <Chain value={props.value.clone()} explanation={explanation.clone()} />
        </Dialog>
    };
    // The number may stand in a heading or a sentence, where no dialog belongs.
    match dialog::place() {
        Some(place) => create_portal(dialog, place),
        None => dialog,
    }
}

/// The chain behind the number.
#[component]
fn Chain(props: &ExplainedProps) -> Html {
    let Explanation {
        formula,
        steps,
        inputs,
        section,
        other,
        ..
    } = &props.explanation;
    html! {
        <div class="chain">
            <p class="chain-value" hidden={props.value == text::HOW}>{ props.value.clone() }</p>
            <p>{ formula.clone() }</p>
            <dl class="chain-steps">
                { for steps.iter().map(|(name, value)| html! {
                    <div key={name.clone()}><dt>{ name.clone() }</dt><dd>{ value.clone() }</dd></div>
                }) }
            </dl>
            <div>
                if !inputs.is_empty() {
                    <h3>{ text::INPUTS }</h3>
                    <div class="table-scroll" tabindex="0" role="region" aria-label={text::INPUTS}>
                        // On narrow pages its rows are laid out in lines, so it says itself what it is.
                        <table class="figures in-blocks" role="table">
                            <caption class="unseen">{ text::INPUTS }</caption>
                            <thead role="rowgroup">
                                <tr role="row">
                                    <th scope="col" role="columnheader">{ text::FIELD }</th>
                                    <th scope="col" role="columnheader" class="figure">{ text::VALUE }</th>
                                    <th scope="col" role="columnheader">{ text::SOURCE }</th>
                                    <th scope="col" role="columnheader">{ text::CHECKED }</th>
                                </tr>
                            </thead>
                            <tbody role="rowgroup">
                                { for inputs.iter().map(|input| html! {
                                    <InputRow input={input.clone()} other={other.clone()} />
                                }) }
                            </tbody>
                        </table>
                    </div>
                }
            </div>
            <p class="hint">{ text::section(*section) }</p>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct InputRowProps {
    input: Input,
    other: Option<OtherPlan>,
}

/// One field with its value, its source and when it was last checked.
#[component]
fn InputRow(props: &InputRowProps) -> Html {
    let (open_plan, open_forecast) = (use_plan(), use_forecast());
    let OtherPlan { plan, forecast } = props.other.clone().unwrap_or(OtherPlan {
        plan: open_plan,
        forecast: open_forecast,
    });
    let figures = use_figures();
    // Where names and amounts are not to be seen, no reference is named either.
    let layout = if use_reader().hidden.anything() {
        Layout::Cell
    } else {
        Layout::Block
    };
    let (path, value, source, checked) = match &props.input {
        Input::Fact(path, value) => (path, value.clone(), text::FACT.to_owned(), String::new()),
        Input::Assumption(path) => {
            let estimate = forecast.estimate();
            let assumption = estimate.and_then(|estimate| {
                estimate
                    .model
                    .assumptions
                    .iter()
                    .find(|one| one.path == *path)
            });
            let entered =
                assumption.and_then(|one| AssumptionValue::in_plan(&plan, path, one.quantity));
            let Some(entered) = entered else {
                return html! { <tr /> };
            };
            let value = entered
                .average
                .map(|value| figures.value(entered.kind, value));
            let checked = entered.checked_on.map(|day| figures.day(day));
            let source = source_words(&entered.source, layout);
            (
                path,
                value.unwrap_or_default(),
                source,
                checked.unwrap_or_else(|| text::NEVER.to_owned()),
            )
        }
    };
    html! {
        <tr role="row">
            <th scope="row" role="rowheader"><a href={field_address(path)}>{ labels::of(&plan, path) }</a></th>
            <td role="cell" class="figure" data-label={text::VALUE}>{ value }</td>
            <td role="cell" class="in-full" data-label={text::SOURCE}>{ source }</td>
            <td role="cell" data-label={text::CHECKED}>{ checked }</td>
        </tr>
    }
}
