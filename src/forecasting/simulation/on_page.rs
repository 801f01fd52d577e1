//! The simulation without workers: on the page itself, in slices short enough that nobody
//! notices.

use std::{cell::Cell, rc::Rc};

use plumbline_forecast::{Answer, DEFAULT_SEED, Engine, Inquiry, Model, Outcome, Question};

use super::schedule::SUMMED_UP_AFTER;
use crate::browser::{clock, tasks};

/// How long a slice should take, in milliseconds.
const SLICE: f64 = 6.0;

/// Length of the first slice, and the most and fewest trials in one.
const FIRST_SLICE: u32 = 100;
const FEWEST: f64 = 10.0;
const MOST: f64 = 1_000.0;

/// Runs all trials of a model unless it is stopped; `show` is called with every answer.
pub(super) async fn run(model: &Model, stopped: Rc<Cell<bool>>, show: impl Fn(Outcome)) {
    let engine = Engine::new(model);
    let mut all = engine.run(DEFAULT_SEED, 0..0);
    let (mut done, mut length) = (0, FIRST_SLICE);
    for end in SUMMED_UP_AFTER {
        while done < end {
            let began = clock::elapsed();
            let slice = done..(done + length).min(end);
            all.merge(&engine.run(DEFAULT_SEED, slice.clone()));
            let pace = (clock::elapsed() - began).max(0.1) / slice.len() as f64;
            (done, length) = (slice.end, (SLICE / pace).clamp(FEWEST, MOST) as u32);
            tasks::pause(0).await;
            if stopped.get() {
                return;
            }
        }
        show(Outcome::new(model, &all));
    }
}

/// Answers questions about a model, unless it is stopped; `tell` is called with every
/// answer.
pub(super) async fn answer(
    model: &Model,
    questions: Vec<Question>,
    stopped: Rc<Cell<bool>>,
    tell: impl Fn(Answer),
) {
    for question in questions {
        let mut inquiry = Inquiry::new(model, question, DEFAULT_SEED);
        loop {
            let began = clock::elapsed();
            let mut answer = inquiry.step();
            while answer.is_none() && clock::elapsed() - began < SLICE {
                answer = inquiry.step();
            }
            tasks::pause(0).await;
            if stopped.get() {
                return;
            }
            if let Some(answer) = answer {
                tell(answer);
                break;
            }
        }
    }
}
