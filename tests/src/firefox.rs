//! Firefox, spoken to in its own protocol for automation, Marionette: JSON with its length
//! before it, over a socket of this machine. So the tests need nothing beside the browser.
//!
//! A smoke test's few words only: what the product promises is tested in [`crate::Page`].

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{Ipv4Addr, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::{elsewhere::Elsewhere, machine, wait::wait_until};

/// The key under which WebDriver hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// A running Firefox with one page; ended when dropped.
pub struct Firefox {
    process: Child,
    connection: BufReader<TcpStream>,
    commands: u64,
    folder: TempDir,
    elsewhere: Elsewhere,
}

impl Firefox {
    /// Starts it as a first visitor has it.
    ///
    /// # Panics
    /// When it does not start.
    #[must_use]
    #[track_caller]
    pub fn start() -> Self {
        let folder = TempDir::with_prefix("plumbline-firefox-").expect("a temporary folder");
        let elsewhere = Elsewhere::start();
        let (profile, downloads) = (folder.path().join("profile"), folder.path().join("saved"));
        for folder in [&profile, &downloads] {
            fs::create_dir(folder).expect("a folder can be made");
        }
        let settings = settings(&downloads, elsewhere.port());
        fs::write(profile.join("user.js"), settings).expect("settings are written");
        let program = machine::firefox();
        let process = Command::new(&program)
            .args(["--headless", "--no-remote", "--marionette", "--profile"])
            .arg(&profile)
            // Neither the user's own Firefox nor a folder of somebody else's.
            .env("HOME", folder.path())
            // Else it goes on asking its maker for settings, wherever it was told to ask.
            .env("MOZ_REMOTE_SETTINGS_DEVTOOLS", "1")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{} cannot be started: {error}", program.display()));
        let connection = wait_until("Firefox to listen", || {
            let port = fs::read_to_string(profile.join("MarionetteActivePort")).ok()?;
            TcpStream::connect((Ipv4Addr::LOCALHOST, port.trim().parse().ok()?)).ok()
        });
        let mut firefox = Self {
            process,
            connection: BufReader::new(connection),
            commands: 0,
            folder,
            elsewhere,
        };
        // It says first who it is.
        firefox.receive();
        firefox.command("WebDriver:NewSession", json!({}));
        firefox
    }

    /// Opens an address, and waits until there is something to read.
    #[track_caller]
    pub fn open(&mut self, address: &str) {
        self.command("WebDriver:Navigate", json!({ "url": address }));
        wait_until("anything on the page", || {
            (!self.all("h1, h2").is_empty()).then_some(())
        });
    }

    /// Goes to an address on another machine, which does not answer.
    ///
    /// # Panics
    /// When it answers.
    #[track_caller]
    pub fn ask_elsewhere(&mut self, address: &str) {
        let gone = self.try_command("WebDriver:Navigate", json!({ "url": address }));
        assert!(gone.is_err(), "{address} answers");
    }

    /// The first line of every request for another machine so far, whether the page's or the
    /// browser's own.
    #[must_use]
    pub fn requests_elsewhere(&self) -> Vec<String> {
        self.elsewhere.asked()
    }

    /// Opens a page that lies on the disk.
    #[track_caller]
    pub fn open_from_disk(&mut self, file: &Path) {
        self.open(&format!("file://{}", file.display()).replace(' ', "%20"));
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&mut self) {
        self.command("WebDriver:Refresh", json!({}));
    }

    /// Presses a button by its name.
    #[track_caller]
    pub fn press(&mut self, name: &str) {
        let button = self.find("button", "button", name);
        self.on(&button, "WebDriver:ElementClick", json!({}));
    }

    /// Goes to a chapter by its link.
    #[track_caller]
    pub fn go_to(&mut self, chapter: &str) {
        // Its name is more than its text: the chapter's number, and how far it has come.
        let asked = json!({ "using": "partial link text", "value": chapter });
        let link = self.command("WebDriver:FindElement", asked)["value"].take();
        self.on(&link, "WebDriver:ElementClick", json!({}));
        self.find("h1, h2", "heading", chapter);
    }

    /// Replaces what stands in a field by typing, and goes on to the next.
    #[track_caller]
    pub fn enter(&mut self, label: &str, text: &str) {
        let field = self.find("input, textarea", "textbox", label);
        let script = "arguments[0].focus(); arguments[0].select()";
        let select = json!({ "script": script, "args": [field], "sandbox": null });
        self.command("WebDriver:ExecuteScript", select);
        // The private letter that stands for Tab in WebDriver.
        let keys = format!("{text}\u{e004}");
        self.on(&field, "WebDriver:ElementSendKeys", json!({ "text": keys }));
    }

    /// Waits until this stands in a field.
    #[track_caller]
    pub fn wait_for(&mut self, label: &str, value: &str) {
        let what = format!("{value:?} in {label:?}");
        let field = self.find("input, textarea", "textbox", label);
        wait_until(&what, || {
            let name = json!({ "name": "value" });
            let now = self.on(&field, "WebDriver:GetElementProperty", name);
            (now == value).then_some(())
        });
    }

    /// Waits until this can be read on the page.
    #[track_caller]
    pub fn wait_until_it_says(&mut self, words: &str) {
        wait_until(&format!("the words {words:?}"), || {
            self.text().contains(words).then_some(())
        });
    }

    /// Everything that can be read on the page.
    #[track_caller]
    pub fn text(&mut self) -> String {
        let text = self.script("return document.body.innerText");
        text.as_str().unwrap_or_default().to_owned()
    }

    /// The next file of this ending that the page saves, once it is whole.
    #[track_caller]
    pub fn saved_file(&self, ending: &str) -> PathBuf {
        let saved = self.folder.path().join("saved");
        let file = wait_until(&format!("a saved file, {ending}"), || {
            let found = fs::read_dir(&saved).ok()?;
            let mut files = found.filter_map(|entry| Some(entry.ok()?.path()));
            let is_part = |file: &PathBuf| file.to_string_lossy().ends_with(".part");
            if files.any(|file| is_part(&file)) {
                return None;
            }
            let found = fs::read_dir(&saved).ok()?;
            let mut files = found.filter_map(|entry| Some(entry.ok()?.path()));
            files.find(|file| {
                let is_whole = file.metadata().is_ok_and(|about| about.len() > 0);
                is_whole && file.to_string_lossy().ends_with(ending)
            })
        });
        let place = self
            .folder
            .path()
            .join(file.file_name().unwrap_or_default());
        fs::rename(&file, &place).expect("a file can be moved");
        place
    }

    #[track_caller]
    fn script(&mut self, script: &str) -> Value {
        let asked = json!({ "script": script, "args": [], "sandbox": null });
        self.command("WebDriver:ExecuteScript", asked)["value"].take()
    }

    /// The one thing with this role and name among what a selector gives; waits for it.
    #[track_caller]
    fn find(&mut self, among: &str, role: &str, name: &str) -> Value {
        wait_until(&format!("the {role} \"{name}\" in Firefox"), || {
            self.all(among).into_iter().find(|element| {
                let label = self.try_on(element, "WebDriver:GetComputedLabel");
                let is_it = label.as_deref() == Some(name);
                is_it && self.try_on(element, "WebDriver:GetComputedRole").as_deref() == Some(role)
            })
        })
    }

    fn all(&mut self, selector: &str) -> Vec<Value> {
        let asked = json!({ "using": "css selector", "value": selector });
        let found = self.try_command("WebDriver:FindElements", asked);
        match found {
            Ok(Value::Array(elements)) => elements,
            _ => Vec::new(),
        }
    }

    #[track_caller]
    fn on(&mut self, element: &Value, name: &str, mut parameters: Value) -> Value {
        parameters["id"] = element[ELEMENT].clone();
        self.command(name, parameters)["value"].take()
    }

    /// A word about an element, if it is still there.
    fn try_on(&mut self, element: &Value, name: &str) -> Option<String> {
        let asked = json!({ "id": element[ELEMENT] });
        let told = self.try_command(name, asked).ok()?;
        told["value"].as_str().map(str::to_owned)
    }

    #[track_caller]
    fn command(&mut self, name: &str, parameters: Value) -> Value {
        self.try_command(name, parameters)
            .unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// Sends a command and waits for its answer.
    ///
    /// # Errors
    /// The browser's words, as it puts them.
    #[track_caller]
    fn try_command(&mut self, name: &str, parameters: Value) -> Result<Value, Value> {
        self.commands += 1;
        let message = json!([0, self.commands, name, parameters]).to_string();
        let message = format!("{}:{message}", message.len());
        let sent = self.connection.get_mut().write_all(message.as_bytes());
        sent.expect("Firefox listens");
        let answer = self.receive();
        match &answer[2] {
            Value::Null => Ok(answer[3].clone()),
            error => Err(error.clone()),
        }
    }

    #[track_caller]
    fn receive(&mut self) -> Value {
        let mut length = Vec::new();
        let read = self.connection.read_until(b':', &mut length);
        read.expect("Firefox speaks");
        let length = String::from_utf8_lossy(&length);
        let length = length.trim_end_matches(':').parse().expect("a length");
        let mut message = vec![0; length];
        let read = self.connection.read_exact(&mut message);
        read.expect("Firefox speaks to the end");
        serde_json::from_slice(&message).expect("JSON")
    }
}

impl Drop for Firefox {
    fn drop(&mut self) {
        if thread::panicking() {
            let text = self.script("return document.body.innerText");
            eprintln!("Firefox showed: {text}");
        }
        // Gone already is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Its preferences: a port of its own choice, files saved without a question, no traffic of
/// its own, and what is for other machines to the proxy at this port.
fn settings(downloads: &Path, elsewhere: u16) -> String {
    let nowhere = "data:,";
    let preferences = [
        ("marionette.port", json!(0)),
        ("browser.download.folderList", json!(2)),
        ("browser.download.dir", json!(downloads)),
        ("browser.download.useDownloadDir", json!(true)),
        ("browser.download.alwaysOpenPanel", json!(false)),
        ("browser.shell.checkDefaultBrowser", json!(false)),
        ("network.proxy.type", json!(1)),
        ("network.proxy.http", json!("127.0.0.1")),
        ("network.proxy.http_port", json!(elsewhere)),
        ("network.proxy.ssl", json!("127.0.0.1")),
        ("network.proxy.ssl_port", json!(elsewhere)),
        // Else it goes past a proxy that does not answer.
        ("network.proxy.failover_direct", json!(false)),
        ("network.captive-portal-service.enabled", json!(false)),
        ("network.connectivity-service.enabled", json!(false)),
        ("services.settings.server", json!(nowhere)),
        ("browser.region.network.url", json!("")),
        ("dom.push.connection.enabled", json!(false)),
        ("media.gmp-manager.updateEnabled", json!(false)),
        ("extensions.systemAddon.update.enabled", json!(false)),
        ("datareporting.policy.dataSubmissionEnabled", json!(false)),
        ("toolkit.telemetry.enabled", json!(false)),
        ("toolkit.telemetry.server", json!(nowhere)),
        ("app.update.enabled", json!(false)),
        ("app.normandy.enabled", json!(false)),
        ("intl.accept_languages", json!("en-GB")),
        ("intl.locale.requested", json!("en-GB")),
    ];
    let lines = preferences.map(|(name, value)| format!("user_pref({}, {value});\n", json!(name)));
    lines.concat()
}
