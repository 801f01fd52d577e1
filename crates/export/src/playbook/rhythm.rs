//! Chapters 9 and 10: meetings, coaching, the manager's week; the figures kept and who
//! promised what.

use plumbline_plan::{
    Quantity,
    chapter::{
        rhythm::{Frequency, Meeting, Rhythm},
        scorecard::Timing,
    },
};
use plumbline_wording::texts::{playbook as text, rhythm as r, scorecard as s};

use super::{Playbook, named};
use crate::document::{Section, Table};

impl Playbook<'_> {
    /// Chapter 9.
    pub(super) fn rhythm(&self) -> Vec<Section> {
        let chapter = &self.plan.rhythm;
        let mut meetings = Table::new(&[r::MEETING, r::EVERY, text::ATTENDEES], &[r::LENGTH]);
        for (place, meeting) in chapter.meetings.iter().enumerate() {
            let people = self.value(meeting.attendees);
            meetings.row([
                named(&meeting.name, place, r::unnamed_meeting),
                every(meeting.every).to_owned(),
                if people.is_empty() {
                    text::ALL.to_owned()
                } else {
                    people
                },
                self.hours(meeting.length),
            ]);
        }
        let mut sections = vec![
            Section::new(r::MEETINGS)
                .table(meetings)
                .said(r::HOURLY_COST, self.value(chapter.hourly_cost)),
        ];
        for (place, meeting) in chapter.meetings.iter().enumerate() {
            let name = named(&meeting.name, place, r::unnamed_meeting);
            sections.push(Section::new(text::agenda_of(&name)).table(self.agenda(meeting)));
        }
        let coaching = chapter
            .coaching_hours
            .map_or(Rhythm::DEFAULT_COACHING_HOURS, Quantity::get);
        sections.push(
            Section::new(r::COACHING_SECTION)
                .said(r::COACHING_HOURS, self.figures.count(coaching))
                .said(r::COACHING, &chapter.coaching),
        );
        sections.push(Section::new(r::MANAGER_WEEK).table(self.manager_week()));
        let mut sharing = Table::new(&[r::DEPARTMENT, r::SHARED, r::OWNER], &[]);
        for shared in &chapter.sharing {
            sharing.row([
                shared.department.clone(),
                shared.what.clone(),
                shared.owner.clone(),
            ]);
        }
        sections.push(Section::new(r::SHARING).table(sharing));
        sections
    }

    fn agenda(&self, meeting: &Meeting) -> Table {
        let mut table = Table::new(&[r::TOPIC], &[r::LENGTH]);
        for (place, item) in meeting.agenda.iter().enumerate() {
            table.row([
                named(&item.topic, place, r::unnamed_agenda_item),
                self.hours(item.length),
            ]);
        }
        table
    }

    fn manager_week(&self) -> Table {
        let week = &self.plan.rhythm.manager_week;
        let mut table = Table::new(&[r::ACTIVITY], &[r::HOURS_A_WEEK]);
        for (label, hours) in [
            (r::MANAGER_COACHING, week.coaching),
            (r::OWN_ACCOUNTS, week.own_accounts),
            (r::CUSTOMER_SERVICE, week.customer_service),
            (r::DELIVERY, week.delivery),
            (r::JOINT_CALLS, week.joint_calls),
            (r::ADMINISTRATION, week.administration),
        ] {
            if hours.is_some() {
                table.row([label.to_owned(), self.hours(hours)]);
            }
        }
        table
    }

    /// Chapter 10.
    pub(super) fn scorecard(&self) -> Vec<Section> {
        let chapter = &self.plan.scorecard;
        let mut figures = Table::new(
            &[s::KEY_FIGURE, s::TIMING, s::GOAL, s::SERVES, s::OWNER],
            &[],
        );
        for (place, figure) in chapter.key_figures.iter().enumerate() {
            let timing = match figure.timing {
                Timing::Leading => s::LEADING,
                Timing::Lagging => s::LAGGING,
            };
            figures.row([
                named(&figure.name, place, s::unnamed_key_figure),
                timing.to_owned(),
                figure.goal.clone(),
                figure.serves.clone(),
                figure.owner.clone(),
            ]);
        }
        let mut promises = Table::new(&[s::COMMITMENT, s::PROMISED_BY, s::DUE, s::DONE], &[]);
        for (place, promise) in chapter.commitments.iter().enumerate() {
            promises.row([
                named(&promise.what, place, s::unnamed_commitment),
                promise.owner.clone(),
                self.short_day(promise.due),
                if promise.done { s::DONE } else { "" }.to_owned(),
            ]);
        }
        vec![
            Section::new(s::KEY_FIGURES).table(figures),
            Section::new(s::AGAINST_TARGET).table(self.against_target()),
            Section::new(s::COMMITMENTS).table(promises),
        ]
    }

    /// The months of which bookings were entered, beside their target.
    fn against_target(&self) -> Table {
        let targets = &self.plan.targets;
        let mut table = Table::new(&[s::MONTH], &[s::TARGET, s::ACTUAL, s::DIFFERENCE]);
        for (month, target) in targets.period.iter().zip(targets.by_month()) {
            if let Some(booked) = self.plan.scorecard.bookings(month) {
                table.row([
                    self.figures.month(month),
                    self.figures.money(target),
                    self.figures.money(booked),
                    self.figures.money(booked - target),
                ]);
            }
        }
        table
    }
}

fn every(frequency: Frequency) -> &'static str {
    match frequency {
        Frequency::Weekly => r::WEEKLY,
        Frequency::EveryOtherWeek => r::EVERY_OTHER_WEEK,
        Frequency::Monthly => r::MONTHLY,
        Frequency::Quarterly => r::QUARTERLY,
    }
}
