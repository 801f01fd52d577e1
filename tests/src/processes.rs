//! The browser's processes, as this machine sees them.

use std::{collections::BTreeMap, fs, path::Path, process::Command};

/// Kills a process at once.
///
/// # Panics
/// When it cannot be killed.
#[track_caller]
pub(crate) fn kill(process: u64) {
    let process = process.to_string();
    let killed = Command::new("kill").args(["-KILL", &process]).status();
    assert!(
        killed.is_ok_and(|status| status.success()),
        "process {process} was not killed"
    );
}

/// Whether a process is gone, or dead and only not yet collected by its parent.
pub(crate) fn has_ended(process: u64) -> bool {
    let state = fs::read_to_string(Path::new("/proc").join(process.to_string()).join("stat"));
    let state = state.unwrap_or_default();
    state
        .rsplit_once(") ")
        .is_none_or(|(_, rest)| rest.starts_with(['Z', 'X']))
}

/// The processes in which a browser runs its pages, each with the work it has done so far,
/// in hundredths of a second.
pub(crate) fn at_work(browser: u64) -> BTreeMap<u64, u64> {
    let folders = fs::read_dir("/proc").into_iter().flatten().flatten();
    let numbers = folders.filter_map(|folder| folder.file_name().to_str()?.parse().ok());
    let known: BTreeMap<u64, Known> = numbers
        .filter_map(|process| Some((process, look(process)?)))
        .collect();
    let pages = known
        .iter()
        .filter(|(process, _)| runs_pages(**process) && descends(&known, **process, browser));
    pages
        .map(|(process, known)| (*process, known.ticks))
        .collect()
}

/// The most memory of this machine that one process held at once since it began, or since
/// [`forget_peak`]: its resident set, bytes.
pub(crate) fn peak(process: u64) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: u64 = line.trim().strip_suffix(" kB")?.parse().ok()?;
    Some(1024 * kilobytes)
}

/// Has the peak of a process counted from now on. Where the system does not let us, it is
/// counted from the process's beginning.
pub(crate) fn forget_peak(process: u64) {
    // So proc(5) has it.
    let _ = fs::write(format!("/proc/{process}/clear_refs"), "5");
}

struct Known {
    parent: u64,
    ticks: u64,
}

fn look(process: u64) -> Option<Known> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let number = |at: usize| fields.get(at)?.parse::<u64>().ok();
    Some(Known {
        parent: number(1)?,
        ticks: number(11)? + number(12)?,
    })
}

fn runs_pages(process: u64) -> bool {
    let line = fs::read_to_string(format!("/proc/{process}/cmdline")).unwrap_or_default();
    line.contains("--type=renderer")
}

fn descends(known: &BTreeMap<u64, Known>, process: u64, from: u64) -> bool {
    let mut at = process;
    while at > 1 && at != from {
        at = known.get(&at).map_or(0, |known| known.parent);
    }
    at == from
}
