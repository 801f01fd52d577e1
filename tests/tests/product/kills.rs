//! Cases 1, 2 and 16: the browser is killed at any moment of a save, again and again. What
//! the page has called saved is there afterwards, or something typed later; a version half
//! written is never opened, and nothing is ever asked of the user.

use std::env;

use plumbline_tests::{Page, Profile, Site, wait_until};

use crate::chapters::{BLANK, behind, wait_until_saved};

/// `cargo xtask soak` asks for many more.
fn kills() -> u32 {
    let asked = env::var("PLUMBLINE_KILLS").ok();
    asked.and_then(|text| text.parse().ok()).unwrap_or(2)
}

const TITLE: &str = "Title of the plan";

/// Somebody who comes back to the plan last seen with this number or a later one. Returns
/// the number found.
#[track_caller]
fn back(site: &Site, profile: &Profile, least: u32, most: u32) -> (Page, u32) {
    let page = Page::at(site).profile(profile).open();
    let found = wait_until("the plan after a kill", || {
        let title = page
            .has("navigation", "Chapters")
            .then(|| page.field(TITLE).value())?;
        title.strip_prefix("Version ")?.parse::<u32>().ok()
    });
    assert!(
        (least..=most).contains(&found),
        "version {found} after a kill; saved was {least}, typed {most}"
    );
    (page, found)
}

#[test]
fn what_was_called_saved_survives_every_kill() {
    let site = Site::start();
    let mut page = behind(&site, BLANK);
    let mut typed = 1;
    page.field(TITLE).enter("Version 1");
    wait_until_saved(&page);
    let (mut lost, mut later) = (0, 0);
    for kill in 0..kills() {
        let saved = typed;
        // From no edit after the save up to several in quick succession: each kill meets
        // another moment of the rhythm of saving.
        for _ in 0..=kill % 4 {
            typed += 1;
            page.field(TITLE).enter(&format!("Version {typed}"));
        }
        let profile = page.kill();
        let (again, found) = back(&site, &profile, saved, typed);
        page = again;
        lost += u32::from(found < typed);
        later += u32::from(found > saved);
        typed += 1;
        page.field(TITLE).enter(&format!("Version {typed}"));
        wait_until_saved(&page);
    }
    eprintln!(
        "{} times killed: the plan was there each time; {later} times with edits after the \
         last save, {lost} times without the very last one",
        kills()
    );
}
