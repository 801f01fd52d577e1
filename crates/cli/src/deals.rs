//! Looks at a file of deals: from its bytes to what is true of them, or to what is in the
//! way. Prints nothing.

mod file;
mod plan;

use std::path::Path;

use chrono::NaiveDate;
use plumbline_deals::{
    CutOffs, Entry, History,
    import::{
        self, FileKind, Import, Mapping, Options, Question, Refused, Report, Survey, Surveyor,
        Taking,
    },
};

pub(crate) use plan::{FromDeals, apply};

use crate::arguments::Reading;

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
    let text = file::read(file).map_err(said)?;
    let survey = surveyed(&text).map_err(|refused| said(Fault::Refused(refused)))?;
    let mapping = mapped(&survey, reading).map_err(said)?;
    let options = Options {
        today,
        as_of: reading.up_to,
    };
    let import =
        taken(&text, &mapping, options).map_err(|refused| said(Fault::Refused(refused)))?;
    Ok(Learnt::of(name, survey, mapping, import, reading))
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
        }
    }
}

/// What a file is, by its first bytes.
pub(crate) fn kind(bytes: &[u8]) -> FileKind {
    let first = &bytes[..bytes.len().min(import::LOOK_AT)];
    import::file_kind(first, first.len() == bytes.len())
}
