//! A field for a number as people type it.
//!
//! While it is typed into, what stands there is the person's own text; whatever of it can
//! be understood counts at once, and what cannot is explained while the last good value
//! goes on counting.

use plumbline_plan::{Edit, FieldPath, QuantityKind};
use plumbline_wording::{
    reading::{Entry, Figures as Typed, read_entry},
    texts::fields,
    writing::{write_entry, write_for_editing},
};
use yew::prelude::*;

use super::{
    field::{Field, Layout, described_by, field_id},
    figures::{Figures, use_figures},
};
use crate::{
    browser::input,
    workbook::{
        Action,
        access::{Changes, use_changes},
    },
};

/// What was typed and understood, within the bounds of the field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Accepted {
    /// The field was emptied.
    Nothing,
    /// One value.
    One(f64),
    /// A value with the ends of its range: low, usual, high.
    Range(f64, f64, f64),
    /// So many of so many.
    Counts(u64, u64),
}

/// Properties of [`NumberField`].
#[derive(Properties, PartialEq)]
pub struct NumberFieldProps {
    /// The field; its control is known by it.
    pub path: FieldPath,
    /// The visible label.
    pub label: AttrValue,
    /// What it belongs to, for who cannot see the table around it.
    #[prop_or_default]
    pub of: Option<AttrValue>,
    /// A sentence about it.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// How it stands among others.
    #[prop_or_default]
    pub layout: Layout,
    /// What it measures.
    pub kind: QuantityKind,
    /// The least and the most that is allowed.
    pub bounds: (f64, f64),
    /// The value in force.
    pub value: Option<f64>,
    /// Whether a range or counts may be typed.
    #[prop_or_default]
    pub takes_range: bool,
    /// What is shown while the field is empty.
    #[prop_or_default]
    pub example: Option<AttrValue>,
    /// The change that what was typed means.
    pub change: Callback<Accepted, Edit>,
    /// What stands below the field: range and source.
    #[prop_or_default]
    pub below: Html,
}

/// What is wrong with the text, or what was understood.
enum Reading {
    Understood(Accepted, Option<Entry>),
    Unfinished,
    Refused(String),
}

/// A field for a number.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let figures = use_figures();
    let changes = use_changes();
    let draft = use_state(|| None::<String>);
    let focused = use_state(|| false);
    let typed = use_mut_ref(|| false);

    let id = field_id(&props.path);
    let shown = match &*draft {
        Some(text) => text.clone(),
        None => written(props, &figures),
    };
    let reading = draft.as_deref().map(|text| read(text, props, &figures));
    let refused = match &reading {
        Some(Reading::Refused(why)) => Some(why.clone()),
        Some(Reading::Unfinished) if !*focused => Some(fields::LAST_GOOD.to_owned()),
        _ => None,
    };

    let oninput = {
        let (draft, changes, figures, typed) = (
            draft.clone(),
            changes.clone(),
            figures.clone(),
            typed.clone(),
        );
        let props = copy(props);
        Callback::from(move |event: InputEvent| {
            let text = input::text_of(&event);
            match read(&text, &props, &figures) {
                Reading::Understood(accepted, _) => {
                    changes.typed(&props.path, props.change.emit(accepted));
                    *typed.borrow_mut() = true;
                }
                // The last good value is the one before the typing, not the half of a number
                // that happened to make sense on the way.
                Reading::Unfinished | Reading::Refused(_) => {
                    if typed.replace(false) {
                        changes.act(Action::Undo);
                    }
                }
            }
            draft.set(Some(text));
        })
    };
    let onblur = {
        let (draft, focused, changes, figures, typed) = (
            draft.clone(),
            focused.clone(),
            changes.clone(),
            figures.clone(),
            typed.clone(),
        );
        let props = copy(props);
        Callback::from(move |_: FocusEvent| {
            focused.set(false);
            let settled = draft
                .as_deref()
                .is_none_or(|text| matches!(read(text, &props, &figures), Reading::Understood(..)));
            if settled {
                draft.set(None);
            }
            end_typing(&changes, &typed);
        })
    };
    let onfocus = {
        let (focused, typed) = (focused.clone(), typed.clone());
        Callback::from(move |_: FocusEvent| {
            focused.set(true);
            *typed.borrow_mut() = false;
        })
    };
    let onkeydown = {
        let (draft, changes, typed) = (draft.clone(), changes.clone(), typed.clone());
        let props = copy(props);
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Escape" if draft.is_some() => {
                event.prevent_default();
                event.stop_propagation();
                if typed.replace(false) {
                    changes.act(Action::Undo);
                }
                draft.set(None);
            }
            "Enter" => {
                draft.set(None);
                end_typing(&changes, &typed);
            }
            key @ ("ArrowUp" | "ArrowDown") => {
                if let Some(value) = stepped(&props, key == "ArrowUp", event.shift_key()) {
                    event.prevent_default();
                    changes.typed(&props.path, props.change.emit(Accepted::One(value)));
                    *typed.borrow_mut() = true;
                    draft.set(None);
                }
            }
            _ => {}
        })
    };

    let said = said(
        reading.as_ref(),
        refused.as_deref(),
        props,
        &figures,
        *focused,
    );
    html! {
        <Field id={id.clone()} label={props.label.clone()} of={props.of.clone()}
            hint={props.hint.clone()} layout={props.layout} below={said}>
            <input type="text" id={id.clone()} class="number" inputmode="decimal"
                autocomplete="off" value={shown} placeholder={props.example.clone()}
                aria-invalid={refused.is_some().then_some("true")}
                aria-describedby={described_by(&id)}
                {oninput} {onblur} {onfocus} {onkeydown} />
        </Field>
    }
}

/// What stands below the field. What was understood lies over it without moving anything,
/// so that a click beside the field, which ends the typing, meets what it was aimed at.
fn said(
    reading: Option<&Reading>,
    refused: Option<&str>,
    props: &NumberFieldProps,
    figures: &Figures,
    focused: bool,
) -> Html {
    if let Some(why) = refused {
        return html! { <p class="refused">{ why }</p> };
    }
    let understood = match reading {
        Some(Reading::Understood(_, Some(entry))) if focused => {
            let text = write_entry(entry, figures.kind(props.kind), &figures.locale);
            Some(fields::understood(&text))
        }
        _ => None,
    };
    html! {
        <>
            { props.below.clone() }
            <p class="understood" hidden={understood.is_none()}>{ understood.unwrap_or_default() }</p>
        </>
    }
}

fn end_typing(changes: &Changes, typed: &std::cell::RefCell<bool>) {
    if typed.replace(false) {
        changes.act(Action::EndTyping);
    }
}

fn written(props: &NumberFieldProps, figures: &Figures) -> String {
    let write = |value| {
        write_for_editing(
            &Entry::one(value),
            figures.kind(props.kind),
            &figures.locale,
        )
    };
    props.value.map(write).unwrap_or_default()
}

fn read(text: &str, props: &NumberFieldProps, figures: &Figures) -> Reading {
    if text.trim().is_empty() {
        return Reading::Understood(Accepted::Nothing, None);
    }
    match read_entry(text, figures.kind(props.kind), &figures.locale) {
        Ok(entry) => within_bounds(entry, props, figures),
        Err(error) if error.unfinished => Reading::Unfinished,
        Err(error) => Reading::Refused(error.to_string()),
    }
}

fn within_bounds(entry: Entry, props: &NumberFieldProps, figures: &Figures) -> Reading {
    let accepted = match entry.figures {
        Typed::One(value) => Accepted::One(value),
        Typed::Range { low, high } => Accepted::Range(low, (low + high) / 2.0, high),
        Typed::UsualInRange { usual, low, high } => Accepted::Range(low, usual, high),
        Typed::Counts { part, whole } => Accepted::Counts(part, whole),
    };
    let (least, most) = props.bounds;
    let inside = |value: f64| (least..=most).contains(&value);
    let fits = match accepted {
        Accepted::One(value) => inside(value),
        Accepted::Range(low, _, high) if props.takes_range => inside(low) && inside(high),
        Accepted::Counts(..) if props.takes_range => true,
        Accepted::Range(..) | Accepted::Counts(..) => {
            return Reading::Refused(fields::ONE_VALUE_ONLY.to_owned());
        }
        Accepted::Nothing => true,
    };
    if fits {
        return Reading::Understood(accepted, Some(entry));
    }
    let (least, most) = (
        figures.value(props.kind, least),
        figures.value(props.kind, most),
    );
    Reading::Refused(fields::out_of_bounds(&least, &most))
}

/// The value one step up or down: a tenth of the leading digit's place, ten times that with
/// Shift; whole percents for shares.
fn stepped(props: &NumberFieldProps, up: bool, big: bool) -> Option<f64> {
    let value = props.value?;
    let step = match props.kind {
        QuantityKind::Fraction | QuantityKind::Factor | QuantityKind::GrowthRate => 0.01,
        _ if value.abs() < 20.0 => 1.0,
        _ => 10_f64.powi(value.abs().log10().floor() as i32 - 1),
    };
    let step = if big { step * 10.0 } else { step };
    let places = (value / step).round() + if up { 1.0 } else { -1.0 };
    let (least, most) = props.bounds;
    // Dividing by a whole number keeps 0.29 from becoming 0.29000000000000004.
    let next = if step < 1.0 {
        places / (1.0 / step).round()
    } else {
        places * step
    };
    Some(next.clamp(least, most))
}

fn copy(props: &NumberFieldProps) -> NumberFieldProps {
    NumberFieldProps {
        path: props.path.clone(),
        label: props.label.clone(),
        of: props.of.clone(),
        hint: props.hint.clone(),
        layout: props.layout,
        kind: props.kind,
        bounds: props.bounds,
        value: props.value,
        takes_range: props.takes_range,
        example: props.example.clone(),
        change: props.change.clone(),
        below: props.below.clone(),
    }
}

/// Properties of [`QuantityField`].
#[derive(Properties, PartialEq)]
pub struct QuantityFieldProps {
    /// The field.
    pub path: FieldPath,
    /// The visible label.
    pub label: AttrValue,
    /// What it belongs to, for who cannot see the table around it.
    #[prop_or_default]
    pub of: Option<AttrValue>,
    /// A sentence about it.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// How it stands among others.
    #[prop_or_default]
    pub layout: Layout,
    /// What it measures.
    pub kind: QuantityKind,
    /// The least and the most that is allowed.
    pub bounds: (f64, f64),
    /// The value in force.
    pub value: Option<f64>,
    /// What is shown while the field is empty.
    #[prop_or_default]
    pub example: Option<AttrValue>,
    /// Whether only whole numbers belong here.
    #[prop_or_default]
    pub whole: bool,
}

/// A field for a number that is a fact: no range, no source.
#[component]
pub fn QuantityField(props: &QuantityFieldProps) -> Html {
    let (path, whole) = (props.path.clone(), props.whole);
    let change = Callback::from(move |accepted| match accepted {
        Accepted::One(value) if whole => Edit::set(&path, value.round() as u64),
        Accepted::One(value) => Edit::set(&path, value),
        _ => Edit::set(&path, None::<f64>),
    });
    html! {
        <NumberField path={props.path.clone()} label={props.label.clone()} of={props.of.clone()}
            hint={props.hint.clone()} layout={props.layout} kind={props.kind} bounds={props.bounds}
            value={props.value} example={props.example.clone()} {change} />
    }
}
