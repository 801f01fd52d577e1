//! An export with amounts in several currencies: they are asked for, never added up as they
//! stand, and one press takes the deals in the plan's own currency alone.

use std::fmt::Write;

use plumbline_tests::{Page, Site, wait_until};

use crate::{
    chapters::{BLANK, behind},
    deals::{Export, all_is_shown, go_to_deals},
};

/// Deals in three currencies, half of each won: 40 in euros, each won one worth 1,000; 20 in
/// dollars, 600; 10 in francs, 9,000.
fn table() -> String {
    let mut table = String::from("Deal ID,Stage,Amount,Currency,Create Date,Close Date\n");
    for number in 0..70 {
        let (code, amount) = match number {
            0..40 => ("EUR", 1_000),
            40..60 => ("USD", 600),
            _ => ("CHF", 9_000),
        };
        let stage = ["Won", "Lost"][number % 2];
        let day = 1 + number % 28;
        writeln!(
            table,
            "D{number},{stage},{amount},{code},2026-01-{day:02},2026-03-{day:02}"
        )
        .expect("text can be written");
    }
    table
}

/// A plan that counts in this currency, at the page of deals with the table read.
#[track_caller]
fn asked(site: &Site, export: &Export, currency: &str) -> Page {
    let page = behind(site, BLANK);
    page.go_to("Targets");
    page.field("Currency").enter(currency);
    go_to_deals(&page);
    page.pick_file(
        "Choose a file",
        &export.write("deals.csv", table().as_bytes()),
    );
    page.find("heading", "To be answered first");
    assert!(page.find("button", "Take these deals").is_disabled());
    for code in ["EUR", "USD", "CHF"] {
        assert_eq!(page.field(&worth(code)).value(), "", "{code}");
    }
    page
}

fn worth(code: &str) -> String {
    format!("What 1 {code} is worth")
}

#[track_caller]
fn wait_until_answered(page: &Page) {
    wait_until("nothing to be left to answer", || {
        (!page.has("heading", "To be answered first")).then_some(())
    });
}

/// Takes the deals; what the page then says of them.
#[track_caller]
fn taken(page: &Page) -> String {
    page.press("Take these deals");
    all_is_shown(&page);
    page.text()
}

#[track_caller]
fn assert_said(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "no {words:?} in: {text}");
    }
}

#[test]
fn the_deals_in_the_plans_own_currency_are_taken_alone_by_one_press() {
    let (site, export) = (Site::start(), Export::new());
    let page = asked(&site, &export, "EUR");
    page.press("Take the deals in EUR alone");
    wait_until_answered(&page);
    page.field(&worth("EUR")).wait_for("1");
    for code in ["USD", "CHF"] {
        assert_eq!(page.field(&worth(code)).value(), "", "{code}");
    }
    assert!(!page.has("button", "Take the deals in EUR alone"));
    let text = taken(&page);
    assert_said(
        &text,
        &[
            "40 deals",
            "20 won of 40 decided",
            "30 rows left out: Its currency was to be left out",
        ],
    );
    assert_eq!(page.complaints(), [], "the console");
}

/// The plan counts in yen, which stand nowhere in the file: the button names what it takes, and
/// another once a currency has a rate.
#[test]
fn what_the_button_takes_follows_the_plan_the_file_and_the_rates() {
    let (site, export) = (Site::start(), Export::new());
    let page = asked(&site, &export, "JPY");
    page.find("button", "Take the deals in CHF alone");
    assert!(!page.has("button", "Take the deals in EUR alone"));
    page.field(&worth("USD")).enter("2");
    page.press("Leave out currencies without a rate");
    wait_until_answered(&page);
    assert!(!page.has("button", "Leave out currencies without a rate"));
    assert_eq!(page.field(&worth("CHF")).value(), "");
    let text = taken(&page);
    assert_said(
        &text,
        &[
            "20 deals",
            "10 won of 20 decided",
            "50 rows left out: Its currency was to be left out",
            "1,200",
        ],
    );
    assert_eq!(page.complaints(), [], "the console");
}
