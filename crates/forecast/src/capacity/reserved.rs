//! Hours that open deals still ask for, up to the win and after it. They are reserved before
//! anything else, and the deals' dates do not move (maths.md section 3).

use std::collections::BTreeMap;

use crate::{
    flow::mean_scales,
    model::{Model, Motion, OpenDeal},
    ordered::positive,
};

/// Deals in open stages by the assumption of hours they ask for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Reserved {
    /// For each assumption of hours, how many deals ask for them, by month.
    deals: Vec<(usize, Vec<f64>)>,
    /// The motions with open deals whose stages after the win ask for hours, and the places
    /// of these: every deal won asks for them in the month of its win.
    after_win: Vec<(usize, Vec<usize>)>,
}

impl Reserved {
    /// The work left in open deals: half of the present stage's and that of the stages that
    /// follow by the chance of reaching them, at the means of the assumptions, spread over
    /// the time until the deals close. What of it lies before the period or after it is none
    /// of its work. What comes after their win is known with the wins.
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
            let months = group.open_by_month(&model.calendar, scales[group.motion]);
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
            after_win: after_win(model),
        }
    }

    /// Adds the hours asked, by month. `wins` gives the wins of a motion's open deals by
    /// month.
    pub(crate) fn add<'a>(
        &self,
        values: &[f64],
        wins: impl Fn(usize) -> &'a [f64],
        hours: &mut [f64],
    ) {
        self.each(values, wins, |each, deals| {
            for (hours, deals) in hours.iter_mut().zip(deals) {
                *hours += deals * each;
            }
        });
    }

    /// Takes them off what there is, by month; what does not fit into a month goes before
    /// everything else in the next.
    pub(crate) fn take_off<'a>(
        &self,
        values: &[f64],
        wins: impl Fn(usize) -> &'a [f64],
        hours: &mut [f64],
    ) {
        self.each(values, wins, |each, deals| {
            for (hours, deals) in hours.iter_mut().zip(deals) {
                *hours -= deals * each;
            }
        });
        let mut owed = 0.0;
        for hours in hours {
            let left = *hours - owed;
            owed = positive(-left);
            *hours = positive(left);
        }
    }

    /// Gives the hours for one deal and the deals by month, for all kinds of work.
    fn each<'a>(
        &self,
        values: &[f64],
        wins: impl Fn(usize) -> &'a [f64],
        mut take: impl FnMut(f64, &[f64]),
    ) {
        for (place, deals) in &self.deals {
            take(values[*place], deals);
        }
        for (motion, hours) in &self.after_win {
            take(
                hours.iter().map(|place| values[*place]).sum(),
                wins(*motion),
            );
        }
    }
}

/// See [`Reserved::after_win`].
fn after_win(model: &Model) -> Vec<(usize, Vec<usize>)> {
    let of = |(place, motion): (usize, &Motion)| {
        let listed = |deal: &OpenDeal| deal.motion == place;
        let stages = motion.later_stages.iter();
        let hours: Vec<usize> = stages.filter_map(|stage| stage.hours).collect();
        (!hours.is_empty() && model.open_deals.deals.iter().any(listed)).then_some((place, hours))
    };
    model.motions.iter().enumerate().filter_map(of).collect()
}
