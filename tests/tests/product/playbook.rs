//! The plan as a document: on screen, on one page, on paper, as Markdown.

use std::fs;

use plumbline_tests::{Site, wait_until};

use crate::chapters::{SAMPLE, behind};

#[test]
fn the_plan_is_shown_as_it_prints_on_one_page_and_saved_as_markdown() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.go_to("Playbook");
    page.find("heading", "Contents");
    wait_until("the verdict in the document", || {
        page.text()
            .contains("For the next management meeting")
            .then_some(())
    });
    page.find("heading", "Assumptions register");

    page.unfold("Cover");
    page.field("Handed out by").enter("<b>Hollis</b> & Co");
    wait_until("the brand on the cover, as it was typed", || {
        page.text().contains("<b>Hollis</b> & Co").then_some(())
    });
    page.field("Firm the plan is for").enter("Tallow & Reed");
    wait_until("the client on the cover", || {
        page.text()
            .contains("Prepared for Tallow & Reed")
            .then_some(())
    });
    assert_eq!(page.barriers(), [""; 0]);

    page.press("One-page summary");
    page.find("heading", "What to change first");
    assert!(!page.has("heading", "Assumptions register"));

    page.press("Whole playbook");
    page.press("Save as Markdown");
    let saved = page.saved_file();
    let written = fs::read_to_string(&saved).expect("the file was saved");
    assert!(
        saved.to_string_lossy().ends_with(".playbook.md"),
        "{saved:?}"
    );
    assert!(written.starts_with("# "), "{written}");
    assert!(
        written.contains("\\<b\\>Hollis\\</b\\> \\& Co"),
        "{written}"
    );
    assert!(written.contains("## 12. Review"), "{written}");
}
