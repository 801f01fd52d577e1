//! The mistakes to plant, by chapter.

mod later;
mod people;
mod selling;
mod words;

use crate::case::Case;

/// All of them, in the order of the codes' chapters.
pub(crate) fn all() -> Vec<Case> {
    let parts = [
        words::foundation(),
        words::market(),
        words::offer(),
        selling::process(),
        people::team(),
        people::compensation(),
        selling::targets(),
        selling::pipeline(),
        people::rhythm(),
        later::scorecard(),
        later::check(),
        later::review(),
    ];
    parts.into_iter().flatten().collect()
}
