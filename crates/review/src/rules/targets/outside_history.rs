//! # A target outside the record
//!
//! ## What it catches
//! The growth that the target asks for lies outside what the firm has ever done: with three
//! past years or more, over a twentieth outside the range of growth between them; with last
//! year alone, more than half again as much, or less than 70% of it.
//!
//! ## Why it matters
//! Last year is the best evidence there is. A leap needs a reason that is as large as the
//! leap.
//!
//! ## Example
//! 1,250,000 after 700,000.
//!
//! ## What to do
//! Write the reason into the basis of the target: a new region, a new rep, a new product with
//! its date; or take the leap over two years.

use plumbline_plan::Quantity;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// With one past year, growth beyond these is outside what can be taken for granted.
const USUAL: (f64, f64) = (0.7, 1.5);
/// How far beyond the range growth may lie: a few years do not show all there can be.
const BEYOND: f64 = 1.05;
/// Fewer years than these span no range.
const FEWEST_YEARS: usize = 3;

pub(crate) const RULE: Rule = Rule {
    code: "TGT004",
    name: "outside-history",
    severity: Severity::Serious,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let years = subject
        .history
        .map_or(&[][..], |history| &history.yearly_bookings);
    let entered = subject.plan.targets.last_year_bookings.map(Quantity::get);
    let last = entered
        .or(years.last().copied())
        .filter(|last| *last > 0.0)?;
    let a_year = subject.target()? / subject.years();
    let growth = a_year / last;
    let (least, most) = range(years).unwrap_or(USUAL);
    (growth < least || growth > most).then(|| {
        Found::at("targets/bookings")
            .and("targets/last_year_bookings")
            .and("targets/basis")
            .with("a_year", Figure::Money(a_year))
            .with("last", Figure::Money(last))
            .with("times", Figure::Times(growth))
            .with("least", Figure::Times(least))
            .with("most", Figure::Times(most))
    })
}

/// The least and the most growth from one past year to the next.
fn range(years: &[f64]) -> Option<(f64, f64)> {
    if years.len() < FEWEST_YEARS || years.iter().any(|year| *year <= 0.0) {
        return None;
    }
    let growths = years.windows(2).map(|pair| pair[1] / pair[0]);
    growths
        .map(|growth| (growth / BEYOND, growth * BEYOND))
        .reduce(|(least, most), (low, high)| (least.min(low), most.max(high)))
}
