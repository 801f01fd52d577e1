//! The second walk over a file: rows become deals, as the mapping says. Text comes in
//! pieces; what is kept of it is the deals and a bounded report.

mod deal;
mod meanings;

use chrono::NaiveDate;

use self::deal::DealTaker;
use super::{Mapping, Refused, Report, field::Field, rows::Rows, sanity};
use crate::History;

/// The most deals of a history.
pub const MOST_DEALS: usize = 1_000_000;

/// What the second walk has to be told besides the mapping.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Today: what closed later did not close.
    pub today: NaiveDate,
    /// The day up to which the deals are known; nothing for the last day on which anything
    /// happened in the file.
    pub as_of: Option<NaiveDate>,
}

/// What was taken, and what became of every row.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// The deals.
    pub history: History,
    /// What became of the rows.
    pub report: Report,
}

/// The second walk under way.
#[derive(Debug)]
pub struct Taking {
    rows: Rows,
    taker: DealTaker,
}

impl Taking {
    /// Begins. `mapping` should have no open questions.
    #[must_use]
    pub fn new(mapping: &Mapping, options: Options) -> Self {
        let mut rows = Rows::new(mapping.delimiter);
        rows.expect(mapping.width);
        Self {
            rows,
            taker: DealTaker::new(mapping.clone(), options),
        }
    }

    /// Takes the next piece of text.
    ///
    /// # Errors
    /// [`Refused`] when the file cannot be read on.
    pub fn push(&mut self, text: &str) -> Result<(), Refused> {
        let taker = &mut self.taker;
        self.rows.push(text, &mut |row| taker.take(&row))?;
        if taker.history.deals.len() > MOST_DEALS {
            return Err(Refused::TooManyDeals);
        }
        Ok(())
    }

    /// Deals taken so far, for showing progress.
    #[must_use]
    pub fn deals(&self) -> usize {
        self.taker.history.deals.len()
    }

    /// The file is at its end.
    ///
    /// # Errors
    /// [`Refused`] when there is no deal in it.
    pub fn finish(mut self) -> Result<Import, Refused> {
        let taker = &mut self.taker;
        self.rows.finish(&mut |row| taker.take(&row))?;
        let DealTaker {
            mut history,
            mut report,
            options,
            mapping,
            ..
        } = self.taker;
        history.as_of = options
            .today
            .min(last_event(&history).unwrap_or(options.today));
        sanity::drop_repeats(
            &mut history,
            &mut report,
            mapping.column_of(Field::Id).is_some(),
        );
        if let Some(day) = options.as_of {
            let then = history.standing_at(day);
            sanity::tell_later_ones(&history, &then, &mut report);
            history = then;
        }
        sanity::note(&history, &mut report);
        // They stay for as long as the page does.
        history.deals.shrink_to_fit();
        report.taken = history.deals.len() as u32;
        report
            .remarks
            .sort_by_key(|remark| (remark.row, remark.reason));
        if history.deals.is_empty() {
            return Err(Refused::NoDeals);
        }
        Ok(Import { history, report })
    }
}

/// The last day on which anything happened.
fn last_event(history: &History) -> Option<NaiveDate> {
    let events = history.deals.iter().flat_map(|deal| {
        let entered = deal.entered.iter().map(|(_, date)| *date).max();
        [deal.created, deal.closed, deal.last_activity, entered]
    });
    events.flatten().max()
}
