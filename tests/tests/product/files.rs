//! A plan lives in a file as a document does: saved in place, compared before it is
//! overwritten, found again among the files used last.

use plumbline_tests::{Page, Site, wait_until};

use crate::chapters::{BLANK, FILE, wait_until_saved};

const LIBRARY: &str = "Plans on this machine";

const NAME: &str = "North.plumbline.json";

/// A first visitor with a plan of this title, saved to a file on the disk.
#[track_caller]
fn saved_plan(site: &Site) -> Page {
    let page = Page::at(site).with_disk().open();
    page.press(BLANK);
    page.field("Title of the plan").enter("North");
    page.press("Save file");
    wait_until_it_says(&page, "File up to date");
    page
}

#[track_caller]
fn wait_until_it_says(page: &Page, words: &str) {
    wait_until(&format!("the words \"{words}\""), || {
        page.text().contains(words).then_some(())
    });
}

#[track_caller]
fn wait_until_on_disk(page: &Page, name: &str, words: &str) {
    wait_until(&format!("{words:?} in {name}"), || {
        page.on_disk(name)?.contains(words).then_some(())
    });
}

#[test]
fn a_plan_is_saved_in_place_without_asking_again() {
    let site = Site::start();
    let page = saved_plan(&site);
    wait_until_on_disk(&page, NAME, "North");
    page.field("Title of the plan").enter("North and west");
    wait_until_it_says(&page, "Unsaved to file since ");
    assert!(!page.on_disk(NAME).expect("a file").contains("west"));
    page.press("Save file");
    wait_until_it_says(&page, "File up to date");
    assert!(
        page.on_disk(NAME)
            .expect("a file")
            .contains("North and west")
    );
    assert_eq!(page.times_asked_where_to_save(), 1);

    page.will_save_as("copy.plumbline.json");
    page.press("Save as");
    wait_until_on_disk(&page, "copy.plumbline.json", "North and west");
    assert_eq!(page.times_asked_where_to_save(), 2);
}

#[test]
fn what_is_unsaved_to_the_file_is_still_so_after_a_reload() {
    let site = Site::start();
    let page = saved_plan(&site);
    page.reload();
    wait_until_it_says(&page, "File up to date");
    page.field("Title of the plan").enter("North and west");
    wait_until_it_says(&page, "Unsaved to file since ");
    wait_until_saved(&page);
    page.reload();
    wait_until_it_says(&page, "Unsaved to file since ");
    page.press("Save file");
    wait_until_on_disk(&page, NAME, "North and west");
    assert_eq!(page.times_asked_where_to_save(), 0);
}

#[test]
fn a_file_changed_by_others_is_not_overwritten_unasked() {
    let site = Site::start();
    let page = saved_plan(&site);
    page.field("Title of the plan").enter("Mine!");
    let theirs = page
        .on_disk(NAME)
        .expect("a file")
        .replace("North", "Thear");
    page.write_on_disk(NAME, &theirs);

    page.press("Save file");
    page.find("heading", &format!("{NAME} has changed"));
    assert_eq!(page.on_disk(NAME).as_deref(), Some(theirs.as_str()));
    page.press("Close");
    assert_eq!(page.on_disk(NAME).as_deref(), Some(theirs.as_str()));

    page.press("Save file");
    page.press("Open what is in the file");
    page.field("Title of the plan").wait_for("Thear");
    page.press("Back to the plan before");
    page.field("Title of the plan").wait_for("Mine!");

    page.press("Save file");
    page.press("Replace what is in the file");
    wait_until_on_disk(&page, NAME, "Mine!");
}

#[test]
fn a_file_that_is_gone_is_said_and_the_plan_saved_elsewhere() {
    let site = Site::start();
    let page = saved_plan(&site);
    page.remove_from_disk(NAME);
    page.field("Title of the plan").enter("Homeless");
    page.press("Save file");
    page.find("heading", &format!("{NAME} is gone"));
    page.will_save_as("found.plumbline.json");
    page.press("Save to another file");
    wait_until_on_disk(&page, "found.plumbline.json", "Homeless");
    wait_until_it_says(&page, "File up to date");
}

#[test]
fn files_used_before_are_offered_again() {
    let site = Site::start();
    let page = saved_plan(&site);
    page.write_on_disk("other.plumbline.json", &page.on_disk(NAME).expect("a file"));
    page.reload();
    page.field("Title of the plan").enter("Another plan");
    page.press("Open file");
    page.press(NAME);
    page.field("Title of the plan").wait_for("North");
    wait_until_it_says(&page, "File up to date");

    // Gone files are said to be gone, and offered no more.
    page.press("Open file");
    page.will_pick("other.plumbline.json");
    page.press("Choose a file");
    wait_until_it_says(&page, "Opened other.plumbline.json.");
    page.remove_from_disk(NAME);
    page.press("Open file");
    page.press(NAME);
    wait_until_it_says(&page, "It is no longer where it was");
    page.press("Close");
    page.press("Open file");
    page.find("button", "other.plumbline.json");
    assert!(!page.has("button", NAME));
}

/// Case 35: what was cancelled, or failed half way, has changed nothing.
#[test]
fn an_opening_that_is_cancelled_or_fails_changes_nothing() {
    let site = Site::start();
    let page = Page::at(&site).with_disk().open();
    page.press(BLANK);
    page.field("Title of the plan").enter("Here to stay");
    page.press("Open file");
    wait_until_saved(&page);
    assert_eq!(page.field("Title of the plan").value(), "Here to stay");
    assert_eq!(page.read("alert"), "");

    page.write_on_disk("half.json", "{\"format\": \"plumbline-plan\", \"format_ver");
    page.will_pick("half.json");
    page.press("Open file");
    wait_until_it_says(&page, "The plan on screen is as it was.");
    page.press("Close");
    assert_eq!(page.field("Title of the plan").value(), "Here to stay");
    page.press("Undo");
    page.field("Title of the plan").wait_for("");
}

/// Case 36: opening a file is one step, and one step back.
#[test]
fn opening_a_file_is_taken_back_in_one_step() {
    let site = Site::start();
    let page = saved_plan(&site);
    page.will_pick(NAME);
    page.press("New plan");
    page.field("Title of the plan").enter("South");
    page.press("Open file");
    page.press("Choose a file");
    page.field("Title of the plan").wait_for("North");
    page.press("Back to the plan before");
    page.field("Title of the plan").wait_for("South");
}

#[test]
fn a_file_is_opened_wherever_it_is_dropped() {
    let site = Site::start();
    let page = saved_plan(&site);
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("dropped.json");
    std::fs::write(&file, page.on_disk(NAME).expect("a file")).expect("a file can be written");
    for (x, y) in [(400, 400), (20, 880), (1270, 10)] {
        let elsewhere = Page::at(&site).open();
        elsewhere.find("button", FILE);
        elsewhere.drop_file_at(&file, x, y);
        elsewhere.field("Title of the plan").wait_for("North");
    }
    let in_the_library = Page::at(&site).open();
    in_the_library.find("link", LIBRARY).click();
    in_the_library.find("heading", LIBRARY);
    in_the_library.drop_file_at(&file, 400, 400);
    in_the_library.field("Title of the plan").wait_for("North");
}
