//! Files going in and out: picked, dropped on the page, saved.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::json;

use crate::{Page, wait::wait_until};

/// What the browser records when a page asks for a file.
const ASKED: &str = "Page.fileChooserOpened";

impl Page {
    /// Presses a button that asks for a file, and picks this one.
    ///
    /// # Panics
    /// When the page does not ask.
    #[track_caller]
    pub fn pick_file(&self, button: &str, file: &Path) {
        self.cdp(
            "Page.setInterceptFileChooserDialog",
            json!({ "enabled": true }),
        );
        let asked_before = self.events(ASKED).len();
        self.press(button);
        let input = wait_until("the page to ask for a file", || {
            let asked = self.events(ASKED).split_off(asked_before);
            asked.last()?["backendNodeId"].as_u64()
        });
        self.cdp(
            "DOM.setFileInputFiles",
            json!({ "files": [file], "backendNodeId": input }),
        );
    }

    /// Puts a file into a field for files by its label. Not by a press: drivers refuse to
    /// press such a field.
    ///
    /// # Panics
    /// When there is no such field.
    #[track_caller]
    pub fn put_file(&self, label: &str, file: &Path) {
        // Asked for by its name, Chromium expects the name of the file too.
        let field = self.find_such(&format!("the field for files \"{label}\""), || {
            let mut fields = self.nodes(Some("button"), None);
            fields.retain(|field| field.name == label);
            fields
        });
        let field = field.node.dom_node;
        self.cdp(
            "DOM.setFileInputFiles",
            json!({ "files": [file], "backendNodeId": field }),
        );
    }

    /// Drops a file on the middle of the page.
    ///
    /// # Panics
    /// When the browser refuses.
    #[track_caller]
    pub fn drop_file(&self, file: &Path) {
        self.drop_file_at(file, 400, 400);
    }

    /// Drops a file on this point of the page, CSS pixels from its upper left corner.
    ///
    /// # Panics
    /// When the browser refuses.
    #[track_caller]
    pub fn drop_file_at(&self, file: &Path, x: u32, y: u32) {
        let data = json!({ "items": [], "files": [file], "dragOperationsMask": 1 });
        for step in ["dragEnter", "dragOver", "drop"] {
            let event = json!({ "type": step, "x": x, "y": y, "data": data });
            self.cdp("Input.dispatchDragEvent", event);
        }
    }

    /// The next file the page saves, once it is whole, under the name it was given.
    ///
    /// # Panics
    /// When none comes.
    #[track_caller]
    pub fn saved_file(&self) -> PathBuf {
        let taken = self.downloads.path().join("taken");
        fs::create_dir_all(&taken).expect("a folder can be made");
        let file = wait_until("a saved file", || {
            let found = fs::read_dir(self.downloads.path()).ok()?;
            let files = found.filter_map(|entry| Some(entry.ok()?.path()));
            files
                .filter(|file| file.is_file())
                .find(|file| is_whole(file))
        });
        let name = file.file_name().expect("a file has a name");
        let place = taken.join(name);
        fs::rename(&file, &place).expect("a file can be moved");
        place
    }
}

/// While it is written, a download has another name, and its own is held by an empty file.
fn is_whole(file: &Path) -> bool {
    if !file.metadata().is_ok_and(|about| about.len() > 0) {
        return false;
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    [".json", ".csv", ".html", ".md", ".ics"]
        .iter()
        .any(|ending| name.ends_with(ending))
}
