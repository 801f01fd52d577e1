//! Earlier versions of a plan come back, and going back is itself taken back.

use plumbline_tests::{Site, wait_until};

use crate::chapters::{BLANK, behind, wait_until_saved};

const TITLE: &str = "Title of the plan";

#[test]
fn a_named_version_comes_back_and_going_back_can_be_undone() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.field(TITLE).enter("As agreed");
    wait_until_saved(&page);
    page.press("Earlier versions");
    page.field("Name for the plan as it is now")
        .type_in("For the board");
    page.press("Keep under this name");
    wait_until("word that it is kept", || {
        page.read("status").contains("For the board").then_some(())
    });
    page.field(TITLE).enter("Afterwards");
    wait_until_saved(&page);

    page.press("Earlier versions");
    assert_eq!(
        page.barriers(),
        [] as [String; 0],
        "barriers among the versions"
    );
    page.press("Go back to For the board");
    page.field(TITLE).wait_for("As agreed");
    page.press("Dismiss");
    page.press("Undo");
    page.field(TITLE).wait_for("Afterwards");
    page.press("Redo");
    page.field(TITLE).wait_for("As agreed");
    wait_until_saved(&page);
    page.reload();
    page.field(TITLE).wait_for("As agreed");
}

/// Case 86: undo goes on working after a reload.
#[test]
fn undo_works_after_a_reload() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.go_to("Targets");
    page.field("Bookings target").enter("100k");
    page.field("Bookings target").enter("200k");
    wait_until_saved(&page);
    page.reload();
    page.field("Bookings target").wait_for("200,000");
    page.press("Undo");
    page.field("Bookings target").wait_for("100,000");
    page.press("Undo");
    page.field("Bookings target").wait_for("");
}
