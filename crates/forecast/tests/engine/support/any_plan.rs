//! Random plans that validate: every feature of the flow now and then, in sizes a firm has.

use plumbline_plan::{
    Assumption, Count, Days, Factor, Fraction, Hours, Money, Month, Plan, Quantity, Source,
    chapter::{
        pipeline::{Deal, StartingPoint},
        process::{LeadSource, Motion, Stage},
        team::{Hire, NonSellingTask, Rep},
    },
    start,
    unit::{Period, Season},
};

use super::{date, random::Random};

/// The plan of a seed: one to three motions, no team and no hours, so that nothing limits
/// it. Its as-of date is entered, so that no other day counts.
pub fn any_plan(seed: u64) -> Plan {
    let mut random = Random::new(seed);
    let mut plan = start::blank(date(super::TODAY));
    let r = &mut random;
    let month = Month::new(r.whole(2025, 2028) as i32, r.whole(1, 12) as u32).unwrap();
    let months = if r.happens(0.6) { 12 } else { r.whole(3, 18) };
    plan.targets.period = Period {
        start: month,
        months: months as u8,
    };
    // From three months before the period to the middle of it.
    let offset = if r.happens(0.5) {
        0
    } else {
        r.whole(0, 90 + 15 * months) as i64 - 90
    };
    plan.reality_check.as_of = Some(month.first_day() + chrono::Duration::days(offset));
    plan.targets.bookings = Some(money(1e5));
    plan.reality_check.market_spread = Some(factor(r.between(0.0, 0.2)));
    plan.reality_check.lead_variation = Some(factor(r.between(0.0, 0.5)));
    plan.reality_check.correlation = Some(Fraction::nearest(r.uniform()));
    let blank = plan.process.motions.remove(0);
    for place in 0..r.whole(1, 3) {
        let motion = motion(r, &blank, place);
        plan.process.motions.push(motion);
    }
    if r.happens(0.3) {
        share_assumptions(&mut plan);
    }
    plan.pipeline.starting_from = if r.happens(0.5) {
        StartingPoint::RunningBusiness
    } else {
        StartingPoint::Nothing
    };
    if r.happens(0.5) {
        for place in 0..r.whole(1, 25) {
            let deal = open_deal(r, &plan, place);
            plan.pipeline.deals.push(deal);
        }
    }
    plan
}

/// The plan of a seed with people who sell and hours for everything they do.
pub fn any_plan_with_team(seed: u64) -> Plan {
    let mut plan = any_plan(seed);
    let r = &mut Random::new(seed ^ 0x7465_616d);
    let period = plan.targets.period;
    let within = |r: &mut Random| {
        let month = period
            .start
            .plus(r.whole(0, usize::from(period.months) - 1) as i32);
        month.first_day() + chrono::Days::new(r.whole(0, 27) as u64)
    };
    for place in 0..r.whole(1, 6) {
        let mut rep: Rep = serde_json::from_str(&format!(r#"{{"id":"rep-{place}"}}"#)).unwrap();
        rep.hours_per_week = Some(hours(r.between(20.0, 45.0)));
        let json = r#"{"id":"reports"}"#;
        let mut task: NonSellingTask = serde_json::from_str(json).unwrap();
        let away = r.between(1.0, 12.0);
        task.hours_per_week = belief(r, away);
        rep.non_selling.push(task);
        if place > 0 && r.happens(0.2) {
            rep.started_on = Some(within(r));
        } else if place > 0 && r.happens(0.15) {
            rep.leaves_on = Some(within(r));
        }
        plan.team.reps.push(rep);
    }
    if r.happens(0.5) {
        let mut hire: Hire = serde_json::from_str(r#"{"id":"hire"}"#).unwrap();
        hire.month = Some(Month::of(within(r)));
        hire.people = r.whole(1, 2) as u8;
        hire.non_selling_share = Some(Fraction::nearest(r.between(0.0, 0.4)));
        plan.team.hires.push(hire);
    }
    plan.team.ramp.0 = (1..=r.whole(0, 5))
        .map(|n| Fraction::nearest(0.2 * n as f64))
        .collect();
    if r.happens(0.5) {
        plan.team.turnover = Assumption::guess(Fraction::nearest(r.between(0.05, 0.4)));
        plan.team.vacancy = Assumption::guess(Count::nearest(r.between(0.5, 5.0)));
    }
    if r.happens(0.5) {
        let json = r#"{"id":"weekly","length":1.5}"#;
        plan.rhythm
            .meetings
            .push(serde_json::from_str(json).unwrap());
    }
    for motion in &mut plan.process.motions {
        for source in &mut motion.lead_sources {
            source.activity.hours_each = belief(r, 0.1);
            if r.happens(0.5) {
                source.activity.reps = None;
                let people = plan.team.reps.len() as f64;
                let a_day = &mut source.activity.per_day;
                scale(a_day, 1.0 / people);
            }
        }
        for stage in &mut motion.stages {
            if r.happens(0.85) {
                let each = r.magnitude(0.5, 10.0);
                stage.hours_per_deal = belief(r, each);
            }
        }
    }
    plan
}

/// Multiplies everything that asks for hours.
pub fn scale_hours(plan: &mut Plan, by: f64) {
    for motion in &mut plan.process.motions {
        for source in &mut motion.lead_sources {
            scale(&mut source.activity.hours_each, by);
        }
        for stage in &mut motion.stages {
            scale(&mut stage.hours_per_deal, by);
        }
    }
}

/// Multiplies an assumption with its range.
pub fn scale<Q: Quantity>(assumption: &mut Assumption<Q>, by: f64) {
    for value in [
        &mut assumption.average,
        &mut assumption.low,
        &mut assumption.high,
    ] {
        *value = value.map(|value| Q::nearest(value.get() * by));
    }
}

fn motion(r: &mut Random, blank: &Motion, place: usize) -> Motion {
    let mut motion = blank.clone();
    motion.id = super::id(&format!("motion-{place}"));
    let source = motion.lead_sources.remove(0);
    for place in 0..r.whole(1, 2) {
        let source = lead_source(r, &source, place);
        motion.lead_sources.push(source);
    }
    if r.happens(0.4) {
        motion.lead_season = season(r, 0.3);
    }
    let stage = motion.stages[0].clone();
    motion.stages = (0..r.whole(2, 6))
        .map(|place| self::stage(r, &stage, place))
        .collect();
    motion.win_stage = None;
    if motion.stages.len() > 3 && r.happens(0.4) {
        motion.win_stage = Some(motion.stages[motion.stages.len() - 2].id.clone());
    }
    if r.happens(0.25) {
        motion.close_season = season(r, 0.5);
    }
    let value = r.magnitude(2e3, 5e4);
    motion.deal_value = belief(r, value);
    motion.value_spread = Some(factor(r.between(0.0, 1.2)));
    if r.happens(0.35) {
        motion.repeat.share_of_value = Assumption::guess(factor(r.between(0.1, 0.8)));
        motion.repeat.lag = Assumption::guess(days(r.between(60.0, 400.0)));
        motion.repeat.retention = Assumption::guess(Fraction::nearest(r.between(0.5, 1.0)));
    }
    if r.happens(0.35) {
        motion.referrals.leads_per_win = Assumption::guess(Count::nearest(r.between(0.1, 0.8)));
        motion.referrals.lag = Assumption::guess(days(r.between(31.0, 120.0)));
    }
    motion
}

fn lead_source(r: &mut Random, blank: &LeadSource, place: usize) -> LeadSource {
    let mut source = blank.clone();
    source.id = super::id(&format!("source-{place}"));
    let leads = r.magnitude(4.0, 80.0);
    if r.happens(0.3) {
        source.from_activity = true;
        let (reps, rates) = (
            r.between(1.0, 4.0),
            (r.between(0.1, 0.5), r.between(0.05, 0.3)),
        );
        source.activity.reps = Some(Count::nearest(reps));
        source.activity.working_days = r.happens(0.5).then(|| Count::nearest(20.0));
        source.activity.per_day = belief(r, leads / (reps * 21.0 * rates.0 * rates.1));
        source.activity.contact_rate = belief(r, rates.0);
        source.activity.lead_rate = belief(r, rates.1);
    } else {
        source.per_month = belief(r, leads);
    }
    if r.happens(0.3) {
        let growth = r.between(-0.05, 0.05);
        source.growth = Assumption::guess(Quantity::nearest(growth));
    }
    source
}

fn stage(r: &mut Random, blank: &Stage, place: usize) -> Stage {
    let mut stage = blank.clone();
    stage.id = super::id(&format!("stage-{place}"));
    let conversion = r.between(0.35, 0.95);
    stage.conversion = belief(r, conversion);
    let median = if r.happens(0.15) {
        0.0
    } else {
        r.magnitude(1.0, 40.0)
    };
    stage.time_in_stage = belief(r, median);
    stage.slow_time = r.happens(0.7).then(|| days(median * r.between(1.0, 4.0)));
    stage.cut_off = r
        .happens(0.2)
        .then(|| days(median * r.between(1.5, 6.0) + 5.0));
    stage
}

/// An assumption in one of the ways people enter them.
fn belief<Q: Quantity>(r: &mut Random, average: f64) -> Assumption<Q> {
    let average = Q::nearest(average);
    let mut belief = Assumption::guess(average);
    match r.whole(0, 5) {
        0 => super::sure(average.get()),
        1 => belief,
        2 => {
            belief.source = Source::OwnHistory {
                events: None,
                of: r.whole(20, 300) as u64,
            };
            belief
        }
        _ => {
            let width = r.between(1.05, 1.5);
            belief.low = Some(Q::nearest(average.get() / width));
            belief.high = Some(Q::nearest(average.get() * width));
            belief.source = Source::Team;
            belief
        }
    }
}

/// The second motion's first stage is that of the first motion.
fn share_assumptions(plan: &mut Plan) {
    let [first, second, ..] = &mut plan.process.motions[..] else {
        return;
    };
    let path = format!("process/motions/{}/stages/{}", first.id, first.stages[0].id);
    let stage = &mut second.stages[0];
    stage.conversion.same_as = Some(format!("{path}/conversion").as_str().into());
    stage.time_in_stage.same_as = Some(format!("{path}/time_in_stage").as_str().into());
    // What waits there is the same, so that slow deals are slower in the same ratio.
    let same_as = stage.time_in_stage.same_as.take();
    stage.time_in_stage = first.stages[0].time_in_stage.clone();
    stage.time_in_stage.same_as = same_as;
    stage.slow_time = first.stages[0].slow_time;
}

fn open_deal(r: &mut Random, plan: &Plan, place: usize) -> Deal {
    let motion = &plan.process.motions[r.whole(0, plan.process.motions.len() - 1)];
    let wins_at = motion.win_place().unwrap();
    let stage = &motion.stages[r.whole(0, wins_at)];
    let as_of = plan.reality_check.as_of.unwrap();
    let ago = |days: usize| as_of - chrono::Duration::days(days as i64);
    let since = ago(r.magnitude(1.0, 120.0) as usize);
    let value = r.magnitude(1e3, 1e5);
    let mut deal: Deal = serde_json::from_str(&format!(r#"{{"id":"deal-{place}"}}"#)).unwrap();
    deal.motion = Some(motion.id.clone());
    deal.stage = Some(stage.id.clone());
    deal.value = r.happens(0.8).then(|| money(value));
    deal.in_stage_since = r.happens(0.8).then_some(since);
    deal.expected_close = r
        .happens(0.2)
        .then(|| as_of + chrono::Duration::days(r.whole(5, 150) as i64));
    deal.win_chance = r
        .happens(0.2)
        .then(|| Fraction::nearest(r.between(0.05, 0.95)));
    deal
}

fn season(r: &mut Random, swing: f64) -> Season {
    Season::new([0; 12].map(|_| factor(r.between(1.0 - swing, 1.0 + swing))))
}

fn hours(value: f64) -> Hours {
    Hours::nearest(value)
}

fn money(value: f64) -> Money {
    Money::nearest(value)
}

fn days(value: f64) -> Days {
    Days::nearest(value)
}

fn factor(value: f64) -> Factor {
    Factor::nearest(value)
}
