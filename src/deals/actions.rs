//! What can be done about deals: read a file, take its deals, keep them, write tables. Knows
//! where deals are kept and hands everything else to the worker.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use chrono::NaiveDate;
use plumbline_deals::import::{self, FileKind, SpreadsheetFault};
use plumbline_review::History as Record;
use plumbline_wording::texts::{deals_import as words, deals_page as text};
use yew::prelude::*;

use super::{
    keeping,
    orders::{News, Orders},
    protocol::{Book, Order, Reader, Report, Table},
    spreadsheet::{Answer, Opener},
    state::{Event, Kept, State},
};
use crate::{
    browser::{
        files::{self, FileError, RawFile},
        local_storage,
        storage::{Storage, StorageError},
        tasks,
        text::Text,
        viewport,
        worker::Bytes,
    },
    components::chart_width,
};

/// Where mappings are remembered, the latest first.
const MAPPINGS: &str = "plumbline.deal-mappings";

/// How many are remembered.
const MAPPINGS_KEPT: usize = 12;

/// Files that hold deals, by their names' ends.
const ENDINGS: [&str; 5] = [".csv", ".tsv", ".txt", ".xlsx", ".xlsm"];

/// What has to be known of the page at any moment.
#[derive(Debug, Clone)]
pub(super) struct Now {
    /// The plan's id in storage.
    pub plan: Option<String>,
    /// Whether another tab has the plan.
    pub read_only: bool,
    /// The language tag of numbers and dates.
    pub language: String,
    /// The plan's currency.
    pub currency: String,
    /// Today.
    pub today: NaiveDate,
    /// Whether deals are shown.
    pub is_found: bool,
}

/// The way to do something about deals. The same for the page's life.
#[derive(Clone)]
pub(crate) struct DealsActions(Rc<Inner>);

struct Inner {
    dispatch: UseReducerDispatcher<State>,
    storage: Rc<dyn Storage>,
    orders: Orders,
    opener: Opener,
    /// The name of the spreadsheet that is open.
    opened: RefCell<String>,
    now: RefCell<Option<Now>>,
    opening: Cell<Option<u64>>,
    /// The table of the deals shown: what the worker is told when it has to begin anew.
    table: RefCell<Bytes>,
    /// Whether what is found next is to be kept.
    keep_next: Cell<bool>,
    /// Whether a file is being read.
    reads: Cell<bool>,
    /// The width charts are drawn for.
    width: Cell<u32>,
}

impl PartialEq for DealsActions {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl DealsActions {
    /// Actions that tell `dispatch` what happens.
    pub(super) fn new(dispatch: UseReducerDispatcher<State>, storage: Rc<dyn Storage>) -> Self {
        Self(Rc::new_cyclic(|this: &std::rc::Weak<Inner>| {
            let (this, opened_by) = (this.clone(), this.clone());
            Inner {
                dispatch,
                storage,
                orders: Orders::new(move |news| {
                    if let Some(inner) = this.upgrade() {
                        Self(inner).heard(news);
                    }
                }),
                opener: Opener::new(move |answer, text| {
                    if let Some(inner) = opened_by.upgrade() {
                        Self(inner).answered(answer, text);
                    }
                }),
                opened: RefCell::default(),
                now: RefCell::default(),
                opening: Cell::default(),
                table: RefCell::new(Bytes::none()),
                keep_next: Cell::default(),
                reads: Cell::default(),
                width: Cell::new(chart_width(viewport::width())),
            }
        }))
    }

    /// Whether a file of this name is one of deals.
    pub(crate) fn takes(name: &str) -> bool {
        let name = name.to_lowercase();
        ENDINGS.iter().any(|ending| name.ends_with(ending))
    }

    /// The ends of names a picker should offer.
    pub(super) fn endings() -> String {
        ENDINGS.join(",")
    }

    /// Reads a file that was picked or dropped.
    pub(crate) fn read(&self, file: RawFile) {
        let actions = self.clone();
        actions.say(Event::Began);
        tasks::spawn(async move {
            match file.read().await {
                Ok((name, bytes)) if is_archive(&bytes) => {
                    *actions.0.opened.borrow_mut() = name;
                    actions.0.opener.open(bytes);
                }
                Ok((name, bytes)) => {
                    actions.0.opener.close();
                    actions.read_bytes(name, bytes, None);
                }
                Err(error) => actions.say(Event::Ended {
                    refused: Some(fault(&error)),
                }),
            }
        });
    }

    /// Reads a table that was pasted.
    pub(super) fn read_pasted(&self, pasted: &str) {
        if pasted.trim().is_empty() {
            return self.say(Event::Ended {
                refused: Some(text::NOTHING_PASTED.to_owned()),
            });
        }
        self.say(Event::Began);
        self.0.opener.close();
        let bytes = Bytes::copied(pasted.as_bytes());
        self.read_bytes(text::PASTED.to_owned(), bytes, None);
    }

    /// Reads another sheet of the spreadsheet that is open, by its place.
    pub(super) fn choose_sheet(&self, place: usize) {
        self.say(Event::Began);
        self.0.opener.sheet(place);
    }

    /// Takes the deals of the file that is read, and has its mapping remembered.
    pub(super) fn take(&self, mapping: &serde_json::Value) {
        remember(mapping);
        self.0.keep_next.set(true);
        self.say(Event::Began);
        self.order(Order::Take);
    }

    /// Puts numbers in place of names, here and where the deals are kept.
    pub(super) fn leave_names_out(&self) {
        self.0.keep_next.set(true);
        self.say(Event::Began);
        self.order(Order::LeaveNamesOut);
    }

    /// Gives an order that needs no bytes.
    pub(super) fn order(&self, order: Order) {
        self.0.orders.order(order, Bytes::none());
    }

    /// Has charts drawn for this width from now on, and those shown drawn anew.
    pub(super) fn draw_for(&self, width: u32) {
        let differs = self.0.width.replace(width) != width;
        if differs && self.now(|now| now.is_found) == Some(true) {
            self.order(Order::Width(width));
        }
    }

    /// Has it said what the deals would change in a plan, given as in its file.
    pub(super) fn calibrate(&self, plan: &str, motion: Option<String>) {
        let plan = Bytes::copied(plan.as_bytes());
        self.0.orders.order(Order::Calibrate { motion }, plan);
    }

    /// Calls off what is under way. What was found before stays.
    pub(super) fn call_off(&self) {
        self.0.opener.close();
        self.0.orders.call_off();
        self.say(Event::Ended { refused: None });
        self.say(Event::LeaveSheet);
        self.begin_anew();
    }

    /// Leaves the file whose reading is being settled.
    pub(super) fn leave_sheet(&self) {
        self.0.opener.close();
        self.say(Event::LeaveSheet);
    }

    /// Shows the deals kept with the plan.
    pub(super) fn recall(&self) {
        let (actions, Some(plan)) = (self.clone(), self.plan()) else {
            return;
        };
        actions.say(Event::Began);
        tasks::spawn(async move {
            let held = keeping::table(&*actions.0.storage, &plan).await;
            if actions.plan().as_ref() != Some(&plan) {
                return;
            }
            match held {
                Ok(Some(table)) => {
                    *actions.0.table.borrow_mut() = Bytes::copied(&table);
                    actions.order_recall(Bytes::copied(&table));
                }
                Ok(None) => {
                    actions.say(Event::Ended { refused: None });
                    actions.say(Event::KeptNow(Kept::None, None));
                }
                Err(error) => actions.say(Event::Ended {
                    refused: Some(text::not_kept(storage_words(&error))),
                }),
            }
        });
    }

    /// Removes the deals kept with the plan, and what is shown of them.
    pub(super) fn remove(&self) {
        self.0.opener.close();
        self.0.orders.call_off();
        *self.0.table.borrow_mut() = Bytes::none();
        let actions = self.clone();
        tasks::spawn(async move {
            if let Some(plan) = actions.plan()
                && let Err(error) = keeping::remove(&*actions.0.storage, &plan).await
            {
                return actions.say(Event::Ended {
                    refused: Some(text::not_kept(storage_words(&error))),
                });
            }
            actions.say(Event::Removed);
        });
    }

    /// Takes note of the page as it is now.
    pub(super) fn know(&self, now: Now) {
        *self.0.now.borrow_mut() = Some(now);
    }

    /// A plan was opened, or its place in storage became known.
    pub(super) fn opened(&self, opening: u64) {
        let before = self.0.opening.replace(Some(opening));
        if before.is_some_and(|before| before != opening) {
            self.0.opener.close();
            self.0.orders.call_off();
            *self.0.table.borrow_mut() = Bytes::none();
            self.say(Event::OtherPlan);
        }
        let (actions, Some(plan)) = (self.clone(), self.plan()) else {
            return;
        };
        tasks::spawn(async move {
            let record = keeping::record(&*actions.0.storage, &plan).await;
            // Deals taken meanwhile are newer than what was kept.
            let is_found = actions.now(|now| now.is_found).unwrap_or(false);
            if actions.plan().as_ref() != Some(&plan) || is_found {
                return;
            }
            actions.say(match record {
                Ok(Some(record)) => Event::KeptNow(Kept::Here, Some(Rc::new(record))),
                Ok(None) => Event::KeptNow(Kept::None, None),
                Err(error) => Event::KeptNow(Kept::Not(storage_words(&error).to_owned()), None),
            });
        });
    }

    /// The spreadsheet program has answered.
    fn answered(&self, answer: Answer, text: Bytes) {
        let fault = match answer {
            Answer::Sheet {
                names,
                chosen,
                unanswered,
            } if !text.is_none() => {
                let book = Book {
                    sheets: names,
                    chosen,
                    unanswered,
                };
                let name = self.0.opened.borrow().clone();
                return self.read_bytes(name, text, Some(book));
            }
            Answer::Sheet { .. } => SpreadsheetFault::NoSheet,
            Answer::Refused(fault) => fault,
        };
        self.0.opener.close();
        self.say(Event::LeaveSheet);
        self.say(Event::Ended {
            refused: Some(words::spreadsheet(&fault)),
        });
    }

    fn read_bytes(&self, name: String, bytes: Bytes, book: Option<Book>) {
        let Some(reader) = self.reader() else { return };
        self.0.reads.set(true);
        let order = Order::Read {
            name,
            remembered: remembered(),
            reader,
            book,
        };
        self.0.orders.order(order, bytes);
    }

    fn order_recall(&self, table: Bytes) {
        if let Some(reader) = self.reader() {
            self.0.orders.order(Order::Recall { reader }, table);
        }
    }

    /// Tells a new worker of the deals that are shown.
    fn begin_anew(&self) {
        let table = self.0.table.borrow().to_vec();
        if !table.is_empty() {
            self.order_recall(Bytes::copied(&table));
        }
    }

    fn heard(&self, news: News) {
        let (report, bytes) = match news {
            Ok(heard) => heard,
            Err(_) => {
                self.say(Event::Ended {
                    refused: Some(text::STOPPED.to_owned()),
                });
                // Where the deals shown are at fault, telling them again would not help.
                if self.0.reads.replace(false) {
                    self.begin_anew();
                }
                return;
            }
        };
        match &report {
            Report::Table(table) => return save(*table, &bytes),
            Report::Found(found) => {
                self.0.reads.set(false);
                if !bytes.is_none() {
                    self.0.opener.close();
                    *self.0.table.borrow_mut() = bytes.clone();
                }
                if self.0.keep_next.replace(false) {
                    self.keep(bytes.to_vec(), found.record.clone());
                }
            }
            Report::Refused(_) => self.0.keep_next.set(false),
            _ => {}
        }
        self.say(Event::Heard(report));
    }

    fn keep(&self, table: Vec<u8>, record: Record) {
        let not =
            |why: &str| Event::KeptNow(Kept::Not(why.to_owned()), Some(Rc::new(record.clone())));
        let Some(plan) = self.plan() else {
            return self.say(not(text::NO_STORAGE));
        };
        if self.now(|now| now.read_only).unwrap_or(true) {
            return self.say(not(text::OTHER_TAB));
        }
        let actions = self.clone();
        tasks::spawn(async move {
            let kept = keeping::keep(&*actions.0.storage, &plan, &table, &record).await;
            let kept = kept.map_or_else(
                |error| Kept::Not(storage_words(&error).to_owned()),
                |()| Kept::Here,
            );
            actions.say(Event::KeptNow(kept, Some(Rc::new(record))));
        });
    }

    fn say(&self, event: Event) {
        self.0.dispatch.dispatch(event);
    }

    fn now<T>(&self, ask: impl FnOnce(&Now) -> T) -> Option<T> {
        self.0.now.borrow().as_ref().map(ask)
    }

    fn plan(&self) -> Option<String> {
        self.now(|now| now.plan.clone()).flatten()
    }

    fn reader(&self) -> Option<Reader> {
        self.now(|now| Reader {
            language: now.language.clone(),
            currency: now.currency.clone(),
            today: now.today,
            width: self.0.width.get(),
        })
    }
}

fn save(table: Table, bytes: &Bytes) {
    let name = match table {
        Table::Rows => text::ROWS_FILE,
        Table::OpenDeals => text::OPEN_FILE,
        Table::AllDeals => text::ALL_FILE,
    };
    if let Ok(table) = String::from_utf8(bytes.to_vec()) {
        // A browser that refuses downloads says so itself.
        let _ = files::download(name, "text/csv", &table);
    }
}

/// Mappings decided earlier, the latest first.
fn remembered() -> Vec<serde_json::Value> {
    let kept = local_storage::get(MAPPINGS).unwrap_or_default();
    serde_json::from_str(&kept).unwrap_or_default()
}

fn remember(mapping: &serde_json::Value) {
    let mut mappings = remembered();
    mappings.retain(|other| other.get("shape") != mapping.get("shape"));
    mappings.insert(0, mapping.clone());
    mappings.truncate(MAPPINGS_KEPT);
    if let Ok(kept) = serde_json::to_string(&mappings) {
        local_storage::set(MAPPINGS, &kept);
    }
}

/// Whether a file is one of parts packed together, as spreadsheets are.
fn is_archive(bytes: &Bytes) -> bool {
    import::file_kind(&Text::of(bytes).first(8), false) == FileKind::Archive
}

fn fault(error: &FileError) -> String {
    match error {
        FileError::TooLarge { .. } => words::TOO_LARGE.to_owned(),
        other => text::unreadable(&other.to_string()),
    }
}

fn storage_words(error: &StorageError) -> &'static str {
    match error {
        StorageError::Full => text::STORAGE_FULL,
        _ => text::NO_STORAGE,
    }
}
