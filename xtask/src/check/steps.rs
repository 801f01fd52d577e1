//! The steps of `cargo xtask test`, in their order: what is fast to fail first.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::tally::Tally;
use crate::build;
use crate::machine::browser;
use crate::machine::node::Tools;
use crate::run::{self, Voice};
use crate::wasm;
use crate::workspace::Workspace;

/// The package of the end-to-end tests. It is kept out of the other tests' build: its
/// WebDriver client gives libraries that the product uses too other features, with which
/// nobody runs the product.
const END_TO_END: &str = "plumbline-tests";

/// The packages whose tests are run together. By itself xtask has the dependencies it was
/// just compiled with; together with the others they would be compiled once more.
const TOGETHER: [&str; 5] = ["--workspace", "--exclude", END_TO_END, "--exclude", "xtask"];

/// What lints and documentation take in beside what is always there.
const LINTED: &str = "xtask/weigh";

/// The module of those of its tests that run in Firefox.
const IN_FIREFOX: &str = "firefox::";

/// One step.
pub(super) struct Step {
    /// For `--only`.
    pub(super) name: &'static str,
    /// What it does, in a few words.
    pub(super) title: &'static str,
    /// Left out by `--quick`.
    pub(super) slow: bool,
    /// The step during which it is already begun. Half of the release build is one
    /// compiler on one core; it fills what documentation and tests leave free.
    pub(super) begins_with: Option<&'static str>,
    /// Does it, counting the tests it runs. Returns lines to print.
    pub(super) run: fn(&Workspace, &mut Tally) -> Result<Vec<String>>,
}

/// All steps. Those that share compiled dependencies are neighbours.
pub(super) const STEPS: &[Step] = &[
    Step {
        name: "format",
        title: "cargo fmt --check",
        slow: false,
        begins_with: None,
        run: format,
    },
    Step {
        name: "clippy",
        title: "lints of everything, on this machine",
        slow: false,
        begins_with: None,
        run: clippy,
    },
    Step {
        name: "clippy-wasm",
        title: "lints of what runs in the browser",
        slow: false,
        begins_with: None,
        run: clippy_wasm,
    },
    Step {
        name: "dependencies",
        title: "where the crates come from, their licences, and what is known against them",
        slow: false,
        begins_with: None,
        run: |workspace, _| super::deny::check(workspace),
    },
    Step {
        name: "docs",
        title: "the documentation of every item",
        slow: false,
        begins_with: None,
        run: docs,
    },
    Step {
        name: "unit",
        title: "unit, property, golden and documentation tests",
        slow: false,
        begins_with: None,
        run: unit,
    },
    Step {
        name: "dist",
        title: "the files to publish",
        slow: true,
        begins_with: Some("dependencies"),
        run: dist,
    },
    Step {
        name: "end-to-end",
        title: "the published files in headless Chromium",
        slow: true,
        begins_with: None,
        run: end_to_end,
    },
    Step {
        name: "firefox",
        title: "the published files in headless Firefox, served and from the disk",
        slow: true,
        begins_with: None,
        run: in_firefox,
    },
];

fn format(workspace: &Workspace, _: &mut Tally) -> Result<Vec<String>> {
    let mut cargo = workspace.cargo();
    cargo.args(["fmt", "--all", "--check", "--", "--files-with-diff"]);
    run::run(&mut cargo, Voice::Quiet)
        .context("the files above are not formatted; run: cargo fmt --all")?;
    Ok(Vec::new())
}

fn clippy(workspace: &Workspace, _: &mut Tally) -> Result<Vec<String>> {
    let mut cargo = workspace.cargo();
    cargo.args(["clippy", "--workspace", "--all-targets"]);
    cargo.args(["--features", LINTED, "--", "-D", "warnings"]);
    run::run(&mut cargo, Voice::Quiet)?;
    Ok(Vec::new())
}

fn clippy_wasm(workspace: &Workspace, _: &mut Tally) -> Result<Vec<String>> {
    wasm::ensure_target(workspace, Voice::Quiet)?;
    let mut cargo = workspace.cargo();
    cargo.args(["clippy", "--package", "plumbline-app"]);
    cargo.args(["--package", "plumbline-bench"]);
    // The release build then finds its macros and build scripts compiled.
    cargo.args(["--target", wasm::TARGET, "--release"]);
    cargo.args(["--", "-D", "warnings"]);
    run::run(&mut cargo, Voice::Quiet)?;
    Ok(Vec::new())
}

fn docs(workspace: &Workspace, _: &mut Tally) -> Result<Vec<String>> {
    let mut cargo = workspace.cargo();
    cargo.env("RUSTDOCFLAGS", "-D warnings");
    cargo.args(["doc", "--workspace", "--no-deps", "--lib"]);
    for program in workspace.programs()? {
        cargo.args(["--bin", &program]);
    }
    // With the examples, and the features and the driver of the lints before, cargo wants of
    // every library just what it has checked for those.
    cargo.args(["--examples", "--features", LINTED]);
    if let Some(driver) = driver_of_lints(workspace)? {
        cargo.env("RUSTC_WORKSPACE_WRAPPER", driver);
        // `-D warnings`, as cargo clippy hands it on.
        cargo.env(
            "CLIPPY_ARGS",
            "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__",
        );
    }
    run::run(&mut cargo, Voice::Quiet)?;
    Ok(Vec::new())
}

/// The compiler that `cargo clippy` calls, where it is beside the compiler.
fn driver_of_lints(workspace: &Workspace) -> Result<Option<PathBuf>> {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(&workspace.root);
    let folder = run::output(rustc.args(["--print", "sysroot"]))?;
    let name = format!("clippy-driver{}", std::env::consts::EXE_SUFFIX);
    let driver = Path::new(folder.trim()).join("bin").join(name);
    Ok(driver.is_file().then_some(driver))
}

fn unit(workspace: &Workspace, tally: &mut Tally) -> Result<Vec<String>> {
    let mut cargo = workspace.cargo();
    cargo.args(["test", "--no-fail-fast"]).args(TOGETHER);
    let most = run_tests(&mut cargo, tally)?;
    let mut cargo = workspace.cargo();
    cargo.args(["test", "--package", "xtask", "--features", "weigh"]);
    let own = run_tests(&mut cargo, tally)?;
    Ok(vec![format!("{} tests", most + own)])
}

fn dist(workspace: &Workspace, _: &mut Tally) -> Result<Vec<String>> {
    let (_, notes) = build::publish(workspace, Voice::Quiet)?;
    Ok(notes)
}

fn end_to_end(workspace: &Workspace, tally: &mut Tally) -> Result<Vec<String>> {
    let dist = workspace.dist();
    if !dist.join("index.html").is_file() {
        bail!("{} is not built; run: cargo xtask build", dist.display());
    }
    let browser = browser::prepare()?;
    let tools = Tools::install(workspace).context("axe-core")?;
    let mut cargo = workspace.cargo();
    // With its tests the command line is compiled, as it was for the tests before: by itself
    // it would be compiled anew.
    cargo.args(["test", "--no-run"]).args(TOGETHER);
    cargo.args(["--test", "check"]);
    run::run(&mut cargo, Voice::Quiet)?;
    let plumbline = format!("plumbline{}", std::env::consts::EXE_SUFFIX);

    let mut cargo = workspace.cargo();
    cargo
        .env("PLUMBLINE_DIST", dist)
        .env(browser::CHROMIUM, browser.chromium)
        .env(browser::CHROMEDRIVER, browser.driver)
        .env("PLUMBLINE_AXE", tools.axe())
        .env(
            "PLUMBLINE_CLI",
            workspace.target.join("debug").join(plumbline),
        )
        .args(["test", "--no-fail-fast", "--package", END_TO_END])
        .args(["--lib", "--test", "product"])
        // Those have a step of their own.
        .args(["--", "--skip", IN_FIREFOX]);
    Ok(vec![format!("{} tests", run_tests(&mut cargo, tally)?)])
}

fn in_firefox(workspace: &Workspace, tally: &mut Tally) -> Result<Vec<String>> {
    let dist = workspace.dist();
    if !dist.join("index.html").is_file() {
        bail!("{} is not built; run: cargo xtask build", dist.display());
    }
    let firefox = browser::prepare_firefox()?;
    let mut cargo = workspace.cargo();
    cargo
        .env("PLUMBLINE_DIST", dist)
        .env(browser::FIREFOX, firefox)
        .args(["test", "--package", END_TO_END, "--test", "product"])
        .args(["--", IN_FIREFOX]);
    Ok(vec![format!("{} tests", run_tests(&mut cargo, tally)?)])
}

/// Runs tests, counts them and says how many. A run without a test is a failure:
/// something that should have been tested was not found.
fn run_tests(cargo: &mut Command, tally: &mut Tally) -> Result<u64> {
    let ended = run::run_quietly(cargo)?;
    let before = tally.ran();
    tally.add(&ended.output);
    let ran = tally.ran() - before;
    if !ended.success {
        run::show_end_of(&ended.output);
        bail!("{} failed", run::line_of(cargo));
    }
    if ran == 0 {
        bail!("{} ran no test", run::line_of(cargo));
    }
    Ok(ran)
}
