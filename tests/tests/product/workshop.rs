//! In front of a room: one question at a time, by keyboard alone, with the plan before and
//! after; and what is not for the room is nowhere on the page.

use plumbline_tests::{Key, Page, Site, wait_until};

use crate::{
    accessibility::tab_to,
    chapters::{SAMPLE, behind, wait_until_saved},
};

const FIRST: &str =
    "Which customer did we refuse last year because of a value, and would we again?";
const SECOND: &str = "Which priority would a competitor find hard to copy?";
const LAST: &str = "Before and after";

/// The chances of the comparison, before and now, once both are simulated.
#[track_caller]
fn chances(page: &Page) -> (String, String) {
    wait_until("both simulated", || {
        page.text().contains("with the same luck").then_some(())
    });
    let rows = page.table("Side by side");
    let row = rows
        .into_iter()
        .find(|row| row[0] == "Chance of the target");
    let row = row.expect("a row of chances");
    (row[1].clone(), row[2].clone())
}

#[track_caller]
fn wait_for_words(page: &Page, words: &str) {
    wait_until(&format!("the words {words:?}"), || {
        page.text().contains(words).then_some(())
    });
}

#[test]
fn a_room_is_led_through_the_plan_by_keyboard_alone() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.settled_verdict();
    tab_to(&page, "link", "Workshop");
    page.press_key(&[], Key::Enter);
    page.find("heading", FIRST);
    assert!(page.text().contains("Question 1 of "), "{}", page.text());
    let planned = page.settled_verdict().chance();

    // Step by step, and the focus is where the question begins.
    page.press_key(&[], Key::Right);
    page.find("heading", SECOND);
    page.press_key(&[], Key::PageDown);
    wait_for_words(&page, "Question 3 of ");
    page.press_key(&[], Key::PageUp);
    page.find("heading", SECOND);
    wait_until("the focus at the question", || {
        (page.focus().name == SECOND).then_some(())
    });
    assert_eq!(page.barriers(), [""; 0]);

    // What is said is noted; the keys then belong to the field.
    tab_to(&page, "textbox", "What was said");
    for letter in "None".chars() {
        page.press_key(&[], letter);
    }
    page.field("What was said").wait_for("None");
    page.press_key(&[], Key::Escape);
    wait_until("the focus at the question", || {
        (page.focus().name == SECOND).then_some(())
    });

    // A question of figures is answered in the plan.
    tab_to(&page, "combobox", "Chapter");
    page.press_key(&[], '7');
    wait_for_words(&page, "What do we want to book");
    page.press_key(&[], Key::Escape);
    tab_to(&page, "textbox", "Bookings target");
    page.press_key(&[Key::Control], 'a');
    for digit in "900000".chars() {
        page.press_key(&[], digit);
    }
    page.press_key(&[], Key::Tab);
    page.field("Bookings target").wait_for("900,000");
    let answered = page.settled_verdict().chance();
    assert!(answered.value > planned.value, "{answered:?} {planned:?}");
    page.press_key(&[], Key::Escape);

    // A what-if, kept.
    page.press_key(&[], 'w');
    tab_to(&page, "slider", "Bookings target, slider");
    page.press_key(&[], Key::End);
    wait_until("something to keep", || {
        (!page.find("button", "Keep in the plan").is_disabled()).then_some(())
    });
    assert_eq!(page.barriers(), [""; 0]);
    // The button stands before the slider.
    while page.focus().name != "Keep in the plan" {
        page.press_key(&[Key::Shift], Key::Tab);
    }
    page.press_key(&[], Key::Enter);
    wait_for_words(&page, "Taken into the plan");
    let kept = page.settled_verdict().chance();
    assert!(kept.value < answered.value, "{kept:?} {answered:?}");

    // Before and after: both verdicts, and every difference in words.
    page.press_key(&[], 'b');
    page.find("heading", LAST);
    let (before, now) = chances(&page);
    assert!(
        before.contains(&format!("{:.0}", planned.value * 100.0)),
        "{before} {planned:?}"
    );
    assert_ne!(before, now);
    let different = page.table("What is different");
    let row = |words: &str| different.iter().find(|row| row[0].contains(words));
    assert!(row("Bookings target").is_some(), "{different:?}");
    assert!(
        row(SECOND).is_some_and(|row| row[2] == "None"),
        "{different:?}"
    );
    assert_eq!(page.barriers(), [""; 0]);

    // The snapshot outlives a reload.
    wait_until_saved(&page);
    page.reload();
    page.find("heading", LAST);
    wait_until("the snapshot again", || {
        page.has("table", "Side by side").then_some(())
    });
    assert_eq!(chances(&page), (before, now));

    // The keys are listed, and Escape closes the list before it leaves.
    page.press_key(&[], '?');
    page.find("dialog", "Keys");
    assert_eq!(page.barriers(), [""; 0]);
    page.press_key(&[], Key::Escape);
    wait_until("the list closed", || {
        (!page.has("dialog", "Keys")).then_some(())
    });
    page.press_key(&[], Key::Escape);
    page.find("navigation", "Chapters");
    page.go_to("Targets");
    let kept = page.field("Bookings target").value();
    assert_ne!(kept, "900,000");
    page.press("Undo");
    page.field("Bookings target").wait_for("900,000");
}

/// Names that stand in the sample, and signs of its amounts.
const NOT_FOR_THE_ROOM: [&str; 12] = [
    "Ines",
    "Okafor",
    "Marek",
    "Lind",
    "Tallow",
    "Clara",
    "Adler",
    "Kessler",
    "Dorn",
    "Julia Sand",
    "€",
    "1,250,000",
];

#[track_caller]
fn assert_hidden(page: &Page) {
    let all = page.everything();
    for hidden in NOT_FOR_THE_ROOM {
        let at = all.find(hidden).map(|at| {
            let around = all[..at]
                .char_indices()
                .rev()
                .nth(80)
                .map_or(0, |(start, _)| start);
            all[around..].chars().take(160).collect::<String>()
        });
        assert_eq!(at, None, "{hidden:?} can be read");
    }
}

#[test]
fn hidden_names_and_amounts_are_nowhere_on_the_page() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.settled_verdict();
    page.find("link", "Workshop").click();
    page.find("heading", FIRST);
    let shown = page.settled_verdict().chance();
    page.press("Hide names");
    page.press("Hide amounts");
    wait_for_words(&page, "•••");
    assert_eq!(page.settled_verdict().chance().value, shown.value);
    assert_hidden(&page);

    let steps = page.text();
    let steps = steps
        .split("Question 1 of ")
        .nth(1)
        .expect("which question it is");
    let digits: String = steps.chars().take_while(char::is_ascii_digit).collect();
    let steps: usize = digits.parse().expect("how many questions there are");
    for step in 2..=steps {
        page.press_key(&[], Key::Right);
        wait_for_words(&page, &format!("Question {step} of "));
        assert_hidden(&page);
    }
    page.press_key(&[], Key::Home);
    page.find("heading", FIRST);
    page.press_key(&[], 'w');
    page.find("slider", "Bookings target, slider").click();
    page.press_key(&[], Key::End);
    page.find("table", "What it would do");
    assert_hidden(&page);
    page.press("Back to the plan");

    // What is changed while names are hidden changes the plan and no name in it.
    page.press_key(&[], Key::End);
    page.find("heading", LAST);
    chances(&page);
    assert_hidden(&page);

    // A reload in front of the room shows nothing either.
    page.reload();
    page.find("heading", LAST);
    wait_until("the comparison", || {
        page.has("table", "Side by side").then_some(())
    });
    assert_hidden(&page);
    page.press("Hide names");
    page.press("Leave");
    page.go_to("Team");
    wait_until("the names in the plan, as they were", || {
        page.everything().contains("Ines Okafor").then_some(())
    });
}
