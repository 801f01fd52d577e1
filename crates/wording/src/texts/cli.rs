//! The command line: help, arguments that were not understood, and what the terminal says
//! where a page would show it differently. The verdict's own words stand in
//! [`super::verdict`] and are the same in both.

/// Shown for `--help` and for no arguments.
#[must_use]
pub fn help(trials: &str, seed: &str, most_trials: &str) -> String {
    format!(
        "\
plumbline: will the sales target hold?

Usage: plumbline check PLAN.json [options]
       plumbline deals FILE [options]
       plumbline export PLAN.json --to md|html [options]
       plumbline schema

check reads a plan file, as the workbook saves it, and prints the verdict: how likely the
target is, what bookings to expect, what the target asks of every stage, and what a good
coach would say of the plan. Same plan, same day, same seed: same answer as in the workbook.

deals reads a CRM's export, as CSV or as a spreadsheet (.xlsx), or the deals in a plan file, and
prints what is true of them: win rate, times, which open deals are dead, and how good past
forecasts would have been.

export makes a playbook of a plan, as Markdown or as HTML to print: every chapter, the verdict,
findings, questions to discuss, and the assumptions with their sources. Or its meetings and
coaching as a calendar, or its assumptions as a table.

schema prints what a plan file may hold, as JSON Schema, for programs that make or check one.

Options of check
  --trials N     simulated periods, 1 to {most_trials} [{trials}]
  --seed S       number the draws follow from, 0 or more [{seed}]
  --as-of DATE   calculate as of this day, such as 2027-03-31
                 [the plan's own day, or else today]
  --threads N    how many to simulate at once; never changes the answer [one a core]
  --deals FILE   take the plan's figures and its open deals from this export
  --json         print everything as JSON

Options of export, beside --trials, --seed, --as-of and --threads
  --to FORMAT    md: Markdown; html: an HTML file that holds everything it shows;
                 ics: a calendar; csv: the assumptions as a table
  --summary      only the plan on one page
  --output FILE  write this file [the terminal]

Options of deals, and of check --deals
  --sheet NAME               the sheet to read, where several of a spreadsheet hold tables
  --date-order dmy|mdy       which comes first in dates of digits
  --decimal point|comma      the decimal sign of amounts
  --column FIELD=NAME        what a column holds, such as value=Amount; NAME may be its number
  --stage NAME=MEANING       what a stage or status means: open, won, lost or out
  --rate CODE=RATE           what a currency is worth; out leaves its deals out
  --since-first-close        the record begins with the first close
  --up-to DATE               deals as they stood at the end of this day
  --report                   (deals) print what became of the rows, as CSV
  --json                     (deals) print everything as JSON

  -h, --help     print this
  -V, --version  print the version

Exit status
  0  there is a verdict
  1  the command was not understood, or its answer could not be printed
  2  there is no verdict: figures are missing or wrong, or the file cannot be read

Examples
  plumbline check sales-plan.plumbline.json --as-of 2027-03-31
  plumbline deals opportunities.csv --date-order dmy
  plumbline export sales-plan.plumbline.json --to html --output playbook.html
"
    )
}

/// For `--version`.
#[must_use]
pub fn version(version: &str) -> String {
    format!("plumbline {version}")
}

/// In front of every complaint about the command.
#[must_use]
pub fn complaint(what: &str) -> String {
    format!("plumbline: {what}")
}
/// Behind every complaint about the command.
pub const HINT: &str = "Usage: plumbline check PLAN.json [options], plumbline deals FILE \
                        [options], plumbline export PLAN.json --to md|html|ics|csv, or plumbline schema. See plumbline --help for the options.";
/// A command that does not exist.
#[must_use]
pub fn unknown_command(given: &str) -> String {
    format!("there is no command {given}; there are check, deals, export and schema")
}
/// A command that reads no file was given one.
#[must_use]
pub fn nothing_to_read(command: &str, given: &str) -> String {
    format!("{command} reads no file; {given} is one too many")
}
/// A file name where the command should stand.
#[must_use]
pub fn file_without_command(given: &str) -> String {
    format!("to check a plan, write plumbline check {given}")
}
/// A file of deals where the command should stand.
#[must_use]
pub fn deals_without_command(given: &str) -> String {
    format!("to look at deals, write plumbline deals {given}")
}
/// No file of deals was named.
pub const NO_DEALS_FILE: &str = "deals needs the file to look at, a CRM's export as CSV or .xlsx";
/// What an option of two words takes.
#[must_use]
pub fn one_of(words: &str) -> String {
    format!("it takes {words}")
}
/// What an option with an equals sign takes.
pub const NAME_AND_VALUE: &str =
    "it takes a name, an equals sign and a value, such as value=Amount";
/// A column that is not in the file.
#[must_use]
pub fn no_such_column(name: &str, columns: &str) -> String {
    format!("There is no column {name} in this file; there are {columns}.")
}
/// A sheet was named, and the file has none.
pub const NO_SPREADSHEET: &str =
    "This file is no spreadsheet and has no sheets. Leave out --sheet.";
/// Several sheets hold tables.
#[must_use]
pub fn which_sheet(sheets: &str, likely: &str) -> String {
    format!(
        "Several of its sheets hold tables: {sheets}. Say which to read, such as --sheet \"{likely}\"."
    )
}
/// A sheet that is not there.
#[must_use]
pub fn no_such_sheet(name: &str, sheets: &str) -> String {
    format!("There is no sheet {name} with a table in this file; there are {sheets}.")
}
/// A plan file without deals, where deals are wanted.
pub const PLAN_WITHOUT_DEALS: &str = "This is a plan file, and it holds no deals. In the workbook, “Your own deals” has the switch that keeps them in the file.";
/// The plan's file holds deals.
#[must_use]
pub fn deals_in_file(deals: &str, day: &str) -> String {
    format!(
        "The plan's file holds {deals}, known up to {day}. The plan is compared with them; its figures stay as they are. To take theirs, name the same file with --deals."
    )
}
/// How a question about a file of deals is answered.
#[must_use]
pub fn answer_with(option: &str) -> String {
    format!("Answer with {option}.")
}
/// Before the questions about a file of deals.
pub const QUESTIONS: &str = "These have to be answered first:";
/// A file of deals.
#[must_use]
pub fn deals_of(file: &str) -> String {
    format!("Deals of {file}")
}
/// A file of deals is too large for the terminal.
pub const DEALS_TOO_LARGE: &str = "It is larger than 500 MB. Export the last few years only.";
/// How many rows of a list are not shown.
#[must_use]
pub fn more_rows(count: u32) -> String {
    format!("and {count} more; --json has them all")
}
/// An option that does not exist.
#[must_use]
pub fn unknown_option(given: &str) -> String {
    format!("there is no option {given}; see plumbline --help")
}
/// No plan was named.
pub const NO_FILE: &str = "check needs the plan file to look at";
/// No plan was named.
pub const NO_FILE_TO_EXPORT: &str = "export needs the plan file to make a document of";
/// No kind of document was named.
pub const NO_FORMAT: &str = "export needs --to md or --to html";
/// A second plan was named.
#[must_use]
pub fn second_file_of(command: &str, given: &str) -> String {
    format!("{command} takes one plan file; {given} is one too many")
}
/// The document would take the plan's place.
#[must_use]
pub fn output_is_the_plan(name: &str) -> String {
    format!("{name} is the plan itself; name another file to write")
}
/// The document was written.
#[must_use]
pub fn written(name: &str) -> String {
    format!("Written: {name}")
}
/// The document was not written.
#[must_use]
pub fn not_written(name: &str, why: &str) -> String {
    format!("{name} could not be written: {why}")
}
/// A second plan was named.
#[must_use]
pub fn second_file(given: &str) -> String {
    format!("check looks at one plan file; {given} is one too many")
}
/// An option stands without its value.
#[must_use]
pub fn value_missing(option: &str) -> String {
    format!("{option} needs a value")
}
/// A switch stands with a value.
#[must_use]
pub fn value_too_many(option: &str) -> String {
    format!("{option} takes no value")
}
/// An option has a value it cannot have.
#[must_use]
pub fn bad_value(option: &str, given: &str, wanted: &str) -> String {
    format!("{option} {given}: {wanted}")
}
/// What a number of something may be.
#[must_use]
pub fn whole_number(least: &str, most: &str) -> String {
    format!("it takes a whole number from {least} to {most}")
}
/// What a date may be.
pub const A_DATE: &str = "it takes a date from 1900 to 2199, such as 2027-03-31";

/// The file could not be read.
#[must_use]
pub fn not_read(why: &str) -> String {
    format!("It could not be read: {why}.")
}
/// There is no such file.
pub const NO_SUCH_FILE: &str = "There is no such file.";
/// The file is newer than the program.
#[must_use]
pub fn newer(found: u64, known: u64) -> String {
    format!(
        "It was saved by a newer version of Plumbline (format {found}; this version reads up to \
         {known}). Get the newest version of this program, then try again."
    )
}
/// The answer could not be printed.
#[must_use]
pub fn not_printed(why: &str) -> String {
    format!("the answer could not be printed: {why}")
}
/// A plan without a title.
pub const UNTITLED: &str = "Sales plan without a title";
/// For what period, and as of which day.
#[must_use]
pub fn period(months: &str, as_of: &str) -> String {
    format!("{months}, calculated as of {as_of}")
}
/// The probability with its error.
#[must_use]
pub fn probability(percent: &str, points: &str, trials: &str, seed: &str) -> String {
    format!(
        "Probability {percent}, standard error {points} points, from {trials} simulated periods \
         (seed {seed})"
    )
}
/// Section.
pub const BOOKINGS: &str = "Bookings";
/// Column.
pub const TARGET: &str = "Target";
/// Row.
pub const WHOLE_PERIOD: &str = "Whole period";
/// Section.
pub const EVIDENCE: &str = "What the answer rests on";
/// Column.
pub const ASSUMPTION: &str = "Assumption";
/// Column.
pub const SOURCE: &str = "Source";
/// A field and what is to say of it.
#[must_use]
pub fn of_field(label: &str, said: &str) -> String {
    format!("{label}: {said}")
}
/// A field and what is wrong with it, as one sentence.
#[must_use]
pub fn problem(label: &str, said: &str) -> String {
    format!("{label} {said}")
}
/// What this answer can be told by: the same version, plan, day, seed and number of trials
/// give the same mark on every machine.
#[must_use]
pub fn mark(version: &str, format: &str, hash: &str) -> String {
    format!("Plumbline {version}, plan format {format}, answer {hash}")
}

/// Asks for the passphrase of a locked file, at a terminal.
pub const ASK_PASSPHRASE: &str = "Passphrase: ";
/// The file is locked.
pub const LOCKED: &str = "It is locked. Give its passphrase in the environment variable \
    PLUMBLINE_PASSPHRASE, or run the program at a terminal, where it asks.";
/// The file was locked by a newer version.
pub const LOCKED_NEWER: &str = "It was locked by a newer version of Plumbline. Use that version.";
/// It asks for too much work.
pub const TOO_MUCH_WORK: &str = "To open it would take more memory or time than any locked file \
    of this product asks for.";
