//! What imported deal history says, as far as rules need it. Plain figures, so that they can
//! be kept without the deals.

use chrono::{Months, NaiveDate};
use plumbline_deals::{Metrics, State, Tally};
use serde::{Deserialize, Serialize};

/// More years than these say little of the next.
const MOST_YEARS: u32 = 10;

/// Figures from the firm's own record.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct History {
    /// Bookings of past years, the oldest first, plan's currency.
    pub yearly_bookings: Vec<f64>,
    /// Leads that were won, of all old enough to be decided (maths.md section 6): the plan's
    /// chance of winning a lead is compared with it.
    pub leads_won: Option<Counted>,
    /// Deals closed as won, of those closed at all.
    pub closed_won: Option<Counted>,
    /// Days from creation to the win of the middle deal.
    pub days_to_win: Option<f64>,
    /// Closed deals by what their columns hold: the customer profile is held against them.
    #[serde(default)]
    pub tally: Tally,
}

/// How often something happened, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// How often.
    pub events: u64,
    /// Of how many.
    pub of: u64,
}

impl Counted {
    /// The share; nothing of nothing.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.of > 0).then(|| self.events as f64 / self.of as f64)
    }
}

impl History {
    /// The record of a firm's deals: what was closed, how long wins took, and what was
    /// booked in the whole years up to the record's last day.
    #[must_use]
    pub fn of_deals(deals: &plumbline_deals::History, metrics: &Metrics) -> Self {
        let Metrics { won, lost, .. } = metrics;
        let of = u64::from(won.deals) + u64::from(lost.deals);
        Self {
            yearly_bookings: yearly_bookings(deals),
            // Leads are taken into the plan with the rest: there is nothing to compare.
            leads_won: None,
            closed_won: (of > 0).then_some(Counted {
                events: won.deals.into(),
                of,
            }),
            days_to_win: metrics.days_to_win.map(|days| days.median),
            tally: Tally::of(deals),
        }
    }
}

/// Value won in each twelve months that the file covers whole, the oldest first.
fn yearly_bookings(history: &plumbline_deals::History) -> Vec<f64> {
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
