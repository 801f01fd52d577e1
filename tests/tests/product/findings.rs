//! What a good coach would say: beside every chapter, in the review, set aside with a reason.

use plumbline_tests::{Page, Site, wait_until};

use crate::chapters::{SAMPLE, behind, wait_until_saved};

const FINDING: &str = "Deals beyond their cut-off";

#[track_caller]
fn wait_until_gone(page: &Page, title: &str) {
    wait_until(&format!("{title:?} to be gone"), || {
        (!page.has("article", title)).then_some(())
    });
}

#[test]
fn the_margin_names_the_findings_worth_most_and_leads_to_all() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.find("heading", "Worth changing first");
    let all = wait_until("the number of findings", || {
        let links = page.names("link");
        links
            .into_iter()
            .find(|name| name.starts_with("All findings"))
    });
    page.find("link", &all).click();
    page.find("heading", "Findings");
    let ways = page.names("DisclosureTriangle");
    let to_set_aside = ways.iter().filter(|name| name.starts_with("Not for us"));
    assert_eq!(
        to_set_aside.count().to_string(),
        all.trim_start_matches("All findings (")
            .trim_end_matches(')'),
    );
}

#[test]
fn a_finding_is_set_aside_with_the_reason_and_stays_so() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.go_to("Review");
    page.find("article", FINDING);
    let reason = format!("Why “{FINDING}” is not for us");
    page.unfold(&format!("Not for us, because … {FINDING}"));
    page.field(&reason).type_in("The customer asked for time");
    page.press(&format!("Set aside: {FINDING}"));
    wait_until_gone(&page, FINDING);
    page.field("Why it does not apply")
        .wait_for("The customer asked for time");
    wait_until_saved(&page);
    page.reload();
    page.field("Why it does not apply")
        .wait_for("The customer asked for time");
    page.find("article", "Deals nobody scored");
    assert!(!page.has("article", FINDING));
}

#[test]
fn a_change_that_can_be_made_as_it_stands_is_one_click_and_can_be_undone() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.go_to("Review");
    page.press(&format!("Make this change: {FINDING}"));
    wait_until_gone(&page, FINDING);
    page.press("Undo");
    page.find("article", FINDING);
}
