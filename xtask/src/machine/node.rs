//! The tools taken from npm, in versions that xtask/tools pins: wasm-opt and
//! axe-core. Installed into the build folder, for this workspace alone.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run::{self, Voice};
use crate::workspace::Workspace;

/// What npm is called: on Windows it is a script.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };
const PACKAGE: &str = "package.json";
const LOCK: &str = "package-lock.json";

/// The installed tools.
pub(crate) struct Tools {
    modules: PathBuf,
}

/// Whether this machine has node and npm.
pub(crate) fn is_present() -> bool {
    run::succeeds(Command::new("node").arg("--version"))
        && run::succeeds(Command::new(NPM).arg("--version"))
}

impl Tools {
    /// Installs the tools, unless they are there in the pinned versions.
    ///
    /// # Errors
    /// When npm cannot bring them.
    pub(crate) fn install(workspace: &Workspace) -> Result<Tools> {
        let pinned = workspace.root.join("xtask").join("tools");
        let folder = workspace.target.join("tools");
        let modules = folder.join("node_modules");
        let lock = read(&pinned.join(LOCK))?;
        let installed = fs::read_to_string(folder.join(LOCK)).ok();
        // npm writes this file last, so a broken installation is not taken for a whole one.
        let whole = modules.join(".package-lock.json").is_file();
        if !(whole && installed.as_ref() == Some(&lock)) {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(PACKAGE), read(&pinned.join(PACKAGE))?)?;
            fs::write(folder.join(LOCK), lock)?;
            let mut npm = Command::new(NPM);
            npm.current_dir(&folder)
                .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
            run::run(&mut npm, Voice::Quiet).context("npm could not install the tools")?;
        }
        Ok(Tools { modules })
    }

    /// The script to inject into a page to check its accessibility.
    pub(crate) fn axe(&self) -> PathBuf {
        self.modules.join("axe-core").join("axe.min.js")
    }

    /// Makes a module smaller without changing what it does.
    ///
    /// # Errors
    /// When wasm-opt fails or writes nothing.
    pub(crate) fn optimise(&self, workspace: &Workspace, module: &[u8]) -> Result<Vec<u8>> {
        let folder = workspace.target.join("optimise");
        fs::create_dir_all(&folder)?;
        let (before, after) = (folder.join("before.wasm"), folder.join("after.wasm"));
        fs::write(&before, module)?;
        let mut node = Command::new("node");
        node.arg(self.modules.join("binaryen").join("bin").join("wasm-opt"));
        // Large functions stay apart even when called once: a browser compiles them better so,
        // and the module does not grow by it.
        node.args(["-Oz", "--one-caller-inline-max-function-size", "100"]);
        // The first kilobyte is the far end of the stack: addresses may be put together as if
        // nothing lay there.
        node.arg("--low-memory-unused");
        node.arg(&before).arg("-o").arg(&after);
        run::run(&mut node, Voice::Quiet)?;
        let smaller = fs::read(&after)?;
        if smaller.is_empty() {
            bail!("wasm-opt wrote an empty module");
        }
        Ok(smaller)
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{}", path.display()))
}
