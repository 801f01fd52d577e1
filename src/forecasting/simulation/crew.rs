//! The page's workers: carries out what the [`Schedule`] says, and tells it what happens.
//! Decides nothing itself.

use std::{
    cell::RefCell,
    collections::BTreeMap,
    rc::{Rc, Weak},
};

use plumbline_forecast::{Answer, Outcome};

use super::{
    protocol::{Job, Order, Report, decode, encode},
    schedule::{LOOK_EVERY, Schedule, Step},
};
use crate::browser::{
    bytes::Bytes,
    clock, tasks,
    worker::{Program, Worker},
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
    /// The answer to a question.
    Answered(Box<Answer>),
    /// The program stops at a fault of its own at this job: nothing will come.
    Failed,
    /// There are no workers: nothing will come.
    NoWorkers,
}

/// Whose turn a job is: the first one wanted runs, and whatever is behind it waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// The forecast of the open plan.
    Plan,
    /// The forecast of a change that somebody tries out.
    WhatIf,
    /// The forecast of a scenario, by its place among those compared.
    Scenario(usize),
    /// Questions about the open plan.
    Questions,
}

/// The workers of the page.
#[derive(Clone)]
pub(super) struct Crew(Rc<RefCell<Inner>>);

impl PartialEq for Crew {
    /// There is one crew; a copy of it is the same.
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    state: State,
    /// All that is wanted and not finished.
    wanted: BTreeMap<Turn, Task>,
    /// What the workers are at.
    current: Option<Turn>,
}

impl Inner {
    fn task(&self) -> Option<&Task> {
        self.wanted.get(&self.current?)
    }

    /// Notes how far the current task has come, or that it is over.
    fn keep(&mut self, task: Option<Task>, is_over: bool) {
        let (Some(turn), Some(task)) = (self.current, task) else {
            return;
        };
        if is_over {
            self.wanted.remove(&turn);
            self.current = None;
        } else {
            self.wanted.insert(turn, task);
        }
    }
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
    /// Questions of the job that have been answered.
    answered: Vec<usize>,
}

impl Task {
    /// What is left to do, for a start from the beginning.
    fn left(&mut self) -> Job {
        let answered = std::mem::take(&mut self.answered);
        if let Job::Inquiry { questions, .. } = &mut self.job {
            let mut place = 0..;
            questions.retain(|_| place.next().is_none_or(|place| !answered.contains(&place)));
        }
        self.job.clone()
    }
}

impl Crew {
    /// Has so many workers started; with none, everything is declined.
    pub(super) fn new(workers: usize) -> Self {
        let crew = Self(Rc::new(RefCell::new(Inner {
            state: State::Starting,
            wanted: BTreeMap::new(),
            current: None,
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

    /// Takes on a job for a plan, given as in its file, in place of the one before of the same
    /// turn; jobs behind it wait and are begun anew. `tell` is called with every answer;
    /// perhaps at once, when there are no workers.
    pub(super) fn begin(&self, turn: Turn, job: Job, plan: Vec<u8>, tell: impl Fn(News) + 'static) {
        let task = Task {
            job,
            plan: plan.into(),
            tell: Rc::new(tell),
            answered: Vec::new(),
        };
        if matches!(self.0.borrow().state, State::GivenUp) {
            return (task.tell)(News::NoWorkers);
        }
        let current = {
            let mut inner = self.0.borrow_mut();
            inner.wanted.insert(turn, task);
            inner.current
        };
        if current.is_none_or(|current| turn <= current) {
            self.start(turn);
        }
    }

    /// Drops the job of a turn.
    pub(super) fn stop(&self, turn: Turn) {
        {
            let mut inner = self.0.borrow_mut();
            inner.wanted.remove(&turn);
            if inner.current != Some(turn) {
                return;
            }
            inner.current = None;
            if let State::Working(working) = &mut inner.state {
                working.schedule.stop();
            }
        }
        self.start_next();
    }

    /// Begins the job of a turn, whatever is under way.
    fn start(&self, turn: Turn) {
        let job = {
            let mut inner = self.0.borrow_mut();
            if !matches!(inner.state, State::Working(_)) {
                return;
            }
            let job = inner.wanted.get_mut(&turn).map(Task::left);
            inner.current = job.is_some().then_some(turn);
            job
        };
        if let Some(job) = job {
            self.act(|schedule| schedule.begin(job, clock::elapsed()));
        }
    }

    /// Begins the first job wanted, when none is under way.
    fn start_next(&self) {
        let next = {
            let inner = self.0.borrow();
            let first = inner.wanted.first_key_value().map(|(turn, _)| *turn);
            first.filter(|_| inner.current.is_none())
        };
        if let Some(turn) = next {
            self.start(turn);
        }
    }

    fn started(&self, program: Option<Program>, workers: usize) {
        let working = program.and_then(|program| Working::start(self, program, workers));
        let Some(working) = working else {
            return self.give_up();
        };
        self.0.borrow_mut().state = State::Working(Box::new(working));
        self.start_next();
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
        let (mut is_over, mut has_given_up) = (false, false);
        let task = {
            let mut inner = self.0.borrow_mut();
            let mut task = inner.task().cloned();
            let State::Working(working) = &mut inner.state else {
                return;
            };
            for step in decide(&mut working.schedule) {
                match step {
                    Step::Send { to, order, beside } => {
                        working.send(to, &order, beside, task.as_ref());
                    }
                    Step::Replace(place) => has_given_up |= !working.replace(self, place),
                    Step::Show { outcome, settling } => {
                        is_over |= !settling;
                        tell.push(News::Answer {
                            outcome,
                            settling,
                            workers: working.schedule.workers(),
                            replaced: working.replaced,
                        });
                    }
                    Step::Tell {
                        question,
                        answer,
                        last,
                    } => {
                        is_over |= last;
                        task.iter_mut()
                            .for_each(|task| task.answered.push(question));
                        tell.push(News::Answered(answer));
                    }
                    Step::Decline => {
                        is_over = true;
                        tell.push(News::Failed);
                    }
                    Step::GiveUp => has_given_up = true,
                }
            }
            working.watch(self);
            inner.keep(task.clone(), is_over);
            task
        };
        // Only now, when whoever is told may ask for something else.
        if let Some(task) = task {
            tell.into_iter().for_each(|news| (task.tell)(news));
        }
        if has_given_up {
            self.give_up();
        } else if is_over {
            self.start_next();
        }
    }

    fn give_up(&self) {
        let (before, wanted) = {
            let mut inner = self.0.borrow_mut();
            inner.current = None;
            let before = std::mem::replace(&mut inner.state, State::GivenUp);
            (before, std::mem::take(&mut inner.wanted))
        };
        drop(before);
        for task in wanted.into_values() {
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
