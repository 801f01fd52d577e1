//! What a file of deals says of the past, as far as the rules on a plan ask for it.

use chrono::{Months, NaiveDate};
use plumbline_deals::{History, Metrics, State};
use plumbline_review::{Counted, History as Record};

use super::Learnt;

/// More years than these say little of the next.
const MOST_YEARS: u32 = 10;

/// The record for the rules: what was closed, how long wins took, and what was booked in
/// the whole years up to the file's last day.
pub(crate) fn record(learnt: &Learnt) -> Record {
    let Metrics { won, lost, .. } = &learnt.metrics;
    let of = u64::from(won.deals) + u64::from(lost.deals);
    Record {
        yearly_bookings: yearly_bookings(&learnt.history),
        // Leads are taken into the plan with the rest: there is nothing to compare.
        leads_won: None,
        closed_won: (of > 0).then_some(Counted {
            events: won.deals.into(),
            of,
        }),
        days_to_win: learnt.metrics.days_to_win.map(|days| days.median),
    }
}

/// Value won in each twelve months that the file covers whole, the oldest first.
fn yearly_bookings(history: &History) -> Vec<f64> {
    let won = || history.in_state(State::Won);
    let wins = || won().filter_map(|deal| Some((deal.closed?, deal.value?)));
    let Some(first) = wins().map(|(closed, _)| closed).min() else {
        return Vec::new();
    };
    let ago = |years: u32| history.as_of.checked_sub_months(Months::new(12 * years));
    let mut years: Vec<f64> = (0..MOST_YEARS)
        .map_while(|years| Some((ago(years + 1)?, ago(years)?)))
        .take_while(|(after, _)| *after >= first)
        .map(|(after, until)| booked(wins(), after, until))
        .collect();
    years.reverse();
    years
}

fn booked(wins: impl Iterator<Item = (NaiveDate, f64)>, after: NaiveDate, until: NaiveDate) -> f64 {
    wins.filter(|(closed, _)| *closed > after && *closed <= until)
        .map(|(_, value)| value)
        .sum()
}
