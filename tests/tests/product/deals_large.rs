//! A large export is read beside the page, not on it; and where the browser has no workers,
//! on the page, in slices.

use std::fmt::Write;

use plumbline_tests::{Page, Site, wait_until};

use crate::{
    chapters::BLANK,
    deals::{Export, all_is_shown, go_to_deals},
};

/// Case 49 in the browser: what a person waits for and feels is printed, not judged: this
/// machine is not theirs.
#[test]
fn a_hundred_thousand_rows_are_read_while_the_page_answers() {
    let (site, export) = (Site::start(), Export::new());
    let page = Page::at(&site).watching_tasks().open();
    page.press(BLANK);
    go_to_deals(&page);
    let mut table = String::from("Deal ID,Owner,Stage,Amount,Create Date,Close Date\n");
    for number in 0..100_000_u32 {
        let (month, day) = (1 + number % 12, 1 + number % 28);
        let stage = ["Won", "Lost", "Lost"][(number % 3) as usize];
        writeln!(
            table,
            "D{number},Rep {},{stage},{},2024-{month:02}-{day:02},2025-{month:02}-{day:02}",
            number % 40,
            100 + number % 900
        )
        .expect("text can be written");
    }
    let file = export.write("large.csv", table.as_bytes());
    let _ = page.longest_task();
    page.forget_peak_memory();
    let before = page.peak_memory();
    let began = std::time::Instant::now();
    page.pick_file("Choose a file", &file);
    page.press("Take these deals");
    wait_until("a hundred thousand deals", || {
        page.text().contains("100,000 deals taken").then_some(())
    });
    let took = began.elapsed().as_secs_f64();
    let (peak, megabytes) = (page.peak_memory(), |bytes: u64| bytes as f64 / 1e6);
    assert!(peak > 0, "the process of the page is known");
    eprintln!(
        "100,000 rows: {took:.1} s from the file to the figures; longest task on the page {:.0} ms; \
         most memory of the page's process and its workers {:.0} MB, {:.0} MB before",
        page.longest_task(),
        megabytes(peak),
        megabytes(before)
    );
    assert_eq!(page.complaints(), [], "the console");
}

#[test]
fn without_workers_the_page_reads_deals_by_itself() {
    let (site, export) = (Site::start(), Export::new());
    let page = Page::at(&site).settings("workers=0").open();
    page.press(BLANK);
    go_to_deals(&page);
    page.pick_file("Choose a file", &export.file("deals.csv", "%Y-%m-%d"));
    page.press("Take these deals");
    all_is_shown(&page);
    assert!(page.text().contains("120 won of 200 decided"));
    // A spreadsheet takes a worker, which is said with the way out.
    page.pick_file("Choose a file", &export.write("deals.xlsx", b"PK\x03\x04"));
    wait_until("why the spreadsheet is not read", || {
        let said = page.read("alert");
        (said.contains("without workers") && said.contains("as CSV")).then_some(())
    });
    assert!(page.text().contains("120 won of 200 decided"));
}
