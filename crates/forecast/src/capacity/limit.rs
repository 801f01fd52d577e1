//! What hours let through: fills the queue with the flow of all motions and runs it month by
//! month, each win bringing its referrals. The same for expected values and for a trial.

use super::{
    queue::Queue,
    work::{Before, NodeKind, Work},
};
use crate::{
    flow::{MOST_LEADS, past_referral_leads},
    kernel::MonthKernel,
    model::{Model, Referrals},
    ordered::lesser,
};

/// The flow of one motion before any limit.
pub(crate) struct UnlimitedFlow<'a> {
    /// Leads by cohort.
    pub(crate) leads: &'a [f64],
    /// Those of them that activity with hours is yet to make.
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

impl Referred<'_> {
    /// Leads in a month, for each lead per win, that customers won before the as-of date
    /// bring.
    #[inline]
    pub(super) fn of_the_past(&self, model: &Model, month: usize) -> f64 {
        if self.past_wins <= 0.0 {
            return 0.0;
        }
        let ahead = month - model.calendar.first_open();
        self.past_wins
            * model.calendar.open_share(month)
            * past_referral_leads(self.referrals, ahead)
    }
}

/// Runs the queue. `hours` are what is left for work, by month; `cohorts` as in
/// [`crate::flow::period_cohorts`].
pub(crate) fn run<'a>(
    queue: &mut Queue,
    (model, work): (&Model, &Work),
    cohorts: &[Option<usize>],
    hours: &[f64],
    flow: impl Fn(usize) -> UnlimitedFlow<'a>,
) {
    let motions = 0..model.motions.len();
    // Most often everything fits, and nothing has to be moved.
    let surely = queue.fits_at_most((model, work), hours, &flow);
    debug_assert!(
        !surely || queue.fits_indeed((model, work), cohorts, hours, &flow),
        "more hours are asked for than at most"
    );
    if surely || queue.fits_exactly((model, work), cohorts, hours, &flow) {
        queue.rest();
        return;
    }
    for motion in motions.clone() {
        fill(queue, work, motion, &flow(motion));
    }
    let brings = |motion: usize| model.motions[motion].referrals.is_some();
    let first = model.calendar.first_open();
    queue.begin(work, first);
    for (month, hours) in hours.iter().enumerate().skip(first) {
        for motion in motions.clone().filter(|motion| brings(*motion)) {
            let flow = flow(motion);
            if let (Some(referred), Some(cohort)) = (&flow.referrals, cohorts[month]) {
                refer(
                    queue,
                    (model, work),
                    (motion, month, cohort),
                    &flow,
                    referred,
                );
            }
        }
        queue.month(work, month, *hours);
        for motion in motions.clone().filter(|motion| brings(*motion)) {
            if let Some(referred) = &flow(motion).referrals {
                queue.bring((motion, month), referred);
            }
        }
    }
}

/// A motion's entries by node, but for the leads that customers bring.
fn fill(queue: &mut Queue, work: &Work, motion: usize, flow: &UnlimitedFlow) {
    let mut made_for = None;
    for place in work.of_motion[motion].iter().copied() {
        let node = &work.nodes[place];
        let Some((kernel, reach)) = flow.through(node.kind) else {
            queue.node(place).copy_from_slice(flow.activity);
            continue;
        };
        if matches!(node.kind, NodeKind::Stage(_)) {
            kernel.carry(flow.leads, reach, queue.node(place));
        } else {
            let [new, past] = flow.expected;
            let entries = queue.node(place).iter_mut();
            for (entry, (new, past)) in entries.zip(new.iter().zip(past)) {
                *entry = new + past;
            }
        }
        if matches!(node.before, Before::Activity(_)) {
            made_for = Some((kernel, reach));
        }
    }
    if let Some((kernel, reach)) = made_for {
        kernel.carry(flow.made, reach, queue.made_for(motion));
    }
}

/// The leads that customers bring in a month enter the flow.
fn refer(
    queue: &mut Queue,
    (model, work): (&Model, &Work),
    (motion, month, cohort): (usize, usize, usize),
    flow: &UnlimitedFlow,
    referred: &Referred,
) {
    let months = flow.activity.len();
    let brought = queue.referred[motion * months + month];
    let leads = (referred.of_the_past(model, month) + brought) * referred.rate;
    if leads <= 0.0 {
        return;
    }
    for place in work.of_motion[motion].iter().copied() {
        if let Some((kernel, reach)) = flow.through(work.nodes[place].kind) {
            queue.add(place, month, leads * reach, kernel.row(cohort));
        }
    }
}

impl UnlimitedFlow<'_> {
    /// The kernel of entering a node and the chance of reaching it; nothing for activity.
    fn through(&self, kind: NodeKind) -> Option<(&MonthKernel, f64)> {
        match kind {
            NodeKind::Activity => None,
            NodeKind::Stage(stage) => Some((&self.entries[stage], self.reach[stage])),
            NodeKind::Win | NodeKind::AfterWin => {
                Some((self.wins, self.reach.last().copied().unwrap_or(1.0)))
            }
        }
    }
}

impl Queue {
    fn made_for(&mut self, motion: usize) -> &mut [f64] {
        &mut self.made[motion * self.months..(motion + 1) * self.months]
    }

    /// The wins of a month bring leads in months to come.
    fn bring(&mut self, (motion, month): (usize, usize), referred: &Referred) {
        let wins = self.wins(motion, month) + referred.open_wins[month];
        let months = referred.open_wins.len();
        let row = &mut self.referred[motion * months..(motion + 1) * months];
        referred.referrals.spread(wins, month, row);
    }
}

impl Referrals {
    /// Adds the leads that wins of a month bring, one each, to the months in which they come.
    pub(crate) fn spread(&self, wins: f64, month: usize, leads: &mut [f64]) {
        let add = |lead: &mut f64, more: f64| *lead = lesser(*lead + more, MOST_LEADS);
        match leads.get_mut(month + self.months..) {
            Some([lead, next, ..]) => {
                add(lead, wins * (1.0 - self.next_month));
                add(next, wins * self.next_month);
            }
            Some([lead]) => add(lead, wins * (1.0 - self.next_month)),
            _ => {}
        }
    }
}
