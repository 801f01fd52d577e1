//! Where the workspace and its build products are, and how to call its cargo.
//! Never builds anything itself.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde_json::Value;

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
        let description = describe(&root)?;
        let target = description
            .get("target_directory")
            .and_then(Value::as_str)
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

    /// The names of all programs but those called like the library of their package.
    ///
    /// # Errors
    /// When cargo cannot describe the workspace.
    pub(crate) fn programs(&self) -> Result<Vec<String>> {
        Ok(programs(&describe(&self.root)?))
    }

    /// Where `cargo xtask build` puts the files to publish.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }
}

/// What cargo knows of the packages of a workspace.
fn describe(root: &Path) -> Result<Value> {
    let mut metadata = cargo_in(root);
    metadata.args(["metadata", "--no-deps", "--format-version", "1"]);
    Ok(serde_json::from_str(&run::output(&mut metadata)?)?)
}

/// The programs that have pages of documentation of their own.
fn programs(description: &Value) -> Vec<String> {
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let packages = list(&description["packages"]);
    let targets = packages
        .iter()
        .flat_map(|package| list(&package["targets"]));
    let (programs, others): (Vec<Value>, Vec<Value>) =
        targets.partition(|target| list(&target["kind"]).contains(&Value::from("bin")));
    // The documentation of a library has an underscore for each hyphen.
    let page = |target: &Value| target["name"].as_str().map(|name| name.replace('-', "_"));
    let has_a_page = |program: &&Value| !others.iter().any(|other| page(other) == page(program));
    let own = programs.iter().filter(has_a_page);
    let names = own.filter_map(|program| program["name"].as_str());
    names.map(str::to_owned).collect()
}

fn cargo_in(root: &Path) -> Command {
    let mut cargo = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(root);
    cargo
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_called_like_a_library_has_no_page_of_its_own() {
        let target = |kind: &str, name: &str| serde_json::json!({ "kind": [kind], "name": name });
        let description = serde_json::json!({ "packages": [
            { "targets": [target("lib", "an_app"), target("bin", "an-app"), target("bin", "reader")] },
            { "targets": [target("bin", "tool"), target("example", "picture")] },
        ] });
        assert_eq!(programs(&description), ["reader", "tool"]);
    }
}
