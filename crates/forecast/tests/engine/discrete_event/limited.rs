//! A run in which the reps' hours limit what is done (maths.md section 3), deal by deal.
//!
//! How the section is read here:
//! - A deal that enters a stage asks for the stage's hours per deal. The team's selling
//!   hours of a day are one pool, given out evenly over the day.
//! - Work that is nearer to the win goes first, whatever the motion: stages after the win,
//!   then the stage of the win, then the one before it, and so on; lead-making activity
//!   comes last. Within that order, first come, first served. A deal of a later stage
//!   interrupts the work on an earlier one.
//! - A deal's days in a stage begin when the team turns to it, not when all its hours are
//!   worked: the work is part of the days. So nobody waits while hours are free.
//! - Lost deals ask for the hours of every stage they enter, the one they are lost in too.
//! - Leads derived from activity that asks for hours come when their activity's turn comes.
//! - The open deals' remaining hours go before everything else and their dates do not move:
//!   half of the present stage's hours some day until it ends, the following stages' when
//!   the deal enters them. So do not those of leads of the past: what they entered before
//!   the calculation starts is done; from then on they wait like others.
//! - Referred leads are leads like others. What customers buy again asks for no hours.

use std::collections::VecDeque;

use super::{
    agenda::Agenda,
    firm::{Firm, OpenDeal},
    run::{Bookings, Deal, Origin, Run},
};
use crate::support::random::Random;

/// The bookings of one run of a firm whose hours limit it, and the share of the hours that
/// was asked for.
pub fn limited(firm: &Firm, random: &mut Random) -> (Bookings, f64) {
    let run = Run::new(firm, random);
    let classes = firm.motions.iter().map(|motion| motion.stages.len()).max();
    let mut year = Year {
        run: &run,
        bookings: Bookings::default(),
        now: firm.starts as f64,
        deals: Vec::new(),
        agenda: Agenda::new(firm.starts..firm.ends),
        queues: (0..classes.unwrap_or(0) + 3)
            .map(|_| VecDeque::new())
            .collect(),
        asked: 0.0,
    };
    for deal in &firm.deals {
        year.open_deal(random, deal);
    }
    run.past_customers(random, |random, place, at| {
        let value = run.value(random, place);
        year.after_win(random, place, (at, value));
    });
    run.leads(random, |random, place, source, created| {
        let deal = run.lead(random, place, created, true);
        let hours = firm.motions[place].sources[source].hours_per_lead(&run.draw);
        year.new_deal(deal, Origin::Lead, hours);
    });
    year.go_on(random);
    let hours: f64 = (firm.starts..firm.ends)
        .map(|day| run.staff.hours(day))
        .sum();
    (year.bookings, year.asked / hours)
}

struct Year<'a> {
    run: &'a Run<'a>,
    bookings: Bookings,
    now: f64,
    deals: Vec<Known>,
    agenda: Agenda<What>,
    /// Work that waits, by class: 0 reserved by open deals, 1 after the win, then by stages
    /// to the win; lead-making activity in the last.
    queues: Vec<VecDeque<Job>>,
    asked: f64,
}

/// A deal on its way.
struct Known {
    deal: Deal,
    origin: Origin,
    /// The stage it is in, or all of them when it is won.
    stage: usize,
    activity_hours: f64,
}

struct Job {
    hours: f64,
    begun: bool,
    what: What,
}

/// What may happen, or be worked for.
#[derive(Clone, Copy)]
enum What {
    /// The activity that makes a lead.
    Making(usize),
    /// A deal entering its stage, or being won.
    Stage(usize),
    /// Work that moves no date, of a class.
    Plain(usize, f64),
}

impl Year<'_> {
    fn plan(&mut self, at: f64, what: What) {
        if at < self.run.firm.ends as f64 {
            self.agenda.add(at, what);
        }
    }

    fn new_deal(&mut self, deal: Deal, origin: Origin, activity_hours: f64) {
        let starts = self.run.firm.starts as f64;
        let (mut stage, mut at) = (0, deal.created);
        let past = at < starts;
        while at < starts && stage < deal.days().len() {
            at += deal.days()[stage];
            stage += 1;
        }
        if at < starts || (!deal.won && stage == deal.days().len()) {
            return;
        }
        let number = self.deals.len();
        self.deals.push(Known {
            deal,
            origin,
            stage,
            activity_hours,
        });
        let making = activity_hours > 0.0 && !past;
        let what = if making {
            What::Making(number)
        } else {
            What::Stage(number)
        };
        self.plan(at, what);
    }

    /// The work goes on to the period's end.
    fn go_on(&mut self, random: &mut Random) {
        let ends = self.run.firm.ends as f64;
        loop {
            let next = self.agenda.next().unwrap_or(ends);
            let waiting = self.queues.iter().position(|queue| !queue.is_empty());
            if let Some(class) = waiting
                && self.now < next
            {
                self.work(class, next);
            } else if next < ends {
                self.now = next;
                let what = self.agenda.take();
                self.happens(random, what);
            } else {
                return;
            }
        }
    }

    /// Works for the first in a class, until it is done, the day is over, or something
    /// happens.
    fn work(&mut self, class: usize, next: f64) {
        let today = self.now as i64;
        let rate = self.run.staff.hours(today);
        let until = next.min((today + 1) as f64);
        let job = &mut self.queues[class][0];
        if rate <= 0.0 {
            self.now = until;
            return;
        }
        if !job.begun {
            job.begun = true;
            let what = job.what;
            self.begins(what);
            // What begins may lead to something before `next`.
            return;
        }
        let done = self.now + job.hours / rate;
        if done <= until {
            self.now = done;
            self.queues[class].pop_front();
        } else {
            job.hours -= (until - self.now) * rate;
            self.now = until;
        }
    }

    /// Something is due: it asks for its hours or, when it needs none, begins.
    fn happens(&mut self, random: &mut Random, what: What) {
        let (class, hours) = match what {
            What::Making(number) => (self.queues.len() - 1, self.deals[number].activity_hours),
            What::Plain(class, hours) => (class, hours),
            What::Stage(number) => {
                let known = &self.deals[number];
                let stages = &self.run.firm.motions[known.deal.motion].stages;
                if known.stage == stages.len() {
                    return self.win(random, number);
                }
                let hours = stages[known.stage].hours;
                (
                    1 + stages.len() - known.stage,
                    hours.map_or(0.0, |place| self.run.draw.values[place]),
                )
            }
        };
        self.asked += hours;
        if hours > 0.0 {
            self.queues[class].push_back(Job {
                hours,
                begun: false,
                what,
            });
        } else {
            self.begins(what);
        }
    }

    /// The team turns to it.
    fn begins(&mut self, what: What) {
        match what {
            What::Making(number) => self.plan(self.now, What::Stage(number)),
            What::Plain(..) => {}
            What::Stage(number) => {
                let known = &mut self.deals[number];
                let at = self.now + known.deal.days()[known.stage];
                known.stage += 1;
                if known.deal.won || known.stage < known.deal.days().len() {
                    self.plan(at, What::Stage(number));
                }
            }
        }
    }

    fn win(&mut self, random: &mut Random, number: usize) {
        let (place, origin) = (self.deals[number].deal.motion, self.deals[number].origin);
        let value = self.run.value(random, place);
        self.bookings.add(value, origin);
        for stage in &self.run.firm.motions[place].after_win {
            let hours = stage.hours.map_or(0.0, |place| self.run.draw.values[place]);
            self.plan(self.now, What::Plain(1, hours));
        }
        self.after_win(random, place, (self.now, value));
    }

    fn after_win(&mut self, random: &mut Random, place: usize, win: (f64, f64)) {
        let run = self.run;
        let again = run.after_win(random, place, win, |random, at| {
            let deal = run.lead(random, place, at, true);
            self.new_deal(deal, Origin::Customer, 0.0);
        });
        self.bookings.add(again, Origin::Customer);
    }

    /// An open deal: won when it is won, and its hours reserved.
    fn open_deal(&mut self, random: &mut Random, deal: &OpenDeal) {
        let firm = self.run.firm;
        let win = self.run.open_deal(random, deal);
        let stages = &firm.motions[deal.motion].stages;
        let hours = |place: usize| {
            let hours = stages[place].hours;
            hours.map_or(0.0, |place| self.run.draw.values[place])
        };
        let reserved = self.run.open_deal_work(random, deal, win.map(|win| win.0));
        for (at, stage, share) in reserved {
            if at >= firm.starts as f64 {
                self.plan(at, What::Plain(0, share * hours(stage)));
            }
        }
        let Some((at, value)) = win else { return };
        if at < firm.ends as f64 {
            self.bookings.add(value, Origin::Listed);
            for stage in &firm.motions[deal.motion].after_win {
                let hours = stage.hours.map_or(0.0, |place| self.run.draw.values[place]);
                self.plan(at, What::Plain(0, hours));
            }
            self.after_win(random, deal.motion, (at, value));
        }
    }
}
