//! A table of figures each of which opens the chain behind it. One stop for the Tab key;
//! the arrow keys go from figure to figure.

use yew::prelude::*;

use super::explained::{Explanation, ExplanationDialog};
use crate::browser::address;

/// Properties of [`FiguresTable`].
#[derive(Properties, PartialEq)]
pub struct FiguresTableProps {
    /// What the table is called.
    pub caption: AttrValue,
    /// The heads of its columns, that of the names first.
    pub heads: Vec<AttrValue>,
    /// Its rows.
    pub rows: Vec<FiguresRow>,
    /// Whether the last row is the sum of the others.
    #[prop_or_default]
    pub summed: bool,
    /// What is behind the figure in a row and a column, counted without the names.
    pub explain: Callback<(usize, usize), Explanation>,
}

/// A row of a [`FiguresTable`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FiguresRow {
    /// What it is about.
    pub name: AttrValue,
    /// Where the name leads.
    pub href: Option<AttrValue>,
    /// Its figures as they are written.
    pub figures: Vec<AttrValue>,
    /// The column whose figure is worse than it should be, and what is said of it to who
    /// cannot see its colour.
    pub short: Option<(usize, AttrValue)>,
}

impl FiguresRow {
    /// A row of figures.
    pub fn new<T: Into<AttrValue>>(
        name: impl Into<AttrValue>,
        figures: impl IntoIterator<Item = T>,
    ) -> Self {
        Self {
            name: name.into(),
            figures: figures.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }
}

/// The heads of a table's columns.
pub fn heads<const COUNT: usize>(heads: [&'static str; COUNT]) -> Vec<AttrValue> {
    heads.map(AttrValue::Static).to_vec()
}

/// Names of at most so many characters stand in one line: "September 2027".
const ONE_LINE: usize = 16;

/// A table of so many columns is read in blocks on narrow pages.
const IN_BLOCKS: usize = 4;

/// Row and column of a figure.
type At = (usize, usize);

/// The table.
#[component]
pub fn FiguresTable(props: &FiguresTableProps) -> Html {
    let at = use_state_eq(|| (0_usize, 0_usize));
    let open = use_state_eq(|| None::<At>);
    let close = {
        let open = open.setter();
        Callback::from(move |()| open.set(None))
    };
    let press = {
        let (at, open) = (at.setter(), open.setter());
        Callback::from(move |figure: At| {
            at.set(figure);
            open.set(Some(figure));
        })
    };
    let onkeydown = {
        let (at, rows, caption) = (at.clone(), props.rows.clone(), props.caption.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(to) = moved(&event.key(), *at, &rows) {
                event.prevent_default();
                at.set(to);
                address::focus_control(&id(&caption, to));
            }
        })
    };
    let cells = Cells {
        caption: &props.caption,
        heads: &props.heads,
        at: within(*at, &props.rows),
        press: &press,
    };
    let (body, foot) = match props.rows.split_last() {
        Some((sum, others)) if props.summed => (others, Some(sum)),
        _ => (&props.rows[..], None),
    };
    let mut names = props.rows.iter().map(|row| &row.name);
    let in_one_line = names.all(|name| name.chars().count() <= ONE_LINE);
    let in_blocks = props.heads.len() >= IN_BLOCKS;
    let explained = open.and_then(|(row, column)| {
        let value = props.rows.get(row)?.figures.get(column)?.clone();
        Some((value, props.explain.emit((row, column))))
    });
    html! {
        <div class="figures-table">
            <div class="table-scroll" tabindex="0" role="region" aria-label={props.caption.clone()}>
                <table class={classes!("figures", in_one_line.then_some("whole"), in_blocks.then_some("in-blocks"))} role="table" {onkeydown}>
                    <caption class="unseen">{ props.caption.clone() }</caption>
                    // On narrow pages its rows are laid out in lines, so it says itself what it is.
                    <thead role="rowgroup">
                        <tr role="row">
                            { for props.heads.iter().enumerate().map(|(column, head)| html! {
                                <th scope="col" role="columnheader" class={(column > 0).then_some("figure")}>{ head.clone() }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{ for body.iter().enumerate().map(|(place, row)| cells.row(place, row)) }</tbody>
                    <tfoot role="rowgroup">{ for foot.iter().map(|row| cells.row(body.len(), row)) }</tfoot>
                </table>
            </div>
            if let Some((value, explanation)) = explained {
                <ExplanationDialog {value} {explanation} {close} />
            }
        </div>
    }
}

/// Draws the rows.
struct Cells<'a> {
    caption: &'a str,
    heads: &'a [AttrValue],
    at: At,
    press: &'a Callback<At>,
}

impl Cells<'_> {
    fn row(&self, place: usize, row: &FiguresRow) -> Html {
        let name = match &row.href {
            Some(href) => html! { <a href={href.clone()}>{ row.name.clone() }</a> },
            None => row.name.clone().into(),
        };
        html! {
            <tr role="row" key={place}>
                <th scope="row" role="rowheader" dir="auto">{ name }</th>
                { for (0..row.figures.len()).map(|column| self.cell((place, column), row)) }
            </tr>
        }
    }

    fn cell(&self, at: At, row: &FiguresRow) -> Html {
        let figure = &row.figures[at.1];
        let label = self.heads.get(at.1 + 1).cloned();
        if is_none(figure) {
            return html! { <td role="cell" class="figure" data-label={label}>{ figure.clone() }</td> };
        }
        let short = row.short.as_ref().filter(|(column, _)| *column == at.1);
        let onclick = self.press.reform(move |_: MouseEvent| at);
        let tabindex = if at == self.at { "0" } else { "-1" };
        html! {
            <td role="cell" class={classes!("figure", short.map(|_| "short"))} data-label={label}>
                <button type="button" id={id(self.caption, at)} {tabindex} aria-haspopup="dialog" {onclick}>
                    { figure.clone() }
                </button>
                { for short.map(|(_, said)| html! { <span class="unseen">{ format!(" {said}") }</span> }) }
            </td>
        }
    }
}

/// What a figure's button is known by.
fn id(caption: &str, (row, column): At) -> String {
    let name: String = caption
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                '-'
            }
        })
        .collect();
    format!("figure-{name}-{row}-{column}")
}

/// Whether nothing stands there, or that there is nothing.
fn is_none(figure: &str) -> bool {
    matches!(figure, "" | "–")
}

fn is_there((row, column): At, rows: &[FiguresRow]) -> bool {
    let figure = rows.get(row).and_then(|row| row.figures.get(column));
    figure.is_some_and(|figure| !is_none(figure))
}

/// The figure the Tab key stops at: the one last looked at, or the first there is.
fn within(at: At, rows: &[FiguresRow]) -> At {
    let all = (0..rows.len()).flat_map(|row| (0..rows[row].figures.len()).map(move |c| (row, c)));
    let first = || all.into_iter().find(|at| is_there(*at, rows));
    if is_there(at, rows) {
        at
    } else {
        first().unwrap_or_default()
    }
}

/// The next figure in the direction of a key; nothing where there is none.
fn moved(key: &str, from: At, rows: &[FiguresRow]) -> Option<At> {
    let (down, right): (isize, isize) = match key {
        "ArrowUp" => (-1, 0),
        "ArrowDown" => (1, 0),
        "ArrowLeft" => (0, -1),
        "ArrowRight" => (0, 1),
        _ => return None,
    };
    let mut at = from;
    loop {
        at = (
            at.0.checked_add_signed(down)?,
            at.1.checked_add_signed(right)?,
        );
        if at.0 >= rows.len() || at.1 >= rows[at.0].figures.len() {
            return None;
        }
        if is_there(at, rows) {
            return Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<FiguresRow> {
        vec![
            FiguresRow::new("one", ["–", "2", "3"]),
            FiguresRow::new("two", ["4", "", "6"]),
        ]
    }

    #[test]
    fn arrows_go_from_figure_to_figure_past_what_is_empty() {
        let rows = rows();
        assert_eq!(within((0, 0), &rows), (0, 1));
        assert_eq!(moved("ArrowRight", (1, 0), &rows), Some((1, 2)));
        assert_eq!(moved("ArrowUp", (1, 0), &rows), None);
        assert_eq!(moved("ArrowDown", (0, 2), &rows), Some((1, 2)));
        assert_eq!(moved("Enter", (0, 2), &rows), None);
    }

    #[test]
    fn a_table_without_figures_has_no_stop_and_stops_nobody() {
        assert_eq!(within((3, 3), &[]), (0, 0));
        assert_eq!(moved("ArrowDown", (0, 0), &[]), None);
    }
}
