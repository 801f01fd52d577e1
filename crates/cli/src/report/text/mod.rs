//! The answer as text for people: the verdict first, then what is behind it, in the words
//! of the workbook.

mod bookings;
mod remarks;
mod required;

use plumbline_forecast::verdict::Band;
use plumbline_plan::file::{NEWEST_VERSION, ReadError};
use plumbline_wording::{
    figures::Figures,
    texts::{cli, files, verdict as words},
};

use super::{
    complaints::{self, Complaint, Reach},
    figures_in, findings,
    table::Page,
};
use crate::{
    check::{Checked, PROGRAM_VERSION, Refusal},
    plan_file::FileFault,
};

/// A verdict with what is behind it.
pub(crate) fn verdict(checked: &Checked) -> String {
    let figures = figures_in(checked.plan.about.currency);
    let mut page = Page::default();
    title(&mut page, checked, &figures);
    headline(&mut page, checked, &figures);
    super::deals::taken(&mut page, checked, &figures);
    bookings::write(&mut page, checked, &figures);
    required::write(&mut page, checked, &figures);
    findings::write(&mut page, &checked.plan, &checked.findings);
    remarks::write(&mut page, checked, &figures);
    page.line("");
    page.line(&cli::mark(
        PROGRAM_VERSION,
        &NEWEST_VERSION.to_string(),
        &checked.outcome_hash(),
    ));
    page.into_text()
}

fn title(page: &mut Page, checked: &Checked, figures: &Figures) {
    let plan = &checked.plan;
    let title = plan.about.title.trim();
    page.line(if title.is_empty() {
        cli::UNTITLED
    } else {
        title
    });
    let period = plan.targets.period;
    page.line(&cli::period(
        &figures.months(period.start, period.last()),
        &figures.day(checked.as_of),
    ));
}

fn headline(page: &mut Page, checked: &Checked, figures: &Figures) {
    let (outcome, judgement) = (&checked.outcome, &checked.verdict.judgement);
    let chance = words::chance(&figures.probability(judgement.probability));
    let of = words::of_target(&figures.about_money(outcome.target));
    page.heading(&format!("{chance} {of}"));
    let goal = figures.percent(judgement.goal);
    let band = match judgement.also {
        Some(also) => words::between(band(judgement.band), band(also)),
        None => band(judgement.band).to_owned(),
    };
    page.item(&band);
    page.item(&if judgement.below_goal {
        words::below_goal(&goal)
    } else {
        words::meets_goal(&goal)
    });
    let spread = &outcome.bookings;
    page.item(&words::range(
        &figures.about_money(spread.p10),
        &figures.about_money(spread.p90),
    ));
    page.item(&words::safe_targets(
        &figures.about_money(outcome.target_at_80_percent),
        &figures.about_money(outcome.target_at_50_percent),
    ));
    page.item(&cli::probability(
        &figures.percent_to(outcome.probability, 2),
        &figures.decimal(100.0 * outcome.standard_error, 2),
        &figures.whole(f64::from(outcome.trials)),
        &outcome.seed.to_string(),
    ));
}

/// A band's name.
fn band(band: Band) -> &'static str {
    match band {
        Band::Likely => words::LIKELY,
        Band::Realistic => words::REALISTIC,
        Band::Stretch => words::STRETCH,
        Band::Unlikely => words::UNLIKELY,
        Band::OutOfReach => words::OUT_OF_REACH,
    }
}

/// Why there is no verdict.
pub(crate) fn refusal(refusal: &Refusal) -> String {
    let mut page = Page::default();
    let complaints = complaints::of(refusal);
    match refusal {
        Refusal::File { name, fault } => {
            page.line(&files::not_opened(name));
            if let FileFault::NoPlan(ReadError::Broken(broken)) = fault {
                page.line(&files::broken(broken.len()));
                complaints
                    .iter()
                    .for_each(|complaint| page.item(&sentence(complaint)));
            } else {
                complaints
                    .iter()
                    .for_each(|complaint| page.line(&complaint.message));
            }
        }
        Refusal::Deals(refusal) => return super::deals_refusal::text(refusal),
        Refusal::Plan { name, .. } => {
            page.line(&cli::of_field(name, words::MISSING));
            let missing = |complaint: &&Complaint| complaint.severity == Reach::Incomplete;
            let (missing, wrong): (Vec<_>, Vec<_>) = complaints.iter().partition(missing);
            list(&mut page, words::WRONG_TEXT, &wrong);
            list(&mut page, words::MISSING_TEXT, &missing);
        }
    }
    page.into_text()
}

fn list(page: &mut Page, head: &str, complaints: &[&Complaint]) {
    if !complaints.is_empty() {
        page.line(head);
        complaints
            .iter()
            .for_each(|complaint| page.item(&sentence(complaint)));
    }
}

fn sentence(complaint: &Complaint) -> String {
    cli::problem(&complaint.label, &complaint.message)
}
