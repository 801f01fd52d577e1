//! Other ways to reach the target: kept as they are, compared, worked in, never lost.

use plumbline_tests::{Page, Site, wait_until};

use crate::chapters::{SAMPLE, behind, wait_until_saved};

const COPY: &str = "Copy of the plan";

/// The row of the comparison that begins with these words, once it is complete.
#[track_caller]
fn row(page: &Page, table: &str, words: &str) -> Vec<String> {
    wait_until(&format!("the row \"{words}\" of \"{table}\""), || {
        let mut rows = page.table(table).into_iter();
        rows.find(|row| row.first().is_some_and(|first| first.contains(words)))
            .filter(|row| row.len() > 2)
    })
}

/// Until then the figures are first estimates, each of its own number of trials.
#[track_caller]
fn wait_until_both_are_simulated(page: &Page) {
    wait_until("both simulated", || {
        page.text().contains("with the same luck").then_some(())
    });
}

#[test]
fn a_plan_is_copied_changed_compared_and_gone_back_to() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.go_to("Targets");
    let target = page.field("Bookings target").value();
    page.go_to("Scenarios");
    page.press("Keep a copy of the plan as a scenario");
    page.find("heading", "Side by side");
    wait_until_both_are_simulated(&page);
    let [_, ours, copys] = &row(&page, "Side by side", "Chance of the target")[..] else {
        panic!("two scenarios are compared");
    };
    assert_eq!(ours, copys);
    assert!(page.text().contains("No input differs"), "{}", page.text());

    page.go_to("Targets");
    page.field("Bookings target").enter("30,000,000");
    page.go_to("Scenarios");
    let different = row(&page, "What is different", "Bookings target");
    assert!(different[1].contains("30,000,000"), "{different:?}");
    assert!(different[2].contains(&target), "{different:?}");
    wait_until_both_are_simulated(&page);
    let chances = row(&page, "Side by side", "Chance of the target");
    assert_ne!(chances[1], chances[2]);
    assert!(page.text().contains("1 input differs"), "{}", page.text());
    let compared = page.find("table", "Side by side");
    assert_eq!(compared.numbers_from_nowhere(), [""; 0]);
    // A scenario's chain tells its own figures, not those in the chapters.
    let is_copys = |name: &String| name.starts_with("€1.25") && name.contains("(Target:");
    let copys = page.names("button").into_iter().find(is_copys);
    page.press(&copys.expect("the copy's target"));
    let chain = wait_until("what the copy's target rests on", || {
        let table = "What it rests on";
        page.has("table", table).then(|| page.table(table))
    });
    assert!(chain[1][1].contains(&target), "{chain:?}");
    page.press("Close");
    assert_eq!(page.barriers(), [""; 0]);

    page.press(&format!("Work in it: {COPY}"));
    page.go_to("Targets");
    page.field("Bookings target").wait_for(&target);
    page.press("Undo");
    page.field("Bookings target").wait_for("30,000,000");
    page.press("Redo");
    page.field("Bookings target").wait_for(&target);
    wait_until_saved(&page);
    page.reload();
    page.go_to("Scenarios");
    let again = row(&page, "What is different", "Bookings target");
    assert!(again[1].contains(&target), "{again:?}");
    assert!(again[2].contains("30,000,000"), "{again:?}");

    page.press("Delete The plan");
    wait_until("one scenario alone", || {
        page.text().contains("There is one so far").then_some(())
    });
    page.press("Undo");
    page.find("table", "Side by side");
}
