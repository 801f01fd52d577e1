//! Published figures, each with its definition, year, source and how far to trust it. They
//! are hints beside a plan's own figures, never defaults.

/// Coaching and results.
pub(super) const COACHING: &str = "teams coached 3 hours or more per rep and month made 107% of target, those with little \
    coaching about 90% (Sales Executive Council, 2007; the hours include meetings run and deals observed). A \
    correlation, strongest among the middle 60% of reps; it does not prove that coaching was the cause.";

/// How much quotas exceed the target.
pub(super) const OVER_ASSIGNMENT: &str = "the quotas of all reps exceed the plan by 11 to 25% in 44% of firms and by 25 to 43% in 23% \
    (Zuora poll of finance heads, 2017, kellblog.com). Good.";

/// Selling time and results.
pub(super) const SELLING_TIME: &str = "reps sell 41% of their week (46% in 2006); where it is 35% or less, 55% make quota, above 45%, \
    62% do (CSO Insights, 2011). Good, but a correlation. By observation, active selling takes 11% and prospecting 10% \
    (Proudfoot, 2005). Good.";

/// How long a new account executive takes.
pub(super) const RAMP: &str = "an account executive in software takes 5 months at the median to become fully productive \
    (Bridge Group, 2024, second hand). Fair.";

/// Software sales cycles.
pub(super) const CYCLE: &str = "in software the median sales cycle is 60 days, at a median contract of 25,000 USD a year \
    (Bridge Group, 2017, 384 firms). Good, for software.";

/// The rule of three.
pub(super) const COVERAGE: &str = "\"three times the target in the pipeline\" is folklore without a source; it is the same as a win \
    rate of one third. No trust.";

/// How long a new sales leader stays.
pub(super) const LEADER: &str = "a new sales leader stays 19 months on average (Sales Benchmark Index, as quoted in 2012). Fair.";
