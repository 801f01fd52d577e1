//! What the target asks of every stage, beside what the plan provides.

use plumbline_forecast::verdict::{MotionNeed, Need};
use plumbline_wording::{
    figures::Figures,
    texts::{labels, verdict as words},
};

use super::super::table::{Page, Table};
use crate::check::Checked;

/// Writes a table for each way of selling.
pub(super) fn write(page: &mut Page, checked: &Checked, figures: &Figures) {
    let required = &checked.verdict.required;
    page.heading(words::REQUIRED);
    if required.factor.is_none() {
        page.item(words::NO_LEADS_BRING_IT);
    }
    for motion in &required.motions {
        if required.motions.len() > 1 {
            page.item(&labels::of(&checked.plan, &motion.motion));
        }
        page.table(&stages(motion, figures));
    }
}

fn stages(motion: &MotionNeed, figures: &Figures) -> Table {
    let mut table = Table::new(
        1,
        &[
            words::STAGE,
            words::PROVIDED_COLUMN,
            words::REQUIRED_COLUMN,
            words::GAP_COLUMN,
            words::AT_GOAL,
            words::PER_WEEK,
            words::PER_REP_AND_WEEK,
        ],
    );
    let mut row = |name: String, need: &Need| table.row(cells(name, need, figures));
    for source in &motion.sources {
        if let Some(activity) = &source.activity {
            row(words::activities(&source.name), &activity.activities);
        }
    }
    row(words::LEADS.to_owned(), &motion.leads);
    for stage in &motion.stages {
        row(stage.name.clone(), &stage.entries);
    }
    row(words::WINS.to_owned(), &motion.wins);
    table
}

fn cells(name: String, need: &Need, figures: &Figures) -> [String; 7] {
    let needed = need.needed;
    let count = |count: Option<f64>| figures.about_count(count.unwrap_or(f64::NAN));
    let gap = match need.gap {
        Some(gap) if gap > 0.0 => {
            let larger = needed.map_or(0.0, |amount| amount.total);
            format!("+{}", figures.about_difference(gap, larger))
        }
        Some(_) => words::ENOUGH.to_owned(),
        None => count(None),
    };
    [
        name,
        count(Some(need.provided.total)),
        count(needed.map(|amount| amount.total)),
        gap,
        count(need.needed_at_goal.map(|amount| amount.total)),
        count(needed.map(|amount| amount.per_week)),
        count(needed.map(|amount| amount.per_rep_and_week)),
    ]
}
