//! Several plans on one machine: opened, renamed, copied, deleted and taken back, found.

use plumbline_tests::{Page, Site, wait_until};

use crate::chapters::{BLANK, behind, wait_until_saved};

const TITLE: &str = "Title of the plan";
const PLANS: &str = "Plans on this machine";

/// A plan for every title, the last one open, in the library.
#[track_caller]
fn library_of(site: &Site, titles: &[&str]) -> Page {
    let page = behind(site, BLANK);
    for (place, title) in titles.iter().enumerate() {
        if place > 0 {
            page.press("New plan");
            page.field(TITLE).wait_for("");
        }
        page.field(TITLE).enter(title);
        wait_until_saved(&page);
    }
    page.press(PLANS);
    page.find("heading", PLANS);
    page
}

#[track_caller]
fn wait_for_plan(page: &Page, title: &str) {
    page.find("button", title);
}

#[track_caller]
fn wait_until_gone(page: &Page, title: &str) {
    wait_until(&format!("{title:?} to be gone"), || {
        (!page.has("button", title)).then_some(())
    });
}

#[test]
fn plans_are_renamed_copied_found_and_opened() {
    let site = Site::start();
    let page = library_of(&site, &["North 2031", "South 2031"]);
    page.press("Rename North 2031");
    page.field("New title of North 2031")
        .type_in("Far North 2031");
    page.press("Keep this title");
    wait_for_plan(&page, "Far North 2031");
    // The open plan too.
    page.press("Rename South 2031");
    page.field("New title of South 2031")
        .type_in("Far South 2031");
    page.press("Keep this title");
    wait_for_plan(&page, "Far South 2031");

    page.press("Duplicate Far North 2031");
    wait_for_plan(&page, "Copy of Far North 2031");
    page.press("Duplicate Copy of Far North 2031");
    wait_for_plan(&page, "Copy 2 of Far North 2031");

    page.field("Find a plan by its title").type_in("south");
    wait_until_gone(&page, "Far North 2031");
    wait_for_plan(&page, "Far South 2031");
    page.field("Find a plan by its title").type_in("");
    page.press("Copy of Far North 2031");
    page.field(TITLE).wait_for("Copy of Far North 2031");
    wait_until("something about the room that plans take", || {
        page.press(PLANS);
        page.text().contains("Plumbline uses").then_some(())
    });
}

#[test]
fn a_deleted_plan_is_taken_back_or_lies_in_the_bin_until_it_is_emptied() {
    let site = Site::start();
    let page = library_of(&site, &["To keep", "To delete"]);
    // The open one.
    page.press("Delete To delete");
    wait_until_gone(&page, "Delete To delete");
    page.press("Undo");
    wait_for_plan(&page, "Delete To delete");
    page.press("Delete To delete");
    wait_until_gone(&page, "Delete To delete");

    page.reload();
    page.unfold("Bin: 1 plan");
    page.press("Put back To delete");
    wait_for_plan(&page, "To delete");
    page.press("To delete");
    page.field(TITLE).wait_for("To delete");

    page.press(PLANS);
    page.press("Delete To delete");
    page.unfold("Bin: 1 plan");
    page.press("Empty the bin");
    page.press("Remove for good");
    wait_until("an empty bin", || {
        page.read("status")
            .contains("The bin is empty")
            .then_some(())
    });
    page.reload();
    wait_for_plan(&page, "To keep");
    assert!(!page.text().contains("To delete"), "{}", page.text());
}

#[test]
fn the_library_is_read_by_everyone() {
    let site = Site::start();
    let page = library_of(&site, &["One", "Two"]);
    wait_for_plan(&page, "One");
    page.press("Rename One");
    assert_eq!(
        page.barriers(),
        [] as [String; 0],
        "barriers in the library"
    );
}
