//! Small things that several chapters need: names, choices among words and references, a
//! box to tick.

use plumbline_plan::FieldPath;
use serde::Serialize;
use yew::prelude::*;

use crate::{
    components::field_id,
    workbook::access::{Changes, use_changes},
};

/// Names with their labels, as a choice takes them.
pub(super) type Options = Vec<(AttrValue, AttrValue)>;

/// What an item is called: its own name, or another one while it has none.
pub(super) fn named(name: &str, otherwise: impl FnOnce() -> String) -> AttrValue {
    match name.trim() {
        "" => otherwise().into(),
        name => name.to_owned().into(),
    }
}

/// What is said below the heading of a list: what belongs there while it is empty, then
/// why it is there.
pub(super) fn why(count: usize, empty: &'static str, why: &'static str) -> Html {
    html! { <p class="section-why">{ if count == 0 { empty } else { why } }</p> }
}

/// The word that a plan file has for a value.
pub(super) fn word(value: impl Serialize) -> AttrValue {
    let written = serde_json::to_value(value).ok();
    let text = written.as_ref().and_then(|value| value.as_str());
    text.unwrap_or_default().to_owned().into()
}

/// Values to choose from, with their labels.
pub(super) fn words<T: Serialize>(values: impl IntoIterator<Item = (T, &'static str)>) -> Options {
    values
        .into_iter()
        .map(|(value, label)| (word(value), label.into()))
        .collect()
}

/// Gives a field the chosen word.
pub(super) fn choose(changes: &Changes, path: FieldPath) -> Callback<AttrValue> {
    let changes = changes.clone();
    Callback::from(move |name: AttrValue| changes.set(&path, name.as_str()))
}

/// Things to refer to, by identifier, after the label of none of them.
pub(super) fn references<'a>(
    none: &'static str,
    items: impl Iterator<Item = (&'a str, AttrValue)>,
) -> Options {
    std::iter::once(("".into(), none.into()))
        .chain(items.map(|(id, name)| (id.to_owned().into(), name)))
        .collect()
}

/// Sets a reference, or takes it away for the empty choice.
pub(super) fn pick(changes: &Changes, path: FieldPath) -> Callback<AttrValue> {
    let changes = changes.clone();
    Callback::from(move |id: AttrValue| {
        changes.set(&path, Some(id.as_str()).filter(|id| !id.is_empty()));
    })
}

/// The identifier referred to, as a choice takes it.
pub(super) fn chosen<T>(id: Option<&plumbline_plan::Id<T>>) -> AttrValue {
    id.map(ToString::to_string).unwrap_or_default().into()
}

/// Properties of [`Check`].
#[derive(Properties, PartialEq)]
pub(super) struct CheckProps {
    /// The field.
    pub path: FieldPath,
    /// The visible label.
    pub label: AttrValue,
    /// Whether it is ticked.
    pub value: bool,
}

/// A box to tick for a field that is yes or no.
#[component]
pub(super) fn Check(props: &CheckProps) -> Html {
    let changes = use_changes();
    let onchange = {
        let (path, value) = (props.path.clone(), props.value);
        Callback::from(move |_: Event| changes.set(&path, !value))
    };
    html! {
        <label class="check">
            <input type="checkbox" id={field_id(&props.path)} checked={props.value} {onchange} />
            <span>{ props.label.clone() }</span>
        </label>
    }
}

#[cfg(test)]
mod tests {
    use plumbline_plan::chapter::{market::AttributeRole, rhythm::Frequency};

    use super::*;

    #[test]
    fn an_item_goes_by_its_name_once_it_has_one() {
        assert_eq!(named("  Groups ", || "Segment 2".to_owned()), "Groups");
        assert_eq!(named(" ", || "Segment 2".to_owned()), "Segment 2");
    }

    #[test]
    fn a_choice_speaks_the_words_of_the_file() {
        assert_eq!(word(AttributeRole::RulesOut), "rules_out");
        assert_eq!(word(Frequency::EveryOtherWeek), "every_other_week");
        let options = words([(AttributeRole::Must, "must hold")]);
        assert_eq!(options, [("must".into(), "must hold".into())]);
    }

    #[test]
    fn none_comes_before_what_can_be_referred_to() {
        let options = references("all segments", [("a", "Plants".into())].into_iter());
        assert_eq!(options[0], ("".into(), "all segments".into()));
        assert_eq!(options[1], ("a".into(), "Plants".into()));
    }
}
