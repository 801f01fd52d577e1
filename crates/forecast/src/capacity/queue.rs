//! The fluid queue (maths.md section 3): hours are given to later stages first, first in
//! first out within a stage, and what does not fit waits. Plain arrays: draws nothing.
//!
//! A stage's deals are known by the time at which they would have entered it without any
//! limit, their *label*. Deals served at time t with label w are t - w late; they come to
//! the next stage after their time there, just as late. So a flow that never waits is
//! moved by nothing at all, and the real calendar's kernels stay exact.
//!
//! Here is the room and the run month by month; a month's steps are in `steps`, and what becomes
//! of a node in `node`.

use super::{
    curve::Curve,
    node::{NodeState, Step},
    work::Work,
};
use crate::{model::Model, ordered::positive};

/// Steps in a month: about a week each.
pub(super) const STEPS: usize = 4;

/// Hours this small count as none.
pub(super) const NOTHING: f64 = 1e-9;

/// The room and the state of one run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Queue {
    pub(super) months: usize,
    /// How many ends of steps there are, with the begin of the first.
    pub(super) steps: usize,
    first: usize,
    /// Entries without a limit, by node and month; of activity, its hours.
    pub(crate) entries: Vec<f64>,
    /// Of each motion's first node, the entries of leads that activity made, by motion and
    /// month.
    pub(super) made: Vec<f64>,
    /// Hours for each entry, by node.
    pub(crate) hours: Vec<f64>,
    /// What scales each motion's times.
    pub(crate) scales: Vec<f64>,
    /// Hours asked by month, exactly and at most; and the hours that a lead of the motion at hand
    /// asks for in each stage.
    pub(super) asked: Vec<f64>,
    pub(super) at_most: Vec<f64>,
    pub(super) each: Vec<f64>,
    /// How many of the leads that activity makes would have entered by now, by motion.
    pub(super) made_entered: Vec<Curve>,
    pub(super) states: Vec<NodeState>,
    /// How late the deals served last in each step were, by node; and how late those are on
    /// average that come to a node by the end of each step after more than one of them.
    pub(super) late: Vec<f64>,
    pub(super) coming: Vec<f64>,
    /// Whether anybody waits or is late.
    waiting: bool,
    /// Whether a run has left its traces.
    moved: bool,
    /// All leads of each motion by cohort, and the wins of its referrals by month, when
    /// nothing waits.
    pub(super) leads: Vec<f64>,
    pub(super) brought: Vec<f64>,
    /// Label of the wins at the end of each month, by motion: wins without a limit up to
    /// then are those with it up to the month's end.
    labels: Vec<f64>,
    /// Expected wins with the limit up to the end of each month, by motion.
    won: Vec<f64>,
    /// Leads that customers bring, by motion and month.
    pub(super) referred: Vec<f64>,
    /// Hours of work that waits at the end of each month.
    pub(crate) waiting_hours: Vec<f64>,
}

impl Queue {
    pub(crate) fn new(work: &Work, model: &Model) -> Self {
        let (motions, months) = (model.motions.len(), model.months());
        let cohorts = model.calendar.cohorts.len();
        let (nodes, steps) = (work.nodes.len(), months * STEPS + 1);
        let stages = model.motions.iter().map(|motion| motion.stages.len());
        let unmoved = (0..motions).flat_map(|_| (1..=months).map(|end| end as f64));
        Self {
            months,
            steps,
            first: 0,
            entries: vec![0.0; nodes * months],
            made: vec![0.0; motions * months],
            hours: vec![0.0; nodes],
            scales: vec![1.0; motions],
            made_entered: vec![Curve::default(); motions],
            asked: vec![0.0; months],
            at_most: vec![0.0; months],
            each: vec![0.0; stages.max().unwrap_or(0)],
            states: vec![NodeState::default(); nodes],
            late: vec![0.0; nodes * steps],
            coming: vec![0.0; nodes * steps],
            waiting: false,
            moved: false,
            leads: vec![0.0; motions * cohorts],
            brought: vec![0.0; motions * months],
            labels: unmoved.collect(),
            won: vec![0.0; motions * (months + 1)],
            referred: vec![0.0; motions * months],
            waiting_hours: vec![0.0; months],
        }
    }

    /// Starts a run at a month of the period, with nothing waiting.
    pub(crate) fn begin(&mut self, work: &Work, first: usize) {
        self.first = first;
        self.moved = true;
        self.waiting = false;
        self.referred.fill(0.0);
        let steps = self.steps;
        for (place, (state, node)) in self.states.iter_mut().zip(&work.nodes).enumerate() {
            if state.was_late() {
                self.late[place * steps..(place + 1) * steps].fill(0.0);
                for next in &node.next {
                    self.coming[next * steps..(next + 1) * steps].fill(0.0);
                }
            }
            let scale = self.scales[node.motion] * STEPS as f64;
            state.begin(self.hours[place], &node.lags, scale);
        }
    }

    /// Nothing has to be moved.
    pub(super) fn rest(&mut self) {
        self.moved = false;
    }

    /// A node's entries by month.
    pub(super) fn node(&mut self, node: usize) -> &mut [f64] {
        &mut self.entries[node * self.months..(node + 1) * self.months]
    }

    /// Adds to a node's entries of a month and those that follow.
    pub(crate) fn add(&mut self, node: usize, from: usize, amount: f64, shares: &[f64]) {
        let row = &mut self.entries[node * self.months + from..(node + 1) * self.months];
        for (entry, share) in row.iter_mut().zip(&shares[from..]) {
            *entry += amount * share;
        }
    }

    /// Where the unlimited wins of a motion stand at the end of each month: up to this time,
    /// in months.
    #[inline]
    pub(crate) fn labels(&self, motion: usize) -> &[f64] {
        &self.labels[motion * self.months..(motion + 1) * self.months]
    }

    /// Expected wins of a motion in a month, with the limit.
    pub(crate) fn wins(&self, motion: usize, month: usize) -> f64 {
        let won = &self.won[motion * (self.months + 1) + month..];
        positive(won[1] - won[0])
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
            self.states.iter_mut().for_each(NodeState::catch_up);
            self.waiting_hours[month] = 0.0;
        } else {
            for step in month * STEPS..(month + 1) * STEPS {
                self.step(work, Step::new(step), hours / STEPS as f64);
            }
            let waiting = self.states.iter().map(NodeState::waiting_hours).sum();
            self.waiting_hours[month] = waiting;
            self.waiting = waiting > NOTHING || self.states.iter().any(NodeState::is_late);
        }
        self.end_month(work, month);
    }

    /// Adds up a month's entries, and gives the hours they ask for.
    fn enter(&mut self, month: usize) -> f64 {
        let made = self.made.iter().skip(month).step_by(self.months);
        for (entered, made) in self.made_entered.iter_mut().zip(made) {
            entered.add(month, *made);
        }
        let entries = self.entries.iter().skip(month).step_by(self.months);
        let nodes = self.states.iter_mut().zip(entries);
        nodes
            .map(|(state, entries)| state.enter(month, *entries))
            .sum()
    }

    /// Notes where the wins stand.
    fn end_month(&mut self, work: &Work, month: usize) {
        let end = (month + 1) as f64;
        for (motion, node) in work.wins.iter().enumerate() {
            let state = &self.states[*node];
            let label = state.reached(end);
            self.labels[motion * self.months + month] = label;
            self.won[motion * (self.months + 1) + month + 1] = state.entered.up_to(label);
        }
    }
}
