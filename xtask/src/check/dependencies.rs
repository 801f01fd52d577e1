//! What the product is built on: where its crates come from, under which licences, and which
//! are there twice. By `cargo deny` where it is installed; else by what `cargo metadata` knows,
//! which asks no network, and by the same list of licences.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::deny::{self, CargoDeny};
use crate::run;
use crate::wasm;
use crate::workspace::Workspace;

/// How cargo marks what comes from a registry, with a checksum in `Cargo.lock`, rather than
/// from wherever a branch of somebody's repository stands today.
const REGISTRY: &str = "registry+";

/// Checks all packages that the workspace is built from. Returns lines to print.
///
/// # Errors
/// What does not fit, all of it.
pub(super) fn check(workspace: &Workspace) -> Result<Vec<String>> {
    match CargoDeny::find(workspace) {
        Some(deny) => deny.check(workspace),
        None => by_metadata(workspace),
    }
}

/// The check without `cargo deny`: for this machine and for the page.
fn by_metadata(workspace: &Workspace) -> Result<Vec<String>> {
    let licences = deny::licences(workspace)?;
    let (mut all, mut shipped) = (BTreeMap::new(), BTreeSet::new());
    for platform in [host(workspace)?.as_str(), wasm::TARGET] {
        let metadata = metadata(workspace, platform)?;
        shipped.extend(shipped_in(&metadata));
        for package in list(&metadata["packages"]) {
            all.insert(text(package, "id").to_owned(), package.clone());
        }
    }
    let faults = all.values().filter_map(|package| fault(package, &licences));
    let faults: Vec<String> = faults.collect();
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    let counted = format!(
        "{} packages, {} of them in the product",
        all.len(),
        shipped.len()
    );
    let twice = twice(all.values(), &shipped).into_iter();
    let twice = twice.map(|line| format!("twice in the product: {line}"));
    let rest =
        "without cargo deny: known weaknesses NOT looked at (cargo xtask soak --dependencies)";
    let told = [counted, rest.to_owned()].into_iter();
    Ok(told.chain(twice).collect())
}

/// What cargo knows of the packages needed on a platform.
fn metadata(workspace: &Workspace, platform: &str) -> Result<Value> {
    let mut cargo = workspace.cargo();
    cargo.args(["metadata", "--format-version", "1", "--locked"]);
    cargo.args(["--filter-platform", platform]);
    serde_json::from_str(&run::output(&mut cargo)?).context("cargo metadata")
}

/// The compiler's name of this machine.
fn host(workspace: &Workspace) -> Result<String> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(&workspace.root).arg("-vV");
    let said = run::output(&mut rustc)?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    host.map(str::to_owned).context("rustc names no host")
}

/// What is wrong with a package.
fn fault(package: &Value, licences: &[String]) -> Option<String> {
    let name = format!("{} {}", text(package, "name"), text(package, "version"));
    match package["source"].as_str() {
        // The workspace's own.
        None => return None,
        Some(source) if !source.starts_with(REGISTRY) => {
            return Some(format!("{name} comes from {source}"));
        }
        Some(_) => {}
    }
    let licence = text(package, "license");
    (!is_allowed(licence, licences)).then(|| format!("{name} is under \"{licence}\""))
}

/// Whether an SPDX expression can be met with these licences.
fn is_allowed(expression: &str, licences: &[String]) -> bool {
    let plain = expression.replace('/', " OR ").replace(['(', ')'], " ");
    let is_listed = |part: &str| licences.iter().any(|licence| licence == part.trim());
    // Parentheses are only ever around alternatives in what is published: each part between
    // two ANDs has to offer one that is listed.
    plain
        .split(" AND ")
        .all(|part| part.split(" OR ").any(is_listed))
}

/// The packages that end up in the page or the command line, by their identifiers.
fn shipped_in(metadata: &Value) -> Vec<String> {
    let needs: BTreeMap<&str, Vec<&str>> = list(&metadata["resolve"]["nodes"])
        .iter()
        .map(|node| (text(node, "id"), normal_dependencies(node)))
        .collect();
    let is_product = |id: &&&str| {
        ["#plumbline-app@", "#plumbline-cli@"]
            .iter()
            .any(|name| id.contains(name))
    };
    let mut found: Vec<&str> = needs.keys().filter(is_product).copied().collect();
    let mut next = 0;
    while let Some(id) = found.get(next) {
        let new: Vec<&str> = needs.get(id).into_iter().flatten().copied().collect();
        for id in new {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        next += 1;
    }
    found.into_iter().map(str::to_owned).collect()
}

/// Neither for tests nor for building.
fn normal_dependencies(node: &Value) -> Vec<&str> {
    let is_normal = |dependency: &&Value| {
        let mut kinds = list(&dependency["dep_kinds"]).iter();
        kinds.any(|kind| kind["kind"].is_null())
    };
    let normal = list(&node["deps"]).iter().filter(is_normal);
    normal.map(|dependency| text(dependency, "pkg")).collect()
}

/// The packages that ship in several versions.
fn twice<'a>(packages: impl Iterator<Item = &'a Value>, shipped: &BTreeSet<String>) -> Vec<String> {
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for package in packages {
        if shipped.contains(text(package, "id")) {
            let of = versions.entry(text(package, "name")).or_default();
            of.push(text(package, "version"));
        }
    }
    let several = versions
        .into_iter()
        .filter(|(_, versions)| versions.len() > 1);
    several
        .map(|(name, versions)| format!("{name} {}", versions.join(", ")))
        .collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_several_licences_suffices_and_each_that_is_needed_is_looked_at() {
        let licences = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned);
        for allowed in [
            "MIT",
            "MIT OR Apache-2.0",
            "MIT/Apache-2.0",
            "GPL-3.0 OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR MIT",
        ] {
            assert!(is_allowed(allowed, &licences), "{allowed}");
        }
        for refused in ["", "GPL-3.0", "MIT AND GPL-3.0", "AGPL-3.0-only", "MITX"] {
            assert!(!is_allowed(refused, &licences), "{refused}");
        }
    }

    #[test]
    fn a_crate_from_elsewhere_is_named() {
        let package = serde_json::json!({
            "name": "odd", "version": "1.0.0", "license": "MIT",
            "source": "git+https://example.org/odd",
        });
        assert!(fault(&package, &[]).is_some_and(|fault| fault.contains("odd 1.0.0")));
    }
}
