//! Winning and losing by age as competing risks: cumulative incidence by Aalen-Johansen
//! (maths.md section 7; Aalen & Johansen 1978). Open deals are right-censored. Never takes
//! losses for censored: 1 - Kaplan-Meier would say too much.

mod sums;

use chrono::NaiveDate;
use serde::Serialize;

use self::sums::{Counts, Step, Sums};
use crate::{Deal, History, State, interval::Interval};

/// Beyond the last event with so many deals at risk there is no evidence.
pub const ENOUGH_AT_RISK: u32 = 20;

/// The longest time in days that is looked at: 20 years.
const LONGEST: i64 = 7_305;

/// The time a deal was watched, in days of age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spell {
    /// The age after which it was watched; -1 for from creation.
    pub entry: i64,
    /// The age at which it was decided, or last seen.
    pub exit: i64,
    /// What became of it.
    pub end: State,
}

/// Cumulative incidence of winning and losing by age.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Curves {
    /// How many deals they rest on.
    pub deals: u32,
    /// How many of them were won.
    pub won: u32,
    /// How many were lost.
    pub lost: u32,
    /// The age in days up to which there is evidence: the last event with at least
    /// [`ENOUGH_AT_RISK`] deals at risk.
    pub tau: i64,
    /// The age of the oldest deal ever won or lost.
    pub oldest_closed: i64,
    /// The curves at every age at which a deal was won or lost.
    pub points: Vec<Point>,
}

/// The curves at an age.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Point {
    /// Days since creation.
    pub age: i64,
    /// Deals open until this age.
    pub at_risk: u32,
    /// Deals won at it.
    pub won: u32,
    /// Deals lost at it.
    pub lost: u32,
    /// Share of deals won by it.
    pub share_won: f64,
    /// How far off that may be.
    pub won_interval: Interval,
    /// Share of deals lost by it.
    pub share_lost: f64,
    /// Share of deals still undecided after it.
    pub undecided: f64,
}

/// The chance of an open deal to be won later.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Later {
    /// The chance; what is undecided at the end of the evidence counts as not won.
    pub chance: f64,
    /// How far off it may be.
    pub interval: Interval,
    /// The chance if all that is undecided at the end of the evidence were won.
    pub most: f64,
    /// Whether the deal is older than the evidence reaches: the chance is then 0 because
    /// nothing is known, not because something is.
    pub beyond_evidence: bool,
}

/// Whether a record is taken to begin with the first close.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entry {
    /// Every deal was on record from its creation.
    #[default]
    FromCreation,
    /// Deals closed before this day are not on record, so that a deal created earlier is
    /// watched from this day on (left truncation).
    Since(NaiveDate),
}

impl Spell {
    /// The time a deal was watched; nothing without a date of creation, or where it closed
    /// on an unknown day.
    #[must_use]
    pub fn of(deal: &Deal, as_of: NaiveDate, entry: Entry) -> Option<Self> {
        let end = deal.state_on(as_of);
        let exit = match end {
            State::Open => deal.age(as_of)?,
            _ => deal.cycle()?,
        };
        let entry = match entry {
            Entry::FromCreation => -1,
            Entry::Since(start) => deal.age(start).map_or(-1, |age| age - 1),
        };
        (entry < exit || end == State::Open).then_some(Self {
            entry,
            exit: exit.min(LONGEST),
            end: if exit > LONGEST { State::Open } else { end },
        })
    }
}

impl Curves {
    /// The curves of a history; nothing when no deal with both dates was won or lost.
    #[must_use]
    pub fn of_history(history: &History, entry: Entry) -> Option<Self> {
        Self::on(history, history.as_of, entry)
    }

    /// The curves as they stood at the end of an earlier day.
    #[must_use]
    pub fn on(history: &History, day: NaiveDate, entry: Entry) -> Option<Self> {
        let deals = history.deals.iter();
        let spells: Vec<Spell> = deals
            .filter_map(|deal| Spell::of(deal, day, entry))
            .collect();
        Self::of(&spells)
    }

    /// The curves of spells. Events precede censoring at ties.
    #[must_use]
    pub fn of(spells: &[Spell]) -> Option<Self> {
        let counts = Counts::of(spells);
        let steps = counts.steps();
        let last = steps.last()?;
        let tau = steps
            .iter()
            .rev()
            .find(|step| step.at_risk >= ENOUGH_AT_RISK)
            .map_or(-1, |step| step.age);
        let mut sums = Sums::default();
        let points = steps.iter().map(|step| {
            sums.take(step);
            Point {
                age: step.age,
                at_risk: step.at_risk,
                won: step.won,
                lost: step.lost,
                share_won: sums.won,
                won_interval: Interval::of_share(sums.won, sums.variance()),
                share_lost: sums.lost,
                undecided: sums.undecided,
            }
        });
        let count = |state| spells.iter().filter(|spell| spell.end == state).count() as u32;
        Some(Self {
            deals: spells.len() as u32,
            won: count(State::Won),
            lost: count(State::Lost),
            tau,
            oldest_closed: last.age,
            points: points.collect(),
        })
    }

    /// The curves at the end of an age, the last step before it; nothing before the first.
    #[must_use]
    pub fn at(&self, age: i64) -> Option<&Point> {
        let after = self.points.partition_point(|point| point.age <= age);
        self.points.get(after.checked_sub(1)?)
    }

    /// Share of deals won by an age: CIF_won.
    #[must_use]
    pub fn won_by(&self, age: i64) -> f64 {
        self.at(age).map_or(0.0, |point| point.share_won)
    }

    /// Share of deals undecided after an age.
    #[must_use]
    pub fn undecided_at(&self, age: i64) -> f64 {
        self.at(age).map_or(1.0, |point| point.undecided)
    }

    /// The chance of a new deal ever to be won, as far as the evidence reaches:
    /// CIF_won(tau), with its interval (maths.md section 6).
    #[must_use]
    pub fn win_chance(&self) -> Later {
        self.later(-1)
    }

    /// The chance of a deal open at an age to be won later: (CIF_won(tau) - CIF_won(a)) /
    /// S(a), the Aalen-Johansen estimate from landmark a (maths.md section 7), its variance
    /// by the delta method (Marubini & Valsecchi 1995, section 10.3).
    #[must_use]
    pub fn later(&self, age: i64) -> Later {
        if age >= self.tau {
            return Later {
                chance: 0.0,
                interval: Interval {
                    low: 0.0,
                    high: 0.0,
                },
                most: 1.0,
                beyond_evidence: true,
            };
        }
        Later::of(&self.sums(age, self.tau))
    }

    /// The share of deals in a stage that goes on from it: its curve followed to the last event,
    /// however few are left at risk by then, since the slow ones left out of every stage would
    /// multiply over the stages (maths.md section 6). How far off that may be is in its
    /// interval. Nothing where [`ENOUGH_AT_RISK`] were never at risk.
    #[must_use]
    pub fn goes_on(&self) -> Option<Later> {
        self.goes_on_from(-1)
    }

    /// The same of a deal that has been in the stage for so many days: where fewer than
    /// [`ENOUGH_AT_RISK`] were in it as long, as of the last so many; of one that is there
    /// longer than all that ever left it, nought.
    #[must_use]
    pub fn goes_on_from(&self, days: i64) -> Option<Later> {
        if self.tau < 0 {
            return None;
        }
        let landmark = if days < self.oldest_closed {
            days.min(self.tau - 1)
        } else {
            days
        };
        let mut sums = Sums::default();
        for point in self.points.iter().filter(|point| point.age > landmark) {
            sums.take_of_few(&point.step());
        }
        Some(Later::of(&sums))
    }

    /// The days within which a share of the deals that go on from a stage have gone on, its
    /// curve followed to the last event.
    #[must_use]
    pub fn days_to_go_on(&self, share: f64) -> Option<i64> {
        let days = self.days_between(-1, self.oldest_closed, share);
        days.map(|days| days - 1)
    }

    /// The chance of a deal open at an age to be won within so many days, and the variance
    /// of that chance.
    #[must_use]
    pub fn won_within(&self, age: i64, days: i64) -> (f64, f64) {
        let sums = self.sums(age, (age + days).min(self.tau));
        (sums.won, sums.variance())
    }

    /// Sums from the landmark of one age up to another.
    fn sums(&self, age: i64, until: i64) -> Sums {
        let mut sums = Sums::default();
        let from = self.points.partition_point(|point| point.age <= age);
        let ahead = self.points[from..].iter();
        ahead
            .take_while(|point| point.age <= until)
            .for_each(|point| sums.take(&point.step()));
        sums
    }

    /// The days within which a share of the deals that are won have been won: the quantile
    /// of CIF_won(t) / CIF_won(tau) (maths.md section 6). Nothing when none was won.
    #[must_use]
    pub fn days_to_win(&self, share: f64) -> Option<i64> {
        self.days_to_win_from(-1, share).map(|days| days - 1)
    }

    /// The days from an age on within which a share of the deals won later have been won.
    /// Nothing when none is won later.
    #[must_use]
    pub fn days_to_win_from(&self, age: i64, share: f64) -> Option<i64> {
        self.days_between(age, self.tau, share)
    }

    fn days_between(&self, age: i64, until: i64, share: f64) -> Option<i64> {
        let before = self.won_by(age);
        let later = self.won_by(until) - before;
        let reached = |point: &&Point| point.share_won - before >= share * later * (1.0 - 1e-12);
        let point = self
            .points
            .iter()
            .filter(|point| point.age > age)
            .find(reached)?;
        (later > 0.0).then_some(point.age - age)
    }
}

impl Later {
    fn of(sums: &Sums) -> Self {
        Self {
            chance: sums.won,
            interval: Interval::of_share(sums.won, sums.variance()),
            most: sums.won + sums.undecided,
            beyond_evidence: false,
        }
    }
}

impl Point {
    fn step(&self) -> Step {
        Step {
            age: self.age,
            at_risk: self.at_risk,
            won: self.won,
            lost: self.lost,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spell(exit: i64, end: State) -> Spell {
        Spell {
            entry: -1,
            exit,
            end,
        }
    }

    #[test]
    fn without_censoring_the_curves_are_shares_of_the_deals() {
        let spells: Vec<Spell> = (0..100)
            .map(|n| spell(n % 10, if n % 4 == 0 { State::Won } else { State::Lost }))
            .collect();
        let curves = Curves::of(&spells).unwrap();
        assert!((curves.won_by(9) - 0.25).abs() < 1e-12);
        assert!(curves.undecided_at(9) < 1e-12);
        // The variance of a share: p (1 - p) / n.
        let mut sums = Sums::default();
        curves
            .points
            .iter()
            .for_each(|point| sums.take(&point.step()));
        assert!(
            (sums.variance() - 0.25 * 0.75 / 100.0).abs() < 1e-4,
            "{}",
            sums.variance()
        );
    }

    #[test]
    fn losing_is_no_censoring_and_open_deals_are() {
        let mut spells = vec![spell(5, State::Lost); 50];
        spells.extend(vec![spell(10, State::Won); 25]);
        spells.extend(vec![spell(7, State::Open); 25]);
        let curves = Curves::of(&spells).unwrap();
        // Half are lost at 5; of the 25 left at risk at 10 all are won.
        assert!((curves.won_by(10) - 0.5).abs() < 1e-12);
        assert!((curves.later(5).chance - 1.0).abs() < 1e-12);
        assert_eq!((curves.tau, curves.oldest_closed), (10, 10));
        assert!(curves.later(10).beyond_evidence);
    }

    #[test]
    fn a_deal_watched_late_is_not_at_risk_before() {
        let mut spells = vec![spell(3, State::Lost); 30];
        spells.extend(vec![
            Spell {
                entry: 50,
                exit: 60,
                end: State::Won
            };
            30
        ]);
        let curves = Curves::of(&spells).unwrap();
        assert_eq!(curves.points[0].at_risk, 30);
        assert!((curves.points[0].share_lost - 1.0).abs() < 1e-12);
    }

    #[test]
    fn evidence_ends_where_fewer_than_twenty_are_left() {
        let mut spells = vec![spell(1, State::Won); 10];
        spells.extend(vec![spell(2, State::Lost); 15]);
        spells.extend(vec![spell(90, State::Won); 5]);
        let curves = Curves::of(&spells).unwrap();
        assert_eq!((curves.tau, curves.oldest_closed), (2, 90));
        let chance = curves.win_chance();
        assert!((chance.chance - 1.0 / 3.0).abs() < 1e-12);
        assert!((chance.most - 0.5).abs() < 1e-12);
    }

    #[test]
    fn a_stage_is_followed_to_the_last_deal_that_left_it() {
        let mut spells = vec![spell(1, State::Won); 10];
        spells.extend(vec![spell(2, State::Lost); 15]);
        spells.extend(vec![spell(90, State::Won); 5]);
        let curves = Curves::of(&spells).unwrap();
        let chance = |days| curves.goes_on_from(days).unwrap().chance;
        assert!((curves.goes_on().unwrap().chance - 0.5).abs() < 1e-12);
        assert_eq!(curves.days_to_go_on(0.9), Some(90));
        // The five that stayed longest tell less than the last twenty.
        assert!((chance(50) - 0.25).abs() < 1e-12, "{}", chance(50));
        assert_eq!(chance(90), 0.0);
        // Where one of fifteen left decides for all, that is known the worse.
        spells.truncate(25);
        spells.extend(vec![spell(30, State::Open); 14]);
        spells.push(spell(90, State::Won));
        let Later {
            chance, interval, ..
        } = Curves::of(&spells).unwrap().goes_on().unwrap();
        assert!((chance - 0.625).abs() < 1e-12);
        assert!(interval.high - interval.low > 0.2, "{interval:?}");
    }
}
