//! The units in which a plan speaks. A value of one of these types is always finite
//! and within its bounds, so that nothing downstream has to ask.

mod currency;
mod month;
mod number;
mod season;

pub use currency::{Currency, UnknownCurrency};
pub use month::{InvalidMonth, Month, Period};
pub use number::{
    Count, Days, Factor, Fraction, GrowthRate, Hours, Money, OutOfRange, Quantity, QuantityKind,
};
pub use season::Season;
