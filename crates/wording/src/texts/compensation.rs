//! Chapter 6, Compensation.

/// Section.
pub const INTENT_SECTION: &str = "What pay is for";
/// Field.
pub const INTENT: &str = "What the pay plan is to encourage";
/// Explanation.
pub const INTENT_HINT: &str =
    "One or two things. What is not named here is left to coaching and agreement.";
/// Example.
pub const INTENT_EXAMPLE: &str = "Deals with a good margin, and customers who stay";

/// Section.
pub const PAY_PLANS: &str = "Pay plans";
/// Why.
pub const PAY_PLANS_WHY: &str =
    "One for each role. If it cannot be explained in two minutes, it steers nobody.";
/// Empty list.
pub const PAY_PLANS_EMPTY: &str = "One for each role: what is fixed, what is variable, and what commission is paid on. \
    If it cannot be explained in two minutes, it steers nobody.";
/// Add.
pub const A_PAY_PLAN: &str = "a pay plan";
/// One without a role, by place.
#[must_use]
pub fn unnamed_pay_plan(place: usize) -> String {
    format!("Pay plan {place}")
}
/// Role.
pub const ROLE: &str = "Role";
/// Example.
pub const ROLE_EXAMPLE: &str = "Account manager";
/// Base.
pub const BASE: &str = "Base salary a year";
/// Example.
pub const BASE_EXAMPLE: &str = "54k";
/// Variable.
pub const VARIABLE: &str = "Variable pay a year at quota";
/// Example.
pub const VARIABLE_EXAMPLE: &str = "26k";
/// Quota.
pub const QUOTA: &str = "Quota a year";
/// Example.
pub const QUOTA_EXAMPLE: &str = "300k";
/// Basis of the commission.
pub const PAID_ON: &str = "Commission is paid on";
/// Revenue.
pub const ON_REVENUE: &str = "revenue";
/// Gross margin.
pub const ON_MARGIN: &str = "gross margin";
/// Explanation.
pub const PAID_ON_HINT: &str = "Where products differ widely in margin, pay on revenue makes a discount the rep's \
    cheapest tool.";
/// Rate.
pub const RATE: &str = "Commission rate";
/// Example.
pub const RATE_EXAMPLE: &str = "8%";
/// Pay at quota.
#[must_use]
pub fn pay_at_quota(pay: &str, variable: &str) -> String {
    format!("{pay} a year at quota, {variable} of it variable.")
}
/// What the rate brings at quota.
#[must_use]
pub fn commission_at_quota(amount: &str, at_standard_margin: bool) -> String {
    let margin = if at_standard_margin {
        " and at the standard margin"
    } else {
        ""
    };
    format!("At quota{margin} the rate pays {amount}.")
}

/// Folded.
pub const ACCELERATORS: &str = "Higher rates above quota";
/// Explanation.
pub const ACCELERATORS_HINT: &str =
    "From which attainment a higher rate applies: 110% for a tenth above quota.";
/// Add.
pub const AN_ACCELERATOR: &str = "a higher rate";
/// One, by place.
#[must_use]
pub fn accelerator(place: usize) -> String {
    format!("Higher rate {place}")
}
/// From.
pub const FROM_ATTAINMENT: &str = "From this share of quota";
/// Example.
pub const FROM_ATTAINMENT_EXAMPLE: &str = "110%";
/// Rate from there on.
pub const ACCELERATED_RATE: &str = "Rate from there on";

/// Folded.
pub const MARGIN_RULES: &str = "Margin floor and margin bonus";
/// Floor.
pub const MARGIN_FLOOR: &str = "No commission below a gross margin of";
/// Example.
pub const MARGIN_FLOOR_EXAMPLE: &str = "45%";
/// Standard margin.
pub const STANDARD_MARGIN: &str = "Standard gross margin";
/// Explanation.
pub const STANDARD_MARGIN_HINT: &str =
    "What a deal at list price usually leaves. A bonus is paid on margin above it.";
/// Example.
pub const STANDARD_MARGIN_EXAMPLE: &str = "70%";
/// Bonus.
pub const MARGIN_BONUS: &str = "Share of the margin above it paid as bonus";
/// Example.
pub const MARGIN_BONUS_EXAMPLE: &str = "5%";

/// Section.
pub const WHO: &str = "Who is paid by which plan";
/// While there are no reps.
pub const WHO_WITHOUT_REPS: &str =
    "Reps come from chapter 5, Team. Once they are listed, each can be given a pay plan.";
/// While there is no pay plan.
pub const WHO_WITHOUT_PLANS: &str =
    "Once there is a pay plan, each rep of chapter 5 can be given one.";
/// The pay plan of a rep.
pub const PAY_PLAN: &str = "Pay plan";

/// Section.
pub const PRESENCE_SECTION: &str = "When margin comes second";
/// Field.
pub const PRESENCE: &str = "Where presence in the market comes before margin";
/// Explanation.
pub const PRESENCE_HINT: &str = "Where a name, a region or a first customer is worth more than margin for a while: \
    where, why, and until when. Empty when nowhere.";
