//! The arguments of `plumbline export`.

use std::path::PathBuf;

use lexopt::{Arg, Parser};
use plumbline_wording::texts::cli;

use super::{CheckOptions, MOST_THREADS, MOST_TRIALS, Task, date, said, value, whole};

/// What document to make, and of what.
#[derive(Debug, PartialEq)]
pub(crate) struct ExportOptions {
    /// The plan, and how it is computed.
    pub(crate) check: CheckOptions,
    /// The kind of document.
    pub(crate) to: Format,
    /// Only the page that sums it up.
    pub(crate) summary: bool,
    /// The file to write; nothing for the terminal.
    pub(crate) output: Option<PathBuf>,
}

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    /// Markdown.
    Markdown,
    /// HTML, to print.
    Html,
    /// The rhythm as a calendar.
    Calendar,
    /// The assumptions register as a table.
    Register,
}

pub(super) fn parse(mut arguments: Parser) -> Result<Task, String> {
    let mut check = CheckOptions::of(PathBuf::new());
    let (mut file, mut to, mut output, mut summary) = (None, None, None, false);
    while let Some(argument) = arguments.next().map_err(said)? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(Task::Help),
            Arg::Long("version") | Arg::Short('V') => return Ok(Task::Version),
            Arg::Long("to") => to = Some(format(&mut arguments)?),
            Arg::Long("output") => output = Some(arguments.value().map_err(said)?.into()),
            Arg::Long("summary") => summary = true,
            Arg::Long("trials") => {
                check.trials = whole(&mut arguments, "--trials", 1..=MOST_TRIALS)?;
            }
            Arg::Long("seed") => check.seed = whole(&mut arguments, "--seed", 0..=u64::MAX)?,
            Arg::Long("threads") => {
                check.threads = Some(whole(&mut arguments, "--threads", 1..=MOST_THREADS)?);
            }
            Arg::Long("as-of") => check.as_of = Some(date(&mut arguments, "--as-of")?),
            Arg::Value(name) if file.is_none() => file = Some(name),
            Arg::Value(name) => return Err(cli::second_file_of("export", &name.to_string_lossy())),
            argument => return Err(said(argument.unexpected())),
        }
    }
    check.file = file.ok_or(cli::NO_FILE_TO_EXPORT)?.into();
    Ok(Task::Export(Box::new(ExportOptions {
        check,
        to: to.ok_or(cli::NO_FORMAT)?,
        summary,
        output,
    })))
}

fn format(arguments: &mut Parser) -> Result<Format, String> {
    let given = value(arguments)?;
    match given.as_str() {
        "md" => Ok(Format::Markdown),
        "html" => Ok(Format::Html),
        "ics" => Ok(Format::Calendar),
        "csv" => Ok(Format::Register),
        _ => {
            let known = cli::one_of("md, html, ics or csv");
            Err(cli::bad_value("--to", &given, &known))
        }
    }
}
