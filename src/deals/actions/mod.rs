//! What can be done about deals: read a file, take its deals, keep them (`kept`), write tables.
//! Knows where deals are kept and hands everything else to the worker.

mod kept;
mod next_found;

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use chrono::NaiveDate;
use plumbline_deals::import::{self, FileKind, SpreadsheetFault};
use plumbline_wording::texts::{deals_import as words, deals_page as text};
use yew::prelude::*;

use self::next_found::{Next, NextFound};
use super::{
    in_file::InFile,
    mappings,
    orders::{News, Orders},
    protocol::{Book, Order, Reader, Report, Table},
    spreadsheet::{Answer, Opener},
    state::{Event, State},
};
use crate::{
    browser::{
        bytes::Bytes,
        files::{self, FileError, RawFile},
        storage::Storage,
        tasks,
        text::Text,
        viewport,
    },
    components::chart_width,
};

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

/// Who is told of what happens to deals outside their page.
pub(super) struct Told {
    /// What the user has to know wherever they are.
    pub notice: Callback<String>,
    /// That the plan's file lacks something of the deals it is to hold.
    pub changed: Callback<()>,
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
    told: Told,
    /// The deals shown, as they are kept: what the worker is told when it has to begin anew.
    kept: RefCell<Bytes>,
    /// What becomes of the deals found next.
    next_found: NextFound,
    /// Whether they go into the plan's file; nothing while that is not known.
    in_file: Cell<Option<InFile>>,
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
    pub(super) fn new(
        dispatch: UseReducerDispatcher<State>,
        storage: Rc<dyn Storage>,
        told: Told,
    ) -> Self {
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
                told,
                kept: RefCell::new(Bytes::none()),
                next_found: NextFound::default(),
                in_file: Cell::default(),
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
        mappings::remember(mapping);
        self.0.next_found.keep();
        self.say(Event::Began);
        self.order(Order::Take);
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

    /// Takes note of the page as it is now.
    pub(super) fn know(&self, now: Now) {
        *self.0.now.borrow_mut() = Some(now);
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
        self.0.next_found.read();
        let order = Order::Read {
            name,
            remembered: mappings::remembered(),
            reader,
            book,
        };
        self.0.orders.order(order, bytes);
    }

    fn heard(&self, news: News) {
        let (report, bytes) = match news {
            Ok(heard) => heard,
            Err(_) => {
                let read = self.0.next_found.stopped();
                self.say(Event::Ended {
                    refused: Some(text::STOPPED.to_owned()),
                });
                if read {
                    self.begin_anew();
                }
                return;
            }
        };
        match &report {
            Report::Table(table) => return save(*table, &bytes),
            Report::Found(found) => {
                if !bytes.is_none() {
                    self.0.opener.close();
                    *self.0.kept.borrow_mut() = bytes;
                }
                match self.0.next_found.found() {
                    Next::Shown => {}
                    next => self.keep(found, next),
                }
            }
            Report::Refused(why) => self.refused(why),
            _ => {}
        }
        self.say(Event::Heard(report));
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
        Table::AllFigures => text::FIGURES_FILE,
    };
    if let Ok(table) = String::from_utf8(bytes.to_vec()) {
        // A browser that refuses downloads says so itself.
        let _ = files::download(name, "text/csv", &table);
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
