//! The written plan: a whole one from blank, examples to insert, lists and bold words, the
//! assumptions register, the opportunity scorecard.

use std::fs;

use plumbline_tests::{Page, Site, wait_until};
use serde_json::Value;

use crate::chapters::{BLANK, FILE, SAMPLE, behind, wait_until_saved};

/// A step of writing the plan.
enum Step {
    Chapter(&'static str),
    Press(&'static str),
    Unfold(&'static str),
    Enter(&'static str, &'static str),
    Choose(&'static str, &'static str),
}
use Step::{Chapter, Choose, Enter, Press, Unfold};

const PLAN: &[Step] = &[
    Chapter("Foundation"),
    Enter("Title of the plan", "Sales plan of Quill"),
    Enter("Firm the plan is for", "Quill"),
    Enter("Prepared by", "Ada"),
    Press("Add a value"),
    Enter("Value", "Plain words"),
    Enter("What it means when selling", "We say what it will not do"),
    Enter("Purpose", "Letters that arrive"),
    Enter("Mission", "Post for small firms"),
    Enter("Vision", "Known in four towns"),
    Press("Add a priority"),
    Enter("What is to be reached", "Fewer proposals"),
    Enter("What sales does for it", "None without needs"),
    Enter("Sales strategy", "Plain words to those who ask"),
    Chapter("Market"),
    Enter("Where you sell", "Four towns"),
    Press("Add a segment"),
    Enter("Segment", "Law firms"),
    Enter("Who belongs to it", "Five to fifty people"),
    Enter("Customers in reach", "400"),
    Enter("What one spends a year", "9k"),
    Press("Add an attribute"),
    Enter("Statement", "Sends letters daily"),
    Choose("What it decides", "must hold"),
    Enter("Weight", "300%"),
    Press("Add a buying role"),
    Enter("Role", "Office manager"),
    Enter("What the decision turns on", "No errands"),
    Enter("How to reach this person", "By letter"),
    Enter("Seize", "Those who ask"),
    Enter("Pass on", "Tenders"),
    Chapter("Offer"),
    Press("Add a value proposition"),
    Enter("What the customer gains", "No errands any more"),
    Enter("Positioning statement", "Nearer than the post"),
    Press("Add a difference"),
    Enter("Difference", "Same day"),
    Enter("Proof", "Log of last year"),
    Press("Add a product or service"),
    Enter("Product or service", "Round"),
    Enter("Price", "5k"),
    Enter("Gross margin", "40%"),
    Press("Add an objection"),
    Enter("What buyers say", "Too dear"),
    Enter("What we answer", "Count the errands"),
    Chapter("Process"),
    Enter("Name of this way of selling", "New firms"),
    Enter("Average value of a won deal", "5k"),
    Enter("Leads a month", "20"),
    Enter("Lead generation and first contact: Conversion", "61%"),
    Enter("Qualifying: Conversion", "52%"),
    Enter("Needs assessment: Conversion", "71%"),
    Enter("Pitch or demonstration: Conversion", "64%"),
    Enter("Proposal and objections: Conversion", "58%"),
    Enter("Closing: Conversion", "77%"),
    Enter("Qualifying: Time in stage", "9 days"),
    Enter("Qualifying: Rep hours per deal", "2"),
    Unfold("Qualifying: Buyer's step, activities, milestone"),
    Enter("What the rep does", "Asks who sends what"),
    Enter("Milestone to leave the stage", "A list of letters"),
    Enter("Give up after", "30 days"),
    Press("Add a stage after Qualifying"),
    Enter("Stage 3: Conversion", "90%"),
    Chapter("Team"),
    Press("Add a rep"),
    Chapter("Compensation"),
    Enter("What the pay plan is to encourage", "Rounds that stay"),
    Press("Add a pay plan"),
    Enter("Role", "Rep"),
    Enter("Base salary a year", "40k"),
    Enter("Variable pay a year at quota", "8k"),
    Chapter("Targets"),
    Enter("Bookings target", "120k"),
    Enter("Where the target comes from", "Last year and one town more"),
    Chapter("Pipeline"),
    Press("Add a deal"),
    Chapter("Rhythm"),
    Enter("How coaching is done", "One round together"),
    Press("Add something to share"),
    Enter("Department", "Delivery"),
    Enter("What is shared, and where", "New rounds"),
    Enter("Who sees to it", "Ada"),
    Chapter("Scorecard"),
    Press("Add a key figure"),
    Enter("Key figure", "First talks"),
    Enter("Goal", "8 a month"),
    Enter("Who answers for it", "Ada"),
    Press("Add a commitment"),
    Enter("What was promised", "Count the letters"),
    Enter("Who promised", "Ada"),
    Chapter("Review"),
    Press("Add a decision"),
    Enter("What was decided", "No tenders"),
    Enter("Why", "They cost a week each"),
];

#[track_caller]
fn saved_plan(page: &Page) -> Value {
    page.press("Save file");
    let text = fs::read_to_string(page.saved_file()).expect("the saved file can be read");
    serde_json::from_str(&text).expect("the saved file is JSON")
}

#[test]
fn a_plan_written_from_blank_chapter_by_chapter_is_kept_word_for_word() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    for step in PLAN {
        match step {
            Chapter(title) => page.go_to(title),
            Press(button) => page.press(button),
            Unfold(words) => page.unfold(words),
            Enter(label, words) => page.field(label).enter(words),
            Choose(label, option) => page.choose(label, option),
        }
    }
    assert!(!page.settled_verdict().is_missing());
    wait_until_saved(&page);
    page.press("Save file");
    let file = page.saved_file();
    let text = fs::read_to_string(&file).expect("the saved file can be read");
    let written: Value = serde_json::from_str(&text).expect("the saved file is JSON");
    let words = PLAN.iter().filter_map(|step| match step {
        Enter(_, words) if !words.starts_with(|ch: char| ch.is_ascii_digit()) => Some(*words),
        _ => None,
    });
    for words in words {
        assert!(text.contains(words), "{words:?} is not in the file");
    }
    let stages = &written["plan"]["process"]["motions"][0]["stages"];
    assert_eq!(stages.as_array().map(Vec::len), Some(8));
    assert_eq!(
        stages[2]["name"], "",
        "the new stage stands after its neighbour"
    );

    let elsewhere = Page::at(&site).open();
    elsewhere.pick_file(FILE, &file);
    elsewhere
        .field("Title of the plan")
        .wait_for("Sales plan of Quill");
    assert_eq!(saved_plan(&elsewhere)["plan"], written["plan"]);
    assert_eq!(elsewhere.settled_verdict(), page.settled_verdict());
}

#[test]
fn examples_go_into_empty_fields_alone_and_marks_are_shown_as_meant() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.go_to("Foundation");
    page.unfold("Still needed before a rep could act on it: 3 points");
    page.find("link", "Sales strategy").click();
    let strategy = "Sales strategy";
    page.press("Insert example: Sales strategy");
    let example = page.field(strategy).value();
    assert!(!example.is_empty());
    assert!(
        !page.has("button", "Insert example: Sales strategy"),
        "the field is not empty"
    );
    page.find(
        "DisclosureTriangle",
        "Still needed before a rep could act on it: 2 points",
    );
    page.press("Undo");
    page.field(strategy).wait_for("");

    page.press("Insert an example: a value");
    page.field("Value").wait_for("Plain words");
    assert!(
        !page.has("button", "Insert an example: a value"),
        "the list is not empty"
    );

    page.field(strategy)
        .type_in("**First** this:\n- one town\n- <b>two</b> towns");
    page.field("Vision").type_in("Near");
    wait_until("the list without its marks", || {
        let text = page.text();
        (text.contains("First this:") && text.contains("<b>two</b> towns") && !text.contains("**"))
            .then_some(())
    });
    page.field(strategy)
        .wait_for("**First** this:\n- one town\n- <b>two</b> towns");
}

#[test]
fn assumptions_have_an_owner_leave_as_a_table_and_an_opportunity_is_scored() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.go_to("Review");
    page.choose("Show", "all");
    let closing = "New customers: Closing: Conversion";
    page.press(&format!("Details: {closing}"));
    page.field("Who answers for it").enter("Clara Tallow");
    page.press("Close");
    wait_until("the owner in the register", || {
        page.names("cell")
            .contains(&"Clara Tallow".to_owned())
            .then_some(())
    });
    page.press("Owner");
    page.press("Owner");
    let first = page.names("rowheader").into_iter().next();
    assert_eq!(first.as_deref(), Some(closing), "sorted by owner, reversed");
    page.press("Checked today: Reps who leave within a year");
    wait_until_saved(&page);
    page.press("Save as a table (CSV)");
    let saved = page.saved_file();
    let table = fs::read_to_string(&saved).expect("the register as a table");
    let name = saved.to_string_lossy();
    assert!(name.ends_with(".assumptions.csv"), "{name}");
    assert!(table.starts_with("Assumption,Average,Low,High,"), "{table}");
    assert!(table.contains("Clara Tallow"), "{table}");

    page.go_to("Rhythm");
    page.press("Save as a calendar file");
    let saved = page.saved_file();
    let calendar = fs::read_to_string(&saved).expect("a calendar");
    assert!(calendar.starts_with("BEGIN:VCALENDAR\r\n"), "{calendar}");
    assert!(calendar.contains("RRULE:FREQ=WEEKLY;UNTIL="), "{calendar}");

    page.go_to("Market");
    page.press("Add an opportunity");
    // Whoever adds one can write at once.
    wait_until("the focus in the new opportunity", || {
        (page.focus().name == "Opportunity").then_some(())
    });
    page.field("Opportunity").enter("Mill");
    for (statement, answer) in [
        ("Has a maintenance crew of its own", "yes"),
        ("Knows what an hour of stoppage costs", "yes"),
        ("Only the IT department is talking to us", "no"),
    ] {
        page.choose(&format!("Mill: {statement}"), answer);
    }
    wait_until("the advice", || {
        page.text().contains("pursue").then_some(())
    });
    page.press("Put into the pipeline: Mill");
    page.go_to("Pipeline");
    page.find("group", "Mill");
}
