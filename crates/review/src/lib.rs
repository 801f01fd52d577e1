//! What a good coach would say about a plan and its numbers.
//!
//! A **rule** is one mistake it knows, in a file of its own under `rules/`, with what it
//! catches, why that matters, an example and what to do; [`RULES`] lists them all. A
//! **finding** is a rule that applies to a plan: its figures, the fields to change, and,
//! where one can be given, the change as [`plumbline_plan::Edit`].
//!
//! ```text
//! Plan, day --Review::new--> Review --findings--> Finding --effect--> Effect
//!                                                    |
//!                                                    +--say, Locale--> Said
//! ```
//!
//! - [`Review::findings`] runs every rule, quickly.
//! - [`Review::effect`] runs the model once more with a finding's change; [`Review::ranked`]
//!   does it for all of them and puts the most valuable first.
//! - [`say`] puts a finding into the words of the catalogue.
//!
//! Rules only read. None draws, knows a browser or a clock, or writes a sentence: those are
//! in `plumbline_wording::texts::findings`, by the rule's code. A plan that cannot be
//! computed yet is reviewed all the same, by the rules that need no numbers.

mod effect;
mod finding;
mod forecast;
mod history;
pub mod mistakes;
mod registry;
mod review;
mod rule;
mod rules;
mod subject;
mod words;

pub use effect::{Differences, Effect};
pub use finding::{Change, ChangeKind, Dismissed, Evidence, Figure, Finding, Severity};
pub use forecast::Forecast;
pub use history::{Counted, History};
pub use registry::{RULES, rule};
pub use review::{Ranked, Review, rank};
pub use rule::Rule;
pub use words::{Said, say, say_effect, say_severity};
