//! `cargo xtask soak`: what takes too long for every test run, with figures to keep.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::arguments::SoakOptions;
use crate::machine::browser;
use crate::run;
use crate::workspace::Workspace;

/// One long run.
struct Part {
    /// What it does, in a few words.
    title: &'static str,
    /// Does it and gives its figures, a line each.
    run: fn(&Workspace, &SoakOptions) -> Result<Vec<String>>,
}

const PARTS: &[Part] = &[
    Part {
        title: "plans mutated at random: refused, or answered in numbers",
        run: mutated_plans,
    },
    Part {
        title: "random plans against a simulation deal by deal: the same distribution",
        run: compared_plans,
    },
    Part {
        title: "plan files, links, locked files and workbooks damaged at random: refused, or whole",
        run: damaged_files,
    },
    Part {
        title: "texts that readers stumble over: tables, dates and amounts of an export",
        run: stumbling_texts,
    },
    Part {
        title: "the browser killed while it saves: the last plan called saved, or a later one",
        run: kills,
    },
];

/// Runs every part and prints its figures, the time it took and the commit it ran on.
///
/// # Errors
/// When one fails; the end of its output has been shown then.
pub(crate) fn soak(workspace: &Workspace, options: &SoakOptions) -> Result<()> {
    println!("{}", commit(workspace)?);
    for part in PARTS {
        println!("{}", part.title);
        let started = Instant::now();
        for line in (part.run)(workspace, options)? {
            println!("      {line}");
        }
        println!("      {}", run::seconds(started.elapsed()));
    }
    Ok(())
}

/// The commit at hand, and whether files differ from it.
fn commit(workspace: &Workspace) -> Result<String> {
    let git = |words: &[&str]| {
        let mut git = Command::new("git");
        git.current_dir(&workspace.root).args(words);
        run::output(&mut git)
    };
    let head = git(&["log", "-1", "--format=%h of %cs"])?;
    let changed = !git(&["status", "--porcelain", "--untracked-files=no"])?.is_empty();
    let more = if changed { ", with changes" } else { "" };
    Ok(format!("commit {}{more}", head.trim()))
}

fn mutated_plans(workspace: &Workspace, options: &SoakOptions) -> Result<Vec<String>> {
    let mut cargo = workspace.cargo();
    cargo
        .env("PLUMBLINE_FUZZ_CASES", options.cases.to_string())
        .env("PLUMBLINE_FUZZ_FROM", options.from.to_string());
    cargo.args(["test", "--package", "plumbline-forecast"]);
    cargo.args(["--test", "engine", "--", "any_document::", "--nocapture"]);
    figures(&mut cargo, "mutated documents")
}

fn compared_plans(workspace: &Workspace, options: &SoakOptions) -> Result<Vec<String>> {
    let mut cargo = workspace.cargo();
    cargo
        .env("PLUMBLINE_COMPARED", options.plans.to_string())
        .env("PLUMBLINE_COMPARED_FROM", options.from.to_string());
    cargo.args(["test", "--package", "plumbline-forecast"]);
    // By these words the tests that compare random plans are called.
    cargo.args([
        "--test",
        "engine",
        "--",
        "limits_both_have",
        "limits_the_other",
    ]);
    cargo.arg("--nocapture");
    figures(&mut cargo, "random plans compared")
}

fn damaged_files(workspace: &Workspace, options: &SoakOptions) -> Result<Vec<String>> {
    let mut told = Vec::new();
    for package in ["plumbline-plan", "plumbline-wrapping"] {
        let mut cargo = workspace.cargo();
        cargo.env("PLUMBLINE_DAMAGE_CASES", options.damages.to_string());
        cargo.args(["test", "--package", package, "--tests"]);
        // By these words the tests of damage are called.
        cargo.args(["--", "damage", "mixed_up", "--nocapture"]);
        told.extend(figures(&mut cargo, " damaged ")?);
    }
    Ok(told)
}

/// How many texts each reader of an export is given.
const TEXTS: u64 = 10_000_000;

fn stumbling_texts(workspace: &Workspace, _: &SoakOptions) -> Result<Vec<String>> {
    let mut cargo = workspace.cargo();
    cargo.env("PLUMBLINE_FUZZ_INPUTS", TEXTS.to_string());
    cargo.args(["test", "--package", "plumbline-deals"]);
    cargo.args(["--test", "importing", "--", "no_text_makes", "--nocapture"]);
    figures(&mut cargo, "texts tried")
}

fn kills(workspace: &Workspace, options: &SoakOptions) -> Result<Vec<String>> {
    if options.kills == 0 {
        return Ok(vec!["left out".to_owned()]);
    }
    if !workspace.dist().join("index.html").is_file() {
        bail!("dist is not built; run: cargo xtask build");
    }
    let browser = browser::prepare()?;
    let mut cargo = workspace.cargo();
    cargo
        .env("PLUMBLINE_DIST", workspace.dist())
        .env(browser::CHROMIUM, browser.chromium)
        .env(browser::CHROMEDRIVER, browser.driver)
        .env("PLUMBLINE_KILLS", options.kills.to_string());
    cargo.args(["test", "--package", "plumbline-tests", "--test", "product"]);
    cargo.args(["--", "kills::", "--nocapture"]);
    figures(&mut cargo, "times killed")
}

/// Runs tests and gives the lines of their output that tell figures.
fn figures(cargo: &mut Command, telling: &str) -> Result<Vec<String>> {
    let ended = run::run_quietly(cargo)?;
    if !ended.success {
        run::show_end_of(&ended.output);
        bail!("{} failed", run::line_of(cargo));
    }
    let lines = ended.output.lines().filter(|line| line.contains(telling));
    let lines: Vec<String> = lines.map(str::to_owned).collect();
    if lines.is_empty() {
        bail!("{} told no figures", run::line_of(cargo));
    }
    Ok(lines)
}
