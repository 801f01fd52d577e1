//! Which row of a file holds the names of its columns. Reports begin with titles and empty
//! rows; plain sheets sometimes begin with the first deal.

use serde::{Deserialize, Serialize};

use super::{
    amount::{self, AmountShape},
    date::{self, DateShape},
    field,
};

/// How many rows with something in them are looked at: reports have up to forty lines above
/// their table.
pub(super) const ROWS: usize = 80;

/// So many names of columns that are known make a row the header wherever it stands.
const KNOWN_NAMES: usize = 2;

/// The header.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Its row; nothing when there is none.
    pub(super) row: Option<u32>,
    /// The first row below it.
    pub(super) first_row: u32,
    /// The columns' names; empty without a header.
    pub(super) names: Vec<String>,
    /// How many columns the table has.
    pub(super) width: usize,
}

/// Where the names of the columns stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HeaderRow {
    /// It has to be found out.
    #[default]
    Find,
    /// In this row.
    At(u32),
    /// Nowhere: the first row is a deal.
    Nowhere,
}

/// The header that was said, or found. A row that is not among the first ones is found.
pub(super) fn said(said: HeaderRow, rows: &[(u32, Vec<String>)]) -> Option<Header> {
    let width = commonest_width(rows)?;
    match said {
        HeaderRow::Find => find(rows),
        HeaderRow::Nowhere => Some(Header {
            row: None,
            first_row: rows.first().map_or(1, |(number, _)| *number),
            names: Vec::new(),
            width,
        }),
        HeaderRow::At(row) => {
            let place = rows.iter().position(|(number, _)| *number == row);
            let Some((place, (number, cells))) = place.map(|place| (place, &rows[place])) else {
                return find(rows);
            };
            Some(Header {
                row: Some(*number),
                first_row: below_row(rows, place, *number),
                names: cells.clone(),
                width: width.max(cells.len()),
            })
        }
    }
}

/// Finds the header among the first rows that are not empty. Nothing when there are none.
pub(super) fn find(rows: &[(u32, Vec<String>)]) -> Option<Header> {
    let width = commonest_width(rows)?;
    let filled = |cells: &[String]| cells.iter().filter(|cell| !cell.is_empty()).count();
    let enough = (width * 3).div_ceil(5).max(width.min(2));
    let full = rows
        .iter()
        .position(|(_, cells)| filled(cells) >= enough && !declares(cells))?;
    let place = by_known_names(rows).unwrap_or(full);
    let (number, cells) = &rows[place];
    let below: Vec<&Vec<String>> = rows[place + 1..].iter().map(|(_, cells)| cells).collect();
    if !is_header(cells, &below) {
        return Some(Header {
            row: None,
            first_row: *number,
            names: Vec::new(),
            width: width.max(cells.len()),
        });
    }
    Some(Header {
        row: Some(*number),
        first_row: below_row(rows, place, *number),
        names: cells.clone(),
        // Lines above the table have widths of their own.
        width: commonest_width(&rows[place..])
            .unwrap_or(width)
            .max(cells.len()),
    })
}

/// The row with most known names of columns and no figure, of several alike the first.
fn by_known_names(rows: &[(u32, Vec<String>)]) -> Option<usize> {
    let known = rows.iter().map(|(_, cells)| {
        let (names, figures) = names_and_figures(cells);
        if figures == 0 { names } else { 0 }
    });
    let known: Vec<usize> = known.collect();
    let most = known.iter().copied().max().unwrap_or(0);
    (most >= KNOWN_NAMES)
        .then(|| known.iter().position(|names| *names == most))
        .flatten()
}

fn below_row(rows: &[(u32, Vec<String>)], place: usize, number: u32) -> u32 {
    rows.get(place + 1)
        .map_or(number + 1, |(number, _)| *number)
}

/// A first line such as `sep=;`.
fn declares(cells: &[String]) -> bool {
    cells
        .first()
        .is_some_and(|cell| cell.eq_ignore_ascii_case("sep="))
}

/// The number of cells most rows have; of two alike the greater. Titles have one cell.
fn commonest_width(rows: &[(u32, Vec<String>)]) -> Option<usize> {
    let widths = rows.iter().map(|(_, cells)| cells.len());
    let count = |width: usize| {
        rows.iter()
            .filter(|(_, cells)| cells.len() == width)
            .count()
    };
    widths.max_by_key(|width| (usize::from(*width > 1), count(*width), *width))
}

fn is_header(cells: &[String], below: &[&Vec<String>]) -> bool {
    let (names, figures) = names_and_figures(cells);
    if names >= KNOWN_NAMES {
        return true;
    }
    if figures > 0 {
        return false;
    }
    // Words alone: a header if figures stand below some of them, or nothing speaks against.
    let repeats = below.iter().take(10).any(|row| {
        let same = |(cell, other): &(&String, &String)| !cell.is_empty() && cell == other;
        cells.iter().zip(row.iter()).any(|pair| same(&pair))
    });
    !repeats
}

/// How many cells are known names of columns, and how many are figures.
fn names_and_figures(cells: &[String]) -> (usize, usize) {
    let (mut names, mut figures) = (0, 0);
    for cell in cells.iter().filter(|cell| !cell.is_empty()) {
        if is_figure(cell) {
            figures += 1;
        } else if field::is_known_name(cell) {
            names += 1;
        }
    }
    (names, figures)
}

fn is_figure(cell: &str) -> bool {
    !matches!(date::shape(cell), DateShape::None) || amount::shape(cell).0 != AmountShape::None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(rows: &[&[&str]]) -> (Option<u32>, u32, usize) {
        let rows: Vec<(u32, Vec<String>)> = rows
            .iter()
            .zip(1..)
            .map(|(cells, number)| {
                (
                    number,
                    cells.iter().map(|cell| (*cell).to_owned()).collect(),
                )
            })
            .collect();
        let header = find(&rows).unwrap();
        (header.row, header.first_row, header.width)
    }

    #[test]
    fn titles_above_the_table_are_passed_over() {
        let rows: &[&[&str]] = &[
            &["Opportunities 2021"],
            &["As of 1/2/2021", "", ""],
            &["Name", "Stage", "Amount"],
            &["Acme", "Won", "5"],
            &["Beta", "Lost", "6"],
        ];
        assert_eq!(found(rows), (Some(3), 4, 3));
    }

    /// A report's filters stand in two columns, forty lines of them, above a short table.
    #[test]
    fn a_header_is_found_below_forty_lines_of_another_shape() {
        let mut rows: Vec<&[&str]> = vec![&["Filter", "Owner"]; 40];
        rows.extend::<[&[&str]; 4]>([
            &["Deal ID", "Deal Name", "Stage", "Amount", "Close Date"],
            &["1", "Acme", "Won", "5", "2026-01-01"],
            &["2", "Beta", "Lost", "6", "2026-01-01"],
            &["Total", "", "", "11", ""],
        ]);
        assert_eq!(found(&rows), (Some(41), 42, 5));
    }

    #[test]
    fn a_first_row_with_figures_is_a_deal() {
        assert_eq!(
            found(&[&["Acme", "Won", "5"], &["Beta", "Lost", "6"]]),
            (None, 1, 3)
        );
    }

    #[test]
    fn words_nobody_knows_are_still_a_header() {
        assert_eq!(found(&[&["Foo", "Bar"], &["5", "Won"]]), (Some(1), 2, 2));
    }

    #[test]
    fn what_was_said_goes_before_what_was_found() {
        let rows: Vec<(u32, Vec<String>)> = [["Acme", "5"], ["Name", "Amount"], ["Beta", "6"]]
            .iter()
            .zip(1..)
            .map(|(cells, number)| (number, cells.map(str::to_owned).to_vec()))
            .collect();
        let at = |heading| {
            let header = said(heading, &rows).unwrap();
            (header.row, header.first_row)
        };
        assert_eq!(at(HeaderRow::At(2)), (Some(2), 3));
        assert_eq!(at(HeaderRow::Nowhere), (None, 1));
        assert_eq!(at(HeaderRow::At(99)), at(HeaderRow::Find));
    }

    #[test]
    fn words_that_come_again_are_no_header() {
        assert_eq!(found(&[&["Acme", "Won"], &["Beta", "Won"]]), (None, 1, 2));
    }
}
