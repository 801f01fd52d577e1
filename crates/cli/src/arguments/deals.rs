//! What was asked for about a file of deals, and how it is to be read.

use std::path::PathBuf;

use chrono::NaiveDate;
use lexopt::{Arg, Parser};
use plumbline_deals::import::{Code, DateOrder, Decimal, Field, Meaning};
use plumbline_wording::texts::cli;

use super::{Task, said, value};

/// Which file of deals to look at and how.
#[derive(Debug, PartialEq, Default)]
pub(crate) struct DealsOptions {
    /// The file.
    pub(crate) file: PathBuf,
    /// How to read it.
    pub(crate) reading: Reading,
    /// As JSON.
    pub(crate) json: bool,
    /// What became of the rows alone, as CSV.
    pub(crate) report: bool,
}

/// How a file of deals is to be read, as far as it was said.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Reading {
    /// The sheet of a spreadsheet, by its name.
    pub(crate) sheet: Option<String>,
    /// The order of day and month.
    pub(crate) date_order: Option<DateOrder>,
    /// The decimal sign.
    pub(crate) decimal: Option<Decimal>,
    /// Fields with the names of their columns.
    pub(crate) columns: Vec<(Field, String)>,
    /// Stages and statuses with their meaning.
    pub(crate) meanings: Vec<(String, Meaning)>,
    /// Currencies with what they are worth; nothing to leave them out.
    pub(crate) rates: Vec<(Code, Option<f64>)>,
    /// The record begins with the first close.
    pub(crate) since_first_close: bool,
    /// Deals as they stood at the end of this day.
    pub(crate) up_to: Option<NaiveDate>,
}

/// The options that say how to read.
const OPTIONS: [&str; 8] = [
    "sheet",
    "date-order",
    "decimal",
    "column",
    "stage",
    "rate",
    "since-first-close",
    "up-to",
];

/// Reads the arguments behind `deals`.
pub(super) fn parse(mut arguments: Parser) -> Result<Task, String> {
    let mut options = DealsOptions::default();
    let mut file = None;
    while let Some(argument) = arguments.next().map_err(said)? {
        match argument {
            Arg::Long("help") | Arg::Short('h') => return Ok(Task::Help),
            Arg::Long("version") | Arg::Short('V') => return Ok(Task::Version),
            Arg::Long("json") => options.json = true,
            Arg::Long("report") => options.report = true,
            Arg::Long(option) if Reading::has(option) => {
                let option = option.to_owned();
                options.reading.take(&option, &mut arguments)?;
            }
            Arg::Value(name) if file.is_none() => file = Some(name),
            argument => return Err(said(argument.unexpected())),
        }
    }
    options.file = file.ok_or(cli::NO_DEALS_FILE)?.into();
    Ok(Task::Deals(Box::new(options)))
}

impl Reading {
    /// Whether an option says how to read.
    pub(super) fn has(option: &str) -> bool {
        OPTIONS.contains(&option)
    }

    /// Takes such an option.
    pub(super) fn take(&mut self, option: &str, arguments: &mut Parser) -> Result<(), String> {
        let bad = |given: &str, wanted: &str| cli::bad_value(&format!("--{option}"), given, wanted);
        match option {
            "since-first-close" => {
                self.since_first_close = true;
                return Ok(());
            }
            "up-to" => {
                self.up_to = Some(super::date(arguments, "--up-to")?);
                return Ok(());
            }
            _ => {}
        }
        let given = value(arguments)?;
        let pair = || {
            given
                .split_once('=')
                .ok_or_else(|| bad(&given, cli::NAME_AND_VALUE))
        };
        match option {
            "sheet" => self.sheet = Some(given),
            "date-order" => {
                let order = match given.as_str() {
                    "dmy" => DateOrder::DayMonthYear,
                    "mdy" => DateOrder::MonthDayYear,
                    _ => return Err(bad(&given, &cli::one_of("dmy or mdy"))),
                };
                self.date_order = Some(order);
            }
            "decimal" => {
                let decimal = match given.as_str() {
                    "point" => Decimal::Point,
                    "comma" => Decimal::Comma,
                    _ => return Err(bad(&given, &cli::one_of("point or comma"))),
                };
                self.decimal = Some(decimal);
            }
            "column" => {
                let (field, name) = pair()?;
                let keys: Vec<&str> = Field::ALL.iter().map(|field| field.key()).collect();
                let known = Field::of_key(field)
                    .ok_or_else(|| bad(&given, &cli::one_of(&keys.join(", "))))?;
                self.columns.push((known, name.to_owned()));
            }
            "stage" => {
                let (name, meaning) = pair()?;
                let meaning = match meaning {
                    "open" => Meaning::Open,
                    "won" => Meaning::Won,
                    "lost" => Meaning::Lost,
                    "out" => Meaning::LeaveOut,
                    _ => return Err(bad(&given, &cli::one_of("open, won, lost or out"))),
                };
                self.meanings.push((name.to_owned(), meaning));
            }
            _ => {
                let (code, rate) = pair()?;
                let number = rate
                    .parse()
                    .ok()
                    .filter(|rate: &f64| rate.is_finite() && *rate > 0.0);
                let code = Code::read(code).filter(|_| number.is_some() || rate == "out");
                let code =
                    code.ok_or_else(|| bad(&given, &cli::one_of("such as USD=0.92 or GBP=out")))?;
                self.rates.push((code, number));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<DealsOptions, String> {
        match super::super::parse(Parser::from_args(line.split_whitespace()))? {
            Task::Deals(options) => Ok(*options),
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn every_option_is_read() {
        let options = parsed(
            "deals d.csv --sheet=Q3 --date-order mdy --decimal=comma --column value=Amount --stage Done=won \
             --rate USD=0.92 --rate GBP=out --since-first-close --up-to 2024-03-31 --json --report",
        )
        .unwrap();
        let reading = &options.reading;
        assert_eq!(reading.date_order, Some(DateOrder::MonthDayYear));
        assert_eq!(reading.decimal, Some(Decimal::Comma));
        assert_eq!(reading.sheet.as_deref(), Some("Q3"));
        assert_eq!(reading.columns, [(Field::Value, "Amount".to_owned())]);
        assert_eq!(reading.meanings, [("Done".to_owned(), Meaning::Won)]);
        assert_eq!(reading.rates.len(), 2);
        assert!(reading.since_first_close && options.json && options.report);
    }

    #[test]
    fn what_is_not_understood_is_refused_by_name() {
        for (line, named) in [
            ("deals", "export"),
            ("deals a.csv b.csv", "b.csv"),
            ("deals d.csv --date-order ymd", "dmy or mdy"),
            ("deals d.csv --column value", "equals sign"),
            ("deals d.csv --column worth=Amount", "won_value"),
            ("deals d.csv --stage Done=yes", "open, won, lost or out"),
            ("deals d.csv --rate USD=-1", "USD=0.92"),
            ("deals d.csv --trials 5", "--trials"),
            ("d.csv", "plumbline deals d.csv"),
        ] {
            let complaint = parsed(line).unwrap_err();
            assert!(complaint.contains(named), "{line}: {complaint}");
        }
    }
}
