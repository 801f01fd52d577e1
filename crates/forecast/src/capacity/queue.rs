//! The fluid queue (maths.md section 3): hours are given to later stages first, first in
//! first out within a stage, and what does not fit waits. Plain arrays: draws nothing.
//!
//! A stage's deals are known by the time at which they would have entered it without any
//! limit, their *label*. Deals served at time t with label w are t - w late; they come to
//! the next stage after their time there, just as late. So a flow that never waits is
//! moved by nothing at all, and the real calendar's kernels stay exact.

use super::{
    lag::{Lag, late_at},
    work::{Before, LAGS, Node, NodeKind, Work},
};
use crate::{
    model::Model,
    ordered::{greater, positive, within},
};

/// Steps in a month: about a week each.
pub(super) const STEPS: usize = 4;

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
    /// Hours asked by month.
    asked: Vec<f64>,
    entered: Vec<f64>,
    made_entered: Vec<f64>,
    states: Vec<NodeState>,
    late: Vec<f64>,
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

/// How far a node has come.
#[derive(Debug, Clone, Copy, Default)]
struct NodeState {
    /// Deals served, and the label of the last of them.
    served: f64,
    label: f64,
    /// Label and number of those who have come, and how many of them have not been served.
    arriving: (f64, f64),
    queue: f64,
    /// The step by whose end a deal was late for the first time.
    first_late: Option<usize>,
    /// Its lags at the times of the run, the shortest first.
    lags: [Lag; LAGS],
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
            asked: vec![0.0; months],
            states: vec![NodeState::default(); nodes],
            late: vec![0.0; nodes * (months * STEPS + 1)],
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
    pub(crate) fn begin(&mut self, work: &Work, first: usize) {
        self.first = first;
        if self.moved {
            self.clear();
        }
        self.moved = true;
        self.waiting = false;
        self.referred.fill(0.0);
        for (state, node) in self.states.iter_mut().zip(&work.nodes) {
            let scale = self.scales[node.motion] * STEPS as f64;
            *state = NodeState {
                label: first as f64,
                lags: node.lags.map(|lag| Lag::of(lag * scale)),
                ..NodeState::default()
            };
        }
    }

    fn clear(&mut self) {
        self.moved = false;
        self.entered.fill(0.0);
        self.made_entered.fill(0.0);
        self.late.fill(0.0);
        self.waiting_hours.fill(0.0);
        for labels in self.labels.chunks_mut(self.months + 1) {
            for (month, label) in labels.iter_mut().enumerate() {
                *label = month as f64;
            }
        }
    }

    /// Whether every month has hours enough; then nothing is late.
    pub(super) fn fits(&mut self, hours: &[f64]) -> bool {
        self.asked.fill(0.0);
        let nodes = self.entries.chunks_exact(self.months);
        for (each, entries) in self.hours.iter().zip(nodes) {
            for (asked, entries) in self.asked.iter_mut().zip(entries) {
                *asked += each * entries;
            }
        }
        let mut months = self.asked.iter().zip(hours);
        let fits = months.all(|(asked, hours)| asked <= hours);
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
        positive(self.up_to(node, labels[month + 1]) - self.up_to(node, before))
    }

    /// Whether any wins come at another time than they would without a limit.
    #[inline]
    pub(crate) fn is_moved(&self) -> bool {
        self.moved
    }

    /// Serves one month with so many hours. Its entries are final from here on.
    pub(crate) fn month(&mut self, work: &Work, month: usize, hours: f64) {
        let asked = self.enter(month);
        if !self.waiting && asked <= hours {
            let end = (month + 1) as f64;
            let nodes = self.entered.chunks_exact(self.months + 1);
            for (state, entered) in self.states.iter_mut().zip(nodes) {
                state.served = entered[month + 1];
                state.label = end;
            }
            return;
        }
        for step in month * STEPS..(month + 1) * STEPS {
            self.step(work, step, hours / STEPS as f64);
        }
        self.end_month(work, month);
    }

    /// Adds up a month's entries, and gives the hours they ask for.
    fn enter(&mut self, month: usize) -> f64 {
        let add = |entered: &mut [f64], entries: &[f64]| {
            entered[month + 1] = entered[month] + entries[month];
        };
        let mut asked = 0.0;
        let entries = self.entries.chunks_exact(self.months).zip(&self.hours);
        let nodes = self.entered.chunks_exact_mut(self.months + 1).zip(entries);
        for (entered, (entries, hours)) in nodes {
            add(entered, entries);
            asked += entries[month] * hours;
        }
        let made = self.made.chunks_exact(self.months);
        let motions = self.made_entered.chunks_exact_mut(self.months + 1);
        motions
            .zip(made)
            .for_each(|(entered, made)| add(entered, made));
        asked
    }

    fn end_month(&mut self, work: &Work, month: usize) {
        let at = (month + 1) * STEPS;
        let length = self.months * STEPS + 1;
        let mut waiting = 0.0;
        for ((node, state), hours) in work.nodes.iter().zip(&self.states).zip(&self.hours) {
            waiting += positive(state.arriving.1 - state.served) * hours;
            if node.kind == NodeKind::Win {
                self.labels[node.motion * (self.months + 1) + month + 1] = state.label;
            }
        }
        self.waiting_hours[month] = waiting;
        let mut late = self.late.chunks_exact(length);
        self.waiting = waiting > NOTHING || late.any(|late| late[at] > 0.0);
    }

    /// Serves the step that ends at `step + 1`.
    fn step(&mut self, work: &Work, step: usize, mut left: f64) {
        let end = step + 1;
        let month = step / STEPS;
        let time = end as f64 / STEPS as f64;
        for group in &work.groups {
            let mut asked = 0.0;
            for node in group.clone() {
                let (label, arrived) = self.arrived(&work.nodes[node], node, (time, end), month);
                let hours = self.hours[node];
                let state = &mut self.states[node];
                state.arriving = (label, arrived);
                state.queue = positive(arrived - state.served);
                asked += state.queue * hours;
            }
            let share = if asked <= left {
                1.0
            } else {
                positive(left) / asked
            };
            left -= asked * share;
            for node in group.clone() {
                self.serve(node, share, (time, end), month);
            }
        }
    }

    /// Gives a node its share of the hours that those who have come ask for.
    #[inline]
    fn serve(&mut self, node: usize, share: f64, (time, end): (f64, usize), month: usize) {
        let state = &self.states[node];
        let (label, arrived) = state.arriving;
        let most = greater(label, state.label);
        let (served, label) = if share >= 1.0 || state.queue * self.hours[node] <= NOTHING {
            (greater(arrived, state.served), most)
        } else {
            let served = state.served + state.queue * share;
            let reached = self.time_of(node, served, month);
            (served, within(reached, state.label, most))
        };
        let late = positive(time - label);
        let state = &mut self.states[node];
        (state.served, state.label) = (served, label);
        if late < NOTHING {
            // The run began with nobody late.
            return;
        }
        if state.first_late.is_none() {
            state.first_late = Some(end);
        }
        self.late[node * (self.months * STEPS + 1) + end] = late;
    }

    /// The label and the number of deals that have come to a node by the end of a step.
    #[inline]
    fn arrived(
        &self,
        of: &Node,
        node: usize,
        (time, end): (f64, usize),
        month: usize,
    ) -> (f64, f64) {
        match of.before {
            Before::Nothing => (time, self.up_to(node, time)),
            Before::Node(before) => {
                let label = time - self.mean_late(before, end, node);
                (label, self.up_to(node, label))
            }
            Before::Activity(before) => {
                let late = self.mean_late(before, end, node);
                let all = self.up_to(node, time);
                if late <= 0.0 {
                    return (time, all);
                }
                let arrived = all - self.made_between(of.motion, time - late, time);
                (self.time_of(node, arrived, month), arrived)
            }
        }
    }

    /// How late deals are on average that come from the node before by the end of a step.
    #[inline]
    fn mean_late(&self, before: usize, end: usize, node: usize) -> f64 {
        let Some(first) = self.states[before].first_late else {
            return 0.0;
        };
        // Up to the end of the step: nothing later has been served.
        let late = &self.late[before * (self.months * STEPS + 1)..][..=end];
        let mut sum = 0.0;
        for lag in &self.states[node].lags {
            // Those who were served before the first was late are not, nor are slower ones.
            if lag.whole > end || end - lag.whole + 1 < first {
                break;
            }
            sum += late_at(late, *lag);
        }
        sum * (1.0 / LAGS as f64)
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
        let mut at = (self.states[node].label as u32 as usize).min(month);
        while at < month && entered[at + 1] < count {
            at += 1;
        }
        let more = entered[at + 1] - entered[at];
        let part = if more > 0.0 {
            within((count - entered[at]) / more, 0.0, 1.0)
        } else {
            1.0
        };
        at as f64 + part
    }
}

/// A cumulative curve by months, read on a straight line between them.
#[inline]
fn between(curve: &[f64], months: usize, time: f64) -> f64 {
    let at = (time as u32 as usize).min(months - 1);
    let [from, to] = [curve[at], curve[at + 1]];
    from + (time - at as f64) * (to - from)
}
