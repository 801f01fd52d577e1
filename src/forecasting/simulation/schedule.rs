//! Who does what: shares the trials of a forecast out among the workers and asks for a
//! summary whenever enough are there; gives every worker one question of an inquiry at a
//! time; and makes good what a lost worker had in hand.
//!
//! Decides and does nothing: it is told what happened and when, and says what is to be done
//! as [`Step`]s. `B` is what travels beside a message.

mod asked;
mod shared;

use std::ops::Range;

use plumbline_forecast::{Answer, Outcome};

use super::protocol::{Job, Order, Report, Run};
use asked::Asked;
pub(super) use shared::SUMMED_UP_AFTER;
use shared::Shared;

/// So many workers lost with no run finished between, and there will be no more of them.
const LOSSES: u32 = 3;

/// So many workers stopped at a fault of the program, and the job is declined: the page,
/// which runs the same program, would stop at it too.
const PANICS: u32 = 2;

/// A worker that owes a report and sends none for so long counts as lost, in milliseconds.
const SILENCE: f64 = 5_000.0;

/// How often somebody should [`Schedule::look`], in milliseconds.
pub(super) const LOOK_EVERY: u32 = 1_000;

/// Longer between two looks than this, and it was the page that slept, in milliseconds.
const ASLEEP: f64 = 3_000.0;

/// Blocks that a worker has in hand, so that it need not wait for the page.
const IN_HAND: usize = 2;

/// The worker that keeps all trials and sums them up.
const COLLECTOR: usize = 0;

/// What is to be done next.
#[derive(Debug, PartialEq)]
pub(super) enum Step<B> {
    /// Send an order to a worker. [`Order::Begin`] needs the plan beside it.
    Send {
        /// The worker's place.
        to: usize,
        /// What it is to do.
        order: Order,
        /// What goes beside it, when the schedule knows it.
        beside: Option<B>,
    },
    /// End what is left of a worker and put a new one in its place.
    Replace(usize),
    /// Show an answer.
    Show {
        /// The answer.
        outcome: Box<Outcome>,
        /// Whether more trials are under way.
        settling: bool,
    },
    /// Tell the answer to a question.
    Tell {
        /// Which question of the job.
        question: usize,
        /// The answer.
        answer: Box<Answer>,
        /// Whether it was the last.
        last: bool,
    },
    /// The job cannot be computed by anybody; others may be.
    Decline,
    /// There are no more workers: whatever is wanted has to be computed without.
    GiveUp,
}

/// The workers and what they are at.
#[derive(Debug)]
pub(super) struct Schedule {
    workers: Vec<Worker>,
    /// The forecast under way.
    job: Option<Shared>,
    /// The inquiry under way; never beside a forecast.
    asked: Option<Asked>,
    last_run: Run,
    /// Milliseconds a trial takes, as last heard.
    pace: Option<f64>,
    /// Workers lost since a run was finished.
    losses: u32,
    /// Workers that stopped at a fault of the program at this job.
    panics: u32,
    last_look: f64,
}

#[derive(Debug, Clone, Default)]
struct Worker {
    /// Blocks of the current run that it has in hand.
    in_hand: Vec<Range<u32>>,
    /// Reports it owes, of whichever run.
    owes: usize,
    /// When it last gave a sign of life, or first owed something.
    heard: f64,
}

impl Schedule {
    /// For so many workers, at least one, who are there already.
    pub(super) fn new(workers: usize) -> Self {
        Self {
            workers: vec![Worker::default(); workers.max(1)],
            job: None,
            asked: None,
            last_run: 0,
            pace: None,
            losses: 0,
            panics: 0,
            last_look: 0.0,
        }
    }

    /// How many workers there are.
    pub(super) fn workers(&self) -> usize {
        self.workers.len()
    }

    /// Whether any worker owes a report, so that it is worth looking.
    pub(super) fn is_waiting(&self) -> bool {
        self.workers.iter().any(|worker| worker.owes > 0)
    }

    /// Drops what is under way and takes on a job.
    pub(super) fn begin<B>(&mut self, job: Job, now: f64) -> Vec<Step<B>> {
        self.panics = 0;
        self.begin_after(job, 0, now)
    }

    /// Drops what is under way: what workers have in hand is void.
    pub(super) fn stop(&mut self) {
        self.job = None;
        self.asked = None;
        for worker in &mut self.workers {
            worker.in_hand.clear();
        }
    }

    /// Takes in a worker's report.
    pub(super) fn reported<B>(
        &mut self,
        from: usize,
        report: Report,
        beside: B,
        now: f64,
    ) -> Vec<Step<B>> {
        let Some(worker) = self.workers.get_mut(from) else {
            return Vec::new();
        };
        worker.owes = worker.owes.saturating_sub(1);
        worker.heard = now;
        let mut steps = Vec::new();
        match report {
            Report::Ran {
                run,
                trials,
                milliseconds,
            } if self.is_current(run) => {
                self.learn_pace(&trials, milliseconds);
                self.take_in(from, trials, beside, &mut steps);
                self.summarise(now, &mut steps);
                self.share_out(now, &mut steps);
            }
            Report::Summary { run, outcome } if self.is_current(run) => {
                self.show(outcome, &mut steps);
            }
            Report::Stepped { run, question } if self.is_current(run) => {
                let order = Order::Step { run, question };
                self.send(from, order, None, now, &mut steps);
            }
            Report::Answered {
                run,
                question,
                answer,
            } if self.is_current(run) => self.tell(from, question, answer, now, &mut steps),
            Report::Failed { run, .. } if self.is_current(run) => return self.lost(from, now),
            Report::Panicked { .. } => return self.panicked(from, now),
            // Of a run that is over.
            _ => {}
        }
        steps
    }

    /// Takes note that a worker is gone: it failed, or cannot be understood.
    pub(super) fn lost<B>(&mut self, place: usize, now: f64) -> Vec<Step<B>> {
        let Some(worker) = self.workers.get_mut(place) else {
            return Vec::new();
        };
        let in_hand = std::mem::take(worker).in_hand;
        self.losses += 1;
        if self.losses >= LOSSES {
            self.stop();
            return vec![Step::GiveUp];
        }
        let mut steps = vec![Step::Replace(place)];
        if let Some(asked) = &mut self.asked {
            asked.give_back(place);
            let (run, job) = (asked.run, asked.job.clone());
            self.send(place, Order::Begin { run, job }, None, now, &mut steps);
            self.ask(place, now, &mut steps);
            return steps;
        }
        match &mut self.job {
            None => {}
            // All the others have handed in was with it.
            Some(shared) if place == COLLECTOR => {
                let (job, shown) = (shared.job.clone(), shared.shown);
                steps.extend(self.begin_after(job, shown, now));
            }
            Some(shared) => {
                shared.give_back(in_hand);
                let (run, job) = (shared.run, shared.job.clone());
                self.send(place, Order::Begin { run, job }, None, now, &mut steps);
                self.share_out(now, &mut steps);
            }
        }
        steps
    }

    /// Looks for workers that have been silent for too long.
    pub(super) fn look<B>(&mut self, now: f64) -> Vec<Step<B>> {
        let since = now - std::mem::replace(&mut self.last_look, now);
        if !(0.0..ASLEEP).contains(&since) {
            for worker in &mut self.workers {
                worker.heard = now;
            }
        }
        let silent = |worker: &Worker| worker.owes > 0 && now - worker.heard > SILENCE;
        match self.workers.iter().position(silent) {
            Some(place) => self.lost(place, now),
            None => Vec::new(),
        }
    }

    /// Takes note that a worker has stopped at a fault of the program.
    fn panicked<B>(&mut self, place: usize, now: f64) -> Vec<Step<B>> {
        self.panics += 1;
        if (self.job.is_none() && self.asked.is_none()) || self.panics < PANICS {
            return self.lost(place, now);
        }
        self.stop();
        self.losses = 0;
        self.workers[place] = Worker::default();
        vec![Step::Replace(place), Step::Decline]
    }

    fn is_current(&self, run: Run) -> bool {
        let forecast = self.job.as_ref().map(|shared| shared.run);
        let inquiry = self.asked.as_ref().map(|asked| asked.run);
        forecast.or(inquiry) == Some(run)
    }

    /// Begins a job of which an answer after so many trials has been shown already.
    fn begin_after<B>(&mut self, job: Job, shown: u32, now: f64) -> Vec<Step<B>> {
        self.stop();
        self.last_look = now;
        self.last_run = self.last_run.wrapping_add(1);
        let (run, mut steps) = (self.last_run, Vec::new());
        for place in 0..self.workers.len() {
            let order = Order::Begin {
                run,
                job: job.clone(),
            };
            self.send(place, order, None, now, &mut steps);
        }
        if let Job::Inquiry { questions, .. } = &job {
            let many = questions.len();
            self.asked = Some(Asked::new(run, job, many, self.workers.len()));
            for place in 0..self.workers.len() {
                self.ask(place, now, &mut steps);
            }
        } else {
            self.job = Some(Shared::new(run, job, shown));
            self.share_out(now, &mut steps);
        }
        steps
    }

    /// Gives a worker its next question, if there is one left.
    fn ask<B>(&mut self, place: usize, now: f64, steps: &mut Vec<Step<B>>) {
        if let Some(asked) = &mut self.asked
            && let Some(question) = asked.next(place)
        {
            let run = asked.run;
            self.send(place, Order::Step { run, question }, None, now, steps);
        }
    }

    /// Passes an answer on and asks the next question.
    fn tell<B>(
        &mut self,
        from: usize,
        question: usize,
        answer: Box<Answer>,
        now: f64,
        steps: &mut Vec<Step<B>>,
    ) {
        let Some(asked) = &mut self.asked else {
            return;
        };
        asked.answered(from);
        let last = asked.is_over();
        steps.push(Step::Tell {
            question,
            answer,
            last,
        });
        if last {
            self.losses = 0;
            self.asked = None;
        } else {
            self.ask(from, now, steps);
        }
    }

    fn send<B>(
        &mut self,
        to: usize,
        order: Order,
        beside: Option<B>,
        now: f64,
        steps: &mut Vec<Step<B>>,
    ) {
        if order.is_answered() {
            let worker = &mut self.workers[to];
            if worker.owes == 0 {
                worker.heard = now;
            }
            worker.owes += 1;
        }
        steps.push(Step::Send { to, order, beside });
    }

    fn learn_pace(&mut self, trials: &Range<u32>, milliseconds: f64) {
        if milliseconds >= 0.0 && !trials.is_empty() {
            self.pace = Some(milliseconds / trials.len() as f64);
        }
    }

    /// Notes a block as run; what the collector does not have is passed on to it.
    fn take_in<B>(&mut self, from: usize, trials: Range<u32>, beside: B, steps: &mut Vec<Step<B>>) {
        let worker = &mut self.workers[from];
        worker.in_hand.retain(|block| *block != trials);
        let Some(shared) = &mut self.job else {
            return;
        };
        shared.take_in(&trials);
        if from != COLLECTOR {
            let run = shared.run;
            steps.push(Step::Send {
                to: COLLECTOR,
                order: Order::Keep { run, trials },
                beside: Some(beside),
            });
        }
    }

    /// Asks for every summary whose trials are all there.
    fn summarise<B>(&mut self, now: f64, steps: &mut Vec<Step<B>>) {
        while let Some(shared) = &mut self.job
            && let Some(trials) = shared.next_summary()
        {
            let run = shared.run;
            let order = Order::Summarise { run, trials };
            self.send(COLLECTOR, order, None, now, steps);
        }
    }

    /// Gives every worker blocks up to what it should have in hand, evenly.
    fn share_out<B>(&mut self, now: f64, steps: &mut Vec<Step<B>>) {
        for full in 1..=IN_HAND {
            for place in 0..self.workers.len() {
                if self.workers[place].in_hand.len() < full
                    && let Some((run, trials)) = self.next_block(place)
                {
                    self.workers[place].in_hand.push(trials.clone());
                    let keep = place == COLLECTOR;
                    let order = Order::Trials { run, trials, keep };
                    self.send(place, order, None, now, steps);
                }
            }
        }
    }

    /// The next block for a worker. The collector gets none beyond the next summary, which
    /// would have to wait for it.
    fn next_block(&mut self, place: usize) -> Option<(Run, Range<u32>)> {
        let shared = self.job.as_mut()?;
        let block = shared.next_block(self.workers.len(), self.pace, place != COLLECTOR)?;
        Some((shared.run, block))
    }

    fn show<B>(&mut self, outcome: Box<Outcome>, steps: &mut Vec<Step<B>>) {
        let Some(shared) = &mut self.job else {
            return;
        };
        shared.shown = outcome.trials;
        let settling = outcome.trials < crate::forecasting::TRIALS;
        if !settling {
            self.losses = 0;
            self.job = None;
        }
        steps.push(Step::Show { outcome, settling });
    }
}

#[cfg(test)]
mod tests;
