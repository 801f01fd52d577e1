//! Work that comes in pieces too large for a fluid: deals then get into each other's way by
//! chance, and the simulation promises too much (maths.md section 4). Says so, and corrects
//! nothing.

use super::Capacity;
use crate::model::{Model, Note, Stage};

/// A month that asks for this share of its hours is a busy one.
const BUSY: f64 = 0.8;

/// The stage whose deals ask for the most hours, where one deal keeps the whole team busy for
/// more than a day and the team has little time to spare; most often nothing.
pub(crate) fn large_pieces(model: &Model, values: &[f64], capacity: &Capacity) -> Option<Note> {
    let months = capacity.months.iter();
    let busy = |utilisation: f64| utilisation >= BUSY;
    if !model.is_limited_by_hours() || !months.clone().any(|m| m.utilisation.is_some_and(busy)) {
        return None;
    }
    let days: i64 = model.calendar.windows.iter().map(|span| span.days()).sum();
    let a_day = months.map(|month| month.available).sum::<f64>() / days as f64;
    let hours = |stage: &Stage| stage.hours.map_or(0.0, |place| values[place]);
    let motions = model.motions.iter();
    let largest = motions
        .flat_map(|motion| motion.stages.iter().chain(&motion.later_stages))
        .max_by(|one, other| hours(one).total_cmp(&hours(other)))?;
    (hours(largest) > a_day).then(|| Note::LargePieces {
        path: largest.path.child("hours_per_deal"),
    })
}
