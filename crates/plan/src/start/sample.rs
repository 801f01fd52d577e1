//! The worked sample: a plan as a firm could have written it, with dates around the day on
//! which it is opened.

use chrono::{Days, NaiveDate};

use crate::{Plan, file, unit::Month};

/// The sample's text as a plan file.
const TEXT: &str = include_str!("sample.plumbline.json");

/// A firm that sells maintenance software to manufacturers: two motions, five reps, open
/// deals, ranges and sources. Its period starts the month after `today`; every date keeps
/// its distance from that start.
#[must_use]
pub fn sample(today: NaiveDate) -> Plan {
    #[expect(
        clippy::expect_used,
        reason = "the text is part of the program; a test reads it"
    )]
    let mut plan = file::read(TEXT).expect("the sample is a plan");
    let start = Month::of(today).plus(1);
    let months = start.since(plan.targets.period.start);
    let days = start.first_day() - plan.targets.period.start.first_day();
    shift(&mut plan, months, |date| {
        let amount = Days::new(days.num_days().unsigned_abs());
        let shifted = if days.num_days() < 0 {
            date.checked_sub_days(amount)
        } else {
            date.checked_add_days(amount)
        };
        shifted.unwrap_or(date)
    });
    plan
}

fn shift(plan: &mut Plan, months: i32, day: impl Fn(NaiveDate) -> NaiveDate) {
    let moved = |date: &mut Option<NaiveDate>| *date = date.map(&day);
    plan.targets.period.start = plan.targets.period.start.plus(months);
    moved(&mut plan.about.created_on);
    for rep in &mut plan.team.reps {
        moved(&mut rep.started_on);
        moved(&mut rep.leaves_on);
    }
    for hire in &mut plan.team.hires {
        hire.month = hire.month.map(|month| month.plus(months));
    }
    for deal in &mut plan.pipeline.deals {
        moved(&mut deal.created_on);
        moved(&mut deal.in_stage_since);
        moved(&mut deal.expected_close);
    }
    for candidate in &mut plan.team.bench {
        moved(&mut candidate.last_contact);
    }
    for commitment in &mut plan.scorecard.commitments {
        moved(&mut commitment.due);
    }
    for decision in &mut plan.review.decisions {
        moved(&mut decision.on);
    }
}
