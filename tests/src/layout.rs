//! How the page looks: size, light and dark, pictures, and whether everything fits.

use std::{fs, path::PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::{Page, machine};

/// Light or dark, as the device is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Appearance {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Appearance {
    /// Both.
    pub const BOTH: [Self; 2] = [Self::Light, Self::Dark];

    /// In a word.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Page {
    /// Gives the window another size, CSS pixels. Narrow ones are a phone's, whose scroll
    /// bars take no room.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false }),
        );
        self.cdp(
            "Emulation.setScrollbarsHidden",
            json!({ "hidden": width < 600 }),
        );
    }

    /// Sets the device to light or dark.
    #[track_caller]
    pub fn appear(&self, appearance: Appearance) {
        let scheme = json!({ "name": "prefers-color-scheme", "value": appearance.name() });
        // Nothing may be judged or drawn half way between two colours.
        let still = json!({ "name": "prefers-reduced-motion", "value": "reduce" });
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": [scheme, still] }),
        );
    }

    /// Keeps a picture of the whole page among the [`crate::screenshots`].
    ///
    /// # Panics
    /// When it cannot be kept.
    #[track_caller]
    pub fn screenshot(&self, name: &str) -> PathBuf {
        let taken = self.cdp(
            "Page.captureScreenshot",
            json!({ "format": "png", "captureBeyondViewport": true }),
        );
        let picture = BASE64_STANDARD.decode(taken["data"].as_str().unwrap_or_default());
        let file = machine::screenshots().join(format!("{name}.png"));
        fs::write(&file, picture.expect("a picture is base64")).expect("a picture can be kept");
        file
    }

    /// What does not fit: a page wider than the window, words cut off by their own box.
    /// One line for each, empty when all is well.
    #[must_use]
    #[track_caller]
    pub fn misfits(&self) -> Vec<String> {
        let found = self.script(MISFITS, Vec::new());
        let lines = found.as_array().map_or(&[][..], Vec::as_slice);
        lines
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }
}

/// Text is cut where its box hides what overflows and the words are wider or higher than
/// it; and so are figures in their fields, while words in a field of one line may be longer. What is hidden from sight on purpose, for screen readers alone, is a pixel large.
const MISFITS: &str = r#"
const found = [];
const page = document.scrollingElement;
if (page.scrollWidth > innerWidth) {
  found.push(`the page is ${page.scrollWidth} wide in a window of ${innerWidth}`);
  for (const box of document.body.querySelectorAll("*")) {
    const edge = box.getBoundingClientRect().right;
    if (edge > innerWidth + 1) {
      found.push(`  reaches to ${Math.round(edge)}: <${box.localName}> ${box.textContent.trim().slice(0, 60)}`);
      if (found.length > 8) break;
    }
  }
}
for (const box of document.body.querySelectorAll("*")) {
  const own = [...box.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const input = box.localName === "select" || (box.inputMode === "decimal" && box.value);
  if (!own && !input) continue;
  if (box.clientWidth <= 1 || !box.checkVisibility({ visibilityProperty: true })) continue;
  const style = getComputedStyle(box);
  const hides = (overflow) => input || ["hidden", "clip"].includes(overflow);
  const wide = hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1;
  const high = !input && hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1;
  if (wide || high) {
    const words = (input ? box.value : box.textContent).trim().slice(0, 60);
    found.push(`cut off: <${box.localName}> "${words}" ${box.scrollWidth}x${box.scrollHeight} in ${box.clientWidth}x${box.clientHeight}`);
  }
}
return found;
"#;
