//! What the service worker has to know of the build: all files, and a mark of their content.
//! Pure.

use std::collections::BTreeMap;

use super::{PageFile, address};

/// Stands in `static/sw.js` for the addresses of all files but the page and itself.
const FILES: &str = "\"generated/files\"";
/// Stands there for the mark.
const BUILD: &str = "generated/build";

/// The script with the files and their mark in it. The names of files carry the mark of
/// their content; the page, which keeps its name, and the script itself go into the mark too.
pub(super) fn filled_in(script: &str, files: &BTreeMap<String, PageFile>, index: &str) -> String {
    let addresses: Vec<String> = files
        .keys()
        .map(|address| format!("\"{address}\""))
        .collect();
    let all = format!("{script}\n{index}\n{}", addresses.join("\n"));
    let script = script.replace(FILES, &addresses.join(", "));
    script.replace(BUILD, &address::mark(all.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str = "const BUILD = \"generated/build\"; const FILES = [\"generated/files\"];";

    fn files(names: &[&str]) -> BTreeMap<String, PageFile> {
        let file = || PageFile {
            content: Vec::new(),
            lasting: true,
            first_load: false,
        };
        let named = names.iter().map(|name| ((*name).to_owned(), file()));
        named.collect()
    }

    #[test]
    fn every_file_is_named() {
        let script = filled_in(SCRIPT, &files(&["a-1.js", "b-2.css"]), "page");
        assert!(script.contains("[\"a-1.js\", \"b-2.css\"]"), "{script}");
        assert!(!script.contains("generated/"), "{script}");
    }

    #[test]
    fn another_file_or_another_page_is_another_build() {
        let one = filled_in(SCRIPT, &files(&["a-1.js"]), "page");
        assert_eq!(filled_in(SCRIPT, &files(&["a-1.js"]), "page"), one);
        let mark = |script: &str| script[..40].to_owned();
        let file = filled_in(SCRIPT, &files(&["a-2.js"]), "page");
        let page = filled_in(SCRIPT, &files(&["a-1.js"]), "another page");
        assert!(mark(&file) != mark(&one) && mark(&page) != mark(&one));
    }
}
