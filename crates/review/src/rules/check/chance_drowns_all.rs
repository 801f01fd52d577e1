//! # Chance drowns the plan
//!
//! ## What it catches
//! The spread of the market is more than 100%, or the unevenness of leads from month to month
//! more than 200%.
//!
//! ## Why it matters
//! With that much chance nothing the plan does is felt: the answer is the same whatever you
//! change.
//!
//! ## Example
//! Market spread 150%, where 15% was meant.
//!
//! ## What to do
//! Leave the field empty for the usual value, or enter what your record shows.

use plumbline_plan::{Edit, FieldPath, Quantity as _};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More spread of the market than this drowns everything.
const MOST_MARKET: f64 = 1.0;
/// More unevenness of leads than this does.
const MOST_LEADS: f64 = 2.0;

pub(crate) const RULE: Rule = Rule {
    code: "CHK010",
    name: "chance-drowns-all",
    severity: Severity::Blocking,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let settings = &subject.plan.reality_check;
    let spreads = [
        (
            "reality_check/market_spread",
            settings.market_spread,
            MOST_MARKET,
        ),
        (
            "reality_check/lead_variation",
            settings.lead_variation,
            MOST_LEADS,
        ),
    ];
    let found = |(path, spread, most): (&str, Option<plumbline_plan::Factor>, f64)| {
        let spread = spread?.get();
        let path = FieldPath::from(path);
        (spread > most).then(|| {
            Found::at(path.clone())
                .with("field", Figure::Fields(vec![path.clone()]))
                .with("spread", Figure::Share(spread))
                .fix(Edit::set(path, Option::<f64>::None))
        })
    };
    spreads.into_iter().filter_map(found).collect()
}
