//! A plan is handed on as a link, as a locked file, as a workbook of one file; whoever gets
//! it opens a copy, after being asked.

use std::{fs, path::Path};

use plumbline_tests::{Page, Site, wait_until};

use crate::{
    chapters::{BLANK, FILE, behind, wait_until_saved},
    deals::{Export, go_to_deals, import},
};

const TITLE: &str = "Title of the plan";
const LINK: &str = "Link to a copy of this plan";
const ARRIVED: &str = "Open the plan in this link?";
const IN_FILE: &str = "Keep these deals in the plan's file";
const NUMBERED: &str = "Numbers stand in place of names";
const DECIDED: &str = "120 won of 200 decided";

#[track_caller]
fn wait_until_it_says(page: &Page, words: &str) {
    wait_until(&format!("the words \"{words}\""), || {
        page.text().contains(words).then_some(())
    });
}

/// Cases 68 and 69.
#[test]
fn a_link_carries_the_plan_to_who_agrees_to_open_it() {
    let site = Site::start();
    let page = behind(&site, "Look at the worked sample");
    page.field(TITLE).enter("By link <b> & \u{202e}more");
    page.press("Share");
    page.press("Make a link");
    let link = page.field(LINK).value();
    assert!(
        link.starts_with(&format!("{}#plan=1.", site.address())),
        "{link}"
    );
    assert!(link.len() < 32_000, "{}", link.len());

    // Nothing is opened unasked, and the link leaves the address at once.
    let other = behind(&site, BLANK);
    other.field(TITLE).enter("My own");
    wait_until_saved(&other);
    other.open_address(&link);
    other.find("heading", ARRIVED);
    assert!(!other.address().contains("plan="), "{}", other.address());
    other.press("Not now");
    other.field(TITLE).wait_for("My own");
    other.open_address(&link);
    other.press("Open a copy");
    other.field(TITLE).wait_for("By link <b> & \u{202e}more");
    other.press("Back to the plan before");
    other.field(TITLE).wait_for("My own");

    // Cut off on its way.
    other.open_address(&link[..link.len() - 20]);
    wait_until_it_says(&other, "The plan in the link was not opened");
    wait_until_it_says(&other, "The link is cut off");
    other.field(TITLE).wait_for("My own");
    let sent = site.visits();
    assert!(
        sent.iter().all(|visit| !visit.address.contains("plan")),
        "{sent:?}"
    );
}

#[test]
fn a_locked_file_opens_with_its_passphrase_alone_and_has_its_deals() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.field(TITLE).enter("Under lock");
    go_to_deals(&page);
    import(&page, &Export::new().file("deals.csv", "%Y-%m-%d"));
    page.find("checkbox", IN_FILE).click();
    page.press("Share");
    page.field("Passphrase").enter("short");
    page.field("Passphrase once more").enter("short");
    page.press("Save locked file");
    wait_until_it_says(&page, "Use 12 characters or more.");
    page.field("Passphrase").enter("correct horse battery");
    page.field("Passphrase once more")
        .enter("correct horse batterie");
    page.press("Save locked file");
    wait_until_it_says(&page, "The two passphrases are not the same.");
    page.field("Passphrase once more")
        .enter("correct horse battery");
    page.press("Save locked file");
    let file = page.saved_file();
    let text = fs::read_to_string(&file).expect("a text");
    assert!(
        file.to_string_lossy()
            .ends_with("Under lock.plumbline-locked.json")
    );
    assert!(
        text.contains("argon2id")
            && !["Under lock", "Ann Smith"]
                .iter()
                .any(|name| text.contains(name)),
        "{text}"
    );

    let other = Page::at(&site).open();
    other.pick_file(FILE, &file);
    other.field("Passphrase").enter("correct horse");
    other.press("Unlock");
    wait_until_it_says(&other, "That passphrase does not open this file.");
    other.field("Passphrase").enter("correct horse battery");
    other.press("Unlock");
    other.field(TITLE).wait_for("Under lock");
    go_to_deals(&other);
    wait_until_it_says(&other, DECIDED);
    wait_until_it_says(&other, "Ann Smith");
    assert_eq!(other.complaints(), [], "the console");
}

#[test]
fn a_workbook_of_one_file_opens_from_the_disk_works_and_saves_itself() {
    let site = Site::start();
    let page = behind(&site, "Look at the worked sample");
    page.field(TITLE).enter("Left </script> behind");
    go_to_deals(&page);
    import(&page, &Export::new().file("deals.csv", "%Y-%m-%d"));
    page.find("checkbox", IN_FILE).click();
    wait_until_saved(&page);
    page.press("Share");
    page.press("Save as workbook");
    // Given away: nothing of the first browser is left.
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("workbook.html");
    fs::copy(page.saved_file(), &file).expect("a file can be copied");
    let first = fs::read_to_string(&file).expect("a text");
    page.field(TITLE).enter("With numbers");
    page.find("checkbox", "With numbers in place of names")
        .click();
    wait_until_saved(&page);
    page.press("Save file");
    let numbered = folder.path().join("numbered.plumbline.json");
    fs::copy(page.saved_file(), &numbered).expect("a file can be copied");
    drop(page);

    let page = Page::at(&site).open();
    page.forget_record();
    drop(site);
    page.open_from_disk(&file);
    page.field(TITLE).wait_for("Left </script> behind");
    assert!(!page.settled_verdict().is_missing());
    go_to_deals(&page);
    wait_until_it_says(&page, DECIDED);
    deals_are_put_aside_and_come_back(&page, &numbered);
    page.go_to("Targets");
    page.field(TITLE).enter("Gone on with");
    page.press("Save file");
    let file = page.saved_file();
    let second = fs::read_to_string(&file).expect("a text");
    let program = |text: &str| {
        let (before, rest) = text.split_once("data-plumbline=\"plan\"").expect("a plan");
        let (_, after) = rest.split_once("</script>").expect("its end");
        format!("{before}{after}")
    };
    assert_eq!(program(&first), program(&second), "the program in both");

    // Opened again it goes on from there, and what was not saved is not lost.
    page.open_from_disk(&file);
    page.field(TITLE).wait_for("Gone on with");
    page.field(TITLE).enter("Not yet in the file");
    wait_until_saved(&page);
    page.open_from_disk(&file);
    page.field(TITLE).wait_for("Not yet in the file");
    wait_until_it_says(&page, "changes to this plan that the file lacks");

    let outside = |address: &String| {
        !["file:", "blob:", "data:"]
            .iter()
            .any(|kind| address.starts_with(kind))
    };
    let requests: Vec<String> = page.requests().into_iter().filter(outside).collect();
    assert_eq!(requests, [] as [String; 0], "asked for");
    assert_eq!(page.complaints(), [], "the console");
}

/// A file with deals of its own is opened where there are deals: those are put aside and come
/// back, and undo brings back the plan.
#[track_caller]
fn deals_are_put_aside_and_come_back(page: &Page, file: &Path) {
    page.pick_file("Open file", file);
    page.field(TITLE).wait_for("With numbers");
    go_to_deals(page);
    wait_until_it_says(page, NUMBERED);
    page.press("Show those put aside instead");
    wait_until("the deals put aside", || {
        let text = page.text();
        (text.contains("Ann Smith") && !text.contains(NUMBERED)).then_some(())
    });
    page.press("Show those put aside instead");
    wait_until_it_says(page, NUMBERED);
    page.press("Show those put aside instead");
    wait_until_it_says(page, "Ann Smith");
    page.press("Undo");
    page.field(TITLE).wait_for("Left </script> behind");
}

#[test]
fn a_copy_that_came_back_is_compared_and_what_is_chosen_taken_over() {
    let site = Site::start();
    let page = behind(&site, "Look at the worked sample");
    wait_until_saved(&page);
    page.press("Save file");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("theirs.plumbline.json");
    let text = fs::read_to_string(page.saved_file()).expect("a text");
    // Elsewhere somebody changes the title and who it is for; here the title is changed too.
    let mut theirs: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    theirs["plan"]["about"]["title"] = "Their title".into();
    theirs["plan"]["about"]["client"] = "Their client".into();
    fs::write(&file, theirs.to_string()).expect("a file can be written");
    page.field(TITLE).enter("My title");
    wait_until_saved(&page);

    page.press("Share");
    page.pick_file("Compare with a copy", &file);
    page.find("heading", "Changed in the copy");
    page.find("heading", "Changed in both");
    wait_until_it_says(&page, "Here: My title");
    wait_until_it_says(&page, "In the copy: Their title");
    page.press("Take over what is chosen");
    wait_until_it_says(&page, "Took over 1 difference.");
    page.field(TITLE).wait_for("My title");
    page.go_to("Foundation");
    page.field("Firm the plan is for").wait_for("Their client");
    page.press("Undo");
    wait_until("the client before", || {
        (page.field("Firm the plan is for").value() != "Their client").then_some(())
    });
}
