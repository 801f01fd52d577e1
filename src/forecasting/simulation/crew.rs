//! The page's workers: carries out what the [`Schedule`] says, and tells it what happens.
//! Decides nothing itself.

use std::{
    cell::RefCell,
    rc::{Rc, Weak},
};

use plumbline_forecast::Outcome;

use super::{
    protocol::{Job, Order, Report, decode, encode},
    schedule::{LOOK_EVERY, Schedule, Step},
};
use crate::browser::{
    clock, tasks,
    worker::{Bytes, Program, Worker},
};

/// What a crew tells of its job.
pub(super) enum News {
    /// An answer.
    Answer {
        /// The answer.
        outcome: Box<Outcome>,
        /// Whether more trials are under way.
        settling: bool,
        /// How many workers computed it.
        workers: usize,
        /// How many workers have had to be replaced since the page was opened.
        replaced: u32,
    },
    /// The program stops at a fault of its own at this job: nothing will come.
    Failed,
    /// There are no workers: nothing will come.
    NoWorkers,
}

/// The workers of the page.
#[derive(Clone)]
pub(super) struct Crew(Rc<RefCell<Inner>>);

struct Inner {
    state: State,
    task: Option<Task>,
}

enum State {
    /// What workers are made of is not there yet.
    Starting,
    /// They are there.
    Working(Box<Working>),
    /// There are none, and will be none.
    GivenUp,
}

struct Working {
    program: Program,
    schedule: Schedule,
    workers: Vec<Worker>,
    replaced: u32,
    /// Runs while a report is awaited.
    watch: Option<tasks::Timer>,
}

/// What is to be computed, and for whom.
#[derive(Clone)]
struct Task {
    job: Job,
    plan: Rc<[u8]>,
    tell: Rc<dyn Fn(News)>,
}

impl Crew {
    /// Has so many workers started; with none, everything is declined.
    pub(super) fn new(workers: usize) -> Self {
        let crew = Self(Rc::new(RefCell::new(Inner {
            state: State::Starting,
            task: None,
        })));
        if workers == 0 {
            crew.0.borrow_mut().state = State::GivenUp;
            return crew;
        }
        let weak = Rc::downgrade(&crew.0);
        tasks::spawn(async move {
            let program = Program::of_page().await;
            if let Some(crew) = weak.upgrade().map(Self) {
                crew.started(program, workers);
            }
        });
        crew
    }

    /// Drops what is under way and takes on a job for a plan, given as in its file. `tell`
    /// is called with every answer; perhaps at once, when there are no workers.
    pub(super) fn begin(&self, job: Job, plan: Vec<u8>, tell: impl Fn(News) + 'static) {
        let task = Task {
            job,
            plan: plan.into(),
            tell: Rc::new(tell),
        };
        self.0.borrow_mut().task = Some(task.clone());
        if matches!(self.0.borrow().state, State::GivenUp) {
            (task.tell)(News::NoWorkers);
        } else {
            self.act(|schedule| schedule.begin(task.job, clock::elapsed()));
        }
    }

    /// Drops what is under way.
    pub(super) fn stop(&self) {
        let mut inner = self.0.borrow_mut();
        inner.task = None;
        if let State::Working(working) = &mut inner.state {
            working.schedule.stop();
        }
    }

    fn started(&self, program: Option<Program>, workers: usize) {
        let working = program.and_then(|program| Working::start(self, program, workers));
        let Some(working) = working else {
            return self.give_up();
        };
        self.0.borrow_mut().state = State::Working(Box::new(working));
        let waiting = self.0.borrow().task.clone();
        if let Some(task) = waiting {
            self.act(|schedule| schedule.begin(task.job, clock::elapsed()));
        }
    }

    fn heard(&self, from: usize, text: &str, bytes: Bytes) {
        let now = clock::elapsed();
        match decode::<Report>(text) {
            Some(report) => self.act(|schedule| schedule.reported(from, report, bytes, now)),
            None => self.act(|schedule| schedule.lost(from, now)),
        }
    }

    /// Lets the schedule decide and does what it says.
    fn act(&self, decide: impl FnOnce(&mut Schedule) -> Vec<Step<Bytes>>) {
        let mut tell = Vec::new();
        let mut has_given_up = false;
        {
            let mut inner = self.0.borrow_mut();
            let Inner { state, task } = &mut *inner;
            let State::Working(working) = state else {
                return;
            };
            for step in decide(&mut working.schedule) {
                match step {
                    Step::Send { to, order, beside } => {
                        working.send(to, &order, beside, task.as_ref());
                    }
                    Step::Replace(place) => has_given_up |= !working.replace(self, place),
                    Step::Show { outcome, settling } => tell.push(News::Answer {
                        outcome,
                        settling,
                        workers: working.schedule.workers(),
                        replaced: working.replaced,
                    }),
                    Step::Decline => tell.push(News::Failed),
                    Step::GiveUp => has_given_up = true,
                }
            }
            working.watch(self);
        }
        // Only now, when whoever is told may ask for something else.
        let task = self.0.borrow().task.clone();
        if let Some(task) = task {
            tell.into_iter().for_each(|news| (task.tell)(news));
        }
        if has_given_up {
            self.give_up();
        }
    }

    fn give_up(&self) {
        let before = std::mem::replace(&mut self.0.borrow_mut().state, State::GivenUp);
        drop(before);
        let task = self.0.borrow().task.clone();
        if let Some(task) = task {
            (task.tell)(News::NoWorkers);
        }
    }

    fn weak(&self) -> Weak<RefCell<Inner>> {
        Rc::downgrade(&self.0)
    }
}

impl Working {
    fn start(crew: &Crew, program: Program, workers: usize) -> Option<Self> {
        let workers: Option<Vec<Worker>> = (0..workers)
            .map(|place| hire(&program, crew, place))
            .collect();
        let workers = workers?;
        Some(Self {
            program,
            schedule: Schedule::new(workers.len()),
            workers,
            replaced: 0,
            watch: None,
        })
    }

    fn send(&self, to: usize, order: &Order, beside: Option<Bytes>, task: Option<&Task>) {
        let bytes = match (order, task) {
            (Order::Begin { .. }, Some(task)) => Bytes::copied(&task.plan),
            _ => beside.unwrap_or_else(Bytes::none),
        };
        if let Some(worker) = self.workers.get(to) {
            worker.post(&encode(order), &bytes);
        }
    }

    /// Puts a new worker in the place of a lost one; says whether there is one.
    fn replace(&mut self, crew: &Crew, place: usize) -> bool {
        let fresh = hire(&self.program, crew, place);
        match (fresh, self.workers.get_mut(place)) {
            (Some(fresh), Some(worker)) => {
                *worker = fresh;
                self.replaced += 1;
                true
            }
            _ => false,
        }
    }

    /// Has a look at the workers from time to time, for as long as they owe something.
    fn watch(&mut self, crew: &Crew) {
        if !self.schedule.is_waiting() {
            self.watch = None;
        } else if self.watch.is_none() {
            let weak = crew.weak();
            self.watch = Some(tasks::Timer::after(LOOK_EVERY, move || {
                if let Some(crew) = weak.upgrade().map(Crew) {
                    if let State::Working(working) = &mut crew.0.borrow_mut().state {
                        working.watch = None;
                    }
                    crew.act(|schedule| schedule.look(clock::elapsed()));
                }
            }));
        }
    }
}

fn hire(program: &Program, crew: &Crew, place: usize) -> Option<Worker> {
    let heard = {
        let weak = crew.weak();
        move |text: String, bytes| {
            if let Some(crew) = weak.upgrade().map(Crew) {
                crew.heard(place, &text, bytes);
            }
        }
    };
    let failed = {
        let weak = crew.weak();
        move |_| {
            if let Some(crew) = weak.upgrade().map(Crew) {
                crew.act(|schedule| schedule.lost(place, clock::elapsed()));
            }
        }
    };
    program.start(heard, failed).ok()
}
