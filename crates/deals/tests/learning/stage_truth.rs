//! Conversions of stages from histories of known truth, with none, a fifth and half of the deals
//! still open: right on average; and what is proposed comes to what is won of all deals.

use chrono::Days;
use plumbline_deals::{
    Curves, Deal, Entry, History, Later, State,
    calibrate::{Record, calibrate},
    stage_histories,
};
use plumbline_plan::{
    Plan, Quantity,
    chapter::process::{Motion, Stage},
    start,
};

use crate::histories::{Numbers, day, deal};

const HISTORIES: u64 = 60;
const DEALS: u32 = 1500;

/// The share that goes on from each stage.
const GOES_ON: [f64; 6] = [0.7, 0.6, 0.8, 0.75, 0.65, 0.85];
/// Days of the middle deal that goes on, and of the middle one that is lost: slow deals win.
const DAYS: (f64, f64) = (9.0, 5.0);

/// Deals of the plan's own stages. So many of a hundred are created within the last weeks, the
/// others long before, so that nearly all of those are decided.
fn drawn(motion: &Motion, seed: u64, young_in_100: f64) -> History {
    let mut numbers = Numbers(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
    let mut history = History::empty(day("2023-12-31"));
    let stages = motion.stages[..=motion.win_place().unwrap()].iter();
    let labels: Vec<_> = stages
        .map(|stage| history.stages.take(&stage.name))
        .collect();
    for _ in 0..DEALS {
        let young = 100.0 * numbers.uniform() < young_in_100;
        let (least, most) = if young { (0.0, 20.0) } else { (300.0, 700.0) };
        let ago = least + (most - least) * numbers.uniform();
        let created = history.as_of - Days::new(ago as u64);
        let (mut at, mut entered) = (created, Vec::new());
        let mut state = State::Won;
        for (label, goes_on) in labels.iter().zip(GOES_ON) {
            entered.push((*label, at));
            let on = numbers.uniform() < goes_on;
            let median = if on { DAYS.0 } else { DAYS.1 };
            at = at + Days::new(numbers.lognormal(median, 0.8).min(200.0) as u64);
            if !on {
                state = State::Lost;
                break;
            }
        }
        let closed = (at <= history.as_of).then_some(at);
        entered.retain(|(_, on)| *on <= history.as_of);
        history.deals.push(Deal {
            entered: entered.into(),
            ..deal(closed.map_or(State::Open, |_| state), created, closed, 5.0)
        });
    }
    history
}

/// An average over histories, with its standard error.
#[derive(Default)]
struct Average {
    sum: f64,
    squares: f64,
}

impl Average {
    fn take(&mut self, value: f64) {
        self.sum += value;
        self.squares += value * value;
    }

    fn is(&self, truth: f64, about: &str) {
        let count = HISTORIES as f64;
        let mean = self.sum / count;
        let error = ((self.squares / count - mean * mean).max(0.0) / count).sqrt();
        assert!(
            (mean - truth).abs() < 3.5 * error + 0.002,
            "{about}: {mean} for {truth}, error {error}"
        );
    }
}

fn sold(plan: &Plan) -> &[Stage] {
    let motion = &plan.process.motions[0];
    &motion.stages[..=motion.win_place().unwrap()]
}

#[test]
fn shares_that_go_on_are_right_however_many_deals_are_still_open() {
    let sample = start::sample(day("2024-01-01"));
    let motion = &sample.process.motions[0];
    assert_eq!(sold(&sample).len(), GOES_ON.len());
    let chance: f64 = GOES_ON.iter().product();
    for (young_in_100, open_in_100) in [(0.0, 0.0..0.5), (30.0, 18.0..22.0), (72.0, 45.0..55.0)] {
        let (mut open, mut held, mut told) = (0, 0, 0);
        let mut shares: [Average; 6] = Default::default();
        let mut product = Average::default();
        for seed in 0..HISTORIES {
            let history = drawn(motion, seed + 1, young_in_100);
            open += history.in_state(State::Open).count();
            let curves = Curves::of_history(&history, Entry::FromCreation).unwrap();
            let record = Record {
                history: &history,
                curves: &curves,
                entry: Entry::FromCreation,
                stages: &[],
            };
            let mut plan = sample.clone();
            let calibration = calibrate(&plan, &motion.id, &record).unwrap();
            calibration.edit().apply(&mut plan).unwrap();
            let found = stage_histories(&history);
            let mut own = 1.0;
            for ((stage, average), truth) in found.iter().zip(&mut shares).zip(GOES_ON) {
                let Later {
                    chance, interval, ..
                } = stage.conversion.unwrap();
                average.take(chance);
                own *= chance;
                told += 1;
                held += u32::from((interval.low..=interval.high).contains(&truth));
            }
            product.take(own);
            let averages = sold(&plan).iter().map(|stage| stage.conversion.average);
            let proposed: f64 = averages.map(|average| average.unwrap().get()).product();
            let won = curves.win_chance().chance;
            assert!((proposed / won - 1.0).abs() < 0.01, "{proposed} for {won}");
        }
        let percent = 100.0 * open as f64 / (HISTORIES * u64::from(DEALS)) as f64;
        assert!(open_in_100.contains(&percent), "{percent}% open");
        for (place, (average, truth)) in shares.iter().zip(GOES_ON).enumerate() {
            average.is(truth, &format!("stage {place}, {percent}% open"));
        }
        product.is(chance, &format!("all stages, {percent}% open"));
        let held = f64::from(held) / f64::from(told);
        assert!((0.72..0.88).contains(&held), "{held} held, {percent}% open");
    }
}
