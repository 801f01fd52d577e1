//! What follows from a motion's wins in one trial: deals that customers bring, and what they
//! buy again. Allocates nothing.

use super::{
    motion::OneMotion,
    scratch::{Scratch, StepScratch},
};
use crate::{
    distribution::binomial,
    flow::{Origin, from_ages_on, kept_purchases, past_referral_leads, yearly_to_monthly},
    ordered::{greater, whole_part},
};

impl OneMotion<'_> {
    /// Deals that customers brought: each win brings leads, which bring wins.
    #[inline(never)]
    pub(super) fn referrals(&self, s: &mut Scratch, step: &mut StepScratch) {
        let Some(referrals) = &self.motion.referrals else {
            return;
        };
        let own = &mut s.motions[self.place];
        let reach = own.reach.last().copied().unwrap_or(1.0);
        let rate = s.values[referrals.leads_per_win] * (s.market * reach);
        let labels = s.moved.then_some(own.labels.as_slice());
        let stream = self.stream(labels, s.values[self.motion.value], &self.seeded.referral);
        let kernel = self.tables.at_time(own.time);
        let first = self.model.calendar.first_open();
        let months = own.wins.len();
        step.referred_leads.fill(0.0);
        if own.past_wins > 0.0 {
            for (month, leads) in step.referred_leads.iter_mut().enumerate().skip(first) {
                let open = self.model.calendar.open_share(month);
                *leads = own.past_wins * open * past_referral_leads(referrals, month - first);
            }
        }
        // Expected wins first, then counts: a month's expectation is complete when its turn
        // comes, since referred leads come at least a month after their win.
        step.referred_expected.fill(0.0);
        own.referred.fill(0.0);
        for month in first..months {
            let leads = step.referred_leads[month] * rate;
            if let Some(cohort) = self.engine.cohorts[month].filter(|_| leads > 0.0) {
                let shares = &kernel.row(cohort)[month..];
                for (expected, share) in step.referred_expected[month..].iter_mut().zip(shares) {
                    *expected += leads * share;
                }
            }
            stream.draw_month(month, step.referred_expected[month], &mut own.referral);
            let (count, bookings) = stream.month(month, &mut own.referral);
            own.referred[month] = count;
            own.bought[month] += bookings;
            s.by_origin[Origin::RepeatAndReferral as usize][month] += bookings;
            let all = own.wins[month] + count + own.open_wins[month];
            referrals.spread(all, month, &mut step.referred_leads);
        }
    }

    /// What customers buy again: so many are kept as chance has it.
    #[inline(never)]
    pub(super) fn repeat(&self, s: &mut Scratch, step: &mut StepScratch) {
        let Some(repeat) = &self.motion.repeat else {
            return;
        };
        let own = &s.motions[self.place];
        let first = self.model.calendar.first_open();
        let soonest = repeat.ages.first().copied().unwrap_or(usize::MAX);
        if own.past_wins <= 0.0 && soonest >= own.wins.len() - first {
            // Whoever buys for the first time in the period does not buy again in it.
            return;
        }
        let value = s.values[self.motion.value];
        let share = s.values[repeat.share];
        let retention = repeat.retention.map_or(1.0, |place| s.values[place]);
        let length = repeat.purchases.len();
        let (kept, later) = (&mut step.kept[..length], &mut step.later[..length]);
        let mut begin = first;
        if own.past_wins > 0.0 {
            kept_purchases(repeat, yearly_to_monthly(retention), kept);
            from_ages_on(&repeat.ages, kept, later);
        } else {
            // Who buys for the first time in the period buys again in its last months at most.
            let length = length.min(own.wins.len() - first);
            kept_purchases(repeat, yearly_to_monthly(retention), &mut kept[..length]);
            begin += soonest;
        }
        let chance = self.seeded.retention.trial(self.trial);
        for month in begin..own.wins.len() {
            let past_wins = own.past_wins * self.model.calendar.open_share(month);
            let past = past_wins * later[month - first + 1];
            let (mut bought, mut staying) = (past * value, past);
            let mut due = past_wins * repeat.due_later[month - first + 1];
            for age in repeat.ages.iter().take_while(|age| **age <= month - first) {
                let won = month - age;
                let wins = own.wins[won] + own.referred[won] + own.open_wins[won];
                bought += (own.bought[won] + own.open_value[won]) * kept[*age];
                staying += wins * kept[*age];
                due += wins * repeat.purchases[*age];
            }
            if bought <= 0.0 {
                continue;
            }
            let uniform = chance.uniform(self.engine.addresses[month], 0);
            let luck = kept_luck(due, staying, uniform);
            s.by_origin[Origin::RepeatAndReferral as usize][month] += share * bought * luck;
        }
    }
}

/// How many customers who could buy again were kept, against the expected number: of `due`
/// purchases `staying` are expected.
fn kept_luck(due: f64, staying: f64, uniform: f64) -> f64 {
    if due <= 0.0 || staying <= 0.0 || staying >= due {
        return 1.0;
    }
    let due_whole = greater(whole_part(due + 0.5), 1.0);
    let chance = staying / due;
    binomial::quantile(due_whole, chance, uniform) / (due_whole * chance)
}
