//! Questions that take many simulations of changed models, answered in slices, so that
//! whoever asks can look up, show progress or stop in between. Never waits for anything but
//! its next slice.

use std::{
    future::{Future, poll_fn},
    ops::Range,
    pin::{Pin, pin},
    task::{Context, Poll, Waker},
};

use plumbline_plan::FieldPath;
use serde::{Deserialize, Serialize};

use crate::{Engine, Lever, LeverKind, Model, TornadoBar, levers, tornado};

/// How many trials a search step runs: the standard error of a chance is then 1.1
/// percentage points at most, and the same for all steps.
pub const LEVER_TRIALS: u32 = 2_000;

/// Trials in a slice: some milliseconds for a usual plan.
const SLICE: u32 = 200;

/// What can be asked about a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Question {
    /// How far this would have to be moved to reach the goal ([`crate::lever()`]).
    Lever(LeverKind),
    /// What the answer is at this field's low and high ([`crate::tornado_bar()`]).
    Tornado(FieldPath),
}

/// The answer to a [`Question`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// How far it would have to be moved.
    Lever(Lever),
    /// What the answer is at both ends; nothing for a figure known for sure.
    Tornado(Option<TornadoBar>),
}

/// A question being answered.
pub struct Inquiry<'m> {
    answering: Option<Pin<Box<dyn Future<Output = Answer> + 'm>>>,
}

impl<'m> Inquiry<'m> {
    /// Begins to answer a question about a model under a seed. Computes nothing yet.
    #[must_use]
    pub fn new(model: &'m Model, question: Question, seed: u64) -> Self {
        let slices = Slices::new(seed);
        Self {
            answering: Some(Box::pin(async move {
                match question {
                    Question::Lever(kind) => {
                        Answer::Lever(levers::find(model, &kind, slices).await)
                    }
                    Question::Tornado(path) => {
                        Answer::Tornado(tornado::find(model, &path, slices).await)
                    }
                }
            })),
        }
    }

    /// Goes on for one slice; the answer, once, with the last.
    pub fn step(&mut self) -> Option<Answer> {
        let answering = self.answering.as_mut()?;
        let mut context = Context::from_waker(Waker::noop());
        match answering.as_mut().poll(&mut context) {
            Poll::Ready(answer) => {
                self.answering = None;
                Some(answer)
            }
            Poll::Pending => None,
        }
    }
}

/// Runs the trials of one step of a search, a slice at a time.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slices {
    seed: u64,
}

impl Slices {
    /// Under a seed.
    pub(crate) fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// The chance of the target, and the median of the period's bookings.
    pub(crate) async fn bookings(self, engine: &Engine<'_>) -> (f64, f64) {
        let mut totals = Vec::with_capacity(LEVER_TRIALS as usize);
        let mut begin = 0;
        while begin < LEVER_TRIALS {
            let slice: Range<u32> = begin..(begin + SLICE).min(LEVER_TRIALS);
            begin = slice.end;
            engine.add_period_bookings(self.seed, slice, &mut totals);
            pause().await;
        }
        engine.chance_and_median(totals)
    }

    /// The chance of the target.
    pub(crate) async fn chance(self, engine: &Engine<'_>) -> f64 {
        self.bookings(engine).await.0
    }
}

/// The end of a slice.
pub(crate) async fn pause() {
    let mut paused = false;
    poll_fn(|_| {
        if std::mem::replace(&mut paused, true) {
            Poll::Ready(())
        } else {
            Poll::Pending
        }
    })
    .await;
}

/// All slices one after the other.
pub(crate) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use plumbline_plan::start;

    use super::*;
    use crate::{lever, lever_kinds, tornado_bar, tornado_paths};

    #[test]
    fn slices_come_to_the_answer_found_at_once_and_give_it_once() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let model = Model::from_plan(&start::sample(day), day).unwrap();
        let kind = lever_kinds(&model).remove(0);
        let path = tornado_paths(&model).remove(0);
        let wanted = [
            Answer::Lever(lever(&model, &kind, 1)),
            Answer::Tornado(tornado_bar(&model, &path, 1)),
        ];
        let questions = [Question::Lever(kind), Question::Tornado(path)];
        for (question, wanted) in questions.into_iter().zip(wanted) {
            let mut inquiry = Inquiry::new(&model, question, 1);
            let mut slices = 1;
            let answer = loop {
                match inquiry.step() {
                    Some(answer) => break answer,
                    None => slices += 1,
                }
            };
            assert_eq!(answer, wanted);
            assert!(slices > 2 * (LEVER_TRIALS / SLICE), "{slices}");
            assert_eq!(inquiry.step(), None);
        }
    }
}
