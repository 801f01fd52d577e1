//! Files out of a plan: the playbook, as HTML to print and as Markdown; the rhythm as a
//! calendar, the assumptions register as a table.
//!
//! ```text
//! Plan, Outcome, Verdict, findings --Playbook--> Document --html, markdown--> text
//! ```
//!
//! A [`Document`] is chapters, sections and blocks of plain text, already in the catalogue's
//! words and the reader's figures; [`html`] and [`markdown`] only dress it. Whatever stands
//! in the plan stays text there: both escape every character that could mean more.
//!
//! [`deal_tables`] sets what the firm's own deals say in tables, for the page and the terminal.
//!
//! Computes nothing, knows no browser, no file and no clock; the day is passed in. Pictures
//! come from `plumbline_charts` as SVG; what goes into those of the answer is in [`pictures`],
//! which the page takes too.

mod calendar;
mod clamp;
pub mod deal_tables;
mod document;
pub mod pictures;
mod playbook;
mod register;
mod render;

pub use calendar::calendar;
pub use document::{
    Advice, Block, Chapter, Column, Cover, Document, KeyFigure, Picture, Question, Section, Table,
};
pub use playbook::Playbook;
pub use register::register_csv;
pub use render::{html, markdown};
