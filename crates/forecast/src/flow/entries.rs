//! How many deals enter each stage, in expected values (maths.md section 2).

use super::{Bookings, Kernels, kernels::entry_kernels, leads, period_cohorts};
use crate::{kernel::MonthKernel, model::Model};

/// Deals that enter the stages of one motion, by stage and month of the period: the stages
/// up to the win, then those after it.
#[derive(Debug, Clone, PartialEq)]
pub struct StageEntries {
    /// New leads created in the period, by month.
    pub leads: Vec<f64>,
    /// Entries by stage and month, of leads whenever created.
    pub all: Vec<Vec<f64>>,
    /// Entries by stage and month, of leads created from the as-of date on.
    pub new: Vec<Vec<f64>>,
    /// Entries by stage and month of leads that customers bring, which are in none of the
    /// others.
    pub referred: Vec<Vec<f64>>,
}

/// Entries into every stage of every motion, at mean times and with one value for each
/// assumption; hours are not looked at. `without_limit` says which leads customers bring.
#[must_use]
pub(crate) fn stage_entries(
    model: &Model,
    values: &[f64],
    staying: &[f64],
    kernels: &Kernels,
    without_limit: &Bookings,
) -> Vec<StageEntries> {
    let created = period_cohorts(model);
    let of = |place: usize| {
        let motion = &model.motions[place];
        let leads = leads(model, motion, values, staying);
        let mut entries = StageEntries {
            leads: vec![0.0; model.months()],
            all: Vec::new(),
            new: Vec::new(),
            referred: Vec::new(),
        };
        let mut brought = vec![0.0; leads.len()];
        for (cohort, leads) in created.iter().zip(&without_limit.referral_leads[place]) {
            if let Some(cohort) = cohort {
                brought[*cohort] += leads;
            }
        }
        for (cohort, lead) in leads.iter().enumerate() {
            let month = usize::try_from(model.calendar.cohort_places[cohort]).ok();
            if let Some(created) = month.and_then(|month| entries.leads.get_mut(month))
                && !model.calendar.is_past(cohort)
            {
                *created += lead;
            }
        }
        let scale = kernels.scales[place];
        let computed = if kernels.entries[place].is_empty() {
            entry_kernels(model, motion, scale)
        } else {
            kernels.entries[place].clone()
        };
        let mut reached = 1.0;
        for stage in 0..motion.stages.len() + motion.later_stages.len() {
            let kernel = computed.get(stage).unwrap_or(&kernels.wins[place]);
            entries.add_stage(model, &leads, reached, kernel);
            let mut referred = vec![0.0; model.months()];
            kernel.carry(&brought, reached, &mut referred);
            entries.referred.push(referred);
            let conversion = motion.stages.get(stage).and_then(|stage| stage.conversion);
            reached *= conversion.map_or(1.0, |place| values[place]);
        }
        entries
    };
    (0..model.motions.len()).map(of).collect()
}

impl StageEntries {
    fn add_stage(&mut self, model: &Model, leads: &[f64], reached: f64, kernel: &MonthKernel) {
        let (mut all, mut new) = (vec![0.0; model.months()], vec![0.0; model.months()]);
        for (cohort, leads) in leads.iter().enumerate() {
            for (month, share) in kernel.row(cohort).iter().enumerate() {
                let entering = leads * reached * share;
                all[month] += entering;
                if !model.calendar.is_past(cohort) {
                    new[month] += entering;
                }
            }
        }
        self.all.push(all);
        self.new.push(new);
    }
}
