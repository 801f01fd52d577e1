//! Whatever people paste into a text field comes back as it was: after saving and opening,
//! after undo, in every field of a plan that takes a text.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use crate::common::{fields, full, reopened};
use plumbline_plan::Edit;
use serde_json::Value;

/// Cases 57 and 66: markup, formulas, other scripts and directions, invisible and unpaired
/// marks, control characters, what means something to JSON, paths, SQL and shells.
const NAUGHTY: [&str; 40] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)>",
    "javascript:alert(1)",
    "</script><!--",
    "<![CDATA[",
    "&lt;b&gt; &amp; &#0; &nonsense;",
    "{{constructor}} ${1+1} #{x} <%= x %>",
    "=cmd|' /C calc'!A0",
    "+1-1",
    "@SUM(A1)",
    "-",
    "'; DROP TABLE deals; --",
    "`rm -rf /` $(id) | cat",
    "../../etc/passwd",
    "C:\\con\\aux.txt",
    "__proto__",
    "constructor",
    "null",
    "NaN",
    "undefined",
    "true",
    "0",
    "1e308",
    "\\u0000 \\x00 \\",
    "\"quoted\" 'so' ‘or’ „so“",
    "a\nb\r\nc\rd\u{2028}e\u{2029}f",
    "\t tab \u{b} \u{c} \u{7f}",
    "\u{0}\u{1}\u{1b}[31m",
    "\u{feff}mark\u{200b}\u{200d}\u{ad}",
    "\u{202e}desrever\u{202c} \u{2066}x\u{2069}",
    "שלום عليكم",
    "田中さん 부장님 社長",
    "Zoë Größe Łódź İstanbul ıI ﬃ ǅ",
    "e\u{301} ≠ é; Z̡͖̜a̷l̕g͏o̡",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇺🇳",
    "\u{10ffff}\u{e000}\u{fffd}",
    "%s %n %d %00 %0a",
    "  spaces before and behind  ",
    "",
];

#[test]
fn a_text_comes_back_from_every_field_as_it_was() {
    let plan = full();
    let mut tried = 0;
    for (path, value) in fields(&plan) {
        if !value.is_string() {
            continue;
        }
        // All in one, and one after the other: dates, months and references refuse them.
        let all = NAUGHTY.join(" ");
        let mut changed = plan.clone();
        let Ok(inverse) = Edit::set(&path, &all).apply(&mut changed) else {
            continue;
        };
        tried += 1;
        assert_eq!(changed.field(&path).unwrap(), Value::from(all));
        let mut again = reopened(&changed);
        assert_eq!(again, changed, "{path}");
        inverse.apply(&mut again).unwrap();
        assert_eq!(again, plan, "{path}");
    }
    assert!(tried > 60, "only {tried} fields took a text");
}

#[test]
fn each_of_them_alone_comes_back() {
    let plan = full();
    for text in NAUGHTY {
        for path in ["about/title", "foundation/mission"] {
            let mut changed = plan.clone();
            Edit::set(path, text).apply(&mut changed).unwrap();
            assert_eq!(reopened(&changed), changed, "{text:?}");
        }
    }
}

#[test]
fn a_text_of_a_megabyte_comes_back() {
    let mut plan = full();
    let long = "Größe \u{202e}<b>".repeat(70_000);
    Edit::set("about/title", &long).apply(&mut plan).unwrap();
    assert_eq!(reopened(&plan).about.title, long);
}
