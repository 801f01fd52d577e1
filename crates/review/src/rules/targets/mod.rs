//! Rules on chapter 7, Targets.

pub(crate) mod already_safe;
pub(crate) mod beyond_reach;
pub(crate) mod built_on_guesses;
pub(crate) mod goal_out_of_range;
pub(crate) mod margin_contradicts;
pub(crate) mod no_basis;
pub(crate) mod outside_history;
pub(crate) mod repeat_not_backed;
pub(crate) mod too_much_too_early;
