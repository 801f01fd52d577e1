//! Deals as they are kept with a plan: in its file where the user wishes, and beside it in the
//! browser. The form is described in docs/plan-format.md. A table with a row that cannot be
//! read is refused whole: nobody should take a part of a record for the record.

use std::{borrow::Cow, collections::BTreeMap};

use plumbline_plan::{Id, chapter::process::Stage};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    ChancesJudged, Entry, History, Label,
    import::{Effect, Import, Mapping, Refused, Survey},
    own_file,
};

/// Deals with what was said of them, as they are kept with a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDeals {
    /// The deals.
    pub history: History,
    /// The plan's stage of each of the deals' stages, as far as they were linked.
    pub stages: Vec<(Label, Id<Stage>)>,
    /// Whether numbers stand in place of names.
    pub nameless: bool,
    /// Whether deals that closed before the first close on record are missing.
    pub earlier_closes_missing: bool,
    /// How the sellers' chances of the export before did; nothing while nobody knows.
    pub chances_judged: Option<ChancesJudged>,
    /// What stood beside them that this version does not know.
    pub others: Map<String, Value>,
}

/// Why kept deals cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeptFault {
    /// They are not in the form in which deals are kept.
    Form,
    /// The table lacks rows, or has some too many.
    Count {
        /// How many deals there should be.
        said: u32,
        /// How many rows there are.
        found: u32,
    },
    /// A row was changed to something that cannot be read.
    Row {
        /// Its place in the table, the names of the columns being row 1.
        row: u32,
    },
    /// The table cannot be read.
    Refused(Refused),
}

/// How they stand in a file.
#[derive(Serialize, Deserialize)]
struct Written<'a> {
    count: u32,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    names_left_out: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    earlier_closes_missing: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    chances_judged: Option<ChancesJudged>,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    stages: BTreeMap<String, Id<Stage>>,
    table: Vec<Cow<'a, str>>,
    #[serde(flatten)]
    others: Map<String, Value>,
}

impl KeptDeals {
    /// Deals as they were taken.
    #[must_use]
    pub fn new(history: History, stages: Vec<(Label, Id<Stage>)>) -> Self {
        Self {
            history,
            stages,
            nameless: false,
            earlier_closes_missing: false,
            chances_judged: None,
            others: Map::new(),
        }
    }

    /// How the record begins: where deals that closed earlier are missing, with its first close
    /// (maths.md section 7).
    #[must_use]
    pub fn entry(&self) -> Entry {
        match self.history.first_close() {
            Some(first) if self.earlier_closes_missing => Entry::Since(first),
            _ => Entry::FromCreation,
        }
    }

    /// Puts numbers in place of names.
    pub fn leave_names_out(&mut self) {
        self.history.leave_names_out();
        self.nameless = true;
        // Nobody knows whether what others wrote beside the deals names anybody.
        self.others.clear();
    }

    /// As the text of a JSON value.
    #[must_use]
    pub fn to_text(&self) -> String {
        let table = self.history.to_csv();
        let stages = self.stages.iter();
        let written = Written {
            count: self.history.deals.len() as u32,
            names_left_out: self.nameless,
            earlier_closes_missing: self.earlier_closes_missing,
            chances_judged: self.chances_judged,
            stages: stages
                .map(|(label, stage)| (self.history.stages.name(*label).to_owned(), stage.clone()))
                .collect(),
            table: lines(&table),
            others: self.others.clone(),
        };
        // Numbers and texts under text keys: JSON can hold them all.
        serde_json::to_string(&written).unwrap_or_default()
    }

    /// Reads the text of a JSON value, or the bare table that earlier versions kept in the
    /// browser.
    ///
    /// # Errors
    /// [`KeptFault`]; no deal is read where one of them cannot be.
    pub fn read(text: &str) -> Result<Self, KeptFault> {
        Ok(KeptTable::read(text)?.into_kept())
    }
}

/// Kept deals with the way their table was read.
#[derive(Debug, Clone)]
pub struct KeptTable {
    /// What the table is like.
    pub survey: Survey,
    /// How it was read.
    pub mapping: Mapping,
    /// Its deals, and what became of its rows.
    pub import: Import,
    stages: BTreeMap<String, Id<Stage>>,
    nameless: bool,
    earlier_closes_missing: bool,
    chances_judged: Option<ChancesJudged>,
    others: Map<String, Value>,
}

impl KeptTable {
    /// Reads kept deals.
    ///
    /// # Errors
    /// As for [`KeptDeals::read`].
    pub fn read(text: &str) -> Result<Self, KeptFault> {
        if !text.trim_start().starts_with('{') {
            return Self::of(text, Written::bare());
        }
        let mut written: Written<'_> = serde_json::from_str(text).map_err(|_| KeptFault::Form)?;
        let said = written.count;
        let table = std::mem::take(&mut written.table).join("\n");
        let read = Self::of(&table, written)?;
        let report = &read.import.report;
        let unread = report
            .remarks
            .iter()
            .find(|remark| remark.reason.effect() != Effect::Noted);
        if let Some(remark) = unread {
            return Err(KeptFault::Row { row: remark.row });
        }
        if report.taken != said {
            return Err(KeptFault::Count {
                said,
                found: report.taken,
            });
        }
        Ok(read)
    }

    /// The deals with what was said of them.
    #[must_use]
    pub fn into_kept(self) -> KeptDeals {
        let history = self.import.history;
        let stages = self.stages.into_iter();
        KeptDeals {
            stages: stages
                .filter_map(|(name, stage)| Some((history.stages.find(&name)?, stage)))
                .collect(),
            history,
            nameless: self.nameless,
            earlier_closes_missing: self.earlier_closes_missing,
            chances_judged: self.chances_judged,
            others: self.others,
        }
    }

    fn of(table: &str, written: Written<'_>) -> Result<Self, KeptFault> {
        let (survey, mapping, import) = own_file::read(table).map_err(KeptFault::Refused)?;
        let nameless = written.names_left_out || is_nameless(&import.history);
        Ok(Self {
            survey,
            mapping,
            import,
            stages: written.stages,
            nameless,
            earlier_closes_missing: written.earlier_closes_missing,
            chances_judged: written.chances_judged,
            others: written.others,
        })
    }
}

impl Written<'_> {
    /// Of a table with nothing beside it.
    fn bare() -> Self {
        Self {
            count: 0,
            names_left_out: false,
            earlier_closes_missing: false,
            chances_judged: None,
            stages: BTreeMap::new(),
            table: Vec::new(),
            others: Map::new(),
        }
    }
}

/// A table line by line, so that two versions of a file differ in the lines of the deals that
/// have changed. Joined by line feeds they are the table again.
fn lines(table: &str) -> Vec<Cow<'_, str>> {
    let table = table.strip_suffix('\n').unwrap_or(table);
    table.split('\n').map(Cow::Borrowed).collect()
}

/// Whether owners are numbers and no customer is named, as after leaving names out.
fn is_nameless(history: &History) -> bool {
    let numbered = |name: &str| name.bytes().all(|letter| letter.is_ascii_digit());
    history.owners.names().all(numbered)
        && history.deals.iter().all(|deal| deal.account.is_empty())
        && history.deals.iter().all(|deal| numbered(&deal.name))
}
