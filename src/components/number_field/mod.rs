//! A field for a number as people type it.
//!
//! While it is typed into, what stands there is the person's own text; whatever of it can
//! be understood counts at once, and what cannot is explained while the last good value
//! goes on counting.

mod quantity;
mod question;
mod typing;

use plumbline_plan::{Edit, FieldPath, QuantityKind};
use plumbline_wording::{texts::fields, writing::write_entry};
use yew::prelude::*;

pub use quantity::QuantityField;
pub use question::Accepted;

use self::{
    question::{Question, Reading},
    typing::{Typing, use_typing},
};
use super::{
    field::{Field, HiddenField, Layout, described_by, field_id, field_properties, refusal},
    figures::{Figures, use_figures},
};

field_properties! {
    /// Properties of [`NumberField`].
    NumberFieldProps {
        /// The field; its control is known by it.
        pub path: FieldPath,
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
}

impl NumberFieldProps {
    fn question(&self) -> Question {
        Question {
            kind: self.kind,
            bounds: self.bounds,
            takes_range: self.takes_range,
        }
    }
}

/// A field for a number. Its text runs from left to right whatever the language around
/// it: signs, ranges and units would change places otherwise.
#[component]
pub fn NumberField(props: &NumberFieldProps) -> Html {
    let figures = use_figures();
    let typing = use_typing(props, &figures);
    let id = field_id(&props.path);
    if figures.hides_money && props.kind == QuantityKind::Money {
        return html! { <HiddenField {id} caption={props.caption()} /> };
    }
    let refused = typing.refused();
    let below = match refused {
        Some(why) => refusal(Some(why)),
        None => said(&typing, props, &figures),
    };
    // In a table its head says what is in the column.
    let currency = (props.kind == QuantityKind::Money && props.layout == Layout::Block)
        .then(|| currency_mark(&figures));
    let Typing {
        shown,
        oninput,
        onblur,
        onfocus,
        onkeydown,
        ..
    } = &typing;
    html! {
        <Field id={id.clone()} caption={props.caption()} {below}>
            <input type="text" id={id.clone()} class="number" inputmode="decimal" dir="ltr"
                autocomplete="off" value={shown.clone()} placeholder={props.example.clone()}
                aria-invalid={refused.is_some().then_some("true")}
                aria-describedby={described_by(&id)}
                {oninput} {onblur} {onfocus} {onkeydown} />
            { currency.unwrap_or_default() }
        </Field>
    }
}

/// The currency beside an amount, on the side where the reader's locale has it.
fn currency_mark(figures: &Figures) -> Html {
    let before = figures.locale.currency.before;
    let symbol = figures.currency.symbol(&figures.locale);
    html! {
        <span class={classes!("currency", before.then_some("currency-before"))} aria-hidden="true">{ symbol }</span>
    }
}

/// What stands below the field. What was understood lies over it without moving anything,
/// so that a click beside the field, which ends the typing, meets what it was aimed at.
fn said(typing: &Typing, props: &NumberFieldProps, figures: &Figures) -> Html {
    let understood = match &typing.reading {
        Some(Reading::Understood(_, Some(entry))) if typing.focused => {
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
