//! # Hiring a title
//!
//! ## What it catches
//! A planned hire's role is a title such as vice president or director.
//!
//! ## Why it matters
//! A title attracts people who want it, not people who do the work that is missing. What is
//! missing first is mostly selling hours.
//!
//! ## Example
//! "VP of Sales" as the first hire of a team of two.
//!
//! ## What to do
//! Write the role by the need: "new customers in the west, from first call to contract".

use plumbline_plan::FieldPath;

use crate::{
    rule::{Check, Figure, Found, Rule, Severity, Subject},
    subject::text::is_leading_title,
};

pub(crate) const RULE: Rule = Rule {
    code: "TEA014",
    name: "hire-by-title",
    severity: Severity::Hint,
    of_emptiness: false,
    check: Check::Each(check),
};

fn check(subject: &Subject<'_>) -> Vec<Found> {
    let hires = subject.plan.team.hires.iter();
    let titles = hires.filter(|hire| is_leading_title(&hire.role));
    titles
        .map(|hire| {
            let path = FieldPath::from("team/hires").child(hire.id.as_str());
            Found::at(path.child("role")).with("role", Figure::Text(hire.role.trim().to_owned()))
        })
        .collect()
}
