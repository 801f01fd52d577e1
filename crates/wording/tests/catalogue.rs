//! The app has no text of its own: every word that people see is in the catalogue.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Attributes and properties whose value people see or hear.
const SEEN: [&str; 13] = [
    "alt",
    "aria-description",
    "aria-label",
    "aria-roledescription",
    "example",
    "head",
    "hint",
    "label",
    "of",
    "placeholder",
    "refused",
    "title",
    "what",
];

/// Keys, as the browser names them.
const KEYS: [&str; 10] = [
    "Escape",
    "Enter",
    "ArrowUp",
    "ArrowDown",
    "ArrowLeft",
    "ArrowRight",
    "Home",
    "End",
    "PageDown",
    "PageUp",
];

/// The source files of the app that make pages. `src/browser` and the simulation in its
/// workers make none: what they say is for logs, or is the browser's own word.
fn sources() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src");
    let mut folders = vec![root.clone()];
    let mut found = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let silent = ["browser", "forecasting/simulation"].map(|folder| root.join(folder));
            let elsewhere = silent.contains(&path) || path.ends_with("tests");
            if path.is_dir() && !elsewhere {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !path.ends_with("tests.rs")
            {
                found.push(path);
            }
        }
    }
    found
}

/// A string literal with the code before it on its line.
struct Literal {
    line: usize,
    before: String,
    text: String,
}

/// The string literals of a file outside comments and tests, read as far as the product's
/// own style goes: no raw strings, tests at the end.
fn literals(source: &str) -> Vec<Literal> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let mut found = Vec::new();
    for (number, line) in code.lines().enumerate() {
        if line.trim_start().starts_with("//") {
            continue;
        }
        let line = line.replace("\\\"", "'").replace("'\"'", "' '");
        let parts: Vec<&str> = line.split('"').collect();
        for (place, text) in parts.iter().enumerate().skip(1).step_by(2) {
            found.push(Literal {
                line: number + 1,
                before: parts[..place].join("\""),
                text: (*text).to_owned(),
            });
        }
    }
    found
}

/// Why people would see this literal, if they would.
fn seen_because(literal: &Literal) -> Option<&'static str> {
    let has_letters = literal.text.chars().any(char::is_alphabetic);
    let before = literal.before.trim_end();
    let attribute = |name: &&str| {
        let given = before.strip_suffix('=').or(before.strip_suffix("={"));
        given.is_some_and(|given| {
            given
                .strip_suffix(*name)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
        })
    };
    if SEEN.iter().any(attribute) && literal.text.chars().any(char::is_alphanumeric) {
        return Some("it is the value of an attribute that people see");
    }
    let element = before.strip_suffix('{').map_or(before, str::trim_end);
    let in_element = element.ends_with('>') && !element.ends_with("=>");
    if has_letters && (in_element || before.trim_start() == "{") {
        return Some("it stands as text in an element");
    }
    // A match arm gives a word too: only what begins like a sentence or a label counts.
    let mut letters = literal.text.chars();
    let sentence = letters.next().is_some_and(char::is_uppercase)
        && letters
            .next()
            .is_some_and(|ch| ch.is_lowercase() || ch == ' ');
    let is_code = literal.text.contains("::");
    if sentence
        && !is_code
        && !KEYS.contains(&literal.text.as_str())
        && !before.ends_with("reason =")
    {
        return Some("it begins like a sentence");
    }
    let bare = |word: &str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    if literal.text.contains('{') && literal.text.split_whitespace().any(bare) {
        return Some("it puts values into a sentence");
    }
    None
}

#[test]
fn the_app_has_no_text_of_its_own() {
    let files = sources();
    assert!(files.len() > 50, "the app was not found");
    let mut own = Vec::new();
    for path in files {
        for literal in literals(&fs::read_to_string(&path).unwrap()) {
            if let Some(why) = seen_because(&literal) {
                let place = format!("{}:{}", path.display(), literal.line);
                own.push(format!("{place}: {:?}: {why}", literal.text));
            }
        }
    }
    assert!(
        own.is_empty(),
        "move these to crates/wording/src/texts:\n{}",
        own.join("\n")
    );
}

#[test]
fn a_text_in_the_app_is_noticed() {
    let noticed = |code: &str| {
        literals(code)
            .iter()
            .any(|text| seen_because(text).is_some())
    };
    for code in [
        r#"<TextField example="10, 25" />"#,
        r#"<button aria-label={"close"}>"#,
        r#"<p>{ "nothing here" }</p>"#,
        r#"    { "nothing here" }"#,
        r#"Action::Say("Saved.".to_owned())"#,
        r#"format!("{count} of {all} done")"#,
    ] {
        assert!(noticed(code), "{code}");
    }
    for code in [
        r#"<p class="field field-cell" role="status">"#,
        r#"path.child("average")"#,
        r#"format!("{id}-said {id}-hint")"#,
        r#"format!("{of}: {label}")"#,
        r#"// "Saved." is said"#,
        r#""Escape" if draft.is_some() => {"#,
        r#"<button>{ "×" }</button>"#,
        r#"Self::Even => "even","#,
        r#"let class = if gap > 0.0 { "short" } else { "enough" };"#,
    ] {
        assert!(!noticed(code), "{code}");
    }
}
