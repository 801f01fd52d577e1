//! What separates the cells of a row. Looks at a sample and never at what it means.

use serde::{Deserialize, Serialize};

/// What separates the cells of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    #[default]
    Comma,
    /// `;`, where the comma is the decimal sign.
    Semicolon,
    /// A tab, as pasted from a spreadsheet.
    Tab,
    /// `|`
    Pipe,
}

impl Delimiter {
    /// All of them, the commonest first.
    pub const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    /// The byte.
    #[must_use]
    pub fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }

    /// The one that cuts a sample's rows most evenly into more than one cell; a comma when
    /// none cuts them at all.
    #[must_use]
    pub fn of(sample: &str) -> Self {
        let mut best = (Self::Comma, 0.0);
        for delimiter in Self::ALL {
            let score = evenness(&cells_by_row(sample, delimiter.byte()));
            if score > best.1 {
                best = (delimiter, score);
            }
        }
        best.0
    }

    /// Reads a first line such as `sep=;`, with which spreadsheets are told the delimiter:
    /// the delimiter, and where the table begins.
    #[must_use]
    pub fn declared(text: &str) -> Option<(Self, usize)> {
        let rest = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mark = rest.get(..4)?;
        if !mark.eq_ignore_ascii_case("sep=") {
            return None;
        }
        let byte = *rest.as_bytes().get(4)?;
        let delimiter = Self::ALL.into_iter().find(|one| one.byte() == byte)?;
        let after = rest.get(5..)?;
        let line_end = after.len() - after.trim_start_matches(['\r', '\n']).len();
        (line_end > 0).then(|| (delimiter, text.len() - after.len() + line_end))
    }
}

/// Rows of a sample that are looked at.
const ROWS: usize = 100;

/// How many cells each row of the sample has, quoted text apart. The last row may be cut.
fn cells_by_row(sample: &str, delimiter: u8) -> Vec<usize> {
    let (mut rows, mut cells, mut quoted, mut begun) = (Vec::new(), 1, false, false);
    for byte in sample.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' | b'\r' if !quoted => {
                if begun {
                    rows.push(cells);
                }
                (cells, begun) = (1, false);
                if rows.len() >= ROWS {
                    break;
                }
                continue;
            }
            _ if byte == delimiter && !quoted => cells += 1,
            _ => {}
        }
        begun = true;
    }
    if rows.is_empty() && begun {
        rows.push(cells);
    }
    rows
}

/// How many rows have the commonest number of cells above one, and a little for the number
/// of cells: a comma inside amounts also cuts some rows, but not all alike.
fn evenness(rows: &[usize]) -> f64 {
    let mut best = 0.0;
    for cells in rows.iter().filter(|cells| **cells > 1) {
        let alike = rows.iter().filter(|other| *other == cells).count();
        let share = alike as f64 / rows.len() as f64;
        let score = share + 0.02 * cells.min(&20).to_owned() as f64;
        best = f64::max(best, score);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_delimiter_through_commas_in_amounts_and_quotes() {
        for (sample, wanted) in [
            ("a,b,c\n1,2,3\n", Delimiter::Comma),
            ("a;b\n1,5;2,5\n3,5;4,25\n", Delimiter::Semicolon),
            ("a\tb\n\"x,y\"\t2\n", Delimiter::Tab),
            ("a|b|c\r1|2|3\r", Delimiter::Pipe),
            (
                "name;note\nAcme;\"one, two, three\"\nBeta;four\n",
                Delimiter::Semicolon,
            ),
            ("only one column\nx\n", Delimiter::Comma),
            ("", Delimiter::Comma),
        ] {
            assert_eq!(Delimiter::of(sample), wanted, "{sample:?}");
        }
    }

    #[test]
    fn a_declared_delimiter_is_taken_and_its_line_left_out() {
        let text = "\u{feff}sep=;\r\na;b\r\n";
        let (delimiter, start) = Delimiter::declared(text).unwrap();
        assert_eq!(
            (delimiter, &text[start..]),
            (Delimiter::Semicolon, "a;b\r\n")
        );
        assert_eq!(Delimiter::declared("separator;b\n"), None);
        assert_eq!(Delimiter::declared("sep=\u{e4}"), None);
    }
}
