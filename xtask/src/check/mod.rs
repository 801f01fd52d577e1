//! `cargo xtask test`: one step after the other, to the first that fails.

mod deny;
#[cfg(test)]
mod faults;
mod steps;
mod tally;

use std::collections::BTreeMap;
use std::process::ExitCode;
use std::thread::{self, Scope, ScopedJoinHandle};
use std::time::{Duration, Instant};

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
    // Leaving the scope waits for a step that was begun early and is not needed any more.
    let failure = thread::scope(|scope| one_by_one(workspace, &chosen, &mut tally, scope));
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

/// How a step went: what to print, what it counted and how long it took.
struct Ended {
    outcome: Result<Vec<String>>,
    tally: Tally,
    taken: Duration,
}

fn carry_out(step: &Step, workspace: &Workspace) -> Ended {
    let began = Instant::now();
    let mut tally = Tally::default();
    let outcome = (step.run)(workspace, &mut tally);
    Ended {
        outcome,
        tally,
        taken: began.elapsed(),
    }
}

/// Runs the steps to the first that fails; returns its name.
fn one_by_one<'scope>(
    workspace: &'scope Workspace,
    chosen: &[&'static Step],
    tally: &mut Tally,
    scope: &'scope Scope<'scope, '_>,
) -> Option<&'static str> {
    let mut begun: BTreeMap<&str, ScopedJoinHandle<'scope, Ended>> = BTreeMap::new();
    for (number, step) in chosen.iter().enumerate() {
        println!(
            "[{}/{}] {}: {}",
            number + 1,
            chosen.len(),
            step.name,
            step.title
        );
        for &later in &chosen[number + 1..] {
            if later.begins_with == Some(step.name) {
                let handle = scope.spawn(move || carry_out(later, workspace));
                begun.insert(later.name, handle);
            }
        }
        let ended = begun
            .remove(step.name)
            .map_or_else(|| Ok(carry_out(step, workspace)), ScopedJoinHandle::join)
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        tally.include(ended.tally);
        let taken = run::seconds(ended.taken);
        match ended.outcome {
            Ok(notes) => say(&notes, &taken),
            Err(error) => {
                println!("      FAILED after {taken}: {error:#}");
                return Some(step.name);
            }
        }
    }
    None
}

fn say(notes: &[String], taken: &str) {
    for line in notes.iter().flat_map(|note| note.lines()) {
        println!("      {line}");
    }
    println!("      ok, {taken}");
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
            [
                "format",
                "clippy",
                "clippy-wasm",
                "dependencies",
                "docs",
                "unit"
            ]
        );
        let one = TestOptions {
            quick: false,
            only: Some("docs".to_owned()),
        };
        assert_eq!(names(&one), ["docs"]);
    }

    #[test]
    fn what_begins_early_begins_with_a_step_before_it() {
        for (place, step) in STEPS.iter().enumerate() {
            let Some(name) = step.begins_with else {
                continue;
            };
            assert!(STEPS[..place].iter().any(|earlier| earlier.name == name));
        }
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
