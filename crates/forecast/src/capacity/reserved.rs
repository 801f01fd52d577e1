//! Hours that open deals still ask for. They are reserved before anything else, and the
//! deals' dates do not move (maths.md section 3).

use std::collections::BTreeMap;

use crate::{
    calendar::Calendar,
    flow::mean_scales,
    model::{Model, OpenGroup},
};

/// Deals in open stages by the assumption of hours they ask for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Reserved {
    /// For each assumption of hours, how many deals ask for them, by month.
    deals: Vec<(usize, Vec<f64>)>,
}

impl Reserved {
    /// The work left in open deals: half of the present stage's and that of the stages that
    /// follow by the chance of reaching them, at the means of the assumptions, spread over
    /// the time until the deals close.
    pub(crate) fn new(model: &Model) -> Self {
        let values = model.means();
        let scales = mean_scales(model);
        let mut alike: BTreeMap<usize, f64> = BTreeMap::new();
        for deal in &model.open_deals.deals {
            if deal.own_chance.is_none_or(|chance| chance > 0.0) {
                *alike.entry(deal.group).or_insert(0.0) += 1.0;
            }
        }
        let mut deals: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
        for (place, count) in alike {
            let group = &model.open_deals.groups[place];
            let motion = &model.motions[group.motion];
            let months = open_by_month(model, group, scales[group.motion]);
            let mut reached = 1.0;
            for (stage, of) in motion.stages.iter().enumerate().skip(group.stage) {
                let part = if stage == group.stage { 0.5 } else { reached };
                reached *= of.conversion.map_or(1.0, |place| values[place]);
                let Some(hours) = of.hours else { continue };
                let row = deals
                    .entry(hours)
                    .or_insert_with(|| vec![0.0; model.months()]);
                for (cell, month) in row.iter_mut().zip(&months) {
                    *cell += count * part * month;
                }
            }
        }
        Self {
            deals: deals.into_iter().collect(),
        }
    }

    /// Hours asked, by month.
    pub(crate) fn hours(&self, values: &[f64], hours: &mut [f64]) {
        for (place, deals) in &self.deals {
            for (hours, deals) in hours.iter_mut().zip(deals) {
                *hours += deals * values[*place];
            }
        }
    }

    /// Takes them off what there is, by month.
    pub(crate) fn take_off(&self, values: &[f64], hours: &mut [f64]) {
        for (place, deals) in &self.deals {
            for (hours, deals) in hours.iter_mut().zip(deals) {
                *hours = (*hours - deals * values[*place]).max(0.0);
            }
        }
    }
}

/// How a group's work is spread over the months: by the days on which its deals are still
/// open.
fn open_by_month(model: &Model, group: &OpenGroup, scale: f64) -> Vec<f64> {
    let calendar = &model.calendar;
    let listed = Calendar::day(calendar.listed_on);
    let closed = group.closed_by(calendar, &model.motions[group.motion], scale);
    let mut before = 0.0;
    let mut weights: Vec<f64> = calendar
        .windows
        .iter()
        .zip(&closed)
        .map(|(window, closed)| {
            let open = 1.0 - before;
            before = *closed;
            if window.end <= listed {
                0.0
            } else {
                open * window.days() as f64
            }
        })
        .collect();
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
    weights
}
