//! The page on which a firm's own deals are imported, shown and taken into the plan.

/// Title of the page.
pub const TITLE: &str = "Your own deals";
/// Section: how many deals there are, and up to which day.
pub const TAKEN: &str = "The deals taken";
/// Switch: the record begins with its first close.
#[must_use]
pub fn earlier_closes_missing(begins: &str) -> String {
    format!("Deals that closed before {begins}, the first close here, are missing from the file")
}
/// What the switch does.
pub const EARLIER_CLOSES_HINT: &str = "Of the deals created before that day the file then holds only those that were still open on it. \
     With this, they count from that day on, so that chances and times come out right.";
/// Why it is there.
pub const WHY: &str =
    "What really happened to your deals says more about the plan's numbers than any guess.";

/// Section: where deals come from.
pub const SOURCE: &str = "Import deals";
/// What is wanted.
pub const WHAT_IS_WANTED: &str = "Export all deals from your CRM, won, lost and open, as CSV or as a spreadsheet (.xlsx): with stage or status, \
     the dates they were created and closed, and value. The file stays on this machine.";
/// Button.
pub const CHOOSE_FILE: &str = "Choose a file";
/// Where files can be dropped.
pub const OR_DROP: &str = "or drop it anywhere on this page";
/// Folded away.
pub const PASTE: &str = "Paste a table instead";
/// Label of the field pasted into.
pub const PASTE_HERE: &str = "The table, with its column names";
/// Button.
pub const READ_PASTED: &str = "Read what was pasted";
/// The name of what was pasted.
pub const PASTED: &str = "Pasted table";
/// Button.
pub const CANCEL: &str = "Cancel";
/// Nothing was pasted.
pub const NOTHING_PASTED: &str = "Nothing stands in the field. Copy the rows in your spreadsheet, column names included, and paste them here.";
/// The worker stopped.
pub const STOPPED: &str = "Reading the deals stopped at a fault of the program. Your plan is as it was. Try a file with fewer columns.";
/// The file could not be read.
#[must_use]
pub fn unreadable(why: &str) -> String {
    format!("The file could not be read ({why}). Save it anew, then try again.")
}
/// How far it has come.
#[must_use]
pub fn progress(share: &str, rows: &str) -> String {
    format!("Reading: {share}, {rows} rows so far")
}
/// Something is under way, and it is not known how far.
pub const WORKING: &str = "Working on it";
/// What was not taken.
pub const REFUSED: &str = "This file was not taken. Your plan is as it was.";

/// Section: how the file is read.
#[must_use]
pub fn how_read(name: &str) -> String {
    format!("How {name} is read")
}
/// What the file looks like.
#[must_use]
pub fn looks_like(system: &str, rows: &str) -> String {
    format!("It looks like an export of {system}: {rows} rows below the column names.")
}
/// What the file looks like, when it looks like no program's.
#[must_use]
pub fn plain_table(rows: &str) -> String {
    format!("A table of {rows} rows.")
}
/// A file of this shape was imported before.
pub const REMEMBERED: &str = "Read as the last file with these columns.";
/// What is to be done.
pub const CHECK_GUESSES: &str =
    "Below is how the columns were understood. Change what is wrong, then take the deals.";
/// Heading of what has to be answered.
pub const TO_ANSWER: &str = "To be answered first";
/// Label.
pub const WHICH_SHEET: &str = "Sheet";
/// Label.
pub const ENCODING: &str = "Letters";
/// Label.
pub const DELIMITER: &str = "Cells separated by";
/// Label.
pub const HEADER_ROW: &str = "Column names";
/// Option.
#[must_use]
pub fn in_row(row: u32) -> String {
    format!("in row {row}")
}
/// Option.
pub const NO_HEADER: &str = "none";
/// Label.
pub const DATE_ORDER: &str = "Dates";
/// Label.
pub const DECIMAL_SIGN: &str = "Amounts";
/// Option of an encoding.
#[must_use]
pub fn encoding(encoding: plumbline_deals::import::Encoding) -> &'static str {
    use plumbline_deals::import::Encoding;
    match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Utf16Le => "UTF-16",
        Encoding::Utf16Be => "UTF-16, big end first",
        Encoding::Windows1252 => "Windows, western Europe",
    }
}
/// Option of a delimiter.
#[must_use]
pub fn delimiter(delimiter: plumbline_deals::import::Delimiter) -> &'static str {
    use plumbline_deals::import::Delimiter;
    match delimiter {
        Delimiter::Comma => "comma",
        Delimiter::Semicolon => "semicolon",
        Delimiter::Tab => "tab",
        Delimiter::Pipe => "vertical bar",
    }
}
/// Option of the order of dates.
pub const DAY_FIRST: &str = "Day first";
/// Option of the order of dates.
pub const MONTH_FIRST: &str = "Month first";
/// Option of the decimal sign.
pub const POINT: &str = "Decimal point";
/// Option of the decimal sign.
pub const COMMA: &str = "Decimal comma";
/// An option with what it would make of an example.
#[must_use]
pub fn option(name: &str, example: &str) -> String {
    format!("{name}: {example}")
}
/// What an example would be.
#[must_use]
pub fn would_be(example: &str, read: &str) -> String {
    format!("{example} is {read}")
}
/// An example that is no date in this order.
pub const NOT_A_DATE: &str = "no date";
/// An amount with a point.
pub const POINT_EXAMPLE: &str = "as in 1,234.50";
/// An amount with a comma.
pub const COMMA_EXAMPLE: &str = "as in 1.234,50";
/// Heading and caption: the columns.
pub const COLUMNS: &str = "Columns";
/// Column of the columns' table.
pub const HOLDS: &str = "Holds";
/// Column of the columns' table.
pub const EXAMPLES: &str = "Examples";
/// A column that holds nothing of interest.
pub const NOT_USED: &str = "not used";
/// Columns that hold nothing of interest, folded away.
#[must_use]
pub fn unused_columns(count: usize) -> String {
    format!("Columns not used ({count})")
}
/// Caption of them.
pub const UNUSED_COLUMNS: &str = "Columns not used";
/// A column without a name.
#[must_use]
pub fn unnamed_column(number: usize) -> String {
    format!("column {number}")
}
/// What a column holds.
#[must_use]
pub fn column_holds(name: &str) -> String {
    format!("{name} holds")
}
/// Columns not shown.
#[must_use]
pub fn more_columns(count: usize) -> String {
    format!("{count} more columns are not used.")
}
/// Heading and caption: stages and statuses.
pub const VALUES: &str = "Stages and statuses";
/// Column.
pub const MEANS: &str = "Means";
/// Column.
pub const PLAN_STAGE: &str = "Stage of the plan";
/// What a stage means.
#[must_use]
pub fn value_means(name: &str) -> String {
    format!("{name} means")
}
/// The plan's stage of a stage.
#[must_use]
pub fn value_is(name: &str) -> String {
    format!("{name} is the plan's stage")
}
/// No stage of the plan.
pub const NO_STAGE: &str = "the stage before";
/// A stage of the plan that is called as that of the file.
#[must_use]
pub fn stage_by_name(name: &str) -> String {
    format!("{name} (by its name)")
}
/// A guess.
pub const A_GUESS: &str = "a guess";
/// Options: what a stage means.
#[must_use]
pub fn meaning(meaning: plumbline_deals::import::Meaning) -> &'static str {
    use plumbline_deals::import::Meaning;
    match meaning {
        Meaning::Open => "open",
        Meaning::Won => "won",
        Meaning::Lost => "lost",
        Meaning::LeaveOut => "leave out",
    }
}
/// Heading and caption: currencies.
pub const CURRENCIES: &str = "Currencies";
/// What a currency is worth.
#[must_use]
pub fn worth_of(code: &str) -> String {
    format!("What 1 {code} is worth")
}
/// How rates are typed.
pub const RATE_HINT: &str = "1 for the currency counted in; leave empty to leave its deals out.";
/// Button.
pub const LEAVE_OUT_OPEN_CURRENCIES: &str = "Leave out currencies without a rate";
/// The same button, while no currency has a rate.
#[must_use]
pub fn one_currency_alone(code: &str) -> String {
    format!("Take the deals in {code} alone")
}
/// Folded away: the first rows of the file.
pub const FIRST_ROWS: &str = "The first rows as they stand in the file";
/// Button.
pub const TAKE: &str = "Take these deals";

/// Section: what became of the rows.
pub const ROWS: &str = "What became of the rows";
/// All rows were taken as they are.
pub const NOTHING_TO_SAY: &str = "Every row was taken as it stands.";
/// Rows of one reason.
#[must_use]
pub fn rows_for_reason(count: &str, is_one: bool, effect: &str, why: &str) -> String {
    let rows = if is_one { "row" } else { "rows" };
    format!("{count} {rows} {effect}: {why}")
}
/// Rows not listed.
#[must_use]
pub fn more_rows(count: &str) -> String {
    format!("and {count} more; the download has them all")
}
/// Button.
pub const DOWNLOAD_ROWS: &str = "Download the report of rows";
/// Button.
pub const DOWNLOAD_OPEN: &str = "Download the open deals";
/// Button.
pub const DOWNLOAD_FIGURES: &str = "Download all figures, unrounded";
/// Button.
pub const DOWNLOAD_ALL: &str = "Download all deals";
/// File name.
pub const ROWS_FILE: &str = "rows.csv";
/// File name.
pub const OPEN_FILE: &str = "open-deals.csv";
/// File name.
pub const ALL_FILE: &str = "deals.csv";
/// File name.
pub const FIGURES_FILE: &str = "figures.csv";

/// Section: by owner, source, segment and product.
pub const GROUPS: &str = "Who and what wins";
/// Why rates are drawn toward the whole.
pub const WHY_DRAWN: &str = "A few deals say little: each win rate is also shown drawn toward that of all deals, the more the fewer there are.";
/// Column.
pub const TOWARD_THE_WHOLE: &str = "Drawn toward all (8 in 10)";
/// Section.
pub const STAGES: &str = "Time in stages";
/// Column.
pub const GOES_ON: &str = "Goes on (8 in 10)";
/// Column.
pub const ONE_IN_TEN: &str = "One in ten takes more than";
/// Name of the picture.
pub const CHANCE_BY_AGE: &str = "Chance of an open deal to be won, by its age";
/// A value of the picture of chances by age.
#[must_use]
pub fn chance_at_age(age: &str, chance: &str, range: &str) -> String {
    format!("open for {age}: a chance of {chance} ({range})")
}
/// A value of the picture of forecasts.
#[must_use]
pub fn forecast_reading(quarter: &str, middle: &str, range: &str, actual: &str) -> String {
    format!("{quarter}: forecast {middle} (8 in 10: {range}), {actual} came")
}
/// What the picture shows.
#[must_use]
pub fn chance_picture(begin: &str, until: &str) -> String {
    format!("It begins at {begin} for a new deal and reaches as far as there is evidence, {until}.")
}
/// Key of the picture.
pub const FORECAST_RANGE: &str = "8 in 10";
/// Key of the picture.
pub const FORECAST_MIDDLE: &str = "forecast";
/// Caption.
pub const WORTH: &str = "What the open deals are worth";
/// Caption.
pub const MOVING_DEALS: &str = "Moving deals, the most promising first";
/// Caption.
pub const STAGNANT_DEALS: &str = "Stagnant deals, the most valuable first";
/// Caption.
pub const DEAD_DEALS: &str = "Dead deals, the most valuable first";
/// Column.
pub const DAYS_IN_STAGE: &str = "Days in stage";
/// Column.
pub const CUT_OFF: &str = "Cut-off used";
/// Standing of an open deal.
pub const MOVING: &str = "moving";
/// Standing of an open deal.
pub const STAGNANT: &str = "stagnant";
/// Standing of an open deal.
pub const DEAD: &str = "dead";
/// Column.
pub const DEAL: &str = "Deal";
/// Column.
pub const CUSTOMER: &str = "Customer";
/// Column.
pub const OWNER: &str = "Owner";
/// Column.
pub const CHANCE: &str = "Chance";
/// Column.
pub const STANDING: &str = "Standing";
/// Column.
pub const ROW: &str = "Row";
/// Column.
pub const WHY_ROW: &str = "Why";
/// Column.
pub const WHAT_STOOD_THERE: &str = "What stood there";
/// Column.
pub const IDENTIFIER: &str = "Identifier";
/// A deal without name and identifier.
#[must_use]
pub fn row(number: &str) -> String {
    format!("row {number}")
}
/// Nothing is known.
pub const NOTHING: &str = "–";
/// From one figure to another.
#[must_use]
pub fn from_to(low: &str, high: &str) -> String {
    format!("{low} – {high}")
}
/// A quarter.
#[must_use]
pub fn quarter(year: i32, quarter: u32) -> String {
    format!("{year} Q{quarter}")
}

/// Section: from deals to assumptions.
pub const CALIBRATE: &str = "Take figures into the plan";
/// What that does.
pub const CALIBRATE_WHY: &str = "Each assumption that your deals speak to, with what stands in the plan and what they say. What you take has your own history as its source; undo takes it back.";
/// Label: which motion.
pub const MOTION: &str = "Way of selling";
/// Column.
pub const ASSUMPTION: &str = "Assumption";
/// Column.
pub const IN_THE_PLAN: &str = "In the plan";
/// Column.
pub const FROM_DEALS: &str = "From your deals";
/// Column.
pub const COUNTED: &str = "Counted from";
/// Button.
pub const TAKE_ONE: &str = "Take";
/// Button, for those who hear it.
#[must_use]
pub fn take_one(label: &str) -> String {
    format!("Take: {label}")
}
/// Button.
pub const TAKE_ALL: &str = "Take all";
/// Nothing to take.
pub const ALL_TAKEN: &str = "The plan says what your deals say.";
/// What was counted.
#[must_use]
pub fn counted(events: &str, of: &str) -> String {
    format!("{events} of {of}")
}
/// What was counted.
#[must_use]
pub fn from_deals(of: &str) -> String {
    format!("{of} cases")
}
/// What was counted.
#[must_use]
pub fn from_months(of: &str) -> String {
    format!("{of} months")
}
/// An average with its range.
#[must_use]
pub fn with_range(average: &str, range: &str) -> String {
    format!("{average} ({range})")
}
/// Twelve weights.
#[must_use]
pub fn season((most, weight): (&str, &str), (least, low_weight): (&str, &str)) -> String {
    format!("most in {most} ({weight}), least in {least} ({low_weight})")
}
/// A season in which all months are alike.
pub const EVEN_SEASON: &str = "every month alike";
/// Said after taking one.
#[must_use]
pub fn taken(label: &str) -> String {
    format!("Taken from your deals: {label}.")
}
/// Said after taking all.
#[must_use]
pub fn taken_all(count: usize) -> String {
    if count == 1 {
        "1 assumption taken from your deals.".to_owned()
    } else {
        format!("{count} assumptions taken from your deals.")
    }
}
/// The deals are in another currency than the plan.
#[must_use]
pub fn other_currency(of_deals: &str, of_plan: &str) -> String {
    format!(
        "Your deals are in {of_deals} and the plan in {of_plan}. Set the plan's currency to {of_deals}, or import again with a rate."
    )
}
/// Button.
pub const TAKE_OPEN_DEALS: &str = "Put the open deals into the pipeline";
/// Said after it.
pub const OPEN_DEALS_TAKEN: &str = "The open deals stand in the pipeline.";
/// What stays as it is.
pub const STAYS: &str = "What stays as it is";

/// Section: where deals are kept.
pub const KEPT: &str = "Where these deals are kept";
/// They are kept.
pub const KEPT_HERE: &str = "With the plan, in this browser. They are not in the plan's file.";
/// They are kept, and go into the plan's file.
pub const KEPT_IN_FILE: &str = "With the plan, in this browser, and in the plan's file whenever you save it. Anyone who has the file can read them.";
/// Switch.
pub const KEEP_IN_FILE: &str = "Keep these deals in the plan's file";
/// What the switch does.
pub const KEEP_IN_FILE_HINT: &str = "In a locked file and a workbook of one file too, but never in a link. Whoever opens the file has the same deals and figures.";
/// There are too many for a file.
pub const TOO_MANY_FOR_FILE: &str = "More than 100,000 deals are too many for the plan's file. They are kept in this browser alone.";
/// Switch.
pub const NUMBERS_IN_FILE: &str = "With numbers in place of names";
/// What the switch does.
pub const NUMBERS_IN_FILE_HINT: &str = "Names of deals, customers and owners stay out of the file and stay here; the customer profile in the file calls owners by number. Deals that you have put into the pipeline are part of the plan and keep their names.";
/// The deals of a file took the place of others.
pub const OTHERS_ARRIVED: &str = "The deals in the file are shown now. Those kept here before are put aside, not lost: see Your own deals.";
/// Others were put aside.
pub const PUT_ASIDE: &str =
    "When a file with deals was opened, those kept here before were put aside.";
/// Button.
pub const CHANGE_PLACES: &str = "Show those put aside instead";
/// They are not kept.
#[must_use]
pub fn not_kept(why: &str) -> String {
    format!("Only until this page is closed: {why}")
}
/// There is no storage.
pub const NO_STORAGE: &str = "this browser keeps nothing for this page.";
/// The storage is full.
pub const STORAGE_FULL: &str = "this browser has no room left.";
/// Another tab has the plan.
pub const OTHER_TAB: &str = "another tab works on the plan.";
/// Switch.
pub const LEAVE_NAMES_OUT: &str = "Put numbers in place of names";
/// What the switch does.
pub const LEAVE_NAMES_HINT: &str = "Deals and owners become numbers, customers go. It cannot be taken back; import the file again for the names.";
/// The customer profile named owners too.
pub const PROFILE_BY_NUMBER: &str =
    "The customer profile calls owners by their numbers now, as the deals do.";
/// It was done.
pub const NAMES_LEFT_OUT: &str = "Numbers stand in place of names.";
/// Button.
pub const REMOVE: &str = "Remove these deals";
/// Question.
pub const REMOVE_SURE: &str = "Remove the deals kept with this plan, and those put aside? What was taken into the plan stays there.";
/// Button.
pub const REMOVE_YES: &str = "Remove them";
/// Button.
pub const KEEP_THEM: &str = "Keep them";
/// Said after it.
pub const REMOVED: &str = "The deals are removed.";
/// Button.
pub const IMPORT_AGAIN: &str = "Import another file";
