//! The page's side of the worker that reads deals: starts it with the first order, throws it
//! away when it is called off, and has its work done on the page where there are no
//! workers. Decides nothing about deals.

use std::{cell::RefCell, collections::VecDeque, rc::Rc};

use plumbline_deals::import::{Encoding, Utf8Pieces};
use plumbline_wording::locale::Locale;

use super::{
    protocol::{MARK, Order, Report, decode, decode_order, encode, encode_order},
    worker::{DealsWorker, Source},
};
use crate::browser::{
    address,
    bytes::Bytes,
    locale, tasks,
    text::Text,
    worker::{self, Program, Worker},
};

/// What is told: a report with the bytes beside it, or that the worker has failed.
pub(super) type News = Result<(Report, Bytes), String>;

/// The setting in the page's address by which a page has no workers.
const WORKERS: &str = "workers";

/// Where orders go.
#[derive(Clone)]
pub(super) struct Orders(Rc<RefCell<Inner>>);

struct Inner {
    hand: Hand,
    tell: Rc<dyn Fn(News)>,
    /// Grows with every start, so that what an older worker says is not heard.
    start: u32,
}

enum Hand {
    /// Nobody yet.
    Nobody,
    /// A worker is being started for these.
    Starting(Vec<(Order, Bytes)>),
    /// A worker.
    Worker(Worker),
    /// The page itself, with what is still to be done.
    Here(Rc<RefCell<Here>>),
}

/// The worker's work, done on the page.
struct Here {
    worker: DealsWorker,
    orders: VecDeque<(Order, Bytes)>,
    runs: bool,
}

/// Whether a message is an order to read deals.
#[must_use]
pub fn is_order(text: &str) -> bool {
    text.starts_with(MARK)
}

/// In a worker: what carries out the page's orders, one by one.
pub fn servant() -> impl FnMut(String, Bytes) {
    std::panic::set_hook(Box::new(|panic| {
        worker::report(&encode(&Report::Panicked(panic.to_string())), &[]);
    }));
    let mut worker = DealsWorker::new(locale_of);
    let mut tell = |report: Report, bytes: Vec<u8>| worker::report(&encode(&report), &bytes);
    move |text, bytes| {
        if let Some(order) = decode_order(&text) {
            worker.order(order, source(&bytes), &mut tell);
            while worker.step(&mut tell) {}
        }
    }
}

fn locale_of(tag: &str) -> Locale {
    locale::locale(Some(tag))
}

fn source(bytes: &Bytes) -> Option<Box<dyn Source>> {
    let file = || FileText {
        text: Text::of(bytes),
        utf8: None,
    };
    (!bytes.is_none()).then(|| Box::new(file()) as Box<dyn Source>)
}

/// The text of a file. UTF-8 is read without the browser's decoder: its text would have to be
/// copied out of the browser letter by letter, which takes longer than reading it.
struct FileText {
    text: Text,
    /// There while the file is read as UTF-8.
    utf8: Option<Utf8Pieces>,
}

impl Source for FileText {
    fn len(&self) -> u32 {
        self.text.len()
    }

    fn first(&self, most: u32) -> Vec<u8> {
        self.text.first(most)
    }

    fn begin(&mut self, encoding: Encoding) {
        self.utf8 = (encoding == Encoding::Utf8).then(Utf8Pieces::default);
        self.text.begin(encoding.label());
    }

    fn next(&mut self, length: u32) -> Option<String> {
        let Some(utf8) = &mut self.utf8 else {
            return self.text.next(length);
        };
        let (piece, is_last) = self.text.next_bytes(length)?;
        Some(utf8.text(piece, is_last))
    }

    fn share(&self) -> f64 {
        self.text.share()
    }
}

impl Orders {
    /// With nobody to carry them out yet.
    pub(super) fn new(tell: impl Fn(News) + 'static) -> Self {
        Self(Rc::new(RefCell::new(Inner {
            hand: Hand::Nobody,
            tell: Rc::new(tell),
            start: 0,
        })))
    }

    /// Gives an order.
    pub(super) fn order(&self, order: Order, bytes: Bytes) {
        let mut inner = self.0.borrow_mut();
        match &mut inner.hand {
            Hand::Worker(worker) => worker.post(&encode_order(&order), &bytes),
            Hand::Starting(waiting) => waiting.push((order, bytes)),
            Hand::Here(here) => {
                here.borrow_mut().orders.push_back((order, bytes));
                let (here, tell) = (Rc::clone(here), Rc::clone(&inner.tell));
                drop(inner);
                tasks::spawn(go_on(here, tell));
            }
            Hand::Nobody => {
                inner.hand = Hand::Starting(vec![(order, bytes)]);
                inner.start += 1;
                let start = inner.start;
                drop(inner);
                tasks::spawn(self.clone().start(start));
            }
        }
    }

    /// Calls off whatever is under way; what the worker knew is gone with it.
    pub(super) fn call_off(&self) {
        let mut inner = self.0.borrow_mut();
        inner.start += 1;
        inner.hand = Hand::Nobody;
    }

    async fn start(self, start: u32) {
        let wanted = address::setting(WORKERS).is_none_or(|workers| workers != "0");
        let program = if wanted {
            Program::of_page().await
        } else {
            None
        };
        let worker = program.and_then(|program| self.hire(&program, start));
        let mut inner = self.0.borrow_mut();
        if inner.start != start {
            return;
        }
        let Hand::Starting(waiting) = std::mem::replace(&mut inner.hand, Hand::Nobody) else {
            return;
        };
        inner.hand = match worker {
            Some(worker) => Hand::Worker(worker),
            None => Hand::Here(Rc::new(RefCell::new(Here {
                worker: DealsWorker::new(locale_of),
                orders: VecDeque::new(),
                runs: false,
            }))),
        };
        drop(inner);
        for (order, bytes) in waiting {
            self.order(order, bytes);
        }
    }

    fn hire(&self, program: &Program, start: u32) -> Option<Worker> {
        let heard = {
            let weak = Rc::downgrade(&self.0);
            move |news: News| {
                if let Some(inner) = weak.upgrade() {
                    Self(inner).heard(start, news);
                }
            }
        };
        let failed = {
            let heard = heard.clone();
            move |why| heard(Err(why))
        };
        let read = move |text: String, bytes| match decode::<Report>(&text) {
            Some(Report::Panicked(why)) => heard(Err(why)),
            Some(report) => heard(Ok((report, bytes))),
            None => heard(Err(text)),
        };
        program.start(read, failed).ok()
    }

    fn heard(&self, start: u32, news: News) {
        let mut inner = self.0.borrow_mut();
        if inner.start != start {
            return;
        }
        if news.is_err() {
            inner.hand = Hand::Nobody;
            inner.start += 1;
        }
        let tell = Rc::clone(&inner.tell);
        drop(inner);
        tell(news);
    }
}

/// Does the worker's work on the page until nothing is left, a step at a time.
async fn go_on(here: Rc<RefCell<Here>>, tell: Rc<dyn Fn(News)>) {
    if std::mem::replace(&mut here.borrow_mut().runs, true) {
        return;
    }
    loop {
        let (mut said, more) = {
            let mut here = here.borrow_mut();
            let mut said = Vec::new();
            let mut report = |report, bytes: Vec<u8>| said.push((report, bytes));
            let mut more = here.worker.step(&mut report);
            if !more && let Some((order, bytes)) = here.orders.pop_front() {
                here.worker.order(order, source(&bytes), &mut report);
                more = true;
            }
            here.runs = more;
            (said, more)
        };
        for (report, bytes) in said.drain(..) {
            tell(Ok((report, Bytes::copied(&bytes))));
        }
        if !more {
            return;
        }
        tasks::pause(0).await;
    }
}
