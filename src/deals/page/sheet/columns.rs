//! The columns of a file with what they hold and examples.

use plumbline_deals::import::Field;
use plumbline_wording::texts::{deals_import as words, deals_page as text};
use yew::prelude::*;

use crate::{
    browser::input,
    deals::{
        context::use_deals,
        protocol::{Change, Order, SheetColumn},
    },
};

/// Properties of [`Columns`].
#[derive(Properties, PartialEq)]
pub(super) struct ColumnsProps {
    /// The columns.
    pub columns: Vec<SheetColumn>,
    /// How many are not shown.
    pub more: usize,
}

/// The columns: those that are used, and folded away those that are not.
#[component]
pub(super) fn Columns(props: &ColumnsProps) -> Html {
    let used = props.columns.iter().filter(|column| column.field.is_some());
    let unused = props.columns.iter().filter(|column| column.field.is_none());
    let count = unused.clone().count();
    html! {
        <>
            <h3>{ text::COLUMNS }</h3>
            { table(used, text::COLUMNS) }
            <div>
                if count > 0 {
                    <details class="depth">
                        <summary>{ text::unused_columns(count) }</summary>
                        { table(unused, text::UNUSED_COLUMNS) }
                    </details>
                }
            </div>
            <p class="hint">{ if props.more > 0 { text::more_columns(props.more) } else { String::new() } }</p>
        </>
    }
}

fn table<'a>(columns: impl Iterator<Item = &'a SheetColumn>, caption: &'static str) -> Html {
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={caption}>
            // Its rows are laid out in lines on narrow pages, so it says itself that it is a table.
            <table class="figures sheet in-blocks" role="table">
                <caption class="unseen">{ caption }</caption>
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ words::COLUMN }</th>
                    <th scope="col" role="columnheader">{ text::HOLDS }</th>
                    <th scope="col" role="columnheader">{ words::HOW_SURE }</th>
                    <th scope="col" role="columnheader">{ text::EXAMPLES }</th>
                </tr></thead>
                <tbody role="rowgroup">
                    { for columns.map(|column| html! { <ColumnRow key={column.place} column={column.clone()} /> }) }
                </tbody>
            </table>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ColumnProps {
    column: SheetColumn,
}

/// A column.
#[component]
fn ColumnRow(props: &ColumnProps) -> Html {
    let actions = use_deals().actions;
    let column = &props.column;
    let onchange = {
        let place = column.place;
        Callback::from(move |event: Event| {
            let field = Field::of_key(&input::text_of(&event));
            actions.order(Order::Change(Change::Column(place, field)));
        })
    };
    html! {
        <tr role="row">
            <th scope="row" role="rowheader"><bdi>{ column.name.clone() }</bdi></th>
            <td role="cell" data-label={text::HOLDS}>
                <select aria-label={text::column_holds(&column.name)} {onchange}>
                    <option value="" selected={column.field.is_none()}>{ text::NOT_USED }</option>
                    { for Field::ALL.into_iter().map(|field| html! {
                        <option key={field.key()} value={field.key()} selected={column.field == Some(field)}>
                            { words::field(field) }
                        </option>
                    }) }
                </select>
            </td>
            <td role="cell" class="quiet" data-label={words::HOW_SURE}>
                { column.confidence.map_or("", words::confidence) }
            </td>
            <td role="cell" class="quiet in-full" data-label={text::EXAMPLES}>
                <bdi>{ column.examples.join(", ") }</bdi>
            </td>
        </tr>
    }
}
