//! Plain text for the terminal: lines, and tables whose columns line up. Control
//! characters, with which a foreign file could take over the terminal, never get through.

use plumbline_export::deal_tables::DealTable;
use unicode_width::UnicodeWidthStr;

/// What stands between two columns.
const BETWEEN: &str = "  ";

/// Text for the terminal, in lines.
#[derive(Debug, Default)]
pub(super) struct Page(String);

impl Page {
    /// A line.
    pub(super) fn line(&mut self, text: &str) {
        self.0.push_str(plain(text).trim_end());
        self.0.push('\n');
    }

    /// A line set in by one step.
    pub(super) fn item(&mut self, text: &str) {
        self.0.push_str(BETWEEN);
        self.line(text);
    }

    /// A line set in by two steps.
    pub(super) fn below(&mut self, text: &str) {
        self.0.push_str(BETWEEN);
        self.item(text);
    }

    /// An empty line and a heading.
    pub(super) fn heading(&mut self, text: &str) {
        self.line("");
        self.line(text);
    }

    /// A table, set in by one step.
    pub(super) fn table(&mut self, table: &Table) {
        table.lines().iter().for_each(|line| self.item(line));
    }

    /// The text.
    pub(super) fn into_text(self) -> String {
        self.0
    }
}

/// Rows of cells under a row of heads.
#[derive(Debug)]
pub(super) struct Table {
    /// How many columns from the left are words and stand to the left; the others are
    /// figures.
    words: usize,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table with these heads, of which so many are over words.
    pub(super) fn new(words: usize, heads: &[&str]) -> Self {
        Self {
            words,
            rows: vec![heads.iter().map(|head| plain(head)).collect()],
        }
    }

    /// Adds a row.
    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows
            .push(cells.iter().map(|cell| plain(cell)).collect());
    }

    /// What deals say, cut to so many rows.
    pub(super) fn of_deals(table: &DealTable, rows: usize) -> Self {
        let row = |row: &Vec<String>| row.iter().map(|cell| plain(cell)).collect();
        let mut cut = Self::new(table.words, &table.heads);
        cut.rows.extend(table.rows.iter().take(rows).map(row));
        cut
    }

    fn lines(&self) -> Vec<String> {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            self.rows
                .iter()
                .filter_map(|row| row.get(column))
                .map(|cell| cell.width())
                .max()
                .unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(widest).collect();
        self.rows
            .iter()
            .map(|row| self.padded(row, &widths))
            .collect()
    }

    fn padded(&self, row: &[String], widths: &[usize]) -> String {
        let cell = |(column, (cell, width)): (usize, (&String, &usize))| {
            let space = " ".repeat(width - cell.width());
            if column < self.words {
                format!("{cell}{space}")
            } else {
                format!("{space}{cell}")
            }
        };
        let cells: Vec<String> = row.iter().zip(widths).enumerate().map(cell).collect();
        cells.join(BETWEEN)
    }
}

/// The text as one line that does nothing but stand there: every control character, and
/// every sign that turns the direction of writing, becomes a space.
fn plain(text: &str) -> String {
    let acts = |sign: char| {
        sign.is_control()
            || matches!(sign, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars()
        .map(|sign| if acts(sign) { ' ' } else { sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(table: &Table) -> String {
        let mut page = Page::default();
        page.table(table);
        page.into_text()
    }

    #[test]
    fn words_stand_left_and_figures_right() {
        let mut table = Table::new(1, &["Stage", "Deals"]);
        table.row(["Closing".to_owned(), "7".to_owned()]);
        table.row(["Won".to_owned(), "1,234".to_owned()]);
        assert_eq!(
            written(&table),
            "  Stage    Deals\n  Closing      7\n  Won      1,234\n"
        );
    }

    #[test]
    fn wide_and_combined_letters_do_not_push_columns_apart() {
        let mut table = Table::new(1, &["Stage", "Deals"]);
        table.row(["\u{6210}\u{4ea4}".to_owned(), "7".to_owned()]);
        table.row(["De\u{301}mo".to_owned(), "8".to_owned()]);
        let text = written(&table);
        let widths: Vec<usize> = text.lines().map(UnicodeWidthStr::width).collect();
        assert_eq!(widths, [14, 14, 14], "{text}");
    }

    #[test]
    fn a_name_cannot_move_the_cursor_or_break_a_line() {
        let mut page = Page::default();
        page.line("one\u{1b}[2Jtwo\nthree\u{202e}four\u{9b}five\r");
        assert_eq!(page.into_text(), "one [2Jtwo three four five\n");
    }
}
