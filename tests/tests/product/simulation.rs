//! The simulation runs beside the page, and comes to the same answer however it is run.

use std::path::{Path, PathBuf};

use plumbline_tests::{Key, Page, Site, check, wait_until};

use crate::chapters::{FILE, SAMPLE, behind};

/// The worker of this place, in the order of their making, falls silent for good after its
/// third message: the program, the plan, and the first piece of work.
fn silent_worker(place: usize) -> String {
    format!(
        "{{
           let made = 0;
           globalThis.Worker = class extends Worker {{
             left = made++ === {place} ? 3 : Infinity;
             postMessage(...given) {{
               super.postMessage(...given);
               this.left -= 1;
               if (this.left === 0) this.terminate();
             }}
           }};
         }}"
    )
}

/// So many workers, the first ones, fail at once.
fn failing_workers(many: &str) -> String {
    format!(
        "{{
           let made = 0;
           const broken = URL.createObjectURL(new Blob([\"throw new Error('out of order')\"]));
           globalThis.Worker = class extends Worker {{
             constructor(address) {{ super(made++ < {many} ? broken : address); }}
           }};
         }}"
    )
}

/// The sample in a file, and its fingerprint from the command line.
fn sample_file(site: &Site) -> (Page, PathBuf, String) {
    let page = behind(site, SAMPLE);
    page.press("Save file");
    let file = page.saved_file();
    let expected = fingerprint_of(&file);
    (page, file, expected)
}

fn fingerprint_of(file: &Path) -> String {
    let hash = check(file)["outcome_hash"].as_str().map(str::to_owned);
    hash.expect("the command line prints a fingerprint")
}

/// How the settled answer was computed, in words, and its fingerprint.
#[track_caller]
fn computed(page: &Page) -> (String, String) {
    page.settled_verdict();
    page.go_to("Reality check");
    page.unfold("How this was computed");
    let text = page.text();
    let line = |words: &str| {
        let found = text.lines().find(|line| line.contains(words));
        found.unwrap_or_else(|| panic!("no {words:?} in: {text}"))
    };
    let fingerprint = line("Fingerprint of the answer: ").rsplit(' ').next();
    let by_whom = line("simulated periods, drawn under seed");
    (
        by_whom.to_owned(),
        fingerprint.unwrap_or_default().to_owned(),
    )
}

#[track_caller]
fn open_file(page: &Page, file: &Path) {
    page.pick_file(FILE, file);
    page.find("navigation", "Chapters");
}

/// Case 79.
#[test]
fn the_answer_is_the_same_to_the_last_bit_however_it_is_computed() {
    let site = Site::start();
    let (_page, file, expected) = sample_file(&site);
    for (settings, words) in [
        ("workers=0", "by the page itself"),
        ("workers=1", "by 1 worker beside the page"),
        ("workers=3", "by 3 workers beside the page"),
    ] {
        let page = Page::at(&site).settings(settings).open();
        open_file(&page, &file);
        let (by_whom, fingerprint) = computed(&page);
        assert!(by_whom.contains(words), "{settings}: {by_whom}");
        assert_eq!(fingerprint, expected, "{settings}");
    }
}

/// Case 76.
#[test]
fn a_worker_that_dies_is_replaced_and_its_work_done_again() {
    let site = Site::start();
    let (_page, file, expected) = sample_file(&site);
    for death in [silent_worker(0), silent_worker(1), failing_workers("1")] {
        let page = Page::at(&site)
            .settings("workers=2")
            .before_load(&death)
            .open();
        open_file(&page, &file);
        let (by_whom, fingerprint) = computed(&page);
        let words = "by 2 workers beside the page. 1 worker stopped and had its work done again.";
        assert!(by_whom.contains(words), "{death}: {by_whom}");
        assert_eq!(fingerprint, expected, "{death}");
    }
}

#[test]
fn a_plan_at_which_the_program_stops_keeps_its_estimate_and_can_be_changed() {
    const STOPS: &str = "
      let stops = true;
      addEventListener('keydown', (event) => { stops &&= event.key !== 'F8'; }, true);
      globalThis.Worker = class extends Worker {
        postMessage(...given) {
          super.postMessage(...given);
          const data = ['{\"Panicked\":{\"why\":\"out of order\"}}'];
          const dies = () => this.dispatchEvent(new MessageEvent('message', { data }));
          if (stops && Array.isArray(given[0])) setTimeout(dies);
        }
      };";
    let site = Site::start();
    let page = Page::at(&site).before_load(&format!("{{{STOPS}}}")).open();
    page.press(SAMPLE);
    page.go_to("Targets");
    wait_until("word of the failure", || {
        page.verdict().line("quick estimate only")?;
        Some(())
    });
    assert!(page.verdict().chance().value > 0.0);

    page.press_key(&[], Key::F8);
    page.field("Bookings target").enter("1500000");
    assert!(page.settled_verdict().has_settled());
}

#[test]
fn without_workers_the_page_answers_by_itself() {
    let site = Site::start();
    let (_page, file, expected) = sample_file(&site);
    let absent = "delete globalThis.Worker;".to_owned();
    let refused = "globalThis.Worker = class { constructor() { throw new Error('no'); } };";
    for lack in [absent, refused.to_owned(), failing_workers("Infinity")] {
        let page = Page::at(&site).before_load(&lack).open();
        open_file(&page, &file);
        let (by_whom, fingerprint) = computed(&page);
        assert!(by_whom.contains("by the page itself"), "{lack}: {by_whom}");
        assert_eq!(fingerprint, expected, "{lack}");
    }
}

/// Case 75.
#[test]
fn the_answer_is_that_of_the_last_edit() {
    let site = Site::start();
    let (page, _, before) = sample_file(&site);
    page.go_to("Targets");
    let target = page.field("Bookings target");
    // Every keystroke is an edit, and begins a run while another is under way.
    for amount in ["1234567", "987654", "1500000"] {
        target.type_in(amount);
    }
    target.press(Key::Tab);
    target.wait_for("1,500,000");
    let (_, fingerprint) = computed(&page);
    page.press("Save file");
    assert_eq!(fingerprint, fingerprint_of(&page.saved_file()));
    assert_ne!(fingerprint, before);
}
