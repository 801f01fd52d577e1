//! Moving, removing and adding the items of a list.

use std::collections::BTreeMap;

use plumbline_plan::{Edit, FieldPath, Plan, edit};
use plumbline_wording::texts::{fields, guide, shell};
use yew::prelude::*;

use super::field::field_id;
use crate::{
    browser::{identity::fresh_id, new_field},
    workbook::access::use_changes,
};

/// Properties of [`ItemControls`].
#[derive(Properties, PartialEq)]
pub struct ItemControlsProps {
    /// The list.
    pub list: FieldPath,
    /// The item's identifier.
    pub id: AttrValue,
    /// What the item is called.
    pub name: AttrValue,
    /// Its place in the list.
    pub place: usize,
    /// How many items the list has.
    pub count: usize,
    /// Whether it can be moved.
    #[prop_or(true)]
    pub moves: bool,
    /// What its removal means for the answer, said once it is removed.
    #[prop_or_default]
    pub removal_means: Option<AttrValue>,
}

/// Buttons that move an item up and down and remove it.
#[component]
pub fn ItemControls(props: &ItemControlsProps) -> Html {
    let changes = use_changes();
    let move_to = |to: Option<usize>| {
        let (changes, list, id) = (changes.clone(), props.list.clone(), props.id.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(to) = to {
                changes.make(Edit::move_to(&list, id.as_str(), to));
            }
        })
    };
    let up = props.place.checked_sub(1);
    let down = Some(props.place + 1).filter(|place| *place < props.count);
    let remove = {
        let (changes, list) = (changes.clone(), props.list.clone());
        let (id, mut said) = (props.id.clone(), shell::removed(&props.name));
        if let Some(meaning) = &props.removal_means {
            said = format!("{said} {meaning}");
        }
        Callback::from(move |_: MouseEvent| {
            let (list, id) = (list.clone(), id.clone());
            let removal = move |plan: &Plan| edit::remove(plan, &list, &id);
            changes.make_of_plan(removal, said.clone());
        })
    };
    html! {
        <div class="item-controls">
            if props.moves {
                <button type="button" class="icon" disabled={up.is_none()} onclick={move_to(up)}
                    aria-label={fields::move_up(&props.name)} title={fields::move_up(&props.name)}>{ "↑" }</button>
                <button type="button" class="icon" disabled={down.is_none()} onclick={move_to(down)}
                    aria-label={fields::move_down(&props.name)} title={fields::move_down(&props.name)}>{ "↓" }</button>
            }
            <button type="button" class="icon" onclick={remove}
                aria-label={fields::remove(&props.name)} title={fields::remove(&props.name)}>{ "×" }</button>
        </div>
    }
}

/// Properties of [`AddItem`].
#[derive(Properties, PartialEq)]
pub struct AddItemProps {
    /// The list.
    pub list: FieldPath,
    /// How many items it has.
    pub count: usize,
    /// What is added, with its article.
    pub what: AttrValue,
    /// Fields of an example to insert while the list is empty, with their words.
    #[prop_or_default]
    pub example: &'static [(&'static str, &'static str)],
}

/// A new item as its list reads it: an identifier, what is said already, and everything
/// else not said yet.
fn new_item(said: &[(&str, &str)]) -> BTreeMap<String, String> {
    let said = said.iter();
    let said = said.map(|(field, words)| ((*field).to_owned(), (*words).to_owned()));
    said.chain([("id".to_owned(), fresh_id())]).collect()
}

/// A button that adds an empty item at the end of a list.
#[component]
pub fn AddItem(props: &AddItemProps) -> Html {
    let make = {
        let (list, count) = (props.list.clone(), props.count);
        Callback::from(move |()| Edit::insert(&list, count, new_item(&[])))
    };
    let id = format!("{}.add", field_id(&props.list));
    html! {
        <div class="add-item">
            <AddButton what={props.what.clone()} {make} {id} />
            if props.count == 0 && !props.example.is_empty() {
                <InsertItem list={props.list.clone()} what={props.what.clone()} example={props.example} />
            }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct InsertItemProps {
    list: FieldPath,
    what: AttrValue,
    example: &'static [(&'static str, &'static str)],
}

/// Puts an example into an empty list.
#[component]
fn InsertItem(props: &InsertItemProps) -> Html {
    let changes = use_changes();
    let onclick = {
        let (list, example) = (props.list.clone(), props.example);
        Callback::from(move |_: MouseEvent| {
            let edit = Edit::insert(&list, 0, new_item(example));
            changes.make_and_say(edit, guide::INSERTED.to_owned());
        })
    };
    html! {
        <button type="button" class="quiet" aria-label={guide::insert_item(&props.what)} {onclick}>
            { guide::INSERT_ITEM }
        </button>
    }
}

/// Properties of [`AddButton`].
#[derive(Properties, PartialEq)]
pub struct AddButtonProps {
    /// What is added, with its article.
    pub what: AttrValue,
    /// Makes the change; called when pressed.
    pub make: Callback<(), Edit>,
    /// The identifier of the button, where links lead to it.
    #[prop_or_default]
    pub id: Option<AttrValue>,
}

/// A button that adds an item to a list.
#[component]
pub fn AddButton(props: &AddButtonProps) -> Html {
    let changes = use_changes();
    let onclick = {
        let make = props.make.clone();
        Callback::from(move |_: MouseEvent| {
            // Whoever adds something wants to write it.
            new_field::focus_first_after(|| changes.make(make.emit(())));
        })
    };
    html! {
        <button type="button" class="add" id={props.id.clone()} {onclick}>{ fields::add(&props.what) }</button>
    }
}
