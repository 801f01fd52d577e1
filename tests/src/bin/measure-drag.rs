//! Drags a what-if slider of the sample for ten seconds, with the simulation running in one
//! worker and then in two, and prints what it cost the page: `cargo xtask bench --drag`.
#![expect(
    clippy::print_stdout,
    reason = "a measurement speaks through its terminal"
)]

use std::time::Duration;

use plumbline_tests::{Drag, Page, Site, wait_until};

/// A task that takes longer is felt, milliseconds.
const FELT: f64 = 50.0;

/// What the page says while it looks for levers.
const SEARCHING: &str = "Searching:";

fn main() {
    for workers in [1, 2] {
        let drag = dragged(workers);
        println!(
            "{workers} of the simulation's workers: {} moves",
            drag.moves
        );
        println!(
            "  tasks of the page's thread: longest {:.0} ms, {} over {FELT:.0} ms, of {}; \
             of a processor's time at most {:.0} ms",
            at(&drag.tasks, 1.0),
            drag.tasks.iter().filter(|task| **task > FELT).count(),
            drag.tasks.len(),
            at(&drag.worked, 1.0),
        );
        println!(
            "  from input to paint: median {:.0} ms, 95th percentile {:.0} ms, longest {:.0} ms, of {}",
            at(&drag.paints, 0.5),
            at(&drag.paints, 0.95),
            at(&drag.paints, 1.0),
            drag.paints.len(),
        );
    }
}

/// The sample's strongest figure, after target, leads and people.
fn dragged(workers: u32) -> Drag {
    let site = Site::start();
    let page = Page::at(&site)
        .settings(&format!("workers={workers}"))
        .traced()
        .open();
    page.press("Look at the worked sample");
    page.find("navigation", "Chapters");
    page.settled_verdict();
    page.go_to("Reality check");
    page.find("slider", "Bookings target, slider");
    // What the page draws when it is opened is not the drag's.
    wait_until("all levers", || {
        (!page.text().contains(SEARCHING)).then_some(())
    });
    let sliders = page.names("slider").into_iter();
    let mut sliders = sliders.filter(|name| name.ends_with(", slider"));
    let slider = sliders.nth(3).unwrap_or_default();
    page.drag(&slider, Duration::from_secs(10))
}

/// The value that this share of them does not exceed; 0 when there are none.
fn at(rising: &[f64], share: f64) -> f64 {
    let last = rising.len().saturating_sub(1);
    let place = (last as f64 * share).round() as usize;
    rising.get(place).copied().unwrap_or_default()
}
