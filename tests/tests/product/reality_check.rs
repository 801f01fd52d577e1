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

/// The picture, and what unfolds the table behind it.
const PICTURES: [(&str, &str); 6] = [
    (
        "How the period may end",
        "As a table : How the period may end",
    ),
    (
        "The chance of every target",
        "As a table : The chance of every target",
    ),
    ("Month by month", "As a table"),
    (
        "Bookings by origin, month by month",
        "As a table : Bookings by origin, month by month",
    ),
    (
        "Hours asked and available",
        "As a table : Hours asked and available",
    ),
    (
        "What moves the chance most",
        "As a table : What moves the chance most",
    ),
];

#[test]
fn every_picture_has_a_table_and_every_number_leads_to_where_it_comes_from() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.settled_verdict();
    page.go_to("Reality check");
    wait_until("all bars", || {
        (page.has("slider", BARS) && !page.text().contains("Searching:")).then_some(())
    });

    // The chance in the sentence: how it comes about, what it rests on, where to change it.
    let is_chance = |name: &String| name.ends_with("(Chance of the target: how it is computed)");
    let chance = page.names("button").into_iter().find(is_chance);
    page.press(&chance.expect("a chance that opens its chain"));
    let rests_on = wait_until("what it rests on", || {
        page.has("table", "What it rests on")
            .then(|| page.table("What it rests on"))
    });
    assert!(rests_on.len() > 5, "{rests_on:?}");
    assert_eq!(
        rests_on[1][..2],
        ["Bookings target", "€1,250,000"],
        "{rests_on:?}"
    );
    let checked = |row: &Vec<String>| row[2].contains("own history") && row[3].contains("2026");
    assert!(
        rests_on.iter().any(checked),
        "a source with its date: {rests_on:?}"
    );
    page.press("Close");

    for (picture, unfolds) in PICTURES {
        page.find(
            "slider",
            &format!("{picture}: read the values with the arrow keys"),
        );
        page.unfold(unfolds);
        let rows = wait_until(picture, || {
            page.has("table", picture).then(|| page.table(picture))
        });
        assert!(rows.len() > 2, "{picture}: {rows:?}");
        page.unfold(unfolds);
    }
    // So does every figure of a table.
    page.unfold("As a table : How the period may end");
    let ends = page.table("How the period may end");
    page.press(&ends[1][1]);
    let said = wait_until("the chain of a figure in a table", || {
        let text = page.find("dialog", "How the period may end").text();
        text.contains("sorted by their bookings").then_some(text)
    });
    assert!(said.contains(&ends[1][1]), "{said}");
    page.press("Close");
    page.find("table", "Required against provided: New customers");
    // And every other number there is, in sentences, lists and tables, here and beside.
    let parts = [("main", ""), ("complementary", "Verdict")];
    for (role, name) in parts {
        assert_eq!(page.find(role, name).numbers_from_nowhere(), [""; 0]);
    }

    // Beside every chapter the verdict's figures do so too, and lead to the field.
    page.go_to("Targets");
    let goal = "(Chance wanted: how it is computed)";
    let goal = page
        .names("button")
        .into_iter()
        .find(|name| name.ends_with(goal));
    page.press(&goal.expect("the goal in the margin"));
    let rests_on = wait_until("what the goal rests on", || {
        page.has("table", "What it rests on")
            .then(|| page.table("What it rests on"))
    });
    assert_eq!(rests_on.len(), 2, "{rests_on:?}");
    page.press("Close");
}
