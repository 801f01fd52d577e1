//! The steps of the fluid queue: who has come to each node, and who is served. Knows no
//! months beyond the one at hand.

use super::{
    lag::{Lag, just_now, pass_on},
    queue::{NOTHING, Queue, STEPS},
    work::{Before, LAGS, Node, Work},
};
use crate::ordered::{greater, positive, within};

/// A step of a run.
#[derive(Debug, Clone, Copy)]
pub(super) struct Step {
    /// The number of its end.
    end: usize,
    month: usize,
    /// Its begin and its end, months.
    from: f64,
    to: f64,
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
    on_time: bool,
    asks: f64,
    /// Deals served, and the label of the last of them.
    served: f64,
    label: f64,
    /// Label and number of those who have come, and how many of them have not been served.
    arriving: (f64, f64),
    queue: f64,
    /// How late the last were who have been served.
    late: f64,
    /// The step by whose end a deal was late for the first time.
    first_late: usize,
    /// Its lags at the times of the run, the shortest first, and how many of them are short.
    lags: [Lag; LAGS],
    short: usize,
}

/// Later than any step.
const NEVER: usize = usize::MAX / 2;

impl NodeState {
    /// With nobody late, and lags in months that are scaled to steps.
    pub(super) fn new(lags: &[f64; LAGS], scale: f64) -> Self {
        let lags = lags.map(|lag| Lag::of(lag * scale));
        Self {
            on_time: true,
            first_late: NEVER,
            short: lags.iter().take_while(|lag| lag.is_short()).count(),
            lags,
            ..Self::default()
        }
    }

    /// Whether anybody has been late since the run began.
    pub(super) fn was_late(&self) -> bool {
        self.first_late < NEVER
    }

    /// Whether the last to be served were late.
    pub(super) fn is_late(&self) -> bool {
        self.late > 0.0
    }

    /// How many deals wait.
    pub(super) fn waits(&self) -> f64 {
        if self.on_time {
            0.0
        } else {
            positive(self.arriving.1 - self.served)
        }
    }

    /// The label of the last to be served by now.
    pub(super) fn reached(&self, now: f64) -> f64 {
        if self.on_time { now } else { self.label }
    }

    /// What a step of the month at hand asks for where nobody is late, hours.
    pub(super) fn asks_on_time(&mut self, hours: f64) {
        self.asks = hours;
    }

    /// Everybody has come and been served.
    pub(super) fn catch_up(&mut self) {
        self.on_time = true;
    }
}

impl Queue {
    /// Serves a step with so many hours.
    pub(super) fn step(&mut self, work: &Work, step: Step, mut left: f64) {
        for group in &work.groups {
            let mut asked = 0.0;
            for node in group.clone() {
                asked += self.ask(&work.nodes[node], node, step);
            }
            if asked <= left {
                left -= asked;
                for node in group.clone() {
                    if !self.states[node].on_time {
                        self.serve(work, node, 1.0, step);
                    }
                }
            } else {
                let share = left / asked;
                left = 0.0;
                for node in group.clone() {
                    self.begin_waiting(node, step);
                    self.serve(work, node, share, step);
                }
            }
        }
    }

    /// The hours that those ask for who have come to a node by the end of a step.
    #[inline]
    fn ask(&mut self, of: &Node, node: usize, step: Step) -> f64 {
        let late = match of.before {
            Before::Nothing => None,
            Before::Node(before) | Before::Activity(before) => self.late_from(before, node, step),
        };
        if late.is_some() {
            self.fall_behind(node, step);
        }
        if self.states[node].on_time {
            return self.states[node].asks;
        }
        let (label, arrived) = self.arrived(of, node, late.unwrap_or(0.0), step);
        let state = &mut self.states[node];
        state.arriving = (label, arrived);
        state.queue = positive(arrived - state.served);
        state.queue * self.hours[node]
    }

    /// How late deals are on average that come from the node before by the end of a step;
    /// nothing where none are late.
    #[inline]
    fn late_from(&self, before: usize, node: usize, step: Step) -> Option<f64> {
        let mut late = self.coming[node * self.steps() + step.end];
        let (first, of) = (self.states[before].first_late, &self.states[node]);
        if of.short > 0 && first <= step.end {
            let row = before * self.steps();
            // Up to the end of the step: nothing later has been served.
            late += just_now(&self.late[row..=row + step.end], &of.lags[..of.short]);
        }
        (late > 0.0).then_some(late)
    }

    /// The label and the number of deals that have come to a node by the end of a step, when
    /// they come from the node before so late.
    #[inline]
    fn arrived(&self, of: &Node, node: usize, late: f64, step: Step) -> (f64, f64) {
        let label = step.to - late;
        if matches!(of.before, Before::Activity(_)) && late > 0.0 {
            let made = curve(&self.made_entered, self.months, of.motion);
            let missing = between(made, step.to) - between(made, label);
            let arrived = self.up_to(node, step.to) - missing;
            let from = (self.states[node].label, step.month);
            let entered = curve(&self.entered, self.months, node);
            return (time_of(entered, arrived, from), arrived);
        }
        (label, self.up_to(node, label))
    }

    /// From this step on a node is no longer known to be on time.
    fn fall_behind(&mut self, node: usize, step: Step) {
        if self.states[node].on_time {
            let served = self.up_to(node, step.from);
            let state = &mut self.states[node];
            state.on_time = false;
            (state.served, state.label, state.late) = (served, step.from, 0.0);
        }
    }

    /// The same where not all can be served who have come in time.
    fn begin_waiting(&mut self, node: usize, step: Step) {
        if self.states[node].on_time {
            self.fall_behind(node, step);
            let arrived = self.up_to(node, step.to);
            let state = &mut self.states[node];
            state.arriving = (step.to, arrived);
            state.queue = positive(arrived - state.served);
        }
    }

    /// Gives a node its share of the hours that those who have come ask for.
    #[inline]
    fn serve(&mut self, work: &Work, node: usize, share: f64, step: Step) {
        let state = &self.states[node];
        let (label, arrived) = state.arriving;
        let most = greater(label, state.label);
        let (served, label) = if share >= 1.0 || state.queue * self.hours[node] <= NOTHING {
            (greater(arrived, state.served), most)
        } else {
            let served = state.served + state.queue * share;
            let entered = curve(&self.entered, self.months, node);
            let reached = time_of(entered, served, (state.label, step.month));
            (served, within(reached, state.label, most))
        };
        let late = positive(step.to - label);
        let late = if late < NOTHING { 0.0 } else { late };
        let state = &mut self.states[node];
        (state.served, state.label, state.late) = (served, label, late);
        state.on_time = share >= 1.0 && label >= step.to;
        if late > 0.0 {
            state.first_late = state.first_late.min(step.end);
            self.note_late(&work.nodes[node].next, node, late, step);
        }
    }

    /// Notes how late the last were whom a node has served in a step, there and with the nodes
    /// to which its deals come next.
    fn note_late(&mut self, next: &[usize], node: usize, late: f64, step: Step) {
        let steps = self.steps();
        self.late[node * steps + step.end] = late;
        for next in next {
            let NodeState { lags, short, .. } = &self.states[*next];
            let coming = &mut self.coming[next * steps..(next + 1) * steps];
            pass_on(late, &lags[*short..], step.end, coming);
        }
    }

    /// How many have entered a node up to a time without a limit.
    #[inline]
    pub(super) fn up_to(&self, node: usize, time: f64) -> f64 {
        between(curve(&self.entered, self.months, node), time)
    }
}

/// A node's curve of entries up to each month's end, one more than there are months.
#[inline]
fn curve(curves: &[f64], months: usize, node: usize) -> &[f64] {
    &curves[node * (months + 1)..(node + 1) * (months + 1)]
}

/// A cumulative curve by months, read on a straight line between them.
#[inline]
fn between(curve: &[f64], time: f64) -> f64 {
    let at = (time as u32 as usize).min(curve.len() - 2);
    let [from, to] = [curve[at], curve[at + 1]];
    from + (time - at as f64) * (to - from)
}

/// The time up to which a cumulative curve has come to a count, not before `from` and not
/// after the end of `month`.
fn time_of(curve: &[f64], count: f64, (from, month): (f64, usize)) -> f64 {
    let mut at = (from as u32 as usize).min(month);
    while at < month && curve[at + 1] < count {
        at += 1;
    }
    let more = curve[at + 1] - curve[at];
    let part = if more > 0.0 {
        within((count - curve[at]) / more, 0.0, 1.0)
    } else {
        1.0
    };
    at as f64 + part
}
