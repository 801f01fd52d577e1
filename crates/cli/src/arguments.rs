//! What was asked for on the command line. Never does it, never looks at a file.

mod deals;
mod export;

use std::{ffi::OsString, ops::RangeInclusive, path::PathBuf, str::FromStr};

use chrono::{Datelike, NaiveDate};
use lexopt::{Arg, Error, Parser};
use plumbline_forecast::{DEFAULT_SEED, DEFAULT_TRIALS};
use plumbline_wording::texts::cli;

pub(crate) use deals::{DealsOptions, Reading};
pub(crate) use export::{ExportOptions, Format};

/// So many trials of a plan of five years take half a gigabyte.
const MOST_TRIALS: u32 = 1_000_000;

/// More threads than any machine this runs on has cores.
const MOST_THREADS: u16 = 1_024;

/// One thing to do.
#[derive(Debug, PartialEq)]
pub(crate) enum Task {
    /// Print [`help`].
    Help,
    /// Print the version.
    Version,
    /// Check a plan.
    Check(Box<CheckOptions>),
    /// Look at a file of deals.
    Deals(Box<DealsOptions>),
    /// Print the JSON Schema of plan files.
    Schema,
    /// Make a document of a plan.
    Export(Box<ExportOptions>),
}

/// What to check and how.
#[derive(Debug, PartialEq)]
pub(crate) struct CheckOptions {
    /// The plan's file.
    pub(crate) file: PathBuf,
    /// How many periods to simulate.
    pub(crate) trials: u32,
    /// What the draws follow from.
    pub(crate) seed: u64,
    /// The day to calculate from, whatever the plan says.
    pub(crate) as_of: Option<NaiveDate>,
    /// How many threads to use; nothing for one a core.
    pub(crate) threads: Option<u16>,
    /// As JSON.
    pub(crate) json: bool,
    /// A file of deals to take figures and open deals from.
    pub(crate) deals: Option<PathBuf>,
    /// How to read it.
    pub(crate) reading: Reading,
}

impl CheckOptions {
    /// A plan checked with nothing else said.
    pub(crate) fn of(file: PathBuf) -> Self {
        Self {
            file,
            trials: DEFAULT_TRIALS,
            seed: DEFAULT_SEED,
            as_of: None,
            threads: None,
            json: false,
            deals: None,
            reading: Reading::default(),
        }
    }
}

/// The text for `--help`.
pub(crate) fn help() -> String {
    cli::help(
        &DEFAULT_TRIALS.to_string(),
        &DEFAULT_SEED.to_string(),
        &MOST_TRIALS.to_string(),
    )
}

/// Reads the arguments.
///
/// # Errors
/// What was not understood, in words for the terminal.
pub(crate) fn parse(mut arguments: Parser) -> Result<Task, String> {
    match arguments.next().map_err(said)? {
        None | Some(Arg::Long("help") | Arg::Short('h')) => Ok(Task::Help),
        Some(Arg::Long("version") | Arg::Short('V')) => Ok(Task::Version),
        Some(Arg::Value(name)) if name == "help" => Ok(Task::Help),
        Some(Arg::Value(name)) if name == "check" => check(arguments),
        Some(Arg::Value(name)) if name == "deals" => deals::parse(arguments),
        Some(Arg::Value(name)) if name == "schema" => schema(arguments),
        Some(Arg::Value(name)) if name == "export" => export::parse(arguments),
        Some(Arg::Value(name)) => Err(unknown_command(&name)),
        Some(argument) => Err(said(argument.unexpected())),
    }
}

fn check(mut arguments: Parser) -> Result<Task, String> {
    let mut options = CheckOptions::of(PathBuf::new());
    let mut file = None;
    while let Some(argument) = arguments.next().map_err(said)? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(Task::Help),
            Arg::Long("version") | Arg::Short('V') => return Ok(Task::Version),
            Arg::Long("trials") => {
                options.trials = whole(&mut arguments, "--trials", 1..=MOST_TRIALS)?;
            }
            Arg::Long("seed") => options.seed = whole(&mut arguments, "--seed", 0..=u64::MAX)?,
            Arg::Long("threads") => {
                options.threads = Some(whole(&mut arguments, "--threads", 1..=MOST_THREADS)?);
            }
            Arg::Long("as-of") => options.as_of = Some(date(&mut arguments, "--as-of")?),
            Arg::Long("json") => options.json = true,
            Arg::Long("deals") => options.deals = Some(arguments.value().map_err(said)?.into()),
            Arg::Long(option) if Reading::has(option) => {
                let option = option.to_owned();
                options.reading.take(&option, &mut arguments)?;
            }
            Arg::Value(name) if file.is_none() => file = Some(name),
            Arg::Value(name) => return Err(cli::second_file(&name.to_string_lossy())),
            argument => return Err(said(argument.unexpected())),
        }
    }
    options.file = file.ok_or(cli::NO_FILE)?.into();
    Ok(Task::Check(Box::new(options)))
}

fn schema(mut arguments: Parser) -> Result<Task, String> {
    match arguments.next().map_err(said)? {
        None => Ok(Task::Schema),
        Some(Arg::Long("help") | Arg::Short('h')) => Ok(Task::Help),
        Some(Arg::Long("version") | Arg::Short('V')) => Ok(Task::Version),
        Some(Arg::Value(name)) => Err(cli::nothing_to_read("schema", &name.to_string_lossy())),
        Some(argument) => Err(said(argument.unexpected())),
    }
}

fn unknown_command(name: &OsString) -> String {
    let name = name.to_string_lossy();
    if name.ends_with(".json") {
        cli::file_without_command(&name)
    } else if [".csv", ".xlsx", ".xlsm"]
        .iter()
        .any(|ending| name.ends_with(ending))
    {
        cli::deals_without_command(&name)
    } else {
        cli::unknown_command(&name)
    }
}

fn whole<T>(arguments: &mut Parser, option: &str, bounds: RangeInclusive<T>) -> Result<T, String>
where
    T: FromStr + PartialOrd + ToString,
{
    let given = value(arguments)?;
    // A plus sign would be read as well, and means nothing here.
    let number = given.parse().ok().filter(|_| !given.starts_with('+'));
    number
        .filter(|number| bounds.contains(number))
        .ok_or_else(|| {
            let (least, most) = (bounds.start().to_string(), bounds.end().to_string());
            cli::bad_value(option, &given, &cli::whole_number(&least, &most))
        })
}

fn date(arguments: &mut Parser, option: &str) -> Result<NaiveDate, String> {
    let given = value(arguments)?;
    let date = NaiveDate::parse_from_str(&given, "%Y-%m-%d").ok();
    date.filter(|date| (1900..=2199).contains(&date.year()))
        .ok_or_else(|| cli::bad_value(option, &given, cli::A_DATE))
}

fn value(arguments: &mut Parser) -> Result<String, String> {
    Ok(arguments
        .value()
        .map_err(said)?
        .to_string_lossy()
        .into_owned())
}

/// What the reader of arguments says, in the catalogue's words.
fn said(error: Error) -> String {
    match error {
        Error::MissingValue { option } => cli::value_missing(&option.unwrap_or_default()),
        Error::UnexpectedOption(option) => cli::unknown_option(&option),
        Error::UnexpectedArgument(given) => cli::second_file(&given.to_string_lossy()),
        Error::UnexpectedValue { option, .. } => cli::value_too_many(&option),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Task, String> {
        parse(Parser::from_args(line.split_whitespace()))
    }

    fn checked(line: &str) -> CheckOptions {
        match parsed(line) {
            Ok(Task::Check(options)) => *options,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn nothing_and_every_spelling_of_help_ask_for_help() {
        for line in [
            "",
            "help",
            "--help",
            "-h",
            "check --help",
            "check plan.json -h",
        ] {
            assert_eq!(parsed(line), Ok(Task::Help), "{line}");
        }
        assert_eq!(parsed("schema"), Ok(Task::Schema));
        assert_eq!(parsed("schema --help"), Ok(Task::Help));
        for line in ["--version", "-V", "check -V", "schema -V"] {
            assert_eq!(parsed(line), Ok(Task::Version), "{line}");
        }
    }

    #[test]
    fn a_plan_alone_is_checked_as_the_page_does() {
        let options = checked("check plan.json");
        assert_eq!(options, CheckOptions::of("plan.json".into()));
        assert_eq!((options.trials, options.seed), (20_000, 1));
    }

    #[test]
    fn a_plan_is_exported_with_the_options_of_a_check() {
        let line = "export plan.json --summary --to html --output out.html --as-of 2027-03-31";
        let Ok(Task::Export(options)) = parsed(line) else {
            panic!("{line}");
        };
        assert!(options.summary && options.to == Format::Html);
        assert_eq!(options.output, Some("out.html".into()));
        assert_eq!(options.check.as_of, NaiveDate::from_ymd_opt(2027, 3, 31));
        assert_eq!(options.check.trials, 20_000);
    }

    #[test]
    fn options_stand_anywhere_with_or_without_an_equals_sign() {
        let wanted = CheckOptions {
            trials: 500,
            seed: u64::MAX,
            as_of: NaiveDate::from_ymd_opt(2027, 3, 31),
            threads: Some(3),
            json: true,
            ..CheckOptions::of("plan.json".into())
        };
        let seed = u64::MAX;
        for line in [
            format!(
                "check --trials 500 --seed {seed} plan.json --as-of 2027-03-31 --threads=3 --json"
            ),
            format!(
                "check --json --threads 3 --as-of=2027-03-31 --seed={seed} --trials=500 plan.json"
            ),
        ] {
            assert_eq!(checked(&line), wanted, "{line}");
        }
    }

    #[test]
    fn a_file_whose_name_begins_with_a_dash_follows_two_dashes() {
        assert_eq!(checked("check -- --json").file, PathBuf::from("--json"));
    }

    #[test]
    fn what_is_not_understood_is_refused_by_name() {
        for (line, named) in [
            ("cheque plan.json", "cheque"),
            ("plan.plumbline.json", "plumbline check plan.plumbline.json"),
            ("--json", "--json"),
            ("check", "plan file"),
            ("check one.json two.json", "two.json"),
            ("schema plan.json", "schema reads no file"),
            ("export plan.json", "--to"),
            ("export --to md", "plan file"),
            ("export plan.json --to pdf", "md, html, ics or csv"),
            ("export one.json two.json --to md", "two.json"),
            ("export plan.json --to md --json", "--json"),
            ("schema --json", "--json"),
            ("check plan.json --trails 5", "--trails"),
            ("check plan.json -x", "-x"),
            ("check plan.json --json=yes", "--json"),
            ("check plan.json --trials", "--trials"),
            ("check plan.json --trials 0", "from 1 to 1000000"),
            ("check plan.json --trials 1000001", "from 1 to 1000000"),
            ("check plan.json --trials +5", "--trials +5"),
            ("check plan.json --trials 2e4", "2e4"),
            ("check plan.json --seed -1", "--seed -1"),
            (
                "check plan.json --seed 18446744073709551616",
                "18446744073709551616",
            ),
            ("check plan.json --threads 0", "--threads 0"),
            ("check plan.json --as-of 31.3.2027", "2027-03-31"),
            ("check plan.json --as-of 2027-02-30", "2027-02-30"),
            ("check plan.json --as-of 12027-02-03", "from 1900 to 2199"),
        ] {
            let complaint = parsed(line).unwrap_err();
            assert!(complaint.contains(named), "{line}: {complaint}");
        }
    }
}
