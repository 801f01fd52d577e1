//! # The manager does the work
//!
//! ## What it catches
//! There are reps, and own accounts, customer service and delivery take more than 40% of the
//! manager's week.
//!
//! ## Why it matters
//! A manager who steps into the deals wins one and loses five: the team waits to be rescued,
//! and coaching has no hour left.
//!
//! ## Example
//! Own accounts 16 hours, service 3, of 40.
//!
//! ## What to do
//! Hand over one account a month, with a talk with the customer, and put the hours on
//! coaching.

use plumbline_plan::Quantity;

use crate::rule::{Check, Figure, Found, Rule, Severity, Subject};

/// More than this share of the week is too much.
const MOST: f64 = 0.4;

pub(crate) const RULE: Rule = Rule {
    code: "RHY005",
    name: "manager-does-the-work",
    severity: Severity::WorthALook,
    of_emptiness: false,
    check: Check::Once(check),
};

fn check(subject: &Subject<'_>) -> Option<Found> {
    let spent = &subject.plan.rhythm.manager_week;
    let own = [spent.own_accounts, spent.customer_service, spent.delivery];
    let hours: f64 = own.into_iter().flatten().map(Quantity::get).sum();
    let week = subject.plan.team.manager.hours_a_week();
    let coaching = spent.coaching.map_or(0.0, Quantity::get);
    let leads = !subject.plan.team.reps.is_empty();
    (leads && week > 0.0 && hours > MOST * week).then(|| {
        Found::at("rhythm/manager_week/own_accounts")
            .and("rhythm/manager_week/customer_service")
            .and("rhythm/manager_week/delivery")
            .and("rhythm/manager_week/coaching")
            .with("hours", Figure::Hours(hours))
            .with("week", Figure::Hours(week))
            .with("coaching", Figure::Hours(coaching))
    })
}
