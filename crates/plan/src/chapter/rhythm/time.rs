//! What the rhythm takes: meetings in hours and money, coaching asked and planned, the
//! manager's week. Says nothing of what that does to bookings.

use super::{ManagerWeek, Meeting, Rhythm};
use crate::{
    Hours, Quantity,
    chapter::{
        Team,
        team::{Manager, Rep},
    },
};

/// Weeks in an average month: 365.25 days in 12 months.
pub const WEEKS_A_MONTH: f64 = 365.25 / 12.0 / 7.0;

/// How many people the whole team is: the reps, and the manager once chapter 5 says
/// anything of one. Who sells and leads alone is listed as a rep and not counted twice.
#[must_use]
pub fn whole_team(team: &Team) -> usize {
    team.reps.len() + usize::from(team.manager != Manager::default())
}

impl Meeting {
    /// How many attend: as entered, else the whole team.
    #[must_use]
    pub fn people(&self, team: &Team) -> f64 {
        self.attendees
            .map_or(whole_team(team) as f64, Quantity::get)
    }

    /// Working hours it takes in an average month, of all who attend; nothing while its
    /// length is not entered.
    #[must_use]
    pub fn hours_a_month(&self, team: &Team) -> Option<f64> {
        Some(self.people(team) * self.length?.get() * self.every.times_a_month())
    }
}

impl Rhythm {
    /// What a meeting costs in an average month, plan's currency: its hours times what an
    /// hour costs. Nothing while one of the two is not entered.
    #[must_use]
    pub fn cost_a_month(&self, meeting: &Meeting, team: &Team) -> Option<f64> {
        Some(meeting.hours_a_month(team)? * self.hourly_cost?.get())
    }

    /// Coaching hours a month that the reps ask for: the hours per rep times the reps.
    #[must_use]
    pub fn coaching_asked(&self, team: &Team) -> f64 {
        let each = self
            .coaching_hours
            .map_or(Self::DEFAULT_COACHING_HOURS, Quantity::get);
        each * team.reps.len() as f64
    }

    /// Hours a week that the manager spends in meetings of the whole team. Meetings with a
    /// number of attendees may be held without the manager and are left out.
    #[must_use]
    pub fn manager_meeting_hours(&self) -> f64 {
        let with_all = self
            .meetings
            .iter()
            .filter(|meeting| meeting.attendees.is_none());
        let hours = with_all
            .map(|meeting| hours(meeting.length) * meeting.every.times_a_month() / WEEKS_A_MONTH);
        hours.sum()
    }
}

impl ManagerWeek {
    /// Hours a week of everything entered; meetings are not among it.
    #[must_use]
    pub fn hours(&self) -> f64 {
        let Self {
            coaching,
            own_accounts,
            customer_service,
            delivery,
            joint_calls,
            administration,
        } = self;
        [
            coaching,
            own_accounts,
            customer_service,
            delivery,
            joint_calls,
            administration,
        ]
        .into_iter()
        .map(|entered| hours(*entered))
        .sum()
    }

    /// Coaching hours in an average month; nothing while none is entered.
    #[must_use]
    pub fn coaching_a_month(&self) -> Option<f64> {
        Some(self.coaching?.get() * WEEKS_A_MONTH)
    }
}

impl Manager {
    /// Working hours a week: as entered, else [`Rep::DEFAULT_HOURS_PER_WEEK`].
    #[must_use]
    pub fn hours_a_week(&self) -> f64 {
        self.hours_per_week
            .map_or(Rep::DEFAULT_HOURS_PER_WEEK, Quantity::get)
    }
}

fn hours(entered: Option<Hours>) -> f64 {
    entered.map_or(0.0, Quantity::get)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Count, Money, Plan, chapter::rhythm::Frequency, start};

    /// Five reps and a manager, one hour a week together, 58 an hour.
    fn plan() -> Plan {
        start::sample("2026-11-21".parse().unwrap())
    }

    fn near(a: f64, b: f64) -> bool {
        (a - b).abs() < 1e-9
    }

    #[test]
    fn a_weekly_hour_of_six_people_takes_a_little_over_26_hours_a_month() {
        let plan = plan();
        let meeting = &plan.rhythm.meetings[0];
        assert_eq!((plan.team.reps.len(), meeting.people(&plan.team)), (5, 6.0));
        let hours = meeting.hours_a_month(&plan.team).unwrap();
        assert!(near(hours, 6.0 * 365.25 / 84.0), "{hours}");
        let cost = plan.rhythm.cost_a_month(meeting, &plan.team).unwrap();
        assert!(near(cost, hours * 58.0), "{cost}");
    }

    #[test]
    fn how_many_attend_counts_when_it_is_entered() {
        let mut plan = plan();
        plan.rhythm.meetings[0].attendees = Some(Count::nearest(2.0));
        plan.rhythm.meetings[0].every = Frequency::Monthly;
        assert_eq!(plan.rhythm.meetings[0].hours_a_month(&plan.team), Some(2.0));
        assert_eq!(plan.rhythm.manager_meeting_hours(), 0.0);
    }

    #[test]
    fn without_length_or_hourly_cost_nothing_is_made_up() {
        let mut plan = plan();
        plan.rhythm.hourly_cost = None;
        assert_eq!(
            plan.rhythm
                .cost_a_month(&plan.rhythm.meetings[0], &plan.team),
            None
        );
        plan.rhythm.hourly_cost = Some(Money::nearest(58.0));
        plan.rhythm.meetings[0].length = None;
        assert_eq!(plan.rhythm.meetings[0].hours_a_month(&plan.team), None);
    }

    #[test]
    fn a_manager_nobody_spoke_of_attends_no_meeting() {
        let mut plan = plan();
        plan.team.manager = Manager::default();
        assert_eq!(whole_team(&plan.team), 5);
        assert_eq!(plan.team.manager.hours_a_week(), 40.0);
    }

    #[test]
    fn the_managers_week_adds_up_and_coaching_is_compared_by_the_month() {
        let mut plan = plan();
        assert_eq!(plan.rhythm.manager_week.hours(), 26.0);
        assert!(near(plan.rhythm.manager_meeting_hours(), 1.0));
        assert_eq!(plan.rhythm.coaching_asked(&plan.team), 15.0);
        plan.rhythm.coaching_hours = None;
        assert_eq!(
            plan.rhythm.coaching_asked(&plan.team),
            15.0,
            "3 a rep when nobody said"
        );
        let planned = plan.rhythm.manager_week.coaching_a_month().unwrap();
        assert!(near(planned, 6.0 * WEEKS_A_MONTH), "{planned}");
    }
}
