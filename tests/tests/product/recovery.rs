//! When the program fails or does not load, the page says so in plain words and hands over
//! the saved plan.

use plumbline_tests::{Key, Page, Site, wait_until};

use crate::chapters::{BLANK, FILE, wait_until_saved};

/// From the press of F8 on, the browser once fails to make an element: the program has no
/// answer to that and stops.
const FAILS_AFTER_F8: &str = r#"
{
  let fails = false;
  addEventListener("keydown", (event) => { fails ||= event.key === "F8"; }, true);
  for (const name of ["createElement", "createElementNS"]) {
    const made = Document.prototype[name];
    Document.prototype[name] = function (...given) {
      if (fails) {
        fails = false;
        throw new Error("the browser is out of elements");
      }
      return made.apply(this, given);
    };
  }
}
"#;

/// Case 77.
#[test]
fn a_program_that_stops_hands_over_the_saved_plan() {
    let site = Site::start();
    let page = Page::at(&site).before_load(FAILS_AFTER_F8).open();
    page.press(BLANK);
    page.field("Title of the plan")
        .enter("Kept through the fall");
    wait_until_saved(&page);
    page.press_key(&[], Key::F8);
    page.press("Earlier versions");

    wait_for_alert(&page, "Plumbline has stopped");
    wait_until("word of the saved plan", || {
        page.text()
            .contains("“Kept through the fall”")
            .then_some(())
    });
    assert_hands_over(&page, &site, "Kept through the fall");

    page.press("Reload");
    page.field("Title of the plan")
        .wait_for("Kept through the fall");
}

#[test]
fn a_program_that_does_not_arrive_is_told_and_the_saved_plan_handed_over() {
    let site = Site::start();
    let page = Page::at(&site).open();
    page.press(BLANK);
    page.field("Title of the plan").enter("From a better day");
    wait_until_saved(&page);

    site.withhold(".wasm");
    page.forget_files();
    page.reload();
    wait_for_alert(&page, "Plumbline could not be loaded");
    assert_hands_over(&page, &site, "From a better day");
}

#[test]
fn a_first_visitor_is_told_that_there_is_no_plan() {
    let site = Site::start();
    site.withhold(".wasm");
    let page = Page::at(&site).open();
    wait_for_alert(&page, "Plumbline could not be loaded");
    wait_until("word that there is no plan", || {
        page.text()
            .contains("There is no saved plan in this browser")
            .then_some(())
    });
    assert!(!page.has("button", "Download the plan"));
    assert_eq!(
        page.barriers(),
        [] as [String; 0],
        "barriers on the recovery page"
    );
}

#[track_caller]
fn wait_for_alert(page: &Page, words: &str) {
    wait_until(&format!("{words:?} in an alert"), || {
        page.read("alert").contains(words).then_some(())
    });
}

/// The downloaded file opens as the plan it was.
#[track_caller]
fn assert_hands_over(page: &Page, site: &Site, title: &str) {
    page.press("Download the plan");
    let file = page.saved_file();
    let well = Site::start();
    let elsewhere = Page::at(&well).open();
    elsewhere.pick_file(FILE, &file);
    elsewhere.field("Title of the plan").wait_for(title);
    assert_ne!(well.address(), site.address());
}
