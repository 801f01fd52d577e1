//! What the browser keeps for the page: little room, another program's database, one that
//! was thrown away.

use serde_json::json;

use crate::{Page, wait::wait_until};

/// Fills the room with what cannot be compressed, beside the product's own database, and
/// says so at the end.
const FILL: &str = r#"
const done = arguments[arguments.length - 1];
const opening = indexedDB.open("filler", 1);
opening.onupgradeneeded = () => opening.result.createObjectStore("bytes", { autoIncrement: true });
opening.onsuccess = () => {
  const put = (size) => {
    if (size < 1024) { opening.result.close(); return done("full"); }
    const bytes = new Uint8Array(size);
    for (let at = 0; at < size; at += 65536) {
      crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65536)));
    }
    const writing = opening.result.transaction("bytes", "readwrite", { durability: "strict" });
    writing.objectStore("bytes").add(bytes);
    writing.oncomplete = () => put(size);
    writing.onabort = () => put(size / 2);
  };
  put(262144);
};
opening.onerror = () => done(String(opening.error));
"#;

/// Takes what fills the room away again.
const CLEAR: &str = r#"
const done = arguments[arguments.length - 1];
const gone = indexedDB.deleteDatabase("filler");
gone.onsuccess = () => done("cleared");
gone.onerror = gone.onblocked = () => done("not cleared");
"#;

/// Puts the records of the database into one as version 0.1 of the program made it: each
/// plan's newest version in the first of its two places.
const AS_OF_OLD: &str = r#"
const done = arguments[arguments.length - 1];
const opening = indexedDB.open("plumbline");
opening.onsuccess = () => {
  const database = opening.result;
  const records = new Map();
  let remembered;
  const reading = database.transaction(["plans", "desk"]);
  reading.objectStore("desk").get("open-at-start").onsuccess = (event) => { remembered = event.target.result; };
  reading.objectStore("plans").openCursor().onsuccess = (event) => {
    const cursor = event.target.result;
    if (!cursor) return;
    records.set(cursor.key.replace(/\/.*$/, "/a"), cursor.value);
    cursor.continue();
  };
  reading.oncomplete = () => {
    database.close();
    indexedDB.deleteDatabase("plumbline").onsuccess = () => {
      const making = indexedDB.open("plumbline", 1);
      making.onupgradeneeded = () => {
        for (const name of ["plans", "damaged", "desk"]) making.result.createObjectStore(name);
      };
      making.onsuccess = () => {
        const writing = making.result.transaction(["plans", "desk"], "readwrite");
        for (const [key, bytes] of records) writing.objectStore("plans").put(bytes, key);
        writing.objectStore("desk").put(remembered, "open-at-start");
        writing.oncomplete = () => { globalThis.olderProgram = making.result; done("as of old"); };
      };
    };
  };
};
"#;

/// Raises the version of the database, as a program to come may.
const AS_OF_THE_FUTURE: &str = r#"
const done = arguments[arguments.length - 1];
const opening = indexedDB.open("plumbline", 1000);
opening.onsuccess = () => { opening.result.close(); done("raised"); };
opening.onerror = () => done(String(opening.error));
"#;

/// Throws the database away, as a browser does that needs the room.
const EVICT: &str = r#"
const done = arguments[arguments.length - 1];
indexedDB.deleteDatabase("plumbline").onsuccess = () => done("evicted");
"#;

impl Page {
    /// Turns what the browser keeps into what version 0.1 of the program left there. The tab
    /// worked in holds it from then on, as that program did, until it is closed or left.
    ///
    /// # Panics
    /// When that cannot be done.
    #[track_caller]
    pub fn keep_as_version_0_1(&self) {
        self.wait_for_script(AS_OF_OLD, "as of old");
    }

    /// A newer program changes the database in another tab.
    ///
    /// # Panics
    /// When that cannot be done.
    #[track_caller]
    pub fn let_a_newer_program_in(&self) {
        self.wait_for_script(AS_OF_THE_FUTURE, "raised");
    }

    /// The browser throws away what it keeps, and loads the page again.
    ///
    /// # Panics
    /// When that cannot be done.
    #[track_caller]
    pub fn evict_storage(&self) {
        self.wait_for_script(EVICT, "evicted");
        self.reload();
    }

    /// Has the browser grant the page a few megabytes more than it uses, and fills them.
    ///
    /// # Panics
    /// When they do not get full.
    #[track_caller]
    pub fn fill_storage(&self) {
        let origin = self.script("return location.origin", Vec::new());
        let quota = json!({ "origin": origin, "quotaSize": 4 * 1024 * 1024 });
        self.cdp("Storage.overrideQuotaForOrigin", quota);
        self.wait_for_script(FILL, "full");
    }

    /// Takes away what [`Page::fill_storage`] put there.
    ///
    /// # Panics
    /// When it stays.
    #[track_caller]
    pub fn clear_storage(&self) {
        let origin = self.script("return location.origin", Vec::new());
        self.cdp(
            "Storage.overrideQuotaForOrigin",
            json!({ "origin": origin }),
        );
        self.wait_for_script(CLEAR, "cleared");
    }

    #[track_caller]
    fn wait_for_script(&self, script: &str, answer: &str) {
        wait_until(&format!("{answer:?} from the browser's storage"), || {
            let told = self.run(self.driver().execute_async(script, Vec::new()));
            (told.ok()?.json() == answer).then_some(())
        });
    }
}
