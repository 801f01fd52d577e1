//! A run in which nobody has to wait.

use super::{
    firm::Firm,
    run::{Bookings, Origin, Run},
};
use crate::support::random::Random;

/// The bookings of one run of a firm without limits.
pub fn unlimited(firm: &Firm, random: &mut Random) -> Bookings {
    let run = Run::new(firm, random);
    let mut year = Year {
        run: &run,
        bookings: Bookings::default(),
        leads: Vec::new(),
    };
    for deal in &firm.deals {
        if let Some((at, value)) = run.open_deal(random, deal) {
            year.win(random, deal.motion, (at, value), Origin::Listed);
        }
    }
    run.past_customers(random, |random, place, at| {
        let value = run.value(random, place);
        year.later(random, place, (at, value));
    });
    run.leads(random, |random, place, _, created| {
        year.lead(random, place, created, Origin::Lead);
    });
    while let Some((place, created)) = year.leads.pop() {
        year.lead(random, place, created, Origin::Customer);
    }
    year.bookings
}

struct Year<'a> {
    run: &'a Run<'a>,
    bookings: Bookings,
    /// Referred leads whose turn has not come.
    leads: Vec<(usize, f64)>,
}

impl Year<'_> {
    fn lead(&mut self, random: &mut Random, place: usize, created: f64, origin: Origin) {
        let deal = self.run.lead(random, place, created, false);
        if deal.won {
            let at = deal.created + deal.days().iter().sum::<f64>();
            if at >= self.run.firm.starts as f64 {
                let value = self.run.value(random, place);
                self.win(random, place, (at, value), origin);
            }
        }
    }

    fn win(&mut self, random: &mut Random, place: usize, win: (f64, f64), origin: Origin) {
        if win.0 < self.run.firm.ends as f64 {
            self.bookings.add(win.1, origin);
            self.later(random, place, win);
        }
    }

    fn later(&mut self, random: &mut Random, place: usize, win: (f64, f64)) {
        let leads = &mut self.leads;
        let again = self
            .run
            .after_win(random, place, win, |_, at| leads.push((place, at)));
        self.bookings.add(again, Origin::Customer);
    }
}

impl Bookings {
    pub fn add(&mut self, value: f64, origin: Origin) {
        self.total += value;
        self.by_origin[origin as usize] += value;
    }
}
