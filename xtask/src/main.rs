//! `cargo xtask`: serves, builds, tests and measures the workbook from the terminal.
//!
//! It brings what it needs (the wasm target, wasm-bindgen as a library, tools
//! from npm) and takes nothing unasked from the machine's PATH. It never runs
//! as part of the product.
#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command-line tool speaks through its terminal"
)]

mod arguments;
mod bench;
mod build;
mod check;
mod machine;
mod page;
mod run;
mod serve;
mod soak;
mod wasm;
mod workspace;

use std::process::ExitCode;

use arguments::Task;
use workspace::Workspace;

fn main() -> ExitCode {
    let task = match arguments::parse(lexopt::Parser::from_env()) {
        Ok(task) => task,
        Err(error) => {
            eprintln!("error: {error}\n\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    match perform(task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: Task) -> anyhow::Result<ExitCode> {
    let workspace = Workspace::find()?;
    match task {
        Task::Help => println!("{}", arguments::HELP),
        Task::Serve(options) => serve::serve(&workspace, &options)?,
        Task::Build(options) => build::build(&workspace, &options)?,
        Task::Bench(options) => bench::bench(&workspace, &options)?,
        Task::Soak(options) => soak::soak(&workspace, &options)?,
        Task::Test(options) => return check::test(&workspace, &options),
    }
    Ok(ExitCode::SUCCESS)
}
