//! The one place that writes to the terminal: results to standard output, complaints to
//! standard error. Never panics, whoever stops reading.

use std::{
    io::{self, ErrorKind, Write},
    process::ExitCode,
};

use plumbline_wording::texts::cli;

/// There is a verdict.
const COMPUTED: u8 = 0;
/// The command was not understood, or its answer could not be printed.
const FAILED: u8 = 1;
/// There is no verdict.
const NO_VERDICT: u8 = 2;

/// What is to be printed, and how the program ends.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Output {
    result: String,
    complaint: String,
    status: u8,
}

impl Output {
    /// A result.
    pub(crate) fn good(result: String) -> Self {
        Self {
            result,
            complaint: String::new(),
            status: COMPUTED,
        }
    }

    /// No verdict, told as a result for a program to read.
    pub(crate) fn refused(result: String) -> Self {
        Self {
            result,
            complaint: String::new(),
            status: NO_VERDICT,
        }
    }

    /// No verdict, told to a person.
    pub(crate) fn refused_in_words(complaint: String) -> Self {
        Self {
            result: String::new(),
            complaint,
            status: NO_VERDICT,
        }
    }

    /// A command that was not understood.
    pub(crate) fn misunderstood(lines: &[String]) -> Self {
        Self {
            result: String::new(),
            complaint: lines.join("\n") + "\n",
            status: FAILED,
        }
    }
}

/// Prints, and says how the program ends.
pub(crate) fn print(output: &Output) -> ExitCode {
    // Nobody is left to tell when even standard error is gone.
    let _ = io::stderr().write_all(output.complaint.as_bytes());
    let mut stdout = io::stdout();
    match stdout
        .write_all(output.result.as_bytes())
        .and_then(|()| stdout.flush())
    {
        // A reader that has seen enough, such as `head`, is no fault.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let line = cli::complaint(&cli::not_printed(&error.to_string())) + "\n";
            let _ = io::stderr().write_all(line.as_bytes());
            ExitCode::from(FAILED)
        }
        _ => ExitCode::from(output.status),
    }
}
