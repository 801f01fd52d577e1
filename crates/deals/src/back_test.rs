//! Would a forecast from this data have been any good? Forecasts of past quarters from what
//! was known at their start, against what came (maths.md section 8).

mod method;
mod score;

use chrono::{Datelike, NaiveDate};
use plumbline_plan::Month;
use serde::Serialize;

pub use method::{Forecast, Method};
pub use score::{Conclusion, Score};

use crate::{Curves, Entry, History, Refusal, State, pipeline::ProductValues};

/// An origin takes so many won and so many lost deals before it.
pub const ENOUGH_BEFORE: u32 = 20;

/// Fewer origins prove nothing.
pub const ENOUGH_ORIGINS: u32 = 3;

/// The most recent origins that are looked at.
const MOST_ORIGINS: usize = 12;

/// Forecasts of past quarters.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BackTest {
    /// The quarter ends forecast from, the earliest first.
    pub origins: Vec<Origin>,
    /// How each method did, in the order of [`Method::ALL`]; empty without origins.
    pub scores: Vec<Score>,
    /// What that comes to.
    pub conclusion: Conclusion,
    /// How many times wider the model's interval has to be than it was; 1 when it did best.
    pub widened: f64,
    /// What open deals were taken to be worth.
    pub values: OpenValues,
    /// Deals without a date of creation: they were counted out.
    pub undated: u32,
}

/// What open deals are taken to be worth at a past day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OpenValues {
    /// What stands in the file: open and lost deals carry values there.
    Recorded,
    /// The average of their product's deals won by then: the file has values of won deals
    /// only, so that at the time they were not known.
    ProductAverages,
}

/// A past quarter end and the quarter after it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Origin {
    /// The day forecast from.
    pub on: NaiveDate,
    /// The last day of the quarter forecast.
    pub until: NaiveDate,
    /// Deals won by then.
    pub won_before: u32,
    /// Deals lost by then.
    pub lost_before: u32,
    /// Deals open then.
    pub open: u32,
    /// What the quarter brought.
    pub actual: f64,
    /// What of it came from deals open at its start.
    pub actual_from_open: f64,
    /// What the deals open at its start have brought up to the end of the record.
    pub open_ever_brought: f64,
    /// The forecasts, in the order of [`Method::ALL`].
    pub forecasts: [Forecast; 3],
}

impl BackTest {
    /// Forecasts every usable past quarter of a history.
    #[must_use]
    pub fn of(history: &History, entry: Entry) -> Self {
        let values = OpenValues::of(history);
        let origins: Vec<Origin> = quarter_ends(history)
            .into_iter()
            .filter_map(|day| Origin::of(history, day, entry, values))
            .collect();
        let scores = if origins.is_empty() {
            Vec::new()
        } else {
            Method::ALL
                .map(|method| Score::of(method, &origins))
                .to_vec()
        };
        let (conclusion, widened) = score::conclude(&origins, &scores);
        Self {
            origins,
            scores,
            conclusion,
            widened,
            values,
            undated: history
                .deals
                .iter()
                .filter(|deal| deal.created.is_none())
                .count() as u32,
        }
    }

    /// Said in place of a conclusion where there are too few origins.
    #[must_use]
    pub fn refused(&self) -> Option<Refusal> {
        let origins = self.origins.len() as u32;
        (origins < ENOUGH_ORIGINS).then_some(Refusal::TooFewOrigins {
            origins,
            needed: ENOUGH_ORIGINS,
        })
    }
}

impl OpenValues {
    /// Whether the file has values for deals that were not won.
    fn of(history: &History) -> Self {
        let share = |state| {
            let deals = history.in_state(state).count();
            let valued = history
                .in_state(state)
                .filter(|deal| deal.value.is_some_and(|value| value > 0.0));
            (deals > 0).then(|| valued.count() * 2 >= deals)
        };
        if share(State::Lost) == Some(true) && share(State::Open) != Some(false) {
            Self::Recorded
        } else {
            Self::ProductAverages
        }
    }
}

/// The calendar's quarter ends that have a full quarter after them on record.
fn quarter_ends(history: &History) -> Vec<NaiveDate> {
    let Some(first) = history.first_close() else {
        return Vec::new();
    };
    let begin = Month::of(first);
    let quarter_end = |month: &Month| month.number().is_multiple_of(3);
    let ends: Vec<NaiveDate> = (0..1200)
        .map(|ahead| begin.plus(ahead))
        .filter(quarter_end)
        .take_while(|month| month.plus(3).last_day() <= history.as_of)
        .map(Month::last_day)
        .collect();
    ends[ends.len().saturating_sub(MOST_ORIGINS)..].to_vec()
}

impl Origin {
    /// The forecasts made at a day and what came; nothing where too little was known.
    fn of(history: &History, on: NaiveDate, entry: Entry, values: OpenValues) -> Option<Self> {
        let until = Month::of(on).plus(3).last_day();
        let dated = || {
            history
                .deals
                .iter()
                .filter(|deal| deal.created.is_some_and(|created| created <= on))
        };
        let in_state = |state| dated().filter(|deal| deal.state_on(on) == state).count() as u32;
        let (won_before, lost_before) = (in_state(State::Won), in_state(State::Lost));
        if won_before < ENOUGH_BEFORE || lost_before < ENOUGH_BEFORE {
            return None;
        }
        let curves = Curves::on(history, on, entry)?;
        let averages = ProductValues::on(history, on);
        let open: Vec<method::Open> = dated()
            .filter(|deal| deal.state_on(on) == State::Open)
            .filter_map(|deal| {
                let recorded = deal
                    .value
                    .filter(|value| *value > 0.0 && values == OpenValues::Recorded);
                Some(method::Open {
                    age: deal.age(on)?,
                    value: recorded.or_else(|| averages.of_deal(deal))?,
                    own_value: recorded.is_some(),
                })
            })
            .collect();
        let brought =
            |from: NaiveDate, to: NaiveDate, known: &dyn Fn(Option<NaiveDate>) -> bool| -> f64 {
                let won = history.in_state(State::Won).filter(|deal| {
                    deal.closed
                        .is_some_and(|closed| closed > from && closed <= to)
                        && known(deal.created)
                });
                won.filter_map(|deal| deal.value).sum()
            };
        let was_open = |created: Option<NaiveDate>| created.is_some_and(|created| created <= on);
        let past = Month::of(on).plus(-2).first_day().pred_opt().unwrap_or(on);
        let known = method::Known {
            history,
            on,
            until,
            curves: &curves,
            open: &open,
            last_quarter: brought(past, on, &|_| true),
        };
        Some(Self {
            on,
            until,
            won_before,
            lost_before,
            open: open.len() as u32,
            actual: brought(on, until, &|_| true),
            actual_from_open: brought(on, until, &was_open),
            open_ever_brought: brought(on, history.as_of, &was_open),
            forecasts: Method::ALL.map(|method| known.forecast(method)),
        })
    }

    /// The quarter forecast, as its year and number.
    #[must_use]
    pub fn quarter(&self) -> (i32, u32) {
        (self.until.year(), self.until.month() / 3)
    }
}
