//! The reality check says what the verdict rests on and what would change it.

use plumbline_tests::{Key, Site, wait_until};

use crate::chapters::{SAMPLE, behind};

#[test]
fn it_says_which_levers_alone_would_do_what_moves_the_chance_and_where_to_change_it() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    // A goal that the sample does not reach.
    page.go_to("Targets");
    page.field("Bookings target").enter("1500000");
    page.settled_verdict();
    page.go_to("Reality check");

    wait_until("levers and bars", || {
        let text = page.text();
        let answered = !text.contains("Searching:") && text.contains("What moves the chance most");
        (answered && page.has("slider", BARS)).then_some(())
    });
    let text = page.text();
    let found = ["Any one of these would do:", "No single change within"]
        .iter()
        .any(|words| text.contains(words));
    assert!(found, "{text}");

    page.unfold("As a table : What moves the chance most");
    let rows = page.table("What moves the chance most");
    assert!(rows.len() > 3, "{rows:?}");
    let percent = |cell: &str| {
        let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
        digits.parse::<f64>().expect("a chance")
    };
    // The widest bar comes first.
    let width = |row: &Vec<String>| (percent(&row[5]) - percent(&row[2])).abs();
    assert!(width(&rows[1]) >= width(&rows[rows.len() - 1]), "{rows:?}");
    // Chances are whole percents: no more is known.
    for row in &rows[1..] {
        assert!(!row[2].contains('.') && !row[5].contains('.'), "{row:?}");
    }
}

const BARS: &str = "What moves the chance most: read the values with the arrow keys";
const FAN: &str = "Month by month: read the values with the arrow keys";

#[test]
fn the_values_of_a_picture_are_read_with_the_arrow_keys() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.settled_verdict();
    page.go_to("Reality check");
    page.find("slider", FAN).click();
    let value = || page.find("slider", FAN).value_in_words();
    page.press_key(&[], Key::Home);
    let first = value();
    page.press_key(&[], Key::Right);
    let second = value();
    page.press_key(&[], Key::End);
    let last = value();
    assert!(
        first.contains("by the end of") && first != second,
        "{first} {second}"
    );
    assert!(page.text().contains(&last), "{last} is shown too");
    page.press_key(&[], Key::Left);
    page.press_key(&[], Key::Right);
    assert_eq!(value(), last);
}
