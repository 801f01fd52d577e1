//! Where the workspace and its build products are, and how to call its cargo.
//! Never builds anything itself.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::run;

/// The checkout this tool works on.
pub(crate) struct Workspace {
    /// The folder of the root Cargo.toml.
    pub(crate) root: PathBuf,
    /// Cargo's build folder, wherever it was put.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Finds the workspace this tool was started from.
    ///
    /// # Errors
    /// When cargo cannot describe it.
    pub(crate) fn find() -> Result<Workspace> {
        let package = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = package
            .parent()
            .context("the xtask folder is not inside a workspace")?
            .to_owned();
        let mut metadata = cargo_in(&root);
        metadata.args(["metadata", "--no-deps", "--format-version", "1"]);
        let description: serde_json::Value = serde_json::from_str(&run::output(&mut metadata)?)?;
        let target = description
            .get("target_directory")
            .and_then(serde_json::Value::as_str)
            .context("cargo metadata names no target directory")?;
        Ok(Workspace {
            root,
            target: PathBuf::from(target),
        })
    }

    /// A cargo command at the root of the workspace, of the toolchain in use.
    pub(crate) fn cargo(&self) -> Command {
        cargo_in(&self.root)
    }

    /// Where `cargo xtask build` puts the files to publish.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }
}

fn cargo_in(root: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    cargo
}
