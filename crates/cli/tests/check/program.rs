//! Runs the built program on files of a folder made for it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use chrono::NaiveDate;
use plumbline_plan::{Plan, file, start};
use serde_json::Value;

/// The day all tests calculate from.
pub(crate) const DAY: &str = "2026-11-21";

/// Enough for what does not depend on how exact the figures are.
pub(crate) const FEW: [&str; 2] = ["--trials", "2000"];

/// What the program did.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) status: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Ran {
    /// What was printed as JSON.
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error} in {self:#?}"))
    }

    /// The text printed by a run that came to a verdict and complained of nothing.
    pub(crate) fn verdict(&self) -> &str {
        assert_eq!(
            (self.status, self.stderr.as_str()),
            (Some(0), ""),
            "{self:#?}"
        );
        &self.stdout
    }
}

/// The program with these arguments.
pub(crate) fn plumbline<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plumbline"));
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Runs the program with these arguments.
pub(crate) fn run<S: AsRef<std::ffi::OsStr>>(arguments: &[S]) -> Ran {
    let Output {
        status,
        stdout,
        stderr,
    } = plumbline(arguments).output().unwrap();
    Ran {
        status: status.code(),
        stdout: String::from_utf8(stdout).unwrap(),
        stderr: String::from_utf8(stderr).unwrap(),
    }
}

/// Checks a plan file as of [`DAY`], with these options.
pub(crate) fn check(file: &Path, options: &[&str]) -> Ran {
    let file = file.to_str().unwrap();
    run(&[&["check", file, "--as-of", DAY], options].concat())
}

/// [`DAY`] as a date.
pub(crate) fn day() -> NaiveDate {
    DAY.parse().unwrap()
}

/// A file with this content. Each test names its own.
pub(crate) fn file_with(name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&file, content).unwrap();
    file
}

/// The plan as a file.
pub(crate) fn plan_file(name: &str, plan: &Plan) -> PathBuf {
    file_with(name, file::write(plan))
}

/// The worked sample as a file.
pub(crate) fn sample_file(name: &str) -> PathBuf {
    plan_file(name, &start::sample(day()))
}
