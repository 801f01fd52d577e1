//! A failed reading on its way to becoming a [`ReadError`], with texts to put in place of
//! the faulty part. Only texts that can be read are ever offered.

use super::{Problem, ReadError};

const MOST_OFFERED: usize = 3;

/// What went wrong where.
#[derive(Debug)]
pub(super) struct Fault {
    problem: Problem,
    from: usize,
    to: usize,
    instead: Vec<String>,
}

impl Fault {
    /// A problem with the typed text's bytes from `from` to `to`.
    pub(super) fn new(problem: Problem, from: usize, to: usize) -> Self {
        Self {
            problem,
            from,
            to,
            instead: Vec::new(),
        }
    }

    /// A problem with the whole text.
    pub(super) fn whole(problem: Problem, text: &str) -> Self {
        Self::new(problem, 0, text.len())
    }

    /// Offers these in place of the part.
    pub(super) fn instead(mut self, texts: impl IntoIterator<Item = String>) -> Self {
        self.instead.extend(texts);
        self
    }

    /// The error for people; `reads` says whether a text can be read.
    pub(super) fn into_error(self, text: &str, reads: impl Fn(&str) -> bool) -> ReadError {
        let part = text.get(self.from..self.to).unwrap_or_default();
        let before = text.get(..self.from).unwrap_or_default();
        let after = text.get(self.to..).unwrap_or_default();
        let mut could_mean: Vec<String> = Vec::new();
        for instead in &self.instead {
            let offer = format!("{before}{instead}{after}").trim().to_owned();
            if could_mean.len() < MOST_OFFERED && !could_mean.contains(&offer) && reads(&offer) {
                could_mean.push(offer);
            }
        }
        ReadError {
            unfinished: after.trim().is_empty() && self.problem.may_pass(),
            problem: self.problem,
            part: part.trim().to_owned(),
            at: self.from..self.to,
            could_mean,
        }
    }
}
