//! The file of all figures that the firm's own deals say, unrounded.

/// Column.
pub const FIGURE: &str = "Figure";
/// Column.
pub const FIGURE_OF: &str = "Of";
/// Column.
pub const FIGURE_VALUE: &str = "Value of the figure";
/// Column.
pub const FROM: &str = "8 in 10 from";
/// Column.
pub const TO: &str = "8 in 10 to";
/// Column.
pub const OUT_OF: &str = "Out of";
/// A figure.
pub const CREATED_A_MONTH: &str = "Deals created a month";
/// A figure.
pub const AVERAGE_VALUE: &str = "Average value";
/// A figure.
pub const MIDDLE_VALUE: &str = "Middle value";
/// A figure.
pub const AVERAGE_DAYS: &str = "Days on average";
/// A figure.
pub const MIDDLE_DAYS: &str = "Days of the middle one";
/// A figure.
pub const SLOW_DAYS: &str = "Days that one in ten exceeds";
/// A figure.
pub const DRAWN: &str = "Win rate, drawn toward the whole";
/// A figure.
pub const WON_VALUE: &str = "Value of won deals";
/// What a figure is of.
pub const NEW_DEALS: &str = "New deals";
