//! Hours asked of the reps against hours they have, in expected values (maths.md
//! section 3). It reports and never limits the flow.

use plumbline_plan::Month;
use serde::Serialize;

use crate::{
    calendar::{Calendar, DAYS_A_MONTH, Span},
    flow::{Kernels, StageEntries, add_leads, open_deal},
    model::{Model, Seat},
};

/// Hours by month, and where they run out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Capacity {
    /// Month by month.
    pub months: Vec<MonthLoad>,
    /// The first month that asks for more hours than there are.
    pub first_over: Option<Month>,
    /// The most active deals a rep can handle, as entered.
    pub most_deals_per_rep: Option<f64>,
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
    /// Hours that deals entering stages ask for.
    pub deals: f64,
    /// Hours that lead-making activity asks for.
    pub activity: f64,
    /// Hours that the open deals still ask for.
    pub open_deals: f64,
    /// Hours asked over hours available; nothing when there are none.
    pub utilisation: Option<f64>,
    /// Active deals a rep (Little's law: arrivals times mean time in process); nothing
    /// without reps.
    pub deals_per_rep: Option<f64>,
}

impl MonthLoad {
    /// Hours asked in all.
    #[must_use]
    pub fn asked(&self) -> f64 {
        self.deals + self.activity + self.open_deals
    }
}

/// Hours asked and available in each month of the period.
pub(crate) fn capacity(
    model: &Model,
    values: &[f64],
    kernels: &Kernels,
    entries: &[StageEntries],
) -> Capacity {
    let staying = staying(model, values);
    let activity = activity_hours(model, values);
    let open = open_deal_hours(model, values, kernels);
    let months: Vec<MonthLoad> = model
        .calendar
        .windows
        .iter()
        .enumerate()
        .map(|(place, window)| {
            let deals = deal_hours(model, values, entries, place);
            let reps = if window.days() == 0 {
                0.0
            } else {
                model.team.people(window) * staying[place]
            };
            let available = available(model, window) * staying[place];
            let asked = deals + activity[place] + open[place];
            MonthLoad {
                month: window.month,
                reps,
                available,
                deals,
                activity: activity[place],
                open_deals: open[place],
                utilisation: (available > 0.0).then(|| asked / available),
                deals_per_rep: (reps > 0.0).then(|| active_deals(model, entries, place) / reps),
            }
        })
        .collect();
    let over =
        |load: &&MonthLoad| load.asked() > 1e-9 && load.asked() > load.available * (1.0 + 1e-9);
    let first_over = if model.team.has_reps() {
        months.iter().find(over).map(|load| load.month)
    } else {
        None
    };
    Capacity {
        months,
        first_over,
        most_deals_per_rep: model.team.most_deals_per_rep,
    }
}

/// Working hours less what is not selling, by ramp and days employed, less meetings. One
/// person with forty hours when the plan names nobody.
fn available(model: &Model, window: &Span) -> f64 {
    let weeks = window.days() as f64 / 7.0;
    let share = window.days() as f64 / DAYS_A_MONTH;
    if !model.team.has_reps() {
        return 40.0 * weeks;
    }
    let seat = |seat: &Seat| {
        let own = (seat.hours_per_week - seat.non_selling_per_week).max(0.0) * weeks;
        seat.people * own * seat.productivity(window) * seat.employed(window)
    };
    let hours: f64 = model.team.seats.iter().map(seat).sum();
    let people = model.team.people(window);
    let meeting = |(hours, attend): &(f64, Option<f64>)| {
        hours * attend.map_or(people, |attend| attend.min(people))
    };
    let meetings: f64 = model.team.meetings.iter().map(meeting).sum();
    (hours - meetings * share).max(0.0)
}

/// The share of the team that is there in each month on expectation: with yearly turnover
/// seats fall empty evenly over the year and stay so for their months.
fn staying(model: &Model, values: &[f64]) -> Vec<f64> {
    let months = model.months();
    let turnover = model
        .team
        .turnover
        .map_or(0.0, |place| values[place])
        .clamp(0.0, 0.999);
    let vacancy = model
        .team
        .vacancy
        .map_or(0.0, |place| values[place])
        .max(0.0);
    let leaving = 1.0 - libm::pow(1.0 - turnover, 1.0 / 12.0);
    let first = model.calendar.first_open();
    let mut left: Vec<f64> = Vec::with_capacity(months);
    let mut there = vec![1.0; months];
    for there in there.iter_mut().skip(first) {
        // Seats that fell empty up to `vacancy` months ago are empty still.
        let empty: f64 = left
            .iter()
            .rev()
            .enumerate()
            .map(|(ago, left)| left * (vacancy - ago as f64).clamp(0.0, 1.0))
            .sum();
        *there = (1.0 - empty).max(0.0);
        left.push(*there * leaving);
    }
    there
}

fn deal_hours(model: &Model, values: &[f64], entries: &[StageEntries], month: usize) -> f64 {
    let of = |(motion, entries): (&crate::model::Motion, &StageEntries)| {
        let stages = motion
            .stages
            .iter()
            .chain(&motion.later_stages)
            .zip(&entries.all);
        stages
            .map(|(stage, entering)| {
                entering[month] * stage.hours.map_or(0.0, |place| values[place])
            })
            .sum::<f64>()
    };
    model.motions.iter().zip(entries).map(of).sum()
}

fn activity_hours(model: &Model, values: &[f64]) -> Vec<f64> {
    let mut hours = vec![0.0; model.months()];
    for source in model.motions.iter().flat_map(|motion| &motion.sources) {
        let Some((activity, each)) = source
            .activity
            .as_ref()
            .and_then(|a| Some((a, a.hours_each?)))
        else {
            continue;
        };
        let rate = values[activity.contact_rate] * values[activity.lead_rate];
        if rate <= 0.0 {
            continue;
        }
        let mut leads = vec![0.0; model.calendar.cohorts.len()];
        add_leads(model, source, values, &mut leads);
        for (cohort, span) in model.calendar.cohorts.iter().enumerate() {
            let month = usize::try_from(model.calendar.place(span.month)).ok();
            if let Some(hours) = month.and_then(|month| hours.get_mut(month))
                && !model.calendar.is_past(cohort)
            {
                *hours += leads[cohort] / rate * values[each];
            }
        }
    }
    hours
}

/// The work left in open deals: half of the present stage's hours and those of the stages
/// that follow by the chance of reaching them, spread over the time until the deals close.
fn open_deal_hours(model: &Model, values: &[f64], kernels: &Kernels) -> Vec<f64> {
    let mut hours = vec![0.0; model.months()];
    let listed = Calendar::day(model.calendar.listed_on);
    for deal in &model.open_deals.deals {
        let motion = &model.motions[deal.motion];
        let present = model.open_deals.groups[deal.group].stage;
        let mut reached = 1.0;
        let mut left = 0.0;
        for (place, stage) in motion.stages.iter().enumerate().skip(present) {
            let each = stage.hours.map_or(0.0, |place| values[place]);
            left += each * if place == present { 0.5 } else { reached };
            reached *= stage.conversion.map_or(1.0, |place| values[place]);
        }
        let (chance, _) = open_deal(model, deal, values, 1.0);
        if left <= 0.0 || (chance <= 0.0 && reached > 0.0) {
            continue;
        }
        let closed = &kernels.closed_by[deal.group];
        let open_at = |month: usize| 1.0 - if month == 0 { 0.0 } else { closed[month - 1] };
        let weight = |month: usize| {
            let window = &model.calendar.windows[month];
            if window.end <= listed {
                0.0
            } else {
                open_at(month) * window.days() as f64
            }
        };
        let sum: f64 = (0..model.months()).map(weight).sum();
        if sum > 0.0 {
            (0..model.months()).for_each(|month| hours[month] += left * weight(month) / sum);
        }
    }
    hours
}

/// Deals in the stages up to the win, of new leads (Little's law by stage).
fn active_deals(model: &Model, entries: &[StageEntries], month: usize) -> f64 {
    let window = &model.calendar.windows[month];
    if window.days() == 0 {
        return 0.0;
    }
    let of = |(motion, entries): (&crate::model::Motion, &StageEntries)| {
        let times = motion
            .time
            .stages
            .iter()
            .zip(&motion.stages)
            .zip(&entries.all);
        times
            .map(|((time, _), entering)| entering[month] / window.days() as f64 * time.mean())
            .sum::<f64>()
    };
    model.motions.iter().zip(entries).map(of).sum()
}
