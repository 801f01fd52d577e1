//! A field for a number that is a fact: no range, no source.

use plumbline_plan::{Edit, FieldPath, QuantityKind};
use yew::prelude::*;

use super::{Accepted, NumberField};
use crate::components::field::field_properties;

field_properties! {
    /// Properties of [`QuantityField`].
    QuantityFieldProps {
        /// The field.
        pub path: FieldPath,
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
}

/// A field for a number that is a fact.
#[component]
pub fn QuantityField(props: &QuantityFieldProps) -> Html {
    let (path, whole) = (props.path.clone(), props.whole);
    let change = Callback::from(move |accepted| match accepted {
        Accepted::One(value) if whole => Edit::set(&path, value.round() as u64),
        Accepted::One(value) => Edit::set(&path, value),
        _ => Edit::set(&path, None::<f64>),
    });
    let caption = props.caption();
    html! {
        <NumberField path={props.path.clone()} label={caption.label} of={caption.of} hint={caption.hint}
            layout={caption.layout} kind={props.kind} bounds={props.bounds} value={props.value}
            example={props.example.clone()} {change} />
    }
}
