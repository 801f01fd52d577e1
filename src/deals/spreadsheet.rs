//! Spreadsheets on their way to the worker: what the page and the program that reads them say
//! to each other, and the page's side of it. The program is a second one (`src/bin/`), in a
//! worker of its own that holds the file until another sheet cannot be asked for any more.
//!
//! Never looks into a file. What comes back is the text of a sheet, which the worker reads as
//! it reads any other table.

use std::{cell::RefCell, rc::Rc};

use plumbline_deals::import::SpreadsheetFault;
use serde::{Deserialize, Serialize};

use super::protocol::{decode, encode};
use crate::browser::{
    address,
    bytes::Bytes,
    own_files, tasks,
    worker::{Program, Worker},
};

/// What is asked of the program.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Asked {
    /// Open the file whose bytes are beside the message, and tell the sheet that looks most
    /// like deals.
    Open,
    /// Tell another of its sheets, by its place.
    Sheet(usize),
}

/// What the program answers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Answer {
    /// A sheet. Beside it: its text.
    Sheet {
        /// The names of all sheets there are to choose from.
        names: Vec<String>,
        /// The place of this one among them.
        chosen: usize,
        /// Formulas whose results the file does not hold.
        unanswered: u32,
    },
    /// The file is not read, or this sheet of it.
    Refused(SpreadsheetFault),
}

/// What is asked, from its text; nothing when it is no question.
#[must_use]
pub fn asked(text: &str) -> Option<Asked> {
    decode(text)
}

/// An answer as text.
#[must_use]
pub fn answer_text(answer: &Answer) -> String {
    encode(answer)
}

/// The setting in the page's address by which a page has no workers.
const WORKERS: &str = "workers";

/// Who opens spreadsheets.
#[derive(Clone)]
pub(super) struct Opener(Rc<RefCell<Inner>>);

struct Inner {
    tell: Rc<dyn Fn(Answer, Bytes)>,
    worker: Option<Worker>,
    /// Grows with every file, so that what is said of an earlier one is not heard.
    file: u32,
}

impl Opener {
    /// An opener that tells `tell` what it is answered, with the bytes of the text beside it.
    pub(super) fn new(tell: impl Fn(Answer, Bytes) + 'static) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            tell: Rc::new(tell),
            worker: None,
            file: 0,
        })))
    }

    /// Opens a file.
    pub(super) fn open(&self, bytes: Bytes) {
        self.close();
        let file = self.0.borrow().file;
        let opener = self.clone();
        tasks::spawn(async move {
            let started = opener.started(file).await;
            let mut inner = opener.0.borrow_mut();
            if inner.file != file {
                return;
            }
            match started {
                Ok(worker) => {
                    worker.post(&encode(&Asked::Open), &bytes);
                    inner.worker = Some(worker);
                }
                Err(fault) => {
                    let tell = Rc::clone(&inner.tell);
                    drop(inner);
                    tell(Answer::Refused(fault), Bytes::none());
                }
            }
        });
    }

    /// Asks for another sheet of the open file.
    pub(super) fn sheet(&self, place: usize) {
        if let Some(worker) = &self.0.borrow().worker {
            worker.post(&encode(&Asked::Sheet(place)), &Bytes::none());
        }
    }

    /// Ends whatever is under way and lets go of the file.
    pub(super) fn close(&self) {
        let mut inner = self.0.borrow_mut();
        inner.file += 1;
        inner.worker = None;
    }

    async fn started(&self, file: u32) -> Result<Worker, SpreadsheetFault> {
        let (glue, module) =
            own_files::spreadsheet_program().ok_or(SpreadsheetFault::NotInThisFile)?;
        if address::setting(WORKERS).is_some_and(|workers| workers == "0") {
            return Err(SpreadsheetFault::NoWorkers);
        }
        let program = Program::at(&glue, &module)
            .await
            .ok_or(SpreadsheetFault::NotLoaded)?;
        let heard = {
            let opener = Rc::downgrade(&self.0);
            move |answer: Answer, bytes| {
                if let Some(inner) = opener.upgrade() {
                    Self(inner).heard(file, answer, bytes);
                }
            }
        };
        let failed = {
            let heard = heard.clone();
            move |_| heard(Answer::Refused(SpreadsheetFault::Stopped), Bytes::none())
        };
        let read = move |text: String, bytes| {
            let stopped = Answer::Refused(SpreadsheetFault::Stopped);
            heard(decode(&text).unwrap_or(stopped), bytes);
        };
        program
            .start(read, failed)
            .map_err(|_| SpreadsheetFault::NoWorkers)
    }

    fn heard(&self, file: u32, answer: Answer, bytes: Bytes) {
        let inner = self.0.borrow();
        if inner.file != file {
            return;
        }
        let tell = Rc::clone(&inner.tell);
        drop(inner);
        tell(answer, bytes);
    }
}
