//! The simulation of the open plan: in workers, so that the page stays free, or on the page
//! itself where there are none. Shows a first answer early and refines it.
//!
//! ```text
//! page: use_simulation -> Crew -> Schedule      orders     worker: servant -> work
//!                          |                  --------->                       |
//!       Simulated <--------+                  <---------            Engine, Outcome
//!                                               reports
//! ```
//!
//! [`protocol`], [`schedule`] and [`work`] know no browser.

mod crew;
mod inquiry;
mod on_page;
mod protocol;
mod schedule;
mod work;

use std::{
    cell::Cell,
    future::Future,
    pin::Pin,
    rc::Rc,
    task::{Context, Waker},
};

use chrono::NaiveDate;
use plumbline_forecast::{DEFAULT_SEED, Outcome, verdict};
use plumbline_plan::file;
use yew::prelude::*;

use super::{Readiness, Simulated, TRIALS, estimate::Estimate};
use crate::{
    browser::{address, bytes::Bytes, clock, tasks, worker},
    workbook::SharedPlan,
};
pub use crew::Turn;
use crew::{Crew, News};
pub use inquiry::{Answers, use_answers};
use protocol::{Job, decode, encode};
use work::{Inbox, work};

/// How long typing has to pause before the simulation begins, in milliseconds.
const PAUSE: u32 = 30;

/// More workers than this bring less than they cost.
const MOST_WORKERS: usize = 4;

/// More workers than this are not given even to who asks for them.
const MOST_ASKED_FOR: usize = 16;

/// The setting in the page's address that names the number of workers.
const WORKERS: &str = "workers";

/// How far a simulation has come.
#[derive(Debug, Clone, Default)]
pub(super) struct Progress {
    /// Its newest answer.
    pub(super) simulated: Option<Rc<Simulated>>,
    /// Whether the program stopped at a fault of its own.
    pub(super) failed: bool,
}

/// How far a simulation has come, and the very readiness it belongs to.
type Newest = Option<(Rc<Readiness>, Progress)>;

/// The page's workers, for whoever has something to compute.
#[derive(Clone, PartialEq)]
pub(super) struct Workers(Crew);

/// Starts the page's workers.
#[hook]
pub(super) fn use_new_workers() -> Workers {
    let workers = use_memo((), |()| Workers(Crew::new(workers_wanted())));
    (*workers).clone()
}

/// How far the simulation of exactly this plan has come.
#[hook]
pub(super) fn use_simulation(
    workers: Workers,
    turn: Turn,
    plan: &SharedPlan,
    today: NaiveDate,
    readiness: &Rc<Readiness>,
) -> Progress {
    let newest = use_state(|| Newest::None);
    use_effect_with(Rc::clone(readiness), {
        let (plan, newest) = (plan.clone(), newest.setter());
        move |readiness| {
            let Workers(crew) = workers;
            let stopped = Rc::new(Cell::new(false));
            let simulation = Simulation {
                turn,
                readiness: Rc::clone(readiness),
                stopped: Rc::clone(&stopped),
                newest,
            };
            let stop = crew.clone();
            tasks::spawn(simulation.run(plan, today, crew));
            move || {
                stopped.set(true);
                stop.stop(turn);
            }
        }
    });
    match &*newest {
        Some((of, progress)) if Rc::ptr_eq(of, readiness) => progress.clone(),
        _ => Progress::default(),
    }
}

/// In a worker: what carries out the page's orders, one by one.
pub fn servant() -> impl FnMut(String, Bytes) {
    std::panic::set_hook(Box::new(|panic| {
        let why = panic.to_string();
        worker::report(&encode(&protocol::Report::Panicked { why }), &[]);
    }));
    let inbox = Inbox::default();
    let report = |report: &protocol::Report, bytes: Vec<u8>| {
        worker::report(&encode(report), &bytes);
    };
    let mut work: Pin<Box<dyn Future<Output = ()>>> =
        Box::pin(work(inbox.clone(), report, clock::elapsed));
    move |text, bytes| {
        if let Some(order) = decode(&text) {
            inbox.put((order, bytes.to_vec()));
        }
        // It waits for orders alone and never ends.
        let _ = work.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    }
}

fn workers_wanted() -> usize {
    let asked_for = address::setting(WORKERS).and_then(|text| text.parse().ok());
    asked_for.map_or_else(
        || worker::room().min(MOST_WORKERS),
        |workers: usize| workers.min(MOST_ASKED_FOR),
    )
}

/// The simulation of one plan, until the next takes its place.
#[derive(Clone)]
struct Simulation {
    turn: Turn,
    readiness: Rc<Readiness>,
    stopped: Rc<Cell<bool>>,
    newest: UseStateSetter<Newest>,
}

impl Simulation {
    async fn run(self, plan: SharedPlan, today: NaiveDate, crew: Crew) {
        if self.estimate().is_none() {
            return;
        }
        tasks::pause(PAUSE).await;
        if self.stopped.get() {
            return;
        }
        let job = Job::Forecast {
            today,
            seed: DEFAULT_SEED,
        };
        let plan = file::write(&plan).into_bytes();
        crew.begin(self.turn, job, plan, move |news| match news {
            News::Answer {
                outcome,
                settling,
                workers,
                replaced,
            } => self.show(*outcome, settling, Computed { workers, replaced }),
            News::Failed => self.come_to(Progress {
                simulated: None,
                failed: true,
            }),
            News::NoWorkers => tasks::spawn(self.clone().run_on_page()),
            News::Answered(_) => {}
        });
    }

    async fn run_on_page(self) {
        let Some(estimate) = self.estimate() else {
            return;
        };
        let here = Computed::default();
        on_page::run(&estimate.model, Rc::clone(&self.stopped), |outcome| {
            let settling = outcome.trials < TRIALS;
            self.show(outcome, settling, here);
        })
        .await;
    }

    fn show(&self, outcome: Outcome, settling: bool, computed: Computed) {
        let Some(estimate) = self.estimate() else {
            return;
        };
        let verdict = verdict(&estimate.model, &outcome);
        let simulated = Simulated {
            fingerprint: outcome.hash(),
            outcome,
            verdict,
            settling,
            computed,
        };
        self.come_to(Progress {
            simulated: Some(Rc::new(simulated)),
            failed: false,
        });
    }

    fn come_to(&self, progress: Progress) {
        if !self.stopped.get() {
            self.newest
                .set(Some((Rc::clone(&self.readiness), progress)));
        }
    }

    fn estimate(&self) -> Option<&Estimate> {
        self.readiness.estimate()
    }
}

/// Where an answer was computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Computed {
    /// By how many workers; none when the page itself did it.
    pub workers: usize,
    /// How many workers have had to be replaced since the page was opened.
    pub replaced: u32,
}
