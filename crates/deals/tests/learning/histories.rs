//! Deals and histories to learn from.

use chrono::{Datelike, Days, NaiveDate};
use plumbline_deals::{Deal, History, Label, State};

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A deal of which only the state is known.
pub(crate) fn undated(state: State) -> Deal {
    Deal {
        row: 2,
        id: "".into(),
        name: "".into(),
        account: "".into(),
        owner: Label::NONE,
        source: Label::NONE,
        segment: Label::NONE,
        product: Label::NONE,
        stage: Label::NONE,
        state,
        created: None,
        closed: None,
        expected_close: None,
        last_activity: None,
        value: None,
        probability: None,
        entered: Box::default(),
        further: Box::default(),
    }
}

/// A deal with its dates and its value.
pub(crate) fn deal(
    state: State,
    created: NaiveDate,
    closed: Option<NaiveDate>,
    value: f64,
) -> Deal {
    Deal {
        created: Some(created),
        closed,
        value: Some(value),
        ..undated(state)
    }
}

/// Numbers that follow from a seed (SplitMix64).
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    pub(crate) fn uniform(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.uniform())).sqrt();
        radius * libm::cos(2.0 * std::f64::consts::PI * self.uniform())
    }

    pub(crate) fn lognormal(&mut self, median: f64, sigma: f64) -> f64 {
        median * libm::exp(sigma * self.normal())
    }

    fn poisson(&mut self, mean: f64) -> u32 {
        let (limit, mut product, mut count) = (libm::exp(-mean), self.uniform(), 0);
        while product > limit {
            product *= self.uniform();
            count += 1;
        }
        count
    }
}

pub(crate) const WIN: f64 = 0.3;
pub(crate) const DAYS_TO_WIN: f64 = 50.0;
const DAYS_TO_LOSE: f64 = 30.0;
pub(crate) const PACE: f64 = 60.0;
pub(crate) const VALUE: f64 = 1000.0;

/// Three years of deals by the rules the model assumes, known up to the end of 2023, and
/// what the first quarter of 2024 then brought.
pub(crate) fn drawn(seed: u64) -> (History, f64) {
    let mut numbers = Numbers(seed.wrapping_mul(0x5851_f42d_4c95_7f2d));
    let as_of = day("2023-12-31");
    let end = day("2024-03-31");
    let mut history = History::empty(as_of);
    let (mut came, mut market) = (0.0, 1.0);
    let mut date = day("2021-01-01");
    let (mut month, mut factor) = (0, 1.0);
    while date <= end {
        if date.month() != month {
            month = date.month();
            factor = numbers.lognormal(1.0, 0.2);
            // Each quarter has a market of its own, as the forecast assumes.
            if month % 3 == 1 {
                market = numbers.lognormal(1.0, 0.1);
            }
        }
        for _ in 0..numbers.poisson(PACE / 30.44 * factor * market) {
            let won = numbers.uniform() < WIN;
            let median = if won { DAYS_TO_WIN } else { DAYS_TO_LOSE };
            let wait = numbers.lognormal(median, 0.6).min(700.0) as u64;
            let value = numbers.lognormal(VALUE, 0.5);
            let closes = date + Days::new(wait);
            if won && closes > as_of && closes <= end {
                came += value;
            }
            if date <= as_of {
                let state = match (closes <= as_of, won) {
                    (false, _) => State::Open,
                    (true, true) => State::Won,
                    (true, false) => State::Lost,
                };
                let closed = (state != State::Open).then_some(closes);
                history.deals.push(deal(state, date, closed, value));
            }
        }
        date = date + Days::new(1);
    }
    (history, came)
}
