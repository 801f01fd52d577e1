//! Rules on chapter 2, Market.

pub(crate) mod more_leads_than_customers;
pub(crate) mod no_buying_roles;
pub(crate) mod no_market;
pub(crate) mod no_profile;
pub(crate) mod nothing_to_pass_on;
pub(crate) mod open_profile_few_wins;
pub(crate) mod profile_rules_nothing_out;
pub(crate) mod target_larger_than_market;

use plumbline_plan::chapter::market::{AttributeRole, Market};

/// Whether a profile with attributes lets every opportunity pass.
fn rules_nothing_out(market: &Market) -> bool {
    let helps = |role| role == AttributeRole::Helps;
    !market.profile.is_empty() && market.profile.iter().all(|attribute| helps(attribute.role))
}
