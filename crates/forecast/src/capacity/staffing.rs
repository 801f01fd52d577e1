//! Who is there and how many hours they have for selling (maths.md section 3): seats, ramp,
//! departures, vacancies, meetings. Knows no work to do.

use crate::{
    calendar::{Calendar, DAYS_A_MONTH},
    chance::TrialChance,
    model::{Model, Seat},
    ordered::{greater, lesser, positive},
};

/// So many people of one planned hire leave one by one; of more, several leave together.
const SINGLE_PEOPLE: f64 = 20.0;

/// People and selling hours by month of the period.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Staffing {
    /// People there, on average over the month.
    pub(crate) people: Vec<f64>,
    /// Hours for selling: non-selling work and meetings taken off, by ramp.
    pub(crate) hours: Vec<f64>,
    /// People there against people planned.
    pub(crate) staying: Vec<f64>,
}

impl Staffing {
    pub(crate) fn of(months: usize) -> Self {
        Self {
            people: vec![0.0; months],
            hours: vec![0.0; months],
            staying: vec![1.0; months],
        }
    }
}

/// What of a model's staffing does not change from trial to trial.
#[derive(Debug, Clone, Default)]
pub(crate) struct StaffingTables {
    seats: Vec<SeatMonths>,
    planned: Vec<f64>,
    /// Weeks yet to come in each month, and against an average month.
    weeks: Vec<f64>,
    shares: Vec<f64>,
    first: usize,
}

#[derive(Debug, Clone)]
struct SeatMonths {
    /// People, by month.
    people: Vec<f64>,
    /// Weeks of full productivity, all of the seat's people together, by month.
    weeks: Vec<f64>,
    /// The most people of any month, never none.
    most_people: f64,
    /// When the seat is first and last taken, in months since the period's start.
    start: f64,
    end: f64,
}

impl StaffingTables {
    pub(crate) fn new(model: &Model) -> Self {
        let windows = &model.calendar.windows;
        let weeks: Vec<f64> = windows
            .iter()
            .map(|window| window.days() as f64 / 7.0)
            .collect();
        let seats: Vec<SeatMonths> = model
            .team
            .seats
            .iter()
            .map(|seat| SeatMonths::new(model, seat, &weeks))
            .collect();
        let planned = (0..windows.len())
            .map(|month| seats.iter().map(|seat| seat.people[month]).sum())
            .collect();
        Self {
            seats,
            planned,
            shares: weeks
                .iter()
                .map(|weeks| weeks * 7.0 / DAYS_A_MONTH)
                .collect(),
            weeks,
            first: model.calendar.first_open(),
        }
    }

    /// On expectation: with yearly turnover seats fall empty evenly over the year, stay so
    /// for their months, and successors ramp.
    pub(crate) fn on_expectation(&self, model: &Model, values: &[f64]) -> Staffing {
        let mut staffing = Staffing::of(model.months());
        let shares = self.expected_shares(model, values);
        for (month, (there, productive)) in shares.into_iter().enumerate() {
            staffing.people[month] = self.planned[month] * there;
            let hours = self.seats.iter().zip(&model.team.seats);
            let hours: f64 = hours
                .map(|(months, seat)| months.weeks[month] * seat.selling_hours_per_week(values))
                .sum();
            staffing.hours[month] = hours * productive;
        }
        self.finish(model, &mut staffing);
        staffing
    }

    /// The share of seats taken and of full productivity there is, by month.
    fn expected_shares(&self, model: &Model, values: &[f64]) -> Vec<(f64, f64)> {
        let months = self.planned.len();
        let (rate, vacancy) = leaving(model, values);
        let mut shares = vec![(1.0, 1.0); months];
        if rate <= 0.0 {
            return shares;
        }
        let share = -libm::expm1(-rate);
        for left in self.first..months {
            // Those who leave in a month do so in its middle on average.
            let leaving = shares[left].0 * share;
            let (gone, back) = (left as f64 + 0.5, left as f64 + 0.5 + vacancy);
            for (month, (there, productive)) in shares.iter_mut().enumerate().skip(left) {
                let away = overlap(month, gone, back);
                let returned = overlap(month, back, f64::INFINITY);
                *there -= leaving * away;
                *productive -=
                    leaving * (away + returned * (1.0 - ramped(&model.team.ramp, month, back)));
            }
        }
        for (there, productive) in &mut shares {
            *there = there.max(0.0);
            *productive = productive.clamp(0.0, *there);
        }
        shares
    }

    /// In one trial: every person leaves when chance has it. `chance` gives a seat's draws.
    #[inline(never)]
    pub(crate) fn drawn(
        &self,
        model: &Model,
        values: &[f64],
        chance: impl Fn(usize) -> TrialChance,
        staffing: &mut Staffing,
    ) {
        let (rate, vacancy) = leaving(model, values);
        staffing.people.copy_from_slice(&self.planned);
        for (place, (months, seat)) in self.seats.iter().zip(&model.team.seats).enumerate() {
            let each = seat.selling_hours_per_week(values);
            let selling = staffing.hours.iter_mut().zip(&months.weeks);
            if place == 0 {
                selling.for_each(|(selling, weeks)| *selling = weeks * each);
            } else {
                selling.for_each(|(selling, weeks)| *selling += weeks * each);
            }
            if rate > 0.0 {
                let of = Leaving {
                    tables: self,
                    months,
                    hours: each,
                    ramp: &model.team.ramp,
                    rate,
                    vacancy,
                };
                of.apply(seat.people, chance(place), staffing);
            }
        }
        self.finish(model, staffing);
    }

    /// Takes meetings off, and compares people with those planned.
    fn finish(&self, model: &Model, staffing: &mut Staffing) {
        let there = staffing.people.iter_mut().zip(&mut staffing.staying);
        let months = self.planned.iter().zip(&self.shares);
        let months = there.zip(&mut staffing.hours).zip(months);
        for (((people, staying), hours), (planned, share)) in months {
            *people = positive(*people);
            let meeting = |(hours, attend): &(f64, Option<f64>)| {
                hours * attend.map_or(*people, |attend| lesser(attend, *people))
            };
            let meetings: f64 = model.team.meetings.iter().map(meeting).sum();
            *hours = positive(*hours - meetings * share);
            *staying = if *planned > 0.0 {
                *people / planned
            } else {
                1.0
            };
        }
    }
}

impl SeatMonths {
    fn new(model: &Model, seat: &Seat, weeks: &[f64]) -> Self {
        let windows = &model.calendar.windows;
        let months = windows.len() as f64;
        let first = model.calendar.first_open() as f64;
        let at = |day: i64| position(model, day).clamp(0.0, months);
        let people: Vec<f64> = windows
            .iter()
            .map(|window| seat.people * seat.employed(window))
            .collect();
        Self {
            most_people: people
                .iter()
                .fold(1e-9, |most, people| greater(most, *people)),
            people,
            weeks: windows
                .iter()
                .zip(weeks)
                .map(|(window, weeks)| {
                    weeks * seat.people * seat.productivity(window) * seat.employed(window)
                })
                .collect(),
            start: seat.first.map_or(first, |day| at(day).max(first)),
            end: seat.end.map_or(months, at),
        }
    }
}

/// A day in months since the period's start.
fn position(model: &Model, day: i64) -> f64 {
    let start = Calendar::day(model.calendar.period.start.first_day());
    if day <= start {
        return 0.0;
    }
    let windows = model.calendar.period.iter().enumerate();
    for (place, month) in windows {
        let first = Calendar::day(month.first_day());
        let days = i64::from(month.days());
        if day < first + days {
            return place as f64 + (day - first) as f64 / days as f64;
        }
    }
    model.calendar.months() as f64
}

/// The rate at which a person leaves, a month, and the months a seat then stays empty.
fn leaving(model: &Model, values: &[f64]) -> (f64, f64) {
    let of = |place: Option<usize>| place.map_or(0.0, |place| values[place]);
    let turnover = of(model.team.turnover).clamp(0.0, 0.999);
    (
        -libm::log1p(-turnover) / 12.0,
        of(model.team.vacancy).max(0.0),
    )
}

/// How much of a month lies between two times.
fn overlap(month: usize, from: f64, to: f64) -> f64 {
    let month = month as f64;
    positive(lesser(to, month + 1.0) - greater(from, month))
}

/// How productive somebody is in a month who began at `start`.
fn ramped(ramp: &[f64], month: usize, start: f64) -> f64 {
    let since = positive(month as f64 + 0.5 - start);
    ramp.get(since as u32 as usize).copied().unwrap_or(1.0)
}

/// The people of one seat leaving in one trial.
struct Leaving<'a> {
    tables: &'a StaffingTables,
    months: &'a SeatMonths,
    hours: f64,
    ramp: &'a [f64],
    rate: f64,
    vacancy: f64,
}

impl Leaving<'_> {
    fn apply(&self, people: f64, chance: TrialChance, staffing: &mut Staffing) {
        let persons = people.clamp(1.0, SINGLE_PEOPLE);
        for person in 0..persons as u32 {
            self.person(person, people / persons.floor(), chance, staffing);
        }
    }

    fn person(&self, person: u32, people: f64, chance: TrialChance, staffing: &mut Staffing) {
        let rate = greater(self.rate, 1e-12);
        let stays = |uniform: f64| -libm::log(uniform) / rate;
        let (start, end) = (self.months.start, self.months.end);
        let uniform = chance.uniform(0, person);
        // Most stay, and of most of them it is known without the logarithm: -ln(u) > 1 - u.
        let least = 1.0 - uniform;
        if least > 1e-6 && start + least / rate >= end {
            return;
        }
        let mut gone = start + stays(uniform);
        if gone >= end {
            return;
        }
        let share = people / self.months.most_people;
        for month in gone as usize..end.ceil() as usize {
            let away = overlap(month, gone, end);
            staffing.people[month] -= self.months.people[month] * share * away;
            staffing.hours[month] -= self.months.weeks[month] * share * away * self.hours;
        }
        // A seat can fall empty again and again; with a short vacancy no more than that.
        for tenure in 1..64 {
            let start = gone + self.vacancy;
            if start >= end {
                return;
            }
            gone = lesser(start + stays(chance.uniform(tenure, person)), end);
            for month in start as usize..gone.ceil() as usize {
                let there = overlap(month, start, gone) * people;
                let productive = ramped(self.ramp, month, start) * self.tables.weeks[month];
                staffing.people[month] += there;
                staffing.hours[month] += there * productive * self.hours;
            }
        }
    }
}
