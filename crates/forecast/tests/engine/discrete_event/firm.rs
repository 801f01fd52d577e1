//! The plan as the discrete-event simulation wants it: read field by field from
//! maths.md sections 2 and 3, without the engine's model.

use std::ops::Range;

use chrono::NaiveDate;
use plumbline_plan::{
    FieldPath, Month, Plan, Quantity,
    chapter::{
        pipeline::StartingPoint,
        process::{self, LeadSource},
    },
    unit::Season,
};

use super::{
    beliefs::{Beliefs, Draw, Kind, P90},
    team::Team,
};

/// Days in an average month.
pub const MONTH: f64 = 365.25 / 12.0;

/// Everything that does not change from run to run. Days are counted from 1970.
pub struct Firm<'a> {
    pub plan: &'a Plan,
    pub beliefs: Beliefs<'a>,
    pub motions: Vec<Motion>,
    pub deals: Vec<OpenDeal>,
    pub team: Team,
    /// The months in which leads come.
    pub months: Vec<Span>,
    /// The first day of the calculation, of the first leads, and of the list of open deals.
    pub starts: i64,
    pub leads_from: i64,
    pub listed: i64,
    /// The day after the period.
    pub ends: i64,
    /// Customers of the year before buy again and bring leads.
    pub running: bool,
}

/// A month, or the part of it in which leads come.
pub struct Span {
    pub from: i64,
    pub next: i64,
    pub share: f64,
    /// Months since the period's first, none before it.
    pub ahead: i32,
    pub weekdays: f64,
    /// Each motion's lead season.
    pub seasons: Vec<f64>,
    /// Days before the calculation starts, on each of them so many people as planned, added up.
    pub past_people: f64,
}

pub struct Motion {
    pub sources: Vec<Source>,
    /// Nothing where every month of winning is as good as another.
    pub close_season: Option<CloseSeason>,
    /// Up to the win, then those after it.
    pub stages: Vec<Stage>,
    pub after_win: Vec<Stage>,
    pub value: usize,
    /// The standard deviation between values on the logarithm.
    pub value_sigma: f64,
    pub repeat: Option<Repeat>,
    pub referrals: Option<(usize, f64)>,
}

/// How likely a win is taken on its day, against one in the best month of the year.
pub struct CloseSeason {
    /// Day by day from the first of the leads on, to two years after the period.
    by_day: Vec<f64>,
    /// From then on the year's shape counts no more.
    later: f64,
}

pub struct Source {
    /// Leads a month are the product of these and, for each month, `reps_and_days`.
    pub factors: Vec<usize>,
    pub growth: Option<usize>,
    /// Reps and working days a month, of a source derived from activity; nothing for the
    /// reps employed or the month's weekdays.
    pub activity: Option<(Option<f64>, Option<f64>)>,
    /// Hours of one activity.
    pub hours: Option<usize>,
}

pub struct Stage {
    pub conversion: Option<usize>,
    pub hours: Option<usize>,
    /// The middle deal's days, and the standard deviation between deals on the logarithm.
    pub median: f64,
    pub spread: f64,
    /// The share of the motion's mean time, and whose score it goes with and how far.
    share: f64,
    error: Option<(usize, f64)>,
    pub cut_off: Option<f64>,
}

pub struct Repeat {
    pub share: usize,
    pub retention: Option<usize>,
    pub lag: f64,
}

pub struct OpenDeal {
    pub motion: usize,
    pub stage: usize,
    pub age: f64,
    /// Days to the rep's date, where it lies ahead.
    pub ahead: Option<f64>,
    pub value: Option<f64>,
    pub chance: Option<f64>,
}

pub fn day(date: NaiveDate) -> i64 {
    date.signed_duration_since(NaiveDate::default()).num_days()
}

pub fn month_of(day: i64) -> Month {
    Month::of(NaiveDate::default() + chrono::Duration::days(day))
}

impl<'a> Firm<'a> {
    pub fn new(plan: &'a Plan) -> Self {
        let mut beliefs = Beliefs::new(plan);
        let mut motions: Vec<Motion> = plan
            .process
            .motions
            .iter()
            .map(|motion| Motion::new(&mut beliefs, plan, motion))
            .collect();
        let today = plan.reality_check.as_of.unwrap();
        let first = plan.targets.period.start.first_day();
        let starts = day(today.max(first));
        let listed = !plan.pipeline.deals.is_empty();
        let running = plan.pipeline.starting_from == StartingPoint::RunningBusiness;
        let leads_from = match (listed, running) {
            (true, _) => day(today).min(starts),
            (false, true) => starts - motions.iter().map(Motion::longest).max().unwrap_or(0),
            (false, false) => starts,
        };
        let ends = day(plan.targets.period.last().last_day()) + 1;
        for (motion, entered) in motions.iter_mut().zip(&plan.process.motions) {
            motion.close_season = CloseSeason::new(
                &entered.close_season,
                leads_from,
                plan.targets.period.last(),
            );
        }
        let team = Team::new(&mut beliefs, plan);
        Self {
            months: months(plan, &team, leads_from..ends, starts),
            deals: open_deals(plan, &motions, today),
            team,
            plan,
            beliefs,
            motions,
            starts,
            leads_from,
            listed: day(today),
            ends,
            running,
        }
    }
}

impl Motion {
    fn new(beliefs: &mut Beliefs, plan: &Plan, motion: &process::Motion) -> Self {
        let path = FieldPath::from("process/motions").child(motion.id.as_str());
        let wins_at = motion.win_place().unwrap();
        let mut stages: Vec<Stage> = motion
            .stages
            .iter()
            .enumerate()
            .map(|(place, stage)| Stage::new(beliefs, &path, stage, place <= wins_at))
            .collect();
        let after_win = stages.split_off(wins_at + 1);
        let total: f64 = stages.iter().map(Stage::mean).sum();
        for stage in &mut stages {
            stage.share = if total > 0.0 {
                stage.mean() / total
            } else {
                0.0
            };
        }
        let spread = motion.value_spread.map_or(0.6, Quantity::get);
        let variation = plan.reality_check.lead_variation().max(0.01);
        let (repeat, referrals) = (path.child("repeat"), path.child("referrals"));
        let lag = |beliefs: &mut Beliefs, path: FieldPath, lag| {
            let place = beliefs.place(path, lag, Kind::AfterWin, None)?;
            let (median, sigma) = beliefs.logarithm(place);
            Some(median * (0.5 * sigma * sigma).exp())
        };
        Self {
            sources: motion
                .lead_sources
                .iter()
                .map(|source| Source::new(beliefs, &path, source, variation))
                .collect(),
            close_season: None,
            stages,
            after_win,
            value: beliefs
                .place(
                    path.child("deal_value"),
                    &motion.deal_value,
                    Kind::Value,
                    Some(spread),
                )
                .unwrap(),
            value_sigma: (spread * spread).ln_1p().sqrt(),
            repeat: beliefs
                .place(
                    repeat.child("share_of_value"),
                    &motion.repeat.share_of_value,
                    Kind::AfterWin,
                    None,
                )
                .map(|share| Repeat {
                    share,
                    retention: beliefs.place(
                        repeat.child("retention"),
                        &motion.repeat.retention,
                        Kind::AfterWin,
                        None,
                    ),
                    lag: lag(beliefs, repeat.child("lag"), &motion.repeat.lag).unwrap_or(365.25),
                }),
            referrals: beliefs
                .place(
                    referrals.child("leads_per_win"),
                    &motion.referrals.leads_per_win,
                    Kind::AfterWin,
                    None,
                )
                .map(|leads| {
                    let lag = lag(beliefs, referrals.child("lag"), &motion.referrals.lag);
                    (leads, lag.unwrap_or(0.0))
                }),
        }
    }

    /// The factor on all times of the motion: each stage's error counts by its share.
    pub fn time_factor(&self, draw: &Draw) -> f64 {
        let errors = self.stages.iter().filter_map(|stage| {
            let (place, sigma) = stage.error?;
            Some(stage.share * sigma * draw.scores[place])
        });
        errors.sum::<f64>().exp()
    }

    pub fn win_chance(&self, draw: &Draw) -> f64 {
        let conversions = self.stages.iter().filter_map(|stage| stage.conversion);
        conversions.map(|place| draw.values[place]).product()
    }

    /// Days after which hardly a deal is still open, five years at most.
    fn longest(&self) -> i64 {
        let mean: f64 = self.stages.iter().map(Stage::mean).sum();
        let square = |stage: &Stage| stage.mean().powi(2) * (stage.spread * stage.spread).exp_m1();
        let variance: f64 = self.stages.iter().map(square).sum();
        ((1.5 * (mean + 4.0 * variance.sqrt())) as i64).min(5 * 365)
    }
}

impl CloseSeason {
    fn new(season: &Season, from: i64, last: Month) -> Option<Self> {
        if season.is_even() {
            return None;
        }
        let weights = season.weights().iter().map(|weight| weight.get());
        let most = weights.clone().fold(0.0, f64::max) / (weights.sum::<f64>() / 12.0);
        let next = day(last.plus(25).first_day());
        Some(Self {
            by_day: (from..next)
                .map(|day| season.weight(month_of(day)) / most)
                .collect(),
            later: 1.0 / most,
        })
    }

    /// The chance of a win so many days after the first of the leads.
    pub fn chance(&self, days: f64) -> f64 {
        let chance = self.by_day.get(days as usize);
        *chance.unwrap_or(&self.later)
    }
}

impl Stage {
    fn new(beliefs: &mut Beliefs, motion: &FieldPath, stage: &process::Stage, wins: bool) -> Self {
        let path = motion.child("stages").child(stage.id.as_str());
        let average = stage.time_in_stage.average.map_or(0.0, Quantity::get);
        let slow = stage.slow_time.map_or(2.0 * average, Quantity::get);
        let spread = if average > 0.0 {
            (slow / average).max(1.0).ln() / P90
        } else {
            0.0
        };
        let time = beliefs.place(
            path.child("time_in_stage"),
            &stage.time_in_stage,
            Kind::Time,
            Some(1.2533 * spread),
        );
        let (median, sigma) = time.map_or((0.0, 0.0), |place| beliefs.logarithm(place));
        Self {
            conversion: wins.then(|| {
                let path = path.child("conversion");
                beliefs
                    .place(path, &stage.conversion, Kind::Conversion, None)
                    .unwrap()
            }),
            hours: beliefs.place(
                path.child("hours_per_deal"),
                &stage.hours_per_deal,
                Kind::Hours,
                None,
            ),
            median,
            spread,
            share: 0.0,
            error: time.map(|place| (place, sigma)),
            cut_off: stage.cut_off.map(Quantity::get),
        }
    }

    fn mean(&self) -> f64 {
        self.median * (0.5 * self.spread * self.spread).exp()
    }
}

impl Source {
    fn new(beliefs: &mut Beliefs, motion: &FieldPath, source: &LeadSource, variation: f64) -> Self {
        let path = motion.child("lead_sources").child(source.id.as_str());
        let growth = beliefs.place(path.child("growth"), &source.growth, Kind::Growth, None);
        if !source.from_activity {
            let field = path.child("per_month");
            let leads = beliefs.place(field, &source.per_month, Kind::Leads, Some(variation));
            return Self {
                factors: vec![leads.unwrap()],
                growth,
                activity: None,
                hours: None,
            };
        }
        let (path, activity) = (path.child("activity"), &source.activity);
        let rate = Kind::Conversion;
        let factors = [
            beliefs.place(path.child("per_day"), &activity.per_day, Kind::Leads, None),
            beliefs.place(
                path.child("contact_rate"),
                &activity.contact_rate,
                rate,
                None,
            ),
            beliefs.place(path.child("lead_rate"), &activity.lead_rate, rate, None),
        ];
        Self {
            factors: factors.map(Option::unwrap).to_vec(),
            growth,
            activity: Some((
                activity.reps.map(Quantity::get),
                activity.working_days.map(Quantity::get),
            )),
            hours: beliefs.place(
                path.child("hours_each"),
                &activity.hours_each,
                Kind::Hours,
                None,
            ),
        }
    }

    /// Leads of a whole month, with so many people there, without season, growth and chance.
    pub fn base(&self, weekdays: f64, people: f64, draw: &Draw) -> f64 {
        let product: f64 = self
            .factors
            .iter()
            .map(|place| draw.values[*place])
            .product();
        let Some((reps, days)) = self.activity else {
            return product;
        };
        product * reps.unwrap_or(people) * days.unwrap_or(weekdays)
    }

    /// Hours of activity behind one lead.
    pub fn hours_per_lead(&self, draw: &Draw) -> f64 {
        let of = |place: usize| draw.values[place];
        match self.hours {
            Some(each) => of(each) / (of(self.factors[1]) * of(self.factors[2])),
            None => 0.0,
        }
    }
}

fn months(plan: &Plan, team: &Team, days: Range<i64>, starts: i64) -> Vec<Span> {
    let mut from = days.start;
    let mut months = Vec::new();
    while from < days.end {
        let month = month_of(from);
        let next = day(month.plus(1).first_day());
        let motions = plan.process.motions.iter();
        months.push(Span {
            from,
            next,
            share: (next - from) as f64 / f64::from(month.days()),
            ahead: month.since(plan.targets.period.start).max(0),
            weekdays: weekdays(month),
            seasons: motions
                .map(|motion| motion.lead_season.weight(month))
                .collect(),
            past_people: (from..next.min(starts)).map(|day| team.planned(day)).sum(),
        });
        from = next;
    }
    months
}

fn weekdays(month: Month) -> f64 {
    let days = (0..month.days()).map(|n| month.first_day() + chrono::Days::new(u64::from(n)));
    days.filter(|day| chrono::Datelike::weekday(day).num_days_from_monday() < 5)
        .count() as f64
}

/// The open deals that can still be won.
fn open_deals(plan: &Plan, motions: &[Motion], today: NaiveDate) -> Vec<OpenDeal> {
    let of = |deal: &plumbline_plan::chapter::pipeline::Deal| {
        let motion = deal.motion.as_ref().map_or(0, |id| {
            let motions = &plan.process.motions;
            motions.iter().position(|motion| motion.id == *id).unwrap()
        });
        let stage = deal.stage.as_ref().map_or(0, |id| {
            let stages = &plan.process.motions[motion].stages;
            stages.iter().position(|stage| stage.id == *id).unwrap()
        });
        let since = deal.in_stage_since.or(deal.created_on).unwrap_or(today);
        let age = (day(today) - day(since)).max(0) as f64;
        let stages = &motions[motion].stages;
        if stage >= stages.len() || stages[stage].cut_off.is_some_and(|most| age > most) {
            return None;
        }
        let ahead = deal.expected_close.map(|date| day(date) - day(today));
        Some(OpenDeal {
            motion,
            stage,
            age,
            ahead: ahead.filter(|days| *days > 0).map(|days| days as f64),
            value: deal.value.map(Quantity::get),
            chance: deal.win_chance.map(Quantity::get),
        })
    };
    plan.pipeline.deals.iter().filter_map(of).collect()
}
