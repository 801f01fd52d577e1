//! docs/findings.md is made from the rules' documentation. This test says when it is out of
//! date; with `PLUMBLINE_WRITE_DOCS=1` it writes it anew.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{
    collections::BTreeMap,
    env, fs,
    path::{Path, PathBuf},
};

use plumbline_review::{RULES, Rule, mistakes::MISTAKES, say_severity};
use plumbline_wording::texts::{chapters, findings};

/// The headings of a rule's documentation, in their order.
const HEADINGS: [&str; 4] = ["What it catches", "Why it matters", "Example", "What to do"];

const HEAD: &str = "# Findings

What Plumbline says about a plan beside its verdict: one entry for each rule, with what it catches, why
that matters, an example, and what to do. A plan's own figures are said with each finding; where a change
can be tried out, so is its effect on the chance of the target and on the bookings, by running the model
with it. A finding that is not for you can be set aside with the reason; it is then marked, not hidden.

The severities:

| severity | meaning |
|---|---|
| settle first | the verdict means nothing until this is settled |
| serious | the plan is likely to fail on it, or contradicts itself |
| worth a look | worth a talk before the plan is agreed on |
| hint | would make a good plan better |

Made from the comments at the head of each rule's file in `crates/review/src/rules`. After changing one:

```sh
PLUMBLINE_WRITE_DOCS=1 cargo test -p plumbline-review --test document
```
";

fn folder() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The source files of the rules by the code each holds.
fn sources() -> BTreeMap<String, (PathBuf, String)> {
    let mut found = BTreeMap::new();
    for chapter in fs::read_dir(folder().join("src/rules")).unwrap() {
        let chapter = chapter.unwrap().path();
        if !chapter.is_dir() {
            continue;
        }
        for file in fs::read_dir(&chapter).unwrap() {
            let file = file.unwrap().path();
            let source = fs::read_to_string(&file).unwrap();
            if let Some((_, rest)) = source.split_once("    code: \"") {
                let code = rest.split('"').next().unwrap().to_owned();
                let twice = found.insert(code.clone(), (file, source));
                assert!(twice.is_none(), "{code} stands in two files");
            }
        }
    }
    found
}

/// The documentation at the head of a file, without its comment signs.
fn documentation(source: &str) -> String {
    let lines = source.lines().take_while(|line| line.starts_with("//!"));
    let lines = lines.map(|line| line.trim_start_matches("//!").trim_start());
    lines.collect::<Vec<_>>().join("\n")
}

/// An entry: the rule's own headings become words in bold.
fn entry(rule: &Rule, documentation: &str) -> String {
    let (title, body) = documentation.split_once('\n').unwrap();
    let title = title.trim_start_matches("# ");
    let mut text = format!(
        "\n### {} {title}\n\n`{}`, {}.\n",
        rule.code,
        rule.name,
        say_severity(rule.severity)
    );
    for part in body.split("## ").skip(1) {
        let (heading, words) = part.split_once('\n').unwrap();
        text += &format!("\n**{heading}.** {}\n", words.trim());
    }
    let words = findings::of(rule.code);
    if !words.published.is_empty() {
        text += &format!("\n**Published.** {}\n", words.published);
    }
    text
}

fn document() -> String {
    let sources = sources();
    let mut text = HEAD.to_owned();
    let mut chapter = None;
    for rule in RULES {
        if chapter != Some(rule.chapter()) {
            chapter = Some(rule.chapter());
            text += &format!("\n## {}\n", chapters::TITLES[rule.chapter()]);
        }
        let (_, source) = &sources[rule.code];
        text += &entry(rule, &documentation(source));
    }
    text += "\n## The mistakes they catch\n\n| mistake | rules |\n|---|---|\n";
    for mistake in MISTAKES {
        text += &format!("| {} | {} |\n", mistake.name, mistake.rules.join(", "));
    }
    text
}

#[test]
fn the_document_is_that_of_the_rules() {
    let path = folder().join("../../docs/findings.md");
    let document = document();
    if env::var_os("PLUMBLINE_WRITE_DOCS").is_some() {
        fs::write(&path, &document).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written.replace("\r\n", "\n") == document,
        "docs/findings.md is out of date; run: \
         PLUMBLINE_WRITE_DOCS=1 cargo test -p plumbline-review --test document"
    );
}

#[test]
fn every_rule_has_a_file_of_its_own_with_all_headings() {
    let sources = sources();
    assert_eq!(
        sources.len(),
        RULES.len(),
        "every file's rule is in the list"
    );
    for rule in RULES {
        let (path, source) = &sources[rule.code];
        let file = path.file_stem().unwrap().to_str().unwrap();
        assert_eq!(
            file,
            rule.name.replace('-', "_"),
            "the file has the rule's name"
        );
        let documentation = documentation(source);
        assert!(
            documentation.starts_with("# "),
            "{}: a title first",
            rule.code
        );
        let headings = documentation
            .lines()
            .filter_map(|line| line.strip_prefix("## "));
        assert_eq!(headings.collect::<Vec<_>>(), HEADINGS, "{}", rule.code);
        assert!(source.lines().count() < 200, "{} is long", path.display());
    }
}
