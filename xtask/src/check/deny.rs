//! What the workspace may be built on: where its crates come from, under which licences, and
//! what is known against them. `cargo deny` checks it by the rules of `deny.toml`; where the
//! machine has none, a pinned one is compiled once, beside the other tools.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::run::{self, Voice};
use crate::workspace::Workspace;

/// The version that is compiled where there is none.
const PINNED: &str = "0.20.2";
/// The oldest that understands `deny.toml`: major and minor version.
const OLDEST: (u64, u64) = (0, 18);

/// Checks the workspace against `deny.toml`. Returns lines to print.
///
/// # Errors
/// What does not fit, or when there is no `cargo deny` and none can be compiled.
pub(super) fn check(workspace: &Workspace) -> Result<Vec<String>> {
    let deny = match CargoDeny::find(workspace) {
        Some(deny) => deny,
        None => CargoDeny::install(workspace)?,
    };
    deny.check(workspace)
}

/// `cargo deny` as it is installed on this machine.
struct CargoDeny {
    program: PathBuf,
    version: String,
}

impl CargoDeny {
    /// The one beside the other tools, else the one on the path; nothing where there is none
    /// that understands `deny.toml`.
    fn find(workspace: &Workspace) -> Option<Self> {
        let own = folder(workspace).join("bin").join(name());
        [own, PathBuf::from(name())].into_iter().find_map(Self::at)
    }

    fn at(program: PathBuf) -> Option<Self> {
        let said = Command::new(&program).arg("--version").output().ok()?;
        let said = String::from_utf8(said.stdout).ok()?;
        let version = said.split_whitespace().nth(1)?.to_owned();
        is_new_enough(&version).then_some(Self { program, version })
    }

    /// Compiles the pinned version, unoptimised: it has little to do, and would else take
    /// three times as long to compile. On one core, since the release build has the other.
    fn install(workspace: &Workspace) -> Result<Self> {
        let folder = folder(workspace);
        let mut cargo = workspace.cargo();
        cargo.env("CARGO_PROFILE_DEV_DEBUG", "false");
        cargo.args(["install", "cargo-deny", "--version", PINNED, "--locked"]);
        cargo.args(["--debug", "--jobs", "1", "--no-track", "--force", "--root"]);
        run::run(cargo.arg(&folder), Voice::Quiet)?;
        Self::at(folder.join("bin").join(name()))
            .context("cargo deny was installed and does not run")
    }

    fn check(&self, workspace: &Workspace) -> Result<Vec<String>> {
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
    fn a_cargo_deny_of_before_the_file_is_none() {
        assert!(is_new_enough(PINNED) && is_new_enough("0.18.0") && is_new_enough("1.0.0"));
        for version in ["0.17.9", "0", "new"] {
            assert!(!is_new_enough(version), "{version}");
        }
    }
}
