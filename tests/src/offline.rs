//! What the browser keeps of the program itself, and pages that lie on a disk.

use std::path::Path;

use crate::{Page, wait::wait_until};

/// Says at the end whether this build is whole on the machine.
const KEPT: &str = r#"
const done = arguments[arguments.length - 1];
navigator.serviceWorker.getRegistration().then((found) => done(Boolean(found?.active)), () => done(false));
"#;

/// Names of what was loaded over the network or from where the build is kept.
const PARTS: &str =
    "return performance.getEntriesByType('resource').map((entry) => new URL(entry.name))
  .filter((address) => address.protocol === 'http:').map((address) => address.pathname.slice(1))";

impl Page {
    /// Waits until the browser has the whole build, so that the page opens without a
    /// network and asks for nothing any more.
    ///
    /// # Panics
    /// When that does not happen.
    #[track_caller]
    pub fn wait_until_kept(&self) {
        wait_until("the whole build on the machine", || {
            let answer = self.run(self.driver().execute_async(KEPT, Vec::new()));
            answer.ok()?.json().as_bool()?.then_some(())
        });
    }

    /// Looks for a newer build, as the browser does from time to time.
    #[track_caller]
    pub fn look_for_a_new_version(&self) {
        self.script(
            "navigator.serviceWorker.getRegistration().then((found) => found.update())",
            Vec::new(),
        );
    }

    /// The names of the files that the page shown is made of, as it loaded them.
    ///
    /// # Panics
    /// When the browser does not tell.
    #[must_use]
    #[track_caller]
    pub fn parts(&self) -> Vec<String> {
        let loaded = self.script(PARTS, Vec::new());
        serde_json::from_value(loaded).expect("a list of names")
    }

    /// Opens a page that lies on the disk, in place of the page shown.
    ///
    /// # Panics
    /// When it does not open.
    #[track_caller]
    pub fn open_from_disk(&self, file: &Path) {
        // All pages of a disk share what they keep.
        self.spent.set(true);
        let address = format!("file://{}", file.display());
        self.visit(&address.replace(' ', "%20"));
    }

    /// Opens an address, in place of the page shown.
    ///
    /// # Panics
    /// When it does not open.
    #[track_caller]
    pub fn open_address(&self, address: &str) {
        self.visit(address);
    }

    /// The address of the page shown.
    ///
    /// # Panics
    /// When the browser does not tell.
    #[must_use]
    #[track_caller]
    pub fn address(&self) -> String {
        let address = self.script("return location.href", Vec::new());
        address.as_str().expect("a page has an address").to_owned()
    }
}
