//! The verdict, in the margin and on its own page.

/// Name of the margin.
pub const VERDICT: &str = "Verdict";
/// Band, 80% and over.
pub const LIKELY: &str = "likely";
/// Band, 50% to under 80%.
pub const REALISTIC: &str = "realistic";
/// Band, 20% to under 50%.
pub const STRETCH: &str = "a stretch";
/// Band, 5% to under 20%.
pub const UNLIKELY: &str = "unlikely";
/// Band, under 5%.
pub const OUT_OF_REACH: &str = "out of reach on these numbers";
/// Two bands when the answer lies between them.
#[must_use]
pub fn between(one: &str, other: &str) -> String {
    format!("{one}, or {other}")
}
/// The headline.
#[must_use]
pub fn chance(percent: &str) -> String {
    format!("{percent} chance")
}
/// What the chance is of.
#[must_use]
pub fn of_target(target: &str) -> String {
    format!("of bookings of {target} or more")
}
/// Under the goal.
#[must_use]
pub fn below_goal(goal: &str) -> String {
    format!("below your goal of {goal}")
}
/// At or over the goal.
#[must_use]
pub fn meets_goal(goal: &str) -> String {
    format!("meets your goal of {goal}")
}
/// Evidence.
pub const MOSTLY_GUESSES: &str = "mostly guesses";
/// How much of the answer rests on what.
#[must_use]
pub fn evidence(own: &str) -> String {
    format!("{own} of the answer rests on own history or published figures")
}
/// Gap below the target.
#[must_use]
pub fn short(amount: &str) -> String {
    format!("{amount} short")
}
/// Gap above the target.
#[must_use]
pub fn over(amount: &str) -> String {
    format!("{amount} over")
}
/// No gap to speak of.
pub const NEAR_TARGET: &str = "near target";
/// Label of the target line.
pub const TARGET: &str = "target";
/// Label of the median.
pub const MEDIAN: &str = "middle outcome";
/// The middle of the range.
#[must_use]
pub fn range(low: &str, high: &str) -> String {
    format!("8 in 10 outcomes lie from {low} to {high}")
}
/// The Monte Carlo error.
#[must_use]
pub fn error(points: &str, trials: &str) -> String {
    format!("± {points} points from {trials} simulated periods")
}
/// While the simulation runs.
#[must_use]
pub fn settling(done: &str, wanted: &str) -> String {
    format!("settling: {done} of {wanted} simulated")
}
/// While only the quick estimate is there.
pub const ESTIMATE: &str = "quick estimate";
/// When the simulation stopped at a fault of the program.
pub const SIMULATION_FAILED: &str = "quick estimate only: the simulation stopped at this plan. \
     The fault is Plumbline's, not yours; your plan is safe.";
/// Shown when nothing can be computed.
pub const MISSING: &str = "No verdict yet";
/// Before the list of problems.
pub const MISSING_TEXT: &str = "It takes these figures:";
/// For what is wrong rather than missing.
pub const WRONG_TEXT: &str = "These have to be put right first:";
/// Heading of the three findings.
pub const MATTERS_MOST: &str = "What matters most";
/// What the figures below it are.
pub const MATTERS_MOST_SHARE: &str = "Each with its share of the uncertainty.";
/// Reasons, when probability rests on the biggest assumption.
#[must_use]
pub fn carries(label: &str, share: &str) -> String {
    format!("{label} carries {share} of the answer")
}
/// Description of the plumb line for who cannot see it.
#[must_use]
pub fn picture(median: &str, low: &str, high: &str, target: &str, gap: &str) -> String {
    format!(
        "A plumb line on a scale of bookings. The weight hangs at the middle outcome, {median}; \
         8 in 10 outcomes lie from {low} to {high}; the target line is at {target}: {gap}."
    )
}
/// Opens the reality check.
pub const WHY: &str = "Why, and what it would take";
/// Sentence on the verdict page. What the plan brings is the middle outcome, where the weight of
/// the plumb line hangs: the average is above it, and may be above a target that is missed more
/// often than not.
#[must_use]
pub fn sentence(percent: &str, target: &str, middle: &str) -> String {
    format!("You have {percent} of {target}; the plan as written brings about {middle}.")
}
/// "about a 34% chance", "a chance under 1%".
#[must_use]
pub fn about_chance(percent: &str, edge: bool) -> String {
    if edge {
        format!("a chance of {percent}")
    } else {
        format!("about a {percent} chance")
    }
}
/// The same with what matters most.
#[must_use]
pub fn lead(percent: &str, target: &str, middle: &str, first: &str, second: &str) -> String {
    format!(
        "You have {percent} of {target}; the plan as written brings about {middle}; the {first} and the \
         {second} matter most."
    )
}

/// Table and section headings of the reality check.
pub const REQUIRED: &str = "Required against provided";
/// Explanation.
pub const REQUIRED_TEXT: &str =
    "What the target asks of every stage at your conversions, beside what the plan's leads bring.";
/// A stage read aloud.
#[must_use]
pub fn stage_reading(stage: &str, required: &str, provided: &str) -> String {
    format!("{stage}: {required} required, {provided} provided")
}
/// Column.
pub const STAGE: &str = "Stage";
/// Column.
pub const REQUIRED_COLUMN: &str = "Required";
/// Column.
pub const PROVIDED_COLUMN: &str = "Provided";
/// Column.
pub const GAP_COLUMN: &str = "Gap";
/// Column.
pub const PER_WEEK: &str = "Required a week";
/// Column.
pub const PER_REP: &str = "Per rep and month";
/// Row.
pub const LEADS: &str = "New leads";
/// Row.
pub const WINS: &str = "Wins";
/// Section.
pub const BY_MONTH: &str = "Month by month";
/// Column.
pub const MONTH: &str = "Month";
/// Column.
pub const MEAN: &str = "Average";
/// Column.
pub const LOW: &str = "1 in 10 below";
/// Column.
pub const MIDDLE: &str = "Middle";
/// Column.
pub const HIGH: &str = "1 in 10 above";
/// Column.
pub const CUMULATIVE_TARGET: &str = "Target so far";
/// Section.
pub const ORIGINS: &str = "Where the bookings come from";
/// Origin.
pub const OPEN: &str = "Open deals";
/// Origin.
pub const NEW: &str = "Deals not yet created";
/// Origin.
pub const REPEAT: &str = "Repeat and referral";
/// Section.
pub const DEADLINES: &str = "How long new leads still help";
/// Sentence.
#[must_use]
pub fn last_useful(motion: &str, half: &str, most: &str) -> String {
    format!(
        "{motion}: of the wins among leads created on {half}, half still close within the period; \
         for four in five to close in time, leads have to be created by {most}."
    )
}
/// Sentence.
#[must_use]
pub fn dependence(share: &str) -> String {
    format!("{share} of the target rests on deals that do not exist yet.")
}
/// Sentence.
#[must_use]
pub fn coverage(actual: &str, needed: &str) -> String {
    format!(
        "The open deals are worth {actual} times the target at face value; to bring their part of it \
         at their own odds, it would take {needed} times."
    )
}
/// Sentence, after the one with the middle outcome.
#[must_use]
pub fn safe_target(at80: &str) -> String {
    format!("With an 80% chance you reach {at80}.")
}
/// Sentence, where no other names the middle outcome.
#[must_use]
pub fn safe_targets(at80: &str, at50: &str) -> String {
    format!("With an 80% chance you reach {at80}; with an even chance {at50}.")
}
/// Shows the numbers behind a chart.
pub const AS_TABLE: &str = "As a table";
/// Column.
pub const CUMULATIVE_MIDDLE: &str = "Middle so far";
/// Description of the fan for who cannot see it.
#[must_use]
pub fn fan_picture(low: &str, middle: &str, high: &str, target: &str) -> String {
    format!(
        "Bookings added up month by month. At the end the middle outcome is {middle}, 8 in 10 \
         outcomes lie from {low} to {high}; the target is {target}."
    )
}
/// What stands at the end of a month, read aloud.
#[must_use]
pub fn by_end_of(month: &str, middle: &str, low: &str, high: &str, target: &str) -> String {
    format!("by the end of {month}: {middle}, 8 in 10 from {low} to {high}; target so far {target}")
}
/// Origin.
pub const ACTUAL: &str = "Booked so far";
/// Column.
pub const ORIGIN: &str = "From";
/// Column.
pub const SHARE: &str = "Share";
/// Row.
pub const TOTAL: &str = "Together";
/// When no number of leads brings the target.
pub const NO_LEADS_BRING_IT: &str =
    "No number of leads brings the target with these conversions and this time to win.";
/// Column.
pub const AT_GOAL: &str = "For your goal";
/// Column.
pub const PER_REP_AND_WEEK: &str = "Per rep and week";
/// Row of the activities behind a lead source.
#[must_use]
pub fn activities(source: &str) -> String {
    if source.is_empty() {
        "Calls or visits".to_owned()
    } else {
        format!("{source}: calls or visits")
    }
}
/// Said of a gap.
pub const MISSING_HERE: &str = "missing";
/// The share of the target that rests on deals to come.
pub const DEPENDENCE: &str = "Resting on deals that do not exist yet";
/// No gap.
pub const ENOUGH: &str = "enough";
/// Section.
pub const WORKLOAD: &str = "Hours asked and available";
/// Explanation.
pub const WORKLOAD_TEXT: &str = "Work of new and open deals and of lead-making against the team's selling hours. \
    What does not fit waits; what waits until after the period is not in the verdict.";
/// No reps.
pub const NO_REPS: &str = "Enter the team to see whether its hours carry the plan.";
/// Hours suffice.
pub const HOURS_SUFFICE: &str = "The hours suffice in every month.";
/// Hours run out.
#[must_use]
pub fn hours_run_out(month: &str) -> String {
    format!("From {month} on the plan asks for more hours than there are.")
}
/// A month's hours read aloud.
#[must_use]
pub fn load_reading(month: &str, asked: &str, available: &str, utilisation: &str) -> String {
    if utilisation.is_empty() {
        return format!("{month}: {asked} hours asked, {available} available");
    }
    format!("{month}: {asked} hours asked, {available} available, {utilisation} in use")
}
/// Column.
pub const HOURS_ASKED: &str = "Asked";
/// Column.
pub const HOURS_AVAILABLE: &str = "Available";
/// Column.
pub const UTILISATION: &str = "Utilisation";
/// Column.
pub const DEALS_PER_REP: &str = "Active deals per rep";
/// Said of a month over 100%.
pub const OVER_FULL: &str = "more than there are";
/// Section.
pub const NOTES: &str = "Good to know about the input";
/// Note.
#[must_use]
pub fn average_differs(entered: &str, used: &str) -> String {
    format!(
        "low and high fit an average of {used} rather than the {entered} entered; {used} is used."
    )
}
/// Note.
pub const RANGE_HARD_TO_FIT: &str =
    "no usual distribution has this low and high; the nearest one is used.";
/// Note.
pub const NO_TIME: &str = "no stage takes time, so deals count as won on the day they are created.";
/// Note.
pub const ONE_PERSON_ASSUMED: &str =
    "the team is empty, so one person is taken to do this activity.";
/// Note.
#[must_use]
pub fn no_actuals(month: &str) -> String {
    format!("{month} is over and nothing was entered as booked in it; it counts 0.")
}
/// Note.
#[must_use]
pub fn past_cut_off(deals: &str, is_one: bool) -> String {
    let past = one_or_more(
        is_one,
        "open deal is past its stage's cut-off",
        "open deals are past their stage's cut-off",
    );
    format!("{deals} {past}: counted as lost.")
}
/// Note.
#[must_use]
pub fn undated(deals: &str, is_one: bool) -> String {
    let have = one_or_more(is_one, "open deal has", "open deals have");
    format!("{deals} {have} no date: taken as new in their stage.")
}
/// Note.
#[must_use]
pub fn already_won(deals: &str, is_one: bool) -> String {
    let stand = one_or_more(is_one, "open deal stands", "open deals stand");
    format!("{deals} {stand} in a stage after the win: counted as won already.")
}
/// Note.
pub const LARGE_PIECES: &str = "one deal takes more than a day of the whole team here, and the \
    team is busy. Large pieces of work hold each other up by chance, which is not in the figures: \
    the true chance is likely somewhat lower.";
fn one_or_more(is_one: bool, one: &'static str, more: &'static str) -> &'static str {
    if is_one { one } else { more }
}
/// When the other origins bring the target on average.
pub const NO_COVERAGE_NEEDED: &str =
    "On average new and repeat business bring the target without the open deals.";
/// Unfolds where the answer comes from.
pub const HOW_COMPUTED: &str = "How this was computed";
/// Sentence.
#[must_use]
pub fn computed_by_workers(trials: &str, seed: u64, workers: usize) -> String {
    format!(
        "{trials} simulated periods, drawn under seed {seed}, by {} beside the page.",
        super::counted(workers, "worker", "workers")
    )
}
/// Sentence, where the browser gives the page no workers.
#[must_use]
pub fn computed_by_page(trials: &str, seed: u64) -> String {
    format!("{trials} simulated periods, drawn under seed {seed}, by the page itself.")
}
/// Sentence.
#[must_use]
pub fn workers_replaced(workers: usize) -> String {
    format!(
        "{} and had its work done again.",
        super::counted(workers, "worker stopped", "workers stopped")
    )
}
/// Name of the mark.
pub const FINGERPRINT: &str = "Fingerprint of the answer";
/// What the mark is for.
pub const FINGERPRINT_TEXT: &str = "The same plan on the same day comes to the same fingerprint in every \
     browser, with any number of workers, and from the command line.";

/// Heading of the findings that matter most.
pub const FINDINGS_MOST: &str = "Worth changing first";
/// Link to all findings.
#[must_use]
pub fn all_findings(count: &str) -> String {
    format!("All findings ({count})")
}
