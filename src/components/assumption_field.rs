//! A field for an assumption: the number, its range and source, and how much it matters.

use plumbline_plan::{FieldPath, QuantityKind, Source};
use plumbline_wording::texts::{examples, fields};
use yew::prelude::*;

use super::{
    assumption_details::AssumptionDetails,
    assumption_value::{AssumptionValue, AtRest},
    field::{Layout, field_properties},
    figures::{Figures, use_figures},
    number_field::NumberField,
};
use crate::{forecasting::use_influence, workbook::access::use_reader};

field_properties! {
    /// Properties of [`AssumptionField`].
    AssumptionFieldProps {
        /// The assumption's path.
        pub path: FieldPath,
        /// The assumption.
        pub value: AssumptionValue,
    }
}

/// A field for an assumption.
#[component]
pub fn AssumptionField(props: &AssumptionFieldProps) -> Html {
    let figures = use_figures();
    let hidden = use_reader().hidden;
    let open = use_state(|| false);

    let at_rest = use_mut_ref(|| AtRest::of(&props.value));
    let onfocusin = {
        let (at_rest, value) = (at_rest.clone(), props.value.clone());
        Callback::from(move |_: FocusEvent| *at_rest.borrow_mut() = AtRest::of(&value))
    };
    let change = {
        let path = props.path.clone();
        Callback::from(move |accepted| at_rest.borrow().meaning(&path, accepted))
    };
    let caption = props.caption();
    let full_label = caption.in_full();
    let show = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(true))
    };
    let close = {
        let open = open.clone();
        Callback::from(move |()| open.set(false))
    };
    // Who answers for it, and what is noted of it, may name people and amounts.
    let below = if props.value.average.is_some() && !hidden.anything() {
        html! {
            <div class="provenance">
                <button type="button" class="quiet" onclick={show}>
                    <span class="unseen">{ format!("{}: ", fields::details_of(&full_label)) }</span>
                    { provenance(&props.value, &figures, props.layout) }
                </button>
                <Matters path={props.path.clone()} />
            </div>
        }
    } else {
        html! { <div class="provenance" /> }
    };
    html! {
        <div class="assumption" {onfocusin}>
            <NumberField path={props.path.child("average")} label={caption.label}
                of={caption.of} hint={caption.hint} layout={caption.layout}
                kind={props.value.kind} bounds={props.value.bounds} value={props.value.average}
                takes_range=true example={example(props.value.kind)} {change} {below} />
            if *open {
                <AssumptionDetails path={props.path.clone()} label={full_label}
                    value={props.value.clone()} {close} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct MattersProps {
    path: FieldPath,
}

/// How much of the answer an assumption carries. By itself, since it changes with every
/// figure of the plan, the field only with its own.
#[component]
fn Matters(props: &MattersProps) -> Html {
    let figures = use_figures();
    let share = use_influence(&props.path);
    let words = share.map(|share| fields::matters(&figures.percent(share)));
    html! {
        <meter min="0" max="1" hidden={share.is_none()} value={share.unwrap_or_default().to_string()}
            title={words.clone()} aria-label={words} />
    }
}

/// Range and source in a few words.
fn provenance(value: &AssumptionValue, figures: &Figures, layout: Layout) -> Html {
    let range = value
        .range
        .filter(|(low, high, _)| low < high)
        .map(|(low, high, entered)| {
            let ends = match layout {
                Layout::Block => figures.range(value.kind, low, high),
                Layout::Cell => figures.bare_range(value.kind, low, high),
            };
            html! {
                <span class={if entered { "range" } else { "range range-usual" }}
                    title={(!entered).then_some(fields::DEFAULT_RANGE)}>{ ends }</span>
            }
        });
    html! {
        <>
            { for range }
            <span class="source">{ source_words(&value.source, layout) }</span>
        </>
    }
}

/// The source in words; in a table as short as can be.
pub fn source_words(source: &Source, layout: Layout) -> String {
    match (source, layout) {
        (Source::Guess, _) => fields::GUESS.to_owned(),
        (Source::Team, Layout::Block) => fields::TEAM.to_owned(),
        (Source::Team, Layout::Cell) => fields::TEAM_SHORT.to_owned(),
        (Source::OwnHistory { events, of }, Layout::Block) => fields::own_history(*events, *of),
        (Source::OwnHistory { events, of }, Layout::Cell) => fields::counts(*events, *of),
        (Source::Published { reference, .. }, Layout::Block) => fields::published(reference),
        (Source::Published { .. }, Layout::Cell) => fields::published(""),
    }
}

fn example(kind: QuantityKind) -> Option<AttrValue> {
    let text = match kind {
        QuantityKind::Fraction => examples::SHARE,
        QuantityKind::Money => examples::MONEY,
        QuantityKind::Count => examples::COUNT,
        QuantityKind::Days => examples::DAYS,
        QuantityKind::Hours => examples::HOURS,
        QuantityKind::Factor | QuantityKind::GrowthRate => return None,
    };
    Some(text.into())
}
