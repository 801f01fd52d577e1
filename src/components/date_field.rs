//! Fields for a day and for a month, with the browser's own calendar where it has one.

use chrono::NaiveDate;
use plumbline_plan::{Edit, FieldPath, Month};
use plumbline_wording::{
    locale::Locale,
    reading::{read_date, read_month},
    texts::fields,
};
use yew::prelude::*;

use super::field::{Field, described_by, field_id, field_properties, refusal};
use crate::{
    browser::input,
    workbook::access::{use_changes, use_reader},
};

field_properties! {
    /// Properties of [`DateField`].
    DateFieldProps {
        /// The field.
        pub path: FieldPath,
        /// The day in force.
        pub value: Option<NaiveDate>,
    }
}

/// A field for a day.
#[component]
pub fn DateField(props: &DateFieldProps) -> Html {
    let path = props.path.clone();
    let draft = use_draft(move |text, locale| match text {
        "" => Some(Edit::set(&path, None::<NaiveDate>)),
        text => read_date(text, locale)
            .ok()
            .map(|day| Edit::set(&path, day)),
    });
    let id = field_id(&props.path);
    html! {
        <Field id={id.clone()} caption={props.caption()} below={draft.refusal(fields::DATE_FORM)}>
            <input type="date" id={id.clone()} min="1900-01-01" max="2199-12-31"
                value={draft.shown(props.value)} aria-invalid={draft.invalid()}
                aria-describedby={described_by(&id)} onchange={draft.onchange} />
        </Field>
    }
}

field_properties! {
    /// Properties of [`MonthField`].
    MonthFieldProps {
        /// The field.
        pub path: FieldPath,
        /// The month in force.
        pub value: Option<Month>,
        /// Whether it may be emptied.
        #[prop_or_default]
        pub optional: bool,
    }
}

/// A field for a month.
#[component]
pub fn MonthField(props: &MonthFieldProps) -> Html {
    let (path, optional) = (props.path.clone(), props.optional);
    let draft = use_draft(move |text, locale| match text {
        "" if optional => Some(Edit::set(&path, None::<Month>)),
        text => {
            let month = read_month(text, locale).ok().map(Month::of);
            month.map(|month| Edit::set(&path, month))
        }
    });
    let id = field_id(&props.path);
    html! {
        <Field id={id.clone()} caption={props.caption()} below={draft.refusal(fields::MONTH_FORM)}>
            <input type="month" id={id.clone()} min="1900-01" max="2199-12"
                value={draft.shown(props.value)} aria-invalid={draft.invalid()}
                aria-describedby={described_by(&id)} onchange={draft.onchange} />
        </Field>
    }
}

/// What cannot be taken yet, which stays as it stands: a year is typed digit by digit.
struct Draft {
    text: Option<String>,
    onchange: Callback<Event>,
}

/// Makes the change that a text means, or keeps the text while it means none.
#[hook]
fn use_draft(meaning: impl Fn(&str, &Locale) -> Option<Edit> + 'static) -> Draft {
    let changes = use_changes();
    let locale = use_reader().locale;
    let text = use_state(|| None::<String>);
    let onchange = {
        let text = text.clone();
        Callback::from(move |event: Event| {
            let typed = input::text_of(&event);
            let edit = meaning(typed.trim(), &locale);
            text.set(edit.is_none().then_some(typed));
            if let Some(edit) = edit {
                changes.make(edit);
            }
        })
    };
    Draft {
        text: (*text).clone(),
        onchange,
    }
}

impl Draft {
    fn shown(&self, value: Option<impl ToString>) -> String {
        let value = || value.map(|value| value.to_string()).unwrap_or_default();
        self.text.clone().unwrap_or_else(value)
    }

    fn refusal(&self, form: &'static str) -> Html {
        refusal(self.text.is_some().then_some(form))
    }

    fn invalid(&self) -> Option<&'static str> {
        self.text.is_some().then_some("true")
    }
}
