//! The faults of spreadsheets that an import has to survive, by their numbers, and files that
//! are no spreadsheet or a broken one. Each is refused with its reason or read as it should
//! be; nothing is held in memory that grows beyond its bounds.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[allow(dead_code, reason = "each file of tests uses its part of it")]
mod common;

use common::{HEAD, day, file, number, packed, parts, row, text, texts};
use plumbline_deals::import::{self, SpreadsheetFault};
use plumbline_spreadsheet::{LARGEST_FILE, MOST_ROWS, open};
use proptest::prelude::*;

fn deals() -> String {
    texts(1, &HEAD) + &texts(2, &["1", "Ann", "Won", "5", "2026-01-01", "2026-02-01"])
}

fn fault(bytes: Vec<u8>) -> SpreadsheetFault {
    match open(bytes) {
        Err(fault) => fault,
        Ok(mut book) => book.table(0).unwrap_err(),
    }
}

/// The same file with a part put in the place of one of this name.
fn with_part(name: &str, content: String) -> Vec<u8> {
    let mut parts = parts(&[("Deals", &deals())], "");
    parts.retain(|(other, _)| other != name);
    parts.push((name.to_owned(), content));
    packed(&parts)
}

/// Half a gigabyte of spaces in a file of half a megabyte.
fn bomb() -> Vec<u8> {
    let spaces = " ".repeat(512 * 1024 * 1024);
    with_part("xl/sharedStrings.xml", format!("<sst>{spaces}</sst>"))
}

/// Cases 58 and 59: what is packed is counted while it is unpacked, and what the file says of
/// its sizes is not believed.
#[test]
fn cases_58_and_59_a_bomb_is_refused_whatever_size_it_says_it_has() {
    let bomb = bomb();
    assert!(bomb.len() < 1024 * 1024, "{}", bomb.len());
    for size in [10_u32, 512 * 1024 * 1024, u32::MAX - 1] {
        let refused = fault(with_size(&bomb, b"xl/sharedStrings.xml", size));
        let seen = matches!(
            refused,
            SpreadsheetFault::TooMuchInside | SpreadsheetFault::Damaged(_)
        );
        assert!(seen, "{size}: {refused:?}");
    }
    assert_eq!(fault(bomb), SpreadsheetFault::TooMuchInside);
}

/// Case 59: a size that is not true reserves no memory and is never trusted.
#[test]
fn case_59_a_forged_size_of_a_good_file_does_no_harm() {
    let good = file(&[("Deals", &deals())]);
    for size in [1, u32::MAX - 1] {
        let forged = with_size(&good, b"xl/worksheets/sheet1.xml", size);
        match open(forged) {
            Ok(mut book) => assert!(book.table(0).unwrap().text.contains("Ann")),
            Err(SpreadsheetFault::Damaged(_)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
}

/// The file with another size unpacked said of a part, in both places where it stands.
fn with_size(bytes: &[u8], name: &[u8], size: u32) -> Vec<u8> {
    let mut forged = bytes.to_vec();
    for at in headers(bytes, name) {
        let field = if bytes[at..].starts_with(b"PK\x03\x04") {
            22
        } else {
            24
        };
        forged[at + field..at + field + 4].copy_from_slice(&size.to_le_bytes());
    }
    forged
}

/// Where the headers of a part of this name begin.
fn headers(bytes: &[u8], name: &[u8]) -> Vec<usize> {
    let marks: [(&[u8], usize); 2] = [(b"PK\x03\x04", 30), (b"PK\x01\x02", 46)];
    let found = (0..bytes.len()).filter(|at| {
        let named = |(mark, length): &(&[u8], usize)| {
            bytes[*at..].starts_with(mark)
                && bytes
                    .get(at + length..)
                    .is_some_and(|rest| rest.starts_with(name))
        };
        marks.iter().any(named)
    });
    found.collect()
}

/// Case 60: a locked file is told as one, whether it is wrapped whole or its parts are locked.
#[test]
fn case_60_a_file_under_a_password_is_told_as_one() {
    let mut wrapped = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    wrapped.resize(4096, 0);
    assert!(!import::is_encrypted(&wrapped));
    wrapped.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(import::is_encrypted(&wrapped));

    let good = file(&[("Deals", &deals())]);
    let mut locked = good.clone();
    for at in headers(&good, b"xl/worksheets/sheet1.xml") {
        let flags = if good[at..].starts_with(b"PK\x03\x04") {
            6
        } else {
            8
        };
        locked[at + flags] |= 1;
    }
    assert_eq!(fault(locked), SpreadsheetFault::Encrypted);
}

/// Case 61: names of parts that lead elsewhere lead nowhere; nothing is ever written.
#[test]
fn case_61_paths_in_the_file_lead_nowhere() {
    let mut tricky = parts(&[("Deals", &deals())], "");
    for name in [
        "../../../etc/passwd",
        "/etc/passwd",
        "xl\\..\\..\\autoexec.bat",
        "C:/x",
    ] {
        tricky.push((name.to_owned(), "<x/>".to_owned()));
    }
    assert!(
        open(packed(&tricky))
            .unwrap()
            .table(0)
            .unwrap()
            .text
            .contains("Ann")
    );

    for (name, content) in &mut tricky {
        if name == "xl/_rels/workbook.xml.rels" {
            *content = content.replace("worksheets/sheet1.xml", "../../../../../etc/hostname");
        }
    }
    let refused = fault(packed(&tricky));
    assert!(
        matches!(
            refused,
            SpreadsheetFault::Damaged(_) | SpreadsheetFault::NoSheet
        ),
        "{refused:?}"
    );
}

/// Case 62: files count their days from 1900 or from 1904.
#[test]
fn case_62_days_are_right_from_1900_and_from_1904() {
    let rows = |days: f64| {
        texts(1, &HEAD)
            + &row(
                2,
                &[
                    &number(7.0),
                    &text("Ann"),
                    &text("Won"),
                    &number(5.0),
                    &day(days),
                    &day(days + 31.0),
                ],
            )
    };
    let from_1900 = packed(&parts(&[("Deals", &rows(44301.0))], ""));
    let from_1904 = packed(&parts(
        &[("Deals", &rows(44301.0 - 1462.0))],
        "<workbookPr date1904=\"1\"/>",
    ));
    for bytes in [from_1900, from_1904] {
        let text = open(bytes).unwrap().table(0).unwrap().text;
        assert!(text.contains("7,Ann,Won,5,2021-04-15,2021-05-16"), "{text}");
    }
}

/// Case 63: what a formula comes to is in the file or it is not; then the report names it.
#[test]
fn case_63_a_formula_without_a_result_stands_there_as_a_formula() {
    let known = "<c><f>2+3</f><v>5</v></c>";
    let unknown = "<c><f>SUM(D2:D3)</f></c>";
    let shared = "<c><f t=\"shared\" si=\"4294967295\"/></c>";
    let amounts = [known, known, known, known, unknown, shared];
    let rows = amounts.iter().zip(2..).map(|(amount, number)| {
        let name = text(&format!("{number}"));
        let dates = [day(44301.0), day(44332.0)];
        let (owner, stage) = (text("Ann"), text("Won"));
        row(
            number,
            &[&name, &owner, &stage, amount, &dates[0], &dates[1]],
        )
    });
    let rows = texts(1, &HEAD) + &rows.collect::<String>();
    let table = open(file(&[("Deals", &rows)])).unwrap().table(0).unwrap();
    assert_eq!(table.unanswered, 2);
    assert!(table.text.contains("2,Ann,Won,5,"), "{}", table.text);

    let survey = import::survey(&table.text).unwrap();
    let mapping = import::Mapping::guess(&survey);
    let options = import::Options {
        today: chrono::NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
        as_of: None,
    };
    let import = import::take(&table.text, &mapping, options).unwrap();
    let mut said = import.report.remarks.iter();
    let formula = said.find(|remark| remark.reason == import::Reason::AmountNotRead);
    assert_eq!(
        formula.map(|remark| (remark.row, &*remark.found)),
        Some((6, "=SUM(D2:D3)"))
    );
}

/// Case 64: entities are never resolved, neither from elsewhere nor from one another.
#[test]
fn case_64_entities_are_refused_and_never_resolved() {
    let outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>";
    let laughs: String = (1..10)
        .map(|n| format!("<!ENTITY l{n} \"{}\">", format!("&l{};", n - 1).repeat(10)))
        .collect();
    let laughs = format!("<!doctype x [<!ENTITY l0 \"ha\">{laughs}]>");
    for declared in [outside.to_owned(), laughs] {
        let strings = format!("<?xml version=\"1.0\"?>\n{declared}<sst><si><t>&e;</t></si></sst>");
        assert_eq!(
            fault(with_part("xl/sharedStrings.xml", strings)),
            SpreadsheetFault::Entities
        );
    }
    let unknown = texts(1, &HEAD) + &texts(2, &["&e;", "Ann", "Won"]);
    let refused = fault(file(&[("Deals", &unknown)]));
    assert!(
        matches!(refused, SpreadsheetFault::Damaged(_)),
        "{refused:?}"
    );
}

#[test]
fn what_is_no_spreadsheet_is_told_by_what_it_is() {
    let of = |names: &[&str]| {
        let parts: Vec<(String, String)> = names
            .iter()
            .map(|name| ((*name).to_owned(), "<x/>".to_owned()))
            .collect();
        fault(packed(&parts))
    };
    assert_eq!(of(&["photo.txt"]), SpreadsheetFault::NoSpreadsheet);
    assert_eq!(
        of(&["mimetype", "content.xml"]),
        SpreadsheetFault::OtherKind
    );
    assert_eq!(of(&["xl/workbook.bin"]), SpreadsheetFault::OtherKind);
    assert!(matches!(
        fault(b"PK\x03\x04rest".to_vec()),
        SpreadsheetFault::Damaged(_)
    ));
    assert_eq!(fault(vec![0; LARGEST_FILE + 1]), SpreadsheetFault::TooLarge);
    assert_eq!(fault(file(&[])), SpreadsheetFault::NoSheet);
}

#[test]
fn sheets_beyond_all_bounds_are_refused() {
    let far = format!(
        "<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>{}",
        texts(2, &HEAD)
    );
    assert_eq!(
        fault(file(&[("Deals", &far)])),
        SpreadsheetFault::TooManyColumns { row: 1 }
    );
    let below = deals() + &format!("<row r=\"{}\"><c><v>1</v></c></row>", MOST_ROWS + 1);
    assert!(matches!(
        fault(file(&[("Deals", &below)])),
        SpreadsheetFault::Damaged(_)
    ));
    let back = texts(9, &HEAD) + &texts(3, &["a", "b"]);
    assert!(matches!(
        fault(file(&[("Deals", &back)])),
        SpreadsheetFault::Damaged(_)
    ));
    let long = with_part(
        "xl/worksheets/sheet1.xml",
        format!("<a>{}</a>", "x".repeat(9_000_000)),
    );
    assert_eq!(fault(long), SpreadsheetFault::TooMuchInside);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever a byte becomes, the file is read or refused.
    #[test]
    fn a_damaged_file_is_read_or_refused(at in 0_usize..10_000, byte: u8, cut in 0_usize..10_000) {
        let mut bytes = file(&[("Deals", &deals()), ("More", &deals())]);
        let length = bytes.len();
        bytes[at % length] = byte;
        if cut % 4 == 0 {
            bytes.truncate(cut % length);
        }
        if let Ok(mut book) = open(bytes) {
            for place in 0..book.sheets().len() {
                let _ = book.table(place);
            }
        }
    }

    /// The same, of the text before it is packed: the archive is whole and its content is not.
    #[test]
    fn damaged_parts_are_read_or_refused(part in 0_usize..7, at in 0_usize..5_000, with in "[<>/&;\"'A-Z0-9 =]{0,6}") {
        let mut parts = parts(&[("Deals", &deals())], "");
        let count = parts.len();
        let content = &mut parts[part % count].1;
        let at = at % content.len();
        if content.is_char_boundary(at) {
            content.replace_range(at..(at + 1).min(content.len()), &with);
        }
        if let Ok(mut book) = open(packed(&parts)) {
            for place in 0..book.sheets().len() {
                let _ = book.table(place);
            }
        }
    }
}
