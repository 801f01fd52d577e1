//! Everything fits at every width, light and dark; and pictures of it all to look at, in
//! `target/screenshots`.

use plumbline_tests::{Appearance, Page, Site, wait_until};

use crate::chapters::{SAMPLE, TITLES, first_visit};

#[test]
fn everything_fits_on_a_phone() {
    check(390);
}

#[test]
fn everything_fits_on_a_laptop() {
    check(1280);
}

#[test]
fn everything_fits_on_a_projector() {
    check(1920);
}

/// Looks at the doors and every chapter of the sample, in light and in dark, and tells all
/// misfits at once.
#[track_caller]
fn check(width: u32) {
    let site = Site::start();
    let page = first_visit(&site, Appearance::Light, width);
    let mut misfits = look(&page, "Doors", width);
    page.press(SAMPLE);
    page.press("Dismiss");
    settle(&page, width);
    for chapter in TITLES {
        page.go_to(chapter);
        misfits.extend(look(&page, chapter, width));
    }
    bring_near_target(&page, width);
    misfits.extend(look(&page, "Playbook near the target", width));
    assert!(misfits.is_empty(), "{width}:\n{}", misfits.join("\n"));
}

fn look(page: &Page, place: &str, width: u32) -> Vec<String> {
    let file = place.to_lowercase().replace(' ', "-");
    let mut misfits = Vec::new();
    for appearance in Appearance::BOTH {
        page.appear(appearance);
        let name = appearance.name();
        page.screenshot(&format!("{file}-{width}-{name}"));
        let found = page.misfits().into_iter();
        misfits.extend(found.map(|misfit| format!("{place}, {name}: {misfit}")));
    }
    misfits
}

/// Gives the sample a target at its middle outcome: words stand in the verdict's picture where
/// a figure was. Ends at the playbook, which shows that picture in more sizes than one.
#[track_caller]
fn bring_near_target(page: &Page, width: u32) {
    page.resize(1280, 900);
    page.go_to("Targets");
    page.field("Bookings target").type_in("1,150,000");
    wait_until("a target near the middle outcome", || {
        page.settled_verdict().line("near target").map(drop)
    });
    page.go_to("Playbook");
    page.resize(width, 900);
}

/// Waits for the settled verdict, which a narrow page shows only on demand.
#[track_caller]
fn settle(page: &Page, width: u32) {
    page.resize(1280, 900);
    page.settled_verdict();
    page.resize(width, 900);
}
