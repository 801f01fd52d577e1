//! What is written is what is read: no number, text or date changes on its way through a
//! file.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{blank, file_of, reopened, sample};
use plumbline_plan::{Money, Quantity, file};
use proptest::prelude::*;

#[test]
fn a_plan_comes_back_as_it_was_written() {
    for plan in [sample(), blank()] {
        assert_eq!(reopened(&plan), plan);
    }
}

#[test]
fn the_same_plan_is_always_the_same_text() {
    let text = file::write(&sample());
    assert_eq!(file::write(&file::read(&text).unwrap()), text);
}

#[test]
fn a_file_says_what_it_is_and_ends_in_a_line_break() {
    let text = file::write(&blank());
    assert!(text.starts_with("{\n  \"format\": \"plumbline-plan\",\n  \"format_version\": 1,"));
    assert!(text.ends_with("}\n"));
}

#[test]
fn what_is_not_entered_takes_no_room_in_an_assumption_or_a_deal() {
    let plan = file_of(&blank());
    let stage = &plan["plan"]["process"]["motions"][0]["stages"][0];
    assert_eq!(stage["conversion"], serde_json::json!({}));
}

#[test]
fn of_a_name_that_stands_twice_the_last_counts() {
    let text =
        file::write(&blank()).replace("\"title\": \"\"", "\"title\": \"A\", \"title\": \"B\"");
    assert_eq!(file::read(&text).unwrap().about.title, "B");
}

proptest! {
    #[test]
    fn every_amount_comes_back_to_the_last_bit(bits in any::<u64>(), near in -1e9..1e9) {
        for value in [f64::from_bits(bits), near, near / 3.0] {
            let Ok(amount) = Money::new(value) else { continue };
            let mut plan = blank();
            plan.targets.bookings = Some(amount);
            let back = reopened(&plan).targets.bookings.unwrap();
            prop_assert_eq!(back.get().to_bits(), amount.get().to_bits());
        }
    }

    #[test]
    fn every_text_comes_back(text in any::<String>()) {
        let mut plan = blank();
        plan.about.title.clone_from(&text);
        prop_assert_eq!(reopened(&plan).about.title, text);
    }
}
