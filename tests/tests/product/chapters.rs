//! The chapters and the ways into them: what several promises walk through.

use plumbline_tests::{Appearance, Page, Profile, Site};

/// The chapters' titles, in order.
pub(crate) const TITLES: [&str; 12] = [
    "Foundation",
    "Market",
    "Offer",
    "Process",
    "Team",
    "Compensation",
    "Targets",
    "Pipeline",
    "Rhythm",
    "Scorecard",
    "Reality check",
    "Review",
];

/// The first door.
pub(crate) const BLANK: &str = "Start a blank plan";
/// The second door.
pub(crate) const SAMPLE: &str = "Look at the worked sample";
/// The third door.
pub(crate) const FILE: &str = "Open a plan file";

/// A first visitor behind a door.
#[track_caller]
pub(crate) fn behind(site: &Site, door: &str) -> Page {
    let page = Page::at(site).open();
    page.press(door);
    page.find("navigation", "Chapters");
    page
}

/// The same on a device set to light or dark, in a window of a certain width.
#[track_caller]
pub(crate) fn first_visit(site: &Site, appearance: Appearance, width: u32) -> Page {
    Page::at(site)
        .appearance(appearance)
        .size(width, 900)
        .open()
}

/// Somebody who comes back.
#[track_caller]
pub(crate) fn back_again(site: &Site, profile: &Profile) -> Page {
    let page = Page::at(site).profile(profile).open();
    page.find("navigation", "Chapters");
    page
}

/// Waits until the page says that everything is saved.
#[track_caller]
pub(crate) fn wait_until_saved(page: &Page) {
    plumbline_tests::wait_until("the words \"Saved\" and a time", || {
        let said = page.read("status");
        said.lines()
            .any(|line| line.starts_with("Saved ") && line.contains(':'))
            .then_some(())
    });
}
