//! Nothing leaves the machine: everything comes from the page's own address at the start,
//! and afterwards nothing is asked for at all.

use plumbline_tests::{Page, Site};

use crate::chapters::{BLANK, TITLES, behind, wait_until_saved};

/// Case 70.
#[test]
fn everything_comes_from_the_page_itself() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    let own = |address: &String| {
        address.starts_with(site.address())
            || address.starts_with("blob:")
            || address.starts_with("data:")
    };
    let requests = page.requests();
    assert!(
        requests.iter().any(|address| address.ends_with(".wasm")),
        "{requests:?}"
    );
    assert!(requests.iter().all(own), "{requests:?}");
}

/// Case 70.
#[test]
fn working_on_a_plan_asks_for_nothing_and_sends_nothing() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    wait_until_saved(&page);
    page.wait_until_kept();
    page.forget_record();
    let before = site.visits().len();

    page.field("Title of the plan").enter("A secret plan");
    page.go_to("Targets");
    page.field("Bookings target").enter("4,711,000");
    for chapter in TITLES {
        page.go_to(chapter);
    }
    page.choose("Appearance", "Dark");
    page.press("Undo");
    page.press("Save file");
    page.saved_file();
    wait_until_saved(&page);

    let to_memory = |address: &String| address.starts_with("blob:") || address.starts_with("data:");
    let requests: Vec<String> = page
        .requests()
        .into_iter()
        .filter(|address| !to_memory(address))
        .collect();
    assert_eq!(requests, [] as [String; 0], "asked for after the start");
    assert_eq!(
        site.visits()[before..],
        [],
        "arrived at the server after the start"
    );
    assert!(
        site.visits()
            .iter()
            .all(|visit| visit.method == "GET" && visit.body.is_empty())
    );
}

#[test]
fn the_page_runs_under_a_strict_policy_without_a_complaint() {
    let site = Site::start();
    let page = Page::at(&site).open();
    let policy = page
        .header("content-security-policy")
        .expect("the policy is sent as a header");
    for rule in [
        "default-src 'none'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "form-action 'none'",
    ] {
        assert!(policy.contains(rule), "{rule} in: {policy}");
    }
    assert!(
        !policy.contains("'unsafe-inline'") && !policy.contains("'unsafe-eval'"),
        "{policy}"
    );
    assert_eq!(
        page.header("x-content-type-options").as_deref(),
        Some("nosniff")
    );
    assert_eq!(
        page.header("referrer-policy").as_deref(),
        Some("no-referrer")
    );

    page.press(BLANK);
    for chapter in TITLES {
        page.go_to(chapter);
    }
    assert_eq!(page.complaints(), [], "the console");
}
