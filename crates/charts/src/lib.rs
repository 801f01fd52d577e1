//! Data to SVG, drawn with plotters: the plumb line, the month fan, the month columns, the
//! stage bars, the range bars, the spread, the chance curve, step curves, and forecasts
//! beside what came.
//!
//! A chart takes plain numbers with text that is already worded and formatted,
//! and gives an [`Svg`] back. It knows no plan, no forecast, no locale; it never
//! formats a number, writes a word, measures text in the page or touches the
//! browser, so it gives the same picture in a test, in a worker and in the page.
//!
//! **Colour** comes from the page. Every element carries a class and paints with
//! `currentColor`; `static/charts.css` maps the classes to the page's tokens, so
//! light, dark, print and forced colours need no second drawing. There are no
//! `style` attributes, which the security policy would ignore. The classes:
//!
//! | class | on |
//! | --- | --- |
//! | `chart` and `plumb-line`, `plumb-line-compact`, `month-fan`, `month-columns`, `stage-bars`, `range-bars`, `spread`, `chance-curve`, `step-curve`, `forecasts` | the `svg` element |
//! | `ink` | text that is read first: figures, names |
//! | `ink-quiet` | text beside it: tick labels, words over a figure |
//! | `line` | axes, grid, leaders: hairlines |
//! | `silhouette` | the distribution's shape |
//! | `range` | the bar, or the fan's band, from P10 to P90 |
//! | `string`, `weight` | the plumb line's string and bob |
//! | `median` | the P50 line and its end point |
//! | `target` | the target's line and label |
//! | `gap` | the bracket between target and median, and its text |
//! | `required`, `provided` | the two bars of a stage |
//! | `short` | what is missing at a stage, and the note that says so |
//! | `part-1` to `part-4` | the parts of a stacked column, from the ground up |
//! | `strong` | beside another class: text in a heavier weight |
//!
//! **Reading**: [`Svg::places`] says where in the picture each value is read, so that the
//! page can draw a reading line over it and say the value, by pointer and by keyboard.
//!
//! **Size**: one unit of the picture is one CSS pixel at the width asked for.
//! There is no fixed width or height; the picture fills its column.

mod axes;
mod bob;
mod chance_curve;
mod distribution;
mod forecasts;
mod month_columns;
mod month_fan;
mod pen;
mod place;
mod plumb_labels;
mod plumb_line;
mod plumb_line_compact;
mod range_bars;
mod role;
mod scale;
mod silhouette;
mod spread;
mod stage_bars;
mod step_curves;
mod surface;
mod svg;
mod text;

pub use chance_curve::{ChanceCurve, chance_curve};
pub use distribution::Distribution;
pub use forecasts::{ForecastPeriod, Forecasts, forecasts};
pub use month_columns::{ColumnMonth, Level, MonthColumns, month_columns};
pub use month_fan::{FanEnds, FanMonth, FanTarget, MonthFan, TargetCourse, month_fan};
pub use plumb_line::{PlumbLine, TargetMark, plumb_line};
pub use plumb_line_compact::plumb_line_compact;
pub use range_bars::{RangeBars, RangeRow, range_bars};
pub use scale::{Scale, Tick};
pub use spread::{Spread, spread};
pub use stage_bars::{Stage, StageBars, stage_bars};
pub use step_curves::{CurveStep, StepCurve, step_curve};
pub use svg::{Caption, Place, Size, Svg};
pub use text::Label;
