//! Data to SVG, drawn with plotters: the plumb line, the month fan and the stage bars.
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
//! | `chart` and `plumb-line`, `plumb-line-compact`, `month-fan`, `stage-bars` | the `svg` element |
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
//! | `strong` | beside another class: text in a heavier weight |
//!
//! **Size**: one unit of the picture is one CSS pixel at the width asked for.
//! There is no fixed width or height; the picture fills its column.

mod bob;
mod distribution;
mod month_fan;
mod pen;
mod place;
mod plumb_labels;
mod plumb_line;
mod plumb_line_compact;
mod role;
mod scale;
mod silhouette;
mod stage_bars;
mod surface;
mod svg;
mod text;

pub use distribution::Distribution;
pub use month_fan::{FanEnds, FanMonth, FanTarget, MonthFan, TargetCourse, month_fan};
pub use plumb_line::{PlumbLine, TargetMark, plumb_line};
pub use plumb_line_compact::plumb_line_compact;
pub use scale::{Scale, Tick};
pub use stage_bars::{Stage, StageBars, stage_bars};
pub use svg::{Caption, Size, Svg};
pub use text::Label;
