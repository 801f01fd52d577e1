//! Where things are on this machine: the browser and its driver, the built product, the
//! data sets. Each place can be set by an environment variable, as `cargo xtask test` does.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The browser.
pub(crate) fn chromium() -> PathBuf {
    set("PLUMBLINE_CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into())
}

/// The browser's WebDriver server.
pub(crate) fn chromedriver() -> PathBuf {
    set("PLUMBLINE_CHROMEDRIVER").unwrap_or_else(|| {
        let usual = PathBuf::from("/usr/bin/chromedriver");
        if usual.is_file() {
            usual
        } else {
            "chromedriver".into()
        }
    })
}

/// The other browser.
pub(crate) fn firefox() -> PathBuf {
    set("PLUMBLINE_FIREFOX").unwrap_or_else(|| {
        let usual = PathBuf::from("/usr/bin/firefox-esr");
        if usual.is_file() {
            usual
        } else {
            "firefox".into()
        }
    })
}

/// The files to publish, as `cargo xtask build` writes them.
pub(crate) fn dist() -> PathBuf {
    set("PLUMBLINE_DIST").unwrap_or_else(|| workspace().join("dist"))
}

/// The script of axe-core.
pub(crate) fn axe() -> PathBuf {
    set("PLUMBLINE_AXE").unwrap_or_else(|| target().join("tools/node_modules/axe-core/axe.min.js"))
}

/// The program `plumbline`.
pub(crate) fn plumbline() -> PathBuf {
    set("PLUMBLINE_CLI").unwrap_or_else(|| {
        let name = format!("plumbline{}", env::consts::EXE_SUFFIX);
        target().join("debug").join(name)
    })
}

/// The folder for pictures of the product, made when it is not there.
///
/// # Panics
/// When it cannot be made.
#[must_use]
pub fn screenshots() -> PathBuf {
    let folder = target().join("screenshots");
    std::fs::create_dir_all(&folder).expect("the folder for screenshots can be made");
    folder
}

/// A file of the public CRM record that some tests take their figures from; nothing where
/// this machine does not have it.
#[must_use]
pub fn crm_record(name: &str) -> Option<PathBuf> {
    let file = workspace().join("../shared/data/maven_crm").join(name);
    file.is_file().then_some(file)
}

fn set(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).map(PathBuf::from)
}

fn workspace() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Cargo's build folder: the test runs in it, in `debug/deps`.
fn target() -> PathBuf {
    let test = env::current_exe().expect("a test knows where it runs");
    let target = test
        .ancestors()
        .nth(3)
        .expect("a test runs inside the build folder");
    target.to_owned()
}
