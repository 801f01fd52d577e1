//! Rules on chapter 3, Offer.

pub(crate) mod claim_without_proof;
pub(crate) mod deals_far_below_price;
pub(crate) mod margins_unknown;
pub(crate) mod no_positioning;
pub(crate) mod no_value_proposition;
pub(crate) mod objection_without_answer;
pub(crate) mod one_proposition_for_all;
