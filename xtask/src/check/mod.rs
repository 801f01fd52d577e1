//! `cargo xtask test`: one step after the other, to the first that fails.

mod steps;
mod tally;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Result, bail};

use crate::arguments::TestOptions;
use crate::run;
use crate::workspace::Workspace;
use steps::{STEPS, Step};
use tally::Tally;

/// Runs the steps and prints how each went, then the number of tests. The exit
/// code tells whether everything passed.
///
/// # Errors
/// When a single step is asked for that does not exist.
pub(crate) fn test(workspace: &Workspace, options: &TestOptions) -> Result<ExitCode> {
    let chosen = choose(options)?;
    let started = Instant::now();
    let mut tally = Tally::default();
    let mut failure = None;
    for (number, step) in chosen.iter().enumerate() {
        println!(
            "[{}/{}] {}: {}",
            number + 1,
            chosen.len(),
            step.name,
            step.title
        );
        let began = Instant::now();
        let ended = (step.run)(workspace, &mut tally);
        let taken = run::seconds(began.elapsed());
        if let Err(error) = ended {
            println!("      FAILED after {taken}: {error:#}");
            failure = Some(step.name);
            break;
        }
        println!("      ok, {taken}");
    }
    let taken = run::seconds(started.elapsed());
    println!();
    let code = match failure {
        None => {
            println!("All {} steps passed in {taken}.", chosen.len());
            ExitCode::SUCCESS
        }
        Some(name) => {
            println!("Failed at {name} after {taken}. Alone: cargo xtask test --only {name}");
            ExitCode::FAILURE
        }
    };
    println!("{tally}");
    Ok(code)
}

fn choose(options: &TestOptions) -> Result<Vec<&'static Step>> {
    if let Some(name) = &options.only {
        let Some(step) = STEPS.iter().find(|step| step.name == name) else {
            let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            bail!("the steps are: {}", names.join(", "));
        };
        return Ok(vec![step]);
    }
    let chosen = STEPS.iter().filter(|step| !(options.quick && step.slow));
    Ok(chosen.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(options: &TestOptions) -> Vec<&'static str> {
        let chosen = choose(options).unwrap();
        chosen.into_iter().map(|step| step.name).collect()
    }

    #[test]
    fn all_steps_run_unless_narrowed() {
        let all = names(&TestOptions::default());
        assert_eq!(all.len(), STEPS.len());
        let quick = TestOptions {
            quick: true,
            only: None,
        };
        assert_eq!(
            names(&quick),
            ["format", "clippy", "clippy-wasm", "docs", "unit"]
        );
        let one = TestOptions {
            quick: false,
            only: Some("docs".to_owned()),
        };
        assert_eq!(names(&one), ["docs"]);
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_names_of_the_known() {
        let unknown = TestOptions {
            quick: false,
            only: Some("help".to_owned()),
        };
        let message = choose(&unknown).err().map(|error| error.to_string());
        assert!(message.is_some_and(|text| text.contains("end-to-end")));
    }
}
