//! `cargo xtask bench`: how fast the engine is, on this machine and in headless Chromium, and
//! what a dragged slider costs the page.

mod table;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::arguments::BenchOptions;
use crate::build;
use crate::machine::browser::{self, Browser};
use crate::run::{self, Voice};
use crate::wasm::{self, Program};
use crate::workspace::Workspace;
use table::{Figures, Table};

const PACKAGE: &str = "plumbline-bench";

/// Opens the clock to hundredths of a millisecond: Chromium shows it so fine only to pages
/// that share nothing with others.
const HEADERS: &str = "\
/*
  Cross-Origin-Opener-Policy: same-origin
  Cross-Origin-Embedder-Policy: require-corp
";

/// Measures and prints what was asked for.
///
/// # Errors
/// When something does not compile, or the browser is not there.
pub(crate) fn bench(workspace: &Workspace, options: &BenchOptions) -> Result<()> {
    if options.drag {
        drag(workspace)
    } else {
        engine(workspace)
    }
}

/// A slider dragged in the page as built.
fn drag(workspace: &Workspace) -> Result<()> {
    if !workspace.dist().join("index.html").is_file() {
        bail!("dist is not built; run: cargo xtask build");
    }
    let browser = browser::prepare()?;
    let mut cargo = workspace.cargo();
    cargo
        .env("PLUMBLINE_DIST", workspace.dist())
        .env(browser::CHROMIUM, &browser.chromium)
        .env(browser::CHROMEDRIVER, &browser.driver);
    cargo.args(["run", "--quiet", "--package", "plumbline-tests"]);
    cargo.args(["--bin", "measure-drag"]);
    run::run(&mut cargo, Voice::Shown)
}

/// How often each build is measured in turn: what disturbs the machine for a while then disturbs
/// all of them alike, and the least is what none has disturbed.
const ROUNDS: usize = 4;

/// How fast the engine is: on this machine and in the browser.
fn engine(workspace: &Workspace) -> Result<()> {
    println!("[1/4] On this machine, with allocations");
    let mut cargo = workspace.cargo();
    cargo.args(["bench", "--package", PACKAGE, "--bench", "engine"]);
    run::run(&mut cargo, Voice::Shown)?;
    println!("[2/4] Compiling as for the browser, on this machine and as published");
    let mut native = native(workspace)?;
    wasm::ensure_target(workspace, Voice::Quiet)?;
    let browser = browser::prepare()?;
    let published = page(workspace, wasm::PUBLISHED, "bench-page")?;
    println!("[3/4] Compiling without SIMD");
    let plain = page(workspace, "", "bench-page-plain")?;
    let (mut in_page, mut in_plain) = (Figures::default(), Figures::default());
    for round in 1..=ROUNDS {
        println!("[4/4] All three in turn, round {round} of {ROUNDS}");
        native.keep_least(self::native(workspace)?);
        in_page.keep_least(in_browser(workspace, &browser, &published)?);
        in_plain.keep_least(in_browser(workspace, &browser, &plain)?);
    }
    println!();
    let table = Table {
        native,
        others: vec![("wasm", in_page), ("wasm without SIMD", in_plain)],
    };
    println!("{table}");
    Ok(())
}

fn native(workspace: &Workspace) -> Result<Figures> {
    let mut cargo = workspace.cargo();
    cargo.args(["run", "--quiet", "--profile", "native"]);
    cargo.args(["--package", PACKAGE, "--example", "measure"]);
    Ok(Figures::read(&run::output(&mut cargo)?))
}

/// The folder of a page that measures, compiled and made smaller as the app is for publication.
fn page(workspace: &Workspace, features: &str, folder: &str) -> Result<PathBuf> {
    let mut program = wasm::compile_bench(workspace, features)?;
    match build::optimised(workspace, &program) {
        Ok(module) => program.module = module,
        Err(reason) => println!("      not through wasm-opt: {reason:#}"),
    }
    write_page(workspace, &program, folder)
}

/// Measures in a page.
fn in_browser(workspace: &Workspace, browser: &Browser, folder: &Path) -> Result<Figures> {
    let mut cargo = workspace.cargo();
    cargo
        .env("PLUMBLINE_DIST", folder)
        .env(browser::CHROMIUM, &browser.chromium)
        .env(browser::CHROMEDRIVER, &browser.driver);
    cargo.args(["run", "--quiet", "--package", "plumbline-tests"]);
    cargo.args(["--bin", "measure-page"]);
    Ok(Figures::read(&run::output(&mut cargo)?))
}

fn write_page(workspace: &Workspace, program: &Program, folder: &str) -> Result<PathBuf> {
    let folder = workspace.target.join(folder);
    let source = |name: &str| {
        let path = workspace.root.join("bench").join(name);
        fs::read(&path).with_context(|| path.display().to_string())
    };
    let files = [
        ("index.html", source("page.html")?),
        ("worker.js", source("worker.js")?),
        ("bench.js", program.glue.clone().into_bytes()),
        ("bench.wasm", program.module.clone()),
        ("_headers", HEADERS.into()),
    ];
    fs::create_dir_all(&folder)?;
    for (name, content) in files {
        fs::write(folder.join(name), content).context(name)?;
    }
    Ok(folder)
}
