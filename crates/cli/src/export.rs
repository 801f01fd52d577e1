//! Makes a document of a plan, and writes it where it was asked for.

use std::{fs, path::Path};

use chrono::NaiveDate;
use plumbline_export::{Playbook, calendar, html, markdown, register_csv};
use plumbline_wording::texts::cli;

use crate::{
    arguments::{ExportOptions, Format},
    check::{self, Refusal},
    print::Output,
    report,
};

/// Makes the document. A plan that cannot be computed yet is a document all the same: its
/// words are there, and it says that the verdict is not.
pub(crate) fn export(options: &ExportOptions, today: impl Fn() -> NaiveDate) -> Output {
    let checked = check::check(&options.check, &today);
    let made_on = today();
    let text = match &checked {
        Ok(checked) => {
            let figures = report::figures_in(checked.plan.about.currency);
            let playbook = Playbook {
                plan: &checked.plan,
                as_of: checked.as_of,
                made_on,
                answer: Some((&checked.outcome, &checked.verdict)),
                findings: &checked.findings,
                tally: None,
                figures: &figures,
            };
            written(&playbook, options)
        }
        Err(Refusal::Plan { plan, findings, .. }) => {
            let figures = report::figures_in(plan.about.currency);
            let playbook = Playbook {
                plan,
                as_of: plan.reality_check.as_of.unwrap_or(made_on),
                made_on,
                answer: None,
                findings,
                tally: None,
                figures: &figures,
            };
            written(&playbook, options)
        }
        Err(refusal) => return Output::refused_in_words(report::text::refusal(refusal)),
    };
    let text = match text {
        Ok(text) => text,
        Err(why) => return Output::misunderstood(&[cli::complaint(why)]),
    };
    match &options.output {
        None => Output::good(text),
        Some(file) => save(file, &options.check.file, &text),
    }
}

/// The text asked for; else a sentence why there is none.
fn written(playbook: &Playbook<'_>, options: &ExportOptions) -> Result<String, &'static str> {
    let document = || {
        if options.summary {
            playbook.summary()
        } else {
            playbook.document()
        }
    };
    Ok(match options.to {
        Format::Markdown => markdown::document(&document()),
        Format::Html => html::page(&document()),
        Format::Calendar => calendar(playbook.plan, playbook.as_of, playbook.figures)
            .ok_or(plumbline_wording::texts::calendar::NOTHING)?,
        Format::Register => {
            let verdict = playbook.answer.map(|(_, verdict)| verdict);
            let influences = verdict.map_or(&[][..], |verdict| &verdict.influences[..]);
            register_csv(playbook.plan, |path| {
                let mut influences = influences.iter();
                let found = influences.find(|influence| influence.path == *path);
                found.map(|influence| influence.share)
            })
        }
    })
}

/// Writes the file, but never over the plan it was made of.
fn save(file: &Path, plan: &Path, text: &str) -> Output {
    let name = file.display().to_string();
    let is_the_plan = fs::canonicalize(file)
        .is_ok_and(|file| fs::canonicalize(plan).is_ok_and(|plan| plan == file));
    if is_the_plan {
        return Output::misunderstood(&[cli::complaint(&cli::output_is_the_plan(&name))]);
    }
    match fs::write(file, text) {
        Ok(()) => Output::good(cli::written(&name) + "\n"),
        Err(error) => {
            Output::misunderstood(&[cli::complaint(&cli::not_written(&name, &error.to_string()))])
        }
    }
}
