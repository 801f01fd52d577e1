//! How many deals enter each stage, in expected values (maths.md section 2).

use super::{Kernels, kernels::at_scale, leads};
use crate::{kernel::month_kernel, model::Model};

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
}

/// Entries into every stage of every motion, at mean times and the means of the assumptions.
#[must_use]
pub fn stage_entries(model: &Model, values: &[f64], kernels: &Kernels) -> Vec<StageEntries> {
    let of = |place: usize| {
        let motion = &model.motions[place];
        let leads = leads(model, motion, values);
        let scale = libm::exp(0.5 * motion.time.sigma * motion.time.sigma);
        let mut entries = StageEntries {
            leads: vec![0.0; model.months()],
            all: Vec::new(),
            new: Vec::new(),
        };
        for (cohort, (span, lead)) in model.calendar.cohorts.iter().zip(&leads).enumerate() {
            let month = usize::try_from(model.calendar.place(span.month)).ok();
            if let Some(created) = month.and_then(|month| entries.leads.get_mut(month))
                && !model.calendar.is_past(cohort)
            {
                *created += lead;
            }
        }
        let mut reached = 1.0;
        for stage in 0..motion.stages.len() + motion.later_stages.len() {
            let at_entry;
            let kernel = match stage.checked_sub(1) {
                None => {
                    at_entry =
                        month_kernel(&model.calendar, &crate::kernel::TimeGrid::zero(), None);
                    &at_entry
                }
                Some(before) if before + 1 < motion.stages.len() => {
                    at_entry = month_kernel(
                        &model.calendar,
                        &at_scale(model, &motion.time.totals[before], scale),
                        None,
                    );
                    &at_entry
                }
                Some(_) => &kernels.wins[place],
            };
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
            entries.all.push(all);
            entries.new.push(new);
            let conversion = motion.stages.get(stage).and_then(|stage| stage.conversion);
            reached *= conversion.map_or(1.0, |place| values[place]);
        }
        entries
    };
    (0..model.motions.len()).map(of).collect()
}
