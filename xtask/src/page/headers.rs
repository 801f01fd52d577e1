//! The response headers the page should be sent with, and the `_headers` file
//! that tells static hosts so. Pure.

use std::fmt::Write;

use super::{INDEX, Page, SERVICE_WORKER};

/// A response header: name and value.
pub(crate) type Header = (&'static str, String);

/// The security headers of every response. The policy is the page's own plus
/// what a browser accepts only in a header.
pub(crate) fn security(policy: &str) -> Vec<Header> {
    let policy = policy.trim_end_matches(';');
    vec![
        (
            "Content-Security-Policy",
            format!("{policy}; frame-ancestors 'none'"),
        ),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
    ]
}

/// The text of `_headers` (the form Netlify and Cloudflare Pages read): security
/// for every address, long keeping for hashed names, none for the others.
pub(super) fn file(page: &Page) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in security(&page.policy) {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "  {name}: {value}");
    }
    let mut keep = |address: &str, how: &str| {
        let _ = writeln!(text, "/{address}\n  Cache-Control: {how}");
    };
    keep("", "no-cache");
    for (address, file) in &page.files {
        if file.lasting {
            keep(address, "public, max-age=31536000, immutable");
        } else if [INDEX, SERVICE_WORKER].contains(&address.as_str()) {
            keep(address, "no-cache");
        }
    }
    text
}
