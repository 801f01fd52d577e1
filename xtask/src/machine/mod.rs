//! What the machine offers beside Rust: node, a browser, their installation.
//! Never downloads a browser or a toolchain by itself.

pub(crate) mod browser;
pub(crate) mod node;
mod packages;

use std::env;
use std::path::PathBuf;

/// A program on the PATH, as an absolute path.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    env::split_paths(&env::var_os("PATH")?)
        .map(|folder| folder.join(&file))
        .find(|path| path.is_file())
}
