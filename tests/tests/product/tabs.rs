//! The same plan in two tabs: one writes, the other follows and can take over; there are
//! never two writers, and what either saved stays.

use plumbline_tests::{Page, Site, Tab, wait_until};

use crate::chapters::{BLANK, back_again, behind, wait_until_saved};

const TITLE: &str = "Title of the plan";
const FOLLOWS: &str = "This plan is open in another tab";

/// A blank plan, saved, open in two tabs; the second is worked in.
#[track_caller]
fn two_tabs(site: &Site) -> (Page, Tab, Tab) {
    let page = behind(site, BLANK);
    page.field(TITLE).enter("From the first tab");
    wait_until_saved(&page);
    let first = page.tab();
    let second = page.open_another_tab();
    page.find("navigation", "Chapters");
    (page, first, second)
}

#[track_caller]
fn wait_until_told(page: &Page, words: &str) {
    wait_until(&format!("{words:?} beside the plan"), || {
        page.read("status").contains(words).then_some(())
    });
}

#[track_caller]
fn wait_until_writable(page: &Page) {
    wait_until("a plan that can be changed", || {
        page.can_be_changed(TITLE).then_some(())
    });
}

/// Cases 14 and 11 of two tabs: the second says that it follows, shows what is typed in
/// the first, and cannot be typed in until it takes over; then the first follows.
#[test]
fn the_second_tab_follows_live_and_takes_over() {
    let site = Site::start();
    let (page, first, second) = two_tabs(&site);
    wait_until_told(&page, FOLLOWS);
    assert!(!page.can_be_changed(TITLE), "the second tab only reads");
    page.field(TITLE).wait_for("From the first tab");

    page.go_to_tab(&first);
    page.field(TITLE).enter("Typed while the other looks on");
    page.go_to_tab(&second);
    page.field(TITLE).wait_for("Typed while the other looks on");

    page.press("Take over");
    wait_until_writable(&page);
    page.field(TITLE).enter("Typed after taking over");
    wait_until_saved(&page);
    page.go_to_tab(&first);
    page.field(TITLE).wait_for("Typed after taking over");
    wait_until_told(&page, FOLLOWS);
    assert!(!page.can_be_changed(TITLE), "the first tab only reads now");
}

/// Case 15: a frozen tab is taken over from, and when it wakes it follows; what it typed
/// last is among the earlier versions.
#[test]
fn a_frozen_writer_is_taken_over_from_and_follows_when_it_wakes() {
    let site = Site::start();
    let (page, first, second) = two_tabs(&site);
    wait_until_told(&page, FOLLOWS);
    page.go_to_tab(&first);
    page.freeze_tab(&second);
    wait_until_told(&page, "which does not answer");
    page.press("Take over");
    wait_until_writable(&page);
    page.field(TITLE).enter("Taken from a frozen tab");
    wait_until_saved(&page);

    page.go_to_tab(&first);
    page.wake_tab();
    page.field(TITLE).wait_for("Taken from a frozen tab");
    wait_until_told(&page, FOLLOWS);
}

/// Case 16: when the tab that writes crashes, the other goes on by itself.
#[test]
fn another_tab_goes_on_when_the_writer_crashes() {
    let site = Site::start();
    let (page, first, second) = two_tabs(&site);
    wait_until_told(&page, FOLLOWS);
    page.go_to_tab(&first);
    page.crash_tab(&second);
    wait_until_writable(&page);
    page.field(TITLE).enter("From the one that is left");
    wait_until_saved(&page);
}

/// Case 14, in a browser without locks and channels: of two tabs that type at once one is
/// told, and what it typed can be kept as a copy.
#[test]
fn without_locks_the_tab_that_comes_second_is_told_and_keeps_its_text() {
    let site = Site::start();
    let page = Page::at(&site)
        .before_load(
            "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });\n\
             delete globalThis.BroadcastChannel;",
        )
        .open();
    page.press(BLANK);
    page.field(TITLE).enter("Before both");
    wait_until_saved(&page);
    let first = page.tab();
    let second = page.open_another_tab();
    page.field(TITLE).enter("From the second");
    wait_until_saved(&page);
    page.go_to_tab(&first);
    page.field(TITLE).enter("From the first");
    wait_until_told(&page, "another tab has saved this plan");
    page.press("Keep as a copy");
    wait_until_saved(&page);
    page.go_to_tab(&second);
    page.field(TITLE).wait_for("From the second");

    page.press("Plans on this machine");
    for title in ["From the first", "From the second"] {
        page.find("button", title);
    }
}

/// A tab that is loaded again goes on with its own plan, not the one opened last elsewhere.
#[test]
fn each_tab_keeps_its_plan() {
    let site = Site::start();
    let (page, first, _) = two_tabs(&site);
    page.press("New plan");
    page.field(TITLE).enter("Another plan");
    wait_until_saved(&page);
    page.go_to_tab(&first);
    page.reload();
    page.field(TITLE).wait_for("From the first tab");
    wait_until_writable(&page);
    let profile = page.kill();
    back_again(&site, &profile);
}
