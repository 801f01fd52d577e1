//! What the answer rests on, how long new leads still help, whether the hours suffice, and
//! what to know about the input.

use plumbline_forecast::model::{Evidence, Note};
use plumbline_plan::Plan;
use plumbline_wording::{
    figures::Figures,
    texts::{cli, fields, labels, verdict as words},
};

use super::super::table::{Page, Table};
use crate::check::Checked;

/// How many assumptions are listed; JSON has them all.
const LISTED: usize = 5;

/// Writes all of it.
pub(super) fn write(page: &mut Page, checked: &Checked, figures: &Figures) {
    evidence(page, checked, figures);
    deadlines(page, checked, figures);
    workload(page, checked, figures);
    notes(page, checked, figures);
}

fn evidence(page: &mut Page, checked: &Checked, figures: &Figures) {
    let verdict = &checked.verdict;
    page.heading(cli::EVIDENCE);
    let shares = &verdict.evidence;
    let mut table = Table::new(1, &[cli::SOURCE, words::SHARE]);
    for (evidence, share) in [
        (Evidence::OwnHistory, shares.own_history),
        (Evidence::Published, shares.published),
        (Evidence::Team, shares.team),
        (Evidence::Guess, shares.guess),
    ] {
        table.row([source(evidence).to_owned(), figures.percent(share)]);
    }
    page.table(&table);
    page.heading(words::MATTERS_MOST);
    let mut table = Table::new(2, &[cli::ASSUMPTION, cli::SOURCE, words::SHARE]);
    for influence in verdict.influences.iter().take(LISTED) {
        let label = labels::of(&checked.plan, &influence.path);
        table.row([
            label,
            source(influence.evidence).to_owned(),
            figures.percent(influence.share),
        ]);
    }
    page.table(&table);
}

fn source(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Guess => fields::SOURCE_GUESS,
        Evidence::Team => fields::SOURCE_TEAM,
        Evidence::OwnHistory => fields::SOURCE_HISTORY,
        Evidence::Published => fields::SOURCE_PUBLISHED,
    }
}

fn deadlines(page: &mut Page, checked: &Checked, figures: &Figures) {
    page.heading(words::DEADLINES);
    for date in &checked.verdict.last_useful_dates {
        if let (Some(half), Some(most)) = (date.even_chance, date.safe) {
            let motion = labels::of(&checked.plan, &date.motion);
            page.item(&words::last_useful(
                &motion,
                &figures.day(half),
                &figures.day(most),
            ));
        }
    }
}

fn workload(page: &mut Page, checked: &Checked, figures: &Figures) {
    page.heading(words::WORKLOAD);
    if checked.plan.team.reps.is_empty() && checked.plan.team.hires.is_empty() {
        return page.item(words::NO_REPS);
    }
    page.item(&match checked.verdict.capacity.first_over {
        Some(month) => words::hours_run_out(&figures.month(month)),
        None => words::HOURS_SUFFICE.to_owned(),
    });
}

fn notes(page: &mut Page, checked: &Checked, figures: &Figures) {
    let notes = &checked.verdict.notes;
    if !notes.is_empty() {
        page.heading(words::NOTES);
        notes
            .iter()
            .for_each(|note| page.item(&worded(note, &checked.plan, figures)));
    }
}

fn worded(note: &Note, plan: &Plan, figures: &Figures) -> String {
    let of = |path, said: &str| cli::of_field(&labels::of(plan, path), said);
    match note {
        Note::AverageDiffers {
            path,
            entered,
            used,
        } => of(
            path,
            &words::average_differs(&figures.count(*entered), &figures.count(*used)),
        ),
        Note::RangeHardToFit { path, .. } => of(path, words::RANGE_HARD_TO_FIT),
        Note::NoTime { path } => of(path, words::NO_TIME),
        Note::OnePersonAssumed { path } => of(path, words::ONE_PERSON_ASSUMED),
        Note::LargePieces { path } => of(path, words::LARGE_PIECES),
        Note::NoActuals { month } => words::no_actuals(&figures.month(*month)),
        Note::PastCutOff { deals } => {
            words::past_cut_off(&figures.whole(f64::from(*deals)), *deals == 1)
        }
        Note::Undated { deals } => words::undated(&figures.whole(f64::from(*deals)), *deals == 1),
        Note::AlreadyWon { deals } => {
            words::already_won(&figures.whole(f64::from(*deals)), *deals == 1)
        }
    }
}
