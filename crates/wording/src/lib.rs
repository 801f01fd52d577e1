//! Every text of the product.
pub mod locale;
pub mod reading;
pub mod texts;
pub mod writing;
