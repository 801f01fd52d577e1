//! Compiles to WebAssembly and writes the glue: the app, and what is measured of
//! its engine. Never touches the page around it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use anyhow::{Context, Result, anyhow, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::run::{self, Voice};
use crate::workspace::Workspace;

/// The compiler's name of the platform.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";
/// The binaries of the workbook: what runs in page and workers, and what reads spreadsheets.
const WORKBOOK: Source = Source {
    package: "plumbline-app",
    kind: &["--bin", APP, "--bin", SPREADSHEET],
};
/// The library that the bench runs in a page.
const BENCH: Source = Source {
    package: "plumbline-bench",
    kind: &["--lib"],
};
/// Names of compiled files, without their ending.
const APP: &str = "plumbline-app";
const SPREADSHEET: &str = "spreadsheet";
const BENCH_FILE: &str = "plumbline_bench";

/// Features of the platform that publications use beyond the compiler's own choice: the
/// simulation is quicker by them, the program smaller. Every browser that knows the page's
/// colours (`light-dark` in `static/tokens.css`) has them.
pub(crate) const PUBLISHED: &str = "+simd128";

/// What to compile.
struct Source {
    package: &'static str,
    kind: &'static [&'static str],
}

/// Which of the root Cargo.toml's profiles to build with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Profile {
    /// Quick to compile; keeps the names of functions for the browser's tools.
    Quick,
    /// Small, for publication.
    Release,
}

/// A program as a browser takes it.
pub(crate) struct Program {
    /// A classic script that defines `wasm_bindgen`, for page and workers alike.
    pub(crate) glue: String,
    /// The module.
    pub(crate) module: Vec<u8>,
}

/// The programs of the workbook.
pub(crate) struct Programs {
    /// Runs in the page and its workers.
    pub(crate) page: Program,
    /// Reads spreadsheets, in a worker of its own; loaded with the first one.
    pub(crate) spreadsheet: Program,
}

/// Makes sure that the compiler has the standard library for wasm32.
///
/// # Errors
/// When it is missing and rustup cannot bring it; the words say what to do.
pub(crate) fn ensure_target(workspace: &Workspace, voice: Voice) -> Result<()> {
    // Two steps may come here at once; rustup must be asked by one of them only.
    static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let mut rustc = Command::new("rustc");
    rustc.current_dir(&workspace.root);
    rustc.args(["--print", "target-libdir", "--target", TARGET]);
    let library = run::output(&mut rustc)?;
    if Path::new(library.trim()).is_dir() {
        return Ok(());
    }
    let mut rustup = Command::new("rustup");
    rustup
        .current_dir(&workspace.root)
        .args(["target", "add", TARGET]);
    run::run(&mut rustup, voice).map_err(|error| {
        anyhow!(
            "{error:#}\n\n\
             This Rust cannot build for {TARGET}, and rustup did not add it.\n\
             With rustup, run: rustup target add {TARGET}\n\
             With a Rust from elsewhere, install its standard library for {TARGET}\n\
             from there, or install Rust with rustup: https://rustup.rs"
        )
    })
}

/// Compiles the workbook and writes its glue.
///
/// # Errors
/// When it does not compile, or needs a JavaScript file of its own, which the
/// one-file workbook could not carry.
pub(crate) fn compile(workspace: &Workspace, profile: Profile, voice: Voice) -> Result<Programs> {
    let compiled = cargo_build(workspace, &WORKBOOK, profile, PUBLISHED, voice)?;
    Ok(Programs {
        page: bound(&compiled, APP, profile)?,
        spreadsheet: bound(&compiled, SPREADSHEET, profile)?,
    })
}

/// Compiles the bench as the app is compiled for publication, with these features of the
/// platform, as [`PUBLISHED`] or none.
///
/// # Errors
/// When it does not compile.
pub(crate) fn compile_bench(workspace: &Workspace, features: &str) -> Result<Program> {
    let profile = Profile::Release;
    let compiled = cargo_build(workspace, &BENCH, profile, features, Voice::Quiet)?;
    bound(&compiled, BENCH_FILE, profile)
}

/// Compiles, and gives the folder with what came of it.
fn cargo_build(
    workspace: &Workspace,
    source: &Source,
    profile: Profile,
    features: &str,
    voice: Voice,
) -> Result<PathBuf> {
    let name = match profile {
        Profile::Quick => "quick",
        Profile::Release => "release",
    };
    let mut cargo = workspace.cargo();
    cargo
        .args(["build", "--package", source.package])
        .args(source.kind);
    cargo.args(["--target", TARGET, "--profile", name]);
    // Absolute, wherever the configuration put it: the result is read from there.
    cargo.arg("--target-dir").arg(&workspace.target);
    if profile == Profile::Release {
        cargo.arg("--config").arg(flags(workspace, features));
    }
    run::run(&mut cargo, voice)?;
    Ok(workspace.target.join(TARGET).join(name))
}

/// A compiled file with its glue.
fn bound(compiled: &Path, file: &str, profile: Profile) -> Result<Program> {
    let keep_names = profile == Profile::Quick;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled.join(format!("{file}.wasm")))
        .no_modules(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .remove_name_section(!keep_names)
        .remove_producers_section(!keep_names);
    let mut output = bindgen
        .generate_output()
        .context("wasm-bindgen could not write the glue")?;
    if let Some(script) = output.local_modules().keys().next() {
        bail!("the program needs the script {script}; call JavaScript through externs instead");
    }
    Ok(Program {
        glue: output.js().to_owned(),
        module: output.wasm_mut().emit_wasm(),
    })
}

/// The compiler's flags for publication: further features, small code, and without the folders of
/// whoever builds, since the message of a panic names its source file.
fn flags(workspace: &Workspace, features: &str) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo_home = home.or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let folders = [
        (cargo_home, "cargo"),
        (Some(workspace.root.clone()), "plumbline"),
    ];
    let renamed = folders.iter().filter_map(|(folder, name)| {
        let folder = folder.as_ref()?.display();
        Some(format!("'--remap-path-prefix={folder}={name}'"))
    });
    let mut flags: Vec<String> = renamed.collect();
    // Loops of unknown length repeated in the code make it larger, and browsers no quicker.
    flags.push("'-Cllvm-args=-unroll-runtime=false'".to_owned());
    if !features.is_empty() {
        flags.push(format!("'-Ctarget-feature={features}'"));
    }
    format!("target.{TARGET}.rustflags=[{}]", flags.join(", "))
}
