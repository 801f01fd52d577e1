//! The plan's twelve chapters as types, one module each, and the scenarios beside them.

pub mod compensation;
pub mod foundation;
pub mod market;
pub mod offer;
mod order;
pub mod pipeline;
pub mod process;
pub mod reality_check;
pub mod review;
pub mod rhythm;
pub mod scenarios;
pub mod scorecard;
pub mod targets;
pub mod team;

pub use compensation::Compensation;
pub use foundation::Foundation;
pub use market::Market;
pub use offer::Offer;
pub use order::Chapter;
pub use pipeline::Pipeline;
pub use process::Process;
pub use reality_check::RealityCheck;
pub use review::Review;
pub use rhythm::Rhythm;
pub use scenarios::Scenarios;
pub use scorecard::Scorecard;
pub use targets::Targets;
pub use team::Team;
