//! What became of the rows of the file: every reason with its first rows, and the download
//! that has them all.

use plumbline_wording::texts::deals_page as text;
use yew::prelude::*;

use crate::deals::{
    context::use_deals,
    protocol::{Order, Remarks, Table},
};

/// Properties of [`RowsSection`].
#[derive(Properties, PartialEq)]
pub(super) struct RowsProps {
    /// What is to be said; nothing for deals kept earlier.
    pub remarks: Option<Vec<Remarks>>,
}

/// The section.
#[component]
pub(super) fn RowsSection(props: &RowsProps) -> Html {
    let actions = use_deals().actions;
    let Some(remarks) = &props.remarks else {
        return html! { <div /> };
    };
    let download = Callback::from(move |_: MouseEvent| actions.order(Order::Write(Table::Rows)));
    html! {
        <section>
            <h2>{ text::ROWS }</h2>
            if remarks.is_empty() {
                <p>{ text::NOTHING_TO_SAY }</p>
            } else {
                <>
                    { for remarks.iter().map(reason) }
                    <p><button type="button" class="quiet" onclick={download}>{ text::DOWNLOAD_ROWS }</button></p>
                </>
            }
        </section>
    }
}

fn reason(remarks: &Remarks) -> Html {
    html! {
        <details class={classes!("depth", remarks.left_out.then_some("left-out"))} key={remarks.summary.clone()}>
            <summary>{ remarks.summary.clone() }</summary>
            <div class="table-scroll" tabindex="0" role="region" aria-label={remarks.summary.clone()}>
                <table class="figures in-blocks" role="table">
                    <caption class="unseen">{ remarks.summary.clone() }</caption>
                    <thead role="rowgroup"><tr role="row">
                        <th scope="col" role="columnheader">{ text::ROW }</th>
                        <th scope="col" role="columnheader">{ text::WHY_ROW }</th>
                        <th scope="col" role="columnheader">{ text::WHAT_STOOD_THERE }</th>
                    </tr></thead>
                    <tbody role="rowgroup">
                        { for remarks.rows.iter().map(|[row, why, found]| html! {
                            <tr role="row" key={format!("{row} {why}")}>
                                <th scope="row" role="rowheader" data-label={text::ROW}>{ row.clone() }</th>
                                <td role="cell" class="in-full" data-label={text::WHY_ROW}>{ why.clone() }</td>
                                <td role="cell" data-label={text::WHAT_STOOD_THERE}><bdi>{ found.clone() }</bdi></td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <p class="hint">{ remarks.more.clone().unwrap_or_default() }</p>
        </details>
    }
}
