//! The first walk over a file: what its delimiter, its header and its columns are. Text
//! comes in pieces of any size; memory stays bounded whatever the file's length. Takes no
//! deal: that is the second walk ([`super::Taking`]), once the columns are mapped.

use super::{
    Column, Delimiter, Refused, field,
    header::{self, HeaderRow},
    rows::{Row, Rows},
};

/// How much text is waited for before the delimiter is told.
const SAMPLE: usize = 64 * 1024;

/// Data rows kept for showing.
const SHOWN: usize = 10;

/// A program that exports deals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum System {
    /// Salesforce.
    Salesforce,
    /// HubSpot.
    HubSpot,
    /// Pipedrive.
    Pipedrive,
    /// Zoho CRM.
    Zoho,
    /// Microsoft Dynamics 365 Sales.
    Dynamics,
    /// None of them, or a plain sheet.
    Plain,
}

/// What the first walk found.
#[derive(Debug, Clone)]
pub struct Survey {
    /// What separates its cells.
    pub delimiter: Delimiter,
    /// The number of the row with the columns' names; nothing when there is none.
    pub header_row: Option<u32>,
    /// The number of the first row below it.
    pub first_row: u32,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Rows below the header with something in them.
    pub rows: u32,
    /// The first of them, for showing.
    pub first_rows: Vec<Vec<String>>,
    /// The program that seems to have written it.
    pub system: System,
    /// Letters that did not fit the encoding (U+FFFD): if there are any, the file was
    /// probably read in the wrong one.
    pub odd_letters: u64,
}

/// The first walk under way.
#[derive(Debug)]
pub struct Surveyor {
    delimiter: Option<Delimiter>,
    header: HeaderRow,
    waiting: String,
    walk: Option<(Rows, Walk)>,
    odd_letters: u64,
}

/// What is counted.
#[derive(Debug)]
struct Walk {
    delimiter: Delimiter,
    header: HeaderRow,
    /// Rows kept until the header is told.
    first: Vec<(u32, Vec<String>)>,
    survey: Option<Survey>,
    /// Whether nothing is asked but how wide the table is.
    only_width: bool,
}

impl Default for Surveyor {
    fn default() -> Self {
        Self::new(None, HeaderRow::Find)
    }
}

impl Surveyor {
    /// Begins; delimiter and header are found out where they are not given.
    #[must_use]
    pub fn new(delimiter: Option<Delimiter>, header: HeaderRow) -> Self {
        Self {
            delimiter,
            header,
            waiting: String::new(),
            walk: None,
            odd_letters: 0,
        }
    }

    /// Takes the next piece of text.
    ///
    /// # Errors
    /// [`Refused`] when the file cannot be read on.
    pub fn push(&mut self, text: &str) -> Result<(), Refused> {
        self.odd_letters += odd_letters(text);
        if self.walk.is_some() {
            return self.walk_on(text);
        }
        self.waiting.push_str(text);
        if self.waiting.len() >= SAMPLE {
            self.begin(false)?;
        }
        Ok(())
    }

    /// Rows read so far, for showing progress.
    #[must_use]
    pub fn rows(&self) -> u32 {
        let survey = self
            .walk
            .as_ref()
            .and_then(|(_, walk)| walk.survey.as_ref());
        survey.map_or(0, |survey| survey.rows)
    }

    /// The file is at its end.
    ///
    /// # Errors
    /// [`Refused`] when there is no table with a row in it.
    pub fn finish(mut self) -> Result<Survey, Refused> {
        if self.walk.is_none() {
            self.begin(true)?;
        }
        let Some((mut rows, mut walk)) = self.walk else {
            return Err(Refused::Empty);
        };
        rows.finish(&mut |row| walk.take(row))?;
        let mut survey = walk.finish().ok_or(Refused::Empty)?;
        survey.odd_letters = self.odd_letters;
        if survey.rows == 0 {
            return Err(Refused::NoRows);
        }
        if survey.columns.len() < 2 {
            return Err(Refused::OneColumn);
        }
        Ok(survey)
    }

    /// Tells the delimiter from the text waiting, which may be all there is.
    fn begin(&mut self, is_all: bool) -> Result<(), Refused> {
        let text = std::mem::take(&mut self.waiting);
        let delimiter = self
            .delimiter
            .unwrap_or_else(|| match Delimiter::declared(&text) {
                Some((delimiter, _)) => delimiter,
                None => Delimiter::of(&text),
            });
        let mut rows = Rows::new(delimiter);
        // A walk ahead over the sample tells how wide its rows are, so that a quote never
        // closed is noticed from the first row on.
        if !is_all || text.contains('"') {
            let mut ahead = Walk::new(delimiter, self.header);
            ahead.only_width = true;
            let mut discarded = Rows::new(delimiter);
            for piece in pieces(&text) {
                discarded.push(piece, &mut |row| ahead.take(row))?;
                if ahead.survey.is_some() {
                    break;
                }
            }
            rows = discarded.anew();
            if let Some(survey) = ahead.finish() {
                rows.expect(survey.columns.len());
            }
        }
        self.walk = Some((rows, Walk::new(delimiter, self.header)));
        self.walk_on(&text)
    }

    fn walk_on(&mut self, text: &str) -> Result<(), Refused> {
        let Some((rows, walk)) = &mut self.walk else {
            return Ok(());
        };
        rows.push(text, &mut |row| walk.take(row))?;
        if let Some(survey) = &walk.survey {
            rows.expect(survey.columns.len());
        }
        Ok(())
    }
}

impl Walk {
    fn new(delimiter: Delimiter, header: HeaderRow) -> Self {
        Self {
            delimiter,
            header,
            first: Vec::new(),
            survey: None,
            only_width: false,
        }
    }

    fn take(&mut self, row: Row<'_>) {
        if (self.only_width && self.survey.is_some()) || row.is_empty() {
            return;
        }
        if let Some(survey) = &mut self.survey {
            return count(survey, &row);
        }
        self.first
            .push((row.number, row.cells().map(str::to_owned).collect()));
        if self.first.len() >= header::ROWS {
            self.begin();
        }
    }

    /// Tells the header from the first rows and counts those below it.
    fn begin(&mut self) {
        let first = std::mem::take(&mut self.first);
        let Some(found) = header::said(self.header, &first) else {
            return;
        };
        let width = found.width.max(found.names.len());
        let name = |place: usize| found.names.get(place).map_or("", String::as_str);
        let mut survey = Survey {
            delimiter: self.delimiter,
            header_row: found.row,
            first_row: found.first_row,
            columns: (0..width).map(|place| Column::named(name(place))).collect(),
            rows: 0,
            first_rows: Vec::new(),
            system: system(&found.names),
            odd_letters: 0,
        };
        let counted = if self.only_width { Vec::new() } else { first };
        for (number, cells) in counted {
            if number >= found.first_row {
                survey.rows += 1;
                survey
                    .columns
                    .iter_mut()
                    .zip(&cells)
                    .for_each(|(column, cell)| column.count(cell));
                show(&mut survey, || cells);
            }
        }
        self.survey = Some(survey);
    }

    fn finish(mut self) -> Option<Survey> {
        if self.survey.is_none() {
            self.begin();
        }
        let survey = self.survey.as_mut()?;
        survey.columns.iter_mut().for_each(Column::settle);
        self.survey
    }
}

/// How many letters of a text did not fit its encoding. Nearly every piece of a file is ASCII,
/// which is soon seen eight bytes at a time.
fn odd_letters(text: &str) -> u64 {
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let words = words.iter().map(|word| u64::from_le_bytes(*word));
    let all = words.fold(0, |all, word| all | word);
    if all & 0x8080_8080_8080_8080 == 0 && rest.is_ascii() {
        return 0;
    }
    text.matches('\u{fffd}').count() as u64
}

/// A text in pieces of the sample's size or a little more.
fn pieces(mut text: &str) -> impl Iterator<Item = &str> {
    std::iter::from_fn(move || {
        let cut = (SAMPLE..text.len()).find(|place| text.is_char_boundary(*place));
        let (piece, rest) = text.split_at(cut.unwrap_or(text.len()));
        text = rest;
        (!piece.is_empty()).then_some(piece)
    })
}

fn count(survey: &mut Survey, row: &Row<'_>) {
    survey.rows += 1;
    show(survey, || row.cells().map(str::to_owned).collect());
    for (column, cell) in survey.columns.iter_mut().zip(row.cells()) {
        column.count(cell);
    }
}

fn show(survey: &mut Survey, cells: impl FnOnce() -> Vec<String>) {
    if survey.first_rows.len() < SHOWN {
        survey.first_rows.push(cells());
    }
}

/// The program whose exports have columns of these names.
fn system(names: &[String]) -> System {
    let plain: Vec<String> = names.iter().map(|name| field::plain(name)).collect();
    let has = |name: &str| plain.iter().any(|other| other == name);
    let starts = |front: &str| names.iter().filter(|name| name.starts_with(front)).count();
    if starts("Deal - ") >= 2 {
        System::Pipedrive
    } else if has("closingdate") && (has("dealname") || has("dealowner")) {
        System::Zoho
    } else if has("recordid") && (has("dealname") || has("dealstage"))
        || has("dealstage") && has("createdate")
    {
        System::HubSpot
    } else if starts("(Do Not Modify)") > 0
        || has("topic") && (has("estrevenue") || has("estclosedate"))
    {
        System::Dynamics
    } else if has("opportunityname") || has("stagename") || has("opportunityowner") {
        System::Salesforce
    } else {
        System::Plain
    }
}

impl Survey {
    /// A mark of the file's shape: the same for every export with the same columns in the
    /// same order, so that a mapping can be remembered by it.
    #[must_use]
    pub fn shape(&self) -> String {
        let mut hash = super::hash::Fnv::default();
        for column in &self.columns {
            hash.text(&field::plain(&column.header));
            hash.text("\n");
        }
        hash.hex()
    }

    /// The column of this name, whatever the case; the first should there be two. A number
    /// stands for the column at that place, the first being 1.
    #[must_use]
    pub fn column_named(&self, name: &str) -> Option<usize> {
        let wanted = name.trim();
        let by_name = self
            .columns
            .iter()
            .position(|column| column.header.eq_ignore_ascii_case(wanted));
        let by_number = || {
            let number: usize = wanted.parse().ok()?;
            (1..=self.columns.len())
                .contains(&number)
                .then(|| number - 1)
        };
        by_name.or_else(by_number)
    }
}
