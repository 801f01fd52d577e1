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
    /// How many pixels high the file of a picture is that a selector finds; nothing while
    /// there is none, or it is not read yet.
    #[must_use]
    #[track_caller]
    pub fn pixels_high(&self, selector: &str) -> Option<u64> {
        let height = "const found = document.querySelector(arguments[0]); \
                      return found && found.naturalHeight";
        let height = self.script(height, vec![selector.into()]).as_u64();
        height.filter(|height| *height > 0)
    }

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

    /// Shows the page as on paper, or on a device with such settings: CSS media features by
    /// their names. Until it is set otherwise.
    #[track_caller]
    pub fn show_as(&self, medium: &str, features: &[(&str, &str)]) {
        let features = features.iter();
        let features: Vec<Value> = features
            .map(|(name, value)| json!({ "name": name, "value": value }))
            .collect();
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "media": medium, "features": features }),
        );
    }

    /// The browser's user writes numbers as in this language from now on.
    #[track_caller]
    pub fn speak(&self, language: &str) {
        let agent = self.script("return navigator.userAgent", Vec::new());
        self.cdp(
            "Emulation.setUserAgentOverride",
            json!({ "userAgent": agent, "acceptLanguage": language }),
        );
        self.script(
            "dispatchEvent(new Event('languagechange')); dispatchEvent(new Event('focus'))",
            Vec::new(),
        );
    }

    /// What moves by itself, or would when it changes. One line for each kind.
    #[must_use]
    #[track_caller]
    pub fn moving(&self) -> Vec<String> {
        self.lines(MOVING)
    }

    /// Texts and figures of charts in the very colour of the page behind them.
    #[must_use]
    #[track_caller]
    pub fn unseen_in_charts(&self) -> Vec<String> {
        self.lines(UNSEEN)
    }

    /// Tables and other boxes of which paper shows a part only: what scrolls cannot be
    /// scrolled there.
    #[must_use]
    #[track_caller]
    pub fn cut_on_paper(&self) -> Vec<String> {
        self.lines(CUT_ON_PAPER)
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

    /// What does not fit: a page wider than the window, words cut off by their own box or by
    /// the edge of their picture, and what can be pressed or written in but is seen only after
    /// scrolling sideways.
    /// One line for each, empty when all is well.
    #[must_use]
    #[track_caller]
    pub fn misfits(&self) -> Vec<String> {
        self.lines(MISFITS)
    }

    #[track_caller]
    fn lines(&self, script: &str) -> Vec<String> {
        let found = self.script(script, Vec::new());
        let lines = found.as_array().map_or(&[][..], Vec::as_slice);
        lines
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }
}

const MOVING: &str = "
const lasts = (style) => style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
const moves = [...document.querySelectorAll('*')].filter((box) => {
  const style = getComputedStyle(box);
  return lasts(style) || style.animationName !== 'none';
});
return [...new Set(moves.map((box) => box.localName))];
";

const UNSEEN: &str = "
const probe = document.body.appendChild(document.createElement('p'));
probe.style.color = 'Canvas';
const canvas = getComputedStyle(probe).color;
probe.remove();
const found = [];
for (const chart of document.querySelectorAll('.chart svg, svg.chart')) {
  const drawn = [...chart.querySelectorAll('text, path, rect, line, polyline, circle')];
  const paint = (mark) => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke];
  const isSeen = (colour) => !['none', canvas, 'rgba(0, 0, 0, 0)'].includes(colour);
  for (const text of drawn.filter((mark) => mark.localName === 'text'))
    if (!paint(text).some(isSeen)) found.push(`text ${text.textContent}`);
  if (!drawn.some((mark) => mark.localName !== 'text' && paint(mark).some(isSeen)))
    found.push(`nothing drawn in ${chart.getAttribute('aria-label') ?? chart.textContent.slice(0, 60)}`);
}
return found;
";

const CUT_ON_PAPER: &str = r#"
const found = [];
for (const box of document.body.querySelectorAll("*")) {
  if (!box.checkVisibility({ visibilityProperty: true }) || box.clientWidth <= 1) continue;
  const style = getComputedStyle(box);
  const hides = (overflow) => overflow !== "visible";
  const wide = hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1;
  const high = hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1;
  if ((wide || high) && !["select", "input", "textarea"].includes(box.localName))
    found.push(`<${box.localName} class="${box.className}"> ${box.scrollWidth}x${box.scrollHeight} in ${box.clientWidth}x${box.clientHeight}: ${box.textContent.trim().slice(0, 50)}`);
}
return found;
"#;

/// Text is cut where its box hides what overflows and the words are wider or higher than
/// it; and so are figures in their fields, while words in a field of one line may be longer,
/// and words of a picture past its edge. What is hidden from sight on purpose, for screen
/// readers alone, is a pixel large.
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
for (const picture of document.querySelectorAll("svg")) {
  const frame = picture.getBoundingClientRect();
  if (frame.width <= 1 || !picture.checkVisibility({ visibilityProperty: true })) continue;
  for (const text of picture.querySelectorAll("text")) {
    const place = text.getBoundingClientRect();
    const past = Math.max(frame.left - place.left, place.right - frame.right);
    if (past > 1) found.push(`past the edge of its picture by ${past.toFixed(1)}: "${text.textContent}"`);
  }
}
for (const scrolled of document.querySelectorAll(".table-scroll")) {
  const edge = scrolled.getBoundingClientRect().right;
  for (const control of scrolled.querySelectorAll("a, button, input, select, textarea"))
    if (control.checkVisibility() && control.getBoundingClientRect().left > edge)
      found.push(`out of sight: ${control.getAttribute("aria-label") ?? control.textContent.trim()} in "${scrolled.getAttribute("aria-label")}"`);
}
return found;
"#;
