//! The program `plumbline`, run as in a shell.

use std::{path::Path, process::Command};

use serde_json::Value;

use crate::machine;

/// What `plumbline check FILE --json` prints.
///
/// # Panics
/// When the program is not built, or does not judge the plan.
#[must_use]
#[track_caller]
pub fn check(file: &Path) -> Value {
    let program = machine::plumbline();
    let ran = Command::new(&program)
        .arg("check")
        .arg(file)
        .arg("--json")
        .output();
    let ran = ran.unwrap_or_else(|error| panic!("{}: {error}", program.display()));
    let (printed, complained) = (
        String::from_utf8_lossy(&ran.stdout),
        String::from_utf8_lossy(&ran.stderr),
    );
    assert!(
        ran.status.success(),
        "plumbline check: {}\n{printed}{complained}",
        ran.status
    );
    serde_json::from_str(&printed).unwrap_or_else(|error| panic!("{error} in: {printed}"))
}
