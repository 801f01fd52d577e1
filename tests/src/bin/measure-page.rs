//! Opens the measuring page of `cargo xtask bench` in the browser and prints its figures as
//! they come: a line each, name, tab, number.
#![expect(
    clippy::print_stdout,
    reason = "a measurement speaks through its terminal"
)]

use std::process::ExitCode;

use plumbline_tests::{Page, Site, wait_until};

fn main() -> ExitCode {
    let site = Site::start();
    let page = Page::at(&site).open();
    let mut told = 0;
    loop {
        let lines = wait_until("the next figure", || {
            let text = page.text();
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            (lines.len() > told).then_some(lines)
        });
        for line in &lines[told..] {
            if line == "end" {
                return ExitCode::SUCCESS;
            }
            println!("{line}");
            if line.starts_with("failed") {
                return ExitCode::FAILURE;
            }
        }
        told = lines.len();
    }
}
