//! One section of what the deals say, as the worker has worded it: sentences, pictures and
//! tables. Text from the file is set apart from the text around it (`bdi`), whichever way it
//! runs.

use std::rc::Rc;

use yew::prelude::*;

use crate::{
    components::ReadingChart,
    deals::protocol::{Block, Figures, Found},
};

/// Properties of [`FoundSection`].
#[derive(Properties)]
pub(super) struct FoundSectionProps {
    /// What the deals say.
    pub found: Rc<Found>,
    /// The section's place in it.
    pub place: usize,
}

impl PartialEq for FoundSectionProps {
    /// What is found never changes; what is found anew is something else.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.found, &other.found) && self.place == other.place
    }
}

/// The section.
#[component]
pub(super) fn FoundSection(props: &FoundSectionProps) -> Html {
    let section = &props.found.sections[props.place];
    html! {
        <section>
            <h2>{ section.heading.clone() }</h2>
            { for section.blocks.iter().map(|part| block(part, &section.heading)) }
        </section>
    }
}

fn block(block: &Block, heading: &str) -> Html {
    match block {
        Block::Lines(lines) => html! {
            <div class="sentences">{ for lines.iter().map(|line| html! { <p>{ line.clone() }</p> }) }</div>
        },
        Block::Picture(picture) => html! {
            <ReadingChart svg={picture.drawn()} label={heading.to_owned()}
                readings={picture.readings.clone()} hinted=true />
        },
        Block::Figures(figures) if figures.folded => html! {
            <details class="depth">
                <summary>{ figures.caption.clone() }</summary>
                <FiguresTable figures={figures.clone()} />
            </details>
        },
        Block::Figures(figures) => html! {
            <>
                // The table's own caption is for those who hear it.
                <h3 aria-hidden="true" hidden={figures.caption == heading}>{ figures.caption.clone() }</h3>
                <FiguresTable figures={figures.clone()} />
            </>
        },
    }
}

#[derive(Properties, PartialEq)]
struct FiguresProps {
    figures: Figures,
}

/// Tables with so many columns stand closer together.
const MANY: usize = 6;

/// A table of figures.
#[component]
fn FiguresTable(props: &FiguresProps) -> Html {
    let figures = &props.figures;
    let class = |column: usize| (column >= figures.words.max(1)).then_some("figure");
    let row = |(place, cells): (usize, &Vec<String>)| {
        let cell = |(column, cell): (usize, &String)| {
            let head = figures.heads.get(column).cloned();
            if column == 0 {
                // A name says itself what it is; a figure does not.
                let head = head.filter(|_| figures.words == 0);
                html! { <th scope="row" role="rowheader" data-label={head}><bdi>{ cell.clone() }</bdi></th> }
            } else {
                html! { <td role="cell" class={classes!(class(column))} data-label={head}><bdi>{ cell.clone() }</bdi></td> }
            }
        };
        html! { <tr role="row" key={place}>{ for cells.iter().enumerate().map(cell) }</tr> }
    };
    let many = (figures.heads.len() >= MANY).then_some("many");
    html! {
        <>
            <div class="table-scroll" tabindex="0" role="region" aria-label={figures.caption.clone()}>
                // On narrow pages its rows are laid out in blocks, so it says itself what it is.
                <table class={classes!("figures", "in-blocks", many)} role="table">
                    <caption class="unseen">{ figures.caption.clone() }</caption>
                    <thead role="rowgroup"><tr role="row">
                        { for figures.heads.iter().enumerate().map(|(column, head)| html! {
                            <th scope="col" role="columnheader" class={classes!(class(column))}>{ head.clone() }</th>
                        }) }
                    </tr></thead>
                    <tbody role="rowgroup">{ for figures.rows.iter().enumerate().map(row) }</tbody>
                </table>
            </div>
            <p class="hint">{ figures.more.clone().unwrap_or_default() }</p>
        </>
    }
}
