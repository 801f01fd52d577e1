//! Fields for a day and for a month, with the browser's own calendar where it has one.

use chrono::NaiveDate;
use plumbline_plan::{FieldPath, Month};
use plumbline_wording::{
    reading::{read_date, read_month},
    texts::fields,
};
use yew::prelude::*;

use super::field::{Field, Layout, described_by, field_id};
use crate::{
    browser::input,
    workbook::access::{use_changes, use_reader},
};

/// Properties of [`DateField`].
#[derive(Properties, PartialEq)]
pub struct DateFieldProps {
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
    /// The day in force.
    pub value: Option<NaiveDate>,
}

/// A field for a day.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let changes = use_changes();
    let locale = use_reader().locale;
    // What cannot be taken yet stays as it stands: a year is typed digit by digit.
    let draft = use_state(|| None::<String>);
    let id = field_id(&props.path);
    let onchange = {
        let (path, draft) = (props.path.clone(), draft.clone());
        Callback::from(move |event: Event| {
            let text = input::text_of(&event);
            if text.trim().is_empty() {
                draft.set(None);
                return changes.set(&path, None::<NaiveDate>);
            }
            let day = read_date(&text, &locale);
            draft.set(day.is_err().then_some(text));
            if let Ok(day) = day {
                changes.set(&path, day);
            }
        })
    };
    let below = if draft.is_some() {
        html! { <p class="refused">{ fields::DATE_FORM }</p> }
    } else {
        Html::default()
    };
    html! {
        <Field id={id.clone()} label={props.label.clone()} of={props.of.clone()}
            hint={props.hint.clone()} layout={props.layout} {below}>
            <input type="date" id={id.clone()} min="1900-01-01" max="2199-12-31"
                value={shown(&draft, props.value)}
                aria-invalid={draft.is_some().then_some("true")} aria-describedby={described_by(&id)} {onchange} />
        </Field>
    }
}

/// Properties of [`MonthField`].
#[derive(Properties, PartialEq)]
pub struct MonthFieldProps {
    /// The field.
    pub path: FieldPath,
    /// The visible label.
    pub label: AttrValue,
    /// A sentence about it.
    #[prop_or_default]
    pub hint: Option<AttrValue>,
    /// How it stands among others.
    #[prop_or_default]
    pub layout: Layout,
    /// The month in force.
    pub value: Option<Month>,
    /// Whether it may be emptied.
    #[prop_or_default]
    pub optional: bool,
}

/// A field for a month.
#[component]
pub fn MonthField(props: &MonthFieldProps) -> Html {
    let changes = use_changes();
    let locale = use_reader().locale;
    // What cannot be taken yet stays as it stands: a year is typed digit by digit.
    let draft = use_state(|| None::<String>);
    let id = field_id(&props.path);
    let onchange = {
        let (path, draft, optional) = (props.path.clone(), draft.clone(), props.optional);
        Callback::from(move |event: Event| {
            let text = input::text_of(&event);
            if text.trim().is_empty() && optional {
                draft.set(None);
                return changes.set(&path, None::<Month>);
            }
            let month = read_month(&text, &locale).map(Month::of);
            draft.set(month.is_err().then_some(text));
            if let Ok(month) = month {
                changes.set(&path, month);
            }
        })
    };
    let below = if draft.is_some() {
        html! { <p class="refused">{ fields::MONTH_FORM }</p> }
    } else {
        Html::default()
    };
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()}
            layout={props.layout} {below}>
            <input type="month" id={id.clone()} min="1900-01" max="2199-12"
                value={shown(&draft, props.value)}
                aria-invalid={draft.is_some().then_some("true")} aria-describedby={described_by(&id)} {onchange} />
        </Field>
    }
}

/// What stands in a field: what was typed, as long as it cannot be taken.
fn shown(draft: &Option<String>, value: Option<impl ToString>) -> String {
    let value = || value.map(|value| value.to_string()).unwrap_or_default();
    draft.clone().unwrap_or_else(value)
}
