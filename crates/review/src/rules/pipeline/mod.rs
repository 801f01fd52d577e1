//! Rules on chapter 8, Pipeline.

pub(crate) mod coverage_short;
pub(crate) mod cycle_longer_than_time;
pub(crate) mod deal_without_owner;
pub(crate) mod deals_not_scored;
pub(crate) mod hopeful_chances;
pub(crate) mod no_deals_listed;
pub(crate) mod no_losses_recorded;
pub(crate) mod one_segment;
pub(crate) mod one_source;
pub(crate) mod poor_fit_first;
pub(crate) mod pushed_deals;
pub(crate) mod stagnant_deals;
pub(crate) mod three_deals;
pub(crate) mod too_few_leads;
pub(crate) mod too_many_per_rep;
pub(crate) mod undated_deals;

use plumbline_plan::{FieldPath, chapter::pipeline::Deal};

use crate::rule::{Found, Subject};

/// Something about several open deals; nothing without any.
fn of_deals(deals: &[&Deal]) -> Option<Found> {
    let paths: Vec<FieldPath> = deals.iter().map(|deal| Subject::deal_path(deal)).collect();
    let found = Found::in_fields("pipeline/deals", "deals", paths)?;
    Some(found.counting("count", deals.len()))
}
