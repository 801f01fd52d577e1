//! Reads the plan's file. Changes nothing on the disk, and says why when it cannot.

use std::{
    env,
    fs::File,
    io::{self, ErrorKind, IsTerminal, Read},
    path::Path,
};

use plumbline_plan::{
    Plan,
    file::{self, ReadError},
};
use plumbline_wording::texts::cli;
use plumbline_wrapping::{
    Wrapping,
    locked::{self, LockError},
    recognise,
};
use serde_json::Value;

/// A file larger than this is no plan: 50 MB, as in the workbook.
const LARGEST_FILE_BYTES: u64 = 50 * 1024 * 1024;

/// Why there is no plan.
#[derive(Debug)]
pub(crate) enum FileFault {
    /// There is no such file.
    Missing,
    /// The system does not give it away.
    Unreadable(io::Error),
    /// It is larger than any plan.
    TooLarge,
    /// Its bytes are no UTF-8 text.
    NotText,
    /// It is locked, and nobody said with which passphrase.
    NoPassphrase,
    /// It is locked and was not opened.
    Locked(LockError),
    /// Its text is no plan.
    NoPlan(ReadError),
}

/// A plan with the firm's own deals that stand in its file, as they stand there.
pub(crate) type PlanAndDeals = (Plan, Option<Value>);

/// Reads the plan in a file.
///
/// # Errors
/// Why there is none.
pub(crate) fn read(path: &Path) -> Result<PlanAndDeals, FileFault> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(fault)?;
    // One byte more than allowed tells a file that goes on from one that ends there. A
    // pipe has no size to ask for.
    file.take(LARGEST_FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(fault)?;
    if bytes.len() as u64 > LARGEST_FILE_BYTES {
        return Err(FileFault::TooLarge);
    }
    let text = String::from_utf8(bytes).map_err(|_| FileFault::NotText)?;
    read_text(text)
}

/// Reads the plan in the text of a file, whatever is around it.
///
/// # Errors
/// Why there is none.
pub(crate) fn read_text(text: String) -> Result<PlanAndDeals, FileFault> {
    let text = match recognise(&text) {
        Wrapping::None => text,
        Wrapping::Workbook(plan) => plan,
        Wrapping::Locked => unlocked(&text)?,
    };
    file::read_with_deals(&text).map_err(FileFault::NoPlan)
}

/// The environment variable with the passphrase of a locked file.
const PASSPHRASE: &str = "PLUMBLINE_PASSPHRASE";

/// The plan in a locked file, by the passphrase in the environment or, at a terminal, by the
/// one typed there, which is not shown.
fn unlocked(text: &str) -> Result<String, FileFault> {
    let passphrase = match env::var(PASSPHRASE) {
        Ok(passphrase) => passphrase,
        Err(_) if io::stdin().is_terminal() => {
            rpassword::prompt_password(cli::ASK_PASSPHRASE).map_err(FileFault::Unreadable)?
        }
        Err(_) => return Err(FileFault::NoPassphrase),
    };
    locked::unlock(text, &passphrase).map_err(FileFault::Locked)
}

fn fault(error: io::Error) -> FileFault {
    match error.kind() {
        ErrorKind::NotFound => FileFault::Missing,
        _ => FileFault::Unreadable(error),
    }
}
