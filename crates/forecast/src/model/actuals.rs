//! Bookings that have already come (maths.md section 2: actuals so far are added).

use plumbline_plan::{Month, Plan, Quantity};

use super::Note;
use crate::calendar::Calendar;

/// Bookings by month of the period up to the as-of date, and a note on each month over
/// without any entry.
///
/// In a month with an entry for the whole team the entries of single reps are its parts and
/// are not added again.
pub(super) fn bookings(plan: &Plan, calendar: &Calendar, notes: &mut Vec<Note>) -> Vec<f64> {
    let now = Month::of(calendar.as_of);
    calendar
        .period
        .iter()
        .map(|month| {
            // Of a month that has not begun nothing can have come: all of it is forecast.
            if month.first_day() >= calendar.as_of {
                return 0.0;
            }
            let entries = || {
                plan.scorecard
                    .actuals
                    .iter()
                    .filter(move |actual| actual.month == month && actual.bookings.is_some())
            };
            if month < now && entries().next().is_none() {
                notes.push(Note::NoActuals { month });
            }
            let whole_team = entries().any(|actual| actual.rep.is_none());
            entries()
                .filter(|actual| !whole_team || actual.rep.is_none())
                .filter_map(|actual| actual.bookings)
                .map(Quantity::get)
                // Nothing at all sums up to a negative zero.
                .sum::<f64>()
                + 0.0
        })
        .collect()
}
