//! What hours let through: fills the queue with the flow of all motions and runs it month by
//! month, each win bringing its referrals. The same for expected values and for a trial.

use super::{
    queue::Queue,
    work::{Step, Work},
};
use crate::{
    flow::{MOST_LEADS, past_referral_leads},
    kernel::MonthKernel,
    model::{Model, Referrals},
};

/// The flow of one motion before any limit.
pub(crate) struct Demand<'a> {
    /// Leads by cohort.
    pub(crate) leads: &'a [f64],
    /// Those of them that activity with hours makes.
    pub(crate) made: &'a [f64],
    /// Hours of that activity by month of the period.
    pub(crate) activity: &'a [f64],
    /// Expected wins by month before any limit, without those from leads yet to be referred.
    pub(crate) expected: [&'a [f64]; 2],
    /// The chance of reaching each stage, and of winning.
    pub(crate) reach: &'a [f64],
    /// From cohort to month of entering each stage.
    pub(crate) entries: &'a [MonthKernel],
    /// From cohort to month of winning.
    pub(crate) wins: &'a MonthKernel,
    /// Leads that customers bring.
    pub(crate) referrals: Option<Referred<'a>>,
}

/// What leads customers bring.
pub(crate) struct Referred<'a> {
    pub(crate) referrals: &'a Referrals,
    /// Leads for each win, the market factor in it.
    pub(crate) rate: f64,
    /// Wins a month of the past.
    pub(crate) past_wins: f64,
    /// Wins of listed open deals, by month.
    pub(crate) open_wins: &'a [f64],
}

/// Runs the queue. `hours` are what is left for work, by month; `cohorts` as in
/// [`crate::flow::period_cohorts`].
pub(crate) fn run<'a>(
    queue: &mut Queue,
    (model, work): (&Model, &Work),
    cohorts: &[Option<usize>],
    hours: &[f64],
    demand: impl Fn(usize) -> Demand<'a>,
) {
    let motions = 0..model.motions.len();
    for motion in motions.clone() {
        let demand = demand(motion);
        queue.refer_without_limit(model, motion, cohorts, &demand);
        fill(queue, work, motion, &demand, true);
    }
    // Most often everything fits, and nothing has to be moved.
    if queue.fits(work, hours) {
        return;
    }
    let brings = |motion: usize| model.motions[motion].referrals.is_some();
    for motion in motions.clone().filter(|motion| brings(*motion)) {
        fill(queue, work, motion, &demand(motion), false);
    }
    let first = model.calendar.first_open();
    queue.begin(first);
    for (month, hours) in hours.iter().enumerate().skip(first) {
        for motion in motions.clone().filter(|motion| brings(*motion)) {
            let demand = demand(motion);
            if let (Some(referred), Some(cohort)) = (&demand.referrals, cohorts[month]) {
                refer(
                    queue,
                    (model, work),
                    (motion, month, cohort),
                    &demand,
                    referred,
                );
            }
        }
        queue.month(work, month, *hours);
        for motion in motions.clone().filter(|motion| brings(*motion)) {
            if let Some(referred) = &demand(motion).referrals {
                queue.bring(work, (motion, month), referred);
            }
        }
    }
}

/// A motion's entries by node: with the leads that customers bring when nothing waits, or
/// without any.
fn fill(queue: &mut Queue, work: &Work, motion: usize, demand: &Demand, referred: bool) {
    let mut made_for = None;
    for place in work.of_motion[motion].iter().copied() {
        let node = &work.nodes[place];
        let Some((kernel, reach)) = demand.through(node.step) else {
            let months = demand.activity.len();
            queue.entries[place * months..(place + 1) * months].copy_from_slice(demand.activity);
            continue;
        };
        if matches!(node.step, Step::Win | Step::AfterWin) {
            let [new, past] = demand.expected;
            let (entries, brought) = queue.node_and_brought(place);
            let expected = new.iter().zip(past).zip(brought);
            for (entry, ((new, past), brought)) in entries.iter_mut().zip(expected) {
                *entry = new + past + if referred { *brought } else { 0.0 };
            }
        } else if referred {
            let (entries, leads) = queue.node_and_leads(place);
            kernel.carry(leads, reach, entries);
        } else {
            kernel.carry(demand.leads, reach, queue.node(place));
        }
        if matches!(node.before, super::work::Before::Activity(_)) {
            made_for = Some((kernel, reach));
        }
    }
    if let Some((kernel, reach)) = made_for {
        kernel.carry(demand.made, reach, queue.made_for(motion));
    }
}

/// The leads that customers bring in a month enter the flow.
fn refer(
    queue: &mut Queue,
    (model, work): (&Model, &Work),
    (motion, month, cohort): (usize, usize, usize),
    demand: &Demand,
    referred: &Referred,
) {
    let first = model.calendar.first_open();
    let past = referred.past_wins
        * model.calendar.open_share(month)
        * past_referral_leads(referred.referrals, month - first);
    let months = demand.activity.len();
    let leads = (past + queue.referred[motion * months + month]) * referred.rate;
    if leads <= 0.0 {
        return;
    }
    for place in work.of_motion[motion].iter().copied() {
        if let Some((kernel, reach)) = demand.through(work.nodes[place].step) {
            queue.add(place, month, leads * reach, kernel.row(cohort));
        }
    }
}

impl Demand<'_> {
    /// The kernel of entering a node and the chance of reaching it; nothing for activity.
    fn through(&self, step: Step) -> Option<(&MonthKernel, f64)> {
        match step {
            Step::Activity => None,
            Step::Stage(stage) => Some((&self.entries[stage], self.reach[stage])),
            Step::Win | Step::AfterWin => {
                Some((self.wins, self.reach.last().copied().unwrap_or(1.0)))
            }
        }
    }
}

impl Queue {
    /// All leads of a motion by cohort, and the wins of those that customers bring, when
    /// nothing waits.
    fn refer_without_limit(
        &mut self,
        model: &Model,
        motion: usize,
        cohorts: &[Option<usize>],
        demand: &Demand,
    ) {
        self.leads.copy_from_slice(demand.leads);
        self.brought.fill(0.0);
        let Some(referred) = &demand.referrals else {
            return;
        };
        let first = model.calendar.first_open();
        let months = self.brought.len();
        let reach = demand.reach.last().copied().unwrap_or(1.0);
        let row = &mut self.referred[motion * months..(motion + 1) * months];
        row.fill(0.0);
        for month in first..months {
            let past = referred.past_wins
                * model.calendar.open_share(month)
                * past_referral_leads(referred.referrals, month - first);
            let leads = (past + row[month]) * referred.rate;
            if let Some(cohort) = cohorts[month].filter(|_| leads > 0.0) {
                self.leads[cohort] += leads;
                let shares = demand.wins.row(cohort).iter().skip(month);
                for (wins, share) in self.brought[month..].iter_mut().zip(shares) {
                    *wins += leads * reach * share;
                }
            }
            let wins = demand.expected[0][month]
                + demand.expected[1][month]
                + referred.open_wins[month]
                + self.brought[month];
            referred.referrals.spread(wins, month, row);
        }
    }

    fn made_for(&mut self, motion: usize) -> &mut [f64] {
        let months = self.waiting_hours.len();
        &mut self.made[motion * months..(motion + 1) * months]
    }

    /// The wins of a month bring leads in months to come.
    fn bring(&mut self, work: &Work, (motion, month): (usize, usize), referred: &Referred) {
        let wins = self.wins(work, motion, month) + referred.open_wins[month];
        let months = referred.open_wins.len();
        let row = &mut self.referred[motion * months..(motion + 1) * months];
        referred.referrals.spread(wins, month, row);
    }
}

impl Referrals {
    /// Adds the leads that wins of a month bring, one each, to the months in which they come.
    pub(crate) fn spread(&self, wins: f64, month: usize, leads: &mut [f64]) {
        for (ahead, share) in [(0, 1.0 - self.next_month), (1, self.next_month)] {
            if let Some(lead) = leads.get_mut(month + self.months + ahead) {
                *lead = (*lead + wins * share).min(MOST_LEADS);
            }
        }
    }
}
