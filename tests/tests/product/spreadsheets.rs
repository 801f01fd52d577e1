//! Deals from a spreadsheet: the same figures as from a table of text, the right one of
//! several sheets, and clear words where a spreadsheet cannot be read.

use std::path::Path;

use chrono::NaiveDate;
use plumbline_tests::{Page, Site, wait_until};
use rust_xlsxwriter::{Format, Workbook};

use crate::{
    chapters::{BLANK, behind},
    deals::{Export, all_is_shown, go_to_deals},
};

/// The table of a text file as a spreadsheet: below a title, on the second of three sheets.
fn as_spreadsheet(table: &Path) -> Vec<u8> {
    let mut book = Workbook::new();
    let notes = book.add_worksheet().set_name("Notes").expect("a name");
    notes.write(0, 0, "Exported by hand").expect("a cell");
    let sheet = book.add_worksheet().set_name("Deals").expect("a name");
    sheet.write(0, 0, "All deals").expect("a cell");
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_path(table)
        .expect("the table can be read");
    for (record, row) in reader.records().zip(2..) {
        let record = record.expect("a row");
        for (cell, column) in record.iter().zip(0..) {
            let date = NaiveDate::parse_from_str(cell, "%Y-%m-%d");
            let written = match (cell.parse::<f64>(), date) {
                (Ok(number), _) => sheet.write(row, column, number),
                (_, Ok(date)) => {
                    let first = NaiveDate::from_ymd_opt(1899, 12, 30).expect("a day");
                    let days = (date - first).num_days() as f64;
                    sheet.write_with_format(row, column, days, &day)
                }
                _ => sheet.write(row, column, cell),
            };
            written.expect("a cell");
        }
    }
    let prices = book.add_worksheet().set_name("Prices").expect("a name");
    for (row, cells) in [["Colour", "Weight"], ["red", "heavy"]].iter().enumerate() {
        for (cell, column) in cells.iter().zip(0..) {
            prices.write(row as u32, column, *cell).expect("a cell");
        }
    }
    book.save_to_buffer().expect("a spreadsheet")
}

/// What the page says of the deals, once it is there.
#[track_caller]
fn figures(page: &Page) -> String {
    all_is_shown(&page);
    wait_until("the figures", || {
        let text = page.text();
        let begin = text.find("Won and lost")?;
        let end = text.find("Where these deals are kept")?;
        Some(text[begin..end].to_owned())
    })
}

/// Cases 58 to 64 in the browser: the sheet with the deals is found, gives what the table
/// gives, and a file that cannot be read leaves everything as it was.
#[test]
fn a_spreadsheet_gives_the_figures_of_the_same_table_as_text() {
    let (site, export) = (Site::start(), Export::new());
    let page = behind(&site, BLANK);
    go_to_deals(&page);
    let table = export.file("deals.csv", "%Y-%m-%d");
    page.pick_file("Choose a file", &table);
    page.press("Take these deals");
    let by_text = figures(&page);

    let spreadsheet = as_spreadsheet(&table);
    page.drop_file(&export.write("deals.xlsx", &spreadsheet));
    page.field("Sheet").wait_for("0");
    page.choose("Sheet", "Prices");
    page.find("heading", "To be answered first");
    page.choose("Sheet", "Deals");
    wait_until("the sheet with the deals again", || {
        (!page.has("heading", "To be answered first")).then_some(())
    });
    page.press("Take these deals");
    wait_until("the deals of the sheet", || {
        page.has("button", "Choose a file").then_some(())
    });
    assert_eq!(figures(&page), by_text);

    let mut locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    let half = &spreadsheet[..spreadsheet.len() / 2];
    for (name, content, said) in [
        ("locked.xlsx", &locked[..], "locked with a password"),
        ("half.xlsx", half, "damaged or cut off"),
        (
            "old.xls",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest",
            "an older kind",
        ),
    ] {
        page.pick_file("Choose a file", &export.write(name, content));
        wait_until(&format!("{said:?} of {name}"), || {
            page.read("alert").contains(said).then_some(())
        });
    }
    assert_eq!(figures(&page), by_text);
    assert_eq!(page.complaints(), [], "the console");
}
