//! Everybody can use it: no barrier that axe-core knows on any page, light or dark, and
//! everything within reach of the keyboard.

use plumbline_tests::{Appearance, Focus, Key, Page, Site};

use crate::chapters::{BLANK, SAMPLE, TITLES, behind, first_visit};

#[track_caller]
fn assert_no_barrier(page: &Page, place: &str) {
    let barriers = page.barriers();
    assert!(barriers.is_empty(), "{place}:\n  {}", barriers.join("\n  "));
}

#[test]
fn the_three_doors_have_no_barrier() {
    let site = Site::start();
    let page = first_visit(&site, Appearance::Light, 1280);
    for appearance in Appearance::BOTH {
        page.appear(appearance);
        assert_no_barrier(&page, appearance.name());
    }
}

#[test]
fn no_chapter_of_the_sample_has_a_barrier() {
    check_every_chapter(SAMPLE);
}

#[test]
fn no_chapter_of_a_blank_plan_has_a_barrier() {
    check_every_chapter(BLANK);
}

#[test]
fn an_appearance_chosen_on_the_page_has_no_barrier() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    for choice in ["Dark", "Light"] {
        page.choose("Appearance", choice);
        assert_no_barrier(&page, choice);
    }
}

/// Looks at every chapter, in light and in dark, and tells all barriers at once.
#[track_caller]
fn check_every_chapter(door: &str) {
    let site = Site::start();
    let page = first_visit(&site, Appearance::Light, 1280);
    page.press(door);
    let mut barriers = Vec::new();
    for chapter in TITLES {
        page.go_to(chapter);
        for appearance in Appearance::BOTH {
            page.appear(appearance);
            let here = page.barriers().into_iter();
            let name = appearance.name();
            barriers.extend(here.map(|barrier| format!("{chapter}, {name}: {barrier}")));
        }
    }
    assert!(barriers.is_empty(), "{}", barriers.join("\n"));
}

#[test]
fn the_keyboard_reaches_the_skip_link_first_and_skips_to_the_chapter() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.reload();
    page.press_key(&[], Key::Tab);
    assert_eq!(
        page.focus(),
        Focus {
            role: "link".into(),
            name: "Skip to the chapter".into()
        }
    );
    page.press_key(&[], Key::Enter);
    page.press_key(&[], Key::Tab);
    let focus = page.focus();
    let before_the_chapter = [
        "Title of the plan",
        "Undo",
        "Redo",
        "New plan",
        "Open file",
        "Save file",
        "Appearance",
    ];
    assert!(
        !before_the_chapter.contains(&focus.name.as_str()),
        "still before the chapter: {focus:?}"
    );
    assert!(
        !TITLES.iter().any(|title| focus.name.starts_with(title)),
        "in the chapters: {focus:?}"
    );
}

#[test]
fn the_keyboard_alone_writes_a_target() {
    let site = Site::start();
    let page = Page::at(&site).open();
    tab_to(&page, "button", BLANK);
    page.press_key(&[], Key::Enter);
    page.find("navigation", "Chapters");
    for chapter in TITLES {
        tab_to(&page, "link", chapter);
    }
    // Back from the last chapter to the one with the target.
    while !page.focus().name.starts_with("Targets") {
        page.press_key(&[Key::Shift], Key::Tab);
    }
    page.press_key(&[], Key::Enter);
    tab_to(&page, "textbox", "Bookings target");
    for digit in "1.2m".chars() {
        page.press_key(&[], digit);
    }
    page.press_key(&[], Key::Tab);
    page.field("Bookings target").wait_for("1,200,000");
}

#[test]
fn what_has_the_focus_is_never_hidden() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.press("Dismiss");
    page.go_to("Targets");
    for held in [vec![], vec![Key::Shift]] {
        let mut hidden = Vec::new();
        for _ in 0..40 {
            page.press_key(&held, Key::Tab);
            hidden.extend(page.hidden_focus());
        }
        assert_eq!(hidden, [] as [String; 0], "with {held:?} and Tab");
    }
}

/// Goes on with Tab until this has the focus.
#[track_caller]
pub(crate) fn tab_to(page: &Page, role: &str, name: &str) {
    let mut seen = Vec::new();
    while seen.len() < 80 {
        let focus = page.focus();
        if focus.role == role && focus.name.starts_with(name) {
            return;
        }
        seen.push(focus.name);
        page.press_key(&[], Key::Tab);
    }
    panic!("Tab does not reach {role} {name:?}: {seen:?}");
}
