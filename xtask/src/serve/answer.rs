//! What a request gets: a file of the page, its type and headers. Files come
//! from the page in memory, by name, so no address leads to the disk. Pure.

use crate::page::{self, Header, INDEX, Page};

/// A response before it is sent.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Answer {
    /// HTTP status.
    pub(super) status: u16,
    /// Headers beside those of the connection.
    pub(super) headers: Vec<Header>,
    /// Body.
    pub(super) content: Vec<u8>,
}

impl Answer {
    /// A file of the page, or 404.
    pub(super) fn file(page: &Page, name: &str) -> Answer {
        let Some(file) = page.files.get(name) else {
            return Answer::text(404, "There is no such file.");
        };
        let mut headers = page::security(&page.policy);
        headers.extend(common(media_type(name)));
        Answer {
            status: 200,
            headers,
            content: file.content.clone(),
        }
    }

    /// What is sent before the body.
    pub(super) fn head(&self) -> String {
        let phrase = match self.status {
            200 => "OK",
            404 => "Not Found",
            405 => "Method Not Allowed",
            _ => "Error",
        };
        let mut head = format!("HTTP/1.1 {} {phrase}\r\n", self.status);
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str(&format!("Content-Length: {}\r\n", self.content.len()));
        head.push_str("Connection: close\r\n\r\n");
        head
    }

    /// A sentence for the developer.
    pub(super) fn text(status: u16, sentence: &str) -> Answer {
        let mut headers = page::security("default-src 'none'");
        headers.extend(common("text/plain; charset=utf-8"));
        Answer {
            status,
            headers,
            content: format!("{sentence}\n").into_bytes(),
        }
    }
}

/// The file a request's target names; the root names index.html.
pub(super) fn file_name(target: &str) -> &str {
    let path = target.split(['?', '#']).next().unwrap_or_default();
    match path.strip_prefix('/').unwrap_or(path) {
        "" => INDEX,
        name => name,
    }
}

fn common(media_type: &'static str) -> [Header; 2] {
    [
        ("Content-Type", media_type.to_owned()),
        ("Cache-Control", "no-store".to_owned()),
    ]
}

fn media_type(name: &str) -> &'static str {
    let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
    match extension {
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" | "md" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::page::PageFile;

    #[test]
    fn an_answer_says_its_length_and_ends_its_connection() {
        let head = Answer::text(404, "There is no such file.").head();
        assert!(head.starts_with("HTTP/1.1 404 Not Found\r\n"), "{head}");
        assert!(head.contains("\r\nContent-Length: 23\r\n"), "{head}");
        assert!(head.contains("\r\nContent-Security-Policy: "), "{head}");
        assert!(head.ends_with("\r\nConnection: close\r\n\r\n"), "{head}");
    }

    fn page() -> Page {
        let file = |text: &str| PageFile {
            content: text.as_bytes().to_vec(),
            lasting: true,
            first_load: true,
        };
        Page {
            files: BTreeMap::from([
                ("index.html".to_owned(), file("<p>")),
                ("icons/a-1.svg".to_owned(), file("<svg/>")),
                ("plumbline-1.wasm".to_owned(), file("\0asm")),
            ]),
            policy: "default-src 'none'; script-src 'self'".to_owned(),
        }
    }

    fn get(target: &str) -> Answer {
        Answer::file(&page(), file_name(target))
    }

    fn header(answer: &Answer, name: &str) -> String {
        let found = answer.headers.iter().find(|(header, _)| *header == name);
        found.map(|(_, value)| value.clone()).unwrap()
    }

    #[test]
    fn the_root_is_the_page_and_a_query_changes_nothing() {
        assert_eq!(get("/").content, b"<p>");
        assert_eq!(get("/?chapter=team").content, b"<p>");
        assert_eq!(get("/index.html#team").content, b"<p>");
        assert_eq!(get("/icons/a-1.svg").content, b"<svg/>");
    }

    #[test]
    fn only_files_of_the_page_are_answered() {
        for target in [
            "/../Cargo.toml",
            "/..%2fCargo.toml",
            "/icons/../../Cargo.toml",
            "//etc/passwd",
            "/C:/Windows/win.ini",
            "/icons",
            "/missing.js",
        ] {
            assert_eq!(get(target).status, 404, "{target}");
        }
    }

    #[test]
    fn types_are_what_browsers_insist_on() {
        let wasm = get("/plumbline-1.wasm");
        assert_eq!(header(&wasm, "Content-Type"), "application/wasm");
        let svg = get("/icons/a-1.svg");
        assert_eq!(header(&svg, "Content-Type"), "image/svg+xml");
    }

    #[test]
    fn every_answer_has_the_security_headers_and_is_not_kept() {
        for answer in [get("/"), get("/missing"), Answer::text(405, "No.")] {
            assert!(header(&answer, "Content-Security-Policy").contains("frame-ancestors 'none'"));
            assert_eq!(header(&answer, "X-Content-Type-Options"), "nosniff");
            assert_eq!(header(&answer, "Cache-Control"), "no-store");
        }
        assert!(header(&get("/"), "Content-Security-Policy").contains("script-src 'self'"));
    }
}
