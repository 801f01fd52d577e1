//! Locked files and workbooks of one file are read as plan files are.

use plumbline_plan::{file, start};

use crate::{
    program::{DAY, day, file_with, plumbline, run},
    wraps::{PASSPHRASE, locked, workbook},
};

fn check_with(passphrase: Option<&str>, name: &str, text: &str) -> (Option<i32>, String, String) {
    let file = file_with(name, text);
    let arguments = [
        "check",
        file.to_str().unwrap(),
        "--as-of",
        DAY,
        "--trials",
        "100",
    ];
    let mut command = plumbline(&arguments);
    command.env_remove("PLUMBLINE_PASSPHRASE");
    if let Some(passphrase) = passphrase {
        command.env("PLUMBLINE_PASSPHRASE", passphrase);
    }
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

fn sample() -> String {
    file::write(&start::sample(day()))
}

fn plain() -> String {
    let file = file_with("plain.json", sample());
    let arguments = [
        "check",
        file.to_str().unwrap(),
        "--as-of",
        DAY,
        "--trials",
        "100",
    ];
    run(&arguments).stdout
}

#[test]
fn a_locked_file_is_read_with_its_passphrase_from_the_environment() {
    let locked = locked(&sample());

    let (status, stdout, stderr) = check_with(Some(PASSPHRASE), "locked.json", &locked);
    assert_eq!(
        (status, stdout.as_str(), stderr.as_str()),
        (Some(0), plain().as_str(), "")
    );

    let (status, stdout, stderr) = check_with(Some("wrong"), "locked-wrong.json", &locked);
    assert_eq!((status, stdout.as_str()), (Some(2), ""));
    assert!(
        stderr.contains("That passphrase does not open this file."),
        "{stderr}"
    );

    let (status, _, stderr) = check_with(None, "locked-none.json", &locked);
    assert_eq!(status, Some(2));
    assert!(stderr.contains("PLUMBLINE_PASSPHRASE"), "{stderr}");
}

#[test]
fn a_workbook_of_one_file_is_read_for_the_plan_in_it() {
    let page = workbook(&sample());
    let (status, stdout, stderr) = check_with(None, "workbook.html", &page);
    assert_eq!(
        (status, stdout.as_str(), stderr.as_str()),
        (Some(0), plain().as_str(), "")
    );
}
