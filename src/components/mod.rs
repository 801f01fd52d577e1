//! Fields, lists, dialogs, tables: what every chapter is made of. Nothing here knows a
//! chapter.
#![allow(
    unreachable_pub,
    reason = "the lint takes what Yew derives inside a macro for unreachable"
)]

mod assumption_details;
mod assumption_field;
mod assumption_value;
mod chart_width;
mod choice;
mod date_field;
mod dialog;
mod explained;
mod field;
mod figures;
mod figures_table;
mod item_controls;
mod number_field;
mod one_by_one;
mod prose;
mod reading_chart;
mod said;
mod save_as;
mod season_field;
mod svg;
mod text_field;

pub use assumption_details::AssumptionDetails;
pub use assumption_field::{AssumptionField, source_words};
pub use assumption_value::AssumptionValue;
pub use chart_width::{ChartWidth, chart_width, use_box, use_chart_width};
pub use choice::{Choice, Picker};
pub use date_field::{DateField, MonthField};
pub use dialog::Dialog;
pub use explained::{Explained, Explanation, Input, OtherPlan};
pub use field::{Caption, Field, HiddenField, Layout, field_id};
pub use figures::{Figures, FiguresProvider, use_figures};
pub use figures_table::{FiguresRow, FiguresTable, heads};
pub use item_controls::{AddButton, AddItem, ItemControls};
pub use number_field::{Accepted, NumberField, QuantityField};
pub use one_by_one::use_one_by_one;
pub use reading_chart::ReadingChart;
pub use said::said;
pub use save_as::SaveAs;
pub use season_field::SeasonField;
pub use svg::SvgPicture;
pub use text_field::{TextArea, TextField};
