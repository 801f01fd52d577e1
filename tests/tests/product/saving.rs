//! The plan is kept in the browser by itself, the page says truly whether it is, and every
//! change can be taken back.

use plumbline_tests::{Key, Page, Site, wait_until};

use crate::chapters::{BLANK, FILE, back_again, behind, wait_until_saved};

#[test]
fn a_plan_is_saved_by_itself_and_is_there_after_a_reload() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.field("Title of the plan").enter("Sales 2031");
    page.go_to("Targets");
    page.field("Bookings target").enter("1.2m");
    wait_until_saved(&page);
    page.reload();
    page.field("Title of the plan").wait_for("Sales 2031");
    page.field("Bookings target").wait_for("1,200,000");
}

#[test]
fn what_the_page_calls_saved_survives_a_killed_browser() {
    let site = Site::start();
    let mut profile = None;
    for title in ["First title", "Second title"] {
        let page = match &profile {
            None => behind(&site, BLANK),
            Some(profile) => back_again(&site, profile),
        };
        page.field("Title of the plan").type_in(title);
        wait_until_saved(&page);
        let kept = page.kill();
        let page = back_again(&site, &kept);
        page.field("Title of the plan").wait_for(title);
        profile = Some(kept);
    }
}

/// Cases 1 and 10: what was typed the moment before a reload is there after it.
#[test]
fn what_was_typed_right_before_a_reload_is_there() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    for title in ["At once", "And again", "And once more"] {
        page.field("Title of the plan").type_in(title);
        page.reload();
        page.field("Title of the plan").wait_for(title);
    }
}

/// Case 3: a full disk is told, the last version stays, the plan can be saved as a file,
/// and saving goes on by itself once there is room.
#[test]
fn a_full_disk_is_told_and_saving_goes_on_once_there_is_room() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.field("Title of the plan")
        .enter("While there was room");
    wait_until_saved(&page);
    page.fill_storage();
    page.field("Title of the plan")
        .enter("When the disk was full");
    wait_until("word that the plan is not saved", || {
        page.read("status")
            .contains("Not saved: the space this browser grants is full")
            .then_some(())
    });
    page.press("Save file");
    let file = page.saved_file();
    let saved = std::fs::read_to_string(file).expect("the file can be read");
    assert!(saved.contains("When the disk was full"), "{saved}");

    page.clear_storage();
    wait_until_saved(&page);
    page.reload();
    page.field("Title of the plan")
        .wait_for("When the disk was full");
}

#[test]
fn undo_and_redo_work_by_button() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    assert!(
        page.find("button", "Undo").is_disabled(),
        "nothing to undo yet"
    );
    page.go_to("Targets");
    page.field("Bookings target").enter("100k");
    page.field("Bookings target").enter("200k");
    page.press("Undo");
    page.field("Bookings target").wait_for("100,000");
    page.press("Undo");
    page.field("Bookings target").wait_for("");
    page.press("Redo");
    page.press("Redo");
    page.field("Bookings target").wait_for("200,000");
    assert!(
        page.find("button", "Redo").is_disabled(),
        "nothing to redo any more"
    );
}

#[test]
fn undo_and_redo_work_by_key() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.go_to("Targets");
    page.field("Bookings target").enter("100k");
    // In a field the keys belong to the text in it; on a heading they are the page's.
    page.go_to("Pipeline");
    page.go_to("Targets");
    page.press_key(&[Key::Control], 'z');
    page.field("Bookings target").wait_for("");
    page.press_key(&[Key::Control, Key::Shift], 'z');
    page.field("Bookings target").wait_for("100,000");
    page.press_key(&[Key::Control], 'z');
    page.field("Bookings target").wait_for("");
    page.press_key(&[Key::Control], 'y');
    page.field("Bookings target").wait_for("100,000");
}

#[test]
fn opening_a_file_can_be_taken_back_and_loses_no_plan() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.field("Title of the plan").enter("The plan before");
    page.press("Save file");
    let file = page.saved_file();
    page.field("Title of the plan").enter("The plan after");
    wait_until_saved(&page);
    page.pick_file("Open file", &file);
    page.field("Title of the plan").wait_for("The plan before");
    page.press("Plans on this machine");
    page.press("The plan after");
    page.field("Title of the plan").wait_for("The plan after");
}

#[test]
fn without_storage_the_plan_is_only_in_this_tab_and_can_be_saved_as_a_file() {
    for broken in [
        "Object.defineProperty(globalThis, 'indexedDB', { value: undefined });",
        "Object.defineProperty(globalThis, 'indexedDB', \
         { get() { throw new DOMException('No storage here', 'SecurityError'); } });",
        "IDBFactory.prototype.open = () => { throw new DOMException('No', 'SecurityError'); };",
    ] {
        let site = Site::start();
        let page = Page::at(&site).before_load(broken).open();
        page.press(BLANK);
        wait_until("a warning that the plan is only in this tab", || {
            page.read("status")
                .contains("This plan is only in this tab")
                .then_some(())
        });
        page.field("Title of the plan").enter("Nowhere but here");
        assert!(
            page.read("status")
                .contains("This plan is only in this tab"),
            "{broken}"
        );
        page.press("Save file");
        let file = page.saved_file();

        let elsewhere = Page::at(&site).open();
        elsewhere.pick_file(FILE, &file);
        elsewhere
            .field("Title of the plan")
            .wait_for("Nowhere but here");
    }
}
