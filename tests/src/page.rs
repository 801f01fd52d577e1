//! One browser with one page of the product: opening, reloading, ending it.

use std::{cell::RefCell, fs, path::Path, sync::Arc, thread};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver, error::WebDriverResult};
use tokio::runtime::{Builder, Runtime};

use crate::{
    Site,
    driver::{self, Driver},
    layout::Appearance,
    machine, processes, trace,
    wait::wait_until,
};

/// What a browser keeps of its user: a folder of its own, kept for as long as somebody
/// holds it. Two browsers with one profile, one after the other, are one user coming back.
#[derive(Clone)]
pub struct Profile(Arc<TempDir>);

/// How a page is to be opened.
pub struct Opening<'site> {
    site: &'site Site,
    profile: Profile,
    size: (u32, u32),
    appearance: Appearance,
    before_load: String,
    settings: String,
    pub(crate) traced: bool,
}

/// A browser with the product open in its only tab. Ended when dropped; when the test is
/// failing, a picture and the console are kept first.
pub struct Page {
    runtime: Runtime,
    driver: WebDriver,
    // Outlives the session.
    _server: Arc<Driver>,
    profile: Profile,
    size: (u32, u32),
    appearance: Appearance,
    before_load: String,
    pub(crate) downloads: TempDir,
    pub(crate) record: RefCell<Vec<Value>>,
    /// Where the page comes from.
    pub(crate) home: String,
}

impl<'site> Opening<'site> {
    /// With what an earlier browser has kept.
    #[must_use]
    pub fn profile(mut self, profile: &Profile) -> Self {
        self.profile = profile.clone();
        self
    }

    /// In a window of this size, CSS pixels; 1280 to 900 when not said.
    #[must_use]
    pub fn size(mut self, width: u32, height: u32) -> Self {
        self.size = (width, height);
        self
    }

    /// On a device set to light or dark.
    #[must_use]
    pub fn appearance(mut self, appearance: Appearance) -> Self {
        self.appearance = appearance;
        self
    }

    /// With a script that runs before anything of the page, at every load: a browser that
    /// lacks something or fails at something.
    #[must_use]
    pub fn before_load(mut self, script: &str) -> Self {
        self.before_load = script.to_owned();
        self
    }

    /// Under an address with these settings after a `?`, as in `workers=3`.
    #[must_use]
    pub fn settings(mut self, settings: &str) -> Self {
        self.settings = format!("?{settings}");
        self
    }

    /// Opens it, and waits until there is something to read.
    ///
    /// # Panics
    /// When the browser does not start or the page stays empty.
    #[must_use]
    #[track_caller]
    pub fn open(self) -> Page {
        let page = Page::start(&self);
        // A new browser shows a page of its own, with requests of its own.
        page.run(page.driver.goto("about:blank"))
            .expect("the browser shows an empty page");
        page.forget_record();
        page.record.borrow_mut().clear();
        page.prepare();
        page.visit(&format!("{}{}", self.site.address(), self.settings));
        page
    }
}

impl Page {
    /// The product on a site, to be opened by a first visitor unless said otherwise.
    #[must_use]
    pub fn at(site: &Site) -> Opening<'_> {
        let profile = Profile(Arc::new(temporary_folder()));
        let (size, appearance) = ((1280, 900), Appearance::Light);
        Opening {
            site,
            profile,
            size,
            appearance,
            before_load: String::new(),
            settings: String::new(),
            traced: false,
        }
    }

    /// What this browser keeps of its user, for a later one.
    #[must_use]
    pub fn profile(&self) -> Profile {
        self.profile.clone()
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.run(self.driver.refresh())
            .expect("the page can be reloaded");
        self.wait_for_a_heading();
    }

    /// Kills the browser at once, as a crash or a power failure does, and returns what it
    /// has kept.
    ///
    /// # Panics
    /// When it cannot be killed.
    #[must_use]
    #[track_caller]
    pub fn kill(self) -> Profile {
        let process = self.process();
        processes::kill(process);
        wait_until("the browser's end", || {
            processes::has_ended(process).then_some(())
        });
        self.profile.clone()
    }

    /// Everything that can be read on the page.
    #[must_use]
    #[track_caller]
    pub fn text(&self) -> String {
        let text = self.script("return document.body.innerText", Vec::new());
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Everything that is on the page to be read, heard or pointed at: its source as it is now,
    /// what stands in its fields, and its title.
    #[must_use]
    #[track_caller]
    pub fn everything(&self) -> String {
        let script = "return [document.title, document.documentElement.outerHTML, \
                      ...[...document.querySelectorAll('input, textarea')].map((field) => field.value)].join('\\n')";
        let all = self.script(script, Vec::new());
        all.as_str().unwrap_or_default().to_owned()
    }

    /// The page's title.
    #[must_use]
    #[track_caller]
    pub fn title(&self) -> String {
        self.run(self.driver.title()).expect("a page has a title")
    }

    /// The browser's own process.
    #[track_caller]
    pub(crate) fn process(&self) -> u64 {
        let capabilities = self.driver.capabilities();
        let process = capabilities.get("goog:processID").and_then(Value::as_u64);
        process.expect("the driver tells the browser's process")
    }

    fn start(opening: &Opening<'_>) -> Self {
        let server = driver::shared();
        let (downloads, record) = (temporary_folder(), RefCell::default());
        let traced = opening.traced.then(|| trace::flags(downloads.path()));
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime for the WebDriver client");
        let driver = runtime
            .block_on(WebDriver::new(
                server.address.as_str(),
                capabilities(opening.profile.0.path(), traced.as_slice().as_flattened()),
            ))
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        Self {
            runtime,
            driver,
            _server: server,
            profile: opening.profile.clone(),
            size: opening.size,
            appearance: opening.appearance,
            before_load: opening.before_load.clone(),
            downloads,
            record,
            home: opening.site.address().to_owned(),
        }
    }

    #[track_caller]
    fn prepare(&self) {
        self.prepare_tab();
        let folder = self.downloads.path();
        self.cdp(
            "Browser.setDownloadBehavior",
            json!({ "behavior": "allow", "downloadPath": folder }),
        );
    }

    /// What every tab needs before the page is loaded in it.
    #[track_caller]
    pub(crate) fn prepare_tab(&self) {
        // Else the browser builds the whole accessibility tree anew for every question.
        self.cdp("Accessibility.enable", json!({}));
        self.resize(self.size.0, self.size.1);
        self.appear(self.appearance);
        // Without the pickers, which no driver can answer, files are picked and downloaded.
        let before_load = &self.before_load;
        let script = format!(
            "delete globalThis.showSaveFilePicker;\ndelete globalThis.showOpenFilePicker;\n\
             {before_load}"
        );
        self.cdp(
            "Page.addScriptToEvaluateOnNewDocument",
            json!({ "source": script }),
        );
    }

    #[track_caller]
    pub(crate) fn visit(&self, address: &str) {
        self.run(self.driver.goto(address)).expect("the page loads");
        self.wait_for_a_heading();
    }

    #[track_caller]
    pub(crate) fn wait_for_a_heading(&self) {
        wait_until("anything on the page", || {
            (!self.nodes(Some("heading"), None).is_empty()).then_some(())
        });
    }

    /// Sends a command of the DevTools protocol.
    #[track_caller]
    pub(crate) fn cdp(&self, method: &str, parameters: Value) -> Value {
        self.try_cdp(method, parameters)
            .unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    pub(crate) fn try_cdp(&self, method: &str, parameters: Value) -> WebDriverResult<Value> {
        self.run(self.driver.cdp().send_raw(method, parameters))
    }

    /// Runs a script in the page.
    #[track_caller]
    pub(crate) fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let returned = self.run(self.driver.execute(script, arguments));
        let returned = returned.unwrap_or_else(|error| panic!("{script}: {error}"));
        returned.json().clone()
    }

    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// What would help to understand a failure.
    fn keep_evidence(&self) {
        let name = thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let file = machine::screenshots().join(format!("failed-{name}.png"));
        // The browser may be the one that failed.
        if let Ok(picture) = self.run(self.driver.screenshot_as_png()) {
            let kept = fs::write(&file, picture).is_ok();
            eprintln!(
                "picture of the failure: {}{}",
                file.display(),
                if kept { "" } else { " (not written)" }
            );
        }
        for entry in self.run(self.driver.browser_log()).unwrap_or_default() {
            eprintln!("console: {} {}", entry.level, entry.message);
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if thread::panicking() {
            self.keep_evidence();
        } else {
            let strangers = self.strangers();
            assert!(strangers.is_empty(), "asked for: {strangers:?}");
        }
        // A browser that was killed cannot be closed.
        let _ = self.run(self.driver.clone().quit());
    }
}

fn temporary_folder() -> TempDir {
    TempDir::with_prefix("plumbline-test-").expect("a temporary folder can be made")
}

/// A browser of which each test starts one or more: with no process and no page of its own
/// beyond what is tested.
fn capabilities(profile: &Path, further: &[String]) -> Capabilities {
    let mut arguments: Vec<String> = [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en-GB",
        "--in-process-gpu",
        "--disable-features=SpareRendererForSitePerProcess,\
         WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup",
    ]
    .map(str::to_owned)
    .into();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.extend_from_slice(further);
    let wanted = json!({
        "browserName": "chrome",
        "goog:chromeOptions": {
            "binary": machine::chromium(),
            "args": arguments,
            "prefs": { "intl.accept_languages": "en-GB" },
        },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
    });
    match wanted {
        Value::Object(map) => map.into(),
        _ => Capabilities::new(),
    }
}
