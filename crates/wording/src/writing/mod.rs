//! Values as people read them: numbers, money, shares, durations, dates, in the locale's
//! manner and the product's words.
//!
//! Two ways to write: for reading, rounded to what is worth saying; for editing
//! ([`write_for_editing`]), exact, so that reading it back gives the same value. A value
//! that does not exist (not a number, infinite) is written as a dash. Nothing here makes
//! sentences: that is for the catalogue.

mod date;
mod digits;
mod duration;
mod entry;
mod money;
mod number;
mod percent;
mod rounding;
mod time;

pub use date::{write_date, write_date_long, write_month, write_months};
pub use duration::{write_days, write_days_range, write_hours, write_hours_range};
pub use entry::{write_entry, write_for_editing};
pub use money::{Compact, write_compact, write_money, write_money_compact, write_money_exact};
pub use number::{write_exact, write_number, write_significant};
pub use percent::{write_percent, write_probability};
pub use rounding::{place_of_error, round_significant, round_to_error, round_to_place};
pub use time::write_time;

pub(crate) use digits::write_figure;
