//! Who is there on each day, and with how many hours for selling (maths.md section 3).

use plumbline_plan::{FieldPath, Plan, Quantity, chapter::team::Ramp};

use super::{
    beliefs::{Beliefs, Draw, Kind},
    firm::{MONTH, Span, day},
};
use crate::support::random::Random;

/// The people of the plan.
pub struct Team {
    people: Vec<Person>,
    /// Meeting hours of one who attends in an average month, and how many attend; nothing
    /// for all.
    meetings: Vec<(f64, Option<f64>)>,
    turnover: Option<usize>,
    vacancy: Option<usize>,
    /// A successor's.
    ramp: Vec<f64>,
}

struct Person {
    first: i64,
    end: i64,
    hours_per_week: f64,
    share_not_selling: f64,
    tasks: Vec<usize>,
    ramp: Vec<f64>,
}

/// People and selling hours of one run, day by day from the first of the calculation.
pub struct Staff<'a> {
    team: &'a Team,
    starts: i64,
    people: Vec<f64>,
    hours: Vec<f64>,
}

/// Long before any plan.
const EVER: i64 = -1_000_000;

impl Team {
    pub fn new(beliefs: &mut Beliefs, plan: &Plan) -> Self {
        let team = &plan.team;
        let shares = |ramp: &Ramp| ramp.0.iter().map(|share| share.get()).collect::<Vec<f64>>();
        let week = |hours: Option<plumbline_plan::Hours>| hours.map_or(40.0, Quantity::get);
        let mut people = Vec::new();
        for rep in &team.reps {
            let path = FieldPath::from("team/reps")
                .child(rep.id.as_str())
                .child("non_selling");
            let tasks = rep.non_selling.iter().filter_map(|task| {
                let path = path.child(task.id.as_str()).child("hours_per_week");
                beliefs.place(path, &task.hours_per_week, Kind::Hours, None)
            });
            people.push(Person {
                first: rep.started_on.map_or(EVER, day),
                end: rep.leaves_on.map_or(i64::MAX, |date| day(date) + 1),
                hours_per_week: week(rep.hours_per_week),
                share_not_selling: 0.0,
                tasks: tasks.collect(),
                ramp: shares(rep.ramp.as_ref().unwrap_or(&team.ramp)),
            });
        }
        for hire in team.hires.iter().filter(|hire| hire.month.is_some()) {
            people.extend((0..hire.people).map(|_| Person {
                first: day(hire.month.unwrap().first_day()),
                end: i64::MAX,
                hours_per_week: week(hire.hours_per_week),
                share_not_selling: hire.non_selling_share.map_or(0.0, Quantity::get),
                tasks: Vec::new(),
                ramp: shares(hire.ramp.as_ref().unwrap_or(&team.ramp)),
            }));
        }
        let meetings = plan.rhythm.meetings.iter().filter_map(|meeting| {
            let hours = meeting.length?.get() * meeting.every.times_a_month();
            Some((hours, meeting.attendees.map(Quantity::get)))
        });
        Self {
            people,
            meetings: meetings.collect(),
            turnover: beliefs.place("team/turnover".into(), &team.turnover, Kind::Hours, None),
            vacancy: beliefs.place("team/vacancy".into(), &team.vacancy, Kind::Hours, None),
            ramp: shares(&team.ramp),
        }
    }

    /// Whether hours can limit anything: where nobody is named, they cannot.
    pub fn limits(&self) -> bool {
        !self.people.is_empty()
    }

    /// People on a day as planned; one where nobody is named.
    pub fn planned(&self, day: i64) -> f64 {
        if self.people.is_empty() {
            return 1.0;
        }
        let there = |person: &&Person| (person.first..person.end).contains(&day);
        self.people.iter().filter(there).count() as f64
    }

    /// Who leaves when, and comes when. Each leaves at the same rate at any time; the seat
    /// is empty for its months; a successor follows, by the team's ramp.
    pub fn draw(&self, random: &mut Random, draw: &Draw, starts: i64, ends: i64) -> Staff<'_> {
        let of = |place: Option<usize>| place.map_or(0.0, |place| draw.values[place]);
        let rate = -(-of(self.turnover).min(0.999)).ln_1p() / 365.25;
        let days = (ends - starts).max(0) as usize;
        let mut staff = Staff {
            team: self,
            starts,
            people: vec![0.0; days],
            hours: vec![0.0; days],
        };
        for person in &self.people {
            let tasks: f64 = person.tasks.iter().map(|place| draw.values[*place]).sum();
            let hours = person.hours_per_week * (1.0 - person.share_not_selling) - tasks;
            let a_day = hours.max(0.0) / 7.0;
            let end = person.end.min(ends) as f64;
            let (mut from, mut since) = (person.first.max(starts) as f64, person.first as f64);
            let mut ramp = &person.ramp;
            while from < end {
                let stays = if rate > 0.0 {
                    random.exponential() / rate
                } else {
                    f64::INFINITY
                };
                staff.add((from, end.min(from + stays)), since, ramp, a_day);
                from += stays + of(self.vacancy) * MONTH;
                (since, ramp) = (from, &self.ramp);
            }
        }
        staff.meet();
        staff
    }
}

impl Staff<'_> {
    /// Someone is there from one time to another, with a ramp since `since`.
    fn add(&mut self, (from, end): (f64, f64), since: f64, ramp: &[f64], hours: f64) {
        let first = from.floor() as i64;
        let days = (first - self.starts) as usize..(end.ceil() as i64 - self.starts) as usize;
        let ramped = since + ramp.len() as f64 * MONTH;
        let team = self.people[days.clone()]
            .iter_mut()
            .zip(&mut self.hours[days]);
        for (at, (people, selling)) in (first..).zip(team) {
            let at = at as f64;
            let there = (end.min(at + 1.0) - from.max(at)).max(0.0);
            let productive = if at + 0.5 < ramped {
                let months = (at + 0.5 - since).max(0.0) / MONTH;
                ramp.get(months as usize).copied().unwrap_or(1.0)
            } else {
                1.0
            };
            *people += there;
            *selling += there * productive * hours;
        }
    }

    fn meet(&mut self) {
        for (hours, people) in self.hours.iter_mut().zip(&self.people) {
            for (each, attend) in &self.team.meetings {
                *hours -= each / MONTH * attend.map_or(*people, |attend| attend.min(*people));
            }
            *hours = hours.max(0.0);
        }
    }

    /// People there on average in a month; before the calculation starts, and where nobody
    /// is named, as planned.
    pub fn people(&self, month: &Span) -> f64 {
        if !self.team.limits() {
            return self.team.planned(month.from);
        }
        let [from, next] = [month.from, month.next].map(|day| (day - self.starts).max(0) as usize);
        let people = month.past_people + self.people[from..next].iter().sum::<f64>();
        people / (month.next - month.from) as f64
    }

    /// Selling hours of a day.
    pub fn hours(&self, day: i64) -> f64 {
        self.hours[(day - self.starts) as usize]
    }
}
