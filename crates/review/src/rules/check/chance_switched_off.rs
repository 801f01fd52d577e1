//! # Chance is switched off
//!
//! ## What it catches
//! The spread of the market or the unevenness of leads is set to nothing. A spread of nothing
//! between deals is left alone: prices may be fixed.
//!
//! ## Why it matters
//! The probability then looks surer than anybody can be: leads like clockwork, a market that
//! never moves.
//!
//! ## Example
//! Market spread 0%.
//!
//! ## What to do
//! Leave the field empty for the usual value, or enter what your record shows.

use plumbline_plan::{Edit, Factor, Quantity as _};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

pub(crate) const RULE: Rule = Rule {
    code: "CHK003",
    name: "chance-switched-off",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let settings = &subject.plan.reality_check;
    let settings = [
        ("reality_check/market_spread", settings.market_spread),
        ("reality_check/lead_variation", settings.lead_variation),
    ];
    let off = |entered: Option<Factor>| entered.is_some_and(|spread| spread.get() == 0.0);
    let switched = settings.into_iter().filter(|(_, entered)| off(*entered));
    switched
        .map(|(path, _)| {
            Found::at(path)
                .with("field", Figure::Fields(vec![path.into()]))
                .fix(Edit::set(path, Option::<f64>::None))
        })
        .collect()
}
