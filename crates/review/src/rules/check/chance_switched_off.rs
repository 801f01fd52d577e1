//! # Chance is switched off
//!
//! ## What it catches
//! The spread of the market, the unevenness of leads or the spread between deals is set to
//! nothing.
//!
//! ## Why it matters
//! The probability then looks surer than anybody can be: every deal of one size, leads like
//! clockwork, a market that never moves.
//!
//! ## Example
//! Market spread 0%.
//!
//! ## What to do
//! Leave the field empty for the usual value, or enter what your record shows.

use plumbline_plan::{Edit, Factor, FieldPath, Quantity as _};

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
        (
            FieldPath::from("reality_check/market_spread"),
            settings.market_spread,
        ),
        (
            FieldPath::from("reality_check/lead_variation"),
            settings.lead_variation,
        ),
    ];
    let motions = subject.plan.process.motions.iter();
    let spreads = motions.map(|motion| {
        (
            Subject::motion_path(motion).child("value_spread"),
            motion.value_spread,
        )
    });
    let off = |entered: Option<Factor>| entered.is_some_and(|spread| spread.get() == 0.0);
    settings
        .into_iter()
        .chain(spreads)
        .filter(|(_, entered)| off(*entered))
        .map(|(path, _)| {
            Found::at(path.clone())
                .with("field", Figure::Fields(vec![path.clone()]))
                .fix(Edit::set(path, Option::<f64>::None))
        })
        .collect()
}
