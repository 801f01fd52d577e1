//! Looks at a file of deals: from its bytes to what is true of them, or to what is in the
//! way. Prints nothing.

mod file;
mod plan;

use std::path::Path;

use chrono::NaiveDate;
use plumbline_deals::{
    CutOffs, Entry, History, KeptDeals, KeptFault, KeptTable, Label,
    import::{
        self, FileKind, Import, Mapping, Options, Question, Refused, Report, SpreadsheetFault,
        Survey, Surveyor, Taking,
    },
};
use plumbline_plan::{Id, chapter::process::Stage};

pub(crate) use plan::{FromDeals, apply};

use self::file::Content;
use crate::{arguments::Reading, plan_file::FileFault};

/// A piece of a file fed at once.
const PIECE: usize = 1024 * 1024;

/// A file of deals and what is true of them.
#[derive(Debug)]
pub(crate) struct Learnt {
    /// The file as it was named.
    pub(crate) name: String,
    /// What the file is like.
    pub(crate) survey: Survey,
    /// How it was read.
    pub(crate) mapping: Mapping,
    /// The deals.
    pub(crate) history: History,
    /// What became of the rows.
    pub(crate) report: Report,
    /// Of a spreadsheet's sheet: formulas whose results the file does not hold.
    pub(crate) unanswered: u32,
    /// How their record begins.
    pub(crate) entry: Entry,
    /// The plan's stage of each of the deals' stages, as far as they were linked.
    pub(crate) stages: Vec<(Label, Id<Stage>)>,
    /// What they say.
    pub(crate) found: plumbline_deals::Learnt,
}

/// Why nothing can be said about a file.
#[derive(Debug)]
pub(crate) struct DealsRefusal {
    /// The file as it was named.
    pub(crate) name: String,
    /// What is the matter with it.
    pub(crate) why: Fault,
}

/// What is the matter with a file of deals.
#[derive(Debug)]
pub(crate) enum Fault {
    /// There is no such file.
    Missing,
    /// The system does not give it away.
    Unreadable(std::io::Error),
    /// It is too large.
    TooLarge,
    /// It is no text.
    Kind(FileKind),
    /// It is a spreadsheet that cannot be read.
    Spreadsheet(SpreadsheetFault),
    /// A sheet was named, and it is no spreadsheet.
    NoSpreadsheet,
    /// Several sheets hold tables, and none was named.
    WhichSheet {
        /// The sheets with tables.
        sheets: Vec<String>,
        /// The one that looks most like deals.
        likely: String,
    },
    /// It has no sheet of this name with a table in it.
    NoSheet {
        /// What was asked for.
        asked_for: String,
        /// The sheets with tables.
        sheets: Vec<String>,
    },
    /// It is a plan's file, and cannot be opened.
    Plan(FileFault),
    /// It is a plan's file without deals.
    PlanWithoutDeals,
    /// It is a plan's file, and its deals cannot be read.
    Kept(KeptFault),
    /// It is no table of deals.
    Refused(Refused),
    /// A column that was named is not in it.
    NoColumn(String, Box<Survey>),
    /// Something has to be answered first.
    Questions(Vec<Question>, Box<Survey>),
}

/// Looks at a file of deals.
///
/// # Errors
/// What is the matter with it.
pub(crate) fn learn(
    file: &Path,
    reading: &Reading,
    today: NaiveDate,
) -> Result<Learnt, DealsRefusal> {
    let name = file.display().to_string();
    let said = |why| DealsRefusal {
        name: name.clone(),
        why,
    };
    let (text, unanswered) = match file::read(file, reading.sheet.as_deref()).map_err(said)? {
        Content::Table { text, unanswered } => (text, unanswered),
        Content::Kept(kept) => return Ok(Learnt::of_kept(name, *kept, reading)),
    };
    let survey = surveyed(&text).map_err(|refused| said(Fault::Refused(refused)))?;
    let mapping = mapped(&survey, reading).map_err(said)?;
    let options = Options {
        today,
        as_of: reading.up_to,
    };
    let import =
        taken(&text, &mapping, options).map_err(|refused| said(Fault::Refused(refused)))?;
    let learnt = Learnt::of(name, survey, mapping, import, reading);
    Ok(Learnt {
        unanswered,
        ..learnt
    })
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let cut = (PIECE..rest.len()).find(|place| rest.is_char_boundary(*place));
        let (piece, after) = rest.split_at(cut.unwrap_or(rest.len()));
        rest = after;
        (!piece.is_empty()).then_some(piece)
    })
}

fn surveyed(text: &str) -> Result<Survey, Refused> {
    let mut surveyor = Surveyor::default();
    pieces(text).try_for_each(|piece| surveyor.push(piece))?;
    surveyor.finish()
}

fn taken(text: &str, mapping: &Mapping, options: Options) -> Result<Import, Refused> {
    let mut taking = Taking::new(mapping, options);
    pieces(text).try_for_each(|piece| taking.push(piece))?;
    taking.finish()
}

/// The mapping as guessed and as said.
fn mapped(survey: &Survey, reading: &Reading) -> Result<Mapping, Fault> {
    let mut mapping = Mapping::guess(survey);
    for (field, name) in &reading.columns {
        let column = survey
            .column_named(name)
            .ok_or_else(|| Fault::NoColumn(name.clone(), Box::new(survey.clone())))?;
        mapping.set_column(survey, column, Some(*field));
    }
    reading
        .meanings
        .iter()
        .for_each(|(name, meaning)| mapping.set_meaning(name, *meaning));
    reading
        .rates
        .iter()
        .for_each(|(code, rate)| mapping.set_currency(*code, *rate));
    if let Some(order) = reading.date_order {
        mapping.set_date_order(order);
    }
    if let Some(decimal) = reading.decimal {
        mapping.set_decimal(decimal);
    }
    match mapping.questions(survey) {
        questions if questions.is_empty() => Ok(mapping),
        questions => Err(Fault::Questions(questions, Box::new(survey.clone()))),
    }
}

impl Learnt {
    fn of(
        name: String,
        survey: Survey,
        mapping: Mapping,
        import: Import,
        reading: &Reading,
    ) -> Self {
        let Import { history, report } = import;
        let entry = match history.first_close() {
            Some(first) if reading.since_first_close => Entry::Since(first),
            _ => Entry::FromCreation,
        };
        Self {
            name,
            survey,
            mapping,
            report,
            found: plumbline_deals::Learnt::of(&history, entry, &CutOffs::new()),
            history,
            entry,
            unanswered: 0,
            stages: Vec::new(),
        }
    }

    /// Of deals that stand in a plan's file: how they are read needs no saying.
    fn of_kept(name: String, kept: KeptTable, reading: &Reading) -> Self {
        let (survey, mapping) = (kept.survey.clone(), kept.mapping.clone());
        let report = kept.import.report.clone();
        let KeptDeals {
            history,
            stages,
            earlier_closes_missing,
            ..
        } = kept.into_kept();
        let reading = &Reading {
            since_first_close: reading.since_first_close || earlier_closes_missing,
            ..reading.clone()
        };
        let history = match reading.up_to {
            Some(day) => history.standing_at(day),
            None => history,
        };
        let import = Import { history, report };
        Self {
            stages,
            ..Self::of(name, survey, mapping, import, reading)
        }
    }
}

/// What a file is, by its first bytes.
pub(crate) fn kind(bytes: &[u8]) -> FileKind {
    let first = &bytes[..bytes.len().min(import::LOOK_AT)];
    import::file_kind(first, first.len() == bytes.len())
}
