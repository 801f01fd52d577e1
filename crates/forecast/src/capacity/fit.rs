//! Whether there are as many hours as are asked for when nothing waits: by a bound first, which
//! tells it most often, then exactly. Moves nothing.

use super::{
    limit::UnlimitedFlow,
    queue::Queue,
    work::{NodeKind, Work},
};
use crate::{kernel::WIDTH, model::Model, ordered::greater};

/// The most that customers bring in any month when nothing waits: leads, and wins of them;
/// and the first month in which any come.
struct Brought {
    leads: f64,
    wins: f64,
    first: usize,
}

impl UnlimitedFlow<'_> {
    /// With A the most wins of any month, those from referred leads among them, a month has at
    /// most rate x (A + past wins) referred leads and, by the largest of the months' sums of
    /// shares, so many wins of them; A is at most the most other wins and these.
    fn brought_at_most(&self, model: &Model) -> Brought {
        let Some(referred) = &self.referrals else {
            return Brought {
                leads: 0.0,
                wins: 0.0,
                first: 0,
            };
        };
        let [new, past] = self.expected;
        let wins = new.iter().zip(past).zip(referred.open_wins);
        let most = |most: f64, number: f64| greater(number, most);
        let other = wins.map(|((new, past), open)| new + past + open);
        let other = other.fold(0.0, most);
        let each = self.wins.most_of_all() * self.reach.last().copied().unwrap_or(1.0);
        let again = each * referred.rate;
        let all = (other + again * referred.past_wins) / (1.0 - again);
        let leads = if again < 1.0 {
            referred.rate * (all + referred.past_wins)
        } else {
            f64::INFINITY
        };
        let first = model.calendar.first_open();
        Brought {
            leads,
            wins: leads * each,
            first: if referred.past_wins > 0.0 {
                first
            } else {
                first + referred.referrals.months
            },
        }
    }

    /// All leads by cohort, with those that customers bring when nothing waits: for motions
    /// whose customers bring any, as the queue has them.
    fn with_referred<'b>(&'b self, motion: usize, leads: &'b [f64]) -> &'b [f64] {
        if self.referrals.is_none() {
            return self.leads;
        }
        &leads[motion * self.leads.len()..][..self.leads.len()]
    }
}

impl Queue {
    /// Whether every month has as many hours as are asked for when nothing waits, or more: as
    /// if every cohort up to the end of its block of months had as many leads as the largest of
    /// them.
    pub(super) fn fits_at_most<'a>(
        &mut self,
        (model, work): (&Model, &Work),
        hours: &[f64],
        flow: impl Fn(usize) -> UnlimitedFlow<'a>,
    ) -> bool {
        self.asked.fill(0.0);
        for motion in 0..model.motions.len() {
            let flow = flow(motion);
            let brought = flow.brought_at_most(model);
            self.ask_at_most((model, work), motion, &flow, &brought);
            self.ask_beside_stages(work, motion, &flow);
            let after_win = brought.wins * self.hours_after_win(work, motion);
            self.asked.iter_mut().for_each(|asked| *asked += after_win);
        }
        // Rounding never makes it less.
        let mut months = self.asked.iter().zip(hours);
        months.all(|(asked, hours)| asked * (1.0 + 1e-9) <= *hours)
    }

    /// Adds the hours that a motion's stages ask for in each month at most.
    fn ask_at_most(
        &mut self,
        (model, work): (&Model, &Work),
        motion: usize,
        flow: &UnlimitedFlow,
        brought: &Brought,
    ) {
        let each = &mut self.each[..flow.entries.len()];
        each.fill(0.0);
        for (place, stage) in work.stages_of(motion) {
            each[stage] = self.hours[place] * flow.reach[stage];
        }
        let mut leads = flow.leads.iter();
        let (mut largest, mut seen) = (0.0, 0);
        for (block, asked) in self.asked.chunks_mut(WIDTH).enumerate() {
            // The sums stay in registers while the stages go by.
            let mut most = [0.0; WIDTH];
            for (each, entries) in each.iter().zip(flow.entries) {
                for (most, share) in most.iter_mut().zip(entries.of_all(block)) {
                    *most += each * share;
                }
            }
            let end = block * WIDTH + asked.len();
            let until = model.calendar.cohorts_until[end - 1];
            let next = leads.by_ref().take(until - seen);
            largest = next.fold(largest, |largest, leads| greater(*leads, largest));
            seen = until;
            let referred = if end <= brought.first {
                0.0
            } else {
                brought.leads
            };
            let all = largest + referred;
            for (asked, most) in asked.iter_mut().zip(&most) {
                *asked += most * all;
            }
        }
    }

    /// Whether every month has as many hours as are asked for when nothing waits. Looks only at
    /// months that may have fewer, as [`Queue::fits_at_most`] has found.
    pub(super) fn fits_exactly<'a>(
        &mut self,
        (model, work): (&Model, &Work),
        cohorts: &[Option<usize>],
        hours: &[f64],
        flow: impl Fn(usize) -> UnlimitedFlow<'a>,
    ) -> bool {
        let motions = 0..model.motions.len();
        std::mem::swap(&mut self.asked, &mut self.at_most);
        self.asked.fill(0.0);
        for motion in motions.clone() {
            let flow = flow(motion);
            self.refer_without_limit(model, motion, cohorts, &flow);
            self.ask_beside_stages(work, motion, &flow);
            if flow.referrals.is_some() {
                self.ask_after_brought_wins(work, motion);
            }
        }
        for (block, hours) in hours.chunks(WIDTH).enumerate() {
            let months = block * WIDTH..block * WIDTH + hours.len();
            let mut at_most = self.at_most[months.clone()].iter().zip(hours);
            // Written so that it is looked at where the bound is no number.
            if at_most.all(|(most, hours)| most * (1.0 + 1e-9) <= *hours) {
                continue;
            }
            for motion in motions.clone() {
                let flow = flow(motion);
                let leads = flow.with_referred(motion, &self.leads);
                for (place, stage) in work.stages_of(motion) {
                    let each = self.hours[place] * flow.reach[stage];
                    let entries = flow.entries[stage].of_block(block, leads);
                    for (asked, entries) in self.asked[months.clone()].iter_mut().zip(entries) {
                        *asked += each * entries;
                    }
                }
            }
            let mut asked = self.asked[months].iter().zip(hours);
            if !asked.all(|(asked, hours)| asked <= hours) {
                return false;
            }
        }
        true
    }

    /// As [`Queue::fits_exactly`], every month looked at whatever was found before: what the
    /// bound is held against in tests.
    pub(super) fn fits_indeed<'a>(
        &mut self,
        of: (&Model, &Work),
        cohorts: &[Option<usize>],
        hours: &[f64],
        flow: impl Fn(usize) -> UnlimitedFlow<'a>,
    ) -> bool {
        self.asked.fill(f64::INFINITY);
        self.fits_exactly(of, cohorts, hours, flow)
    }

    /// Adds the hours of activity, and those after the wins that no customer brings.
    fn ask_beside_stages(&mut self, work: &Work, motion: usize, flow: &UnlimitedFlow) {
        for place in &work.of_motion[motion] {
            let kind = work.nodes[*place].kind;
            if kind == NodeKind::Activity {
                for (asked, hours) in self.asked.iter_mut().zip(flow.activity) {
                    *asked += hours;
                }
            } else if kind == NodeKind::AfterWin {
                let each = self.hours[*place];
                let [new, past] = flow.expected;
                for (asked, (new, past)) in self.asked.iter_mut().zip(new.iter().zip(past)) {
                    *asked += each * (new + past);
                }
            }
        }
    }

    /// Adds those after the wins of leads that customers bring.
    fn ask_after_brought_wins(&mut self, work: &Work, motion: usize) {
        let each = self.hours_after_win(work, motion);
        let brought = &self.brought[motion * self.months..];
        for (asked, brought) in self.asked.iter_mut().zip(brought) {
            *asked += each * brought;
        }
    }

    /// Hours that a win of a motion asks for.
    fn hours_after_win(&self, work: &Work, motion: usize) -> f64 {
        let places = work.of_motion[motion].iter();
        let after = places.filter(|place| work.nodes[**place].kind == NodeKind::AfterWin);
        after.map(|place| self.hours[*place]).sum()
    }

    /// All leads of a motion whose customers bring some, by cohort, and the wins of those that
    /// they bring, when nothing waits.
    fn refer_without_limit(
        &mut self,
        model: &Model,
        motion: usize,
        cohorts: &[Option<usize>],
        flow: &UnlimitedFlow,
    ) {
        let Some(referred) = &flow.referrals else {
            return;
        };
        let leads = &mut self.leads[motion * flow.leads.len()..][..flow.leads.len()];
        leads.copy_from_slice(flow.leads);
        let months = self.months;
        let of_motion = motion * months..(motion + 1) * months;
        let brought = &mut self.brought[of_motion.clone()];
        brought.fill(0.0);
        let first = model.calendar.first_open();
        let reach = flow.reach.last().copied().unwrap_or(1.0);
        let row = &mut self.referred[of_motion];
        row.fill(0.0);
        let [new, past] = flow.expected;
        for month in first..months {
            let come = (referred.of_the_past(model, month) + row[month]) * referred.rate;
            if let Some(cohort) = cohorts[month].filter(|_| come > 0.0) {
                leads[cohort] += come;
                let (shares, wins) = (&flow.wins.row(cohort)[month..], come * reach);
                for (brought, share) in brought[month..].iter_mut().zip(shares) {
                    *brought += wins * share;
                }
            }
            let wins = new[month] + past[month] + referred.open_wins[month] + brought[month];
            referred.referrals.spread(wins, month, row);
        }
    }
}
