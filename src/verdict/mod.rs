//! The verdict on the page: in the margin beside every chapter, and its parts for the
//! chapter that explains it. Words what the forecast says; decides nothing.

mod explaining;
mod margin;
mod missing;
mod plumb;
mod reading;

pub(crate) use explaining::{Explaining, use_explaining};
pub use margin::{Answer, MattersMost, VerdictMargin};
pub use missing::MissingList;
pub use plumb::{PlumbPicture, PlumbStrip};
pub use reading::Reading;
