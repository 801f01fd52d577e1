//! What-ifs are answered at once and change nothing until they are kept.

use plumbline_tests::{Key, Page, Site, wait_until};

use crate::chapters::{SAMPLE, behind};

/// The chances of the effect's table: as planned and as tried.
fn chances(page: &Page) -> Option<(String, String)> {
    page.has("table", "What it would do").then(|| {
        let rows = page.table("What it would do");
        (rows[1][1].clone(), rows[1][2].clone())
    })
}

#[test]
fn a_slider_shows_its_effect_and_the_plan_changes_only_when_it_is_kept() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    let planned = page.settled_verdict().chance();
    page.go_to("Reality check");
    assert!(page.find("button", "Keep in the plan").is_disabled());

    // Every lever there is has a slider: those that matter less are folded away.
    page.find("slider", "All new leads, against the plan, slider");
    page.find("slider", "People hired on top of those planned, slider");
    let sliders = || {
        let names = page.names("slider").into_iter();
        names.filter(|name| name.ends_with(", slider")).count()
    };
    assert_eq!(sliders(), 12);

    // By keyboard: to the highest target there is on the slider.
    page.find("slider", "Bookings target, slider").click();
    page.press_key(&[], Key::End);
    let (before, after) = wait_until("an effect", || {
        chances(&page).filter(|(before, after)| before != after)
    });
    assert!(
        before.contains(&format!("{:.0}", planned.value * 100.0)),
        "{before} {planned:?}"
    );
    assert_eq!(
        page.verdict().chance().value,
        planned.value,
        "the plan's own verdict"
    );

    page.press("Back to the plan");
    wait_until("nothing tried", || chances(&page).is_none().then_some(()));

    // An exact number, then kept.
    page.field("Bookings target").enter("2000000");
    wait_until("an effect", || chances(&page));
    page.press("Keep in the plan");
    wait_until("nothing left to keep", || {
        page.find("button", "Keep in the plan")
            .is_disabled()
            .then_some(())
    });
    assert!(page.settled_verdict().chance().value < planned.value);
    assert_ne!(after, before);

    page.press("Undo");
    wait_until("the plan's own chance again", || {
        let verdict = page.verdict();
        (verdict.has_settled() && verdict.chance().value == planned.value).then_some(())
    });
}
