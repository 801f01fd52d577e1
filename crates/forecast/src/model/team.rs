//! Who sells, from when, with how many hours (maths.md section 3). Knows no work to do.

use plumbline_plan::{
    FieldPath, Hours, Plan, Quantity,
    chapter::{
        rhythm::{Rhythm, WEEKS_A_MONTH},
        team::{Hire, Ramp, Rep},
    },
};

use super::{AssumptionKind, register::Register};
use crate::{
    calendar::{Calendar, Span},
    chance::entity,
};

/// The people who sell, and who leads them.
#[derive(Debug, Clone, Default)]
pub struct Team {
    /// Reps of today and planned hires.
    pub seats: Vec<Seat>,
    /// The hours of the person who leads them.
    pub manager: ManagerTime,
    /// Regular meetings: hours of one occasion each a month, and how many attend (nothing:
    /// all reps).
    pub meetings: Vec<(f64, Option<f64>)>,
    /// Place of the share of reps who leave within a year.
    pub turnover: Option<usize>,
    /// Place of the months a seat stays empty.
    pub vacancy: Option<usize>,
    /// How fast a successor becomes productive.
    pub ramp: Vec<f64>,
    /// The most active deals a rep can handle at a time.
    pub most_deals_per_rep: Option<f64>,
}

/// What the manager's hours are and what is asked of them, in an average month.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct ManagerTime {
    /// Working hours.
    pub available: f64,
    /// Coaching that one rep is to have.
    pub coaching_per_rep: f64,
    /// Coaching hours entered in the manager's own week; nothing while none are.
    pub coaching_planned: Option<f64>,
    /// Meetings of the whole team.
    pub meetings: f64,
    /// Selling to accounts of their own.
    pub own_accounts: f64,
    /// Everything else entered in the manager's week: service, delivery, joint calls,
    /// administration.
    pub other: f64,
}

/// A rep, or so many people hired alike.
#[derive(Debug, Clone, PartialEq)]
pub struct Seat {
    /// The rep's or hire's field.
    pub path: FieldPath,
    /// The address of its draws.
    pub entity: u64,
    /// How many people.
    pub people: f64,
    /// The first day; nothing for long established.
    pub first: Option<i64>,
    /// The day after the last; nothing when none is known.
    pub end: Option<i64>,
    /// Working hours a week.
    pub hours_per_week: f64,
    /// The share of the week that is not selling, where it is known as a share.
    pub non_selling_share: f64,
    /// Places of the assumptions of hours a week that are not selling, task by task.
    pub non_selling: Vec<usize>,
    /// Productivity by month since the first day; full from then on.
    pub ramp: Vec<f64>,
}

impl Seat {
    /// Which share of a stretch of days the seat is taken.
    #[must_use]
    pub fn employed(&self, span: &Span) -> f64 {
        let first = self.first.unwrap_or(i64::MIN).max(span.first);
        let end = self.end.unwrap_or(i64::MAX).min(span.end);
        if span.days() == 0 {
            0.0
        } else {
            (end - first).max(0) as f64 / span.days() as f64
        }
    }

    /// Hours a week left for selling, meetings not yet taken off.
    #[must_use]
    pub fn selling_hours_per_week(&self, values: &[f64]) -> f64 {
        let tasks: f64 = self.non_selling.iter().map(|place| values[*place]).sum();
        (self.hours_per_week * (1.0 - self.non_selling_share) - tasks).max(0.0)
    }

    /// How productive the seat is in a stretch of days, against an established rep.
    #[must_use]
    pub fn productivity(&self, span: &Span) -> f64 {
        let Some(first) = self.first else { return 1.0 };
        let middle = (span.first + span.end) / 2;
        let months = (middle - first).max(0) as f64 / crate::calendar::DAYS_A_MONTH;
        self.ramp.get(months as usize).copied().unwrap_or(1.0)
    }
}

impl Team {
    /// Whether anybody sells or will.
    #[must_use]
    pub fn has_reps(&self) -> bool {
        !self.seats.is_empty()
    }

    /// How many people sell over a stretch of days, on average; one when the plan names
    /// nobody.
    #[must_use]
    pub fn people(&self, span: &Span) -> f64 {
        if self.seats.is_empty() {
            return 1.0;
        }
        self.seats
            .iter()
            .map(|seat| seat.people * seat.employed(span))
            .sum()
    }

    /// How many people sell on the as-of date.
    pub(super) fn people_now(&self, calendar: &Calendar) -> f64 {
        let day = Calendar::day(calendar.as_of);
        self.people(&Span {
            month: calendar.period.start,
            first: day,
            end: day + 1,
        })
    }

    pub(super) fn build(register: &mut Register, plan: &Plan) -> Self {
        let path = FieldPath::from("team");
        let team = &plan.team;
        let kind = AssumptionKind::Hours;
        let mut seats: Vec<Seat> = team
            .reps
            .iter()
            .map(|rep| rep_seat(register, rep, &team.ramp))
            .collect();
        seats.extend(
            team.hires
                .iter()
                .filter_map(|hire| hire_seat(hire, &team.ramp)),
        );
        let meetings = plan.rhythm.meetings.iter().filter_map(|meeting| {
            let hours = meeting.length?.get() * meeting.every.times_a_month();
            Some((hours, meeting.attendees.map(Quantity::get)))
        });
        Self {
            seats,
            manager: manager_time(plan),
            meetings: meetings.collect(),
            turnover: register.entered(path.child("turnover"), &team.turnover, kind, None),
            vacancy: register.entered(path.child("vacancy"), &team.vacancy, kind, None),
            ramp: shares(&team.ramp),
            most_deals_per_rep: team.most_deals_per_rep.map(Quantity::get),
        }
    }
}

fn rep_seat(register: &mut Register, rep: &Rep, team_ramp: &Ramp) -> Seat {
    let path = FieldPath::from("team/reps").child(rep.id.as_str());
    let tasks = rep.non_selling.iter().filter_map(|task| {
        let field = path
            .child("non_selling")
            .child(task.id.as_str())
            .child("hours_per_week");
        register.entered(field, &task.hours_per_week, AssumptionKind::Hours, None)
    });
    Seat {
        non_selling: tasks.collect(),
        non_selling_share: 0.0,
        entity: entity(path.as_str()),
        people: 1.0,
        first: rep.started_on.map(Calendar::day),
        end: rep.leaves_on.map(|day| Calendar::day(day) + 1),
        hours_per_week: week(rep.hours_per_week),
        ramp: shares(rep.ramp.as_ref().unwrap_or(team_ramp)),
        path,
    }
}

/// A hire without a month is a wish, not a plan.
fn hire_seat(hire: &Hire, team_ramp: &Ramp) -> Option<Seat> {
    let path = FieldPath::from("team/hires").child(hire.id.as_str());
    Some(Seat {
        entity: entity(path.as_str()),
        path,
        people: f64::from(hire.people),
        first: Some(Calendar::day(hire.month?.first_day())),
        end: None,
        hours_per_week: week(hire.hours_per_week),
        non_selling_share: hire.non_selling_share.map_or(0.0, Quantity::get),
        non_selling: Vec::new(),
        ramp: shares(hire.ramp.as_ref().unwrap_or(team_ramp)),
    })
}

fn manager_time(plan: &Plan) -> ManagerTime {
    let rhythm = &plan.rhythm;
    let week = &rhythm.manager_week;
    let a_month = |hours: Option<Hours>| hours.map_or(0.0, Quantity::get) * WEEKS_A_MONTH;
    ManagerTime {
        available: plan.team.manager.hours_a_week() * WEEKS_A_MONTH,
        coaching_per_rep: rhythm
            .coaching_hours
            .map_or(Rhythm::DEFAULT_COACHING_HOURS, Quantity::get),
        coaching_planned: week.coaching_a_month(),
        meetings: rhythm.manager_meeting_hours() * WEEKS_A_MONTH,
        own_accounts: a_month(week.own_accounts),
        other: a_month(week.customer_service)
            + a_month(week.delivery)
            + a_month(week.joint_calls)
            + a_month(week.administration),
    }
}

fn week(hours: Option<Hours>) -> f64 {
    hours.map_or(Rep::DEFAULT_HOURS_PER_WEEK, Quantity::get)
}

fn shares(ramp: &Ramp) -> Vec<f64> {
    ramp.0.iter().map(|share| share.get()).collect()
}
