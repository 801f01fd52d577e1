//! Rules on chapter 10, Scorecard.

pub(crate) mod figure_without_goal;
pub(crate) mod figure_without_owner;
pub(crate) mod months_without_actuals;
pub(crate) mod no_activity_counts;
pub(crate) mod no_key_figures;
pub(crate) mod no_leading_figure;
pub(crate) mod overdue_commitments;
pub(crate) mod team_not_consulted;

use plumbline_plan::{FieldPath, chapter::scorecard::KeyFigure};

use crate::rule::{Found, Subject};

/// The key figures for which something holds.
fn figures_where(subject: &Subject<'_>, holds: impl Fn(&KeyFigure) -> bool) -> Option<Found> {
    let list = FieldPath::from("scorecard/key_figures");
    let figures = subject.plan.scorecard.key_figures.iter();
    let paths = figures
        .filter(|figure| holds(figure))
        .map(|figure| list.child(figure.id.as_str()));
    Found::in_fields(&list, "figures", paths.collect())
}
