//! What was asked for on the command line. Never does it.

use lexopt::prelude::*;

/// Shown for `--help`, for no arguments and after an argument that is not understood.
pub(crate) const HELP: &str = "\
cargo xtask serve [--port N] [--open] [--release]
    Build the workbook and serve it on http://127.0.0.1:8080, or the next free
    port. A reload of the page builds again if a source file has changed.
      --port N    this port and no other
      --open      open the page in the browser
      --release   build as for publication: slower to build, smaller

cargo xtask build [--quick]
    Build dist/: files that any web server can host, under any path.
      --quick     to try out and test, not to publish: quicker to build, larger

cargo xtask test [--quick] [--only STEP]
    Check and test everything, in headless Chromium too.
      --quick     leave out the build of dist/ and the tests in the browser
      --only STEP this step alone; --only help lists them

cargo xtask bench [--drag]
    Measure the engine on this machine and in headless Chromium.
      --drag      instead, drag a slider of dist/ for ten seconds and tell how
                  long the page is busy and how long until a move is painted

cargo xtask soak [--cases N] [--from N] [--plans N] [--damages N] [--kills N]
    The long runs, with their figures: hours, where the tests take minutes.
      --cases N   how many mutated plans are tried, 100000 unless said
      --from N    the first of them
      --plans N   how many random plans are compared deal by deal, 200 unless said
      --damages N how many damaged files of each kind are tried, 100000 unless said
      --kills N   how often the browser is killed while it saves, 200 unless said";

/// One thing to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Task {
    /// Print [`HELP`].
    Help,
    /// Build and serve on this machine.
    Serve(ServeOptions),
    /// Build `dist/`.
    Build(BuildOptions),
    /// Check and test.
    Test(TestOptions),
    /// Measure.
    Bench(BenchOptions),
    /// Do the long runs.
    Soak(SoakOptions),
}

/// How to build.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BuildOptions {
    /// Build with the profile of `serve`.
    pub(crate) quick: bool,
}

/// How to serve.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct ServeOptions {
    /// This port and no other.
    pub(crate) port: Option<u16>,
    /// Open the page in the browser.
    pub(crate) open: bool,
    /// Build with the profile of a publication.
    pub(crate) release: bool,
}

/// What to test.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct TestOptions {
    /// Leave out what needs the release build.
    pub(crate) quick: bool,
    /// The name of a single step.
    pub(crate) only: Option<String>,
}

/// What to measure.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct BenchOptions {
    /// A slider that is dragged rather than the engine.
    pub(crate) drag: bool,
}

/// How long the long runs are.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SoakOptions {
    /// How many mutated plans are tried.
    pub(crate) cases: u64,
    /// The first of them.
    pub(crate) from: u64,
    /// How many random plans are compared with a simulation deal by deal.
    pub(crate) plans: u64,
    /// How many damaged files of each kind are tried.
    pub(crate) damages: u32,
    /// How often the browser is killed while it saves.
    pub(crate) kills: u64,
}

impl Default for SoakOptions {
    fn default() -> Self {
        Self {
            cases: 100_000,
            from: 0,
            plans: 200,
            damages: 100_000,
            kills: 200,
        }
    }
}

/// Reads the arguments.
///
/// # Errors
/// An argument or a value that is not understood, in words for the terminal.
pub(crate) fn parse(mut arguments: lexopt::Parser) -> Result<Task, lexopt::Error> {
    let mut task = match arguments.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Task::Help),
        Some(Value(name)) if name == "help" => return Ok(Task::Help),
        Some(Value(name)) if name == "serve" => Task::Serve(ServeOptions::default()),
        Some(Value(name)) if name == "build" => Task::Build(BuildOptions::default()),
        Some(Value(name)) if name == "test" => Task::Test(TestOptions::default()),
        Some(Value(name)) if name == "bench" => Task::Bench(BenchOptions::default()),
        Some(Value(name)) if name == "soak" => Task::Soak(SoakOptions::default()),
        Some(argument) => return Err(argument.unexpected()),
    };
    while let Some(argument) = arguments.next()? {
        match (&mut task, argument) {
            (_, Long("help") | Short('h')) => return Ok(Task::Help),
            (Task::Serve(options), Long("port")) => {
                options.port = Some(arguments.value()?.parse()?);
            }
            (Task::Serve(options), Long("open")) => options.open = true,
            (Task::Serve(options), Long("release")) => options.release = true,
            (Task::Build(options), Long("quick")) => options.quick = true,
            (Task::Test(options), Long("quick")) => options.quick = true,
            (Task::Test(options), Long("only")) => {
                options.only = Some(arguments.value()?.string()?);
            }
            (Task::Bench(options), Long("drag")) => options.drag = true,
            (Task::Soak(options), Long("cases")) => options.cases = arguments.value()?.parse()?,
            (Task::Soak(options), Long("from")) => options.from = arguments.value()?.parse()?,
            (Task::Soak(options), Long("plans")) => options.plans = arguments.value()?.parse()?,
            (Task::Soak(options), Long("damages")) => {
                options.damages = arguments.value()?.parse()?;
            }
            (Task::Soak(options), Long("kills")) => options.kills = arguments.value()?.parse()?,
            (_, argument) => return Err(argument.unexpected()),
        }
    }
    Ok(task)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        let arguments = lexopt::Parser::from_args(line.split_whitespace());
        parse(arguments).map_err(|error| error.to_string())
    }

    #[test]
    fn a_build_to_try_out_is_asked_for() {
        let options = BuildOptions { quick: true };
        assert_eq!(parsed("build --quick"), Ok(Task::Build(options)));
        let options = BuildOptions::default();
        assert_eq!(parsed("build"), Ok(Task::Build(options)));
    }

    #[test]
    fn nothing_and_every_spelling_of_help_ask_for_help() {
        for line in ["", "help", "--help", "-h", "serve --help", "test -h"] {
            assert_eq!(parsed(line), Ok(Task::Help), "{line}");
        }
    }

    #[test]
    fn serve_takes_a_port_and_two_switches_in_any_order() {
        let all = ServeOptions {
            port: Some(9000),
            open: true,
            release: true,
        };
        assert_eq!(
            parsed("serve --open --port 9000 --release"),
            Ok(Task::Serve(all))
        );
        assert_eq!(parsed("serve"), Ok(Task::Serve(ServeOptions::default())));
        let port_only = ServeOptions {
            port: Some(1),
            ..ServeOptions::default()
        };
        assert_eq!(parsed("serve --port=1"), Ok(Task::Serve(port_only)));
    }

    #[test]
    fn test_can_be_narrowed() {
        let narrowed = TestOptions {
            quick: true,
            only: Some("docs".to_owned()),
        };
        assert_eq!(parsed("test --quick --only docs"), Ok(Task::Test(narrowed)));
    }

    #[test]
    fn the_long_runs_can_be_made_longer_and_go_on() {
        let longer = SoakOptions {
            cases: 7,
            from: 1000,
            plans: 9,
            damages: 5,
            kills: 3,
        };
        let line = "soak --from 1000 --cases 7 --plans 9 --damages 5 --kills 3";
        assert_eq!(parsed(line), Ok(Task::Soak(longer)));
        assert_eq!(parsed("soak"), Ok(Task::Soak(SoakOptions::default())));
        let engine = BenchOptions::default();
        assert_eq!(parsed("bench"), Ok(Task::Bench(engine)));
        let drag = BenchOptions { drag: true };
        assert_eq!(parsed("bench --drag"), Ok(Task::Bench(drag)));
    }

    #[test]
    fn what_is_not_understood_is_refused() {
        for line in [
            "publish",
            "--port 1",
            "serve --port",
            "serve --port eighty",
            "serve --port 70000",
            "serve extra",
            "build --open",
            "bench --cases 3",
            "soak --cases many",
            "test --release",
        ] {
            assert!(parsed(line).is_err(), "{line}");
        }
    }
}
