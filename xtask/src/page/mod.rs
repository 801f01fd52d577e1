//! Puts the page together: index.html, the files of static/ and the compiled
//! program become a set of files with content-hashed names and relative
//! addresses. Never compiles and never serves.

mod address;
mod headers;
mod index;
mod offline;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::wasm::Programs;
use crate::workspace::Workspace;
use address::{hashed, substitute};

pub(crate) use headers::{Header, security};

/// The page itself. It and the service worker keep their names: visitors, and the
/// scope of the worker, expect them there.
pub(crate) const INDEX: &str = "index.html";
const SERVICE_WORKER: &str = "sw.js";

/// Who will ask for the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Everyone: the whole page.
    Public,
    /// The developer: without the service worker, which would show yesterday's build.
    Developer,
}

/// One file of the page.
pub(crate) struct PageFile {
    /// What it holds.
    pub(crate) content: Vec<u8>,
    /// Whether its name follows from its content, so that a browser may keep it for good.
    pub(crate) lasting: bool,
    /// Whether the browser asks for it before the workbook can be used.
    pub(crate) first_load: bool,
}

/// The whole page, ready to be written or served.
pub(crate) struct Page {
    /// The files by their address relative to index.html.
    pub(crate) files: BTreeMap<String, PageFile>,
    /// The security policy of index.html.
    pub(crate) policy: String,
}

/// Puts the page together.
///
/// # Errors
/// When a source file cannot be read, index.html names a file that does not
/// exist, or a style sheet or manifest refers to another of their kind.
pub(crate) fn assemble(
    workspace: &Workspace,
    programs: Programs,
    audience: Audience,
) -> Result<Page> {
    let mut sources = BTreeMap::new();
    read_folder(&workspace.root.join("static"), "static", &mut sources)?;
    for (name, program) in [
        ("plumbline", programs.page),
        ("spreadsheet", programs.spreadsheet),
    ] {
        let glue = program.glue.into_bytes();
        sources.insert(format!("generated/{name}.js"), glue);
        sources.insert(format!("generated/{name}.wasm"), program.module);
    }
    let index = workspace.root.join(INDEX);
    let index = fs::read_to_string(&index).with_context(|| format!("{}", index.display()))?;
    assemble_from(sources, &index, audience)
}

fn assemble_from(
    mut sources: BTreeMap<String, Vec<u8>>,
    index: &str,
    audience: Audience,
) -> Result<Page> {
    let service_worker = sources.remove(&format!("static/{SERVICE_WORKER}"));
    let mut addresses = BTreeMap::new();
    let mut files = BTreeMap::new();
    // Files that refer to others come second: their names depend on the others' names.
    let (referring, plain): (Vec<_>, Vec<_>) = sources
        .into_iter()
        .partition(|(name, _)| name.ends_with(".css") || name.ends_with(".webmanifest"));
    for (source, content) in plain {
        place(source, content, &mut addresses, &mut files);
    }
    let leaves = addresses.clone();
    for (source, content) in referring {
        let text = String::from_utf8(content).with_context(|| source.clone())?;
        let text = substitute(&text, &address::seen_from(&source, &leaves));
        place(source, text.into_bytes(), &mut addresses, &mut files);
    }

    let index = index::with_addresses(index, &addresses).context(INDEX)?;
    for (address, file) in &mut files {
        file.first_load = index::loads(&index, address);
    }
    if audience == Audience::Public
        && let Some(script) = service_worker
    {
        let script = String::from_utf8(script).context(SERVICE_WORKER)?;
        let script = offline::filled_in(&script, &files, &index);
        let script = index::with_addresses(&script, &addresses).context(SERVICE_WORKER)?;
        files.insert(SERVICE_WORKER.to_owned(), unhashed(script, false));
    }
    let policy = index::policy(&index)?;
    files.insert(INDEX.to_owned(), unhashed(index, true));
    Ok(Page { files, policy })
}

impl Page {
    /// Writes the page into a folder of its own, in place of what was there,
    /// with a `_headers` file for hosts that read one.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub(crate) fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
        }
        for (address, file) in &self.files {
            write_file(&folder.join(address), &file.content)?;
        }
        write_file(&folder.join("_headers"), headers::file(self).as_bytes())
    }
}

fn unhashed(text: String, first_load: bool) -> PageFile {
    PageFile {
        content: text.into_bytes(),
        lasting: false,
        first_load,
    }
}

fn place(
    source: String,
    content: Vec<u8>,
    addresses: &mut BTreeMap<String, String>,
    files: &mut BTreeMap<String, PageFile>,
) {
    let address = hashed(&source, &content);
    let file = PageFile {
        content,
        lasting: true,
        first_load: false,
    };
    files.insert(address.clone(), file);
    addresses.insert(source, address);
}

fn write_file(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent)?;
    }
    fs::write(path, content).with_context(|| format!("{}", path.display()))
}

fn read_folder(folder: &Path, prefix: &str, sources: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{}", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        let Some(name) = name.to_str() else {
            bail!("{} is not a name for an address", entry.path().display());
        };
        if name.starts_with('.') {
            continue;
        }
        let source = format!("{prefix}/{name}");
        if entry.file_type()?.is_dir() {
            read_folder(&entry.path(), &source, sources)?;
        } else {
            sources.insert(source, fs::read(entry.path())?);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
