//! Tables out of the product, as CSV that no spreadsheet takes for formulas.
//!
//! Text that begins with `=`, `+`, `-`, `@`, a tab, a line end or NUL gets an apostrophe in
//! front (CWE-1236, OWASP ASVS 1.2.10); numbers are written as numbers, negative ones too.
//! Reading takes the apostrophe off again ([`unguarded`]), so that nothing is changed on
//! the way out and back.

use std::borrow::Cow;

use csv_core::{WriteResult, Writer, WriterBuilder};

/// A table in the making.
#[derive(Debug)]
pub struct CsvText {
    writer: Writer,
    out: Vec<u8>,
    first_in_row: bool,
}

impl Default for CsvText {
    fn default() -> Self {
        Self::new()
    }
}

impl CsvText {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self {
            writer: WriterBuilder::new().build(),
            out: Vec::new(),
            first_in_row: true,
        }
    }

    /// Adds a cell of text.
    pub fn text(&mut self, text: &str) {
        self.cell(&guarded(text));
    }

    /// Adds a number; an empty cell for none.
    pub fn number(&mut self, number: Option<f64>) {
        let text = number
            .filter(|number| number.is_finite())
            .map(|number| number.to_string());
        self.cell(&text.unwrap_or_default());
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.put(
            |writer, _, out| {
                let (result, written) = writer.terminator(out);
                (result, 0, written)
            },
            b"",
        );
        self.first_in_row = true;
    }

    /// The table.
    #[must_use]
    pub fn into_text(mut self) -> String {
        self.put(
            |writer, _, out| {
                let (result, written) = writer.finish(out);
                (result, 0, written)
            },
            b"",
        );
        String::from_utf8(self.out).unwrap_or_default()
    }

    fn cell(&mut self, text: &str) {
        if !self.first_in_row {
            self.put(
                |writer, _, out| {
                    let (result, written) = writer.delimiter(out);
                    (result, 0, written)
                },
                b"",
            );
        }
        self.first_in_row = false;
        self.put(Writer::field, text.as_bytes());
    }

    /// Runs the writer until it has put everything out.
    fn put(
        &mut self,
        mut step: impl FnMut(&mut Writer, &[u8], &mut [u8]) -> (WriteResult, usize, usize),
        mut input: &[u8],
    ) {
        let mut room = [0; 512];
        loop {
            let (result, read, written) = step(&mut self.writer, input, &mut room);
            input = &input[read..];
            self.out.extend_from_slice(&room[..written]);
            if matches!(result, WriteResult::InputEmpty) {
                return;
            }
        }
    }
}

/// The text with an apostrophe in front where a spreadsheet would take it for a formula, or
/// where it begins with what looks like such an apostrophe.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    let bare = text.trim_start_matches('\'');
    if acts(text) || (bare.len() < text.len() && acts(bare)) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text without the apostrophe of [`guarded`].
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if acts(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

fn acts(text: &str) -> bool {
    // Full-width forms count as the plain ones do.
    text.starts_with([
        '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Case 65.
    #[test]
    fn formulas_are_disarmed_and_come_back_as_they_were() {
        for text in [
            "=1+1", "+49 30", "-5 units", "@SUM(A1)", "\tx", "\rx", "'=x", "''=x",
        ] {
            assert!(guarded(text).starts_with('\''), "{text}");
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["Acme", "'quoted'", "", "'", "5", "a=b"] {
            assert_eq!(guarded(text), text);
            assert_eq!(unguarded(text), text);
        }
    }

    /// Case 65: real negative numbers stay numbers.
    #[test]
    fn numbers_stay_numbers_and_cells_are_quoted_where_they_must_be() {
        let mut csv = CsvText::new();
        csv.text("a \"b\", c");
        csv.number(Some(-110.7));
        csv.number(None);
        csv.text("=x\ny");
        csv.end_row();
        csv.text(&"long ".repeat(300));
        csv.end_row();
        let text = csv.into_text();
        assert!(
            text.starts_with("\"a \"\"b\"\", c\",-110.7,,\"'=x\ny\"\n"),
            "{text}"
        );
        assert!(text.len() > 1500);
    }
}
