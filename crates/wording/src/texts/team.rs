//! Chapter 5, Team.

/// Section.
pub const REPS: &str = "Reps";
/// Empty list.
pub const REPS_EMPTY: &str = "No rep yet. One entry per person, the owner too if the owner sells: \
    required deals are then shown per rep, and the team's hours against the work.";
/// Add.
pub const A_REP: &str = "a rep";
/// A rep without a name, by place.
#[must_use]
pub fn unnamed(place: usize) -> String {
    format!("Rep {place}")
}
/// Name.
pub const NAME: &str = "Name";
/// Title.
pub const TITLE: &str = "Title";
/// Role.
pub const ROLE: &str = "What the person actually does";
/// Started.
pub const STARTED_ON: &str = "First day";
/// Explanation.
pub const STARTED_ON_HINT: &str = "Leave empty for somebody long established.";
/// Leaves.
pub const LEAVES_ON: &str = "Last day, if known";
/// Hours.
pub const HOURS: &str = "Hours a week";
/// Explanation.
pub const HOURS_HINT: &str = "40 when left empty.";
/// Quota.
pub const QUOTA: &str = "Quota for the period";
/// Tasks.
pub const NON_SELLING: &str = "Work that is not selling";
/// Explanation.
pub const NON_SELLING_HINT: &str =
    "Offers, service, reports, delivery: hours a week, task by task.";
/// Add.
pub const A_TASK: &str = "a task";
/// Task.
pub const TASK: &str = "Task";
/// A task without a name, by place.
#[must_use]
pub fn unnamed_task(place: usize) -> String {
    format!("Task {place}")
}
/// Task hours.
pub const TASK_HOURS: &str = "Hours a week";
/// Who else.
pub const COULD_MOVE_TO: &str = "Who could do it instead";
/// Folded.
pub const NEEDS: &str = "Needs and coaching";
/// Skills.
pub const SKILLS: &str = "Skills to build";
/// Mindset.
pub const MINDSET: &str = "Mindset to work on";
/// Time.
pub const TIME_MANAGEMENT: &str = "Time management to work on";
/// Coaching.
pub const COACHING: &str = "Coaching plan";
/// Section.
pub const MANAGER: &str = "Manager";
/// Section.
pub const HIRES: &str = "Hires planned";
/// Empty list.
pub const HIRES_EMPTY: &str = "No hire planned in this period.";
/// Add.
pub const A_HIRE: &str = "a hire";
/// Role.
pub const HIRE_ROLE: &str = "Role, by need";
/// A hire without a role, by place.
#[must_use]
pub fn unnamed_hire(place: usize) -> String {
    format!("Hire {place}")
}
/// Month.
pub const HIRE_MONTH: &str = "First month at work";
/// People.
pub const HIRE_PEOPLE: &str = "People";
/// Share.
pub const HIRE_NON_SELLING: &str = "Share of the week that is not selling";
/// Ramp.
pub const RAMP: &str = "Ramp";
/// Explanation.
pub const RAMP_HINT: &str = "How productive a new rep is in the first, second, third month and so on, \
    as percentages: 10, 25, 50, 75, 90. Full from then on.";
/// Label.
pub const RAMP_FIELD: &str = "Month by month, percent of an established rep";
/// Of one rep or hire.
pub const OWN_RAMP: &str = "Own ramp, percent month by month";
/// Explanation.
pub const OWN_RAMP_HINT: &str = "Leave empty to use the team's.";
/// What a ramp may be.
pub const RAMP_FORM: &str =
    "Percentages from 0 to 100 with commas or spaces between them, such as 10, 25, 50.";
/// Section.
pub const TURNOVER: &str = "Turnover";
/// Share.
pub const TURNOVER_SHARE: &str = "Reps who leave within a year";
/// Vacancy.
pub const VACANCY: &str = "Months until a seat is filled";
/// Load.
pub const MOST_DEALS: &str = "Most active deals a rep can handle";
/// Section.
pub const BENCH: &str = "Recruiting bench";
/// Empty list.
pub const BENCH_EMPTY: &str =
    "Nobody yet. Keep talking to two or three people even when every seat is taken.";
/// Add.
pub const A_CANDIDATE: &str = "a candidate";
/// State.
pub const CANDIDATE_STATE: &str = "State of the talks";
/// A candidate without a name, by place.
#[must_use]
pub fn unnamed_candidate(place: usize) -> String {
    format!("Candidate {place}")
}
/// Contact.
pub const LAST_CONTACT: &str = "Last contact";
/// Section.
pub const TOOLS: &str = "Tools";
/// Customer database.
pub const CUSTOMER_DATABASE: &str = "Customer database";
/// Mobile.
pub const MOBILE: &str = "On the road";
/// Other.
pub const OTHER_TOOLS: &str = "Other tools";

/// Example of a rep.
pub const REP_EXAMPLE: &str = "Anna Berg";
/// Example.
pub const TITLE_EXAMPLE: &str = "Account manager";
/// Example.
pub const REP_ROLE_EXAMPLE: &str = "Direct selling to new customers in the north";
/// Example.
pub const COACHING_PLAN_EXAMPLE: &str =
    "Observe one first talk a month; compare the notes the same day";
/// Example of a hire, and of a candidate's role.
pub const HIRE_ROLE_EXAMPLE: &str = "Account manager, west";
/// Example.
pub const CANDIDATE_STATE_EXAMPLE: &str = "Two talks, interested from summer";
