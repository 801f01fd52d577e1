//! What stands in an empty number field, to show what may be typed there. Examples of
//! words stand beside the labels of their pages.

/// A share: a percentage or counts.
pub const SHARE: &str = "25% or 5 of 20";
/// Money.
pub const MONEY: &str = "120k";
/// How many, as a number or a range.
pub const COUNT: &str = "20 or 15 to 25";
/// Calendar days.
pub const DAYS: &str = "10 days or 2 weeks";
/// Working hours.
pub const HOURS: &str = "1.5";
/// A target for the bookings of a period.
pub const BOOKINGS: &str = "1.2m";
/// The probability that is wanted; what counts when nothing is entered.
pub const GOAL: &str = "70%";
/// How far the market may differ; what counts when nothing is entered.
pub const MARKET_SPREAD: &str = "10%";
/// How uneven leads come in; what counts when nothing is entered.
pub const LEAD_VARIATION: &str = "20%";
/// How much judgements err together; what counts when nothing is entered.
pub const CORRELATION: &str = "50%";
/// How far the values of deals differ; what counts when nothing is entered.
pub const VALUE_SPREAD: &str = "60%";
/// A ramp, month by month.
pub const RAMP: &str = "10, 25, 50, 75, 90";
