//! How good forecasts of the past would have been, in words.

use plumbline_deals::{
    Refusal,
    back_test::{Conclusion, Method},
};

use super::{DealFigures, refusal};
use crate::writing;

/// The way to forecast.
#[must_use]
pub fn method(method: Method) -> &'static str {
    match method {
        Method::WinRate => "Pipeline times win rate",
        Method::LastQuarter => "Last quarter again",
        Method::Model => "Plumbline",
    }
}

/// What the back-test comes to, as one sentence.
#[must_use]
pub fn conclusion(conclusion: &Conclusion, figures: &DealFigures<'_>) -> String {
    let count = |count: u32| figures.count(count);
    let less = |ratio: f64| writing::write_percent(1.0 - ratio, 0, figures.locale);
    let more = |ratio: f64| writing::write_percent(ratio - 1.0, 0, figures.locale);
    match conclusion {
        Conclusion::TooFew { origins, needed } => refusal(
            &Refusal::TooFewOrigins {
                origins: *origins,
                needed: *needed,
            },
            figures,
        ),
        Conclusion::ModelBest {
            other,
            ratio,
            hits,
            of,
        } => format!(
            "On these past quarters Plumbline erred {} less than the next best, {}; {} of {} quarters lay within its 8-in-10 range.",
            less(*ratio),
            in_sentence(*other),
            count(*hits),
            count(*of)
        ),
        Conclusion::ModelLoses {
            to,
            ratio,
            hits,
            of,
            widened,
        } => {
            let said = format!(
                "On these past quarters {} came nearer: Plumbline erred {} more, and {} of {} quarters lay within its 8-in-10 range.",
                in_sentence(*to),
                more(*ratio),
                count(*hits),
                count(*of)
            );
            // Below a tenth more there is nothing to widen.
            if *widened < 1.1 {
                return said;
            }
            let times = writing::write_significant(*widened, 2, figures.locale);
            format!("{said} Take its range {times} times as wide.")
        }
    }
}

fn in_sentence(method: Method) -> &'static str {
    match method {
        Method::WinRate => "the pipeline times the win rate",
        Method::LastQuarter => "the quarter before",
        Method::Model => "Plumbline",
    }
}
