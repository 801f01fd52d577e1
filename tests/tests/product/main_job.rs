//! The main job: a firm types the figures of its own record into a blank plan, sets a
//! target and reads the verdict; and it is the same verdict after a reload, from the saved
//! file in another browser, and on the command line.

use chrono::{Datelike, Days, Local};
use plumbline_tests::{Page, Shown, Site, Verdict, check};
use serde_json::Value;

use crate::{
    chapters::{BLANK, FILE, behind, wait_until_saved},
    crm_record::{Figures, KNOWN, figures},
};

#[test]
fn the_figures_of_the_record_are_the_known_ones() {
    let (found, known) = (figures(), KNOWN);
    let near = |one: f64, other: f64| (one / other - 1.0).abs() < 1e-4;
    assert!(near(found.won_value, known.won_value), "{found:?}");
    assert!(near(found.value_spread, known.value_spread), "{found:?}");
    assert!(
        near(found.created_a_month, known.created_a_month),
        "{found:?}"
    );
    assert_eq!(
        (found.median_days, found.slow_days),
        (known.median_days, known.slow_days)
    );
    assert_eq!(found.won, known.won);
}

#[test]
fn a_plan_typed_from_a_record_keeps_its_verdict_everywhere() {
    let site = Site::start();
    let page = behind(&site, BLANK);
    assert!(page.verdict().is_missing());
    write_targets(&page);
    write_process(&page, figures());

    let verdict = page.settled_verdict();
    let range = verdict.figures("outcomes lie from");
    let (low, high) = (range[2].value, range[3].value);
    // A running business wins in a year what a year of its leads brings: 9.7 million.
    let year = figures();
    let expected = 12.0 * year.created_a_month * year.win_chance * year.won_value;
    assert!(
        low < expected && expected < high,
        "{expected} in {verdict:#?}"
    );
    assert!(
        low > expected / 2.0 && high < expected * 2.0,
        "{expected} in {verdict:#?}"
    );

    wait_until_saved(&page);
    page.reload();
    assert_eq!(page.settled_verdict(), verdict, "after a reload");
    page.go_to("Process");
    assert_eq!(page.field("Closing: Conversion").value(), "51.9%");
    page.go_to("Targets");
    assert_eq!(page.field("Bookings target").value(), "10,005,534");

    page.press("Save file");
    let file = page.saved_file();
    let elsewhere = Page::at(&site).open();
    elsewhere.pick_file(FILE, &file);
    assert_eq!(
        elsewhere.settled_verdict(),
        verdict,
        "from the file in another browser"
    );

    assert_same(&elsewhere, &verdict, &check(&file));
}

/// A period of twelve months from a January that lies at least a month ahead, in dollars.
#[track_caller]
fn write_targets(page: &Page) {
    let in_a_month = Local::now().date_naive() + Days::new(31);
    page.go_to("Targets");
    page.field("First month")
        .enter_month("January", in_a_month.year() + 1);
    page.field("Months").enter("12");
    page.field("Currency").enter("USD");
    page.field("Bookings target")
        .enter(&format!("{}", figures().won));
}

#[track_caller]
fn write_process(page: &Page, figures: Figures) {
    page.go_to("Process");
    page.field("Average value of a won deal")
        .enter(&format!("{:.2}", figures.won_value));
    let spread = format!("{:.0}%", 100.0 * figures.value_spread);
    page.field("How much won deals differ in value")
        .enter(&spread);
    page.field("Leads a month")
        .enter(&format!("{:.1}", figures.created_a_month));
    // The record knows a deal's creation and its end, and no stage between them.
    for stage in STAGES_BEFORE_CLOSING {
        page.field(&format!("{stage}: Conversion")).enter("100%");
    }
    let chance = format!("{:.1}%", 100.0 * figures.win_chance);
    page.field("Closing: Conversion").enter(&chance);
    page.field("Closing: Time in stage")
        .enter(&format!("{} days", figures.median_days));
    page.field("Closing: Slow deals")
        .enter(&format!("{} days", figures.slow_days));
}

const STAGES_BEFORE_CLOSING: [&str; 5] = [
    "Lead generation and first contact",
    "Qualifying",
    "Needs assessment",
    "Pitch or demonstration",
    "Proposal and objections",
];

/// What the command line computes reads, rounded, as what the page shows.
#[track_caller]
fn assert_same(page: &Page, verdict: &Verdict, checked: &Value) {
    let range = verdict.figures("outcomes lie from");
    assert_reads(checked, "/outcome/probability", verdict.chance());
    assert_reads(checked, "/outcome/bookings/p10", range[2]);
    assert_reads(checked, "/outcome/bookings/p90", range[3]);

    page.go_to("Reality check");
    let text = page.text();
    let sentence = text.lines().find(|line| line.contains("brings about"));
    let middle = sentence.and_then(|line| Shown::all_in(line).pop());
    assert_reads(
        checked,
        "/outcome/bookings/p50",
        middle.expect("a sentence with the middle outcome"),
    );

    page.unfold("As a table");
    let table = page.table("Month by month");
    assert_eq!(table.len(), 13, "twelve months and a head: {table:?}");
    for (month, row) in table[1..].iter().enumerate() {
        let shown = |column: usize| Shown::all_in(&row[column])[0];
        let of = |what: &str| format!("/outcome/months/{month}/{what}");
        assert_reads(checked, &of("bookings/mean"), shown(1));
        assert_reads(checked, &of("bookings/p10"), shown(2));
        assert_reads(checked, &of("bookings/p50"), shown(3));
        assert_reads(checked, &of("bookings/p90"), shown(4));
        // The last of these is the median of the whole period.
        assert_reads(checked, &of("cumulative/p50"), shown(5));
    }
}

#[track_caller]
fn assert_reads(checked: &Value, path: &str, shown: Shown) {
    let exact = checked.pointer(path).and_then(Value::as_f64);
    let exact = exact.unwrap_or_else(|| panic!("no {path} in: {checked:#}"));
    assert!(
        shown.is(exact),
        "{path}: the page shows {shown:?}, the command line says {exact}"
    );
}
