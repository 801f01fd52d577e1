//! What there is to open when the page starts.

use std::rc::Rc;

use chrono::{DateTime, FixedOffset};
use plumbline_plan::{Plan, file};
use plumbline_wording::texts::saving;

use crate::{
    browser::{
        indexed_db::IndexedDb,
        storage::{Storage, StorageError},
    },
    workbook::keeping::{
        desk::{AtStart, Kept, open_at_start},
        keeper::{clear_sentinel, sentinel},
        slots::{Loaded, Slots},
    },
};

/// What was found at the start.
pub struct StartUp {
    /// Where plans are kept.
    pub storage: Rc<dyn Storage>,
    /// Why nothing can be kept, when nothing can.
    pub memory_only: Option<StorageError>,
    /// The plan that was open last.
    pub opened: Option<Opened>,
    /// What the user has to know about it.
    pub said: Option<String>,
}

/// A plan out of storage.
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// Its place in storage.
    pub slots: Slots,
    /// When it was saved.
    pub saved_at: DateTime<FixedOffset>,
}

/// Why the page cannot start; the recovery page takes over.
pub struct Unstartable {
    /// The recovery page's word for it.
    pub code: &'static str,
    /// What the user may copy.
    pub details: String,
}

impl PartialEq for StartUp {
    /// The page starts once.
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// Looks for the plan to open.
///
/// # Errors
/// `Unstartable` when there is a plan and no whole version of it can be read: then
/// nothing is opened in its place.
pub async fn start_up() -> Result<StartUp, Unstartable> {
    let storage: Rc<dyn Storage> = Rc::new(IndexedDb::new());
    let found = open_at_start(&*storage, sentinel()).await;
    let mut start = StartUp {
        storage,
        memory_only: None,
        opened: None,
        said: None,
    };
    match found {
        Ok(AtStart::Nothing) => {}
        Ok(AtStart::Evicted(_)) => {
            clear_sentinel();
            start.said = Some(saving::EVICTED.to_owned());
        }
        Ok(AtStart::Found { loaded, .. }) => (start.opened, start.said) = open(loaded)?,
        Err(StorageError::Hung) => return Err(unstartable("hung", &StorageError::Hung)),
        Err(why) => start.memory_only = Some(why),
    }
    Ok(start)
}

/// The plan in what was loaded, and what has to be said about it.
pub(super) fn open(loaded: Loaded) -> Result<(Option<Opened>, Option<String>), Unstartable> {
    match loaded {
        Loaded::Nothing => Ok((None, None)),
        Loaded::Damaged => Err(unstartable("damaged", "no slot holds a whole record")),
        Loaded::Newer => Err(unstartable("newer", "the record names a newer version")),
        Loaded::Plan {
            record,
            slots,
            fell_back,
        } => {
            let text = String::from_utf8_lossy(&record.document);
            let plan = file::read(&text).map_err(|error| match error {
                file::ReadError::Newer { .. } => unstartable("newer", error),
                error => unstartable("damaged", error),
            })?;
            let said = fell_back.map(|_| saving::EARLIER_VERSION.to_owned());
            Ok((
                Some(Opened {
                    plan,
                    slots,
                    saved_at: record.header.saved_at,
                }),
                said,
            ))
        }
    }
}

fn unstartable(code: &'static str, details: impl ToString) -> Unstartable {
    Unstartable {
        code,
        details: details.to_string(),
    }
}

impl Opened {
    /// The place in storage to keep it in.
    #[must_use]
    pub fn kept(&self) -> Kept {
        Kept::loaded(self.slots.clone())
    }
}
