//! A file that is no good plan is refused in clear words that name it; the plan on the
//! screen stays as it is, and the page goes on working.

use std::{fs, path::PathBuf};

use plumbline_tests::{Page, Site, wait_until};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::chapters::{BLANK, behind};

#[test]
fn a_file_that_is_not_json_is_refused() {
    let bad = BadFile::new("shopping list.json", "eggs\nmilk\n");
    bad.is_refused(&["It is not a plan file", "line 1"]);
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let whole = a_good_plan().to_string();
    let bad = BadFile::new("cut-off.plumbline.json", &whole[..whole.len() / 2]);
    bad.is_refused(&["It is not a plan file, or was cut off"]);
}

#[test]
fn json_that_is_not_a_plan_is_refused() {
    let bad = BadFile::new("settings.json", r#"{"theme": "dark", "size": [1, 2]}"#);
    bad.is_refused(&["It is a JSON file, but not a plan"]);
}

#[test]
fn a_plan_of_a_newer_version_is_refused() {
    let mut plan = a_good_plan();
    plan["format_version"] = json!(999);
    let bad = BadFile::new("from-tomorrow.plumbline.json", &plan.to_string());
    bad.is_refused(&["newer version of Plumbline", "999"]);
}

#[test]
fn a_plan_with_an_invalid_value_is_refused() {
    let mut plan = a_good_plan();
    plan["plan"]["targets"]["goal"] = json!(7);
    let bad = BadFile::new("impossible.plumbline.json", &plan.to_string());
    bad.is_refused(&["targets/goal", "does not fit"]);
}

#[test]
fn a_picture_is_refused() {
    let bad = BadFile::of_bytes(
        "logo.png.json",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe",
    );
    bad.is_refused(&["It is not a text file"]);
}

fn a_good_plan() -> Value {
    let period = json!({ "start": "2027-01", "months": 12 });
    json!({
        "format": "plumbline-plan", "format_version": 1,
        "plan": { "targets": { "period": period } },
    })
}

struct BadFile {
    file: PathBuf,
    name: &'static str,
    _folder: TempDir,
}

impl BadFile {
    fn new(name: &'static str, content: &str) -> Self {
        Self::of_bytes(name, content.as_bytes())
    }

    fn of_bytes(name: &'static str, content: &[u8]) -> Self {
        let folder = TempDir::new().expect("a temporary folder can be made");
        let file = folder.path().join(name);
        fs::write(&file, content).expect("a file can be written");
        Self {
            file,
            name,
            _folder: folder,
        }
    }

    /// Both ways in: the picker and the drop.
    #[track_caller]
    fn is_refused(&self, words: &[&str]) {
        let site = Site::start();
        let page = behind(&site, BLANK);
        page.go_to("Targets");
        page.field("Bookings target").enter("750k");
        page.pick_file("Open file", &self.file);
        self.was_refused_on(&page, words);
        page.drop_file(&self.file);
        self.was_refused_on(&page, words);

        page.field("Bookings target").enter("800k");
        page.field("Bookings target").wait_for("800,000");
        assert_eq!(page.complaints(), [], "the console");
    }

    #[track_caller]
    fn was_refused_on(&self, page: &Page, words: &[&str]) {
        let title = format!("{} was not opened", self.name);
        let said = wait_until(&format!("{title:?} in an alert"), || {
            Some(page.read("alert")).filter(|said| said.contains(&title))
        });
        for words in words.iter().chain(&["The plan on screen is as it was"]) {
            assert!(said.contains(words), "no {words:?} in: {said}");
        }
        page.press("Close");
        wait_until("the end of the message", || {
            page.read("alert").trim().is_empty().then_some(())
        });
        assert_eq!(page.field("Bookings target").value(), "750,000");
    }
}
