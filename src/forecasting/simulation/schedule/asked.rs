//! Questions given out one by one: which are still to be asked, and who has which in hand.
//! Knows no answers.

use crate::forecasting::simulation::protocol::{Job, Run};

/// An inquiry that is being shared out.
#[derive(Debug)]
pub(super) struct Asked {
    /// Its number.
    pub(super) run: Run,
    /// What it is.
    pub(super) job: Job,
    /// Questions nobody has in hand, the next one last.
    left: Vec<usize>,
    /// The question each worker has in hand.
    in_hand: Vec<Option<usize>>,
}

impl Asked {
    /// So many questions for so many workers.
    pub(super) fn new(run: Run, job: Job, questions: usize, workers: usize) -> Self {
        Self {
            run,
            job,
            left: (0..questions).rev().collect(),
            in_hand: vec![None; workers],
        }
    }

    /// The next question for a worker.
    pub(super) fn next(&mut self, place: usize) -> Option<usize> {
        let next = self.left.pop();
        if let Some(in_hand) = self.in_hand.get_mut(place) {
            *in_hand = next;
        }
        next
    }

    /// Takes note that a worker's question is answered.
    pub(super) fn answered(&mut self, place: usize) {
        if let Some(in_hand) = self.in_hand.get_mut(place) {
            *in_hand = None;
        }
    }

    /// Takes back what a lost worker had in hand, to be asked next.
    pub(super) fn give_back(&mut self, place: usize) {
        let lost = self.in_hand.get_mut(place).and_then(Option::take);
        self.left.extend(lost);
    }

    /// Whether all questions are answered.
    pub(super) fn is_over(&self) -> bool {
        self.left.is_empty() && self.in_hand.iter().all(Option::is_none)
    }
}
