//! A whole plan, written from blank by the labels people see: every chapter, its lists and
//! its figures. Saved, opened elsewhere, it is the same plan.

use std::fs;

use plumbline_tests::{Page, Site, wait_until};
use serde_json::Value;

use crate::chapters::{BLANK, FILE, behind, wait_until_saved};

use Step::{Item, Press, Unfold, Write};

/// What somebody does on a page.
enum Step {
    /// Presses a button.
    Press(&'static str),
    /// Opens what is folded away.
    Unfold(&'static str),
    /// Writes into the field with this label.
    Write(&'static str, &'static str),
    /// Writes into fields of an item. Its name comes last: the item is called by it then.
    Item(&'static str, &'static [(&'static str, &'static str)]),
}

/// The plan, chapter by chapter.
const PLAN: [(&str, &[Step]); 10] = [
    (
        "Foundation",
        &[
            Write("Firm the plan is for", "Alder Pumps"),
            Write("Prepared by", "Noor Haddad"),
            Press("Add a value"),
            Item(
                "Value 1",
                &[
                    (
                        "What it means when selling",
                        "We name the weak point first.",
                    ),
                    ("Value", "Candour"),
                ],
            ),
            Write("Purpose", "Water where it is needed"),
            Write("Mission", "Pumps that run ten years"),
            Write("Vision", "The first call of every waterworks"),
            Press("Add a priority"),
            Item(
                "Priority 1",
                &[
                    ("What sales does for it", "Three visits a week in the north"),
                    ("What is to be reached", "A second region"),
                ],
            ),
            Write(
                "Sales strategy",
                "Few firms, known well:\n- waterworks\n- breweries",
            ),
        ],
    ),
    (
        "Market",
        &[
            Write("Where you sell", "The north and the coast"),
            Press("Add a segment"),
            Item(
                "Segment 1",
                &[
                    ("Who belongs to it", "Municipal, 20 to 200 people"),
                    ("Customers in reach", "340"),
                    ("What one spends a year", "45000"),
                    ("Segment", "Waterworks"),
                ],
            ),
            Press("Add an attribute"),
            Item(
                "Attribute 1",
                &[
                    ("Weight", "3"),
                    ("Statement", "Runs pumps older than ten years"),
                ],
            ),
            Press("Add a buying role"),
            Item(
                "Buying role 1",
                &[
                    ("What the decision turns on", "Hours of standstill"),
                    ("How to reach this person", "On site, in the morning"),
                    ("Role", "Head of operations"),
                ],
            ),
            Write("Seize", "A pump that failed twice"),
            Write("Pass on", "Tenders decided by price alone"),
        ],
    ),
    (
        "Offer",
        &[
            Press("Add a value proposition"),
            Item(
                "Value proposition 1",
                &[(
                    "What the customer gains",
                    "No unplanned standstill in a year",
                )],
            ),
            Write("Positioning statement", "For waterworks that cannot stop"),
            Press("Add a difference"),
            Item(
                "Difference 1",
                &[
                    ("Proof", "Ninety pumps, two failures since 2019"),
                    ("Difference", "Measured before it breaks"),
                ],
            ),
            Press("Add a product or service"),
            Item(
                "Product 1",
                &[
                    ("Price", "18500"),
                    ("Gross margin", "42%"),
                    ("Product or service", "Pump with monitoring"),
                ],
            ),
            Press("Add an objection"),
            Item(
                "Objection 1",
                &[
                    ("What we answer", "Compare the hours, not the price."),
                    ("What buyers say", "Too dear"),
                ],
            ),
        ],
    ),
    (
        "Process",
        &[
            Write("Name of this way of selling", "Direct sales"),
            Write("Average value of a won deal", "24000"),
            Write("Leads a month", "30"),
            Write("Lead generation and first contact: Conversion", "60%"),
            Write("Needs assessment: Conversion", "70%"),
            Write("Pitch or demonstration: Conversion", "75%"),
            Write("Proposal and objections: Conversion", "55%"),
            Write("Closing: Conversion", "60%"),
            Write("Closing: Time in stage", "20 days"),
            Write("Qualifying: Conversion", "50%"),
            Write("Qualifying: Rep hours per deal", "2"),
        ],
    ),
    (
        "Team",
        &[
            Press("Add a rep"),
            Unfold("Needs and coaching"),
            Item(
                "Rep 1",
                &[
                    ("Title", "Account manager"),
                    ("What the person actually does", "Sells in the north"),
                    ("Hours a week", "38"),
                    ("Quota for the period", "900000"),
                    ("Skills to build", "Asking about money early"),
                    ("Coaching plan", "One joint visit a month"),
                    ("Name", "Ilse Brand"),
                ],
            ),
            Write("Reps who leave within a year", "15%"),
            Press("Add a candidate"),
            Item(
                "Candidate 1",
                &[
                    ("State of the talks", "Two talks, open to move"),
                    ("Name", "T. Okoro"),
                ],
            ),
            Write("Customer database", "Shared with service"),
        ],
    ),
    (
        "Compensation",
        &[
            Write("What the pay plan is to encourage", "Margin before volume"),
            Press("Add a pay plan"),
            Item(
                "Pay plan 1",
                &[
                    ("Base salary a year", "52000"),
                    ("Variable pay a year at quota", "24000"),
                    ("Quota a year", "900000"),
                    ("Role", "Account manager"),
                ],
            ),
        ],
    ),
    (
        "Targets",
        &[
            Write("Bookings target", "1200000"),
            Write("Probability you want", "75%"),
            Write("Bookings of the twelve months before", "1050000"),
            Write(
                "Where the target comes from",
                "Last year and one region more",
            ),
        ],
    ),
    (
        "Pipeline",
        &[
            Press("Add a deal"),
            Item(
                "Deal 1",
                &[
                    ("Customer", "Harbour Waterworks"),
                    ("Value", "31000"),
                    ("Deal", "Four pumps"),
                ],
            ),
        ],
    ),
    (
        "Rhythm",
        &[
            Write("What an hour of a rep costs", "55"),
            Press("Add a meeting"),
            Item(
                "Meeting 1",
                &[("Length", "1 hour"), ("Meeting", "Monday round")],
            ),
            Write("How coaching is done", "After the visit, in the car"),
            Press("Add something to share"),
            Item(
                "Department 1",
                &[
                    ("Who sees to it", "Noor Haddad"),
                    ("What is shared, and where", "Failures, in the service log"),
                    ("Department", "Service"),
                ],
            ),
        ],
    ),
    (
        "Scorecard",
        &[
            Press("Add a key figure"),
            Item(
                "Key figure 1",
                &[
                    ("Goal", "12 a month"),
                    ("What it serves", "Bookings of the second half"),
                    ("Who answers for it", "Ilse Brand"),
                    ("Key figure", "First visits"),
                ],
            ),
            Press("Add a commitment"),
            Item(
                "Commitment 1",
                &[
                    ("Who promised", "T. Okoro"),
                    ("What was promised", "List of pumps by age"),
                ],
            ),
        ],
    ),
];

#[track_caller]
fn write(page: &Page, step: &Step) {
    match step {
        Press(button) => page.press(button),
        Unfold(what) => page.unfold(what),
        Write(label, text) => page.field(label).enter(text),
        Item(item, fields) => {
            for (label, text) in *fields {
                page.field_in(item, label).enter(text);
            }
        }
    }
}

/// Every text that was written, without what was written as a number.
fn texts() -> Vec<&'static str> {
    let steps = PLAN.iter().flat_map(|(_, steps)| steps.iter());
    let written = steps.flat_map(|step| match step {
        Press(_) | Unfold(_) => Vec::new(),
        Write(_, text) => vec![*text],
        Item(_, fields) => fields.iter().map(|(_, text)| *text).collect(),
    });
    let is_figure = |text: &&str| {
        text.starts_with(|sign: char| sign.is_ascii_digit()) && !text.contains("a month")
    };
    written.filter(|text| !is_figure(text)).collect()
}

#[track_caller]
fn saved_plan(page: &Page) -> Value {
    page.press("Save file");
    let text = fs::read_to_string(page.saved_file()).expect("a text");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    document["plan"].clone()
}

fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, found)),
        _ => {}
    }
}

#[test]
fn a_whole_plan_is_written_from_blank_saved_and_opened_elsewhere_as_it_was() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    page.field("Title of the plan")
        .enter("Alder Pumps, next year");
    for (chapter, steps) in PLAN {
        page.go_to(chapter);
        steps.iter().for_each(|step| write(&page, step));
    }
    page.go_to("Review");
    page.press("Add a decision");
    page.field_in("Decision 1", "What was decided")
        .enter("No tenders");
    assert!(!page.settled_verdict().is_missing());
    wait_until_saved(&page);

    page.press("Save file");
    let file = page.saved_file();
    let text = fs::read_to_string(&file).expect("a text");
    let document: Value = serde_json::from_str(&text).expect("JSON");
    let mut found = Vec::new();
    strings(&document["plan"], &mut found);
    let lost: Vec<&str> = texts()
        .into_iter()
        .filter(|text| !found.iter().any(|there| there == text))
        .collect();
    assert_eq!(lost, [""; 0], "texts that are not in the file");
    let plan = &document["plan"];
    for (pointer, figure) in [
        ("/market/segments/0/customers/average", 340.0),
        ("/offer/products/0/gross_margin", 0.42),
        ("/process/motions/0/deal_value/average", 24_000.0),
        ("/team/reps/0/quota", 900_000.0),
        ("/targets/goal", 0.75),
        ("/pipeline/deals/0/value", 31_000.0),
    ] {
        let there = plan.pointer(pointer).and_then(Value::as_f64);
        assert_eq!(there, Some(figure), "{pointer}");
    }

    let elsewhere = Page::at(&site).open();
    elsewhere.pick_file(FILE, &file);
    wait_until("the plan elsewhere", || {
        let title = elsewhere.field("Title of the plan").value();
        (title == "Alder Pumps, next year").then_some(())
    });
    assert_eq!(&saved_plan(&elsewhere), plan, "opened and saved elsewhere");
    assert_eq!(elsewhere.settled_verdict(), page.settled_verdict());
}
