//! `cargo xtask serve`: the page on this machine alone, built again on a reload
//! after a change. For developers; never meant to face a network.

mod answer;
mod sources;

use std::io::{ErrorKind, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::process::Command;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Instant, SystemTime};

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Method, Request, Server};

use crate::arguments::ServeOptions;
use crate::page::{self, Audience, Page};
use crate::run::{self, Voice};
use crate::wasm::{self, Profile};
use crate::workspace::Workspace;
use answer::Answer;

const FIRST_PORT: u16 = 8080;
/// How many ports are tried before giving up.
const PORTS_TRIED: usize = 100;
/// Requests answered at a time: what a browser opens at once.
const THREADS: usize = 6;

/// Builds the page and serves it until the program is ended.
///
/// # Errors
/// When no port is free or the first build fails.
pub(crate) fn serve(workspace: &Workspace, options: &ServeOptions) -> Result<()> {
    // Taken before the build, so that a wait does not end in "port taken".
    let listener = listen(options.port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let started = Instant::now();
    let profile = if options.release {
        Profile::Release
    } else {
        Profile::Quick
    };
    println!("[1/3] Checking for the {} target", wasm::TARGET);
    wasm::ensure_target(workspace, Voice::Shown)?;
    println!("[2/3] Compiling the workbook (the first time takes minutes)");
    let site = Site::build(workspace, profile)?;
    println!("[3/3] Starting the server");
    let server = Server::from_listener(listener, None).map_err(|error| anyhow!("{error}"))?;
    let taken = run::seconds(started.elapsed());
    println!("\nReady after {taken}: {address}\nReload the page after a change; Ctrl+C ends.");
    if options.open {
        open(&address);
    }
    answer_requests(workspace, profile, &Arc::new(server), site)
}

/// The page as last built.
struct Site {
    page: Page,
    /// When its sources were read: what changed later is not in it.
    sources_read: SystemTime,
}

impl Site {
    fn build(workspace: &Workspace, profile: Profile) -> Result<Site> {
        let sources_read = SystemTime::now();
        let programs = wasm::compile(workspace, profile, Voice::Shown)?;
        let page = page::assemble(workspace, programs, Audience::Developer)?;
        Ok(Site { page, sources_read })
    }
}

fn answer_requests(
    workspace: &Workspace,
    profile: Profile,
    server: &Arc<Server>,
    site: Site,
) -> Result<()> {
    let site = Mutex::new(site);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|_| {
                scope.spawn(|| {
                    while let Ok(request) = server.recv() {
                        let answer = answer_to(&request, workspace, profile, &site);
                        send(request, answer);
                    }
                })
            })
            .collect();
        for thread in threads {
            if thread.join().is_err() {
                bail!("the server stopped");
            }
        }
        Ok(())
    })
}

fn answer_to(
    request: &Request,
    workspace: &Workspace,
    profile: Profile,
    site: &Mutex<Site>,
) -> Answer {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return Answer::text(405, "Only GET and HEAD are answered here.");
    }
    let mut site = site.lock().unwrap_or_else(PoisonError::into_inner);
    let name = answer::file_name(request.url());
    if name == page::INDEX && sources::newest(&workspace.root) > Some(site.sources_read) {
        println!("A source file has changed: building again");
        match Site::build(workspace, profile) {
            Ok(built) => *site = built,
            Err(error) => {
                eprintln!("error: {error:#}");
                return Answer::text(500, "The build failed; the terminal says why.");
            }
        }
    }
    Answer::file(&site.page, name)
}

/// Sends the answer and asks the browser to close the connection after it. A browser opens
/// six at once and keeps them; the server's pool can leave one of them waiting until
/// another closes, and the page with it.
fn send(request: Request, answer: Answer) {
    let body = *request.method() != Method::Head;
    let mut writer = request.into_writer();
    let sent = writer.write_all(answer.head().as_bytes()).and_then(|()| {
        if body {
            writer.write_all(&answer.content)?;
        }
        writer.flush()
    });
    // A browser that has gone away is no fault of the server.
    let _ = sent;
}

fn listen(asked: Option<u16>) -> Result<TcpListener> {
    let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    let (first, tried) = asked.map_or((FIRST_PORT, PORTS_TRIED), |port| (port, 1));
    for port in (first..=u16::MAX).take(tried) {
        match at(port) {
            Err(error) if error.kind() == ErrorKind::AddrInUse => {}
            other => return other.with_context(|| format!("port {port} cannot be used")),
        }
    }
    match asked {
        Some(port) => bail!("port {port} is taken; name another, or none to take a free one"),
        None => bail!("the {tried} ports from {first} are all taken; name a free one with --port"),
    }
}

/// Asks the desktop to show the page.
fn open(address: &str) {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut shell = Command::new("cmd");
        shell.args(["/C", "start", ""]);
        shell
    } else {
        Command::new("xdg-open")
    };
    if !run::succeeds(command.arg(address)) {
        println!("No browser could be opened from here; open {address} yourself.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_that_is_asked_for_and_taken_is_refused() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let message = listen(Some(port)).unwrap_err().to_string();
        assert!(message.contains(&port.to_string()), "{message}");
        Ok(())
    }

    #[test]
    fn without_a_port_a_taken_one_is_passed_over() -> Result<()> {
        let first = listen(None)?;
        let second = listen(None)?;
        assert_ne!(first.local_addr()?, second.local_addr()?);
        assert!(second.local_addr()?.ip().is_loopback());
        Ok(())
    }
}
