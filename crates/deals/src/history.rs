//! A firm's deals as they were taken from a file: the one input of everything this crate
//! works out. Plain data. Knows no file and no column.

use chrono::NaiveDate;

use crate::{
    import::{Code, State},
    labels::{Label, Labels},
};

/// A firm's deals.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    /// The deals, in the order of the file.
    pub deals: Vec<Deal>,
    /// Names of owners.
    pub owners: Labels,
    /// Names of sources.
    pub sources: Labels,
    /// Names of segments.
    pub segments: Labels,
    /// Names of products.
    pub products: Labels,
    /// Names of stages, as the file has them.
    pub stages: Labels,
    /// Further columns that the user has kept, for they tell something of the customer.
    pub further: Vec<Further>,
    /// The currency of all values, where the file says.
    pub currency: Option<Code>,
    /// The day up to which the deals are known. What is open then is open.
    pub as_of: NaiveDate,
}

/// A deal.
#[derive(Debug, Clone, PartialEq)]
pub struct Deal {
    /// Its row in the file it came from.
    pub row: u32,
    /// Its identifier; empty where the file has none.
    pub id: Box<str>,
    /// Its name; empty where the file has none, or names are left out.
    pub name: Box<str>,
    /// The customer; empty where the file has none, or names are left out.
    pub account: Box<str>,
    /// Who owns it.
    pub owner: Label,
    /// Where it came from.
    pub source: Label,
    /// The customer's segment.
    pub segment: Label,
    /// What is sold.
    pub product: Label,
    /// Its stage.
    pub stage: Label,
    /// Whether it is open, won or lost.
    pub state: State,
    /// When it was created.
    pub created: Option<NaiveDate>,
    /// When it was won or lost; nothing while it is open.
    pub closed: Option<NaiveDate>,
    /// When it is, or was, expected to close.
    pub expected_close: Option<NaiveDate>,
    /// When anything was last done about it.
    pub last_activity: Option<NaiveDate>,
    /// Its value in the one currency of the history.
    pub value: Option<f64>,
    /// The seller's own chance of winning it, 0 to 1.
    pub probability: Option<f64>,
    /// When it entered stages, by date.
    pub entered: Box<[(Label, NaiveDate)]>,
    /// What stands in each of the history's further columns.
    pub further: Box<[Label]>,
}

/// A further column: text that has no meaning of its own here.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Further {
    /// Its name in the file.
    pub name: String,
    /// What stands in it.
    pub labels: Labels,
}

impl Further {
    /// The most different values kept. A column of more is no attribute of customers.
    const MOST_VALUES: usize = 1_000;

    /// The label of what stands in a cell; none once there are too many.
    pub(crate) fn take(&mut self, cell: &str) -> Label {
        if self.labels.len() < Self::MOST_VALUES {
            return self.labels.take(cell);
        }
        self.labels.find(cell).unwrap_or(Label::NONE)
    }
}

impl Deal {
    /// Days from creation to close; nothing where one of the dates is missing.
    #[must_use]
    pub fn cycle(&self) -> Option<i64> {
        days_between(self.created?, self.closed?)
    }

    /// Its state at the end of a day: what closed later was open.
    #[must_use]
    pub fn state_on(&self, day: NaiveDate) -> State {
        match self.closed {
            Some(closed) if closed > day => State::Open,
            _ => self.state,
        }
    }

    /// Days since creation on a day; nothing without a date of creation, or before it.
    #[must_use]
    pub fn age(&self, on: NaiveDate) -> Option<i64> {
        days_between(self.created?, on)
    }
}

/// Whole days from one day to a later one; nothing if it is earlier.
fn days_between(from: NaiveDate, to: NaiveDate) -> Option<i64> {
    let days = to.signed_duration_since(from).num_days();
    (days >= 0).then_some(days)
}

impl History {
    /// A history without deals.
    #[must_use]
    pub fn empty(as_of: NaiveDate) -> Self {
        Self {
            deals: Vec::new(),
            owners: Labels::default(),
            sources: Labels::default(),
            segments: Labels::default(),
            products: Labels::default(),
            stages: Labels::default(),
            further: Vec::new(),
            currency: None,
            as_of,
        }
    }

    /// The deals in a state.
    pub fn in_state(&self, state: State) -> impl Iterator<Item = &Deal> {
        self.deals.iter().filter(move |deal| deal.state == state)
    }

    /// The day of the first close: where a record that began with the closing of deals
    /// begins.
    #[must_use]
    pub fn first_close(&self) -> Option<NaiveDate> {
        self.deals.iter().filter_map(|deal| deal.closed).min()
    }

    /// The history as it stood at the end of an earlier day, from fields known then
    /// (maths.md section 8): deals created later are gone, deals closed later are open, and
    /// what was entered or done later has not happened.
    #[must_use]
    pub fn standing_at(&self, day: NaiveDate) -> Self {
        let mut then = self.clone();
        then.as_of = day;
        then.deals.retain(|deal| {
            let created = deal.created.or(deal.closed);
            created.is_none_or(|created| created <= day)
        });
        for deal in &mut then.deals {
            if deal.closed.is_some_and(|closed| closed > day) {
                (deal.state, deal.closed, deal.stage) = (State::Open, None, Label::NONE);
                deal.expected_close = None;
            }
            deal.last_activity = deal.last_activity.filter(|date| *date <= day);
            if deal.entered.iter().any(|(_, date)| *date > day) {
                deal.entered = deal
                    .entered
                    .iter()
                    .filter(|(_, date)| *date <= day)
                    .copied()
                    .collect();
            }
        }
        then
    }

    /// Takes names of deals, customers and owners out and puts numbers in their place, and
    /// leaves out further columns, for a file that leaves the house.
    pub fn leave_names_out(&mut self) {
        for (deal, number) in self.deals.iter_mut().zip(1_u32..) {
            deal.name = number.to_string().into();
            deal.account = "".into();
            deal.further = Box::default();
        }
        // Nobody but the user knows what stands in these.
        self.further.clear();
        let count = self.owners.len();
        let mut numbered = Labels::default();
        for number in 1..=count {
            numbered.take(&number.to_string());
        }
        self.owners = numbered;
    }
}
