//! Sheets as tables: rows keep their numbers, figures and days are what they are, the sheet
//! with the deals is found.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each file of tests uses its part of it")]
mod common;

use chrono::NaiveDate;
use common::{HEAD, day, file, number, row, text, texts};
use plumbline_deals::import::{self, Import, Mapping, Options};
use plumbline_spreadsheet::open;

fn table(bytes: Vec<u8>) -> String {
    open(bytes).unwrap().table(0).unwrap().text
}

fn taken(text: &str) -> Import {
    let survey = import::survey(text).unwrap();
    let mapping = Mapping::guess(&survey);
    assert_eq!(mapping.questions(&survey), [], "{text}");
    let options = Options {
        today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        as_of: None,
    };
    import::take(text, &mapping, options).unwrap()
}

#[test]
fn rows_keep_their_numbers_and_are_as_wide_as_the_header() {
    let rows = [
        texts(2, &["Deals of 2026"]),
        texts(4, &["Name", "Stage", "Amount"]),
        row(5, &[&text("Acme, \"Ltd\""), "", &number(5.0)]),
        texts(7, &["Beta\nCo"]),
    ];
    let text = table(file(&[("Deals", &rows.concat())]));
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(
        lines,
        [
            "",
            "Deals of 2026,,",
            "",
            "Name,Stage,Amount",
            "\"Acme, \"\"Ltd\"\"\",,5",
            "",
            "Beta Co,,"
        ]
    );
}

#[test]
fn numbers_have_a_point_that_cannot_be_taken_for_thousands() {
    let cells = [1234.5, 0.1, 1.234, 1e15, -3.0, 12345.678].map(number);
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    let text = table(file(&[("Deals", &(row(1, &cells) + &row(2, &cells)))]));
    let line = "1234.5,0.1,1.2340,1000000000000000,-3,12345.6780";
    assert_eq!(text, format!("{line}\n{line}\n"));
}

#[test]
fn days_are_iso_dates_and_lengths_of_time_stay_numbers() {
    let span = "<c s=\"2\"><v>1.5</v></c>";
    let error = "<c t=\"e\"><v>#N/A</v></c>";
    let yes = "<c t=\"b\"><v>1</v></c>";
    let iso = "<c t=\"d\"><v>2021-04-15T10:00:00</v></c>";
    let cells = row(
        1,
        &[
            &day(44301.0),
            &day(44301.75),
            &day(0.5),
            span,
            error,
            yes,
            iso,
        ],
    );
    let text = table(file(&[("Deals", &(cells + &texts(2, &["a", "b"])))]));
    let line = text.lines().next().unwrap();
    assert_eq!(
        line,
        "2021-04-15,2021-04-15 18:00:00,0.5,1.5,#N/A,true,2021-04-15T10:00:00"
    );
}

/// What a CRM exports comes to the same deals as a spreadsheet and as a table of text.
#[test]
fn a_sheet_says_what_the_same_table_says_as_text() {
    let (mut rows, mut csv) = (texts(1, &HEAD), HEAD.join(",") + "\n");
    for place in 0..60_u32 {
        let (stage, created) = (
            ["Won", "Lost", "Proposal"][place as usize % 3],
            45_000 + place,
        );
        let closed = (stage != "Proposal").then(|| created + 30);
        let date = |days: u32| {
            let start = NaiveDate::from_ymd_opt(1899, 12, 30).unwrap();
            (start + chrono::Days::new(days.into()))
                .format("%d/%m/%Y")
                .to_string()
        };
        let amount = 1000.25 + f64::from(place);
        rows += &row(
            place + 2,
            &[
                &text(&format!("D{place}")),
                &text("M\u{fc}ller"),
                &text(stage),
                &number(amount),
                &day(created.into()),
                &closed.map(|days| day(days.into())).unwrap_or_default(),
            ],
        );
        let closed = closed.map(date).unwrap_or_default();
        csv += &format!(
            "D{place},M\u{fc}ller,{stage},{amount},{},{closed}\n",
            date(created)
        );
    }
    let sheet = taken(&table(file(&[("Deals", &rows)])));
    let text = taken(&csv);
    assert_eq!(sheet.history, text.history);
    assert_eq!(sheet.report, text.report);
}

#[test]
fn the_sheet_with_the_deals_is_found_and_others_can_be_chosen() {
    let notes = texts(1, &["Notes"]) + &texts(2, &["See the next sheet"]);
    let prices = texts(1, &["Colour", "Weight"]) + &texts(2, &["red", "heavy"]);
    let deals = texts(1, &HEAD) + &texts(2, &["1", "Ann", "Won", "5", "2026-01-01", "2026-02-01"]);
    let mut book = open(file(&[
        ("Notes", &notes),
        ("Prices", &prices),
        ("Deals", &deals),
        ("hidden Deals", &deals),
    ]))
    .unwrap();
    assert_eq!(book.sheets(), ["Prices", "Deals"]);
    assert_eq!(book.guess(), 1);
    assert!(book.table(0).unwrap().text.starts_with("Colour,Weight"));
    assert!(book.table(1).unwrap().text.starts_with("Deal ID,Owner"));
}

#[test]
fn a_table_below_many_lines_of_preamble_is_found() {
    let preamble: String = (1..=38)
        .map(|line| texts(line, &["Filter", "all"]))
        .collect();
    let deals =
        texts(39, &HEAD) + &texts(40, &["1", "Ann", "Won", "5", "2026-01-01", "2026-02-01"]);
    let text = table(file(&[("Report", &(preamble + &deals))]));
    let survey = import::survey(&text).unwrap();
    assert_eq!((survey.header_row, survey.rows), (Some(39), 1));
}
