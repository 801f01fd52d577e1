//! `cargo xtask build`: the files to publish, in `dist/`, and what they weigh.

use std::time::Instant;

use anyhow::Result;

use crate::arguments::BuildOptions;
use crate::machine::node::{self, Tools};
use crate::page::{self, Audience, Page};
use crate::run::{self, Voice};
use crate::wasm::{self, Profile, Program, Programs};
use crate::workspace::Workspace;

/// Builds `dist/` and prints what it weighs, if it is to be published.
///
/// # Errors
/// When a part of it cannot be built.
pub(crate) fn build(workspace: &Workspace, options: &BuildOptions) -> Result<()> {
    let started = Instant::now();
    if options.quick {
        try_out(workspace)?;
    } else {
        let (page, notes) = publish(workspace, Voice::Shown)?;
        for line in notes {
            println!("{line}");
        }
        println!("{}", weights(workspace, &page)?);
    }
    let dist = workspace.dist();
    let taken = run::seconds(started.elapsed());
    println!("Built {} in {taken}.", dist.display());
    Ok(())
}

/// Builds `dist/` as `serve` would, in the shape of a publication.
fn try_out(workspace: &Workspace) -> Result<()> {
    wasm::ensure_target(workspace, Voice::Shown)?;
    let programs = wasm::compile(workspace, Profile::Quick, Voice::Shown)?;
    page::assemble(workspace, programs, Audience::Public)?.write(&workspace.dist())
}

/// Builds `dist/`. Returns its files, and lines to print: what was left out.
///
/// # Errors
/// When a part of it cannot be built.
pub(crate) fn publish(workspace: &Workspace, voice: Voice) -> Result<(Page, Vec<String>)> {
    wasm::ensure_target(workspace, voice)?;
    let programs = wasm::compile(workspace, Profile::Release, voice)?;
    let mut lines = Vec::new();
    let mut smaller = |program: Program| match optimised(workspace, &program) {
        Ok(module) => Program { module, ..program },
        Err(reason) => {
            lines.push(format!("Not made smaller by wasm-opt: {reason:#}."));
            program
        }
    };
    let programs = Programs {
        page: smaller(programs.page),
        spreadsheet: smaller(programs.spreadsheet),
    };
    let page = page::assemble(workspace, programs, Audience::Public)?;
    page.write(&workspace.dist())?;
    Ok((page, lines))
}

/// The module through wasm-opt. Only ever npm's, in the pinned version: the ones
/// that distributions carry are too old for what today's compiler writes.
///
/// # Errors
/// When node or npm is missing, or the tool fails.
pub(crate) fn optimised(workspace: &Workspace, program: &Program) -> Result<Vec<u8>> {
    anyhow::ensure!(node::is_present(), "node and npm are not on this machine");
    Tools::install(workspace)?.optimise(workspace, &program.module)
}

/// Runs `weigh`, a program of its own so that `serve` need not wait for the
/// compression libraries to compile. At their best they take a minute: no test waits for it.
fn weights(workspace: &Workspace, page: &Page) -> Result<String> {
    let mut cargo = workspace.cargo();
    cargo.args(["build", "--quiet", "--package", "xtask"]);
    cargo.args(["--bin", "weigh", "--features", "weigh"]);
    run::run(&mut cargo, Voice::Shown)?;

    let mut cargo = workspace.cargo();
    cargo.args(["run", "--quiet", "--package", "xtask"]);
    cargo.args(["--bin", "weigh", "--features", "weigh", "--"]);
    cargo.arg(workspace.dist());
    let (first, later): (Vec<_>, Vec<_>) = page.files.iter().partition(|(_, f)| f.first_load);
    cargo.args(first.into_iter().map(|(address, _)| address));
    cargo.arg("--later");
    cargo.args(later.into_iter().map(|(address, _)| address));
    run::output(&mut cargo)
}
