//! # Deals that hardly have an average
//!
//! ## What it catches
//! The spread between won deals is more than three times their average.
//!
//! ## Why it matters
//! With such a spread nearly all deals are small and one in hundreds is enormous. The average
//! is then hardly ever seen in a year, and the probability of any target says little.
//!
//! ## Example
//! Average 26,000, spread 500%.
//!
//! ## What to do
//! Check the spread: it is the standard deviation as a ratio to the average, mostly between
//! 30% and 120%. If giants are real, put them into a way of selling of their own.

use plumbline_plan::{Edit, Quantity as _, chapter::process::Motion};

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// Beyond this the average says nothing.
const MOST: f64 = 3.0;

pub(crate) const RULE: Rule = Rule {
    code: "CHK004",
    name: "few-giant-deals",
    severity: Severity::Blocking,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let found = |motion: &Motion| {
        let spread = motion.value_spread?.get();
        let motion = Subject::motion_path(motion);
        let path = motion.child("value_spread");
        (spread > MOST).then(|| {
            Found::at(path.clone())
                .with("motion", Figure::Fields(vec![motion]))
                .with("spread", Figure::Share(spread))
                .fix(Edit::set(path, Option::<f64>::None))
        })
    };
    subject
        .plan
        .process
        .motions
        .iter()
        .filter_map(found)
        .collect()
}
