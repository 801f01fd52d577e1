//! The twelve chapters: title, and one sentence why.

use plumbline_plan::chapter::Chapter;

/// The chapters' titles in order.
pub const TITLES: [&str; 12] = [
    "Foundation",
    "Market",
    "Offer",
    "Process",
    "Team",
    "Compensation",
    "Targets",
    "Pipeline",
    "Rhythm",
    "Scorecard",
    "Reality check",
    "Review",
];

/// Why each chapter is there, in the same order.
pub const WHY: [&str; 12] = [
    "A sales strategy that does not follow from what the firm stands for is copied practice.",
    "Knowing whom to pass on leaves the hours for those who buy.",
    "If the value proposition suits everyone, it moves no one.",
    "Each stage earns its place by a milestone that the buyer, not the rep, makes true.",
    "Reps are individuals: hours, ramp and needs differ, and so does what they can bring.",
    "Pay shows what the firm really wants; it does not replace managing.",
    "A target is a promise. Here it gets a date, an amount, and the chance you want of keeping it.",
    "What is already under way decides the first months of the period.",
    "Meetings cost selling hours and coaching earns them back; both belong in the plan.",
    "What is not counted cannot be corrected in time.",
    "Whether the target stands, why, and what would make it stand.",
    "A plan is agreed on when its doubts have been said out loud and settled.",
];

/// The title of a chapter.
#[must_use]
pub fn title(chapter: Chapter) -> &'static str {
    TITLES[chapter.place()]
}

/// Why a chapter is there, in a sentence.
#[must_use]
pub fn why(chapter: Chapter) -> &'static str {
    WHY[chapter.place()]
}

/// The navigation's name.
pub const NAVIGATION: &str = "Chapters";

/// Said of a chapter with fields that the verdict needs.
#[must_use]
pub fn needed(count: usize) -> String {
    format!(
        "{} for a verdict",
        super::counted(count, "figure missing", "figures missing")
    )
}

/// Said of a chapter on which a rep could act once a few more points are there.
#[must_use]
pub fn open(count: usize) -> String {
    format!("{} open", super::counted(count, "point", "points"))
}
/// Said of a chapter on which a rep could act.
pub const READY: &str = "ready to act on";
/// Said of a chapter in which nothing was written.
pub const EMPTY: &str = "empty";
