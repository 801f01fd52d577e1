//! What the outcome means for the plan (maths.md section 5): how likely, on what evidence,
//! what it would take. Numbers and names of bands only: the sentences are made in the
//! catalogue of texts.

mod band;
mod coverage;
mod evidence;
mod required;
mod timing;

use serde::Serialize;

pub use band::{Band, Judgement};
pub use coverage::Coverage;
pub(crate) use evidence::influences;
pub use evidence::{EvidenceShares, Influence};
pub use required::{ActivityNeed, Amount, LeadNeed, MotionNeed, Need, Required, StageNeed};
pub use timing::LastUsefulDate;

use crate::{
    Outcome, Sensitivity,
    capacity::{Capacity, capacity, large_pieces},
    flow::{Flow, Kernels, stage_entries, unlimited},
    model::{Model, Note},
};

/// The verdict on a plan.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Verdict {
    /// The chance of the target, in words and figures.
    pub judgement: Judgement,
    /// Where the numbers come from, by how much they matter.
    pub evidence: EvidenceShares,
    /// Whether more than half of what the answer rests on is guesses.
    pub mostly_guesses: bool,
    /// How much each assumption matters, the most first.
    pub influences: Vec<Influence>,
    /// What the target asks for against what the plan provides.
    pub required: Required,
    /// For each motion, when the last leads must come to be won in the period.
    pub last_useful_dates: Vec<LastUsefulDate>,
    /// The share of the target that neither actual bookings nor deals open today bring on
    /// expectation: it rests on deals that do not exist yet.
    pub not_yet_created: f64,
    /// Open deals against what the target needs of them; nothing without a list.
    pub coverage: Option<Coverage>,
    /// Hours asked against hours there, month by month.
    pub capacity: Capacity,
    /// What a reader should know about the input.
    pub notes: Vec<Note>,
}

/// Judges the outcome of a model.
#[must_use]
pub fn verdict(model: &Model, outcome: &Outcome) -> Verdict {
    let kernels = Kernels::expected(model);
    let values = model.means();
    let flow = Flow::new(model, &values, &kernels, 1.0);
    let staying = flow.staffing.staying.clone();
    let flow = flow.bookings();
    let without_limit = unlimited(model, &values, &kernels, 1.0);
    let entries = stage_entries(model, &values, &staying, &kernels, &without_limit);
    let sensitivity = Sensitivity::new(model, &kernels);
    let influences = influences(model, &sensitivity);
    let evidence = EvidenceShares::of(&influences);
    let capacity = capacity(model, &values, &kernels, (&entries, &without_limit));
    let mut notes = model.notes.clone();
    notes.extend(large_pieces(model, &values, &capacity));
    Verdict {
        judgement: Judgement::new(outcome.probability, outcome.standard_error, model.goal),
        mostly_guesses: evidence.guess > 0.5,
        evidence,
        influences,
        required: Required::new(model, outcome, &values, &staying, &flow, &entries),
        last_useful_dates: timing::last_useful_dates(model),
        not_yet_created: coverage::not_yet_created(model, &flow),
        coverage: Coverage::new(model, &values, &kernels, &flow),
        capacity,
        notes,
    }
}
