//! What there is to open when the page starts.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use chrono::{DateTime, FixedOffset};
use plumbline_plan::{Plan, file};
use plumbline_wording::texts::saving;
use serde_json::Value;

use super::{one_file::open_embedded, plan_file::Link};
use crate::{
    browser::{
        indexed_db::IndexedDb,
        own_files, session_storage,
        storage::{Storage, StorageError},
    },
    workbook::{
        History,
        keeping::{
            desk::{AtStart, Kept, open_at_start},
            keeper::{clear_sentinel, sentinel},
            undo,
            versions::{Loaded, Log},
        },
    },
};

/// The key, in the tab's own storage, of the plan it has open.
pub(super) const PLAN_OF_THIS_TAB: &str = "plumbline.plan";

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
    /// The file that the plan is in, where that is known from the start.
    pub(super) link: Option<Link>,
    /// The deals that came with the plan.
    pub(super) deals: RefCell<Option<Value>>,
    /// Whether the browser was asked to keep what it keeps for good.
    pub(super) asked_for_safety: Cell<bool>,
}

/// A plan out of storage.
pub struct Opened {
    /// The plan.
    pub plan: Plan,
    /// What can be undone in it.
    pub history: History,
    /// Its place in storage.
    pub log: Log,
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

/// Looks for the plan to open. Waits for as long as another tab holds an older version of
/// the storage open, and calls `waits` each time that is found so.
///
/// # Errors
/// `Unstartable` when there is a plan and no whole version of it can be read: then
/// nothing is opened in its place.
pub async fn start_up(waits: impl Fn()) -> Result<StartUp, Unstartable> {
    let storage: Rc<dyn Storage> = Rc::new(IndexedDb::new());
    if let Some(embedded) = own_files::embedded() {
        let mut start = StartUp {
            storage,
            memory_only: None,
            opened: None,
            said: None,
            link: None,
            deals: RefCell::default(),
            asked_for_safety: Cell::default(),
        };
        open_embedded(&mut start, &embedded).await?;
        return Ok(start);
    }
    let found = loop {
        let of_this_tab = session_storage::get(PLAN_OF_THIS_TAB);
        let found = open_at_start(&*storage, of_this_tab, sentinel()).await;
        if found != Err(StorageError::Blocked) {
            break found;
        }
        waits();
    };
    let mut start = StartUp {
        storage,
        memory_only: None,
        opened: None,
        said: None,
        link: None,
        deals: RefCell::default(),
        asked_for_safety: Cell::default(),
    };
    match found {
        Ok(AtStart::Nothing) => {}
        Ok(AtStart::Evicted(_)) => {
            clear_sentinel();
            start.said = Some(saving::EVICTED.to_owned());
        }
        Ok(AtStart::Found { loaded, .. }) => {
            (start.opened, start.said) = open(loaded)?;
            if let Some(opened) = &mut start.opened {
                opened.remember_history(&*start.storage).await;
            }
        }
        Err(StorageError::Hung) => return Err(unstartable("hung", &StorageError::Hung)),
        // A newer program has been here: this one neither reads nor writes.
        Err(StorageError::Outdated) => return Err(unstartable("newer", &StorageError::Outdated)),
        Err(why) => start.memory_only = Some(why),
    }
    Ok(start)
}

/// The plan in what was loaded, and what has to be said about it.
pub(super) fn open(loaded: Loaded) -> Result<(Option<Opened>, Option<String>), Unstartable> {
    match loaded {
        Loaded::Nothing => Ok((None, None)),
        Loaded::Damaged => Err(unstartable("damaged", "no version is whole")),
        Loaded::Newer => Err(unstartable("newer", "the record names a newer version")),
        Loaded::Plan {
            record,
            log,
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
                    history: History::default(),
                    log,
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
        Kept::loaded(self.log.clone())
    }

    /// Brings back what could be undone in it, if that is known.
    pub(super) async fn remember_history(&mut self, storage: &dyn Storage) {
        let document = file::write(&self.plan);
        let kept = undo::kept(storage, self.log.plan(), document.as_bytes()).await;
        if let Some(history) = kept.and_then(|bytes| History::from_bytes(&bytes)) {
            self.history = history;
        }
    }
}
