//! One browser with one page of the product: opening, reloading, ending it.

use std::{
    cell::{Cell, RefCell},
    fs,
    sync::Arc,
    thread,
};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{WebDriver, error::WebDriverResult};

use crate::{
    Profile, Site,
    browser::{self, Browser},
    driver::{self, Driver},
    layout::Appearance,
    machine, processes, trace,
    wait::wait_until,
};

/// How a page is to be opened.
pub struct Opening<'site> {
    site: &'site Site,
    profile: Option<Profile>,
    size: (u32, u32),
    appearance: Appearance,
    before_load: String,
    settings: String,
    pub(crate) traced: bool,
}

/// A browser with the product open in its only tab. Ended when dropped, or handed to the next
/// test as good as new; when the test is failing, a picture and the console are kept first.
pub struct Page {
    browser: Arc<Browser>,
    // Outlives the session.
    server: Arc<Driver>,
    /// Whether the browser is not to be handed on: ended, damaged on purpose, or with something
    /// that another test could find.
    pub(crate) spent: Cell<bool>,
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
        self.profile = Some(profile.clone());
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
        // A new browser shows a page of its own, with requests of its own; another has the
        // console of an earlier test.
        page.run(page.driver().goto("about:blank"))
            .expect("the browser shows an empty page");
        page.forget_record();
        page.record.borrow_mut().clear();
        let _of_before = page.complaints();
        page.prepare();
        page.visit(&format!("{}{}", self.site.address(), self.settings));
        page
    }
}

impl Page {
    /// The product on a site, to be opened by a first visitor unless said otherwise.
    #[must_use]
    pub fn at(site: &Site) -> Opening<'_> {
        let (size, appearance) = ((1280, 900), Appearance::Light);
        Opening {
            site,
            profile: None,
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
        self.browser.profile.clone()
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) {
        self.run(self.driver().refresh())
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
        self.spent.set(true);
        let process = self.process();
        processes::kill(process);
        wait_until("the browser's end", || {
            processes::has_ended(process).then_some(())
        });
        self.profile()
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
        self.run(self.driver().title()).expect("a page has a title")
    }

    /// The browser's own process.
    #[track_caller]
    pub(crate) fn process(&self) -> u64 {
        let capabilities = self.driver().capabilities();
        let process = capabilities.get("goog:processID").and_then(Value::as_u64);
        process.expect("the driver tells the browser's process")
    }

    fn start(opening: &Opening<'_>) -> Self {
        let server = driver::shared();
        let (downloads, record) = (browser::temporary_folder(), RefCell::default());
        let traced = opening.traced.then(|| trace::flags(downloads.path()));
        let start = |profile| {
            let further = traced.as_slice().as_flattened();
            Arc::new(Browser::start(&server.address, profile, further))
        };
        let browser = match &opening.profile {
            None if traced.is_none() => server.idle().unwrap_or_else(|| start(None)),
            profile => start(profile.clone()),
        };
        Self {
            browser,
            server,
            spent: Cell::new(opening.traced),
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
        self.run(self.driver().goto(address))
            .expect("the page loads");
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
        self.run(self.driver().cdp().send_raw(method, parameters))
    }

    /// Runs a script in the page.
    #[track_caller]
    pub(crate) fn script(&self, script: &str, arguments: Vec<Value>) -> Value {
        let returned = self.run(self.driver().execute(script, arguments));
        let returned = returned.unwrap_or_else(|error| panic!("{script}: {error}"));
        returned.json().clone()
    }

    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.browser.run(work)
    }

    pub(crate) fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }

    /// What would help to understand a failure.
    fn keep_evidence(&self) {
        let name = thread::current()
            .name()
            .unwrap_or("test")
            .replace("::", "-");
        let file = machine::screenshots().join(format!("failed-{name}.png"));
        // The browser may be the one that failed.
        if let Ok(picture) = self.run(self.driver().screenshot_as_png()) {
            let kept = fs::write(&file, picture).is_ok();
            eprintln!(
                "picture of the failure: {}{}",
                file.display(),
                if kept { "" } else { " (not written)" }
            );
        }
        for entry in self.run(self.driver().browser_log()).unwrap_or_default() {
            eprintln!("console: {} {}", entry.level, entry.message);
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if thread::panicking() {
            self.keep_evidence();
            return;
        }
        let strangers = self.strangers();
        assert!(strangers.is_empty(), "asked for: {strangers:?}");
        let origin = self.home.trim_end_matches('/');
        if !self.spent.get() && self.browser.clear_up(origin) {
            self.server.hand_on(Arc::clone(&self.browser));
        }
    }
}
