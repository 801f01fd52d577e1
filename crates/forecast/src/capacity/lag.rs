//! The time between two nodes of the queue in its steps, and how late deals are that come from
//! one to the other. Holds no state.

use super::{queue::STEPS, work::LAGS};
use crate::ordered::{lesser, positive, within};

/// A time between two nodes in steps: so many whole ones, less a part of one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lag {
    whole: usize,
    less: f64,
}

impl Lag {
    pub(super) fn of(steps: f64) -> Self {
        // Longer than any run is long enough.
        let steps = lesser(positive(steps), LONGEST);
        let whole = steps.ceil();
        Self {
            whole: whole as u32 as usize,
            less: whole - steps,
        }
    }

    /// Whether those who are served in a step may come before the next one is over.
    pub(super) fn is_short(&self) -> bool {
        self.whole <= 1
    }
}

/// More steps than a run has.
const LONGEST: f64 = 1e6;

/// Adds what deals served so late by the end of a step have to do with how late those are on
/// average who come to the next node by the end of later steps: of each of the longer lags, the
/// shortest first, its part. Between two steps lateness goes on a straight line.
#[inline]
pub(super) fn pass_on(late: f64, lags: &[Lag], end: usize, coming: &mut [f64]) {
    let part = late * (1.0 / LAGS as f64);
    for lag in lags {
        let Some([before, at]) = coming.get_mut(end + lag.whole - 1..=end + lag.whole) else {
            break;
        };
        let less = part * lag.less;
        *before += less;
        *at += part - less;
    }
}

/// The part of the short lags in how late deals are on average that come to a node by the end
/// of a step, from a node whose lateness is given step by step until then.
#[inline]
pub(super) fn just_now(late: &[f64], lags: &[Lag]) -> f64 {
    let sum: f64 = lags.iter().map(|lag| late_at(late, *lag)).sum();
    sum * (1.0 / LAGS as f64)
}

/// How late a node's deals were that were served a short time before the last of those whose
/// lateness is given, step by step.
#[inline]
fn late_at(late: &[f64], lag: Lag) -> f64 {
    let end = late.len() - 1;
    if late[end] > 0.0 {
        return late[end];
    }
    // Not served yet in this step: the wait goes on as it went in the last one.
    let growth = late[end - 1] - late[end.saturating_sub(2)];
    let since = lag.less + if lag.whole == 0 { 1.0 } else { 0.0 };
    let most = late[end - 1] + since / STEPS as f64;
    within(late[end - 1] + growth * since, 0.0, most)
}
