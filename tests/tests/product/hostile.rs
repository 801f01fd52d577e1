//! Cases 57, 66 and 67: texts that would be a program, a picture or a direction of writing
//! elsewhere are texts here, in every chapter, chart and list, and come back as they were.

use std::fs;

use plumbline_tests::{Page, Site, wait_until};
use serde_json::Value;

use crate::chapters::{FILE, SAMPLE, TITLES, behind, wait_until_saved};

const HOSTILE: &str = "<img src=x onerror=\"document.title='ran'\"> \u{202e}</script><script>document.title='ran'</script> once=1";

/// Fields whose texts people write.
const WRITTEN: [&str; 26] = [
    "name",
    "title",
    "client",
    "prepared_by",
    "mission",
    "vision",
    "purpose",
    "text",
    "meaning",
    "proof",
    "note",
    "objection",
    "answer",
    "topic",
    "milestone",
    "why",
    "positioning",
    "buyer_step",
    "customer",
    "description",
    "activities",
    "statement",
    "strategy",
    "what",
    "coaching_plan",
    "skills_needs",
];

/// Puts the hostile text behind every text that people write.
fn spoil(value: &mut Value, spoilt: &mut usize) {
    match value {
        Value::Object(record) => {
            for (name, value) in record {
                match value {
                    Value::String(text) if WRITTEN.contains(&name.as_str()) => {
                        text.push_str(HOSTILE);
                        *spoilt += 1;
                    }
                    value => spoil(value, spoilt),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| spoil(item, spoilt)),
        _ => {}
    }
}

#[test]
fn hostile_texts_are_texts_on_every_page() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.press("Save file");
    let text = fs::read_to_string(page.saved_file()).expect("a text");
    let mut document: Value = serde_json::from_str(&text).expect("JSON");
    let mut spoilt = 0;
    spoil(&mut document["plan"], &mut spoilt);
    assert!(spoilt > 60, "only {spoilt} texts were spoilt");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("<b> hostile.json");
    fs::write(&file, document.to_string()).expect("a file can be written");
    drop(page);

    let page = Page::at(&site).open();
    page.pick_file(FILE, &file);
    wait_until("the hostile plan", || {
        page.field("Title of the plan")
            .value()
            .ends_with(" once=1")
            .then_some(())
    });
    for chapter in TITLES {
        page.go_to(chapter);
        page.find("heading", chapter);
    }
    assert!(!page.settled_verdict().is_missing());
    assert_eq!(page.title(), "Plumbline", "a text has become a program");
    assert_eq!(page.complaints(), [], "the console");
    page.press("Save file");
    let saved = fs::read_to_string(page.saved_file()).expect("a text");
    let saved: Value = serde_json::from_str(&saved).expect("JSON");
    assert_eq!(saved["plan"]["about"], document["plan"]["about"]);
    assert_eq!(saved["plan"]["process"], document["plan"]["process"]);
    assert_eq!(saved["plan"]["team"], document["plan"]["team"]);
}

/// What people paste, and what programs trip over; each of our own writing.
const NAUGHTY: [&str; 12] = [
    "<script>document.title='ran'</script>",
    "\"><img src=x onerror=\"document.title='ran'\">",
    "=cmd|' /C calc'!A0",
    "'; DROP TABLE deals; --",
    "__proto__",
    "{{constructor.constructor('document.title=1')()}} ${1+1}",
    "null",
    "%00 \\u0000 \\ &lt;b&gt; &#0;",
    "Zoë Größe Łódź İstanbul",
    "שלום \u{202e}desrever\u{202c} عليكم",
    "田中さん 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "  - 1. **spaces**  ",
];

/// Cases 66 and 71: whatever is typed into any text field of any chapter, or pasted with
/// its formatting, comes back letter by letter, and nothing of it runs.
#[test]
fn what_is_typed_into_every_text_field_comes_back_after_a_reload() {
    let site = Site::start();
    let page = behind(&site, SAMPLE);
    page.field("Title of the plan").paste_with_markup(
        "Pasted <b>words</b>",
        "<h1>Pasted</h1><table><tr><td>words</td></tr></table>",
    );
    page.field("Title of the plan")
        .wait_for("Pasted <b>words</b>");
    let mut written = Vec::new();
    for chapter in TITLES {
        page.go_to(chapter);
        let here = page.write_into_all_text_fields(&NAUGHTY);
        assert_eq!(page.in_text_fields(&here), here, "{chapter}, as typed");
        written.push((chapter, here));
    }
    let fields: usize = written.iter().map(|(_, here)| here.len()).sum();
    assert!(fields > 80, "only {fields} fields were written into");
    wait_until_saved(&page);
    page.reload();
    page.find("navigation", "Chapters");
    for (chapter, here) in written {
        page.go_to(chapter);
        assert_eq!(page.in_text_fields(&here), here, "{chapter}, loaded again");
    }
    assert_eq!(page.title(), "Plumbline", "a text has become a program");
    assert_eq!(page.complaints(), [], "the console");
}
