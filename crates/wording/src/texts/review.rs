//! Chapter 12, Review.

/// Section.
pub const FINDINGS: &str = "Findings";
/// Why.
pub const FINDINGS_WHY: &str = "What a good coach would say about the plan as it stands, the most valuable first. Each \
    finding rests on the plan's own figures; what is not for you can be set aside with the reason.";
/// None.
pub const NO_FINDINGS: &str = "Nothing to say about the plan as it stands.";
/// Link to the field to change.
#[must_use]
pub fn go_to(field: &str) -> String {
    format!("Go to {field}")
}
/// Button: makes the finding's change.
pub const MAKE_CHANGE: &str = "Make this change";
/// Button: makes the change of this finding.
#[must_use]
pub fn make_change_of(title: &str) -> String {
    format!("Make this change: {title}")
}
/// Said after it.
#[must_use]
pub fn change_made(title: &str) -> String {
    format!("Changed: {title}")
}
/// Opens the field for the reason.
pub const NOT_FOR_US: &str = "Not for us, because …";
/// The same, said of one finding.
#[must_use]
pub fn not_for_us(title: &str) -> String {
    format!("{NOT_FOR_US} {title}")
}
/// Reason a finding is not for this firm.
#[must_use]
pub fn because_of(title: &str) -> String {
    format!("Why “{title}” is not for us")
}
/// Button.
pub const SET_IT_ASIDE: &str = "Set aside";
/// Button of one finding, and said after it.
#[must_use]
pub fn was_set_aside(title: &str) -> String {
    format!("Set aside: {title}")
}

/// Section.
pub const QUESTIONS: &str = "Questions to discuss";
/// Why.
pub const QUESTIONS_WHY: &str = "With everybody the plan concerns in the room. An answer all can live with is worth more \
    than the right one nobody heard.";
/// The questions that every plan should have answered.
pub const USUAL_QUESTIONS: [&str; 3] = [
    "Who besides sales should use the customer database?",
    "How do salespeople stay informed, focused and effective?",
    "How should salespeople work within the organisation?",
];
/// A question in the list of those to add.
#[must_use]
pub fn quoted(question: &str) -> String {
    format!("“{question}”")
}
/// Add.
pub const A_QUESTION: &str = "a question of your own";
/// One without words, by place.
#[must_use]
pub fn unnamed_question(place: usize) -> String {
    format!("Question {place}")
}
/// Question.
pub const QUESTION: &str = "Question";
/// Answer.
pub const ANSWER: &str = "Answer";

/// Section.
pub const DECISIONS: &str = "Decisions";
/// Why.
pub const DECISIONS_WHY: &str =
    "With the reason, so that it need not be discussed again until the reason changes.";
/// Empty list.
pub const DECISIONS_EMPTY: &str = "What was decided, why, by whom. With the reason beside it, a decision need not be \
    discussed again until the reason changes.";
/// Add.
pub const A_DECISION: &str = "a decision";
/// One without words, by place.
#[must_use]
pub fn unnamed_decision(place: usize) -> String {
    format!("Decision {place}")
}
/// What.
pub const DECISION: &str = "What was decided";
/// Example.
pub const DECISION_EXAMPLE: &str = "No proposal without signed needs";
/// Why.
pub const REASON: &str = "Why";
/// Example.
pub const REASON_EXAMPLE: &str = "Two thirds of lost proposals had no needs assessment";
/// Who.
pub const DECIDED_BY: &str = "Who decided";
/// When.
pub const DECIDED_ON: &str = "When";

/// Section.
pub const SET_ASIDE: &str = "Findings set aside";
/// Why.
pub const SET_ASIDE_WHY: &str = "Advice that is not for this firm, with the reason. Removing an entry brings the finding \
    back.";
/// Rule.
pub const RULE: &str = "Finding";
/// Field it is about.
pub const ABOUT: &str = "About";
/// The plan as a whole.
pub const WHOLE_PLAN: &str = "the plan as a whole";
/// Reason.
pub const BECAUSE: &str = "Why it does not apply";
/// When.
pub const SET_ASIDE_ON: &str = "Set aside on";
