//! What index.html says: the files it names and its security policy. Pure.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};

use super::address::substitute;

/// The page's text with published addresses for sources.
///
/// # Errors
/// When it names a source that is not there.
pub(crate) fn with_addresses(text: &str, addresses: &BTreeMap<String, String>) -> Result<String> {
    let text = substitute(text, addresses);
    for folder in ["static/", "generated/"] {
        for quote in ['"', '\''] {
            if let Some((_, rest)) = text.split_once(&format!("{quote}{folder}")) {
                let name = rest.split(quote).next().unwrap_or_default();
                bail!("it names {folder}{name}, which is not there");
            }
        }
    }
    Ok(text)
}

/// Whether the page has the browser load the file at once.
pub(crate) fn loads(index: &str, address: &str) -> bool {
    ["href", "src"]
        .iter()
        .any(|attribute| index.contains(&format!("{attribute}=\"{address}\"")))
}

/// The page's Content-Security-Policy, from its meta element.
///
/// # Errors
/// When it has none.
pub(crate) fn policy(index: &str) -> Result<String> {
    let content = index
        .split_once("http-equiv=\"Content-Security-Policy\"")
        .and_then(|(_, rest)| rest.split_once("content=\""))
        .and_then(|(_, rest)| rest.split_once('"'))
        .map(|(content, _)| content)
        .context("index.html has no meta element with a Content-Security-Policy")?;
    Ok(content.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses() -> BTreeMap<String, String> {
        BTreeMap::from([("static/boot.js".to_owned(), "boot-1.js".to_owned())])
    }

    #[test]
    fn sources_become_addresses_and_a_missing_one_is_named() -> Result<()> {
        let page = r#"<script src="static/boot.js" defer></script>"#;
        let page = with_addresses(page, &addresses())?;
        assert_eq!(page, r#"<script src="boot-1.js" defer></script>"#);

        let missing = with_addresses(r#"<img src="static/logo.svg">"#, &addresses());
        let message = missing.unwrap_err().to_string();
        assert!(message.contains("static/logo.svg"), "{message}");
        Ok(())
    }

    #[test]
    fn the_first_load_is_what_href_and_src_name() {
        let page = r#"<link href="a.css"><script src="b.js"></script><meta content="c.wasm">"#;
        assert!(loads(page, "a.css") && loads(page, "b.js"));
        assert!(!loads(page, "c.wasm") && !loads(page, "d.js"));
    }

    #[test]
    fn the_policy_is_read_from_its_meta_element() -> Result<()> {
        let page = "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"\n\
                    content=\"default-src 'none';\n  img-src 'self'\">";
        assert_eq!(policy(page)?, "default-src 'none'; img-src 'self'");
        assert!(policy("<meta charset=\"utf-8\">").is_err());
        Ok(())
    }
}
