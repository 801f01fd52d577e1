//! The steps of the fluid queue: what each node asks for, and what it is given. Knows no
//! months beyond the one at hand.

use super::{
    node::Step,
    queue::Queue,
    work::{Before, Node, Work},
};

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
                    self.states[node].begin_waiting(step);
                    self.serve(work, node, share, step);
                }
            }
        }
    }

    /// The hours that those ask for who have come to a node by the end of a step.
    #[inline]
    fn ask(&mut self, of: &Node, node: usize, step: Step) -> f64 {
        let mut late = self.coming[node * self.steps + step.end];
        let (before, made) = match of.before {
            Before::Nothing => (None, None),
            Before::Node(before) => (Some(before), None),
            Before::Activity(before) => (Some(before), Some(&self.made_entered[of.motion])),
        };
        if let Some(before) = before
            && self.states[node].lags.are_any_short()
            && self.states[before].first_late <= step.end
        {
            let until = &self.late[before * self.steps..][..=step.end];
            let at = |ago: usize| until[step.end.saturating_sub(ago)];
            late += self.states[node].lags.just_now([at(0), at(1), at(2)]);
        }
        self.states[node].ask(late, made, step)
    }

    /// Gives a node its share of the hours that those who have come ask for, and tells the nodes
    /// to which its deals come next how late these are.
    #[inline]
    fn serve(&mut self, work: &Work, node: usize, share: f64, step: Step) {
        let late = self.states[node].serve(share, step);
        if late > 0.0 {
            self.late[node * self.steps + step.end] = late;
            for next in &work.nodes[node].next {
                let coming = &mut self.coming[next * self.steps..(next + 1) * self.steps];
                let lags = &self.states[*next].lags;
                lags.pass_on(late, &mut coming[step.end..]);
            }
        }
    }
}
