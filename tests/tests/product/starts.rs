//! First plans: ten questions, and templates for kinds of firms.

use plumbline_tests::{Key, Page, Site, wait_until};

use crate::chapters::{behind, wait_until_saved};

const QUESTIONS: &str = "Answer ten questions";

/// The questions that a number or a name answers, with what is typed.
const ANSWERS: [(&str, &str); 10] = [
    ("Which firm is the plan for?", "Tallow & Reed"),
    (
        "How much do you want to book in the next twelve months?",
        "500k",
    ),
    ("How much did you book in the last twelve months?", "430k"),
    ("What does an average deal bring?", "18k"),
    ("How many leads come in a month?", "15 to 25"),
    (
        "How many of the leads are worth a serious talk?",
        "12 of 20",
    ),
    ("How many of the serious talks lead to a proposal?", "50%"),
    ("How many of the proposals are signed?", "2 of 5"),
    ("How long is it from first contact to signature?", "60 days"),
    ("How many people sell?", "2"),
];

#[track_caller]
fn answer(page: &Page, answers: &[(&str, &str)]) {
    for (question, typed) in answers {
        let field = page.field(question);
        field.type_in(typed);
        field.press(Key::Enter);
    }
}

#[test]
fn ten_questions_fill_a_first_plan_and_can_be_left_and_come_back_to() {
    let site = Site::start();
    let page = behind(&site, QUESTIONS);
    page.find("heading", "Ten questions");
    assert!(page.verdict().is_missing());
    answer(&page, &ANSWERS[..4]);
    page.field(ANSWERS[4].0).wait_for("");

    page.go_to("Market");
    page.find("link", "Ten questions: 6 open").click();
    page.field(ANSWERS[4].0).wait_for("");
    wait_until_saved(&page);
    page.reload();
    answer(&page, &ANSWERS[4..8]);
    page.press("Back");
    page.field(ANSWERS[7].0).wait_for("40%");
    page.press("Next");
    page.press("Skip");
    page.press("Skip");
    page.find("heading", "That is a first plan");
    assert!(page.text().contains("2 questions are still open"));
    page.press("Go to the first open question");
    answer(&page, &ANSWERS[8..]);

    page.find("heading", "That is a first plan");
    assert!(!page.settled_verdict().is_missing());
    page.find("link", "Go to the reality check").click();
    page.find("heading", "Reality check");
    page.go_to("Process");
    page.field("Qualifying: Conversion").wait_for("60%");
    page.field("Proposal and closing: Time in stage")
        .wait_for("30 days");
    page.go_to("Team");
    let reps = || {
        page.names("group")
            .iter()
            .filter(|name| name.starts_with("Rep "))
            .count()
    };
    assert_eq!(reps(), 2);
    page.press("Undo");
    wait_until("the last answer to be taken back", || {
        (reps() < 2).then_some(())
    });
}

#[test]
fn a_template_is_a_whole_plan_whose_numbers_say_that_they_are_estimates() {
    let site = Site::start();
    let page = behind(&site, "Agency");
    assert!(!page.settled_verdict().is_missing());
    page.go_to("Offer");
    assert!(page.text().contains("Nothing more is needed here"));
    page.go_to("Review");
    page.press("Details: New clients: Agreement: Conversion");
    page.field("Note")
        .wait_for("Estimate of the template: put your own figure in its place.");
    page.press("Close");

    page.press("Plans on this machine");
    page.press("Manufacturer with dealers");
    page.field("Title of the plan")
        .wait_for("Sales plan of a manufacturer with dealers");
    assert!(!page.settled_verdict().is_missing());
}
