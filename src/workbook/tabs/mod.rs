//! One plan in several tabs: one of them writes, the others follow.
//!
//! [`role`] is the protocol as a machine of events and commands, without a browser;
//! [`member`] runs it on the page with a lock and a channel for each plan. Nothing here
//! knows a plan, and nothing here is what keeps plans whole: should two tabs ever think
//! that they write, the versions they save still lie side by side (`keeping::versions`).

pub mod member;
pub mod role;
