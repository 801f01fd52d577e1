//! Rules on chapter 11, Reality check: on what the numbers rest, and where an input makes
//! the answer meaningless.

pub(crate) mod chance_drowns_all;
pub(crate) mod chance_switched_off;
pub(crate) mod few_giant_deals;
pub(crate) mod growth_runs_away;
pub(crate) mod luck_decides;
pub(crate) mod never_checked;
pub(crate) mod nothing_can_be_sold;
pub(crate) mod one_guess_carries;
pub(crate) mod range_says_nothing;
pub(crate) mod target_out_of_scale;
