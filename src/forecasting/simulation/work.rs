//! What a worker does with its orders. Knows no browser: orders come from an [`Inbox`],
//! reports go to whom it is told.
//!
//! Written as a future that waits for orders, because the engine borrows its model for as
//! long as a run lasts. Waiting is the only thing it waits for: whoever polls it after each
//! order needs no executor.

use std::{cell::RefCell, collections::VecDeque, future::poll_fn, ops::Range, rc::Rc, task::Poll};

use chrono::NaiveDate;
use plumbline_forecast::{Engine, Inquiry, Model, Outcome, Question, Trials};
use plumbline_plan::file;

use super::protocol::{Job, Order, Report, Run};

/// An order with the bytes beside it.
pub(super) type Given = (Order, Vec<u8>);

/// The orders not yet begun, oldest first.
#[derive(Debug, Clone, Default)]
pub(super) struct Inbox(Rc<RefCell<VecDeque<Given>>>);

impl Inbox {
    /// Puts an order behind the others.
    pub(super) fn put(&self, given: Given) {
        self.0.borrow_mut().push_back(given);
    }

    async fn next(&self) -> Given {
        poll_fn(|_| match self.0.borrow_mut().pop_front() {
            Some(given) => Poll::Ready(given),
            None => Poll::Pending,
        })
        .await
    }
}

/// Carries out orders for ever. `report` sends a report with bytes beside it; `clock` tells
/// milliseconds since any moment.
pub(super) async fn work(inbox: Inbox, report: impl Fn(&Report, Vec<u8>), clock: impl Fn() -> f64) {
    let mut given = inbox.next().await;
    loop {
        given = match given {
            (Order::Begin { run, job }, bytes) => {
                let desk = Desk {
                    run,
                    inbox: &inbox,
                    report: &report,
                    clock: &clock,
                };
                match job {
                    Job::Forecast { today, seed } => desk.forecast(today, seed, bytes).await,
                    Job::Inquiry {
                        today,
                        seed,
                        questions,
                    } => desk.inquiry(today, seed, &questions, bytes).await,
                }
            }
            // Nothing has begun that it could belong to.
            _ => inbox.next().await,
        };
    }
}

/// One run.
struct Desk<'a, R, C> {
    run: Run,
    inbox: &'a Inbox,
    report: &'a R,
    clock: &'a C,
}

impl<R: Fn(&Report, Vec<u8>), C: Fn() -> f64> Desk<'_, R, C> {
    /// Works on a forecast until another run begins; returns the order that begins it.
    async fn forecast(&self, today: NaiveDate, seed: u64, plan: Vec<u8>) -> Given {
        let model = match model(plan, today) {
            Ok(model) => model,
            Err(why) => return self.give_up(why).await,
        };
        let engine = Engine::new(&model);
        let mut kept = Collected::new(engine.run(seed, 0..0));
        loop {
            let (order, bytes) = self.inbox.next().await;
            match order {
                Order::Begin { .. } => return (order, bytes),
                Order::Trials { run, trials, keep } if run == self.run => {
                    let began = (self.clock)();
                    let block = engine.run(seed, trials.clone());
                    let bytes = if keep { Vec::new() } else { block.to_bytes() };
                    if keep {
                        kept.put(&trials, block);
                    }
                    let milliseconds = (self.clock)() - began;
                    let ran = Report::Ran {
                        run,
                        trials,
                        milliseconds,
                    };
                    (self.report)(&ran, bytes);
                }
                Order::Keep { run, trials } if run == self.run => {
                    match Trials::from_bytes(&bytes) {
                        Some(block) => kept.put(&trials, block),
                        None => return self.give_up("trials that cannot be read".into()).await,
                    }
                }
                Order::Summarise { run, trials } if run == self.run => {
                    let Some(all) = kept.first(trials) else {
                        return self.give_up(format!("not all of {trials} trials")).await;
                    };
                    let outcome = Box::new(Outcome::new(&model, all));
                    (self.report)(&Report::Summary { run, outcome }, Vec::new());
                }
                // Of a run that is over.
                _ => {}
            }
        }
    }

    /// Answers questions about a plan until another run begins; returns the order that
    /// begins it.
    async fn inquiry(
        &self,
        today: NaiveDate,
        seed: u64,
        questions: &[Question],
        plan: Vec<u8>,
    ) -> Given {
        let model = match model(plan, today) {
            Ok(model) => model,
            Err(why) => return self.give_up(why).await,
        };
        let mut at_work: Option<(usize, Inquiry<'_>)> = None;
        loop {
            let (order, bytes) = self.inbox.next().await;
            match order {
                Order::Begin { .. } => return (order, bytes),
                Order::Step { run, question } if run == self.run => {
                    let Some(asked) = questions.get(question) else {
                        return self.give_up(format!("no question {question}")).await;
                    };
                    let mut inquiry = match at_work.take() {
                        Some((place, inquiry)) if place == question => inquiry,
                        _ => Inquiry::new(&model, asked.clone(), seed),
                    };
                    let report = match inquiry.step() {
                        Some(answer) => Report::Answered {
                            run,
                            question,
                            answer: Box::new(answer),
                        },
                        None => {
                            at_work = Some((question, inquiry));
                            Report::Stepped { run, question }
                        }
                    };
                    (self.report)(&report, Vec::new());
                }
                // Of a run that is over.
                _ => {}
            }
        }
    }

    /// Reports a failure and waits for another run.
    async fn give_up(&self, why: String) -> Given {
        let run = self.run;
        (self.report)(&Report::Failed { run, why }, Vec::new());
        self.inbox.next().await
    }
}

fn model(plan: Vec<u8>, today: NaiveDate) -> Result<Model, String> {
    let text = String::from_utf8(plan).map_err(|error| error.to_string())?;
    let plan = file::read(&text).map_err(|error| error.to_string())?;
    Model::from_plan(&plan, today).map_err(|problems| format!("{problems:?}"))
}

/// Trials of several workers. Blocks come in any order, and some are ahead of the next
/// summary.
struct Collected {
    all: Trials,
    ahead: Vec<(Range<u32>, Trials)>,
}

impl Collected {
    /// Begins with a block without trials.
    fn new(none: Trials) -> Self {
        Self {
            all: none,
            ahead: Vec::new(),
        }
    }

    fn put(&mut self, trials: &Range<u32>, block: Trials) {
        self.ahead.push((trials.clone(), block));
    }

    /// The first so many trials and no others; nothing when some of them are not there.
    fn first(&mut self, many: u32) -> Option<&Trials> {
        let (ready, ahead) = std::mem::take(&mut self.ahead)
            .into_iter()
            .partition(|(trials, _)| trials.end <= many);
        self.ahead = ahead;
        let ready: Vec<(Range<u32>, Trials)> = ready;
        for (_, block) in &ready {
            self.all.merge(block);
        }
        (self.all.count() == many as usize).then_some(&self.all)
    }
}

#[cfg(test)]
mod tests;
