//! Finds the browser of the end-to-end tests and its driver, or has them installed.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::packages::{self, Need};
use super::{node, on_path};

/// Set to use a certain browser.
pub(crate) const CHROMIUM: &str = "PLUMBLINE_CHROMIUM";
/// Set to use a certain driver.
pub(crate) const CHROMEDRIVER: &str = "PLUMBLINE_CHROMEDRIVER";

/// Set to use a certain Firefox.
pub(crate) const FIREFOX: &str = "PLUMBLINE_FIREFOX";

/// Looked for on the PATH or, with a slash, on the disk.
const BROWSERS: [&str; 6] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DRIVERS: [&str; 2] = ["chromedriver", "/usr/lib/chromium-browser/chromedriver"];

const FIREFOXES: [&str; 3] = [
    "firefox-esr",
    "firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
];

/// A browser and the driver that speaks for it.
pub(crate) struct Browser {
    /// Path of Chromium or Chrome.
    pub(crate) chromium: PathBuf,
    /// Path of ChromeDriver.
    pub(crate) driver: PathBuf,
}

/// Makes sure of all that the end-to-end tests need from the system: browser,
/// driver, a font with the widths of the usual ones, node.
///
/// # Errors
/// When something is missing and cannot be installed from here.
pub(crate) fn prepare() -> Result<Browser> {
    let wanted = [
        (Need::Chromium, chromium().is_some()),
        (Need::ChromeDriver, driver().is_some()),
        (
            Need::Fonts,
            packages::has_debian_package("fonts-liberation"),
        ),
        (Need::Node, node::is_present()),
    ];
    let missing = wanted.iter().filter(|(_, there)| !there);
    let missing: Vec<Need> = missing.map(|(need, _)| *need).collect();
    packages::install(&missing)?;
    Ok(Browser {
        chromium: chromium().with_context(|| not_found("Chromium", CHROMIUM))?,
        driver: driver().with_context(|| not_found("ChromeDriver", CHROMEDRIVER))?,
    })
}

/// Makes sure of the second browser, which needs no driver.
///
/// # Errors
/// When it is missing and cannot be installed from here.
pub(crate) fn prepare_firefox() -> Result<PathBuf> {
    let found = || find(FIREFOX, &FIREFOXES);
    if found().is_none() {
        packages::install(&[Need::Firefox])?;
    }
    found().with_context(|| not_found("Firefox", FIREFOX))
}

fn not_found(what: &str, variable: &str) -> String {
    format!("{what} was not found; set {variable} to its path")
}

fn chromium() -> Option<PathBuf> {
    find(CHROMIUM, &BROWSERS)
}

fn driver() -> Option<PathBuf> {
    find(CHROMEDRIVER, &DRIVERS)
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    if let Some(set) = env::var_os(variable) {
        return Some(PathBuf::from(set));
    }
    names.iter().find_map(|name| {
        if name.contains('/') {
            let path = Path::new(name);
            path.is_file().then(|| path.to_owned())
        } else {
            on_path(name)
        }
    })
}
