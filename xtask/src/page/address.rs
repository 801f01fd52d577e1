//! Content-hashed file names, and the places in texts where files are named.
//! Pure: knows no file system.

use std::collections::BTreeMap;

/// How much of the SHA-256 goes into a name: 48 bits, against mistaking one
/// version of a file for another, not against an attacker.
const HASH_BYTES: usize = 6;

/// The published address of a source: its folder `static/` or `generated/` goes,
/// and the hash of its content comes before the extension.
pub(crate) fn hashed(source: &str, content: &[u8]) -> String {
    let hash = mark(content);
    let published = source.split_once('/').map_or(source, |(_, rest)| rest);
    let (folder, name) = published.rsplit_once('/').unwrap_or(("", published));
    let name = match name.split_once('.') {
        Some((stem, extensions)) => format!("{stem}-{hash}.{extensions}"),
        None => format!("{name}-{hash}"),
    };
    if folder.is_empty() {
        name
    } else {
        format!("{folder}/{name}")
    }
}

/// The beginning of the SHA-256 of a content, in hexadecimal digits.
pub(crate) fn mark(content: &[u8]) -> String {
    let digest = hmac_sha256::Hash::hash(content);
    let bytes = digest.iter().take(HASH_BYTES);
    bytes.map(|byte| format!("{byte:02x}")).collect()
}

/// The addresses as a file in static/ writes them: relative to its own folder.
/// Files outside that folder are not reachable from it.
pub(crate) fn seen_from(
    source: &str,
    addresses: &BTreeMap<String, String>,
) -> BTreeMap<String, String> {
    let folder = source.rfind('/').map_or("", |end| &source[..=end]);
    let depth = folder.matches('/').count();
    addresses
        .iter()
        .filter_map(|(other, address)| {
            let written = other.strip_prefix(folder)?;
            let kept = address.split('/').skip(depth.saturating_sub(1));
            let published: Vec<&str> = kept.collect();
            Some((written.to_owned(), published.join("/")))
        })
        .collect()
}

/// Puts the published address wherever a text names a source between quotes or
/// in CSS parentheses.
pub(crate) fn substitute(text: &str, addresses: &BTreeMap<String, String>) -> String {
    let mut text = text.to_owned();
    for (source, address) in addresses {
        for (open, close) in [('"', '"'), ('\'', '\''), ('(', ')')] {
            let written = format!("{open}{source}{close}");
            text = text.replace(&written, &format!("{open}{address}{close}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn map(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
        let owned = pairs
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        owned.collect()
    }

    #[test]
    fn a_name_carries_the_hash_of_the_content_before_its_extensions() {
        // SHA-256 of "abc" begins ba7816bf8f01 (FIPS 180-4, example).
        assert_eq!(hashed("static/style.css", b"abc"), "style-ba7816bf8f01.css");
        assert_eq!(
            hashed("static/icons/a.b.svg", b"abc"),
            "icons/a-ba7816bf8f01.b.svg"
        );
        assert_eq!(hashed("static/LICENSE", b"abc"), "LICENSE-ba7816bf8f01");
        assert_ne!(hashed("static/a.js", b"1"), hashed("static/a.js", b"2"));
    }

    #[test]
    fn only_whole_names_between_delimiters_are_replaced() {
        let addresses = map(&[("a.png", "a-1.png"), ("fonts/b.woff2", "fonts/b-2.woff2")]);
        let text = r#"url(a.png) url("fonts/b.woff2") 'a.png' aa.png "x/a.png" a.png"#;
        let expected = r#"url(a-1.png) url("fonts/b-2.woff2") 'a-1.png' aa.png "x/a.png" a.png"#;
        assert_eq!(substitute(text, &addresses), expected);
    }

    #[test]
    fn a_file_sees_others_from_its_own_folder() {
        let addresses = map(&[
            ("static/a.png", "a-1.png"),
            ("static/icons/b.png", "icons/b-2.png"),
        ]);
        assert_eq!(
            seen_from("static/style.css", &addresses),
            map(&[("a.png", "a-1.png"), ("icons/b.png", "icons/b-2.png")])
        );
        assert_eq!(
            seen_from("static/icons/app.webmanifest", &addresses),
            map(&[("b.png", "b-2.png")])
        );
    }
}
