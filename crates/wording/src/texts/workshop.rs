//! Workshop mode: the plan in front of a room, one question at a time.

/// The page.
pub const TITLE: &str = "Workshop";

/// Stands in the place of what is hidden.
pub const MASK: &str = "•••";
/// The plan, while its title is hidden.
pub const THE_PLAN: &str = "This plan";
/// The firm the plan is for, while names are hidden.
pub const THE_FIRM: &str = "the firm";
/// The firm that hands the plan out, while names are hidden.
pub const THE_CONSULTANCY: &str = "the consultancy";
/// Somebody, while names are hidden.
#[must_use]
pub fn person(place: usize) -> String {
    format!("Person {place}")
}
/// A client, while names are hidden.
#[must_use]
pub fn client(place: usize) -> String {
    format!("Client {place}")
}
/// A deal, while names are hidden.
#[must_use]
pub fn deal(place: usize) -> String {
    format!("Deal {place}")
}
/// Below a field whose content is hidden.
pub const HIDDEN_FIELD: &str = "Hidden. Show it to change it.";
/// In the place of what cannot be shown without what is hidden.
pub const HIDDEN_PART: &str =
    "Names and amounts can stand here. Show both to see this part and to write in it.";

/// Which question is shown.
#[must_use]
pub fn question_of(number: usize, all: usize) -> String {
    format!("Question {number} of {all}")
}
/// The chapter a question belongs to.
#[must_use]
pub fn in_chapter(number: usize, title: &str) -> String {
    format!("{number}. {title}")
}
/// Which question of which chapter is shown.
#[must_use]
pub fn question_in(chapter: &str, question: &str) -> String {
    format!("{chapter} · {question}")
}
/// A question of figures: market and pace.
pub const ASK_LEADS: &str = "How many leads come in, and from where?";
/// A question of figures.
pub const ASK_DEAL: &str = "What does an average deal bring?";
/// A question of figures.
pub const ASK_HOURS: &str = "How many hours a week does each person work?";
/// A question of figures.
pub const ASK_TARGET: &str = "What do we want to book, and how sure do we want to be of it?";
/// The last question.
pub const ASK_DECISIONS: &str = "What do we decide today, and who sees to it?";
/// The step after all questions.
pub const BEFORE_AND_AFTER: &str = "Before and after";

/// Label of the note on a question.
pub const SAID: &str = "What was said";
/// What happens to it.
pub const SAID_WHY: &str = "Kept with the question in the chapter Review.";

/// Name of the workshop's tools.
pub const TOOLS: &str = "Presenting";
/// Name of the ways from question to question.
pub const WAYS: &str = "Questions";
/// To the next question.
pub const NEXT: &str = "Next";
/// To the question before.
pub const BACK: &str = "Back";
/// Label of the list of chapters.
pub const CHAPTER: &str = "Chapter";
/// Shows what-ifs in the place of the answers.
pub const WHAT_IF: &str = "What if";
/// The same, while something tried is not kept.
pub const WHAT_IF_TRIED: &str = "What if: tried, not kept";
/// Shows the answers again.
pub const TO_THE_QUESTION: &str = "Back to the question";
/// Switch.
pub const HIDE_NAMES: &str = "Hide names";
/// Switch.
pub const HIDE_AMOUNTS: &str = "Hide amounts";
/// Switch.
pub const FULL_SCREEN: &str = "Full screen";
/// Opens the list of keys.
pub const KEYS: &str = "Keys";
/// Leaves the workshop.
pub const LEAVE: &str = "Leave";

/// The keys, each with what it does.
pub const KEY_LIST: [(&str, &str); 11] = [
    ("→ or Page down", "next question"),
    ("← or Page up", "question before"),
    ("Home, End", "first question, before and after"),
    ("W", "what if, and back to the question"),
    ("B", "before and after"),
    ("N", "hide or show names"),
    ("A", "hide or show amounts"),
    ("F", "full screen on or off"),
    ("?", "these keys"),
    ("Ctrl Z, Ctrl Y", "undo, redo"),
    (
        "Esc",
        "out of a field, then out of full screen, then out of the workshop",
    ),
];
/// When the keys do nothing.
pub const KEYS_WHY: &str = "While you write in a field, all keys but Esc belong to the field.";
/// Turns the letter keys off, for who speaks to the computer.
pub const LETTER_KEYS: &str = "Letter keys act";

/// The name of the snapshot among the plan's versions.
pub const SNAPSHOT: &str = "Workshop snapshot";
/// There is none, because another tab has the plan.
pub const NO_SNAPSHOT: &str = "There is no snapshot to compare with yet.";
/// While it is looked for.
pub const SNAPSHOT_LOOKED_FOR: &str = "Looking for the snapshot…";
/// When it was taken.
#[must_use]
pub fn snapshot_of(when: &str) -> String {
    format!(
        "Before: the plan as it was on {when}. It is kept among the earlier versions of the plan."
    )
}
/// When it was taken, while it lasts only as long as the page.
#[must_use]
pub fn snapshot_not_kept(when: &str, why: &str) -> String {
    format!(
        "Before: the plan as it was on {when}. It could not be kept in this browser ({why}), so it lasts until the \
         page is left: keep it as a scenario."
    )
}
/// Takes a new one.
pub const TAKE_SNAPSHOT: &str = "Take a new snapshot";
/// Said after it.
pub const SNAPSHOT_TAKEN: &str = "The plan as it is now is the new snapshot. The one before stays among the earlier \
    versions.";
/// Keeps it as a scenario.
pub const KEEP_AS_SCENARIO: &str = "Keep the snapshot as a scenario";
/// What it is called as a scenario.
#[must_use]
pub fn scenario_of(when: &str) -> String {
    format!("Before the workshop ({when})")
}
/// Column: the snapshot.
pub const BEFORE: &str = "Before";
/// Column: the plan.
pub const NOW: &str = "Now";
