//! Runs other programs: shown, captured, or quietly with their output kept for
//! the case that they fail. Never decides what to run.

use std::io::{self, BufRead, BufReader};
use std::iter;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};

/// How often a quiet program's latest line is shown while it runs.
const SIGN_OF_LIFE: Duration = Duration::from_secs(30);
/// How much of a failed program's output is shown.
const LINES_SHOWN: usize = 300;

/// Whether the programs that a task runs are seen at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    /// Their output goes to the terminal as it comes.
    Shown,
    /// Their output is shown only when they fail.
    Quiet,
}

/// Runs a program to its end.
///
/// # Errors
/// When it cannot be started or reports failure.
pub(crate) fn run(command: &mut Command, voice: Voice) -> Result<()> {
    match voice {
        Voice::Shown => {
            let status = command.status().with_context(|| cannot_start(command))?;
            if !status.success() {
                bail!("{} failed ({status})", line_of(command));
            }
            Ok(())
        }
        Voice::Quiet => {
            let ended = run_quietly(command)?;
            if ended.success {
                return Ok(());
            }
            show_end_of(&ended.output);
            bail!("{} failed", line_of(command))
        }
    }
}

/// A program that has run to its end.
pub(crate) struct Ended {
    /// Whether it reported success.
    pub(crate) success: bool,
    /// Everything it printed, both streams in the order they came.
    pub(crate) output: String,
}

/// Runs a program without showing its output, but for its latest line now and
/// then while it runs.
///
/// # Errors
/// When it cannot be started or its output cannot be read.
pub(crate) fn run_quietly(command: &mut Command) -> Result<Ended> {
    let (reader, writer) = io::pipe()?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(writer.try_clone()?)
        .stderr(writer)
        .spawn()
        .with_context(|| cannot_start(command))?;
    // The command keeps the writing ends open; without them the reader sees the end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let (sender, receiver) = mpsc::channel();
    let reading = thread::spawn(move || {
        for line in BufReader::new(reader).split(b'\n').map_while(Result::ok) {
            if sender.send(line).is_err() {
                break;
            }
        }
    });
    let output = gather(&receiver);
    let status = child.wait()?;
    reading
        .join()
        .map_err(|_| anyhow!("the output of {} could not be read", line_of(command)))?;
    Ok(Ended {
        success: status.success(),
        output,
    })
}

/// Prints the end of a failed program's output, without what went well.
pub(crate) fn show_end_of(output: &str) {
    let lines: Vec<&str> = output.lines().filter(|line| !went_well(line)).collect();
    let hidden = lines.len().saturating_sub(LINES_SHOWN);
    if hidden > 0 {
        println!("      ({hidden} lines before this are left out)");
    }
    for line in lines.iter().skip(hidden) {
        println!("      {line}");
    }
}

/// What a program prints on its standard output.
///
/// # Errors
/// When it cannot be started, reports failure, or prints something other than text.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| cannot_start(command))?;
    if !output.status.success() {
        bail!("{} failed ({})", line_of(command), output.status);
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// Whether a program can be started and reports success; its output is dropped.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// A command as one would type it.
pub(crate) fn line_of(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(command.get_program());
    let words = iter::once(name).chain(command.get_args());
    let words: Vec<_> = words.map(|word| word.to_string_lossy()).collect();
    words.join(" ")
}

/// A time taken, as people read it.
pub(crate) fn seconds(duration: Duration) -> String {
    let whole = duration.as_secs();
    if whole < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", whole / 60, whole % 60)
    }
}

/// Whether a line of cargo's or libtest's tells only that one thing went well.
fn went_well(line: &str) -> bool {
    let line = line.trim_start();
    let done = ["Compiling ", "Checking ", "Downloaded ", "Documenting "];
    let passed = line.starts_with("test ") && line.ends_with(" ... ok");
    let all_passed = line.starts_with("test result: ok.");
    passed || all_passed || done.iter().any(|word| line.starts_with(word))
}

fn cannot_start(command: &Command) -> String {
    format!("{} cannot be started", command.get_program().display())
}

fn gather(lines: &mpsc::Receiver<Vec<u8>>) -> String {
    let started = Instant::now();
    let mut shown = Instant::now();
    let mut output = String::new();
    let mut latest = String::new();
    loop {
        match lines.recv_timeout(SIGN_OF_LIFE.saturating_sub(shown.elapsed())) {
            Ok(line) => {
                latest = String::from_utf8_lossy(&line).trim_end().to_owned();
                output.push_str(&latest);
                output.push('\n');
            }
            Err(mpsc::RecvTimeoutError::Timeout) => {
                println!("      {}: {}", seconds(started.elapsed()), latest.trim());
                shown = Instant::now();
            }
            Err(mpsc::RecvTimeoutError::Disconnected) => return output,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_read_as_seconds_then_as_minutes() {
        assert_eq!(seconds(Duration::from_millis(1_249)), "1.2 s");
        assert_eq!(seconds(Duration::from_secs(59)), "59.0 s");
        assert_eq!(seconds(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn only_what_went_well_is_left_out_of_a_failure() {
        for line in [
            "   Compiling yew v0.23.0",
            "test a::b ... ok",
            "test result: ok. 9 passed; 0 failed; 0 ignored",
        ] {
            assert!(went_well(line), "{line}");
        }
        for line in ["test a::b ... FAILED", "error: could not compile `a`", ""] {
            assert!(!went_well(line), "{line}");
        }
    }

    #[test]
    fn a_quiet_program_has_both_its_streams_kept() -> Result<()> {
        let mut rustc = Command::new("rustc");
        let version = run_quietly(rustc.arg("--version"))?;
        assert!(version.success && version.output.starts_with("rustc "));

        let mut rustc = Command::new("rustc");
        let refused = run_quietly(rustc.arg("--no-such-option"))?;
        assert!(!refused.success && refused.output.contains("no-such-option"));
        Ok(())
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let mut missing = Command::new("no-such-program-of-plumbline");
        let error = run(&mut missing, Voice::Quiet).unwrap_err();
        assert!(error.to_string().contains("no-such-program-of-plumbline"));
        assert!(!succeeds(&mut missing));
    }
}
