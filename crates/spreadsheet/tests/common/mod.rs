//! Spreadsheet files for tests, put together from their parts as text.

use std::io::{Cursor, Write};

use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
/// Format 0 is general, 1 a day, 2 a length of time.
const STYLES: &str = r#"<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="170" formatCode="[h]:mm"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>"#;
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The parts of a file with sheets of these names and rows, which are XML.
pub(crate) fn parts(sheets: &[(&str, &str)], workbook: &str) -> Vec<(String, String)> {
    let (mut named, mut linked) = (String::new(), String::new());
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), TYPES.to_owned()),
        ("_rels/.rels".to_owned(), RELATIONS.to_owned()),
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
    ];
    for ((name, rows), number) in sheets.iter().zip(1..) {
        let (name, state) = match name.strip_prefix("hidden ") {
            Some(_) => (name, " state=\"hidden\""),
            None => (name, ""),
        };
        named +=
            &format!("<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>");
        linked += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"{LINKS}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        parts.push((
            format!("xl/worksheets/sheet{number}.xml"),
            format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>"),
        ));
    }
    parts.push((
        "xl/workbook.xml".to_owned(),
        format!(
            "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINKS}\">{workbook}<sheets>{named}</sheets></workbook>"
        ),
    ));
    parts.push((
        "xl/_rels/workbook.xml.rels".to_owned(),
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{linked}</Relationships>"
        ),
    ));
    parts
}

/// Parts packed as a file.
pub(crate) fn packed(parts: &[(String, String)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, content) in parts {
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A file with sheets of these names and rows.
pub(crate) fn file(sheets: &[(&str, &str)]) -> Vec<u8> {
    packed(&parts(sheets, ""))
}

/// A row of cells, each given as its XML but for its place.
pub(crate) fn row(number: u32, cells: &[&str]) -> String {
    let cells = cells.iter().zip('A'..).filter(|(cell, _)| !cell.is_empty());
    let cells: String = cells
        .map(|(cell, column)| cell.replacen("<c", &format!("<c r=\"{column}{number}\""), 1))
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

/// A cell with a text.
pub(crate) fn text(text: &str) -> String {
    format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

/// A cell with a number.
pub(crate) fn number(number: f64) -> String {
    format!("<c><v>{number}</v></c>")
}

/// A cell with a day, counted as the file counts.
pub(crate) fn day(days: f64) -> String {
    format!("<c s=\"1\"><v>{days}</v></c>")
}

/// A row of texts.
pub(crate) fn texts(number: u32, cells: &[&str]) -> String {
    let cells: Vec<String> = cells
        .iter()
        .map(|cell| {
            if cell.is_empty() {
                String::new()
            } else {
                text(cell)
            }
        })
        .collect();
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    row(number, &cells)
}

/// The names of columns that a CRM would give.
pub(crate) const HEAD: [&str; 6] = [
    "Deal ID",
    "Owner",
    "Stage",
    "Amount",
    "Create Date",
    "Close Date",
];
