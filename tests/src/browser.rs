//! A running browser, and how it is handed from one test to the next: starting one takes longer
//! than most of what is done in it. Each test has an origin of its own, so that nothing one
//! keeps is another's; what a test leaves behind is thrown away all the same.

use std::{path::Path, sync::Arc};

use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver, error::WebDriverResult};
use tokio::runtime::{Builder, Runtime};

use crate::machine;

/// What a browser keeps of its user: a folder of its own, kept for as long as somebody
/// holds it. Two browsers with one profile, one after the other, are one user coming back.
#[derive(Clone)]
pub struct Profile(Arc<TempDir>);

impl Profile {
    /// That of a first visitor.
    fn new() -> Self {
        Self(Arc::new(temporary_folder()))
    }

    /// Whether a test holds it, or another browser.
    fn is_held_elsewhere(&self) -> bool {
        Arc::strong_count(&self.0) > 1
    }
}

/// A browser of one session of the driver; ended when dropped.
pub(crate) struct Browser {
    runtime: Runtime,
    pub(crate) driver: WebDriver,
    pub(crate) profile: Profile,
}

impl Browser {
    /// Starts one, for a first visitor where no profile is given, with these words to its
    /// program beside the usual.
    #[track_caller]
    pub(crate) fn start(address: &str, profile: Option<Profile>, further: &[String]) -> Self {
        let profile = profile.unwrap_or_else(Profile::new);
        let runtime = Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime for the WebDriver client");
        let wanted = capabilities(profile.0.path(), further);
        let driver = runtime
            .block_on(WebDriver::new(address, wanted))
            .unwrap_or_else(|error| panic!("the browser does not start: {error}"));
        Self {
            runtime,
            driver,
            profile,
        }
    }

    pub(crate) fn run<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Makes it as good as new for another test, in a tab that knows nothing of the one before:
    /// what was set for a tab ends with it. Whether that went well: else it is of no more use.
    pub(crate) fn clear_up(&self, origin: &str) -> bool {
        !self.profile.is_held_elsewhere() && self.run(self.forget(origin)).is_ok()
    }

    async fn forget(&self, origin: &str) -> WebDriverResult<()> {
        let used = self.driver.windows().await?;
        let fresh = self.driver.new_tab().await?;
        for tab in used {
            self.driver.switch_to_window(tab).await?;
            self.driver.close_window().await?;
        }
        self.driver.switch_to_window(fresh).await?;
        let everything = json!({ "origin": origin, "storageTypes": "all" });
        let commands = [
            ("Storage.clearDataForOrigin", everything),
            ("Browser.resetPermissions", json!({})),
            ("Network.clearBrowserCache", json!({})),
        ];
        for (command, parameters) in commands {
            self.driver.cdp().send_raw(command, parameters).await?;
        }
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A browser that was killed cannot be closed.
        let _ = self.run(self.driver.clone().quit());
    }
}

pub(crate) fn temporary_folder() -> TempDir {
    TempDir::with_prefix("plumbline-test-").expect("a temporary folder can be made")
}

/// A browser with no process and no page of its own beyond what is tested.
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
