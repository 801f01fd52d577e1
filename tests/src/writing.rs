//! Writing into many text fields at once, and pasting what has formatting.

use std::collections::BTreeMap;

use serde_json::json;

use crate::{Field, Key, Page};

/// The text fields of a chapter that can be written into: those of figures aside, the ramp's
/// among them, and that of the currency, which takes three letters.
const FIELDS: &str = r#"
const fields = () => [...document.querySelectorAll("main textarea[id], main input[type=text][id]")]
  .filter((field) => field.inputMode !== "decimal" && !field.readOnly && !field.disabled && !/[.](ramp|currency)$/.test(field.id));
"#;

/// Writes as a person does, through the browser's own editing, each field another text.
const WRITE: &str = r#"
const written = {};
fields().forEach((field, place) => {
  const text = arguments[0][place % arguments[0].length];
  field.focus();
  // What is folded away takes no focus.
  if (document.activeElement !== field) return;
  field.select();
  document.execCommand("insertText", false, text);
  written[field.id] = text;
});
document.activeElement.blur();
return written;
"#;

const READ: &str = "return Object.fromEntries(fields().map((field) => [field.id, field.value]))";

const COPY: &str = r#"
const done = arguments[arguments.length - 1];
const blob = (text, type) => new Blob([text], { type });
navigator.clipboard.write([new ClipboardItem({
  "text/plain": blob(arguments[0], "text/plain"), "text/html": blob(arguments[1], "text/html"),
})]).then(() => done("copied"), (error) => done(String(error)));
"#;

impl Page {
    /// Writes into every text field of the chapter shown, one of the texts after the other;
    /// returns what was written, by the fields' identifiers.
    ///
    /// # Panics
    /// When the browser does not tell.
    #[track_caller]
    pub fn write_into_all_text_fields(&self, texts: &[&str]) -> BTreeMap<String, String> {
        let written = self.script(&format!("{FIELDS}{WRITE}"), vec![json!(texts)]);
        serde_json::from_value(written).expect("texts by field")
    }

    /// What stands in these text fields of the chapter shown; those that are gone are left
    /// out.
    #[must_use]
    #[track_caller]
    pub fn in_text_fields(&self, of: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        let mut read = self.all_text_fields();
        read.retain(|field, _| of.contains_key(field));
        read
    }

    #[track_caller]
    fn all_text_fields(&self) -> BTreeMap<String, String> {
        let read = self.script(&format!("{FIELDS}{READ}"), Vec::new());
        serde_json::from_value(read).expect("texts by field")
    }

    /// Whether this stands in a text field of the chapter shown.
    #[must_use]
    #[track_caller]
    pub fn has_text_field_with(&self, text: &str) -> bool {
        self.all_text_fields().values().any(|value| value == text)
    }

    #[track_caller]
    pub(crate) fn copy_with_markup(&self, words: &str, markup: &str) {
        let allowed = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.cdp("Browser.grantPermissions", allowed);
        let copied = self.run(
            self.driver()
                .execute_async(COPY, vec![json!(words), json!(markup)]),
        );
        let copied = copied.expect("the browser copies").json().clone();
        assert_eq!(copied, "copied");
    }
}

impl Field<'_> {
    /// Replaces what stands in it by what was copied elsewhere with formatting: the same in
    /// words and in markup.
    #[track_caller]
    pub fn paste_with_markup(&self, words: &str, markup: &str) {
        self.type_in("");
        self.page().copy_with_markup(words, markup);
        self.type_keys(Key::Control + "v");
        self.press(Key::Tab);
    }
}
