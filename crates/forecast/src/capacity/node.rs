//! One node of the queue: who has come to it, and who of them has been served. Knows no other
//! node.

use super::{
    curve::Curve,
    lag::Lags,
    queue::{NOTHING, STEPS},
    work::LAGS,
};
use crate::ordered::{greater, plain, positive, within};

/// A step of a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// The number of its end.
    pub(super) end: usize,
    month: usize,
    /// Its begin and its end, months.
    from: f64,
    pub(super) to: f64,
}

impl Step {
    pub(super) fn new(step: usize) -> Self {
        Self {
            end: step + 1,
            month: step / STEPS,
            from: step as f64 / STEPS as f64,
            to: (step + 1) as f64 / STEPS as f64,
        }
    }
}

/// How far a node has come.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NodeState {
    /// Whether everybody who would have come without a limit has come and been served. Then
    /// nothing else but what such a step asks for says anything.
    pub(super) on_time: bool,
    asks: f64,
    /// Hours for each entry.
    hours: f64,
    /// Deals served, and the label of the last of them.
    served: f64,
    label: f64,
    /// Label and number of those who have come, and how many of them have not been served.
    arriving: (f64, f64),
    queue: f64,
    /// How late the last were who have been served.
    late: f64,
    /// The step by whose end a deal was late for the first time.
    pub(super) first_late: usize,
    /// The times since the node before.
    pub(super) lags: Lags,
    /// How many would have entered by now without a limit.
    pub(super) entered: Curve,
}

/// Later than any step.
const NEVER: usize = usize::MAX;

impl NodeState {
    /// Starts a run: nobody is late. So many hours for each entry, and the times since the node
    /// before in months, which are scaled to steps.
    pub(super) fn begin(&mut self, hours: f64, lags: &[f64; LAGS], scale: f64) {
        self.on_time = true;
        self.hours = hours;
        self.late = 0.0;
        self.first_late = NEVER;
        self.lags.set(lags, scale);
    }

    /// Whether anybody has been late since the run began.
    pub(super) fn was_late(&self) -> bool {
        self.first_late < NEVER
    }

    /// Whether the last to be served were late.
    pub(super) fn is_late(&self) -> bool {
        self.late > 0.0
    }

    /// The hours of work that waits.
    pub(super) fn waiting_hours(&self) -> f64 {
        if self.on_time {
            0.0
        } else {
            positive(self.arriving.1 - self.served) * self.hours
        }
    }

    /// The label of the last to be served by now.
    pub(super) fn reached(&self, now: f64) -> f64 {
        if self.on_time { now } else { self.label }
    }

    /// So many enter in a month without a limit. Gives the hours they ask for.
    #[inline]
    pub(super) fn enter(&mut self, month: usize, entries: f64) -> f64 {
        self.entered.add(month, entries);
        let hours = entries * self.hours;
        self.asks = hours * (1.0 / STEPS as f64);
        hours
    }

    /// Everybody has come and been served.
    pub(super) fn catch_up(&mut self) {
        self.on_time = true;
    }

    /// The hours that those ask for who have come by the end of a step, so late on average:
    /// of these leads, if not all of them come so late.
    #[inline]
    pub(super) fn ask(&mut self, late: f64, made: Option<&Curve>, step: Step) -> f64 {
        if late > 0.0 {
            self.fall_behind(step);
        } else if self.on_time {
            return self.asks;
        }
        let label = step.to - late;
        self.arriving = match made.filter(|_| late > 0.0) {
            Some(made) => {
                let missing = made.up_to(step.to) - made.up_to(label);
                let arrived = self.entered.up_to(step.to) - missing;
                let from = (self.label, step.month);
                (self.entered.time_of(arrived, from), arrived)
            }
            None => (label, self.entered.up_to(label)),
        };
        self.queue = plain::positive(self.arriving.1 - self.served);
        self.queue * self.hours
    }

    /// From this step on the node is no longer known to be on time.
    #[inline]
    fn fall_behind(&mut self, step: Step) {
        if self.on_time {
            self.served = self.entered.up_to(step.from);
            self.on_time = false;
            (self.label, self.late) = (step.from, 0.0);
        }
    }

    /// The same where not all can be served who have come in time.
    pub(super) fn begin_waiting(&mut self, step: Step) {
        if self.on_time {
            self.fall_behind(step);
            let arrived = self.entered.up_to(step.to);
            self.arriving = (step.to, arrived);
            self.queue = positive(arrived - self.served);
        }
    }

    /// Gives the node its share of the hours that those who have come ask for. Gives how late
    /// the last are who have been served.
    #[inline]
    pub(super) fn serve(&mut self, share: f64, step: Step) -> f64 {
        let (label, arrived) = self.arriving;
        let most = greater(label, self.label);
        if share >= 1.0 || self.queue * self.hours <= NOTHING {
            self.served = greater(arrived, self.served);
            self.label = most;
        } else {
            self.served += self.queue * share;
            let reached = self.entered.time_of(self.served, (self.label, step.month));
            self.label = within(reached, self.label, most);
        }
        let late = positive(step.to - self.label);
        self.late = if late < NOTHING { 0.0 } else { late };
        self.on_time = share >= 1.0 && self.label >= step.to;
        if self.late > 0.0 {
            self.first_late = self.first_late.min(step.end);
        }
        self.late
    }
}
