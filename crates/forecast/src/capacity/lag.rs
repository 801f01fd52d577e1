//! The time between two nodes of the queue in its steps, and how late a node's deals were so
//! long ago. Holds no state.

use super::{queue::STEPS, work::LAGS};
use crate::ordered::{lesser, positive, within};

/// A time between two nodes in steps: so many whole ones, less a part of one.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Lag {
    pub(super) whole: usize,
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
}

/// More steps than a run has.
const LONGEST: f64 = 1e6;

/// How late deals are on average that come to a node now, after one of its lags each, from a
/// node whose lateness is given step by step until now and began with the step `first`.
#[inline]
pub(super) fn mean_late(late: &[f64], lags: &[Lag; LAGS], first: usize) -> f64 {
    let end = late.len() - 1;
    let mut sum = 0.0;
    for lag in lags {
        // Those who were served before the first was late are not, nor are slower ones.
        if end + 1 < first + lag.whole {
            break;
        }
        sum += late_at(late, *lag);
    }
    sum * (1.0 / LAGS as f64)
}

/// How late a node's deals were that were served a time before the last of those whose
/// lateness is given, step by step; not longer ago than there are any.
#[inline]
fn late_at(late: &[f64], lag: Lag) -> f64 {
    let end = late.len() - 1;
    if lag.whole > 1 {
        let from = &late[end - lag.whole..];
        return from[0] + lag.less * (from[1] - from[0]);
    }
    if late[end] > 0.0 {
        return late[end];
    }
    // Not served yet in this step: the wait goes on as it went in the last one.
    let growth = late[end - 1] - late[end.saturating_sub(2)];
    let since = lag.less + if lag.whole == 0 { 1.0 } else { 0.0 };
    let most = late[end - 1] + since / STEPS as f64;
    within(late[end - 1] + growth * since, 0.0, most)
}
