//! The playbook on the terminal and as a file.

use std::fs;

use plumbline_plan::start;

use crate::program::{DAY, FEW, Ran, day, file_with, plan_file, run, sample_file};

fn export(file: &std::path::Path, options: &[&str]) -> Ran {
    let file = file.to_str().unwrap();
    run(&[&["export", file, "--as-of", DAY], &FEW[..], options].concat())
}

#[test]
fn a_plan_becomes_markdown_or_a_page_with_the_same_verdict() {
    let plan = sample_file("export.json");
    let markdown = export(&plan, &["--to", "md"]);
    let written = markdown.verdict();
    assert!(written.starts_with("# Sales plan of Tallow"));
    let page = export(&plan, &["--to", "html"]);
    assert!(page.verdict().starts_with("<!DOCTYPE html>"));
    let sentence = written
        .lines()
        .find(|line| line.contains("% chance of"))
        .unwrap();
    assert!(page.stdout.contains(sentence), "{sentence}");
    let summary = export(&plan, &["--to", "md", "--summary"]);
    assert!(summary.verdict().contains(sentence));
    assert!(summary.stdout.len() * 4 < written.len());
}

#[test]
fn with_output_the_file_is_written_and_named() {
    let plan = sample_file("export-output.json");
    let file = plan.with_file_name("playbook.html");
    let ran = export(&plan, &["--to", "html", "--output", file.to_str().unwrap()]);
    assert!(ran.verdict().contains("playbook.html"), "{ran:?}");
    assert!(fs::read_to_string(&file).unwrap().ends_with("</html>\n"));
}

#[test]
fn the_plan_itself_is_never_written_over() {
    let plan = sample_file("export-over.json");
    let before = fs::read(&plan).unwrap();
    let ran = export(&plan, &["--to", "md", "--output", plan.to_str().unwrap()]);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(1), ""));
    assert!(ran.stderr.contains("is the plan itself"), "{}", ran.stderr);
    assert_eq!(fs::read(&plan).unwrap(), before);
    let nowhere = plan.with_file_name("no-such-folder").join("playbook.md");
    let ran = export(
        &plan,
        &["--to", "md", "--output", nowhere.to_str().unwrap()],
    );
    assert_eq!(ran.status, Some(1));
    assert!(
        ran.stderr.contains("could not be written"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_draft_is_a_playbook_that_says_there_is_no_verdict() {
    let draft = plan_file("export-draft.json", &start::blank(day()));
    let ran = export(&draft, &["--to", "md"]);
    assert!(ran.verdict().contains("no verdict yet"), "{}", ran.stdout);
}

#[test]
fn what_is_no_plan_is_refused_as_by_check() {
    let ran = export(&file_with("export-none.json", "{}"), &["--to", "md"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (Some(2), ""));
    assert!(ran.stderr.contains("export-none.json"), "{}", ran.stderr);
}

#[test]
fn the_rhythm_becomes_a_calendar_and_the_register_a_table() {
    let plan = sample_file("export-tables.json");
    let calendar = export(&plan, &["--to", "ics"]);
    assert!(calendar.verdict().starts_with("BEGIN:VCALENDAR\r\n"));
    assert!(calendar.stdout.contains("SUMMARY:Coaching: "));
    let table = export(&plan, &["--to", "csv"]);
    assert!(table.verdict().starts_with("Assumption,Average,Low,High,"));
    let shares = table.stdout.lines().filter(|line| line.contains(",0."));
    assert!(shares.count() > 5, "{}", table.stdout);
}
