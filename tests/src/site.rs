//! A web server with the built product, on this machine alone: sends the files of `dist`
//! with the headers that its `_headers` names, and remembers what was asked for.

use std::{
    collections::BTreeSet,
    fs,
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread::{self, JoinHandle},
};

use tiny_http::{Header, Request, Response, Server};

use crate::machine;

/// A request that reached the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// GET, POST and so on.
    pub method: String,
    /// The address asked for, with its query.
    pub address: String,
    /// What was sent along.
    pub body: String,
}

/// The product on a server of its own; gone when dropped.
pub struct Site {
    server: Arc<Server>,
    thread: Option<JoinHandle<()>>,
    seen: Arc<Seen>,
    address: String,
}

#[derive(Default)]
struct Seen {
    visits: Mutex<Vec<Visit>>,
    withheld: Mutex<BTreeSet<String>>,
}

impl Site {
    /// Serves the built product on a free port.
    ///
    /// # Panics
    /// When it is not built or no port is free.
    #[must_use]
    #[track_caller]
    pub fn start() -> Self {
        let files = Files::of_dist();
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a port is free"));
        let address = format!("http://{}/", server.server_addr());
        let seen = Arc::new(Seen::default());
        let thread = thread::spawn({
            let (server, seen) = (Arc::clone(&server), Arc::clone(&seen));
            move || {
                server
                    .incoming_requests()
                    .for_each(|request| files.answer(request, &seen))
            }
        });
        Self {
            server,
            thread: Some(thread),
            seen,
            address,
        }
    }

    /// The address of the page.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// From now on files of this ending are answered with 404.
    pub fn withhold(&self, ending: &str) {
        lock(&self.seen.withheld).insert(ending.to_owned());
    }

    /// Everything asked for so far, in order.
    #[must_use]
    pub fn visits(&self) -> Vec<Visit> {
        lock(&self.seen.visits).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            // Its panic would have failed the test's requests already.
            let _ = thread.join();
        }
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The folder, and the headers by address.
struct Files {
    folder: PathBuf,
    rules: Vec<(String, Header)>,
}

impl Files {
    #[track_caller]
    fn of_dist() -> Self {
        let folder = machine::dist();
        let text = fs::read_to_string(folder.join("_headers")).unwrap_or_else(|error| {
            panic!(
                "{} is not built (cargo xtask build): {error}",
                folder.display()
            )
        });
        Self {
            folder,
            rules: rules(&text),
        }
    }

    fn answer(&self, mut request: Request, seen: &Seen) {
        let mut body = String::new();
        // A body that is no text is recorded as what could be read of it.
        let _ = request.as_reader().read_to_string(&mut body);
        let (method, address) = (request.method().to_string(), request.url().to_owned());
        let path = address
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned();
        lock(&seen.visits).push(Visit {
            method,
            address,
            body,
        });
        let withheld = lock(&seen.withheld)
            .iter()
            .any(|ending| path.ends_with(ending));
        let mut response = match self.content(&path).filter(|_| !withheld) {
            Some(content) => Response::from_data(content),
            None => Response::from_data("Not found").with_status_code(404),
        };
        for (pattern, header) in &self.rules {
            if matches(pattern, &path) {
                response.add_header(header.clone());
            }
        }
        response.add_header(header("Content-Type", media_type(&path)));
        // The browser may have gone away.
        let _ = request.respond(response);
    }

    fn content(&self, path: &str) -> Option<Vec<u8>> {
        let name = match path.trim_start_matches('/') {
            "" => "index.html",
            name => name,
        };
        let harmless = name.split('/').all(|part| !part.starts_with('.'));
        harmless.then(|| fs::read(self.folder.join(name)).ok())?
    }
}

/// The headers of a `_headers` file: a pattern on a line of its own, its headers indented
/// below it.
fn rules(text: &str) -> Vec<(String, Header)> {
    let mut rules = Vec::new();
    let mut pattern = "";
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix([' ', '\t']) {
            None => pattern = line.trim(),
            Some(rule) => {
                let (name, value) = rule
                    .split_once(':')
                    .expect("a header has a name and a value");
                rules.push((pattern.to_owned(), header(name.trim(), value.trim())));
            }
        }
    }
    rules
}

fn matches(pattern: &str, path: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => path.starts_with(beginning),
        None => path == pattern,
    }
}

fn header(name: &str, value: &str) -> Header {
    Header::from_bytes(name, value).expect("the headers are plain text")
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        None | Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        Some(_) => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_belong_to_the_addresses_their_pattern_names() {
        let rules = rules("/*\n  X-A: 1\n  X-B: a: b\n/app.js\n  X-C: 3\n");
        let of = |path: &str| {
            let own = rules.iter().filter(|(pattern, _)| matches(pattern, path));
            own.map(|(_, header)| header.to_string())
                .collect::<Vec<_>>()
        };
        assert_eq!(of("/"), ["X-A: 1", "X-B: a: b"]);
        assert_eq!(of("/app.js"), ["X-A: 1", "X-B: a: b", "X-C: 3"]);
    }
}
