//! Number fields take what people type, say what they understood, and never lose the last
//! good value.

use plumbline_tests::{Key, Page, Site, wait_until};

use crate::chapters::{BLANK, SAMPLE, behind};

const VALUE: &str = "Average value of a won deal";

fn on_the_process(site: &Site) -> Page {
    let page = behind(site, BLANK);
    page.go_to("Process");
    page
}

#[test]
fn amounts_shares_ranges_and_counts_are_understood() {
    let site = Site::start();
    let page = on_the_process(&site);

    page.field(VALUE).type_in("120k");
    page.field(VALUE).wait_until_said("Understood: ");
    assert!(
        page.field(VALUE).said().contains("120,000"),
        "{}",
        page.field(VALUE).said()
    );
    page.field(VALUE).press(Key::Tab);
    page.field(VALUE).wait_for("120,000");

    page.field("Closing: Conversion").enter("35%");
    page.field("Closing: Conversion").wait_for("35%");

    page.field("Leads a month").enter("5 to 10");
    page.field("Leads a month").wait_for("7.5");
    page.field("Leads a month").wait_until_said("5 to 10");

    page.field("Qualifying: Conversion").enter("4 of 10");
    page.field("Qualifying: Conversion").wait_for("40%");
    page.field("Qualifying: Conversion")
        .wait_until_said("4 of 10");

    page.field("Closing: Time in stage").enter("2 weeks");
    page.field("Closing: Time in stage").wait_for("14 days");
}

#[test]
fn what_cannot_be_understood_is_explained_and_the_last_good_value_counts() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    let verdict = page.settled_verdict();
    page.go_to("Targets");
    let target = page.field("Bookings target");
    let good = target.value();

    target.enter("a lot");
    target.wait_for("a lot");
    assert!(target.is_wrong(), "the field is marked as wrong");
    assert!(!target.said().is_empty(), "what is wrong stands beside it");
    assert_eq!(
        page.settled_verdict(),
        verdict,
        "the last good value counts"
    );

    page.field("Probability you want").enter("170%");
    page.field("Probability you want")
        .wait_until_said("This can't be above 100%");
    assert!(page.field("Probability you want").is_wrong());

    // Nor do the 1% or 17% that stood there on the way.
    assert_eq!(
        page.settled_verdict(),
        verdict,
        "the last good value counts"
    );

    target.enter(&good);
    wait_until("the end of the mark", || (!target.is_wrong()).then_some(()));
    assert_eq!(page.settled_verdict(), verdict);
}

#[test]
fn escape_gives_the_old_value_back() {
    let site = Site::start();
    let page = on_the_process(&site);
    page.field(VALUE).enter("5000");
    page.field(VALUE).wait_for("5,000");
    page.field(VALUE).type_in("80k");
    page.field(VALUE).press(Key::Escape);
    page.field(VALUE).wait_for("5,000");
    page.field(VALUE).type_in("nonsense");
    page.field(VALUE).press(Key::Escape);
    page.field(VALUE).wait_for("5,000");
    assert!(!page.field(VALUE).is_wrong());
}

#[test]
fn arrow_keys_step_and_shift_steps_further() {
    let site = Site::start();
    let page = on_the_process(&site);
    let field = page.field("Closing: Conversion");
    field.enter("30%");
    field.type_in("30%");
    field.press(Key::Up);
    field.wait_for("31%");
    field.press(Key::Down);
    field.press(Key::Down);
    field.wait_for("29%");
    field.enter("30%");
    field.type_in("30%");
    page.press_key(&[Key::Shift], Key::Up);
    field.wait_for("40%");
}

#[test]
fn the_verdict_moves_while_typing() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.settled_verdict();
    page.go_to("Targets");
    let target = page.field("Bookings target");
    target.type_in("1");
    // A target of one unit of money is all but certain, and the field is still being typed in.
    wait_until("the verdict on a tiny target", || {
        (page.verdict().chance().value >= 0.99).then_some(())
    });
    target.press(Key::Escape);
    wait_until("the verdict before", || {
        (page.verdict().chance().value < 0.99).then_some(())
    });
}
