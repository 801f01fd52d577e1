//! What imported deal history says, as far as rules need it. Plain figures: this crate
//! reads no deals.

/// Figures from the firm's own record.
#[derive(Debug, Clone, PartialEq, Default)]
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
}

/// How often something happened, of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
