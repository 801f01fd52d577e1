//! The golden values of the public teaching set described in `../shared/data/README.md`,
//! which were computed with an independent statistics package. Where the data is not at
//! hand the tests say so and check nothing.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test fails by panicking"
)]

use std::{fs, path::Path};

use chrono::NaiveDate;
use plumbline_deals::{
    State,
    import::{self, Effect, Import, Mapping, Options},
};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The data set in one of its two ways to write dates; nothing where it is not at hand.
fn data(name: &str) -> Option<Import> {
    // Beside the project's root, or beside the folder of a second checkout.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let places = ["../shared/data/maven_crm", "../../shared/data/maven_crm"];
    let places = places.map(|place| root.join(place).join(name));
    let file = places
        .iter()
        .find(|place| place.exists())
        .unwrap_or(&places[0]);
    let Ok(text) = fs::read_to_string(file) else {
        eprintln!(
            "SKIPPED: {} is not there; nothing was checked",
            file.display()
        );
        return None;
    };
    let survey = import::survey(&text).unwrap();
    let mapping = Mapping::guess(&survey);
    assert_eq!(mapping.questions(&survey), []);
    let options = Options {
        today: day("2026-11-21"),
        as_of: None,
    };
    Some(import::take(&text, &mapping, options).unwrap())
}

#[test]
fn the_whole_set_is_taken_without_a_question() {
    let Some(import) = data("sales_pipeline.csv") else {
        return;
    };
    let history = &import.history;
    assert_eq!((import.report.rows, import.report.taken), (8800, 8800));
    assert!(
        import
            .report
            .remarks
            .iter()
            .all(|remark| remark.reason.effect() == Effect::Noted)
    );
    assert_eq!(history.as_of, day("2017-12-31"));
    let count = |state| history.in_state(state).count();
    assert_eq!(
        (count(State::Won), count(State::Lost), count(State::Open)),
        (4238, 2473, 2089)
    );
    assert_eq!((history.owners.len(), history.products.len()), (30, 7));
}

#[test]
fn both_ways_to_write_its_dates_give_the_same_deals() {
    let Some(iso) = data("sales_pipeline.csv") else {
        return;
    };
    let us = data("sales_pipeline_us_dates.csv").unwrap();
    assert_eq!(iso.history, us.history);
}
