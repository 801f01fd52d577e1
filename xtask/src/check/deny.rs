//! The rules of `deny.toml`, and `cargo deny`, which reads more out of them than the check
//! beside this one can. Compiling it takes many minutes, so nothing but
//! `cargo xtask soak --dependencies` does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::{self, Voice};
use crate::workspace::Workspace;

/// The version that `cargo xtask soak --dependencies` installs.
const PINNED: &str = "0.20.2";
/// The oldest that understands `deny.toml`: major and minor version.
const OLDEST: (u64, u64) = (0, 18);

/// The licences that `deny.toml` allows.
///
/// # Errors
/// When it cannot be read, or allows none.
pub(super) fn licences(workspace: &Workspace) -> Result<Vec<String>> {
    let text = fs::read_to_string(workspace.root.join("deny.toml")).context("deny.toml")?;
    allowed(&text)
}

fn allowed(text: &str) -> Result<Vec<String>> {
    let rules: Value = basic_toml::from_str(text).context("deny.toml")?;
    let listed = rules["licenses"]["allow"].as_array();
    let licences = listed.into_iter().flatten().filter_map(Value::as_str);
    let licences: Vec<String> = licences.map(str::to_owned).collect();
    if licences.is_empty() {
        bail!("deny.toml allows no licence");
    }
    Ok(licences)
}

/// `cargo deny` as it is installed on this machine.
pub(crate) struct CargoDeny {
    program: PathBuf,
    version: String,
}

impl CargoDeny {
    /// The one that [`CargoDeny::install`] has put beside the other tools, else the one on
    /// the path; nothing where there is none that understands `deny.toml`.
    pub(super) fn find(workspace: &Workspace) -> Option<Self> {
        let own = folder(workspace).join("bin").join(name());
        [own, PathBuf::from(name())].into_iter().find_map(Self::at)
    }

    fn at(program: PathBuf) -> Option<Self> {
        let said = Command::new(&program).arg("--version").output().ok()?;
        let said = String::from_utf8(said.stdout).ok()?;
        let version = said.split_whitespace().nth(1)?.to_owned();
        is_new_enough(&version).then_some(Self { program, version })
    }

    /// Compiles the pinned version, unless it is there.
    ///
    /// # Errors
    /// When cargo cannot install it.
    pub(crate) fn install(workspace: &Workspace) -> Result<Self> {
        let folder = folder(workspace);
        let own = folder.join("bin").join(name());
        if let Some(deny) = Self::at(own.clone()).filter(|deny| deny.version == PINNED) {
            return Ok(deny);
        }
        let mut cargo = workspace.cargo();
        cargo.args(["install", "cargo-deny", "--version", PINNED, "--locked"]);
        cargo.args(["--jobs", "1", "--no-track", "--force", "--root"]);
        run::run(cargo.arg(&folder), Voice::Quiet)?;
        Self::at(own).context("cargo deny was installed and does not run")
    }

    /// Checks the workspace against `deny.toml`. Returns lines to print.
    ///
    /// # Errors
    /// What does not fit.
    pub(crate) fn check(&self, workspace: &Workspace) -> Result<Vec<String>> {
        self.run(workspace, &["check", "bans", "licenses", "sources"])?;
        let known = format!("cargo deny {}: licences, sources and bans", self.version);
        // Without its database it would say that there are no weaknesses.
        if !run::succeeds(&mut self.asked(workspace, &["fetch", "db"])) {
            let unknown = "the list of known weaknesses cannot be reached: NOT looked at";
            return Ok(vec![known, unknown.to_owned()]);
        }
        self.run(workspace, &["check", "advisories"])?;
        Ok(vec![known, "no known weakness".to_owned()])
    }

    fn run(&self, workspace: &Workspace, words: &[&str]) -> Result<()> {
        run::run(&mut self.asked(workspace, words), Voice::Quiet)
    }

    fn asked(&self, workspace: &Workspace, words: &[&str]) -> Command {
        let mut deny = Command::new(&self.program);
        deny.current_dir(&workspace.root);
        deny.args(["--workspace", "--locked"]).args(words);
        deny
    }
}

fn folder(workspace: &Workspace) -> PathBuf {
    workspace.target.join("tools").join("cargo-deny")
}

fn name() -> &'static Path {
    Path::new(if cfg!(windows) {
        "cargo-deny.exe"
    } else {
        "cargo-deny"
    })
}

fn is_new_enough(version: &str) -> bool {
    let mut parts = version.split('.').map(|part| part.parse::<u64>().ok());
    match (parts.next().flatten(), parts.next().flatten()) {
        (Some(major), Some(minor)) => (major, minor) >= OLDEST,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_licences_are_those_of_the_file_at_the_top() {
        let text = include_str!("../../../deny.toml");
        let licences = allowed(text).unwrap();
        assert!(licences.contains(&"MIT".to_owned()), "{licences:?}");
        assert!(
            allowed("[licenses]\nallow = []").is_err(),
            "none is a fault"
        );
        assert!(allowed("[licenses").is_err());
    }

    #[test]
    fn a_cargo_deny_of_before_the_file_is_none() {
        assert!(is_new_enough(PINNED) && is_new_enough("0.18.0") && is_new_enough("1.0.0"));
        for version in ["0.17.9", "0", "new"] {
            assert!(!is_new_enough(version), "{version}");
        }
    }
}
