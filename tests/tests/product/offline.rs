//! After the first visit the workbook opens without a network; a new version is offered,
//! never forced, and never mixed with the old one.

use plumbline_tests::{Page, Site, wait_until};

use crate::chapters::{BLANK, wait_until_saved};

const NEW: &str = "A new version of Plumbline is ready";

#[test]
fn after_the_first_visit_the_workbook_needs_no_network() {
    let site = Site::start();
    let page = Page::at(&site).open();
    page.press(BLANK);
    page.field("Title of the plan").enter("On the train");
    wait_until_saved(&page);
    page.wait_until_kept();

    drop(site);
    page.reload();
    page.field("Title of the plan").wait_for("On the train");
    page.go_to("Team");
    page.field("Title of the plan").enter("On the train, on");
    wait_until_saved(&page);
    page.reload();
    page.field("Title of the plan").wait_for("On the train, on");
    // The computing of the verdict starts from the same files.
    page.go_to("Targets");
    page.field("Bookings target").enter("1,000");
}

/// Case 22: while somebody works, a new version is offered and nothing else happens, though
/// nothing of the old one is on the server any more; when it is taken up, the plan is there
/// with the last change, and every file is of the new one.
#[test]
fn a_new_version_is_offered_and_taken_up_without_losing_a_letter() {
    let site = Site::start();
    let old = site.publish_another_build("Plumbline of old");
    let page = Page::at(&site).open();
    page.press(BLANK);
    page.wait_until_kept();
    page.reload();
    assert_eq!(page.title(), "Plumbline of old");

    site.publish_as_built();
    page.field("Title of the plan").enter("Half a sen");
    page.look_for_a_new_version();
    wait_until("word of the new version", || {
        page.text().contains(NEW).then_some(())
    });
    assert_eq!(page.title(), "Plumbline of old");
    // Loaded again it is still the old one, from its own files.
    page.reload();
    assert_eq!(page.title(), "Plumbline of old");
    page.field("Title of the plan").wait_for("Half a sen");
    let parts = page.parts();
    assert!(parts.len() > 5, "{parts:?}");
    assert!(parts.iter().all(|part| old.contains(part)), "{parts:?}");

    page.field("Title of the plan").enter("Half a sentence");
    page.press("Use the new version");
    wait_until("the new version", || {
        (page.title() == "Plumbline").then_some(())
    });
    page.field("Title of the plan").wait_for("Half a sentence");
    assert!(!page.text().contains(NEW));
    let parts = page.parts();
    assert!(parts.len() > 5, "{parts:?}");
    assert!(!parts.iter().any(|part| old.contains(part)), "{parts:?}");
}

/// Case 24: where the browser refuses to keep the program, it works with a network.
#[test]
fn a_browser_that_keeps_no_program_works_online() {
    let site = Site::start();
    let page = Page::at(&site)
        .before_load(
            "ServiceWorkerContainer.prototype.register = async () => { throw new Error('no'); };",
        )
        .open();
    page.press(BLANK);
    page.field("Title of the plan").enter("Online");
    wait_until_saved(&page);
    page.reload();
    page.field("Title of the plan").wait_for("Online");
}

/// Case 23: a part that is gone after a new version was published has the page loaded once
/// more; a second time it is told.
#[test]
fn a_part_that_is_gone_for_a_moment_is_asked_for_once_more() {
    let site = Site::start();
    site.withhold(".wasm");
    let page = Page::at(&site).open();
    wait_until("the page of last resort", || {
        page.read("alert")
            .contains("Plumbline could not be loaded")
            .then_some(())
    });
    let asked = site
        .visits()
        .iter()
        .filter(|visit| visit.address == "/")
        .count();
    assert_eq!(asked, 2, "the page was asked for");
}
