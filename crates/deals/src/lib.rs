//! What really happened: a firm's own deals, read from a CRM's export, measured, and turned
//! into assumptions.
//!
//! ```text
//! text --import--> History --+--> Metrics, groups, Arrivals, StageHistory   what is true
//!                            +--> Curves --> Pipeline                       open deals
//!                            +--> BackTest                                  is it any good
//!                            +--> calibrate --> Proposals of Edits          into a plan
//! ```
//!
//! Where a figure cannot be had, or is not to be trusted, a [`Refusal`] stands in its place.
//! All intervals are 80% intervals: what a plan's assumptions take as low and high.
//!
//! Knows the plan, and of the forecast its probability distributions alone. Knows no file,
//! no browser, no clock and no chance: text and the day are passed in. What the numbers mean
//! stands in docs/maths.md, sections 6 to 9. Holds no sentence: the words are in the
//! catalogue.

mod arrivals;
pub mod back_test;
mod by_score;
pub mod calibrate;
mod chances;
mod curves;
mod groups;
mod history;
pub mod import;
mod interval;
mod into_plan;
mod kept;
mod labels;
mod learnt;
mod links;
mod metrics;
mod own_file;
mod pipeline;
mod refusal;
mod rounding;
mod stages;
pub mod tally;
mod told;

pub use arrivals::{
    Arrivals, ENOUGH_FOR_SEASON, ENOUGH_MONTHS, SeasonOf, close_season, creation_season,
};
pub use back_test::BackTest;
pub use by_score::{Band, ByScore, Tells};
pub use calibrate::{Calibration, Proposal, calibrate};
pub use chances::{ChancesJudged, chances_of_one_export};
pub use curves::{Curves, ENOUGH_AT_RISK, Entry, Later, Point, Spell};
pub use groups::{By, Group, groups};
pub use history::{Deal, Further, History};
pub use import::State;
pub use interval::{Interval, Rate};
pub use into_plan::open_deals;
pub use kept::{KeptDeals, KeptFault, KeptTable};
pub use labels::{Label, Labels};
pub use learnt::{CutOffs, Learnt};
pub use links::{cut_offs, is_same_name, linked_stages, main_motion};
pub use metrics::{Durations, Metrics, StageTotal, Total};
pub use pipeline::{OpenDeal, Pipeline, Worth};
pub use refusal::{ENOUGH_CLOSED, Refusal};
pub use stages::{StageHistory, chance_by_stage, stage_histories};
pub use tally::Tally;
pub use told::owners_by_number;
