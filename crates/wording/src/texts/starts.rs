//! Ways to a first plan: templates and the ten questions.

/// Heading of the templates.
pub const TEMPLATES: &str = "Start from a template";
/// What they are.
pub const TEMPLATES_WHY: &str = "Whole plans to make your own. Every number in them is an estimate for you to replace, \
    and is marked as one. There are no open deals in them, and people are called by what they do.";
/// The templates, each with a line about it, in the order of the plan crate's list.
pub const TEMPLATE_NAMES: [(&str, &str); 4] = [
    (
        "Services firm",
        "Fixed-price projects sold by two partners and an account manager; further work for clients.",
    ),
    (
        "Software seller",
        "A subscription sold from trials and calls by a team of three; further seats at customers.",
    ),
    (
        "Manufacturer with dealers",
        "Machines sold through dealers, projects sold directly, three people in the field.",
    ),
    (
        "Agency",
        "Projects that begin with a paid workshop; ongoing work that follows from reviews.",
    ),
];
/// After a template was opened.
#[must_use]
pub fn started_from(template: &str) -> String {
    format!(
        "This is the template \"{template}\". Begin with the target and with the numbers that matter most."
    )
}

/// The door to the questions.
pub const DOOR_QUESTIONS: &str = "Answer ten questions";
/// What is behind it.
pub const DOOR_QUESTIONS_TEXT: &str = "Ten minutes to a first plan and a first verdict. You can skip a question, leave, and \
    come back.";
/// After that door was opened.
pub const STARTED_QUESTIONS: &str = "A new plan. Every answer goes into it at once.";

/// The name of the page.
pub const QUESTIONS: &str = "Ten questions";
/// The link to the page, with how many are open.
#[must_use]
pub fn questions_open(count: usize) -> String {
    format!("{QUESTIONS}: {count} open")
}
/// Which question is asked.
#[must_use]
pub fn question_of(number: usize, all: usize) -> String {
    format!("Question {number} of {all}")
}
/// The questions, each with what its answer is for.
pub const QUESTION_LIST: [(&str, &str); 10] = [
    (
        "Which firm is the plan for?",
        "The name as customers know it. It stands on the plan's cover.",
    ),
    (
        "How much do you want to book in the next twelve months?",
        "Everything that customers sign for, new and old together. This is the target that the plan is held against.",
    ),
    (
        "How much did you book in the last twelve months?",
        "From your invoices or contracts; about right is good enough. A target is judged by what was done before.",
    ),
    (
        "What does an average deal bring?",
        "The sum that customers signed for last year, divided by the number of deals.",
    ),
    (
        "How many leads come in a month?",
        "People who asked, were recommended or were found, whether anything came of it or not. A range such as \
         10 to 15 is welcome.",
    ),
    (
        "How many of the leads are worth a serious talk?",
        "As a share, or counted: 12 of 20.",
    ),
    (
        "How many of the serious talks lead to a proposal?",
        "As a share, or counted: 6 of 12.",
    ),
    (
        "How many of the proposals are signed?",
        "As a share, or counted: 2 of 6. If you are not sure, count the last ten.",
    ),
    (
        "How long is it from first contact to signature?",
        "For a usual deal: 60 days, 3 months. Deals that take longer than the year has left do not help the target.",
    ),
    (
        "How many people sell?",
        "You too, if you do. Their hours are what the plan can spend.",
    ),
];
/// To the next question.
pub const NEXT: &str = "Next";
/// To the next question, without an answer.
pub const SKIP: &str = "Skip";
/// To the question before.
pub const BACK: &str = "Back";
/// Heading after the last one.
pub const DONE: &str = "That is a first plan";
/// Heading when the questions are opened again after all were answered.
pub const DONE_BEFORE: &str = "All ten questions are answered";
/// Heading in a plan that was not begun with the questions.
pub const NOT_ASKED: &str = "Nothing to ask";
/// Why.
pub const NOT_ASKED_TEXT: &str = "The ten questions are for a plan that is just begun. This one was begun another way: \
    what they ask for is in its chapters, and is changed there.";
/// Everything was answered.
pub const DONE_ALL: &str = "The verdict beside this page rests on your ten answers. The reality check shows what is \
    behind it: what the target would take, and which of your answers matters most.";
/// Something was not answered.
#[must_use]
pub fn done_but(count: usize) -> String {
    format!(
        "{} still open. Until the target, the deal, the leads and the shares are there, the verdict says what it \
         waits for.",
        super::counted(count, "question is", "questions are")
    )
}
/// To the questions that are open.
pub const TO_THE_OPEN: &str = "Go to the first open question";
/// To the chapter with the verdict.
pub const TO_THE_CHECK: &str = "Go to the reality check";
/// What the plan's other chapters are for.
pub const DONE_THEN: &str = "What nobody asked yet is in the chapters: whom to sell to, what happens in each stage, \
    who does what.";
