//! The files this very page was made of: fetched once more from where the browser keeps
//! them, or, in a workbook of one file, taken from the page, which holds them.
//!
//! What a page needs is told by `data-plumbline` in `index.html` and in the page of one file
//! alike. Asks for no address that the page does not name.

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Element;

/// What the page is made of, each as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFiles {
    /// Style sheets in their order.
    pub styles: Vec<String>,
    /// Scripts in their order, each with its mark.
    pub scripts: Vec<(String, String)>,
    /// The compiled module.
    pub module: Module,
    /// The icon.
    pub icon: String,
}

/// The compiled module.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Module {
    /// As bytes.
    Bytes(Vec<u8>),
    /// As base64, as the page of one file holds it.
    Base64(String),
}

/// The plan that a page of one file holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    /// The identifier of the workbook.
    pub id: String,
    /// The content of its element.
    pub content: String,
}

/// The plan in this page, if this is a page of one file.
#[must_use]
pub fn embedded() -> Option<Embedded> {
    let element = first("script[data-plumbline='plan']")?;
    Some(Embedded {
        id: element.get_attribute("data-workbook")?,
        content: element.text_content()?,
    })
}

/// Whether this is a page of one file.
#[must_use]
pub fn is_one_file() -> bool {
    first("script[data-plumbline='plan']").is_some()
}

/// The address of the glue and that of the module of the program that reads spreadsheets;
/// nothing in a page of one file, which has none.
#[must_use]
pub fn spreadsheet_program() -> Option<(String, String)> {
    let named = first("[data-plumbline='spreadsheet']")?;
    Some((
        named.get_attribute("data-glue")?,
        named.get_attribute("data-module")?,
    ))
}

/// What this page is made of; nothing when a part of it cannot be read again.
pub async fn read() -> Option<OwnFiles> {
    let module = first("[data-plumbline='module']")?;
    if is_one_file() {
        let scripts = all("script[data-plumbline]:not([type])");
        return Some(OwnFiles {
            styles: all("style[data-plumbline]")
                .iter()
                .filter_map(|style| style.text_content())
                .collect(),
            scripts: scripts.iter().filter_map(script_in_page).collect(),
            module: Module::Base64(module.text_content()?),
            icon: icon_in_page()?,
        });
    }
    let mut styles = Vec::new();
    for sheet in all("link[rel='stylesheet']") {
        styles.push(text_at(&sheet.get_attribute("href")?).await?);
    }
    let mut scripts = Vec::new();
    for script in all("script[src][data-plumbline]") {
        let text = text_at(&script.get_attribute("src")?).await?;
        scripts.push((script.get_attribute("data-plumbline")?, text));
    }
    Some(OwnFiles {
        styles,
        scripts,
        module: Module::Bytes(fetched(&module.get_attribute("href")?).await?),
        icon: text_at(&first("link[rel='icon']")?.get_attribute("href")?).await?,
    })
}

fn script_in_page(element: &Element) -> Option<(String, String)> {
    let mark = element.get_attribute("data-plumbline")?;
    Some((mark, element.text_content()?))
}

/// The icon out of its data: address.
fn icon_in_page() -> Option<String> {
    let address = first("link[rel='icon']")?.get_attribute("href")?;
    let (_, data) = address.split_once(',')?;
    let decode: Function = Reflect::get(&js_sys::global(), &"atob".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let text = decode.call1(&JsValue::UNDEFINED, &data.into()).ok()?;
    let bytes: Option<Vec<u8>> = text
        .as_string()?
        .chars()
        .map(|ch| u8::try_from(ch).ok())
        .collect();
    String::from_utf8(bytes?).ok()
}

/// The text of a file of the page.
pub(in crate::browser) async fn text_at(address: &str) -> Option<String> {
    String::from_utf8(fetched(address).await?).ok()
}

/// A file of the page, from where the browser keeps it if it does.
pub(in crate::browser) async fn fetched(address: &str) -> Option<Vec<u8>> {
    let global = js_sys::global();
    let fetch: Function = Reflect::get(&global, &"fetch".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let how = js_sys::Object::new();
    Reflect::set(&how, &"cache".into(), &"force-cache".into()).ok()?;
    let asked: Promise = fetch
        .call2(&global, &address.into(), &how)
        .ok()?
        .dyn_into()
        .ok()?;
    let answer = JsFuture::from(asked).await.ok()?;
    if !Reflect::get(&answer, &"ok".into()).ok()?.is_truthy() {
        return None;
    }
    let read: Function = Reflect::get(&answer, &"arrayBuffer".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let read: Promise = read.call0(&answer).ok()?.dyn_into().ok()?;
    let buffer = JsFuture::from(read).await.ok()?;
    Some(Uint8Array::new(&buffer).to_vec())
}

fn first(selector: &str) -> Option<Element> {
    let document = web_sys::window()?.document()?;
    document.query_selector(selector).ok().flatten()
}

fn all(selector: &str) -> Vec<Element> {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| {
        let ask: Function = Reflect::get(&document, &"querySelectorAll".into())
            .ok()?
            .dyn_into()
            .ok()?;
        ask.call1(&document, &selector.into()).ok()
    });
    let found = found.map(|found| Array::from(&found)).unwrap_or_default();
    found
        .iter()
        .filter_map(|element| element.dyn_into().ok())
        .collect()
}
