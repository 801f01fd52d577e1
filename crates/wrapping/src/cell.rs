//! Texts of a plan in the cells of a table that a spreadsheet opens.
//!
//! A spreadsheet takes a text that begins in certain ways for a formula and carries it out;
//! a name out of a CRM must not be able to (CWE-1236; OWASP ASVS 4.0.3, 5.3.10). For texts
//! alone: numbers are written as numbers and need no guard.

use std::borrow::Cow;

/// What a formula, or a command of an older spreadsheet, begins with.
const BEGINNINGS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＠'];

/// The text for a cell: with an apostrophe before it when it would be taken for a formula,
/// which a spreadsheet shows as the text itself. White space before it does not hide one.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    let first = text.trim_start_matches(' ').chars().next();
    match first {
        Some(first) if BEGINNINGS.contains(&first) => Cow::Owned(format!("'{text}")),
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Case 65.
    #[test]
    fn what_would_be_a_formula_is_a_text() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "\0=1",
            "  =1",
            "=HYPERLINK(\"http://example.org\",\"x\")",
            "=cmd|' /C calc'!A0",
            "＝1",
        ] {
            assert_eq!(guarded(text), format!("'{text}"));
        }
    }

    #[test]
    fn all_other_texts_stay_as_they_are() {
        for text in [
            "",
            " ",
            "Tallow & Reed",
            "a=b",
            "1-2",
            "'quoted",
            "50 %",
            "ß",
            "(1)",
        ] {
            assert!(matches!(guarded(text), Cow::Borrowed(same) if same == text));
        }
    }
}
