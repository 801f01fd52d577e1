//! Every text of the product.

mod choices;
pub mod figures;
pub mod locale;
pub mod masking;
pub mod reading;
mod references;
pub mod texts;
pub mod values;
pub mod writing;
