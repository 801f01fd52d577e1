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
    let refused = use_state(|| false);
    let id = field_id(&props.path);
    let onchange = {
        let (path, refused) = (props.path.clone(), refused.clone());
        Callback::from(move |event: Event| {
            let text = input::text_of(&event);
            if text.trim().is_empty() {
                refused.set(false);
                return changes.set(&path, None::<NaiveDate>);
            }
            let day = read_date(&text, &locale);
            refused.set(day.is_err());
            if let Ok(day) = day {
                changes.set(&path, day);
            }
        })
    };
    let below = if *refused {
        html! { <p class="refused">{ fields::DATE_FORM }</p> }
    } else {
        Html::default()
    };
    html! {
        <Field id={id.clone()} label={props.label.clone()} of={props.of.clone()}
            hint={props.hint.clone()} layout={props.layout} {below}>
            <input type="date" id={id.clone()} min="1900-01-01" max="2199-12-31"
                value={props.value.map(|day| day.to_string()).unwrap_or_default()}
                aria-invalid={refused.then_some("true")} aria-describedby={described_by(&id)} {onchange} />
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
    let refused = use_state(|| false);
    let id = field_id(&props.path);
    let onchange = {
        let (path, refused, optional) = (props.path.clone(), refused.clone(), props.optional);
        Callback::from(move |event: Event| {
            let text = input::text_of(&event);
            if text.trim().is_empty() && optional {
                refused.set(false);
                return changes.set(&path, None::<Month>);
            }
            let month = read_month(&text, &locale).map(Month::of);
            refused.set(month.is_err());
            if let Ok(month) = month {
                changes.set(&path, month);
            }
        })
    };
    let below = if *refused {
        html! { <p class="refused">{ fields::MONTH_FORM }</p> }
    } else {
        Html::default()
    };
    html! {
        <Field id={id.clone()} label={props.label.clone()} hint={props.hint.clone()}
            layout={props.layout} {below}>
            <input type="month" id={id.clone()} min="1900-01" max="2199-12"
                value={props.value.map(|month| month.to_string()).unwrap_or_default()}
                aria-invalid={refused.then_some("true")} aria-describedby={described_by(&id)} {onchange} />
        </Field>
    }
}
