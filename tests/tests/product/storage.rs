//! What comes from other times of the browser's storage: plans kept by an older program, a
//! newer program in another tab, plans thrown away, storage that does not answer.

use plumbline_tests::{Page, Site, wait_until};

use crate::chapters::{BLANK, behind, wait_until_saved};

const TITLE: &str = "Title of the plan";

#[track_caller]
fn saved_plan(site: &Site, title: &str) -> Page {
    let page = behind(site, BLANK);
    page.field(TITLE).enter(title);
    wait_until_saved(&page);
    page
}

/// A plan kept by version 0.1 opens, goes on, and is itself the first of its versions. Case
/// 18: while a tab with that program is open it holds the storage; that is said, and the page
/// goes on by itself once the tab is closed.
#[test]
fn a_plan_kept_by_version_0_1_goes_on() {
    let site = Site::start();
    let page = saved_plan(&site, "From the old days");
    let older = page.tab();
    page.keep_as_version_0_1();
    let newer = page.begin_another_tab();
    wait_until("word of the tab that holds the storage", || {
        let said = page.read("status");
        said.contains("Another tab holds an older Plumbline open")
            .then_some(())
    });
    page.go_to_tab(&older);
    page.close_tab(&newer);
    page.field(TITLE).wait_for("From the old days");
    page.field(TITLE).enter("From today");
    wait_until_saved(&page);
    page.reload();
    page.field(TITLE).wait_for("From today");
    page.press("Earlier versions");
    wait_until("an earlier version to go back to", || {
        let buttons = page.names("button");
        buttons
            .iter()
            .any(|name| name.starts_with("Go back to"))
            .then_some(())
    });
}

/// Case 17: when a newer program changes the storage, the old tab stops saving, says so,
/// and the plan can be saved as a file. Case 19: an older program that meets newer storage
/// changes nothing and hands the plan over.
#[test]
fn a_newer_program_stops_this_one_and_nothing_is_lost() {
    let site = Site::start();
    let page = saved_plan(&site, "Before the update");
    page.let_a_newer_program_in();
    page.field(TITLE).enter("After the update");
    wait_until("word of the newer program", || {
        page.read("status")
            .contains("a newer version of Plumbline is in use")
            .then_some(())
    });
    page.press("Save file");
    let file = page.saved_file();
    let saved = std::fs::read_to_string(file).expect("the file can be read");
    assert!(saved.contains("After the update"), "{saved}");

    // The page asks before it goes: what is on it is saved only as a file.
    page.reload();
    wait_until("word that a newer program has been here", || {
        page.read("alert")
            .contains("A newer Plumbline has saved this plan")
            .then_some(())
    });
    page.press("Download the plan");
    let kept = std::fs::read_to_string(page.saved_file()).expect("the file can be read");
    assert!(kept.contains("Before the update"), "{kept}");
}

/// Case 9: a visitor whose plans the browser has thrown away is no newcomer.
#[test]
fn plans_thrown_away_are_missed() {
    let site = Site::start();
    let page = saved_plan(&site, "Soon gone");
    page.evict_storage();
    wait_until("word that the plan was removed", || {
        page.text()
            .contains("this browser has removed it")
            .then_some(())
    });
    page.find("button", BLANK);
}

/// Case 5: storage that does not answer is told after a while, and nothing is opened in
/// the plan's place.
#[test]
fn storage_that_does_not_answer_is_told() {
    let site = Site::start();
    let page = Page::at(&site)
        .before_load("IDBFactory.prototype.open = function () { return new EventTarget(); };")
        .open();
    wait_until("word that storage does not answer", || {
        page.read("alert").contains("does not answer").then_some(())
    });
    assert!(!page.has("button", BLANK), "no new plan in its place");
}
