//! `plumbline`: the core of the workbook for the terminal.
//!
//! Reads the arguments, has the plan checked and prints the answer. The one place outside
//! the page that asks what day it is. Computes nothing, and holds no sentence: those are in
//! the catalogue.

mod arguments;
mod check;
mod deals;
mod export;
mod plan_file;
mod print;
mod report;
mod trials;

use std::process::ExitCode;

use plumbline_wording::texts::cli;

use crate::{
    arguments::{CheckOptions, DealsOptions, Task},
    print::{Output, print},
};

fn main() -> ExitCode {
    print(&answer(lexopt::Parser::from_env()))
}

fn answer(arguments: lexopt::Parser) -> Output {
    match arguments::parse(arguments) {
        Ok(Task::Help) => Output::good(arguments::help()),
        Ok(Task::Version) => Output::good(cli::version(check::PROGRAM_VERSION) + "\n"),
        Ok(Task::Check(options)) => checked(&options),
        Ok(Task::Deals(options)) => learnt(&options),
        Ok(Task::Export(options)) => export::export(&options, today),
        Ok(Task::Schema) => Output::good(format!("{:#}\n", plumbline_plan::schema())),
        Err(what) => Output::misunderstood(&[cli::complaint(&what), cli::HINT.to_owned()]),
    }
}

fn today() -> chrono::NaiveDate {
    chrono::Local::now().date_naive()
}

fn learnt(options: &DealsOptions) -> Output {
    match (
        deals::learn(&options.file, &options.reading, today()),
        options.json,
    ) {
        (Ok(learnt), _) if options.report => Output::good(report::deals::rows(&learnt)),
        (Ok(learnt), false) => Output::good(report::deals::text(&learnt)),
        (Ok(learnt), true) => Output::good(report::deals_json::learnt(&learnt)),
        (Err(refusal), false) => Output::refused_in_words(report::deals_refusal::text(&refusal)),
        (Err(refusal), true) => Output::refused(report::deals_json::refusal(&refusal)),
    }
}

fn checked(options: &CheckOptions) -> Output {
    match (check::check(options, today), options.json) {
        (Ok(checked), false) => Output::good(report::text::verdict(&checked)),
        (Ok(checked), true) => Output::good(report::json::verdict(&checked)),
        (Err(refusal), false) => Output::refused_in_words(report::text::refusal(&refusal)),
        (Err(refusal), true) => Output::refused(report::json::refusal(&refusal)),
    }
}
