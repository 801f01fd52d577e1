//! Whoever reads the page, however: enlarged four times, in their own colours, without
//! motion, on paper, in another language of numbers, with a plan of two hundred reps.

use std::{fs, path::PathBuf};

use plumbline_tests::{Page, Site, wait_until};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::chapters::{SAMPLE, TITLES, behind, wait_until_saved};

/// Cases 81 and 82.
#[test]
fn the_page_is_read_enlarged_in_the_readers_colours_and_without_motion() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.settled_verdict();
    page.press("Dismiss");
    let mut found = Vec::new();
    for chapter in TITLES {
        page.go_to(chapter);
        // A window of 1280 pixels at 400%.
        page.resize(320, 256);
        page.show_as("screen", &[("prefers-reduced-motion", "reduce")]);
        found.extend(page.misfits());
        found.extend(page.moving());
        page.resize(1280, 900);
        for scheme in ["light", "dark"] {
            let forced = [
                ("forced-colors", "active"),
                ("prefers-color-scheme", scheme),
                ("prefers-reduced-motion", "reduce"),
            ];
            page.show_as("screen", &forced);
            found.extend(page.unseen_in_charts());
        }
        page.show_as("screen", &[("prefers-reduced-motion", "reduce")]);
        assert!(found.is_empty(), "{chapter}:\n{}", found.join("\n"));
    }
    // Else nothing was looked at.
    page.show_as("screen", &[("prefers-reduced-motion", "no-preference")]);
    assert!(!page.moving().is_empty(), "nothing moves for anybody");
}

/// Case 84: the language of numbers changes in the middle of an edit; what was typed counts
/// as it was begun, and is written the other way once the page is loaded again.
#[test]
fn another_language_of_numbers_changes_no_value() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.go_to("Targets");
    page.field("Bookings target").type_in("1,234,500");
    page.speak("de-DE");
    page.go_to("Team");
    page.go_to("Targets");
    page.field("Bookings target").wait_for("1,234,500");
    wait_until_saved(&page);
    page.reload();
    page.go_to("Targets");
    page.field("Bookings target").wait_for("1.234.500");
}

/// The sample's file with so many reps and open deals.
fn with_rows(folder: &TempDir, sample: &Value, rows: usize) -> PathBuf {
    let mut plan = sample.clone();
    for list in ["/plan/team/reps", "/plan/pipeline/deals"] {
        let list = plan.pointer_mut(list).and_then(Value::as_array_mut);
        let list = list.expect("the sample has reps and deals");
        let first = list.first().cloned().expect("one of them");
        list.clear();
        list.extend((0..rows).map(|row| {
            let mut item = first.clone();
            item["id"] = json!(format!("row-{row}"));
            item["name"] = json!(format!("Row {row}"));
            if item["owner"].is_string() {
                item["owner"] = item["id"].clone();
            }
            item
        }));
    }
    let file = folder.path().join(format!("{rows} rows.plumbline.json"));
    fs::write(&file, plan.to_string()).expect("a file can be written");
    file
}

/// As many reps as no firm of its users has.
const MANY: usize = 200;

/// Cases 83 and 85: no table is cut on paper, whether it has no row, one, or two hundred;
/// and with two hundred reps the page takes what is typed. How long that takes is printed,
/// not judged: this machine is not theirs.
#[test]
fn a_plan_of_no_row_one_or_two_hundred_is_printed_whole_and_typed_in() {
    let site = Site::start();
    let page = Page::at(&site).watching_tasks().open();
    page.press(SAMPLE);
    page.find("navigation", "Chapters");
    page.press("Save file");
    let sample = fs::read_to_string(page.saved_file()).expect("a text");
    let sample: Value = serde_json::from_str(&sample).expect("JSON");
    let folder = tempfile::tempdir().expect("a folder");
    // Found now, while looking for it takes no time.
    let (title, mut longest) = (page.field("Title of the plan"), 0.0);
    for rows in [0, 1, MANY] {
        page.pick_file("Open file", &with_rows(&folder, &sample, rows));
        let opened = format!("Row {}", rows.max(1) - 1);
        page.go_by_words_to("Team");
        wait_until(&format!("the plan of {rows} rows"), || {
            (page.has_text_field_with(&opened) == (rows > 0)).then_some(())
        });
        if rows == MANY {
            let _ = page.longest_task();
            title.enter("Two hundred");
            longest = page.longest_task();
        }
        for place in ["Team", "Playbook"] {
            page.go_by_words_to(place);
            // The width of A4 between its margins.
            page.resize(665, 900);
            page.show_as("print", &[]);
            let cut = page.cut_on_paper();
            assert!(cut.is_empty(), "{place}, {rows} rows:\n{}", cut.join("\n"));
            page.show_as("screen", &[]);
            page.resize(1280, 900);
        }
    }
    page.go_to("Targets");
    let _ = page.longest_task();
    page.field("Bookings target").enter("9,876,000");
    let target = page.longest_task();
    page.field("Bookings target").wait_for("9,876,000");
    page.settled_verdict();
    eprintln!(
        "200 reps: longest task while typing a title {longest:.0} ms, a target {target:.0} ms"
    );
    assert_eq!(page.complaints(), [], "the console");
}
