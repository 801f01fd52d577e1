//! The fluid queue (maths.md section 3): hours are given to later stages first, first in
//! first out within a stage, and what does not fit waits. Plain arrays: draws nothing.
//!
//! A stage's deals are known by the time at which they would have entered it without any
//! limit, their *label*. Deals served at time t with label w are t - w late; they come to
//! the next stage after their time there, just as late. So a flow that never waits is
//! moved by nothing at all, and the real calendar's kernels stay exact.

use super::work::{Before, LAGS, Node, Step, Work};
use crate::model::Model;

/// Steps in a month: about a week each.
const STEPS: usize = 4;

/// Hours this small count as none.
const NOTHING: f64 = 1e-9;

/// The room and the state of one run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Queue {
    months: usize,
    first: usize,
    /// Entries without a limit, by node and month; of activity, its hours.
    pub(crate) entries: Vec<f64>,
    /// Of each motion's first node, the entries of leads that activity made, by motion and
    /// month.
    pub(crate) made: Vec<f64>,
    /// Hours for each entry, by node.
    pub(crate) hours: Vec<f64>,
    /// What scales each motion's times.
    pub(crate) scales: Vec<f64>,
    entered: Vec<f64>,
    made_entered: Vec<f64>,
    served: Vec<f64>,
    label: Vec<f64>,
    late: Vec<f64>,
    ever_late: Vec<bool>,
    arriving: Vec<(f64, f64)>,
    waiting: bool,
    /// Whether a run has left its traces.
    moved: bool,
    /// All leads of the motion at hand by cohort, and the wins of its referrals by month,
    /// when nothing waits.
    pub(super) leads: Vec<f64>,
    pub(super) brought: Vec<f64>,
    /// Label of the wins at the end of each month, by motion: wins without a limit up to
    /// then are those with it up to the month's end.
    labels: Vec<f64>,
    /// Leads that customers bring, by motion and month.
    pub(super) referred: Vec<f64>,
    /// Hours of work that waits at the end of each month.
    pub(crate) waiting_hours: Vec<f64>,
}

impl Queue {
    pub(crate) fn new(work: &Work, model: &Model) -> Self {
        let (motions, months) = (model.motions.len(), model.months());
        let cohorts = model.calendar.cohorts.len();
        let nodes = work.nodes.len();
        Self {
            months,
            first: 0,
            entries: vec![0.0; nodes * months],
            made: vec![0.0; motions * months],
            hours: vec![0.0; nodes],
            scales: vec![1.0; motions],
            entered: vec![0.0; nodes * (months + 1)],
            made_entered: vec![0.0; motions * (months + 1)],
            served: vec![0.0; nodes],
            label: vec![0.0; nodes],
            late: vec![0.0; nodes * (months * STEPS + 1)],
            ever_late: vec![false; nodes],
            arriving: vec![(0.0, 0.0); nodes],
            waiting: false,
            moved: true,
            leads: vec![0.0; cohorts],
            brought: vec![0.0; months],
            labels: vec![0.0; motions * (months + 1)],
            referred: vec![0.0; motions * months],
            waiting_hours: vec![0.0; months],
        }
    }

    /// Starts a run at a month of the period, with nothing waiting.
    pub(crate) fn begin(&mut self, first: usize) {
        self.first = first;
        if self.moved {
            self.clear();
        }
        self.moved = true;
        self.waiting = false;
        self.referred.fill(0.0);
        self.label.fill(first as f64);
    }

    fn clear(&mut self) {
        self.moved = false;
        self.entered.fill(0.0);
        self.made_entered.fill(0.0);
        self.served.fill(0.0);
        self.late.fill(0.0);
        self.ever_late.fill(false);
        self.waiting_hours.fill(0.0);
        for labels in self.labels.chunks_mut(self.months + 1) {
            for (month, label) in labels.iter_mut().enumerate() {
                *label = month as f64;
            }
        }
    }

    /// Whether every month has hours enough; then nothing is late.
    pub(super) fn fits(&mut self, work: &Work, hours: &[f64]) -> bool {
        let fits = |month: usize| {
            let nodes = self
                .hours
                .iter()
                .zip(self.entries.chunks_exact(self.months));
            let asked: f64 = nodes.map(|(hours, entries)| hours * entries[month]).sum();
            asked <= hours[month]
        };
        let fits = work.nodes.is_empty() || (0..self.months).all(fits);
        if fits && self.moved {
            self.clear();
        }
        fits
    }

    /// A node's entries by month, and all leads of the motion at hand by cohort.
    pub(super) fn node_and_leads(&mut self, node: usize) -> (&mut [f64], &[f64]) {
        let entries = &mut self.entries[node * self.months..(node + 1) * self.months];
        (entries, &self.leads)
    }

    /// A node's entries by month, and the wins of referrals of the motion at hand.
    pub(super) fn node_and_brought(&mut self, node: usize) -> (&mut [f64], &[f64]) {
        let entries = &mut self.entries[node * self.months..(node + 1) * self.months];
        (entries, &self.brought)
    }

    /// A node's entries by month.
    pub(super) fn node(&mut self, node: usize) -> &mut [f64] {
        &mut self.entries[node * self.months..(node + 1) * self.months]
    }

    /// Adds to a node's entries of a month and those that follow.
    pub(crate) fn add(&mut self, node: usize, from: usize, amount: f64, shares: &[f64]) {
        let row = &mut self.entries[node * self.months..(node + 1) * self.months];
        for (entry, share) in row.iter_mut().zip(shares).skip(from) {
            *entry += amount * share;
        }
    }

    /// Where the unlimited wins of a motion stand at the end of a month: up to this time,
    /// in months.
    #[inline]
    pub(crate) fn label(&self, motion: usize, end_of: usize) -> f64 {
        self.labels[motion * (self.months + 1) + end_of + 1]
    }

    /// Expected wins of a motion in a month, with the limit.
    pub(crate) fn wins(&self, work: &Work, motion: usize, month: usize) -> f64 {
        let node = work.wins[motion];
        let labels = &self.labels[motion * (self.months + 1)..];
        let before = if month == self.first {
            self.first as f64
        } else {
            labels[month]
        };
        (self.up_to(node, labels[month + 1]) - self.up_to(node, before)).max(0.0)
    }

    /// Serves one month with so many hours. Its entries are final from here on.
    pub(crate) fn month(&mut self, work: &Work, month: usize, hours: f64) {
        let mut asked = 0.0;
        for node in 0..work.nodes.len() {
            let entering = self.entries[node * self.months + month];
            let at = node * (self.months + 1) + month;
            self.entered[at + 1] = self.entered[at] + entering;
            asked += entering * self.hours[node];
        }
        for motion in 0..work.wins.len() {
            let at = motion * (self.months + 1) + month;
            self.made_entered[at + 1] =
                self.made_entered[at] + self.made[motion * self.months + month];
        }
        if !self.waiting && asked <= hours {
            let end = (month + 1) as f64;
            for node in 0..work.nodes.len() {
                self.served[node] = self.entered[node * (self.months + 1) + month + 1];
                self.label[node] = end;
            }
            return;
        }
        for step in month * STEPS..(month + 1) * STEPS {
            self.step(work, step, hours / STEPS as f64);
        }
        self.end_month(work, month);
    }

    fn end_month(&mut self, work: &Work, month: usize) {
        let at = (month + 1) * STEPS;
        let length = self.months * STEPS + 1;
        let mut waiting = 0.0;
        for (node, of) in work.nodes.iter().enumerate() {
            waiting += (self.arriving[node].1 - self.served[node]).max(0.0) * self.hours[node];
            if of.step == Step::Win {
                self.labels[of.motion * (self.months + 1) + month + 1] = self.label[node];
            }
        }
        self.waiting_hours[month] = waiting;
        let late = |node: usize| self.late[node * length + at] > 0.0;
        self.waiting = waiting > NOTHING || (0..work.nodes.len()).any(late);
    }

    /// Serves the step that ends at `step + 1`.
    fn step(&mut self, work: &Work, step: usize, mut left: f64) {
        let end = step + 1;
        let time = end as f64 / STEPS as f64;
        let month = step / STEPS;
        for group in &work.groups {
            let mut asked = 0.0;
            for node in group.clone() {
                let (label, arrived) = self.arrived(work, node, end, month);
                self.arriving[node] = (label, arrived);
                asked += (arrived - self.served[node]).max(0.0) * self.hours[node];
            }
            let share = if asked <= left {
                1.0
            } else {
                left.max(0.0) / asked
            };
            left -= asked * share;
            for node in group.clone() {
                let (label, arrived) = self.arriving[node];
                let queue = (arrived - self.served[node]).max(0.0);
                if share >= 1.0 || queue * self.hours[node] <= NOTHING {
                    self.served[node] = arrived.max(self.served[node]);
                    self.label[node] = label.max(self.label[node]);
                } else {
                    self.served[node] += queue * share;
                    let reached = self.time_of(node, self.served[node], month);
                    let before = self.label[node];
                    self.label[node] = reached.clamp(before, label.max(before));
                }
                let late = (time - self.label[node]).max(0.0);
                let late = if late < NOTHING { 0.0 } else { late };
                self.late[node * (self.months * STEPS + 1) + end] = late;
                self.ever_late[node] |= late > 0.0;
            }
        }
    }

    /// The label and the number of deals that have come to a node by the end of a step.
    fn arrived(&self, work: &Work, node: usize, end: usize, month: usize) -> (f64, f64) {
        let time = end as f64 / STEPS as f64;
        let of = &work.nodes[node];
        match of.before {
            Before::Nothing => (time, self.up_to(node, time)),
            Before::Node(before) => {
                let label = time - self.mean_late(before, end, of);
                (label, self.up_to(node, label))
            }
            Before::Activity(before) => {
                let late = self.mean_late(before, end, of);
                let all = self.up_to(node, time);
                if late <= 0.0 {
                    return (time, all);
                }
                let arrived = all - self.made_between(of.motion, time - late, time);
                (self.time_of(node, arrived, month), arrived)
            }
        }
    }

    /// How late deals are on average that come from a node by the end of a step.
    fn mean_late(&self, before: usize, end: usize, node: &Node) -> f64 {
        if !self.ever_late[before] {
            return 0.0;
        }
        let scale = self.scales[node.motion] * STEPS as f64;
        let each = node
            .lags
            .iter()
            .map(|lag| self.late_at(before, end, lag * scale));
        each.sum::<f64>() / LAGS as f64
    }

    /// How late a node's deals were that were served `lag` steps before.
    fn late_at(&self, node: usize, end: usize, lag: f64) -> f64 {
        let at = end as f64 - lag;
        let late = &self.late[node * (self.months * STEPS + 1)..][..self.months * STEPS + 1];
        if at <= 0.0 {
            return 0.0;
        }
        let place = at as usize;
        if place + 1 >= end {
            if late[end] > 0.0 {
                return late[end];
            }
            // Not served yet in this step: the wait goes on as it went in the last one.
            let growth = late[end - 1] - late[end.saturating_sub(2)];
            let most = (at - (end - 1) as f64) / STEPS as f64;
            return (late[end - 1] + growth * (at - (end - 1) as f64))
                .clamp(0.0, late[end - 1] + most);
        }
        late[place] + (at - place as f64) * (late[place + 1] - late[place])
    }

    /// How many have entered a node up to a time without a limit.
    #[inline]
    fn up_to(&self, node: usize, time: f64) -> f64 {
        between(&self.entered[node * (self.months + 1)..], self.months, time)
    }

    fn made_between(&self, motion: usize, from: f64, to: f64) -> f64 {
        let made = &self.made_entered[motion * (self.months + 1)..];
        between(made, self.months, to) - between(made, self.months, from)
    }

    /// The time up to which so many have entered a node without a limit.
    fn time_of(&self, node: usize, count: f64, month: usize) -> f64 {
        let entered = &self.entered[node * (self.months + 1)..][..self.months + 1];
        let mut at = (self.label[node] as usize).min(month);
        while at < month && entered[at + 1] < count {
            at += 1;
        }
        let more = entered[at + 1] - entered[at];
        let part = if more > 0.0 {
            ((count - entered[at]) / more).clamp(0.0, 1.0)
        } else {
            1.0
        };
        at as f64 + part
    }
}

/// A cumulative curve by months, read on a straight line between them.
#[inline]
fn between(curve: &[f64], months: usize, time: f64) -> f64 {
    let at = (time as usize).min(months - 1);
    curve[at] + (time - at as f64) * (curve[at + 1] - curve[at])
}
