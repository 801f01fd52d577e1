//! Hours asked of the reps against hours they have (maths.md section 3): how they limit the
//! flow, and the report of it in expected values.

mod curve;
mod fit;
mod lag;
mod large_pieces;
pub(crate) mod limit;
mod node;
pub(crate) mod queue;
pub(crate) mod reserved;
pub(crate) mod staffing;
mod steps;
pub(crate) mod work;

pub(crate) use large_pieces::large_pieces;
use plumbline_plan::Month;
use serde::Serialize;

use crate::{
    flow::{Bookings, Flow, Kernels, StageEntries, add_activity_hours},
    model::{Model, Motion},
};

/// Hours by month, where they run out, and what that costs.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Capacity {
    /// Month by month.
    pub months: Vec<MonthLoad>,
    /// The first month that asks for more hours than there are.
    pub first_over: Option<Month>,
    /// The most active deals a rep can handle, as entered.
    pub most_deals_per_rep: Option<f64>,
    /// Deals that would be won in the period if there were hours enough, and are not.
    pub slipped_wins: f64,
    /// Their bookings, with what would have followed from them, plan's currency.
    pub slipped_bookings: f64,
    /// The manager's hours in an average month.
    pub manager: ManagerLoad,
}

/// Hours of one month, from the as-of date on.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct MonthLoad {
    /// The month.
    pub month: Month,
    /// People employed, on average.
    pub reps: f64,
    /// Hours for selling.
    pub available: f64,
    /// Hours that deals entering stages ask for, before any of them has to wait.
    pub deals: f64,
    /// Hours that lead-making activity asks for.
    pub activity: f64,
    /// Hours that the open deals still ask for.
    pub open_deals: f64,
    /// Hours of work that is left waiting when the month ends.
    pub waiting: f64,
    /// Hours asked over hours available; nothing when there are none.
    pub utilisation: Option<f64>,
    /// Active deals a rep (Little's law: arrivals times mean time in process); nothing
    /// without reps.
    pub deals_per_rep: Option<f64>,
}

impl MonthLoad {
    /// Hours asked in all, what was left from the month before not counted.
    #[must_use]
    pub fn asked(&self) -> f64 {
        self.deals + self.activity + self.open_deals
    }
}

/// The manager's hours in an average month: what is asked of them against what there is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ManagerLoad {
    /// Working hours.
    pub available: f64,
    /// Coaching that the reps are to have: hours a rep times reps.
    pub coaching_asked: f64,
    /// Coaching entered in the manager's own week; nothing while none is.
    pub coaching_planned: Option<f64>,
    /// Meetings of the whole team.
    pub meetings: f64,
    /// Selling to accounts of their own.
    pub own_accounts: f64,
    /// Everything else entered in the manager's week.
    pub other: f64,
}

impl ManagerLoad {
    /// Hours asked in all.
    #[must_use]
    pub fn asked(&self) -> f64 {
        self.coaching_asked + self.meetings + self.own_accounts + self.other
    }

    /// Hours that are missing; nothing when there are enough.
    #[must_use]
    pub fn missing(&self) -> f64 {
        (self.asked() - self.available).max(0.0)
    }
}

/// Hours asked and available in each month of the period, and what does not fit.
pub(crate) fn capacity(
    model: &Model,
    values: &[f64],
    kernels: &Kernels,
    (entries, without): (&[StageEntries], &Bookings),
) -> Capacity {
    let flow = Flow::new(model, values, kernels, 1.0);
    let staffing = flow.staffing.clone();
    let waiting = flow.queue.as_ref().map_or_else(
        || vec![0.0; model.months()],
        |queue| queue.waiting_hours.clone(),
    );
    let open = flow.reserved_hours(values);
    let with = flow.bookings();
    let mut activity = vec![0.0; model.months()];
    for motion in &model.motions {
        add_activity_hours(model, motion, values, &staffing.staying, &mut activity);
    }
    let month = |(place, window): (usize, &crate::calendar::Span)| {
        // Whoever names nobody sells alone.
        let alone = !model.team.has_reps();
        let reps = if alone { 1.0 } else { staffing.people[place] };
        let available = if alone {
            40.0 * window.days() as f64 / 7.0
        } else {
            staffing.hours[place]
        };
        let mut load = MonthLoad {
            month: window.month,
            reps: if window.days() == 0 { 0.0 } else { reps },
            available,
            deals: deal_hours(model, values, entries, place),
            activity: activity[place],
            open_deals: open[place],
            waiting: waiting[place],
            utilisation: None,
            deals_per_rep: (reps > 0.0 && window.days() > 0)
                .then(|| active_deals(model, entries, place) / reps),
        };
        load.utilisation = (available > 0.0).then(|| load.asked() / available);
        load
    };
    let months: Vec<MonthLoad> = model
        .calendar
        .windows
        .iter()
        .enumerate()
        .map(month)
        .collect();
    let over =
        |load: &&MonthLoad| load.asked() > 1e-9 && load.asked() > load.available * (1.0 + 1e-9);
    let wins = |bookings: &Bookings| -> f64 {
        let all = [
            &bookings.new_wins,
            &bookings.open_wins,
            &bookings.referral_wins,
        ];
        all.into_iter().flatten().flatten().sum()
    };
    Capacity {
        first_over: months
            .iter()
            .find(over)
            .filter(|_| model.team.has_reps())
            .map(|load| load.month),
        months,
        most_deals_per_rep: model.team.most_deals_per_rep,
        slipped_wins: (wins(without) - wins(&with)).max(0.0),
        slipped_bookings: (without.total() - with.total()).max(0.0),
        manager: manager_load(model, &staffing.people),
    }
}

/// The manager's hours asked, with as many reps as there are on average.
fn manager_load(model: &Model, people: &[f64]) -> ManagerLoad {
    let first = model
        .calendar
        .first_open()
        .min(people.len().saturating_sub(1));
    let months = &people[first..];
    let reps = months.iter().sum::<f64>() / months.len().max(1) as f64;
    let time = model.team.manager;
    ManagerLoad {
        available: time.available,
        coaching_asked: time.coaching_per_rep * reps,
        coaching_planned: time.coaching_planned,
        meetings: time.meetings,
        own_accounts: time.own_accounts,
        other: time.other,
    }
}

fn deal_hours(model: &Model, values: &[f64], entries: &[StageEntries], month: usize) -> f64 {
    let of = |(motion, entries): (&Motion, &StageEntries)| {
        let stages = motion
            .stages
            .iter()
            .chain(&motion.later_stages)
            .zip(entries.all.iter().zip(&entries.referred));
        stages
            .map(|(stage, (entering, referred))| {
                let entering = entering[month] + referred[month];
                entering * stage.hours.map_or(0.0, |place| values[place])
            })
            .sum::<f64>()
    };
    model.motions.iter().zip(entries).map(of).sum()
}

/// Deals in the stages up to the win, listed ones left out (Little's law by stage).
fn active_deals(model: &Model, entries: &[StageEntries], month: usize) -> f64 {
    let window = &model.calendar.windows[month];
    if window.days() == 0 {
        return 0.0;
    }
    let of = |(motion, entries): (&Motion, &StageEntries)| {
        let entering = entries.all.iter().zip(&entries.referred);
        let times = motion.time.stages.iter().zip(entering);
        times
            .map(|(time, (entering, referred))| {
                (entering[month] + referred[month]) / window.days() as f64 * time.mean()
            })
            .sum::<f64>()
    };
    model.motions.iter().zip(entries).map(of).sum()
}
