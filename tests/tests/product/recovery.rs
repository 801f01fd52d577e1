//! When the program fails or does not load, the page says so in plain words and hands over
//! the saved plan.

use std::fs;

use plumbline_tests::{Key, Page, Site, wait_until};

use crate::chapters::{BLANK, FILE, wait_until_saved};

/// From the press of F8 on, the browser once fails to make an element: the program has no
/// answer to that and stops.
const FAILS_AFTER_F8: &str = r#"
{
  let fails = false;
  addEventListener("keydown", (event) => { fails ||= event.key === "F8"; }, true);
  for (const name of ["createElement", "createElementNS"]) {
    const made = Document.prototype[name];
    Document.prototype[name] = function (...given) {
      if (fails) {
        fails = false;
        throw new Error("the browser is out of elements");
      }
      return made.apply(this, given);
    };
  }
}
"#;

/// A machine with 32 MB of memory to give: the module's memory has no more pages.
const LITTLE_MEMORY: &str = r#"
{
  const number = (value) => value < 128 ? [value] : [value % 128 + 128, ...number(value >> 7)];
  const limited = (bytes) => {
    for (let at = 8; at < bytes.length;) {
      const begin = at, kind = bytes[at++];
      const read = () => {
        let value = 0, shift = 0, byte;
        do { byte = bytes[at++]; value |= (byte & 127) << shift; shift += 7; } while (byte > 127);
        return value;
      };
      const end = read() + at;
      if (kind === 5) {
        const memories = read(), bounds = read(), least = read();
        if (memories !== 1 || bounds > 1) throw new Error("another kind of memory");
        const inside = [1, 1, ...number(least), ...number(512)];
        const memory = Uint8Array.from([5, ...number(inside.length), ...inside]);
        return new Blob([bytes.subarray(0, begin), memory, bytes.subarray(end)]).arrayBuffer();
      }
      at = end;
    }
    throw new Error("no memory in the module");
  };
  const compile = WebAssembly.compile;
  WebAssembly.compileStreaming = async (response) =>
    compile(await limited(new Uint8Array(await (await response).arrayBuffer())));
}
"#;

/// Cases 77 and 78: the program stops at what it has no answer to, or because the machine
/// has no more memory to give.
#[test]
fn a_program_that_stops_hands_over_the_saved_plan() {
    let site = Site::start();
    let faults = format!("{FAILS_AFTER_F8}{LITTLE_MEMORY}");
    let page = Page::at(&site).before_load(&faults).open();
    page.press(BLANK);
    page.field("Title of the plan")
        .enter("Kept through the fall");
    wait_until_saved(&page);
    page.press_key(&[], Key::F8);
    page.press("Earlier versions");

    wait_for_alert(&page, "Plumbline has stopped");
    wait_until("word of the saved plan", || {
        page.text()
            .contains("“Kept through the fall”")
            .then_some(())
    });
    assert_hands_over(&page, &site, "Kept through the fall");

    page.press("Reload");
    page.field("Title of the plan")
        .wait_for("Kept through the fall");

    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("large.plumbline.json");
    let large = format!("{{\"large\": \"{}\"}}", "x".repeat(40_000_000));
    fs::write(&file, large).expect("a file can be written");
    page.pick_file("Open file", &file);
    wait_for_alert(&page, "Plumbline has stopped");
    wait_until("word of the saved plan", || {
        page.text()
            .contains("“Kept through the fall”")
            .then_some(())
    });
    page.press("Reload");
    page.field("Title of the plan")
        .wait_for("Kept through the fall");
}

#[test]
fn a_program_that_does_not_arrive_is_told_and_the_saved_plan_handed_over() {
    let site = Site::start();
    let page = Page::at(&site).open();
    page.press(BLANK);
    page.field("Title of the plan").enter("From a better day");
    wait_until_saved(&page);

    site.withhold(".wasm");
    page.forget_files();
    page.reload();
    wait_for_alert(&page, "Plumbline could not be loaded");
    assert_hands_over(&page, &site, "From a better day");
}

#[test]
fn a_first_visitor_is_told_that_there_is_no_plan() {
    let site = Site::start();
    site.withhold(".wasm");
    let page = Page::at(&site).open();
    wait_for_alert(&page, "Plumbline could not be loaded");
    wait_until("word that there is no plan", || {
        page.text()
            .contains("There is no saved plan in this browser")
            .then_some(())
    });
    assert!(!page.has("button", "Download the plan"));
    assert_eq!(
        page.barriers(),
        [] as [String; 0],
        "barriers on the recovery page"
    );
}

#[track_caller]
fn wait_for_alert(page: &Page, words: &str) {
    wait_until(&format!("{words:?} in an alert"), || {
        page.read("alert").contains(words).then_some(())
    });
}

/// The downloaded file opens as the plan it was.
#[track_caller]
fn assert_hands_over(page: &Page, site: &Site, title: &str) {
    page.press("Download the plan");
    let file = page.saved_file();
    let well = Site::start();
    let elsewhere = Page::at(&well).open();
    elsewhere.pick_file(FILE, &file);
    elsewhere.field("Title of the plan").wait_for(title);
    assert_ne!(well.address(), site.address());
}
