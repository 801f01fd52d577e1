//! Everything fits at every width, light and dark; and pictures of it all to look at, in
//! `target/screenshots`.

use plumbline_tests::{Appearance, Page, Site};

use crate::chapters::{SAMPLE, TITLES, first_visit};

#[test]
fn everything_fits_on_a_phone_in_light() {
    check(390, Appearance::Light);
}

#[test]
fn everything_fits_on_a_phone_in_dark() {
    check(390, Appearance::Dark);
}

#[test]
fn everything_fits_on_a_laptop_in_light() {
    check(1280, Appearance::Light);
}

#[test]
fn everything_fits_on_a_laptop_in_dark() {
    check(1280, Appearance::Dark);
}

#[test]
fn everything_fits_on_a_projector_in_light() {
    check(1920, Appearance::Light);
}

#[test]
fn everything_fits_on_a_projector_in_dark() {
    check(1920, Appearance::Dark);
}

/// Looks at the doors and every chapter of the sample, and tells all misfits at once.
#[track_caller]
fn check(width: u32, appearance: Appearance) {
    let site = Site::start();
    let page = first_visit(&site, appearance, width);
    let mut misfits = Vec::new();
    let mut look = |place: &str| {
        let name = place.to_lowercase().replace(' ', "-");
        page.screenshot(&format!("{name}-{width}-{}", appearance.name()));
        misfits.extend(
            page.misfits()
                .into_iter()
                .map(|misfit| format!("{place}: {misfit}")),
        );
    };
    look("Doors");
    page.press(SAMPLE);
    page.press("Dismiss");
    settle(&page, width);
    for chapter in TITLES {
        page.go_to(chapter);
        look(chapter);
    }
    assert!(
        misfits.is_empty(),
        "{width} {}:\n{}",
        appearance.name(),
        misfits.join("\n")
    );
}

/// Waits for the settled verdict, which a narrow page shows only on demand.
#[track_caller]
fn settle(page: &Page, width: u32) {
    page.resize(1280, 900);
    page.settled_verdict();
    page.resize(width, 900);
}
