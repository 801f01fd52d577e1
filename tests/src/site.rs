//! A web server with the built product, on this machine alone: sends the files of `dist`
//! with the headers that its `_headers` names, and remembers what was asked for.

use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
    fs,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

use http_body_util::{BodyExt, Full};
use hyper::{
    Request, Response, StatusCode,
    body::{Bytes, Incoming},
    header::{CONTENT_TYPE, HeaderName, HeaderValue},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use tokio::{
    net::TcpListener,
    runtime::{Builder, Runtime},
};

use crate::{
    driver::{self, Driver},
    machine,
};

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
    seen: Arc<Seen>,
    address: String,
    _runtime: Runtime,
    /// Where one runs, its browsers wait for the next test while there is a site.
    _driver: Option<Arc<Driver>>,
}

#[derive(Default)]
struct Seen {
    visits: Mutex<Vec<Visit>>,
    withheld: Mutex<BTreeSet<String>>,
    others: Mutex<BTreeMap<String, Vec<u8>>>,
    /// Names of files of other builds, now or earlier.
    once: Mutex<BTreeSet<String>>,
}

impl Site {
    /// Serves the built product on a free port.
    ///
    /// # Panics
    /// When it is not built or no port is free.
    #[must_use]
    #[track_caller]
    pub fn start() -> Self {
        let (files, seen) = (Arc::new(Files::of_dist()), Arc::new(Seen::default()));
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_io()
            .build();
        let runtime = runtime.expect("a thread for the server");
        let (listener, place) = runtime.block_on(listen());
        runtime.spawn(serve(listener, files, Arc::clone(&seen)));
        Self {
            seen,
            address: format!("http://{place}/"),
            _runtime: runtime,
            _driver: driver::running(),
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

    /// From now on the file of this name is answered with its own text as `changed` makes it
    /// anew; of another build, for example.
    ///
    /// # Panics
    /// When there is no such file.
    #[track_caller]
    pub fn publish_changed(&self, name: &str, changed: impl Fn(&str) -> String) {
        let file = machine::dist().join(name);
        let text = fs::read_to_string(file).expect("a file of the build");
        lock(&self.seen.others).insert(name.to_owned(), changed(&text).into_bytes());
    }

    /// From now on another build is answered, and nothing of this one: other files under
    /// other names, with a page of this title. Returns the names of its files.
    ///
    /// # Panics
    /// When the product is not built.
    #[track_caller]
    pub fn publish_another_build(&self, title: &str) -> BTreeSet<String> {
        let (others, names) = another_build(&machine::dist(), title);
        let kept = |name: &String| !others.contains_key(name);
        lock(&self.seen.withheld).extend(names.into_iter().filter(kept));
        let published: BTreeSet<String> = others.keys().cloned().collect();
        *lock(&self.seen.others) = others;
        lock(&self.seen.once).extend(published.clone());
        published
    }

    /// From now on every file is answered as it was built, and no other.
    pub fn publish_as_built(&self) {
        lock(&self.seen.others).clear();
        lock(&self.seen.withheld).clear();
    }

    /// Everything asked for so far, in order.
    #[must_use]
    pub fn visits(&self) -> Vec<Visit> {
        lock(&self.seen.visits).clone()
    }
}

/// In every test: nothing was asked for but files of the build, and nothing was sent.
impl Drop for Site {
    fn drop(&mut self) {
        if thread::panicking() {
            return;
        }
        let dist = machine::dist();
        let once = lock(&self.seen.once);
        let is_plain = |visit: &Visit| {
            let path = visit.address.split('?').next().unwrap_or_default();
            let name = path.trim_start_matches('/');
            let is_file = name.is_empty() || dist.join(name).is_file() || once.contains(name);
            is_file && visit.method == "GET" && visit.body.is_empty()
        };
        let visits = lock(&self.seen.visits);
        let others: Vec<&Visit> = visits.iter().filter(|visit| !is_plain(visit)).collect();
        assert!(others.is_empty(), "asked for or sent: {others:?}");
    }
}

/// Listens on a port that no site of these tests has had: a browser that has seen several of
/// them knows each by its port.
async fn listen() -> (TcpListener, SocketAddr) {
    static USED: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let anywhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let listener = TcpListener::bind(anywhere).await.expect("a port is free");
        let place = listener.local_addr().expect("a listener has an address");
        if lock(&USED).insert(place.port()) {
            return (listener, place);
        }
    }
}

async fn serve(listener: TcpListener, files: Arc<Files>, seen: Arc<Seen>) {
    while let Ok((connection, _)) = listener.accept().await {
        let (files, seen) = (Arc::clone(&files), Arc::clone(&seen));
        let answer = service_fn(move |request| {
            let (files, seen) = (Arc::clone(&files), Arc::clone(&seen));
            async move { Ok::<_, Infallible>(files.answer(request, &seen).await) }
        });
        tokio::spawn(async move {
            // The browser may go away at any time.
            let _ = http1::Builder::new()
                .serve_connection(TokioIo::new(connection), answer)
                .await;
        });
    }
}

fn lock<T>(held: &Mutex<T>) -> MutexGuard<'_, T> {
    held.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A header, and the pattern of the addresses it belongs to.
struct Rule {
    pattern: String,
    name: HeaderName,
    value: HeaderValue,
}

/// The folder, and the headers by address.
struct Files {
    folder: PathBuf,
    rules: Vec<Rule>,
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

    async fn answer(&self, request: Request<Incoming>, seen: &Seen) -> Response<Full<Bytes>> {
        let (method, address) = (request.method().to_string(), request.uri().to_string());
        let path = request.uri().path().to_owned();
        let body = request.into_body().collect().await;
        let body = body.map_or_else(|_| Bytes::new(), |body| body.to_bytes());
        let body = String::from_utf8_lossy(&body).into_owned();
        lock(&seen.visits).push(Visit {
            method,
            address,
            body,
        });
        let withheld = lock(&seen.withheld)
            .iter()
            .any(|ending| path.ends_with(ending));
        let name = match path.trim_start_matches('/') {
            "" => "index.html",
            name => name,
        };
        let other = lock(&seen.others).get(name).cloned();
        let content = other.or_else(|| self.content(&path));
        let content = content.filter(|_| !withheld);
        let mut response = Response::new(Full::default());
        match content {
            Some(content) => *response.body_mut() = content.into(),
            None => *response.status_mut() = StatusCode::NOT_FOUND,
        }
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type(&path)));
        for rule in self
            .rules
            .iter()
            .filter(|rule| matches(&rule.pattern, &path))
        {
            headers.append(rule.name.clone(), rule.value.clone());
        }
        response
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

/// Another build made of a built one: its files, and the names of those it was made of.
fn another_build(dist: &Path, title: &str) -> (BTreeMap<String, Vec<u8>>, Vec<String>) {
    let found = fs::read_dir(dist).expect("the product is built");
    let names = found.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let names: Vec<String> = names.filter(|name| name != "_headers").collect();
    let renamed = |text: &str| {
        let all = names
            .iter()
            .filter_map(|name| Some((name, other_name(name)?)));
        all.fold(text.to_owned(), |text, (name, other)| {
            text.replace(name, &other)
        })
    };
    let mut files = BTreeMap::new();
    for name in &names {
        let mut content = fs::read(dist.join(name)).expect("a file of the build");
        if name.ends_with(".wasm") {
            // A section of its own, which means nothing, at the end.
            content.extend(b"\x00\x06\x05other");
        } else if let Ok(text) = String::from_utf8(content.clone()) {
            let text = renamed(&text)
                .replace(
                    "<title>Plumbline</title>",
                    &format!("<title>{title}</title>"),
                )
                .replace("const BUILD = \"", "const BUILD = \"other-");
            content = text.into_bytes();
        }
        files.insert(other_name(name).unwrap_or_else(|| name.clone()), content);
    }
    (files, names)
}

/// The name under which another build would publish a file; nothing where the name does not
/// follow from the content.
fn other_name(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let (stem, mark) = stem.rsplit_once('-')?;
    let is_mark = mark.len() == 12 && mark.bytes().all(|digit| digit.is_ascii_hexdigit());
    let other: String = mark.chars().rev().collect();
    is_mark.then(|| format!("{stem}-{other}.{ending}"))
}

/// The headers of a `_headers` file: a pattern on a line of its own, its headers indented
/// below it.
fn rules(text: &str) -> Vec<Rule> {
    let mut rules = Vec::new();
    let mut pattern = "";
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        match line.strip_prefix([' ', '\t']) {
            None => pattern = line.trim(),
            Some(rule) => {
                let (name, value) = rule
                    .split_once(':')
                    .expect("a header has a name and a value");
                let name = name.trim().parse().expect("a header's name");
                let value = value.trim().parse().expect("a header's value");
                rules.push(Rule {
                    pattern: pattern.to_owned(),
                    name,
                    value,
                });
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
            let own = rules.iter().filter(|rule| matches(&rule.pattern, path));
            own.map(|rule| rule.value.to_str().unwrap())
                .collect::<Vec<_>>()
        };
        assert_eq!(of("/"), ["1", "a: b"]);
        assert_eq!(of("/app.js"), ["1", "a: b", "3"]);
    }
}
