//! Arguments, and the two ends of the pipe.

use std::process::Stdio;

use crate::program::{plumbline, run, sample_file};

#[test]
fn what_is_not_understood_is_an_error_with_a_hint() {
    for arguments in [
        &["check", "plan.json", "--trails", "5"][..],
        &["cheque", "plan.json"],
        &["check"],
    ] {
        let ran = run(arguments);
        assert_eq!(
            (ran.status, ran.stdout.as_str()),
            (Some(1), ""),
            "{arguments:?}"
        );
        assert!(ran.stderr.starts_with("plumbline: "), "{}", ran.stderr);
        assert!(ran.stderr.contains("plumbline --help"), "{}", ran.stderr);
    }
}

#[test]
fn help_and_version_are_results() {
    for arguments in [&[][..], &["--help"], &["check", "--help"]] {
        let ran = run(arguments);
        assert!(
            ran.verdict().contains("Usage: plumbline check PLAN.json"),
            "{arguments:?}"
        );
    }
    let help = run(&["--help"]).stdout;
    let described = include_str!("../../../../docs/command-line.md");
    let options = [
        "--trials",
        "--seed",
        "--as-of",
        "--threads",
        "--json",
        "--help",
        "--version",
    ];
    for option in options {
        assert!(help.contains(option), "{option}");
        assert!(described.contains(option), "{option}");
    }
    assert_eq!(
        run(&["--version"]).verdict(),
        format!("plumbline {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn a_reader_that_has_seen_enough_is_no_fault() {
    let file = sample_file("pipe.json");
    let mut child = plumbline(&["check", file.to_str().unwrap(), "--json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ran = child.wait_with_output().unwrap();
    assert_eq!(
        (
            ran.status.code(),
            String::from_utf8_lossy(&ran.stderr).as_ref()
        ),
        (Some(0), "")
    );
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_no_success() {
    let full = std::fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let ran = plumbline(&["--help"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("could not be printed"));
}
