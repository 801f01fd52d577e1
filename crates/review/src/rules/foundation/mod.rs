//! Rules on chapter 1, Foundation.

pub(crate) mod no_strategy;
pub(crate) mod nothing_to_hold_to;
pub(crate) mod priority_without_sales_part;
pub(crate) mod strategy_apart;
