//! What one run draws before anything happens, and what each deal would do if nobody had
//! to wait: created, through its stages or lost in one, won for a value (maths.md
//! sections 2 and 4).

use super::{
    beliefs::{Draw, P90},
    firm::{CloseSeason, Firm, MONTH, OpenDeal, Source, Stage},
    team::Staff,
};
use crate::support::random::Random;

/// As many as the random plans have before a deal is won.
const MOST_STAGES: usize = 6;

/// What holds for a whole run.
pub struct Run<'a> {
    pub firm: &'a Firm<'a>,
    pub draw: Draw,
    pub market: f64,
    /// What the odds of all open deals are multiplied by.
    open_odds: f64,
    /// The factor on each motion's times.
    pub times: Vec<f64>,
    pub staff: Staff<'a>,
}

/// A deal: what it would do if nobody had to wait.
pub struct Deal {
    pub motion: usize,
    pub created: f64,
    pub won: bool,
    /// How many stages it enters; the last of them the one it is lost in or won by.
    entered: usize,
    /// Days in each of those.
    days: [f64; MOST_STAGES],
}

impl Deal {
    pub fn days(&self) -> &[f64] {
        &self.days[..self.entered]
    }
}

/// Bookings of one run: of all deals, and by where they came from (listed, leads, repeat
/// business and referrals).
#[derive(Clone, Copy, Default)]
pub struct Bookings {
    pub total: f64,
    pub by_origin: [f64; 3],
}

/// Where bookings come from.
#[derive(Clone, Copy, PartialEq)]
pub enum Origin {
    Listed,
    Lead,
    Customer,
}

impl<'a> Run<'a> {
    pub fn new(firm: &'a Firm<'a>, random: &mut Random) -> Self {
        let draw = firm.beliefs.draw(random);
        let check = &firm.plan.reality_check;
        let spread = check.market_spread();
        let market = (spread * random.normal() - 0.5 * spread * spread).exp();
        // One in ten times all odds are lower, and one in ten times higher, by 1.35.
        let common = (1.35_f64.ln() / P90 * random.normal()).exp();
        Self {
            staff: firm.team.draw(random, &draw, firm.starts, firm.ends),
            times: firm
                .motions
                .iter()
                .map(|motion| motion.time_factor(&draw))
                .collect(),
            firm,
            draw,
            market,
            open_odds: market * common,
        }
    }

    /// Calls `take` with every lead of the run that comes by itself: Poisson counts, each
    /// month's expectation uneven by a Gamma factor, uniform over the days.
    pub fn leads(&self, random: &mut Random, mut take: impl FnMut(&mut Random, usize, usize, f64)) {
        let firm = self.firm;
        let variation = firm.plan.reality_check.lead_variation();
        let people: Vec<f64> = firm
            .months
            .iter()
            .map(|span| self.staff.people(span))
            .collect();
        for (place, motion) in firm.motions.iter().enumerate() {
            for (span, &people) in firm.months.iter().zip(&people) {
                let uneven = random.gamma(variation) * self.market * span.share;
                for (number, source) in motion.sources.iter().enumerate() {
                    let growth = source.growth.map_or(1.0, |place| self.draw.values[place]);
                    let mean = source.base(span.weekdays, people, &self.draw)
                        * span.seasons[place]
                        * growth.powi(span.ahead)
                        * uneven;
                    for _ in 0..random.poisson(mean) {
                        let at = random.between(span.from as f64, span.next as f64);
                        take(random, place, number, at);
                    }
                }
            }
        }
    }

    /// A lead's way: whether each stage is passed, and in how many days. The close season
    /// reweights the months of winning within the month of creation and conserves wins: a
    /// winner is drawn anew, day of creation and all, until its month is taken by its
    /// weight. Without `losing` nothing is drawn of the days of a deal that is lost.
    pub fn lead(&self, random: &mut Random, place: usize, created: f64, losing: bool) -> Deal {
        let motion = &self.firm.motions[place];
        let passes = |stage: &&Stage| random.happens(self.draw.values[stage.conversion.unwrap()]);
        let passed = motion.stages.iter().take_while(passes).count();
        let won = passed == motion.stages.len();
        let entered = match (won, losing) {
            (true, _) => passed,
            (false, true) => passed + 1,
            (false, false) => 0,
        };
        let mut deal = Deal {
            motion: place,
            created,
            won,
            entered,
            days: [0.0; MOST_STAGES],
        };
        self.way(random, &mut deal);
        if won && let Some(season) = &motion.close_season {
            let (first, end) = self.cohort(created);
            while !self.taken(
                random,
                season,
                deal.created + deal.days().iter().sum::<f64>(),
            ) {
                deal.created = random.between(first, end);
                self.way(random, &mut deal);
            }
        }
        deal
    }

    /// Draws a deal's days in the stages it enters.
    fn way(&self, random: &mut Random, deal: &mut Deal) {
        let stages = &self.firm.motions[deal.motion].stages[..deal.entered];
        for (days, stage) in deal.days.iter_mut().zip(stages) {
            *days = self.times[deal.motion] * stage.median * (stage.spread * random.normal()).exp();
        }
    }

    /// The days on which the leads created with one are: its month, cut where the
    /// calculation or its leads start.
    fn cohort(&self, created: f64) -> (f64, f64) {
        let (months, starts) = (&self.firm.months, self.firm.starts as f64);
        let month = months.partition_point(|month| month.next as f64 <= created);
        let [first, end] = [months[month].from, months[month].next].map(|day| day as f64);
        if created >= starts {
            (first.max(starts), end)
        } else {
            (first, end.min(starts))
        }
    }

    fn taken(&self, random: &mut Random, season: &CloseSeason, won: f64) -> bool {
        random.happens(season.chance(won - self.firm.leads_from as f64))
    }

    /// When an open deal is won, and for how much; nothing when it is lost or won before
    /// the period.
    pub fn open_deal(&self, random: &mut Random, deal: &OpenDeal) -> Option<(f64, f64)> {
        let motion = &self.firm.motions[deal.motion];
        let remaining = &motion.stages[deal.stage..];
        let chance = deal.chance.unwrap_or_else(|| {
            let conversions = remaining.iter().filter_map(|stage| stage.conversion);
            conversions.map(|place| self.draw.values[place]).product()
        });
        let odds = self.open_odds * chance;
        if !random.happens(odds / (1.0 - chance + odds)) {
            return None;
        }
        let (listed, starts) = (self.firm.listed as f64, self.firm.starts as f64);
        let mut closed = listed + self.time_to_close(random, deal);
        if closed < starts {
            return None;
        }
        // The close season takes a month by its weight, or all is drawn anew.
        if let Some(season) = &motion.close_season {
            while !self.taken(random, season, closed) {
                closed = listed + self.time_to_close(random, deal);
                while closed < starts {
                    closed = listed + self.time_to_close(random, deal);
                }
            }
        }
        let value = deal
            .value
            .unwrap_or_else(|| self.value(random, deal.motion));
        Some((closed, value))
    }

    /// Days until an open deal that will be won is won.
    fn time_to_close(&self, random: &mut Random, deal: &OpenDeal) -> f64 {
        if let Some(days) = deal.ahead {
            // The rep's date is the middle; one in ten takes twice as long.
            return days * (2.0_f64.ln() / P90 * random.normal()).exp();
        }
        let motion = &self.firm.motions[deal.motion];
        let factor = self.times[deal.motion];
        let (present, later) = motion.stages[deal.stage..].split_first().unwrap();
        let draw = |stage: &Stage, random: &mut Random| {
            factor * stage.median * (stage.spread * random.normal()).exp()
        };
        let left = residual(random, present, factor, deal.age);
        left + later.iter().map(|stage| draw(stage, random)).sum::<f64>()
    }

    /// What an open deal still asks for, won on that day or lost: when, the place of the
    /// stage, and the share of the stage's hours. Half of the present stage's some day until
    /// it ends, the following stages' when it enters them.
    pub fn open_deal_work(
        &self,
        random: &mut Random,
        deal: &OpenDeal,
        won: Option<f64>,
    ) -> Vec<(f64, usize, f64)> {
        let motion = &self.firm.motions[deal.motion];
        let factor = self.times[deal.motion];
        let last = match won {
            Some(_) => motion.stages.len() - 1,
            None => self.lost_in(random, deal),
        };
        let listed = self.firm.listed as f64;
        let mut entered = listed + residual(random, &motion.stages[deal.stage], factor, deal.age);
        let mut work = vec![(random.between(listed, entered), deal.stage, 0.5)];
        for place in deal.stage + 1..=last {
            work.push((entered, place, 1.0));
            let stage = &motion.stages[place];
            entered += factor * stage.median * (stage.spread * random.normal()).exp();
        }
        if deal.ahead.is_some() {
            let close = won.unwrap_or_else(|| listed + self.time_to_close(random, deal));
            for (at, ..) in &mut work {
                *at = random.between(listed, close);
            }
        }
        work
    }

    /// The stage in which an open deal that is lost is lost.
    fn lost_in(&self, random: &mut Random, deal: &OpenDeal) -> usize {
        let stages = &self.firm.motions[deal.motion].stages;
        let lost: Vec<f64> = stages[deal.stage..]
            .iter()
            .map(|stage| 1.0 - self.draw.values[stage.conversion.unwrap()])
            .collect();
        let mut left = random.uniform() * (1.0 - lost.iter().map(|l| 1.0 - l).product::<f64>());
        let mut reached = 1.0;
        for (place, lost) in lost.iter().enumerate() {
            left -= reached * lost;
            if left < 0.0 {
                return deal.stage + place;
            }
            reached *= 1.0 - lost;
        }
        stages.len() - 1
    }

    /// The value of a deal: the motion's mean times a lognormal factor of mean 1.
    pub fn value(&self, random: &mut Random, place: usize) -> f64 {
        let motion = &self.firm.motions[place];
        let sigma = motion.value_sigma;
        self.draw.values[motion.value] * (sigma * random.normal() - 0.5 * sigma * sigma).exp()
    }

    /// What a win brings later: calls `lead` with the day of each referred lead and returns
    /// what the customer buys again in the period.
    pub fn after_win(
        &self,
        random: &mut Random,
        place: usize,
        (at, value): (f64, f64),
        mut lead: impl FnMut(&mut Random, f64),
    ) -> f64 {
        let (firm, motion) = (self.firm, &self.firm.motions[place]);
        if let Some((per_win, lag)) = motion.referrals {
            // A referral comes a month after the win at the earliest.
            let at = at + lag.max(MONTH);
            for _ in 0..random.poisson(self.draw.values[per_win] * self.market) {
                if at >= firm.starts as f64 && at < firm.ends as f64 {
                    lead(random, at);
                }
            }
        }
        let Some(repeat) = &motion.repeat else {
            return 0.0;
        };
        let kept = repeat
            .retention
            .map_or(1.0, |place| self.draw.values[place]);
        let gone = at + 365.25 * random.exponential() / -kept.max(1e-300).ln();
        let lag = repeat.lag.max(1.0);
        let (mut again, mut bought) = (at + lag, 0.0);
        while again < gone.min(firm.ends as f64) {
            if again >= firm.starts as f64 {
                bought += value * self.draw.values[repeat.share];
            }
            again += lag;
        }
        bought
    }

    /// Calls `take` with the motion and day of each win of the year before: at the base
    /// rate, without season, growth or market.
    pub fn past_customers(
        &self,
        random: &mut Random,
        mut take: impl FnMut(&mut Random, usize, f64),
    ) {
        let firm = self.firm;
        if !firm.running {
            return;
        }
        let now = firm.months.iter().find(|span| span.next > firm.starts);
        let weekdays = now.map_or(0.0, |span| span.weekdays);
        for (place, motion) in firm.motions.iter().enumerate() {
            let people = firm.team.planned(firm.starts);
            let base = |source: &Source| source.base(weekdays, people, &self.draw);
            let wins = motion.sources.iter().map(base).sum::<f64>() * motion.win_chance(&self.draw);
            for _ in 0..random.poisson(12.0 * wins) {
                let ago = 12.0 * MONTH * random.uniform();
                take(random, place, firm.starts as f64 - ago);
            }
        }
    }
}

/// Days left in a stage of those that have been there so long.
fn residual(random: &mut Random, stage: &Stage, factor: f64, age: f64) -> f64 {
    let median = stage.median * factor;
    if stage.spread <= 0.0 || median <= 0.0 {
        return (median - age).max(0.0);
    }
    let least = (age.max(1e-9) / median).ln() / stage.spread;
    let days = median * (stage.spread * normal_above(random, least)).exp();
    (days - age).max(0.0)
}

/// A standard normal score known to be above `least` (Robert 1995).
fn normal_above(random: &mut Random, least: f64) -> f64 {
    if least < 0.5 {
        loop {
            let score = random.normal();
            if score > least {
                return score;
            }
        }
    }
    let rate = 0.5 * (least + (least * least + 4.0).sqrt());
    loop {
        let score = least + random.exponential() / rate;
        if random.uniform() < (-0.5 * (score - rate).powi(2)).exp() {
            return score;
        }
    }
}
