//! # Questions not yet discussed
//!
//! ## What it catches
//! None of the questions for discussion has an answer.
//!
//! ## Why it matters
//! A plan is agreed on when its doubts have been said. Doubts that were not said come back as
//! delays.
//!
//! ## Example
//! The plan is printed, the questions are empty.
//!
//! ## What to do
//! Take half an hour with everybody the plan concerns, and write down an answer all can live
//! with.

use crate::{
    rule::{Check, Found, Rule, Severity, Subject},
    subject::text::is_blank,
};

pub(crate) const RULE: Rule = Rule {
    code: "REV001",
    name: "questions-open",
    severity: Severity::Hint,
    of_emptiness: true,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let mut answers = subject.plan.review.answers.iter();
    let none = answers.all(|answer| is_blank(&answer.answer));
    none.then(|| Found::at("review/answers"))
}
