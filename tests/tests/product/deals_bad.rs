//! Files that are no deals are refused in clear words; the plan stays as it is and the page
//! goes on. What is in an export is text and nothing else.

use plumbline_tests::{Site, wait_until};

use crate::{
    chapters::{BLANK, behind},
    deals::{Export, go_to_deals},
};

/// Cases 48, 50 and 66, and what is no table at all.
#[test]
fn files_that_are_no_deals_are_refused_and_leave_the_plan_alone() {
    let (site, export) = (Site::start(), Export::new());
    let page = behind(&site, BLANK);
    page.go_to("Targets");
    page.field("Bookings target").enter("750k");
    go_to_deals(&page);
    let wide = format!("{}\n{}\n", "x,".repeat(10_000), "1,".repeat(10_000));
    let huge = format!("Stage,Amount\n{},5\nWon,5\n", "x".repeat(10 * 1024 * 1024));
    let binary: Vec<u8> = (0..4096_u32).map(|byte| (byte * 7 % 32) as u8).collect();
    let no_deals = "Stage,Amount\nLeave out,5\nVoid,6\n";
    for (name, content, said) in [
        ("empty.csv", &b""[..], "The file is empty"),
        ("binary.csv", &binary, "This is no text"),
        (
            "picture.csv",
            b"\x89PNG\r\n\x1a\n\x00\x00",
            "This is a picture",
        ),
        ("header.csv", b"Stage,Amount\n", "no row below them"),
        ("one.csv", b"Stage\nWon\nLost\n", "one column only"),
        ("wide.csv", wide.as_bytes(), "more than 2,000 columns"),
        ("huge.csv", huge.as_bytes(), "longer than 1 MB"),
    ] {
        page.pick_file("Choose a file", &export.write(name, content));
        wait_until(&format!("{said:?} of {name}"), || {
            page.read("alert").contains(said).then_some(())
        });
    }
    // 2 GB that take no room on the disk.
    let endless = export.write("endless.csv", b"Stage,Amount\n");
    let file = std::fs::OpenOptions::new().write(true).open(&endless);
    let file = file.expect("the file can be opened");
    file.set_len(2 << 30).expect("a file can be long");
    page.pick_file("Choose a file", &endless);
    wait_until("what is said of 2 GB", || {
        page.read("alert")
            .contains("larger than 200 MB")
            .then_some(())
    });
    page.pick_file(
        "Choose a file",
        &export.write("none.csv", no_deals.as_bytes()),
    );
    page.find("heading", "To be answered first");
    page.press("Cancel");

    let marked = "Deal Name,Stage,Amount,Create Date,Close Date\n\
                  <img src=x onerror=alert(1)>,Won,5,2026-01-01,2026-02-01\n\
                  =cmd(),Proposal,x,2026-01-01,\n\
                  \u{5d0}\u{202e}x,Lost,5,2026-01-01,2026-02-30\n";
    page.pick_file(
        "Choose a file",
        &export.write("marked.csv", marked.as_bytes()),
    );
    page.press("Take these deals");
    page.find("heading", "What became of the rows");
    page.press("Download the report of rows");
    let report = std::fs::read_to_string(page.saved_file()).expect("the report");
    assert!(report.contains("left out"), "{report}");

    page.go_to("Targets");
    assert_eq!(page.field("Bookings target").value(), "750,000");
    assert_eq!(page.complaints(), [], "the console");
}
