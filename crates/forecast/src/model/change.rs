//! A model with one thing changed: what levers and the tornado compare. The plan stays as it
//! is.

use plumbline_plan::{FieldPath, chapter::team::Rep};

use super::{AssumptionKind, Model, MotionTime, Seat};
use crate::{calendar::Calendar, chance::entity, distribution::Distribution};

impl Model {
    /// With another distribution for the assumption at a place.
    #[must_use]
    pub fn with_assumption(&self, place: usize, distribution: Distribution) -> Self {
        let mut changed = self.clone();
        let Some(assumption) = changed.assumptions.get_mut(place) else {
            return changed;
        };
        assumption.distribution = distribution;
        if assumption.kind == AssumptionKind::Time {
            changed.retime(place);
        }
        changed
    }

    /// With all leads multiplied by a factor; with activity, that too.
    #[must_use]
    pub fn with_leads(&self, factor: f64) -> Self {
        let mut changed = self.clone();
        for source in changed
            .motions
            .iter_mut()
            .flat_map(|motion| &mut motion.sources)
        {
            source
                .weights
                .iter_mut()
                .for_each(|weight| *weight *= factor);
        }
        changed
    }

    /// With so many more people hired: they begin with the first month that has not begun
    /// on the as-of date, ramp as the team's new reps do, and work as its reps do on
    /// average.
    #[must_use]
    pub fn with_hires(&self, people: u8) -> Self {
        let mut changed = self.clone();
        if people == 0 {
            return changed;
        }
        changed.team.seats.push(self.hired(people));
        let (team, calendar) = (&changed.team, &changed.calendar);
        let sources = changed
            .motions
            .iter_mut()
            .flat_map(|motion| &mut motion.sources);
        for planned in sources.filter_map(|source| source.people.as_mut()) {
            for (people, span) in planned.iter_mut().zip(&calendar.cohorts) {
                *people = team.people(span);
            }
        }
        changed.connect();
        changed
    }

    fn hired(&self, people: u8) -> Seat {
        let path = FieldPath::from("team/hires");
        let means = self.means();
        let seats = &self.team.seats;
        let sum = |of: &dyn Fn(&Seat) -> f64| -> f64 {
            seats.iter().map(|seat| seat.people * of(seat)).sum()
        };
        let hours = sum(&|seat| seat.hours_per_week);
        let selling = sum(&|seat| seat.selling_hours_per_week(&means));
        let there = sum(&|_| 1.0);
        let first = self.calendar.windows.iter().find_map(|window| {
            let starts = Calendar::day(window.month.first_day());
            (window.days() > 0 && window.first == starts).then_some(starts)
        });
        Seat {
            entity: entity("levers/hires"),
            path,
            people: f64::from(people),
            first: Some(first.unwrap_or_else(|| self.calendar.period_end())),
            end: None,
            hours_per_week: if there > 0.0 {
                hours / there
            } else {
                Rep::DEFAULT_HOURS_PER_WEEK
            },
            non_selling_share: if hours > 0.0 {
                1.0 - selling / hours
            } else {
                0.0
            },
            non_selling: Vec::new(),
            ramp: self.team.ramp.clone(),
        }
    }

    /// Computes times again after the assumption at a place has changed.
    fn retime(&mut self, place: usize) {
        let first = self.calendar.cohorts.first().map_or(0, |span| span.first);
        let horizon = match self.calendar.cohorts.is_empty() {
            true => 0.0,
            false => (self.calendar.period_end() - first) as f64,
        };
        for motion in &mut self.motions {
            if motion.stages.iter().any(|stage| stage.time == Some(place)) {
                motion.time = MotionTime::of(
                    &self.assumptions,
                    &motion.stages,
                    std::mem::take(&mut motion.time.ratios),
                    (horizon, self.uncertainty.correlation),
                );
            }
        }
        self.open_deals.retime(&self.motions, &self.calendar);
        self.connect();
    }
}
