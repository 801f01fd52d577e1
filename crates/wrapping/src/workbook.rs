//! A workbook of one file: a page of HTML that holds the program and a plan, opens without a
//! network, and can write itself again.
//!
//! Everything is inside: styles and scripts as they are, allowed one by one by the SHA-256
//! of their text; the module and the plan as data, which no policy has to allow, so that
//! another plan changes no hash. The page is put together from its parts each time and never
//! from a page that is shown: nothing that a program of the browser has put there gets in.

use sha2::{Digest, Sha256};

use crate::base64;

/// How the name of a workbook of one file ends.
pub const EXTENSION: &str = ".plumbline.html";

/// The element with the plan, up to the workbook's identifier.
const PLAN_ELEMENT: &str =
    "<script type=\"application/json\" data-plumbline=\"plan\" data-workbook=\"";
const ELEMENT_END: &str = "</script>";

/// What a workbook is made of, but for the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// Style sheets, in their order. They refer to nothing outside themselves.
    pub styles: Vec<String>,
    /// The compiled module, base64.
    pub module: String,
    /// The icon, an SVG picture.
    pub icon: String,
    /// Scripts, in the order they run in.
    pub scripts: Vec<Script>,
}

/// One script of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Script {
    /// Its value of `data-plumbline`, by which it is found again.
    pub mark: String,
    /// Its text.
    pub text: String,
}

/// A part that cannot stand inside a page.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a part of the program cannot stand inside a page: it holds {0}")]
pub struct Unfit(&'static str);

/// The text of a workbook of one file with this text of a plan's file in it. `id` is the
/// identifier under which browsers keep the plan: letters, digits and hyphens.
///
/// # Errors
/// [`Unfit`] when a script or a style would end the element it stands in.
pub fn assemble(parts: &Parts, id: &str, plan: &str) -> Result<String, Unfit> {
    let styles: Vec<String> = parts.styles.iter().map(|text| lines(text)).collect();
    let scripts: Vec<(&Script, String)> = parts
        .scripts
        .iter()
        .map(|script| (script, lines(&script.text)))
        .collect();
    for text in styles.iter().chain(scripts.iter().map(|(_, text)| text)) {
        check(text)?;
    }
    let sources = |texts: &mut dyn Iterator<Item = &String>| {
        let hashes: Vec<String> = texts.map(|text| source(text)).collect();
        hashes.join(" ")
    };
    let script_sources = sources(&mut scripts.iter().map(|(_, text)| text));
    let style_sources = sources(&mut styles.iter());
    let icon = base64::plain(parts.icon.as_bytes());
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src {script_sources} 'wasm-unsafe-eval'; style-src {style_sources}; \
         img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types default\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n\
         <title>Plumbline</title>\n\
         <link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\n"
    );
    for text in &styles {
        page.push_str(&format!("<style data-plumbline=\"style\">{text}</style>\n"));
    }
    // All in the head: the program clears the body when it takes the page over.
    page.push_str(&format!(
        "{PLAN_ELEMENT}{id}\">\n{plan}{ELEMENT_END}\n\
         <script type=\"text/plain\" data-plumbline=\"module\">{module}{ELEMENT_END}\n",
        id = identifier(id),
        plan = shielded(plan),
        module = parts.module,
    ));
    for (script, text) in &scripts {
        let mark = identifier(&script.mark);
        page.push_str(&format!(
            "<script data-plumbline=\"{mark}\">{text}{ELEMENT_END}\n"
        ));
    }
    page.push_str(
        "</head>\n<body>\n<div class=\"starting\">\n\
         <p class=\"wordmark starting-mark\">Plumbline</p>\n\
         <noscript><p>This file holds a sales plan and the program to work on it. It needs \
         JavaScript and WebAssembly, and no network.</p></noscript>\n\
         </div>\n</body>\n</html>\n",
    );
    Ok(page)
}

/// A compiled module as [`Parts::module`].
#[must_use]
pub fn module_text(bytes: &[u8]) -> String {
    base64::plain(bytes)
}

/// The text of the plan's file in the text of a workbook of one file; nothing when it is
/// none or is cut off.
#[must_use]
pub fn plan_in(page: &str) -> Option<String> {
    let (_, rest) = page.split_once(PLAN_ELEMENT)?;
    let (_, rest) = rest.split_once('>')?;
    let (content, _) = rest.split_once(ELEMENT_END)?;
    Some(unshielded(content))
}

/// The text of the plan's file in the content of the element that holds it, as a browser
/// tells it.
#[must_use]
pub fn plan_in_element(content: &str) -> String {
    unshielded(content)
}

/// What a browser makes of line ends; hashes are of that.
fn lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn check(text: &str) -> Result<(), Unfit> {
    let small = text.to_ascii_lowercase();
    let ends = ["</script", "</style", "<!--", "\0"];
    match ends.into_iter().find(|end| small.contains(end)) {
        Some(end) => Err(Unfit(end)),
        None => Ok(()),
    }
}

fn source(text: &str) -> String {
    format!(
        "'sha256-{}'",
        base64::plain(&Sha256::digest(text.as_bytes()))
    )
}

/// Only what an identifier may hold.
fn identifier(text: &str) -> String {
    let fits = |ch: &char| ch.is_ascii_alphanumeric() || *ch == '-';
    text.chars().filter(fits).collect()
}

/// JSON with `<` as its escape, which can stand in a string alone: nothing in a plan can
/// then end the element or begin another.
fn shielded(json: &str) -> String {
    json.replace('<', "\\u003c")
}

/// The opposite of [`shielded`]: the very same text, unless it had that escape of its own,
/// which the plan's file never has; then it is the same JSON.
fn unshielded(content: &str) -> String {
    let content = content.strip_prefix('\n').unwrap_or(content);
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        text.push_str(before);
        rest = if let Some(after) = escape.strip_prefix("\\u003c") {
            text.push('<');
            after
        } else {
            // An escape is two characters or more; the second is never looked at again.
            let length = 1 + escape.chars().nth(1).map_or(0, char::len_utf8);
            text.push_str(&escape[..length]);
            &escape[length..]
        };
    }
    text.push_str(rest);
    text
}
