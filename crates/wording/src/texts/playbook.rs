//! The playbook: the plan as a document to print and hand out, and its page.

/// Page and document.
pub const TITLE: &str = "Playbook";
/// Why.
pub const WHY: &str = "The whole plan as a document to print, hand out and discuss.";
/// The document's kind, above its title.
pub const KIND: &str = "Sales playbook";
/// A plan without a title.
pub const UNTITLED: &str = "Sales plan";

/// Cover.
#[must_use]
pub fn prepared_for(client: &str) -> String {
    format!("Prepared for {client}")
}
/// Cover.
#[must_use]
pub fn prepared_by(person: &str) -> String {
    format!("Prepared by {person}")
}
/// Cover: period and day of calculation.
#[must_use]
pub fn period(months: &str, as_of: &str) -> String {
    format!("{months}, calculated as of {as_of}")
}
/// List of chapters.
pub const CONTENTS: &str = "Contents";
/// The one page.
pub const SUMMARY: &str = "The plan on one page";
/// A chapter with nothing in it.
pub const NOTHING_YET: &str = "Nothing written here yet.";

/// Key figure.
pub const CHANCE: &str = "chance of the target";
/// Key figure.
pub const TARGET: &str = "bookings target";
/// Key figure.
pub const MIDDLE: &str = "middle outcome";
/// Key figure.
pub const EVIDENCE: &str = "rests on counts or published figures";
/// Heading.
pub const IN_WORDS: &str = "In words";
/// Heading of the answer.
pub const VERDICT: &str = "The verdict";
/// Heading.
pub const DO_FIRST: &str = "What to change first";
/// Heading.
pub const NEXT: &str = "Promised, and still to do";
/// Heading.
pub const DECIDED: &str = "Decided";
/// A promise with its owner and day.
#[must_use]
pub fn promise(what: &str, owner: &str, due: &str) -> String {
    match (owner, due) {
        ("", "") => what.to_owned(),
        (one, "") | ("", one) => format!("{what} ({one})"),
        (owner, due) => format!("{what} ({owner}, {due})"),
    }
}
/// Sentence under the answer.
#[must_use]
pub fn computed(trials: &str, seed: u64) -> String {
    format!("From {trials} simulated periods under seed {seed}.")
}
/// Why there is no answer.
pub const NO_VERDICT: &str = "There is no verdict yet: figures are missing.";
/// How many items are not shown.
#[must_use]
pub fn and_more(count: usize) -> String {
    format!("and {count} more")
}
/// How many open deals there are, and what they are worth together.
#[must_use]
pub fn deals_worth(count: usize, value: &str) -> String {
    format!(
        "{}, worth {value} together at face value.",
        super::counted(count, "open deal", "open deals")
    )
}
/// Lead of the scenarios.
pub const SCENARIOS_WHY: &str = "Other ways to reach the target that were weighed, and the \
    inputs in which they differ from the plan.";
/// A name before what it is about.
#[must_use]
pub fn labelled(label: &str, text: &str) -> String {
    format!("{label}: {text}")
}
/// Column.
pub const ATTENDEES: &str = "Attend";
/// The whole team attends.
pub const ALL: &str = "all";
/// A meeting's agenda.
#[must_use]
pub fn agenda_of(meeting: &str) -> String {
    format!("Agenda: {meeting}")
}
/// Column.
pub const RANGE: &str = "Range";
/// Column.
pub const VALUE: &str = "Value";
/// Never checked.
pub const NEVER: &str = "never";
/// Chapter after the twelve.
pub const REGISTER: &str = "Assumptions register";
/// Why.
pub const REGISTER_WHY: &str = "Every number that is not a fact, with its range, its source and when it was last \
    checked; what carries most of the answer comes first.";
/// Not part of the calculation.
pub const NO_SHARE: &str = "none";

/// Section.
pub const QUESTIONS_FROM_PLAN: &str = "For the next management meeting";
/// Why.
pub const QUESTIONS_WHY: &str = "Drawn from this plan's own figures and findings. Write the answer, a name and a day beside each.";
/// Question.
#[must_use]
pub fn ask_below_goal(chance: &str, target: &str, goal: &str) -> String {
    format!(
        "As written, the plan has a chance of {chance} of reaching {target}; we want {goal}. Do we change \
         the plan, the target, or the chance we accept?"
    )
}
/// Question.
#[must_use]
pub fn ask_meets_goal(chance: &str, target: &str) -> String {
    format!(
        "As written, the plan has a chance of {chance} of reaching {target}. What would we see first if it \
         went wrong, and who is looking?"
    )
}
/// Question.
#[must_use]
pub fn ask_not_yet_created(share: &str) -> String {
    format!(
        "{share} of the target rests on deals that do not exist yet. Who creates them, and in which weeks?"
    )
}
/// Question.
#[must_use]
pub fn ask_guess(label: &str, share: &str) -> String {
    format!(
        "{label} carries {share} of the answer and nobody has counted it. Who can count it, and by when?"
    )
}
/// Question.
#[must_use]
pub fn ask_finding(message: &str, advice: &str) -> String {
    format!("{message} {advice} Do we do this, and who sees to it?")
}
/// Question.
#[must_use]
pub fn ask_set_aside(title: &str, because: &str) -> String {
    format!("We set aside “{title}”, because: {because} Does the reason still hold?")
}
/// Question.
#[must_use]
pub fn ask_overdue(count: usize) -> String {
    format!(
        "{} past the day. What is in the way, and what is the new day?",
        super::counted(count, "promise is", "promises are")
    )
}
/// Question.
#[must_use]
pub fn ask_hours(month: &str) -> String {
    format!("From {month} on the hours run out. What do we stop doing, or who takes it over?")
}
/// An answer still to be written, in Markdown.
pub const ANSWER: &str = "Answer:";

/// The page's buttons.
pub const PRINT: &str = "Print or save as PDF";
/// Button.
pub const WHOLE: &str = "Whole playbook";
/// Button.
pub const ONE_PAGE: &str = "One-page summary";
/// Button.
pub const SAVE_MARKDOWN: &str = "Save as Markdown";
/// Button.
pub const SAVE_PAGE: &str = "Save as a web page";
/// Names the choice between the two.
pub const WHAT_TO_SHOW: &str = "What to show";
/// Section of fields.
pub const COVER: &str = "Cover";
/// Why.
pub const COVER_WHY: &str = "What stands on the first page. It is saved with the plan.";
/// Field.
pub const BRAND: &str = "Handed out by";
/// Example.
pub const BRAND_EXAMPLE: &str = "Name of your firm";
/// Field.
pub const LOGO: &str = "Logo";
/// Hint.
pub const LOGO_HINT: &str =
    "A PNG, JPEG, WebP or GIF picture. It is made small enough to travel inside the plan.";
/// Button.
pub const REMOVE_LOGO: &str = "Remove the logo";
/// The picture was not taken.
pub const LOGO_REFUSED: &str =
    "This picture cannot be read. Take a PNG, JPEG, WebP or GIF file of at most 10 MB.";
/// The picture was taken.
pub const LOGO_TAKEN: &str = "The logo is on the cover.";
/// The picture was removed.
pub const LOGO_REMOVED: &str = "The logo was removed.";
/// The page around the document.
pub const DOCUMENT: &str = "The document";
/// Section.
pub const TARGET_SECTION: &str = "What is to be reached";
/// Section.
pub const RESTS_ON: &str = "What the answer rests on";
